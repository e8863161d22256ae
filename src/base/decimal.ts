import { Decimal as Library } from 'decimal.js'
import { DECIMAL_DIGITS, SETTLED_SCALE, SHOWN_SCALE } from './limits.ts'

/** Exact decimals. Sums and products are exact up to DECIMAL_DIGITS digits; only `divide` and `roundHalfUp` round, at a named scale. */
export const Decimal = Library.clone({ precision: DECIMAL_DIGITS, rounding: Library.ROUND_HALF_UP, toExpNeg: -9e15, toExpPos: 9e15 })
export type Decimal = Library

/** Parse a plain decimal such as `-12.50`. Throws on anything else: callers validate first. */
export function dec(text: string | number): Decimal {
  return new Decimal(text)
}

/** Canonical text: no exponent, no trailing zeros, no negative zero. `55.00` becomes `55`. */
export function decimalText(value: Decimal): string {
  return value.isZero() ? '0' : value.toFixed()
}

/** Round half away from zero, the same as PostgreSQL's round(numeric, scale). */
export function roundHalfUp(value: Decimal, scale: number): Decimal {
  return value.toDecimalPlaces(scale, Library.ROUND_HALF_UP)
}

/** A number without the hair that a cut quotient leaves: at SETTLED_SCALE. The SQL twin is `settledSql` of engine/sql/settled.ts. */
export function settled(value: Decimal): Decimal {
  return roundHalfUp(value, SETTLED_SCALE)
}

/** Canonical text of a figure as it is stored and shown: at most SHOWN_SCALE places. */
export function shownText(value: Decimal): string {
  return decimalText(roundHalfUp(value, SHOWN_SCALE))
}

/**
 * Quotient rounded half away from zero at `scale`, exactly: in whole numbers, so no digit is rounded twice.
 * The SQL twin is `app.divide(a, b, scale)`. Null where the divisor is zero.
 */
export function divide(a: Decimal, b: Decimal, scale: number): Decimal | null {
  if (b.isZero()) return null
  const shifted = a.abs().times(new Decimal(10).pow(scale)).times(2).plus(b.abs())
  const whole = shifted.divToInt(b.abs().times(2))
  const signed = a.isNegative() === b.isNegative() ? whole : whole.negated()
  return signed.div(new Decimal(10).pow(scale))
}
