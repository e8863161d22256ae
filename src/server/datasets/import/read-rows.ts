import { type Diagnostic, type Params, Refusal } from '../../../base/diagnostic.ts'
import { recordTexts } from '../csv/delimiter.ts'
import { type CsvTrouble, isFatal } from '../csv/scanner.ts'
import type { BadRows } from './bad-rows.ts'
import type { FieldColumn } from './columns.ts'
import type { ImportOptions } from './report.ts'
import { RowWriter } from './rows.ts'
import type { TableFile } from './table-file.ts'

/** A file being read. */
export interface Reading {
  readonly file: TableFile
  readonly columns: readonly FieldColumn[]
  readonly bad: BadRows
  /** Records so far, the bad ones included. */
  rows: number
  readonly progress: ImportOptions['progress']
  readonly signal: AbortSignal | undefined
}

/** The good rows of a file as COPY text; the bad ones go to `bad`. Errors: `csv.record-too-long`, `csv.quote-never-closed`, `import.cancelled`. */
export async function* copyLines(reading: Reading): AsyncGenerator<Buffer> {
  const { file } = reading
  const writer = new RowWriter(reading.columns)
  for (;;) {
    readRecords(reading, writer)
    yield* writer.ready
    writer.ready = []
    reading.progress?.({ stage: 'reading', bytes: file.result.bytes, totalBytes: file.totalBytes, rows: reading.rows })
    const chunk = await file.chunks.next()
    if (chunk.done === true) break
    file.scanner.push(chunk.value)
  }
  file.scanner.end()
  readRecords(reading, writer)
  writer.flush()
  yield* writer.ready
}

/** All complete records that the scanner holds. */
function readRecords(reading: Reading, writer: RowWriter): void {
  const { scanner, header } = reading.file
  while (scanner.next()) {
    if (scanner.trouble !== null) troubled(reading, scanner.trouble)
    else if (scanner.fields !== header.length) miscounted(reading)
    else {
      reading.rows++
      if (!writer.write(scanner)) badRow(reading, writer)
    }
  }
}

/** Longest piece of a value that is shown. */
const VALUE_SHOWN = 80

function shown(value: string): string {
  const clean = value.replace(/[\u0000-\u001f\u007f]/g, ' ') // they would disturb a terminal
  return clean.length > VALUE_SHOWN ? `${clean.slice(0, VALUE_SHOWN)}…` : clean
}

function diagnostic(reading: Reading, code: string, at: { index: number; params: Params }): Diagnostic {
  const { scanner, name } = reading.file
  return { code, severity: 'error', place: { file: name, line: scanner.line, ...(at.index < 0 ? {} : { column: at.index + 1 }) }, params: { line: scanner.line, ...at.params } }
}

function badRow(reading: Reading, writer: RowWriter): void {
  const { scanner } = reading.file
  const fields = recordTexts(scanner)
  if (fields.every((f) => f.trim() === '')) {
    // A row of nothing but delimiters: spreadsheets write them below a table.
    reading.rows--
    return
  }
  const problems = writer.problems.map((p) => diagnostic(reading, p.code, { index: p.index, params: { ...p.params, column: p.title, value: shown(p.value) } }))
  reading.bad.add(problems, fields)
}

function troubled(reading: Reading, trouble: CsvTrouble): void {
  const { scanner, header, name } = reading.file
  const line = 'line' in trouble ? trouble.line : scanner.line
  const column = header[trouble.field] ?? String(trouble.field + 1)
  if (isFatal(trouble)) throw new Refusal(trouble.code, { line, column, file: name }, { place: { file: name, line, column: trouble.field + 1 } })
  reading.rows++
  const value = scanner.buffer.toString('utf8', scanner.starts[trouble.field], scanner.ends[trouble.field])
  reading.bad.add([diagnostic(reading, trouble.code, { index: trouble.field, params: { column, value: shown(value) } })], recordTexts(scanner))
}

function miscounted(reading: Reading): void {
  const { scanner, header } = reading.file
  const fields = recordTexts(scanner)
  if (fields.every((f) => f.trim() === '')) return
  reading.rows++
  const params = { found: scanner.fields, expected: header.length, column: '', value: shown(fields.join(scanner.fields > 1 ? ' | ' : '')) }
  reading.bad.add([diagnostic(reading, scanner.fields < header.length ? 'csv.too-few-fields' : 'csv.too-many-fields', { index: -1, params })], fields)
}
