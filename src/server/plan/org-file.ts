import type { Diagnostic, Params } from '../../base/diagnostic.ts'
import type { FileChoices, FileShape, OrgReader } from '../org/org-file.ts'
import type { OrgRow } from '../org/rows.ts'
import { columnAt, folded, type Picker, picker, readTable, type Table } from './tables.ts'

type Mapping<Field extends string> = Partial<Record<Field, string>>

const UNREAD = { encoding: null, headerLine: null, columns: [], mapping: Object.freeze({}) as never /* No field has a column. */, rows: [], cellsOf: () => [] }

/**
 * Reads a CSV or XLSX file of people or units as the command line does, but that columns may be chosen, and those nobody chose are left out.
 * Diagnostics: those of `readTable`, `people.id-column-missing`, `units.id-column-missing`, `people.column-missing`.
 */
export const readOrgFile: OrgReader = async ({ path, name }, shape, choices) => {
  const { columns: chosen, ...reading } = choices
  const words = shape.fields.flatMap((field) => [field, ...shape.names[field], ...(chosen[field] === undefined ? [] : [chosen[field]])])
  const { table, diagnostics } = await readTable(path, words, source(reading), name)
  if (table === null) return { ...UNREAD, diagnostics }
  const mapping = mappingOf(table, shape, chosen)
  const cells = new Map(table.rows.map((row) => [row.line, row.cells]))
  const about = { encoding: table.encoding, headerLine: table.headerLine, columns: table.columns, mapping, cellsOf: (line: number) => cells.get(line) ?? [] }
  const { pickers, problems } = pickersOf(table, shape, mapping)
  return { ...about, rows: problems.length > 0 ? [] : rowsOf(table, pickers), diagnostics: problems }
}

function source({ encoding, delimiter, sheet }: Omit<FileChoices<string>, 'columns'>): Parameters<typeof readTable>[2] {
  return { ...(encoding === undefined ? {} : { encoding }), ...(delimiter === undefined ? {} : { delimiter }), ...(sheet === undefined ? {} : { sheet }) }
}

/** Each field with the column that was chosen for it, else with the first that is called like it. A column found out serves one field; choosing it for another as well takes it from none. */
function mappingOf<Field extends string>(table: Table, shape: FileShape<Field>, chosen: FileChoices<Field>['columns']): Mapping<Field> {
  const taken = new Set<string>()
  const mapping: Mapping<Field> = {}
  for (const field of shape.fields) {
    const column = chosen[field] ?? found(table.columns, shape, field, taken)
    if (column === undefined || column === '') continue
    mapping[field] = column
    if (chosen[field] === undefined) taken.add(folded(column))
  }
  return mapping
}

function found<Field extends string>(columns: readonly string[], { kind, names }: FileShape<Field>, field: Field, taken: ReadonlySet<string>): string | undefined {
  for (const word of [field, ...names[field]]) {
    const column = columns[columnAt(columns, word)]
    if (column !== undefined && !taken.has(folded(column))) return column
  }
  return kind === 'people' && field === 'name' ? fullName(columns) : undefined
}

/** Names in two columns, as some systems keep them. */
function fullName(columns: readonly string[]): string | undefined {
  const [first, last] = ['first name', 'last name'].map((word) => columns[columnAt(columns, word)])
  if (first !== undefined && last !== undefined) return `{${first}} {${last}}`
  const [family, given] = ['姓', '名'].map((word) => columns[columnAt(columns, word)])
  return family !== undefined && given !== undefined ? `{${family}}{${given}}` : undefined
}

function pickersOf<Field extends string>(
  table: Table,
  { kind, fields }: FileShape<Field>,
  mapping: Mapping<Field>,
): { pickers: readonly (readonly [Field, Picker])[]; problems: readonly Diagnostic[] } {
  const pickers: (readonly [Field, Picker])[] = []
  const problems: Diagnostic[] = []
  const tell = (code: string, params: Params) =>
    problems.push({ code, severity: 'error', place: { file: table.file, line: table.headerLine }, params: { file: table.file, ...params } })
  if (!('id' in mapping)) tell(`${kind}.id-column-missing`, { known: table.columns.join(', ') })
  for (const field of fields) {
    const template = mapping[field]
    const made = template === undefined ? undefined : picker(table.columns, template)
    if (typeof made === 'function') pickers.push([field, made])
    else for (const { column, near } of made?.missing ?? []) tell('people.column-missing', { field, column, near: near.join(', ') || '–' })
  }
  return { pickers, problems }
}

/** Rows without an id stay: each is told as one to mend. */
function rowsOf<Field extends string>(table: Table, pickers: readonly (readonly [Field, Picker])[]): OrgRow<Field>[] {
  return table.rows.map((row) => {
    const fields: Partial<Record<Field, string>> = {}
    for (const [field, pick] of pickers) fields[field] = pick(row)
    return { fields, file: table.file, line: row.line }
  })
}
