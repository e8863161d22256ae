import { dec, decimalText, roundHalfUp } from '../base/decimal.ts'
import type { Lang } from '../base/diagnostic.ts'
import { grouped } from '../base/grouped.ts'
import { type CompanyDocument, unitsOf, unitWording } from '../engine/index.ts'
import type { MeasureIr, Unit } from '../engine/ir.ts'

export { grouped }

/** What stands for a missing value. */
export const MISSING = '–'

/** Decimal places shown of a quotient nobody rounded; `--json` and `explain` give all of them. */
const SHOWN_DECIMALS = 4

/** A decimal with exactly, or at most, so many places, half up. */
function placed(text: string, places: number, exactly: boolean): string {
  const rounded = roundHalfUp(dec(text), places)
  return grouped(exactly ? rounded.toFixed(places) : decimalText(rounded))
}

export interface Money {
  readonly currency: string
  readonly scale: number
}

/** A value in a table: money with the decimal places of its currency, percent with a sign, the rest as exact as is readable. */
export function shownValue(value: string | null, measure: Pick<MeasureIr, 'unit' | 'percent' | 'round'>, money: Money): string {
  if (value === null) return MISSING
  if (measure.percent) return `${placed(value, measure.round ?? 2, true)} %`
  if (isMoney(measure.unit, money)) return placed(value, measure.round ?? money.scale, true)
  return placed(value, measure.round ?? SHOWN_DECIMALS, measure.round !== null)
}

/** The same with every digit. */
export function exactValue(value: string | null, percent: boolean): string {
  if (value === null) return MISSING
  return percent ? `${grouped(value)} %` : grouped(value)
}

/** A number in a calculation: at most so many places. */
export function shownNumber(value: string | null, places: number = SHOWN_DECIMALS): string {
  return value === null ? MISSING : placed(value, places, false)
}

/** A number with exactly so many places, as scores have. */
export function shownFixed(value: string | null, places: number): string {
  return value === null ? MISSING : placed(value, places, true)
}

export function shownMoney(value: string | null, money: Money): string {
  return value === null ? MISSING : placed(value, money.scale, true)
}

/** A fraction as a percentage: 1.2 is 120 %. */
export function shownShare(fraction: string | null): string {
  return fraction === null ? MISSING : `${placed(decimalText(dec(fraction).times(100)), 2, false)} %`
}

function isMoney(unit: Unit, money: Money): boolean {
  return unit[money.currency] === 1 && Object.keys(unit).length === 1
}

/** The unit behind a value, as people read it: `单`, `元/客户`. Nothing for a percentage, which has its sign, and for a plain number. */
export function unitSuffix(measure: Pick<MeasureIr, 'unit' | 'percent'>, company: CompanyDocument, lang: Lang): string {
  if (measure.percent || Object.keys(measure.unit).length === 0) return ''
  return ` ${unitWording(measure.unit, unitsOf(company).names)[lang]}`
}
