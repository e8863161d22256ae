import { z } from 'zod'
import { type Diagnostic, type Lang, Refusal, type TextCatalogue } from '../../base/diagnostic.ts'
import { DIFFERENCES_SHOWN, FINDINGS_SHOWN, ORG_BAD_ROWS_SENT, PREVIEW_ROWS, XLSX_BYTES } from '../../base/limits.ts'
import { Finding, findingOf } from '../http/problem.ts'
import { type Route, work } from '../http/route.ts'
import { withUpload } from '../http/upload.ts'
import { choicesIn, type FileShape, type OrgFile, type OrgReader } from './org-file.ts'
import { type OrgRow, PERSON_FIELDS, PERSON_NAMES, UNIT_FIELDS, UNIT_NAMES } from './rows.ts'
import { Stretch } from './shapes.ts'
import { type Imported, type Importer, importCounted, PEOPLE_IMPORTER, tryImport, UNITS_IMPORTER } from './trial.ts'

const Held = z.array(z.object({ value: z.string(), ...Stretch }))

const Counts = {
  given: z.number().int().describe('People (or units) the file names.'),
  added: z.number().int().describe('Those not known before.'),
  changes: z.number().int().describe('Facts that change: people, spellings, assignments, lines, units. 0: all is so already.'),
  unitsAdded: z.array(z.string()).describe('Units that the file is the first to name.'),
}

/** What one sort of file is called, and how it is shown. */
interface Sort<Field extends string> {
  readonly shape: FileShape<Field>
  readonly importer: Importer<Field>
  readonly tag: string
  readonly title: 'People' | 'Units'
  readonly about: string
}

const PEOPLE: Sort<(typeof PERSON_FIELDS)[number]> = {
  shape: { kind: 'people', fields: PERSON_FIELDS, names: PERSON_NAMES },
  importer: PEOPLE_IMPORTER,
  ...{ tag: 'people', title: 'People', about: 'people' },
}

const UNITS: Sort<(typeof UNIT_FIELDS)[number]> = {
  shape: { kind: 'units', fields: UNIT_FIELDS, names: UNIT_NAMES },
  importer: UNITS_IMPORTER,
  ...{ tag: 'org', title: 'Units', about: 'units' },
}

const previewOf = <Field extends string>({ shape: { fields }, title, about }: Sort<Field>) =>
  z
    .object({
      file: z.string(),
      encoding: z.string().nullable(),
      headerLine: z.number().int().nullable(),
      columns: z.array(z.string()),
      mapping: z.partialRecord(z.enum(fields), z.string()).describe('Field → column or template, as chosen or found out.'),
      fields: z.array(z.object({ field: z.enum(fields), names: z.array(z.string()) })).describe('What can be in such a file, and what columns of it are called.'),
      rowsRead: z.number().int(),
      rows: z.array(z.object({ line: z.number().int(), cells: z.partialRecord(z.enum(fields), z.string()) })).describe('The first rows as they will be read.'),
      ...Counts,
      differences: z
        .array(z.object({ id: z.string(), name: z.string(), fields: z.array(z.object({ field: z.string(), before: Held, after: Held })) }))
        .describe('What becomes of those that were known, field by field with days; at most so many.'),
      differing: z.number().int().describe('How many of those that were known are otherwise afterwards.'),
      errors: z.number().int(),
      warnings: z.number().int(),
      findings: z.array(Finding).describe('What is to mend or to know, errors first; at most so many.'),
      bad: z
        .array(z.object({ line: z.number().int(), reason: z.string(), cells: z.array(z.string()) }))
        .describe('Rows with an error: what is wrong with them, and their cells in the order of `columns`; at most so many.'),
    })
    .meta({ id: `${title}Preview`, description: `A file of ${about} as it will be read, and what importing it would do. With errors nothing is imported.` })

const isError = (d: Diagnostic) => d.severity === 'error'

function shownFindings(all: readonly Diagnostic[], lang: Lang, catalogue: TextCatalogue): Finding[] {
  const ordered = [...all.filter(isError), ...all.filter((d) => !isError(d))]
  return ordered.slice(0, FINDINGS_SHOWN).map((d) => findingOf(d, lang, catalogue))
}

const NOTHING: Imported = { diagnostics: [], given: 0, changes: 0, added: 0, unitsAdded: [], differences: [] }

function countsOf({ given, added, changes, unitsAdded }: Imported) {
  return { given, added, changes, unitsAdded: [...unitsAdded] }
}

function firstRows<Field extends string>(rows: readonly OrgRow<Field>[]) {
  return rows.slice(0, PREVIEW_ROWS).map(({ line, fields }) => ({ line, cells: Object.fromEntries(Object.entries(fields).map(([field, text]) => [field, text ?? ''])) as never })) // By the fields of its shape.
}

/** Each line with an error once, with all that is wrong with it. */
function badRows(file: OrgFile<string>, all: readonly Diagnostic[], lang: Lang, catalogue: TextCatalogue) {
  const reasons = new Map<number, string[]>()
  for (const diagnostic of all.filter(isError)) {
    const { line } = diagnostic.place
    if (line === undefined || line === file.headerLine) continue
    const { detail, cure } = findingOf(diagnostic, lang, catalogue)
    reasons.set(line, [...(reasons.get(line) ?? []), `${detail} ${cure}`])
  }
  const lines = [...reasons].sort(([a], [b]) => a - b).slice(0, ORG_BAD_ROWS_SENT)
  return lines.map(([line, told]) => ({ line, reason: told.join(' '), cells: [...file.cellsOf(line)] }))
}

const choicesQuery = z.object({ choices: z.string().max(12_000).optional().describe('How the file is to be read, as JSON: columns (field → column), encoding, delimiter, sheet.') })

const previewRoute = <Field extends string>(sort: Sort<Field>, catalogue: TextCatalogue, reader: OrgReader): Route =>
  work(
    `${sort.shape.kind}.preview`,
    {
      id: `preview${sort.title}`,
      method: 'post',
      path: `/${sort.shape.kind}/preview`,
      tag: sort.tag,
      summary: `A CSV or XLSX file of ${sort.about} as it will be read, and what importing it would do. Nothing is changed.`,
      may: 'org.write',
      query: choicesQuery,
      reply: previewOf(sort),
      upload: { bytes: XLSX_BYTES },
    },
    (store, { query, request, lang, audit }) =>
      withUpload(request, XLSX_BYTES, async (upload) => {
        const file = await reader(upload, sort.shape, choicesIn(sort.shape, query.choices))
        const tried = file.diagnostics.some(isError) ? NOTHING : await tryImport(store, sort.importer, file.rows)
        const all = [...file.diagnostics, ...tried.diagnostics]
        audit.about(sort.shape.kind, { file: upload.name })
        return {
          file: upload.name,
          encoding: file.encoding,
          headerLine: file.headerLine,
          columns: [...file.columns],
          mapping: { ...file.mapping } as never, // Made from the fields of the shape, as the reply is; so below.
          fields: sort.shape.fields.map((field) => ({ field, names: [...sort.shape.names[field]] })) as never,
          rowsRead: file.rows.length,
          rows: firstRows(file.rows),
          ...countsOf(tried),
          differences: tried.differences.slice(0, DIFFERENCES_SHOWN).map((d) => ({ ...d, fields: d.fields.map((f) => ({ ...f, before: [...f.before], after: [...f.after] })) })),
          differing: tried.differences.length,
          errors: all.filter(isError).length,
          warnings: all.filter((d) => !isError(d)).length,
          findings: shownFindings(all, lang, catalogue),
          bad: badRows(file, all, lang, catalogue),
        }
      }),
  )

const importRoute = <Field extends string>(sort: Sort<Field>, catalogue: TextCatalogue, reader: OrgReader): Route =>
  work(
    `${sort.shape.kind}.import`,
    {
      id: `import${sort.title}`,
      method: 'post',
      path: `/${sort.shape.kind}/import`,
      tag: sort.tag,
      summary: `Import a CSV or XLSX file of ${sort.about}: all of it, or nothing where something is wrong. Those without a row stay as they are.`,
      may: 'org.write',
      query: choicesQuery,
      reply: z.object({ file: z.string(), ...Counts, warnings: z.array(Finding) }).meta({ id: `${sort.title}Report`, description: `What importing a file of ${sort.about} did.` }),
      upload: { bytes: XLSX_BYTES },
    },
    (store, { query, request, lang, audit }) =>
      withUpload(request, XLSX_BYTES, async (upload) => {
        const file = await reader(upload, sort.shape, choicesIn(sort.shape, query.choices))
        refuseErrors(sort.shape.kind, file.diagnostics)
        const done = await store.tx((tx) => importCounted(tx, sort.importer, file.rows))
        refuseErrors(sort.shape.kind, done.diagnostics)
        audit.about(sort.shape.kind, { file: upload.name, given: done.given, added: done.added, changes: done.changes })
        return { file: upload.name, ...countsOf(done), warnings: shownFindings(done.diagnostics, lang, catalogue) }
      }),
  )

function refuseErrors(kind: 'people' | 'units', diagnostics: readonly Diagnostic[]): void {
  const errors = diagnostics.filter(isError)
  if (errors.length > 0) throw new Refusal(`${kind}.refused`, { count: errors.length }, { details: errors.slice(0, FINDINGS_SHOWN) })
}

/** Routes by which people and units come from files; `catalogue` has the sentences about rows, `reader` reads files as the command line does. */
export function orgFileRoutes(catalogue: TextCatalogue, reader: OrgReader): readonly Route[] {
  return [previewRoute(PEOPLE, catalogue, reader), importRoute(PEOPLE, catalogue, reader), previewRoute(UNITS, catalogue, reader), importRoute(UNITS, catalogue, reader)]
}
