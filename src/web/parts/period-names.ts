import type { TFunction } from 'i18next'
import { englishMonth } from '../ui/dates.ts'

/** Kinds of periods in the order in which people choose them. */
export const PERIOD_KINDS = ['month', 'quarter', 'half', 'year', 'week', 'day'] as const

export type PeriodKind = (typeof PERIOD_KINDS)[number]

const ID = /^(?<year>\d{4})(?:-H(?<half>[12])|-Q(?<quarter>[1-4])|-W(?<week>\d\d)|-(?<month>\d\d))?$/

/** What kind of period an id names; null for no period. */
export function kindOf(id: string): PeriodKind | null {
  if (/^\d{4}-\d\d-\d\d$/.test(id)) return 'day'
  const parts = ID.exec(id)?.groups
  if (parts === undefined) return null
  return PERIOD_KINDS.find((kind) => parts[kind] !== undefined && kind !== 'year') ?? 'year'
}

/** `2026-Q1` → 2026年第一季度, Q1 2026. What is no period stays as it is. */
export function periodName(id: string, t: TFunction<'shell'>): string {
  const { year = '', half, quarter, week, month } = ID.exec(id)?.groups ?? {}
  if (half === '1' || half === '2') return t(`periodName.half.${half}`, { year })
  if (quarter === '1' || quarter === '2' || quarter === '3' || quarter === '4') return t(`periodName.quarter.${quarter}`, { year })
  if (week !== undefined) return t('periodName.week', { year, week: Number(week) })
  if (month !== undefined) return t('periodName.month', { year, month: Number(month), monthName: englishMonth(Number(month)) })
  return year === '' ? id : t('periodName.year', { year })
}
