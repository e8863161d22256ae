import { type CalendarSpec, PERIOD_KINDS, type Period, periodOf } from '../../base/calendar.ts'
import { type Decimal, dec } from '../../base/decimal.ts'
import type { TargetLevel } from '../ir.ts'
import type { Facts } from './facts.ts'

export interface TargetFound {
  readonly value: Decimal | null
  /** The rows it comes from: that of the very period, or those inside it. */
  readonly rows: readonly { readonly period: string; readonly value: string }[]
}

/** What is asked of a person for a measure in a period: the row of that period, else the sum of the rows of the coarsest kind of period inside it. */
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
    return at !== null && at.from >= period.from && at.until <= period.until ? [{ ...row, kind: at.kind, from: at.from }] : []
  })
  for (const kind of [...PERIOD_KINDS].reverse()) {
    const rows = inside.filter((row) => row.kind === kind).sort((a, b) => (a.from < b.from ? -1 : 1))
    if (rows.length > 0) return { value: rows.reduce((sum, row) => sum.plus(dec(row.value)), dec(0)), rows: rows.map(({ period: id, value }) => ({ period: id, value })) }
  }
  return { value: null, rows: [] }
}
