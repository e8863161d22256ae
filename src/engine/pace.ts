import { type Day, daysBetween, type Period } from '../base/calendar.ts'
import { type Decimal, dec } from '../base/decimal.ts'
import type { MeasureIr } from './ir.ts'

/** On track: at least what is expected by now. Off track: a tenth or more behind it. Cautioned: in between. */
export type PaceState = 'on-track' | 'cautioned' | 'off-track'

/** Behind what is expected by so much of it, somebody is off track. */
export const OFF_TRACK = '0.1'

/** How much of a period is gone. */
export interface Elapsed {
  /** Days gone, that day counted; all of them where it lies beyond the period, 0 where before. */
  readonly days: number
  readonly of: number
}

export function elapsedOn(period: Period, day: Day): Elapsed {
  const of = daysBetween(period.from, period.until)
  return { days: Math.min(of, Math.max(0, daysBetween(period.from, day) + 1)), of }
}

/** Whether a measure grows with the days: sums and counts do; shares, averages and marks are asked for in full from the first day on. */
export function growsWithDays({ body, percent, kind }: MeasureIr): boolean {
  if (percent || kind === 'ratio' || kind === 'growth' || kind === 'rating') return false
  return body.kind === 'formula' || ['sum', 'count', 'distinct'].includes(body.aggregate.fn)
}

/**
 * Where an actual stands against its target when `days` of `of` days are gone. Expected is target × days ÷ of, or the whole target where the measure does not grow with the days.
 * Where less is better expected is the most there may be by now, and a tenth or more above it is off track. Null without an actual or a target above 0, and before the first day.
 */
export function paceOf(at: {
  readonly actual: Decimal | null
  readonly target: Decimal | null
  readonly elapsed: Elapsed
  readonly grows: boolean
  readonly better: 'more' | 'less'
}): PaceState | null {
  const { actual, target, elapsed, grows, better } = at
  if (actual === null || target === null || target.lte(0) || elapsed.days === 0) return null
  // Both sides times the days of the period: nothing is divided, so that nothing is rounded.
  const [done, due] = grows ? [actual.times(elapsed.of), target.times(elapsed.days)] : [actual, target]
  if (better === 'more') return done.gte(due) ? 'on-track' : done.gt(due.times(dec(1).minus(OFF_TRACK))) ? 'cautioned' : 'off-track'
  return done.lte(due) ? 'on-track' : done.lt(due.times(dec(1).plus(OFF_TRACK))) ? 'cautioned' : 'off-track'
}
