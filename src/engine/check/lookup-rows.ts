import { type Wording, worded } from '../wording.ts'
import { gapIn } from './lookup-gaps.ts'
import { contains, type Ranked, type Row, rankedRows } from './lookup-ranked.ts'
import type { TableAt, TableBody } from './table-numbers.ts'

type Lookup = TableBody & { kind: 'lookup' }

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
  const gap = document.otherwise === undefined ? gapIn(ranked) : null
  if (gap === null) return
  const ranges = { ...worded('firstRange', rangesOf(document, gap.before)), ...worded('secondRange', rangesOf(document, gap.after)) }
  report.error('lookup.gap', [...path, 'rows', gap.after, 'when'], { first: gap.before + 1, second: gap.after + 1, ...ranges })
}

function firstBefore(rows: readonly (readonly Ranked[] | null)[], end: number, holds: (cells: readonly Ranked[]) => boolean): number {
  for (let i = 0; i < end; i++) {
    const cells = rows[i]
    if (cells !== null && cells !== undefined && holds(cells)) return i
  }
  return -1
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
