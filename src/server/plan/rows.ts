import type { Diagnostic, Params, Place } from '../../base/diagnostic.ts'
import { PLAN_DOCUMENT_BYTES } from '../../base/limits.ts'
import { SourceSchema } from '../../engine/documents/dataset.ts'
import { nearNames } from '../../engine/near.ts'
import type { OrgRow } from '../org/rows.ts'
import { decodeDocument } from './encoding.ts'
import { findDataFile, type PlanFile, readBytes } from './files.ts'
import { columnAt, columnsIn, folded, type Picker, picker, readTable, type Table } from './tables.ts'
import { parseYaml, type YamlEntry } from './yaml.ts'

/** Rows of people, units or rates with what is wrong in their files. */
export interface RowsRead<Field extends string> {
  readonly rows: readonly OrgRow<Field>[]
  readonly diagnostics: readonly Diagnostic[]
}

/** What a table of the organisation may hold, and which of it must be there. */
export interface RowsShape<Field extends string> {
  readonly fields: readonly Field[]
  readonly required: readonly Field[]
  /** What people call the columns of a file beside the ids of the fields. */
  readonly names?: Readonly<Record<Field, readonly string[]>>
}

/** Where data files named in a YAML list of sources are looked up: the data folder first, then the plan folder. */
export interface Folders {
  readonly dir: string
  readonly dataDir: string
}

/** Rows of people.csv, units.csv, rates.csv (columns named as the fields, or as people call them) or of a YAML list of sources and rows. */
export async function readRows<Field extends string>(file: PlanFile, shape: RowsShape<Field>, folders: Folders): Promise<RowsRead<Field>> {
  return file.format === 'csv' ? readNamedTable(file.path, shape) : readSources(file.path, shape, folders)
}

async function readNamedTable<Field extends string>(path: string, shape: RowsShape<Field>): Promise<RowsRead<Field>> {
  const { table, diagnostics } = await readTable(path, [...shape.fields, ...shape.fields.flatMap((f) => shape.names?.[f] ?? [])])
  if (table === null) return { rows: [], diagnostics }
  const problems = [...diagnostics, ...headerProblems(table, shape)]
  if (problems.length > 0) return { rows: [], diagnostics: problems }
  const at = table.columns.flatMap((column, i) => fieldsCalled(shape, column).map((field) => [field, i] as const))
  return {
    rows: table.rows.map((row) =>
      rowOf(
        table.file,
        row.line,
        at.map(([field, i]) => [field, row.cells[i] ?? '']),
      ),
    ),
    diagnostics: [],
  }
}

/** The field that a column is of, by its id or by what people call it; nothing where none is. */
function fieldsCalled<Field extends string>(shape: RowsShape<Field>, column: string): Field[] {
  const id = shape.fields[columnAt(shape.fields, column)]
  if (id !== undefined) return [id]
  return shape.fields.filter((f) => (shape.names?.[f] ?? []).some((name) => folded(name) === folded(column)))
}

const withNear = (column: string, [near]: readonly string[]): string => (near === undefined ? column : `${column} (${near}?)`)

/** One problem however much is wrong with the line: it is one line to mend. */
function headerProblems<Field extends string>(table: Table, shape: RowsShape<Field>): Diagnostic[] {
  const place: Place = { file: table.file, line: table.headerLine }
  const found = table.columns.map((column) => ({ column, field: fieldsCalled(shape, column)[0] }))
  const unknown = found.filter((f) => f.field === undefined).map((f) => f.column)
  const missing = shape.required.filter((field) => !found.some((f) => f.field === field))
  const twice = found.filter((f, i) => f.field !== undefined && found.findIndex((o) => o.field === f.field) < i)
  const known = shape.fields.map((f) => [f, ...(shape.names?.[f] ?? []).slice(0, 1)].join('/')).join(', ')
  const [column] = unknown
  const spelled = shape.fields.flatMap((f) => [f, ...(shape.names?.[f] ?? [])])
  if (twice[0] !== undefined) return [problem('plan.table.field-twice', place, { column: twice[0].column, other: found.find((f) => f.field === twice[0]?.field)?.column ?? '' })]
  if (unknown.length + missing.length > 1)
    return [problem('plan.table.header', place, { unknown: unknown.map((c) => withNear(c, nearNames(c, spelled))).join(', ') || '–', missing: missing.join(', ') || '–', known })]
  if (column !== undefined) return [problem('plan.table.column-unknown', place, { column, known, near: nearNames(column, spelled).join(', ') || '–' })]
  return missing.map((field) => problem('plan.table.column-missing', place, { column: field, known }))
}

function rowOf<Field extends string>(file: string, line: number, cells: readonly (readonly [Field, string])[]): OrgRow<Field> {
  const fields: Partial<Record<Field, string>> = {}
  for (const [field, value] of cells) fields[field] = value
  return { fields, file, line }
}

function problem(code: string, place: Place, params: Params): Diagnostic {
  return { code, severity: 'error', place, params }
}

/** A list whose items are sources (`file` and `columns`) or single rows. */
async function readSources<Field extends string>(path: string, shape: RowsShape<Field>, folders: Folders): Promise<RowsRead<Field>> {
  const read = await readYamlFile(path)
  const rows: OrgRow<Field>[] = []
  const diagnostics = [...read.diagnostics]
  for (const entry of read.entries) {
    const item = isRecord(entry.value) && 'file' in entry.value ? await readSource(entry, shape, folders) : readInlineRow(entry, shape)
    rows.push(...item.rows)
    diagnostics.push(...item.diagnostics)
  }
  return { rows, diagnostics }
}

/** The documents of a YAML file, or why it cannot be read. */
export async function readYamlFile(path: string): Promise<{ entries: readonly YamlEntry[]; diagnostics: readonly Diagnostic[] }> {
  const bytes = await readBytes(path, PLAN_DOCUMENT_BYTES)
  if (!Buffer.isBuffer(bytes)) return { entries: [], diagnostics: [problem(bytes.code, { file: path }, { file: path, ...bytes.params })] }
  const decoded = decodeDocument(bytes)
  if ('code' in decoded) return { entries: [], diagnostics: [problem(decoded.code, { file: path, line: decoded.line }, { file: path })] }
  return parseYaml(path, decoded.text)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function readInlineRow<Field extends string>(entry: YamlEntry, shape: RowsShape<Field>): RowsRead<Field> {
  const { value } = entry
  if (!isRecord(value)) return { rows: [], diagnostics: [problem('plan.rows.not-a-map', entry.place([]), { known: shape.fields.join(', ') })] }
  const diagnostics = unknownKeys(entry, [], value, shape.fields)
  const missing = shape.required.filter((f) => !(f in value)).map((column) => problem('plan.rows.field-missing', entry.place([]), { column }))
  const cells: [Field, string][] = []
  for (const field of shape.fields) {
    if (!(field in value)) continue
    const text = scalarText(value[field], entry.written([field]))
    if (text === null) diagnostics.push(problem('plan.rows.not-a-text', entry.place([field]), { field }))
    else cells.push([field, text])
  }
  const at = entry.place([])
  if (diagnostics.length + missing.length > 0) return { rows: [], diagnostics: [...diagnostics, ...missing] }
  return { rows: [rowOf(at.file ?? '', at.line ?? 1, cells)], diagnostics: [] }
}

function unknownKeys(entry: YamlEntry, path: readonly string[], value: Record<string, unknown>, known: readonly string[]): Diagnostic[] {
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => problem('plan.rows.field-unknown', entry.namePlace([...path, key]), { field: key, known: known.join(', '), near: nearNames(key, known).join(', ') || '–' }))
}

/** What a YAML scalar says as text, in its author's spelling: an id such as 007 stays one. Null for maps; a list of texts is joined for the alias column. */
function scalarText(value: unknown, written: string | undefined): string | null {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.every((v) => typeof v === 'string' || typeof v === 'number') ? value.join(';') : null
  return written?.trim() ?? null
}

const SOURCE_KEYS = ['file', 'columns', 'distinct', 'encoding', 'delimiter', 'sheet'] as const

/** How to read the file of a source, in the words of a dataset’s source. */
const READING = SourceSchema.pick({ encoding: true, delimiter: true, sheet: true })

async function readSource<Field extends string>(entry: YamlEntry, shape: RowsShape<Field>, folders: Folders): Promise<RowsRead<Field>> {
  const value = entry.value as Record<string, unknown> // readSources looked.
  const shapeProblems = [...unknownKeys(entry, [], value, SOURCE_KEYS), ...sourceProblems(entry, value)]
  if (shapeProblems.length > 0) return { rows: [], diagnostics: shapeProblems }
  const file = String(value['file'])
  const found = await findSource(file, folders)
  if ('code' in found) return { rows: [], diagnostics: [problem(found.code, entry.place(['file']), found.params)] }
  const { table, diagnostics } = await readTable(found.path, columnNames(value['columns']), READING.safeParse(readingOf(value)).data ?? {})
  if (table === null) return { rows: [], diagnostics }
  const columns = value['columns'] as Record<string, string> // sourceProblems looked.
  const { pickers, problems } = pickersOf(entry, columns, table, shape)
  if (problems.length > 0) return { rows: [], diagnostics: problems }
  const rows = table.rows.map((row) =>
    rowOf(
      found.path,
      row.line,
      pickers.map(([field, pick]) => [field, pick(row)] as const),
    ),
  )
  return { rows: value['distinct'] === true ? distinct(rows) : rows, diagnostics: [] }
}

function readingOf({ encoding, delimiter, sheet }: Record<string, unknown>): object {
  return { ...(encoding === undefined ? {} : { encoding }), ...(delimiter === undefined ? {} : { delimiter }), ...(sheet === undefined ? {} : { sheet }) }
}

function sourceProblems(entry: YamlEntry, value: Record<string, unknown>): Diagnostic[] {
  const problems: Diagnostic[] = []
  if (typeof value['file'] !== 'string' || value['file'] === '') problems.push(problem('plan.rows.not-a-text', entry.place(['file']), { field: 'file' }))
  for (const issue of READING.safeParse(readingOf(value)).error?.issues ?? [])
    problems.push(problem('plan.rows.reading', entry.place([String(issue.path[0] ?? '')]), { field: String(issue.path[0] ?? '') }))
  if (value['distinct'] !== undefined && typeof value['distinct'] !== 'boolean') problems.push(problem('plan.rows.distinct', entry.place(['distinct']), {}))
  const columns = value['columns']
  if (!isRecord(columns)) problems.push(problem('plan.rows.columns', entry.place(['columns']), {}))
  else
    for (const [field, column] of Object.entries(columns))
      if (typeof column !== 'string') problems.push(problem('plan.rows.not-a-text', entry.place(['columns', field]), { field }))
  return problems
}

/** Data files lie in the data folder, else in the plan folder. */
export async function findSource(file: string, folders: Folders): ReturnType<typeof findDataFile> {
  const found = await findDataFile(folders.dataDir, file)
  if (!('code' in found) || found.code !== 'plan.data-missing' || folders.dir === folders.dataDir) return found
  const beside = await findDataFile(folders.dir, file)
  return 'code' in beside ? found : beside
}

function pickersOf<Field extends string>(
  entry: YamlEntry,
  columns: Record<string, string>,
  table: Table,
  shape: RowsShape<Field>,
): { pickers: [Field, Picker][]; problems: Diagnostic[] } {
  const problems = unknownKeys(entry, ['columns'], columns, shape.fields)
  for (const field of shape.required) if (!(field in columns)) problems.push(problem('plan.rows.field-missing', entry.place(['columns']), { column: field }))
  const pickers: [Field, Picker][] = []
  for (const field of shape.fields) {
    const template = columns[field]
    if (template === undefined) continue
    const made = picker(table.columns, template)
    if (typeof made === 'function') pickers.push([field, made])
    else for (const { column, near } of made.missing) problems.push(noColumn(entry, field, column, table, near))
  }
  return { pickers, problems }
}

/** The columns that a mapping asks for. */
function columnNames(columns: unknown): string[] {
  return isRecord(columns) ? Object.values(columns).flatMap((c) => columnsIn(String(c))) : []
}

/** Columns shown where none is close: enough to see what the file is. */
const COLUMNS_SHOWN = 12

function noColumn(entry: YamlEntry, field: string, column: string, table: Table, near: readonly string[]): Diagnostic {
  const known = table.columns.slice(0, COLUMNS_SHOWN).join(', ') + (table.columns.length > COLUMNS_SHOWN ? ' …' : '')
  return problem(near.length > 0 ? 'plan.rows.no-column-near' : 'plan.rows.no-column', entry.place(['columns', field]), { column, file: table.file, near: near.join(', '), known })
}

/** Each row once: the first of those that say the same. Rows without id name nobody: whoever has no manager adds no manager. */
function distinct<Field extends string>(rows: readonly OrgRow<Field>[]): OrgRow<Field>[] {
  const seen = new Set<string>()
  return rows.filter((row) => {
    if ((row.fields as Partial<Record<string, string>>)['id'] === '') return false // Every shape that can be distinct has an id.
    const key = JSON.stringify(row.fields)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
