import { type Decimal, dec, roundHalfUp } from '../base/decimal.ts'
import { SHOWN_SCALE } from '../base/limits.ts'

/** Two places less than a shown figure has: a share of a shown scale is then the shown quantity again. */
const COMPARED = SHOWN_SCALE - 2

/** A bound of a table of tiers in the terms of the quantity, from the scale as it is shown; null: the bounds are what they say. */
export function shownBound(bound: string, scale: string | null): Decimal {
  return scale === null ? dec(bound) : roundHalfUp(dec(bound).times(scale), COMPARED)
}

/** A shown quantity, to be compared with such bounds. */
export function shownQuantity(quantity: string, scale: string | null): Decimal {
  return scale === null ? dec(quantity) : roundHalfUp(dec(quantity), COMPARED)
}
