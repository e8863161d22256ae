import { type Diagnostic, nameIn, type Place, Refusal } from '../../../base/diagnostic.ts'
import { ENTERED, RATINGS } from '../../../engine/documents/built-in.ts'
import { type DatasetDocument, ROW_KEY, type SourceDocument } from '../../../engine/documents/dataset.ts'
import { nearNames } from '../../../engine/near.ts'
import { hintOf } from '../../../engine/wording.ts'
import { fieldNames, fieldOf, hasRowKey, isRequired } from '../table.ts'
import type { ImportMode } from './report.ts'

/** Where a field's text comes from: one column of the file (0-based), or several put together. */
export type FieldSource = { readonly kind: 'column'; readonly index: number } | { readonly kind: 'template'; readonly parts: readonly (string | number)[] }

export interface HeaderMatch {
  /** Column names as the file has them. */
  readonly names: readonly string[]
  /** Field → source, in the order of the document; fields the file does not hold are missing. */
  readonly sources: ReadonlyMap<string, FieldSource>
  readonly notices: readonly Diagnostic[]
}

/** Columns of a file: as many as a spreadsheet has. */
const MOST_COLUMNS = 16_384

/** A column name as it is compared: width, case, spaces, hyphens and underscores do not matter. */
function folded(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-\u200b\ufeff]+/g, '')
}

/** How many of the names mean a field. */
export function knownColumns(document: DatasetDocument, source: Partial<SourceDocument>, names: readonly string[]): number {
  const wanted = new Set(
    fieldNames(document)
      .flatMap((f) => wantedNames(document, source, f).flatMap((w) => (isTemplate(w) ? columnsOf(w) : [w])))
      .map(folded),
  )
  return names.filter((n) => wanted.has(folded(n))).length
}

function isTemplate(column: string): boolean {
  return /\{[^{}]+\}/.test(column)
}

function columnsOf(template: string): string[] {
  return [...template.matchAll(/\{([^{}]+)\}/g)].map((m) => m[1] ?? '')
}

function explicit(document: DatasetDocument, source: Partial<SourceDocument>, field: string): string | undefined {
  return source.columns?.[field] ?? fieldOf(document, field).column
}

/** What the column of a field may be called: what the document says, else the field's id or a name people read. */
function wantedNames(document: DatasetDocument, source: Partial<SourceDocument>, field: string): string[] {
  const said = explicit(document, source, field)
  if (said !== undefined) return [said]
  const { name } = fieldOf(document, field)
  return [...new Set([field, nameIn(name, 'zh', field), nameIn(name, 'en', field)])]
}

interface HeaderLook {
  /** Field → source, of the fields whose column was found. */
  readonly sources: ReadonlyMap<string, FieldSource>
  readonly troubles: readonly Diagnostic[]
}

/** What a header means as far as it means anything, and everything that is wrong with it. Errors: `import.too-many-columns`. */
export function lookOver(names: readonly string[], document: DatasetDocument, how: { source: Partial<SourceDocument>; mode: ImportMode; file: string; line: number }): HeaderLook {
  const troubles: Diagnostic[] = []
  const trouble = (code: string, params: Diagnostic['params'], column?: number) => {
    troubles.push({ code, severity: 'error', place: { file: how.file, line: how.line, ...(column === undefined ? {} : { column: column + 1 }) }, params })
  }
  if (names.length > MOST_COLUMNS)
    throw new Refusal('import.too-many-columns', { file: how.file, count: names.length, limit: MOST_COLUMNS }, { place: { file: how.file, line: how.line } })
  if (names.every((n) => n.trim() === '')) trouble('import.header-empty', {})
  twice(names).forEach(({ name, index }) => trouble('import.column-twice', { column: name }, index))
  const sources = new Map<string, FieldSource>()
  for (const field of how.mode === 'delete' && !hasRowKey(document) ? document.key : fieldNames(document)) {
    if (field === ROW_KEY) continue
    const found = sourceOf(field, { names, document, source: how.source, trouble })
    if (found !== null) sources.set(field, found)
  }
  return { sources, troubles }
}

/**
 * Match the first record of a file to the fields. Errors: `import.header` with one detail a trouble
 * (`import.column-twice`, `import.column-missing`, `import.field-missing`, `import.column-ambiguous`, `import.header-empty`).
 */
export function matchHeader(
  names: readonly string[],
  document: DatasetDocument,
  how: { source: Partial<SourceDocument>; mode: ImportMode; file: string; line: number },
): HeaderMatch {
  const { sources, troubles } = lookOver(names, document, how)
  if (troubles.length > 0)
    throw new Refusal('import.header', { file: how.file, dataset: document.dataset, count: troubles.length }, { place: { file: how.file, line: how.line }, details: troubles })
  return { names, sources, notices: how.mode === 'delete' ? [] : unused(names, sources, document, { file: how.file, line: how.line }) }
}

function twice(names: readonly string[]): { name: string; index: number }[] {
  const seen = new Set<string>()
  return names.flatMap((name, index) => {
    if (name.trim() === '') return []
    if (seen.has(name.trim())) return [{ name, index }]
    seen.add(name.trim())
    return []
  })
}

interface Matching {
  readonly names: readonly string[]
  readonly document: DatasetDocument
  readonly source: Partial<SourceDocument>
  readonly trouble: (code: string, params: Diagnostic['params'], column?: number) => void
}

function sourceOf(field: string, m: Matching): FieldSource | null {
  const said = explicit(m.document, m.source, field)
  if (said !== undefined && isTemplate(said)) return templateSource(field, said, m)
  const wanted = wantedNames(m.document, m.source, field)
  const found = wanted.flatMap((w) => exactly(m.names, w)).concat(wanted.flatMap((w) => loosely(m.names, w)))
  const [index] = found
  const exact = wanted.some((w) => exactly(m.names, w).length > 0)
  const others = new Set(found)
  if (index !== undefined && !exact && others.size > 1) {
    m.trouble('import.column-ambiguous', { field, columns: [...others].map((i) => m.names[i] ?? '').join(', ') }, index)
    return null
  }
  if (index !== undefined) return { kind: 'column', index }
  const hint = columnHint(wanted[0] ?? field, m.names)
  if (said !== undefined) m.trouble('import.column-missing', { field, column: said, ...hint })
  else if (isRequired(m.document, field)) m.trouble('import.field-missing', { field, wanted: wanted.join(', '), ...hint })
  return null
}

function templateSource(field: string, template: string, m: Matching): FieldSource | null {
  const parts: (string | number)[] = []
  let at = 0
  for (const found of template.matchAll(/\{([^{}]+)\}/g)) {
    const name = found[1] ?? ''
    const index = exactly(m.names, name)[0] ?? loosely(m.names, name)[0]
    if (index === undefined) {
      m.trouble('import.column-missing', { field, column: name, ...columnHint(name, m.names) })
      return null
    }
    parts.push(template.slice(at, found.index), index)
    at = found.index + found[0].length
  }
  return { kind: 'template', parts: [...parts, template.slice(at)].filter((p) => p !== '') }
}

/** The closest columns, else those there are: columns without a name are nobody's answer. */
function columnHint(wanted: string, names: readonly string[]): Diagnostic['params'] {
  const named = names.filter((n) => n.trim() !== '')
  return hintOf(nearNames(wanted, named), named)
}

function exactly(names: readonly string[], wanted: string): number[] {
  return names.flatMap((n, i) => (n.trim() === wanted.trim() ? [i] : []))
}

function loosely(names: readonly string[], wanted: string): number[] {
  const key = folded(wanted)
  return names.flatMap((n, i) => (folded(n) === key && key !== '' ? [i] : []))
}

/** Columns named in a sentence: the rest is dots. */
const COLUMNS_SHOWN = 30

function shown(names: readonly string[]): string {
  const some = names.slice(0, COLUMNS_SHOWN).join(', ')
  return names.length > COLUMNS_SHOWN ? `${some} …` : some
}

function unused(names: readonly string[], sources: ReadonlyMap<string, FieldSource>, document: DatasetDocument, place: Place): Diagnostic[] {
  const used = new Set([...sources.values()].flatMap((s) => (s.kind === 'column' ? [s.index] : s.parts.filter((p) => typeof p === 'number'))))
  const rest = names.filter((n, i) => !used.has(i) && n.trim() !== '')
  const notices: Diagnostic[] = []
  if (rest.length > 0) notices.push({ code: 'import.columns-unused', severity: 'info', place, params: { columns: shown(rest), count: rest.length } })
  // Notes and comments of the built-in datasets are left out by most.
  if (document.dataset === ENTERED || document.dataset === RATINGS) return notices
  const absent = fieldNames(document).filter((f) => f !== ROW_KEY && !sources.has(f))
  const nearTo = (field: string): string[] => [...new Set(wantedNames(document, {}, field).flatMap((w) => nearNames(w, rest)))]
  for (const field of absent) {
    const [near] = nearTo(field)
    if (near !== undefined) notices.push({ code: 'import.field-near', severity: 'warning', place, params: { field, near } })
  }
  const others = absent.filter((f) => nearTo(f).length === 0)
  if (others.length > 0) notices.push({ code: 'import.fields-absent', severity: 'info', place, params: { fields: others.join(', '), count: others.length } })
  return notices
}
