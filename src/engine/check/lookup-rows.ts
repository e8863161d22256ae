import { dec } from '../../base/decimal.ts'
import type { LookupCell } from '../ir.ts'
import { type Wording, worded } from '../wording.ts'
import type { TableBody } from './table-info.ts'
import type { TableAt } from './table-numbers.ts'

type Lookup = TableBody & { kind: 'lookup' }

interface Row {
  /** Null: a cell is wrong. */
  readonly cells: readonly LookupCell[] | null
}

/**
 * Rows are looked at in the order written. Two that differ in ranges alone, and these overlap, are a mistake: one of the ranges was meant otherwise.
 * A row behind one that takes everything it could take is never reached.
 */
export function compareRows(document: Lookup, rows: readonly Row[], { path, report }: TableAt): void {
  for (const [j, { cells }] of rows.entries()) {
    if (cells === null) continue
    const earlier = rows.slice(0, j)
    const overlapping = earlier.findIndex((row) => row.cells !== null && overlap(row.cells, cells))
    const hiding = earlier.findIndex((row) => row.cells?.every((cell, k) => contains(cell, cells[k] ?? { kind: 'any' })))
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

/** The same texts, and ranges that share some number, at least one of them a range on both sides. */
function overlap(a: readonly LookupCell[], b: readonly LookupCell[]): boolean {
  let ranges = 0
  const holds = a.every((cell, k) => {
    const other = b[k]
    if (cell.kind === 'text') return other?.kind === 'text' && sameTexts(cell.values, other.values)
    if (cell.kind === 'any' || other?.kind !== 'range') return cell.kind === other?.kind
    ranges++
    return below(cell.from, other.until) && below(other.from, cell.until)
  })
  return holds && ranges > 0
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.every((text) => b.includes(text)) && b.every((text) => a.includes(text))
}

/** Whether a beginning lies below an end; null is open. */
function below(from: string | null, until: string | null): boolean {
  return from === null || until === null || dec(from).lt(until)
}

/** Whether every key that fits `inner` fits `outer`. */
function contains(outer: LookupCell, inner: LookupCell): boolean {
  if (outer.kind === 'any') return true
  if (outer.kind === 'text') return inner.kind === 'text' && inner.values.every((text) => outer.values.includes(text))
  if (inner.kind !== 'range') return false
  const begins = outer.from === null || (inner.from !== null && dec(outer.from).lte(inner.from))
  return begins && (outer.until === null || (inner.until !== null && dec(inner.until).lte(outer.until)))
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
