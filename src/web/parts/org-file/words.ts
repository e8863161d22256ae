import { useTranslation } from 'react-i18next'
import { dayBefore } from '../days.ts'
import type { FilePreview, Kind } from './queries.ts'

const FIELDS = {
  people: ['id', 'name', 'alias', 'unit', 'position', 'role', 'manager', 'sponsor', 'from', 'until', 'email', 'active'],
  units: ['id', 'name', 'parent', 'from', 'until'],
} as const

/** What a field of a file is called; one that has no word is shown as it is. */
export function useFieldName(kind: Kind): (field: string) => string {
  const { t } = useTranslation('orgFile')
  return (field) => {
    if (kind === 'people') {
      const known = FIELDS.people.find((each) => each === field)
      return known === undefined ? field : t(`of.people.${known}`)
    }
    const known = FIELDS.units.find((each) => each === field)
    return known === undefined ? field : t(`of.units.${known}`)
  }
}

type Held = FilePreview['differences'][number]['fields'][number]['before']

/** A history in one line: each value with the days that bound it. */
export function useHistoryText(): (field: string, history: Held) => string {
  const { t } = useTranslation('orgFile')
  return (field, history) => {
    if (history.length === 0) return t(field === 'active' ? 'none.active' : 'none')
    const told = history.map(({ value: held, from, until }) => {
      const value = field === 'active' ? t('active') : held
      const last = until === null ? null : dayBefore(until)
      if (from !== null && last !== null) return t('between', { value, from, until: last })
      if (from !== null) return t('since', { value, from })
      return last === null ? value : t('till', { value, until: last })
    })
    return told.join(t('then'))
  }
}
