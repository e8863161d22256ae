import { type Decimal, dec, decimalText } from '../base/decimal.ts'
import type { CurveIr, LookupCell, LookupIr, TiersIr } from '../engine/ir.ts'
import type { CurveResult, LookupResult, TiersResult } from '../engine/results.ts'
import { shownBound, shownQuantity } from '../engine/shown-bounds.ts'
import { MISSING, shownNumber, shownShare } from './figures.ts'
import type { Output } from './output.ts'
import type { Column } from './table.ts'

/** Shows a number of a table: bounds, rates and amounts each have a unit. */
export type Figure = (text: string) => string

/** How the numbers of a table are shown. */
export interface TableFigures {
  /** Bounds of tiers, places of a curve. */
  readonly of: Figure
  /** Rates of tiers. */
  readonly rate: Figure
  /** Amounts of tiers, values of curves and lookups. */
  readonly pays: Figure
  /** Bounds of a dimension of a lookup. */
  readonly key: (dimension: string) => Figure
}

const left = (title: string): Column => ({ title, align: 'left' })
const right = (title: string): Column => ({ title, align: 'right' })

/** A range as people write it: `80 % ≤ … < 100 %`; nothing where it is open on both sides. */
export function rangeText(bounds: { readonly from: string | null; readonly until: string | null }, boundary: 'begins' | 'ends', figure: Figure): string {
  const [above, below] = boundary === 'begins' ? ['≥', '<'] : ['>', '≤']
  const { from, until } = bounds
  if (from === null) return until === null ? '…' : `${below} ${figure(until)}`
  return until === null ? `${above} ${figure(from)}` : `${figure(from)} ${boundary === 'begins' ? '≤' : '<'} … ${below} ${figure(until)}`
}

/** The tier that a quantity lies in; -1 below the lowest bound, and where there is no quantity. */
function homeOf(table: TiersIr, quantity: string | null, scale: string | null): number {
  if (quantity === null) return -1
  const q = shownQuantity(quantity, scale)
  const bound = (text: string | null) => (text === null ? null : shownBound(text, scale))
  return table.tiers.findIndex((tier, i) => {
    const [from, until] = [bound(tier.from), bound(tier.until)]
    const last = i === table.tiers.length - 1
    const above = from === null || q.gt(from) || (q.eq(from) && (table.boundary === 'begins' || i === 0))
    return above && (last || until === null || q.lt(until) || (q.eq(until) && table.boundary === 'ends'))
  })
}

/** The range of a tier. The lowest bound always lies in the first tier, and the last bound in the last, whoever owns the others. */
function tierRange(table: TiersIr, i: number, figure: (text: string) => string): string {
  const tier = table.tiers[i]
  if (tier === undefined) return ''
  if (table.boundary === 'begins' || i > 0 || tier.from === null) return rangeText(tier, table.boundary, figure)
  return tier.until === null ? `≥ ${figure(tier.from)}` : `${figure(tier.from)} ≤ … ≤ ${figure(tier.until)}`
}

/** With a scale the bounds are shares of it, and the quantity is a number beside it. */
export function quantityFigure(result: TiersResult, figures: TableFigures): Figure {
  return result.scale === null ? figures.of : (text) => shownNumber(text)
}

/** Tier by tier: its range, the part of the quantity that lies in it, its rate or amount, what it pays. */
export function showTiers(output: Output, table: TiersIr, of: { readonly result: TiersResult; readonly figures: TableFigures; readonly indent: string }): void {
  const { result, figures, indent } = of
  const { scale } = result
  const home = homeOf(table, result.of, scale)
  const quantity = quantityFigure(result, figures)
  const absolute: Figure = (text) => (scale === null ? text : quantity(decimalText(shownBound(text, scale))))
  const columns = [
    left(output.say('tiers.range')),
    ...(scale === null ? [] : [left(output.say('tiers.absolute'))]),
    right(output.say('tiers.part')),
    right(output.say(table.tiers.some((t) => t.rate !== null) ? 'tiers.rate' : 'tiers.amount')),
    right(output.say('tiers.pays')),
  ]
  const part = (i: number): string => {
    if (table.mode !== 'whole') return result.tiers[i] === undefined ? MISSING : quantity(result.tiers[i].part)
    return i === home && result.of !== null ? quantity(result.of) : ''
  }
  const rows = table.tiers.map((tier, i) => [
    tierRange(table, i, scale === null ? figures.of : (text) => shownShare(text)),
    ...(scale === null ? [] : [tierRange(table, i, absolute)]),
    part(i),
    tier.rate === null ? figures.pays(tier.amount ?? '0') : figures.rate(tier.rate),
    result.tiers[i] === undefined ? MISSING : figures.pays(result.tiers[i].pays),
  ])
  output.table(columns, rows, { indent })
}

/** The bands of a rule, with a mark at the one that was reached. */
export function showBands(
  output: Output,
  table: TiersIr,
  of: { readonly of: string | null; readonly figures: TableFigures; readonly indent: string; readonly title: string },
): void {
  const home = homeOf(table, of.of, null)
  const rows = table.tiers.map((tier, i) => [
    tierRange(table, i, of.figures.of),
    of.figures.pays(tier.amount ?? '0'),
    i === home ? `◀ ${of.of === null ? '' : of.figures.of(of.of)}` : '',
  ])
  output.table([left(output.say('tiers.range')), right(of.title), left('')], rows, { indent: of.indent })
}

/** The two points of a curve that a value lies between, and what they come to. */
export function curveLine(output: Output, table: CurveIr, of: { readonly result: CurveResult; readonly figures: TableFigures }): string {
  const { result, figures } = of
  if (result.of === null) return output.say('curve.empty')
  const at = dec(result.of)
  const after = table.points.findIndex((p) => dec(p.at).gte(at))
  const [before, next] = [table.points[after - 1], table.points[after]]
  const point = (p: CurveIr['points'][number]) => `${figures.of(p.at)} → ${figures.pays(p.value)}`
  const came = { of: figures.of(result.of), value: result.value === null ? MISSING : figures.pays(result.value) }
  const [first, last] = [table.points[0], table.points.at(-1)]
  if (next === undefined) return output.say('curve.after', { ...came, point: last === undefined ? '' : point(last) })
  if (before === undefined) return output.say(isAt(next, at) ? 'curve.at' : 'curve.before', { ...came, point: first === undefined ? '' : point(first) })
  return isAt(next, at) ? output.say('curve.at', { ...came, point: point(next) }) : output.say('curve.between', { ...came, from: point(before), to: point(next) })
}

function isAt(point: CurveIr['points'][number], at: Decimal): boolean {
  return dec(point.at).eq(at)
}

/** The row of a lookup that fits, with what it asks for. */
export function lookupLine(output: Output, table: LookupIr, of: { readonly result: LookupResult; readonly figures: TableFigures }): string {
  const { result, figures } = of
  const value = result.value === null ? MISSING : figures.pays(result.value)
  const row = result.row === null ? undefined : table.rows[result.row]
  if (row === undefined) return output.say(table.otherwise === null ? 'lookup.none' : 'lookup.otherwise', { value })
  const cells = table.dimensions.flatMap((d, i) => {
    const text = cellText(row.cells[i], d, figures)
    return text === null ? [] : [`${d.name} ${text}`]
  })
  return output.say('lookup.row', { row: (result.row ?? 0) + 1, cells: cells.length === 0 ? output.say('lookup.anything') : cells.join(' · '), value })
}

function cellText(cell: LookupCell | undefined, dimension: LookupIr['dimensions'][number], figures: TableFigures): string | null {
  if (cell === undefined || cell.kind === 'any') return null
  if (cell.kind === 'text') return `= ${cell.values.join(' / ')}`
  return rangeText(cell, dimension.boundary, figures.key(dimension.name))
}

/** Percents with their sign, everything else grouped. */
export function plainFigure(percent: boolean): Figure {
  return percent ? (text) => shownShare(text) : (text) => shownNumber(text)
}
