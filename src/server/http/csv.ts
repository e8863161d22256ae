import type { SheetColumn } from './workbook.ts'
import { escaped } from './workbook.ts'

/** A plain number is no formula, though it may begin with a minus. */
const NUMBER = /^-?\d+(\.\d+)?%?$/

/** Rows as CSV that spreadsheets open as UTF-8; no cell is a formula. */
export function csvOf<Row>(columns: readonly SheetColumn<Row>[], rows: readonly Row[]): string {
  const lines = [columns.map((c) => quoted(c.title)), ...rows.map((row) => columns.map((c) => quoted(c.of(row) ?? '')))]
  return `\ufeff${lines.map((line) => line.join(',')).join('\r\n')}\r\n`
}

function quoted(text: string): string {
  const safe = NUMBER.test(text) ? text : escaped(text)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
