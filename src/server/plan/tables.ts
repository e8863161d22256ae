import { stat } from 'node:fs/promises'
import { type Diagnostic, type Place, Refusal } from '../../base/diagnostic.ts'
import { PLAN_TABLE_BYTES } from '../../base/limits.ts'
import type { SourceDocument } from '../../engine/documents/dataset.ts'
import { nearNames } from '../../engine/near.ts'
import { recordTexts } from '../datasets/csv/delimiter.ts'
import { isFatal } from '../datasets/csv/scanner.ts'
import { openTable, type TableFile } from '../datasets/import/table-file.ts'
import { codeOf } from './files.ts'

/** A small table of a plan folder, in memory. Cells are as they stand in the file, without surrounding white space. */
export interface Table {
  readonly file: string
  readonly encoding: string
  readonly headerLine: number
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
}

export interface TableRow {
  readonly line: number
  readonly cells: readonly string[]
}

export interface TableRead {
  readonly table: Table | null
  readonly diagnostics: readonly Diagnostic[]
}

/** Bad rows told one by one; after so many the file is of another kind and the rest is noise. */
const TOLD = 20

/**
 * Read a small CSV or XLSX file, in any encoding and with any separator that an import takes.
 * `known` are the column names that would be welcome; they tell separators apart. Problems name the file `name`: the path unless told.
 * Diagnostics: `plan.file-*`, `plan.table.*`, and what the reader of data files refuses (`import.*`, `csv.*`), with the line. With an error there is no table.
 */
export async function readTable(path: string, known: readonly string[], source: Partial<SourceDocument> = {}, name = path): Promise<TableRead> {
  try {
    const { size } = await stat(path)
    if (size > PLAN_TABLE_BYTES) return failed({ code: 'plan.file-too-large', severity: 'error', place: { file: name }, params: { file: name, size, most: PLAN_TABLE_BYTES } })
    const wanted = new Set(known.map(folded))
    const file = await openTable({ file: path, fileName: name, source, signal: undefined, known: (names) => names.filter((n) => wanted.has(folded(n))).length })
    try {
      return await readRecords(name, file)
    } finally {
      await file.close()
    }
  } catch (error) {
    if (error instanceof Refusal) return failed({ code: error.code, severity: 'error', place: { file: name, ...error.place }, params: { file: name, ...error.params } })
    return failed({ code: 'plan.file-unreadable', severity: 'error', place: { file: name }, params: { file: name, reason: codeOf(error) } })
  }
}

function failed(...diagnostics: Diagnostic[]): TableRead {
  return { table: null, diagnostics }
}

async function readRecords(name: string, file: TableFile): Promise<TableRead> {
  const columns = file.header.map((c) => c.trim())
  const diagnostics: Diagnostic[] = []
  const error = (code: string, place: Place, params: Diagnostic['params']) =>
    diagnostics.push({ code, severity: 'error', place: { file: name, ...place }, params: { file: name, ...params } })
  for (const [code, params] of headerTroubles(columns)) error(code, { line: file.headerLine }, params)
  const rows: TableRow[] = []
  while (diagnostics.length < TOLD && (await nextRecord(file))) {
    const { line, trouble } = file.scanner
    if (trouble !== null) {
      error(trouble.code, { line }, { column: columns[trouble.field] ?? trouble.field + 1, line })
      if (isFatal(trouble)) break
      continue
    }
    const cells = recordTexts(file.scanner).map((c) => c.trim())
    if (cells.every((c) => c === '')) continue
    if (cells.length === columns.length) rows.push({ line, cells })
    else error('plan.table.ragged', { line }, { has: cells.length, wanted: columns.length })
  }
  return diagnostics.length > 0 ? failed(...diagnostics) : { table: { file: name, encoding: file.encoding, headerLine: file.headerLine, columns, rows }, diagnostics: [] }
}

async function nextRecord(file: TableFile): Promise<boolean> {
  for (;;) {
    if (file.scanner.next()) return true
    const chunk = await file.chunks.next()
    if (chunk.done === true) {
      file.scanner.end()
      return file.scanner.next()
    }
    file.scanner.push(chunk.value)
  }
}

function* headerTroubles(columns: readonly string[]): Generator<[string, Diagnostic['params']]> {
  const seen = new Set<string>()
  for (const [i, column] of columns.entries()) {
    if (column === '') yield ['plan.table.column-empty', { number: i + 1 }]
    else if (seen.has(column)) yield ['plan.table.column-twice', { column }]
    seen.add(column)
  }
}

/** A column name as it is compared where nothing is equal: width, case, spaces, hyphens and underscores do not matter. */
export function folded(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-\u200b\ufeff]+/g, '')
}

/** Position of a column by its name, else by its folded name where only one is like it; -1 where there is none. */
export function columnAt(columns: readonly string[], name: string): number {
  const exact = columns.indexOf(name.trim())
  if (exact >= 0) return exact
  const alike = columns.flatMap((c, i) => (folded(c) === folded(name) && folded(c) !== '' ? [i] : []))
  return alike.length === 1 ? (alike[0] ?? -1) : -1
}

/** Reads the value of a row for a column name or a template such as `{first_name} {last_name}`. */
export type Picker = (row: TableRow) => string

const HOLE = /\{([^{}]+)\}/g

/** The column names that a column or template asks for. */
export function columnsIn(template: string): string[] {
  const names = [...template.matchAll(HOLE)].map((m) => m[1] ?? '')
  return names.length === 0 ? [template] : names
}

/** The reader for a column or template, or the names that do not exist, with close ones. */
export function picker(columns: readonly string[], template: string): Picker | { readonly missing: readonly { column: string; near: readonly string[] }[] } {
  const position = columnAt(columns, template)
  if (position >= 0) return (row) => row.cells[position] ?? ''
  const wanted = columnsIn(template)
  const missing = wanted.filter((n) => columnAt(columns, n) < 0).map((column) => ({ column: column.trim(), near: nearNames(column.trim(), columns) }))
  if (missing.length > 0) return { missing }
  const at = new Map(wanted.map((n) => [n, columnAt(columns, n)]))
  const cell = (row: TableRow, name: string) => row.cells[at.get(name) ?? -1] ?? ''
  // A template over empty cells is empty, not the words between them.
  return (row) => (wanted.every((n) => cell(row, n) === '') ? '' : template.replace(HOLE, (_, name: string) => cell(row, name)).trim())
}
