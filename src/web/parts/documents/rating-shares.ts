import { dec, decimalText, divide } from '../../../base/decimal.ts'
import { isDecimal } from '../../ui/numbers.ts'

export interface Share {
  readonly source: string
  /** Percent, exact decimal as text. */
  readonly weight: string
}

/** Decimal places of a share that is told. */
const PLACES = 1

/** A weight while it is typed; what is no number weighs nothing. */
export const weightOf = (typed: string): string => (isDecimal(typed.trim()) ? typed.trim() : '0')

/**
 * What the others weigh in a person’s rating where a source has no score: in proportion to their weights, together a hundred.
 * Nothing where no other source is left that weighs anything. The rule: src/engine/check/measure-rating.ts `weighted`.
 */
export function sharesWithout(shares: readonly Share[], missing: string): Share[] {
  const others = shares.filter(({ source, weight }) => source !== missing && dec(weight).gt(0))
  const sum = others.reduce((total, { weight }) => total.plus(weight), dec(0))
  return others.map(({ source, weight }) => ({ source, weight: decimalText(divide(dec(weight).times(100), sum, PLACES) ?? dec(0)) }))
}

/** What is missing to a hundred; nothing where the weights reach it or more. */
export function sharesLeft(shares: readonly Share[]): string {
  const left = shares.reduce((rest, { weight }) => rest.minus(weight), dec(100))
  return left.gt(0) ? decimalText(left) : '0'
}

/** Whether the weights are together a hundred, each of them something. */
export function isWhole(shares: readonly Share[]): boolean {
  const sum = shares.reduce((total, { weight }) => total.plus(weight), dec(0))
  return sum.eq(100) && shares.every(({ weight }) => dec(weight).gt(0))
}
