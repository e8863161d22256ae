import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FieldProps } from '../../ui/FormField.tsx'
import { NoOptions } from '../../ui/NoOptions.tsx'
import { unitsQuery } from './queries.ts'
import { unitChoices, unitNodes } from './units.ts'

interface UnitFieldProps {
  readonly field: FieldProps
  readonly value: string
  readonly onChange: (unit: string) => void
  /** What stands there while none is chosen. */
  readonly none: string
  /** The unit that cannot be chosen: the one it is about. */
  readonly except?: string | undefined
}

/** A unit, at its place in the tree of today; empty for none. */
export function UnitField({ field: { status, ...field }, value, onChange, none, except }: UnitFieldProps) {
  const { t } = useTranslation('people')
  const query = useQuery(unitsQuery(undefined))
  const options = unitChoices(unitNodes(query.data?.items ?? [])).filter((choice) => choice.value !== except)
  return (
    <Select
      {...field}
      {...(status === undefined ? {} : { status })}
      value={value === '' ? null : value}
      onChange={(unit: string | null | undefined) => onChange(unit ?? '')}
      options={options}
      placeholder={none}
      notFoundContent={<NoOptions query={query} none={t('units.none')} />}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
    />
  )
}
