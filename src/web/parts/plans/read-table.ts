import { dec, decimalText } from '../../../base/decimal.ts'
import type { CurveIr, LookupCell, LookupIr, TierIr, TiersIr } from '../../../engine/ir.ts'

/** A table as somebody is just writing it: any field may still be missing or no number. */
export interface TableDraft {
  readonly kind?: unknown
  readonly mode?: unknown
  readonly boundary?: unknown
  readonly tiers?: unknown
  readonly points?: unknown
  readonly by?: unknown
  readonly rows?: unknown
  readonly otherwise?: unknown
}

const NUMBER = /^-?\d+(\.\d+)?%?$/

/** A number as documents write it, as formulas calculate with it: 1.5% is 0.015. Null: none. */
export function numberIn(written: unknown): string | null {
  const text = typeof written === 'number' ? String(written) : typeof written === 'string' ? written.trim() : ''
  if (!NUMBER.test(text)) return null
  return decimalText(text.endsWith('%') ? dec(text.slice(0, -1)).times('0.01') : dec(text))
}

type Fields = Readonly<Record<string, unknown>>
const listOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter((each): each is Fields => typeof each === 'object' && each !== null) : [])
const boundaryOf = (value: unknown): 'begins' | 'ends' => (value === 'ends' ? 'ends' : 'begins')

/**
 * The tiers of a draft, to draw them while they are typed: the checker of the server has the last word on whether they are right. Null where they cannot be drawn yet.
 */
export function readTiers({ mode, boundary, tiers }: TableDraft, table = ''): TiersIr | null {
  const rows = listOf(tiers)
  const read: TierIr[] = []
  for (const [i, row] of rows.entries()) {
    const last = read.at(-1)
    const from = row['from'] === 'any' ? null : (numberIn(row['from']) ?? (last === undefined ? '0' : last.until))
    const until = numberIn(row['to']) ?? numberIn(rows[i + 1]?.['from'])
    const [rate, amount] = [numberIn(row['rate']), numberIn(row['amount'])]
    if (rate === null && amount === null) return null
    if (until === null && i < rows.length - 1) return null
    if (from !== null && until !== null && dec(until).lte(from)) return null
    read.push({ from, until, rate, amount: rate === null ? amount : null })
  }
  if (read.length === 0 || read.some((tier) => (tier.rate === null) !== (read[0]?.rate === null))) return null
  const how = mode === 'whole' || mode === 'interpolated' ? mode : 'marginal'
  if (how === 'interpolated' && (read[0]?.rate !== null || read[0]?.from === null || read.at(-1)?.until === null)) return null
  return { table, mode: how, boundary: boundaryOf(boundary), tiers: read }
}

/** Points that rise; null where there are not two of them yet. */
export function readCurve({ points }: TableDraft, table = ''): CurveIr | null {
  const read: CurveIr['points'][number][] = []
  for (const row of listOf(points)) {
    const [at, value] = [numberIn(row['at']), numberIn(row['value'])]
    const last = read.at(-1)
    if (at === null || value === null || (last !== undefined && dec(at).lte(last.at))) return null
    read.push({ at, value })
  }
  return read.length < 2 ? null : { table, points: read }
}

/** The rows of a lookup; null where a value or a key is missing. */
export function readLookup({ by, rows, otherwise }: TableDraft, table = ''): LookupIr | null {
  const dimensions = listOf(by).map((each) => ({
    name: typeof each['key'] === 'string' ? each['key'] : '',
    kind: typeof each['range'] === 'string' ? ('range' as const) : ('text' as const),
    boundary: boundaryOf(each['boundary']),
  }))
  const read = listOf(rows).map((row) => ({ value: numberIn(row['value']), cells: dimensions.map((dimension) => cellOf(whenOf(row)[dimension.name])) }))
  const whole = read.flatMap(({ value, cells }) => (value === null ? [] : [{ value, cells }]))
  return dimensions.length === 0 || whole.length < read.length || whole.length === 0 ? null : { table, dimensions, rows: whole, otherwise: numberIn(otherwise) }
}

function whenOf(row: Fields): Fields {
  const when = row['when']
  return typeof when === 'object' && when !== null ? (when as Fields) : {} // Looked.
}

function cellOf(cell: unknown): LookupCell {
  if (cell === undefined || cell === null || cell === '') return { kind: 'any' }
  if (Array.isArray(cell)) return { kind: 'text', values: cell.map(String) }
  if (typeof cell !== 'object') return { kind: 'text', values: [String(cell)] }
  const { from, to } = cell as Fields // An object that is no list.
  const range = { from: numberIn(from), until: numberIn(to) }
  return range.from === null && range.until === null ? { kind: 'any' } : { kind: 'range', ...range }
}
