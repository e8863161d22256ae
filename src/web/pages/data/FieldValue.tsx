import { useTranslation } from 'react-i18next'
import { localTime } from '../../ui/dates.ts'
import { Amount, DateText, Figure, Missing } from '../../ui/Figures.tsx'
import type { Field } from './queries.ts'

export type Value = string | boolean | null

interface FieldValueProps {
  readonly field: Field
  readonly values: Readonly<Record<string, Value>>
  /** Names of employees by id. */
  readonly people: Readonly<Record<string, string>>
}

/** A value as its field says what it is. Texts of files are shown as texts, whatever they hold. */
export function FieldValue({ field, values, people }: FieldValueProps) {
  const { t } = useTranslation('data')
  const value = values[field.field] ?? null
  if (value === null) return <Missing reason={t('noValue')} />
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  switch (field.type) {
    case 'money':
      return <Amount value={value} decimals={2} currency={currencyOf(field, values)} />
    case 'integer':
    case 'decimal':
      return <Figure value={value} decimals={6} unit={field.unit === 'percent' ? '%' : undefined} />
    case 'date':
      return <DateText day={value} />
    case 'timestamp':
      return localTime(value)
    case 'employee':
      return <span title={value}>{people[value] ?? value}</span>
    case 'text':
    case 'choice':
    case 'reference':
    case 'boolean':
      return value
    default:
      return field.type satisfies never
  }
}

/** Shown where amounts of the field may have several. */
function currencyOf({ currencyField }: Field, values: Readonly<Record<string, Value>>): string | undefined {
  const currency = currencyField === null ? null : values[currencyField]
  return typeof currency === 'string' ? currency : undefined
}

export const isNumeric = ({ type }: Field): boolean => type === 'money' || type === 'integer' || type === 'decimal'
