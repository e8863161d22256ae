import { type CalendarSpec, PERIOD_KINDS, type Period, periodOf } from '../../base/calendar.ts'
import { type Decimal, dec } from '../../base/decimal.ts'
import type { TargetLevel } from '../ir.ts'
import type { Facts } from './facts.ts'

export interface TargetFound {
  readonly value: Decimal | null
  /** The rows it comes from: that of the very period, or those inside it, by their first day. */
  readonly rows: readonly { readonly period: string; readonly value: string }[]
}

/** Rows of periods of which none is covered, in whole or in part, by one of a coarser kind among them: what counts where they are added up. */
export function uncovered<T extends Pick<Period, 'kind' | 'from' | 'until'>>(rows: readonly T[]): T[] {
  const coarseness = (row: T): number => PERIOD_KINDS.indexOf(row.kind)
  return rows.filter((row) => !rows.some((other) => coarseness(other) > coarseness(row) && other.from < row.until && other.until > row.from))
}

/** What is asked of a person for a measure in a period: the row of that period, else the sum of the rows inside it that no coarser one covers. */
export function targetOf(facts: Facts, calendar: CalendarSpec, of: { employee: string; measure: string; level: TargetLevel; period: Period }): TargetFound {
  const { employee, measure, level, period } = of
  const set = facts.targets.flatMap((t) => {
    const value = t[level]
    return t.employee === employee && t.measure === measure && value !== null ? [{ period: t.period, value }] : []
  })
  const own = set.find((row) => row.period === period.id)
  if (own !== undefined) return { value: dec(own.value), rows: [own] }
  const inside = set.flatMap((row) => {
    const at = periodOf(calendar, row.period)
    return at !== null && at.from >= period.from && at.until <= period.until ? [{ ...row, kind: at.kind, from: at.from, until: at.until }] : []
  })
  if (inside.length === 0) return { value: null, rows: [] }
  const rows = uncovered(inside).sort((a, b) => (a.from < b.from ? -1 : 1))
  return { value: rows.reduce((sum, row) => sum.plus(dec(row.value)), dec(0)), rows: rows.map(({ period: id, value }) => ({ period: id, value })) }
}
