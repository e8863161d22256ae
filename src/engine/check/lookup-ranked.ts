import { dec } from '../../base/decimal.ts'
import type { LookupCell } from '../ir.ts'

export interface Row {
  /** Null: a cell is wrong. */
  readonly cells: readonly LookupCell[] | null
}

/** A cell whose bounds are places in the order of all bounds of the table: rows are compared with one another, and exact decimals are slow to compare. */
export type Ranked =
  | { readonly kind: 'any' }
  | { readonly kind: 'text'; readonly values: ReadonlySet<string> }
  | { readonly kind: 'range'; readonly from: number; readonly until: number }

/** The cells of each row in such terms; null where a cell is wrong. */
export function rankedRows(rows: readonly Row[]): (readonly Ranked[] | null)[] {
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

/** Whether every key that fits `inner` fits `outer`. */
export function contains(outer: Ranked, inner: Ranked | undefined): boolean {
  if (outer.kind === 'any') return true
  if (outer.kind === 'text') return inner?.kind === 'text' && [...inner.values].every((text) => outer.values.has(text))
  return inner?.kind === 'range' && outer.from <= inner.from && inner.until <= outer.until
}
