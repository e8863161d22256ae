import { type Decimal, dec, decimalText, divide } from '../../base/decimal.ts'
import { SHOWN_SCALE } from '../../base/limits.ts'

/** An earlier period: what was brought by the same share of its days, and by its end. */
export interface Earlier {
  readonly period: string
  readonly byThen: string
  readonly whole: string
}

export interface Forecast {
  /**
   * final: the period is over. history: by what share earlier periods had brought at this point. days: by the share of days that are over, because there are fewer than
   * two earlier periods with results. none: nothing was brought yet, or no day is over.
   */
  readonly method: 'final' | 'history' | 'days' | 'none'
  readonly expected: string | null
  /** From the earlier period that had brought most by then, and from the one that had brought least; null without history. */
  readonly low: string | null
  readonly high: string | null
}

/** Fewer earlier periods say nothing about how much they differ. */
const ENOUGH = 2

const NOTHING: Forecast = { method: 'none', expected: null, low: null, high: null }

/**
 * What a sum comes to at the end of a period. Each earlier period tells which share of its result was there after the same share of its days; what is there now, divided by
 * such a share, is what would come of it if this period went on like that one. Expected is the middle of these, low and high the lowest and the highest.
 */
export function forecastOf(of: { readonly actual: string; readonly days: number; readonly ofDays: number; readonly earlier: readonly Earlier[] }): Forecast {
  const { actual, days, ofDays, earlier } = of
  if (days >= ofDays) return { method: 'final', expected: actual, low: actual, high: actual }
  if (days === 0 || dec(actual).lte(0)) return NOTHING
  const ends = earlier
    .filter(({ byThen, whole }) => dec(byThen).gt(0) && dec(whole).gt(0))
    .map(({ byThen, whole }) => dec(actual).times(whole).div(byThen))
    .sort((a, b) => a.cmp(b))
  const [low] = ends
  const high = ends.at(-1)
  if (ends.length < ENOUGH || low === undefined || high === undefined) return { ...NOTHING, method: 'days', expected: text(dec(actual).times(ofDays).div(days)) }
  return { method: 'history', expected: text(middle(ends)), low: text(low), high: text(high) }
}

function middle(sorted: readonly Decimal[]): Decimal {
  const half = Math.floor(sorted.length / 2)
  const [upper, lower] = [sorted[half] ?? dec(0), sorted[half - 1] ?? dec(0)]
  return sorted.length % 2 === 1 ? upper : upper.plus(lower).div(2)
}

/** An estimate is told to the cent. */
const text = (value: Decimal): string => decimalText(value.toDecimalPlaces(2))

/** What there is over what is asked; null without a target above 0. */
export function shareOf(value: string | null, target: string | null): string | null {
  if (value === null || target === null || dec(target).lte(0)) return null
  const share = divide(dec(value), dec(target), SHOWN_SCALE)
  return share === null ? null : decimalText(share.toDecimalPlaces(6))
}
