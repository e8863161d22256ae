import { dec } from '../../../base/decimal.ts'
import type { Column, TableView } from './column.ts'

/** The rows that fit a view, in its order. Rows that compare as equal keep the order they came in. */
export function rowsIn<Row>(rows: readonly Row[], columns: readonly Column<Row>[], view: TableView): readonly Row[] {
  const words = view.q
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const found = rows.filter((row) => fits(row, columns, view) && holds(row, columns, words))
  const sort = view.sort
  const compare = sort === null ? undefined : columns.find(({ id }) => id === sort.column)?.compare
  if (sort === null || compare === undefined) return found
  return found.toSorted((a, b) => (sort.down ? compare(b, a) : compare(a, b)))
}

function fits<Row>(row: Row, columns: readonly Column<Row>[], { filters }: TableView): boolean {
  return columns.every(({ id, filter }) => filter === undefined || filters[id] === undefined || filter.of(row) === filters[id])
}

function holds<Row>(row: Row, columns: readonly Column<Row>[], words: readonly string[]): boolean {
  if (words.length === 0) return true
  const text = columns
    .map((column) => column.text?.(row) ?? '')
    .join('\n')
    .toLowerCase()
  return words.every((word) => text.includes(word))
}

/** Order of decimals of the API; what is missing comes before every number. */
export function byNumber<Row>(of: (row: Row) => string | null | undefined): (a: Row, b: Row) => number {
  return (a, b) => {
    const [left, right] = [of(a) ?? null, of(b) ?? null]
    if (left === null || right === null) return Number(left !== null) - Number(right !== null)
    return dec(left).cmp(dec(right))
  }
}

/** Order of words, Chinese by its sounds. */
export function byText<Row>(of: (row: Row) => string | null | undefined): (a: Row, b: Row) => number {
  const collator = new Intl.Collator('zh-CN', { numeric: true })
  return (a, b) => collator.compare(of(a) ?? '', of(b) ?? '')
}
