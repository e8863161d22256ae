import { type Decimal, dec, divide, settled } from '../../base/decimal.ts'
import { DIVISION_SCALE } from '../../base/limits.ts'
import type { CurveIr, LookupCell, LookupIr, TierIr, TiersIr } from '../ir.ts'
import { asNumber, asText, type Value } from './value.ts'

export interface TierPart {
  readonly part: Decimal
  readonly pays: Decimal
}

export interface TiersAnswer {
  readonly value: Decimal | null
  /** One entry a tier; none where there is nothing to divide. */
  readonly tiers: readonly TierPart[]
}

/** A tier with its bounds as numbers, already in proportion to the scale. */
interface Tier {
  readonly from: Decimal | null
  readonly until: Decimal | null
  readonly rate: Decimal | null
  readonly amount: Decimal | null
}

const NOTHING: TiersAnswer = { value: null, tiers: [] }
const zero = dec(0)

const smaller = (a: Decimal, b: Decimal): Decimal => (a.lt(b) ? a : b)

/** What a table of tiers pays for a quantity, settled where a division went into it. `scale` undefined: the bounds stand as they are; else each is a share of it, settled. */
export function tiersOf(table: TiersIr, quantity: Decimal | null, scale: Decimal | null | undefined): TiersAnswer {
  if (quantity === null || scale === null || (scale !== undefined && settled(scale).lte(0))) return NOTHING
  const tiers = table.tiers.map((t) => scaled(t, scale))
  const lowest = tiers[0]?.from ?? null
  if (lowest !== null && quantity.lt(lowest)) return { value: zero, tiers: tiers.map(() => ({ part: zero, pays: zero })) }
  const last = tiers.at(-1)?.until ?? null
  const counts = last === null ? quantity : smaller(quantity, last)
  const home = tiers.findIndex((tier, i) => liesIn(tier, { quantity: counts, boundary: table.boundary, isFirst: i === 0, isLast: i === tiers.length - 1 }))
  const parts = tiers.map((tier, i) => ({ part: partIn(tier, counts), pays: paid(table.mode, tier, { quantity: counts, part: partIn(tier, counts), at: i, home }) }))
  return { value: parts.reduce((sum, p) => sum.plus(p.pays), zero), tiers: parts }
}

function scaled(tier: TierIr, scale: Decimal | undefined): Tier {
  const bound = (text: string | null): Decimal | null => (text === null ? null : scale === undefined ? dec(text) : settled(dec(text).times(scale)))
  const plain = (text: string | null): Decimal | null => (text === null ? null : dec(text))
  return { from: bound(tier.from), until: bound(tier.until), rate: plain(tier.rate), amount: plain(tier.amount) }
}

/** Whether a quantity that is neither below the lowest nor above the last bound lies in a tier. */
function liesIn(tier: Tier, of: { quantity: Decimal; boundary: TiersIr['boundary']; isFirst: boolean; isLast: boolean }): boolean {
  const { quantity, boundary } = of
  const above = tier.from === null || quantity.gt(tier.from) || (quantity.eq(tier.from) && (boundary === 'begins' || of.isFirst))
  const below = tier.until === null || quantity.lt(tier.until) || (quantity.eq(tier.until) && (boundary === 'ends' || of.isLast))
  return above && below
}

/** The part of a quantity that lies in a tier: never below 0, except in a first tier that reaches below zero. */
function partIn(tier: Tier, quantity: Decimal): Decimal {
  const upTo = tier.until === null ? quantity : smaller(quantity, tier.until)
  if (tier.from === null) return upTo
  const part = upTo.minus(tier.from)
  return part.lt(0) ? zero : part
}

function paid(mode: TiersIr['mode'], tier: Tier, of: { quantity: Decimal; part: Decimal; at: number; home: number }): Decimal {
  const { quantity, part, at, home } = of
  switch (mode) {
    case 'marginal':
      if (tier.rate !== null) return tier.rate.times(part)
      return at <= home ? (tier.amount ?? zero) : zero
    case 'whole':
      if (at !== home) return zero
      return tier.rate !== null ? tier.rate.times(quantity) : (tier.amount ?? zero)
    case 'interpolated': {
      if (tier.from === null || tier.until === null || tier.amount === null) throw new Error('a tier whose amount is earned in proportion has a width and an amount')
      return divide(part.times(tier.amount), tier.until.minus(tier.from), DIVISION_SCALE) ?? zero
    }
    default:
      return mode satisfies never
  }
}

/** The value of a curve: flat before its first point and after its last. */
export function curveOf(table: CurveIr, x: Decimal | null): Decimal | null {
  const points = table.points.map((p) => ({ at: dec(p.at), value: dec(p.value) }))
  const [first, last] = [points[0], points.at(-1)]
  if (x === null || first === undefined || last === undefined) return null
  if (x.lte(first.at)) return first.value
  if (x.gte(last.at)) return last.value
  for (const [i, next] of points.entries()) {
    const point = points[i - 1]
    if (point === undefined || x.lt(point.at) || x.gte(next.at)) continue
    const rise = divide(x.minus(point.at).times(next.value.minus(point.value)), next.at.minus(point.at), DIVISION_SCALE)
    return rise === null ? null : point.value.plus(rise)
  }
  throw new Error(`the points of the curve ${table.table} do not rise`)
}

/** The first row that fits, counted from 0, and the value it gives; without one, what is given otherwise. */
export function lookupOf(table: LookupIr, keys: readonly Value[]): { readonly row: number | null; readonly value: Decimal | null } {
  const number = (text: string | null): Decimal | null => (text === null ? null : dec(text))
  for (const [row, { cells, value }] of table.rows.entries()) {
    if (cells.every((cell, i) => fits(cell, keys[i] ?? null, table.dimensions[i]?.boundary ?? 'begins'))) return { row, value: number(value) }
  }
  return { row: null, value: number(table.otherwise) }
}

/** Whether a key fits a cell; nothing fits `any` alone. */
function fits(cell: LookupCell, key: Value, boundary: 'begins' | 'ends'): boolean {
  switch (cell.kind) {
    case 'any':
      return true
    case 'text': {
      const text = asText(key)
      return text !== null && cell.values.includes(text)
    }
    case 'range': {
      const x = asNumber(key)
      if (x === null) return false
      const [from, until] = [cell.from === null ? null : dec(cell.from), cell.until === null ? null : dec(cell.until)]
      if (boundary === 'begins') return (from === null || x.gte(from)) && (until === null || x.lt(until))
      return (from === null || x.gt(from)) && (until === null || x.lte(until))
    }
    default:
      return cell satisfies never
  }
}
