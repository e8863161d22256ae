import { Decimal, decimalText } from '../../base/decimal.ts'

/** What an expression yields. Days are ISO text; which texts are days follows from the expression, not from the value. */
export type Value = Decimal | string | boolean | null

/** The order of PostgreSQL's collation "C": by code point. JavaScript's own `<` puts characters beyond the first 65,536 before some others. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x !== y) return bySurrogate(x) - bySurrogate(y)
  }
  return a.length - b.length
}

/** Lifts halves of pairs above the single units that follow them. */
function bySurrogate(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}

/** Order of two values of one type: negative, zero or positive. False comes before true. Mixed types are a mistake of the checker. */
export function compareValues(a: Decimal | string | boolean, b: Decimal | string | boolean): number {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b)
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b)
  if (a instanceof Decimal && b instanceof Decimal) return a.comparedTo(b)
  throw new Error(`cannot compare ${typeof a} with ${typeof b}`)
}

/** A value as text: decimals in canonical form, so that 1.0 and 1.00 are one. */
export function valueText(value: Decimal | string | boolean): string {
  return value instanceof Decimal ? decimalText(value) : String(value)
}

export function asNumber(value: Value): Decimal | null {
  if (value === null || value instanceof Decimal) return value
  throw new Error(`a number was expected, not ${JSON.stringify(value)}`)
}

export function asText(value: Value): string | null {
  if (value === null || typeof value === 'string') return value
  throw new Error(`a text or day was expected, not ${valueText(value)}`)
}

export function asBoolean(value: Value): boolean | null {
  if (value === null || typeof value === 'boolean') return value
  throw new Error(`true or false was expected, not ${JSON.stringify(value)}`)
}
