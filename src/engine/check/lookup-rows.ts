import { dec } from '../../base/decimal.ts'
import type { LookupCell } from '../ir.ts'
import { type Wording, worded } from '../wording.ts'
import type { TableAt, TableBody } from './table-numbers.ts'

type Lookup = TableBody & { kind: 'lookup' }

interface Row {
  /** Null: a cell is wrong. */
  readonly cells: readonly LookupCell[] | null
}

/** A cell whose bounds are places in the order of all bounds of the table: rows are compared with one another, and exact decimals are slow to compare. */
type Ranked = { readonly kind: 'any' } | { readonly kind: 'text'; readonly values: ReadonlySet<string> } | { readonly kind: 'range'; readonly from: number; readonly until: number }

/**
 * Rows are looked at in the order written. Two that differ in ranges alone, and these overlap, are a mistake: one of the ranges was meant otherwise.
 * A row behind one that takes everything it could take is never reached.
 */
export function compareRows(document: Lookup, rows: readonly Row[], { path, report }: TableAt): void {
  const ranked = rankedRows(rows)
  for (const [j, cells] of ranked.entries()) {
    if (cells === null) continue
    const overlapping = firstBefore(ranked, j, (other) => overlap(other, cells))
    const hiding = firstBefore(ranked, j, (other) => other.every((cell, k) => contains(cell, cells[k])))
    const here = [...path, 'rows', j, 'when']
    if (overlapping >= 0)
      report.error('lookup.overlap', here, {
        first: overlapping + 1,
        second: j + 1,
        ...worded('firstRange', rangesOf(document, overlapping)),
        ...worded('secondRange', rangesOf(document, j)),
      })
    else if (hiding >= 0) report.warning('lookup.unreachable', here, { row: j + 1, other: hiding + 1 })
  }
}

function firstBefore(rows: readonly (readonly Ranked[] | null)[], end: number, holds: (cells: readonly Ranked[]) => boolean): number {
  for (let i = 0; i < end; i++) {
    const cells = rows[i]
    if (cells !== null && cells !== undefined && holds(cells)) return i
  }
  return -1
}

function rankedRows(rows: readonly Row[]): (readonly Ranked[] | null)[] {
  const bounds = new Set<string>()
  for (const cell of rows.flatMap(({ cells }) => cells ?? [])) if (cell.kind === 'range') for (const bound of [cell.from, cell.until]) if (bound !== null) bounds.add(bound)
  const sorted = [...bounds].map((text) => ({ text, value: dec(text) })).sort((a, b) => a.value.cmp(b.value))
  const ranks = new Map(sorted.map(({ text }, rank) => [text, rank]))
  const rank = (bound: string | null, open: number) => (bound === null ? open : (ranks.get(bound) ?? open))
  return rows.map(
    ({ cells }) =>
      cells?.map((cell): Ranked => {
        if (cell.kind === 'text') return { kind: 'text', values: new Set(cell.values) }
        return cell.kind === 'any' ? cell : { kind: 'range', from: rank(cell.from, -Infinity), until: rank(cell.until, Infinity) }
      }) ?? null,
  )
}

/** The same texts, and ranges that share some number, at least one of them a range on both sides. */
function overlap(a: readonly Ranked[], b: readonly Ranked[]): boolean {
  let ranges = 0
  const holds = a.every((cell, k) => {
    const other = b[k]
    if (cell.kind === 'text') return other?.kind === 'text' && cell.values.size === other.values.size && contains(cell, other)
    if (cell.kind === 'any' || other?.kind !== 'range') return cell.kind === other?.kind
    ranges++
    return cell.from < other.until && other.from < cell.until
  })
  return holds && ranges > 0
}

/** Whether every key that fits `inner` fits `outer`. */
function contains(outer: Ranked, inner: Ranked | undefined): boolean {
  if (outer.kind === 'any') return true
  if (outer.kind === 'text') return inner?.kind === 'text' && [...inner.values].every((text) => outer.values.has(text))
  return inner?.kind === 'range' && outer.from <= inner.from && inner.until <= outer.until
}

/** The ranges of a row as its author wrote them, with their keys. */
function rangesOf({ by, rows }: Lookup, row: number): Wording {
  const parts = by.flatMap(({ key }) => {
    const cell = rows[row]?.when[key]
    if (typeof cell !== 'object' || Array.isArray(cell)) return []
    const { from, to } = cell
    const zh = from === undefined ? (to === undefined ? '全部' : `${to} 以下`) : to === undefined ? `${from} 以上` : `${from}–${to}`
    const en = from === undefined ? (to === undefined ? 'everything' : `below ${to}`) : to === undefined ? `${from} and above` : `${from}–${to}`
    return [{ zh: `${key} ${zh}`, en: `${key} ${en}` }]
  })
  return { zh: parts.map((p) => p.zh).join('，'), en: parts.map((p) => p.en).join(', ') }
}
