import type { Diagnostic, Params } from '../../base/diagnostic.ts'
import type { PeopleChoices, PeopleReader } from '../org/people-file.ts'
import { PERSON_FIELDS, PERSON_NAMES, type PersonField, type PersonRow } from '../org/rows.ts'
import { columnAt, folded, type Picker, picker, readTable, type Table } from './tables.ts'

type Mapping = Partial<Record<PersonField, string>>

/**
 * Reads a CSV or XLSX file of people as the command line does, but that columns may be chosen, and those nobody chose are left out.
 * Diagnostics: those of `readTable`, `people.id-column-missing`, `people.column-missing`.
 */
export const readPeopleFile: PeopleReader = async ({ path, name }, choices) => {
  const { columns: chosen, ...reading } = choices
  const words = PERSON_FIELDS.flatMap((field) => [field, ...PERSON_NAMES[field], ...(chosen[field] === undefined ? [] : [chosen[field]])])
  const { table, diagnostics } = await readTable(path, words, source(reading), name)
  if (table === null) return { encoding: null, headerLine: null, columns: [], mapping: {}, rows: [], diagnostics }
  const mapping = mappingOf(table, chosen)
  const about = { encoding: table.encoding, headerLine: table.headerLine, columns: table.columns, mapping }
  const { pickers, problems } = pickersOf(table, mapping)
  return { ...about, rows: problems.length > 0 ? [] : rowsOf(table, pickers), diagnostics: problems }
}

function source({ encoding, delimiter, sheet }: Omit<PeopleChoices, 'columns'>): Parameters<typeof readTable>[2] {
  return { ...(encoding === undefined ? {} : { encoding }), ...(delimiter === undefined ? {} : { delimiter }), ...(sheet === undefined ? {} : { sheet }) }
}

/** Each field with the column that was chosen for it, else with the first that is called like it. A column found out serves one field; choosing it for another as well takes it from none. */
function mappingOf(table: Table, chosen: PeopleChoices['columns']): Mapping {
  const taken = new Set<string>()
  const mapping: Mapping = {}
  for (const field of PERSON_FIELDS) {
    const column = chosen[field] ?? found(table.columns, field, taken)
    if (column === undefined || column === '') continue
    mapping[field] = column
    if (chosen[field] === undefined) taken.add(folded(column))
  }
  return mapping
}

function found(columns: readonly string[], field: PersonField, taken: ReadonlySet<string>): string | undefined {
  for (const word of [field, ...PERSON_NAMES[field]]) {
    const column = columns[columnAt(columns, word)]
    if (column !== undefined && !taken.has(folded(column))) return column
  }
  return field === 'name' ? fullName(columns) : undefined
}

/** Names in two columns, as some systems keep them. */
function fullName(columns: readonly string[]): string | undefined {
  const [first, last] = ['first name', 'last name'].map((word) => columns[columnAt(columns, word)])
  if (first !== undefined && last !== undefined) return `{${first}} {${last}}`
  const [family, given] = ['姓', '名'].map((word) => columns[columnAt(columns, word)])
  return family !== undefined && given !== undefined ? `{${family}}{${given}}` : undefined
}

function pickersOf(table: Table, mapping: Mapping): { pickers: readonly (readonly [PersonField, Picker])[]; problems: readonly Diagnostic[] } {
  const pickers: (readonly [PersonField, Picker])[] = []
  const problems: Diagnostic[] = []
  const tell = (code: string, params: Params) =>
    problems.push({ code, severity: 'error', place: { file: table.file, line: table.headerLine }, params: { file: table.file, ...params } })
  if (mapping.id === undefined) tell('people.id-column-missing', { known: table.columns.join(', ') })
  for (const field of PERSON_FIELDS) {
    const template = mapping[field]
    const made = template === undefined ? undefined : picker(table.columns, template)
    if (typeof made === 'function') pickers.push([field, made])
    else for (const { column, near } of made?.missing ?? []) tell('people.column-missing', { field, column, near: near.join(', ') || '–' })
  }
  return { pickers, problems }
}

/** Rows without an id stay: each is told as one to mend. */
function rowsOf(table: Table, pickers: readonly (readonly [PersonField, Picker])[]): PersonRow[] {
  return table.rows.map((row) => {
    const fields: Partial<Record<PersonField, string>> = {}
    for (const [field, pick] of pickers) fields[field] = pick(row)
    return { fields, file: table.file, line: row.line }
  })
}
