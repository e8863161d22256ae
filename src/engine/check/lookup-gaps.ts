import { contains, type Ranked } from './lookup-ranked.ts'

type Cells = readonly Ranked[]

/** Numbers of rows, from 0. */
export interface Gap {
  readonly before: number
  readonly after: number
}

/**
 * Two rows that differ in one range alone, with numbers between them that no row takes: what lies there would come to nothing. Null: there are none.
 * Below the lowest and above the highest range nothing is missed: there a table may end.
 */
export function gapIn(rows: readonly (Cells | null)[]): Gap | null {
  for (const [before, cells] of rows.entries()) {
    for (const d of cells?.keys() ?? []) {
      const after = cells === null ? -1 : nextAfter(rows, cells, d)
      const next = rows[after]?.[d]
      const range = cells?.[d]
      if (cells !== null && range?.kind === 'range' && next?.kind === 'range' && !covered(rows, { cells, d, from: range.until, until: next.from })) return { before, after }
    }
  }
  return null
}

/** Of the rows that differ from one in a range alone, that which begins next after it ends; -1: none, or one that goes on from there. */
function nextAfter(rows: readonly (Cells | null)[], cells: Cells, d: number): number {
  const range = cells[d]
  if (range?.kind !== 'range') return -1
  let [found, begins] = [-1, Infinity]
  for (const [i, other] of rows.entries()) {
    const there = other?.[d]
    if (other == null || there?.kind !== 'range' || !sameBut(d, cells, other)) continue
    if (there.from <= range.until && there.until > range.until) return -1
    if (there.from > range.until && there.from < begins) [found, begins] = [i, there.from]
  }
  return found
}

const sameBut = (d: number, a: Cells, b: Cells): boolean => a.every((cell, k) => k === d || (contains(cell, b[k]) && b[k] !== undefined && contains(b[k], cell)))

/** Whether rows that take all else that one takes also take every number between two places in the order of the bounds. */
function covered(rows: readonly (Cells | null)[], gap: { readonly cells: Cells; readonly d: number; readonly from: number; readonly until: number }): boolean {
  const { cells, d } = gap
  const taking = rows.flatMap((other) => {
    const there = other?.[d]
    return other != null && there !== undefined && cells.every((cell, k) => k === d || (other[k] !== undefined && contains(other[k], cell))) ? [there] : []
  })
  for (let at = gap.from; at < gap.until; at++) if (!taking.some((there) => contains(there, { kind: 'range', from: at, until: at + 1 }))) return false
  return true
}
