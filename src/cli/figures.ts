import { dec, decimalText, roundHalfUp } from '../base/decimal.ts'
import type { Lang, LocalName } from '../base/diagnostic.ts'
import { nameIn } from '../base/diagnostic.ts'
import type { MeasureIr, Unit } from '../engine/ir.ts'

/** What stands for a missing value. */
export const MISSING = '–'

/** Decimal places shown of a quotient nobody rounded; `--json` and `explain` give all of them. */
const SHOWN_DECIMALS = 4

/** A decimal with thousands separators: `-1234567.5` → `-1,234,567.5`. */
export function grouped(text: string): string {
  const [whole = '', part] = text.split('.')
  const spaced = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return part === undefined ? spaced : `${spaced}.${part}`
}

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

function isMoney(unit: Unit, money: Money): boolean {
  return unit[money.currency] === 1 && Object.keys(unit).length === 1
}

/** A unit as people read it: `CNY/customer` with the names the company gives its units. */
export function unitText(unit: Unit, names: Readonly<Record<string, LocalName>>, lang: Lang): string {
  const part = (sign: 1 | -1) =>
    Object.entries(unit)
      .filter(([, power]) => power * sign > 0)
      .map(([name, power]) => `${nameIn(names[name], lang, name)}${Math.abs(power) === 1 ? '' : `^${Math.abs(power)}`}`)
      .join('·')
  const above = part(1)
  const below = part(-1)
  return below === '' ? above : `${above === '' ? '1' : above}/${below}`
}
