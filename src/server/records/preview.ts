import type { Diagnostic } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/diagnostic.ts'
import { PREVIEW_ROWS } from '../../base/limits.ts'
import type { DatasetDocument } from '../../engine/documents/dataset.ts'
import type { Read } from '../../store/types.ts'
import { recordTexts } from '../datasets/csv/delimiter.ts'
import { type FieldColumn, fieldColumns } from '../datasets/import/columns.ts'
import { type FieldSource, knownColumns, lookOver } from '../datasets/import/header.ts'
import { RowWriter } from '../datasets/import/rows.ts'
import { named, openTable, type TableFile } from '../datasets/import/table-file.ts'
import { builtInFiles } from '../measures/built-in-files.ts'
import { measuresForEntry } from '../measures/queries.ts'
import { loadDirectory } from '../org/queries.ts'
import type { Rules } from './crediting.ts'
import { type ImportChoices, sourceWith } from './import-choices.ts'

/** One field of a row as it will be read. */
export interface PreviewCell {
  readonly text: string
  /** Null: empty, or it cannot be read. */
  readonly value: string | null
  readonly problem: Diagnostic | null
}

export interface Preview {
  readonly encoding: string
  readonly delimiter: string | null
  readonly headerLine: number
  readonly columns: readonly string[]
  /** Field → column of the file. */
  readonly mapping: Readonly<Record<string, string>>
  /** What is wrong with the header; the file can be imported when nothing is. */
  readonly problems: readonly Diagnostic[]
  readonly rows: readonly { readonly line: number; readonly cells: Readonly<Record<string, PreviewCell>>; readonly problem: Diagnostic | null }[]
}

/** The first rows of a file as an import with these choices would read them. Errors: refusals about the file as a whole. */
export async function previewFile(
  read: Read,
  rules: Rules,
  of: { readonly document: DatasetDocument; readonly path: string; readonly name: string; readonly choices: ImportChoices },
): Promise<Preview> {
  const { document, path, name, choices } = of
  const source = sourceWith(document, choices)
  const file = await openTable({ file: path, fileName: name, source, signal: undefined, known: (names) => knownColumns(document, source, names) })
  try {
    const { sources, troubles } = lookOver(file.header, document, { source, mode: choices.mode, file: name, line: file.headerLine })
    const columns = fieldColumns(sources, file.header, {
      document,
      datasets: new Map(rules.datasets.map((d) => [d.dataset, d])),
      directory: await loadDirectory(read),
      currency: rules.company.currency,
      serialsFrom: file.serialsFrom,
      decimalComma: source.decimal === 'comma',
      periodEnd: undefined,
      measureOf: undefined,
      isPercent: undefined,
      ...builtInFiles(document, { calendar: rules.calendar, ...(await measuresForEntry(read)) }),
    })
    return {
      encoding: file.encoding,
      delimiter: file.delimiter,
      headerLine: file.headerLine,
      columns: file.header,
      mapping: Object.fromEntries([...sources].map(([field, from]) => [field, columnName(from, file.header)])),
      problems: troubles,
      rows: await firstRows(file, columns),
    }
  } catch (error) {
    throw error instanceof Refusal ? named(error, { fileName: name }) : error
  } finally {
    await file.close()
  }
}

function columnName(source: FieldSource, names: readonly string[]): string {
  return source.kind === 'column' ? (names[source.index] ?? '') : source.parts.map((p) => (typeof p === 'number' ? `{${names[p] ?? ''}}` : p)).join('')
}

async function firstRows(file: TableFile, columns: readonly FieldColumn[]): Promise<Preview['rows']> {
  const rows: Preview['rows'][number][] = []
  const { scanner } = file
  for (let ended = false; rows.length < PREVIEW_ROWS; ) {
    if (scanner.next()) {
      const texts = recordTexts(scanner)
      if (texts.some((text) => text.trim() !== '')) rows.push(rowOf(file, columns, texts))
      continue
    }
    if (ended) break
    const chunk = await file.chunks.next()
    ended = chunk.done === true
    if (chunk.done === true) scanner.end()
    else scanner.push(chunk.value)
  }
  return rows
}

function rowOf(file: TableFile, columns: readonly FieldColumn[], texts: readonly string[]): Preview['rows'][number] {
  const { scanner, header, name } = file
  const { line, trouble } = scanner
  const whole = (code: string, params: Diagnostic['params']): Diagnostic => ({
    code,
    severity: 'error',
    place: { file: name, line },
    params: { line, column: '', value: '', ...params },
  })
  const asWritten = () => Object.fromEntries(columns.map((c) => [c.field, { text: texts[c.index] ?? '', value: null, problem: null }]))
  if (trouble !== null) return { line, cells: asWritten(), problem: whole(trouble.code, { column: header[trouble.field] ?? '' }) }
  if (texts.length !== header.length) {
    return {
      line,
      cells: asWritten(),
      problem: whole(texts.length < header.length ? 'csv.too-few-fields' : 'csv.too-many-fields', { found: texts.length, expected: header.length }),
    }
  }
  // A field at a time, so that each problem stays with its field; whoever writes whole rows stops at none of them.
  const cells = columns.map((column) => [column.field, cellOf(file, column, columns, texts)] as const)
  return { line, cells: Object.fromEntries(cells), problem: null }
}

function cellOf(file: TableFile, column: FieldColumn, columns: readonly FieldColumn[], texts: readonly string[]): PreviewCell {
  const { scanner, name } = file
  // An amount that names a currency is compared with the field of its currency.
  const beside = columns.find((c) => c.field === column.currencyField)
  const writer = new RowWriter(beside === undefined ? [column] : [column, beside])
  writer.write(scanner)
  const text = column.index < 0 ? '' : (texts[column.index] ?? '')
  const [problem] = writer.problems.filter((p) => p.index === column.index && p.title === column.title)
  if (problem !== undefined) {
    const { code, params, title, value, index } = problem
    const place = { file: name, line: scanner.line, ...(index < 0 ? {} : { column: index + 1 }) }
    return { text, value: null, problem: { code, severity: 'error', place, params: { line: scanner.line, ...params, column: title, value: value.slice(0, 80) } } }
  }
  // With a problem in the field beside it nothing was written.
  if (writer.problems.length > 0) return { text, value: text, problem: null }
  writer.flush()
  return { text, value: copied(Buffer.concat(writer.ready).toString('utf8').replace(/\n$/, '').split('\t')[1] ?? ''), problem: null }
}

const UNESCAPED: Readonly<Record<string, string>> = { '\\t': '\t', '\\n': '\n', '\\r': '\r', '\\\\': '\\' }

/** A field of COPY text as a value. */
function copied(field: string): string | null {
  return field === '\\N' ? null : field.replaceAll(/\\[tnr\\]/g, (escape) => UNESCAPED[escape] ?? escape)
}
