import { dec, decimalText } from '../../base/decimal.ts'

/** The exact sum of amounts; empty ones count for nothing, and the sum of nothing but empty ones is empty. */
export function add(amounts: readonly (string | null)[]): string | null {
  const there = amounts.filter((a) => a !== null)
  return there.length === 0 ? null : decimalText(there.reduce((sum, a) => sum.plus(dec(a)), dec(0)))
}
