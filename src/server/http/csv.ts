import type { SheetColumn } from './workbook.ts'
import { escaped } from './workbook.ts'

/** A plain number is no formula, though it may begin with a minus. */
const NUMBER = /^-?\d+(\.\d+)?%?$/

/** Rows as CSV that spreadsheets open as UTF-8; no cell is a formula. */
export function csvOf<Row>(columns: readonly SheetColumn<Row>[], rows: readonly Row[]): string {
  return `\ufeff${columns.map((c) => quoted(c.title)).join(',')}\r\n${linesOf(columns, rows)}`
}

/** The same a page at a time: a long list is never held as a whole. */
export async function* csvPages<Row>(columns: readonly SheetColumn<Row>[], pages: AsyncIterable<readonly Row[]>): AsyncGenerator<string> {
  yield csvOf(columns, [])
  for await (const rows of pages) yield linesOf(columns, rows)
}

function linesOf<Row>(columns: readonly SheetColumn<Row>[], rows: readonly Row[]): string {
  return rows.map((row) => `${columns.map((c) => quoted(c.of(row) ?? '')).join(',')}\r\n`).join('')
}

function quoted(text: string): string {
  const safe = NUMBER.test(text) ? text : escaped(text)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
