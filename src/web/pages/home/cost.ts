import { dec, decimalText } from '../../../base/decimal.ts'

const DIGITS = 4

/** Pay for each 100 of the result; null where there is no result. For showing alone. */
export function costOf(pay: string | null, result: string | null): string | null {
  if (pay === null || result === null || dec(result).lte(0)) return null
  return decimalText(dec(pay).div(result).times(100).toDecimalPlaces(DIGITS))
}
