import { z } from 'zod'
import { type Diagnostic, type Lang, Refusal, type TextCatalogue } from '../../base/diagnostic.ts'
import { FINDINGS_SHOWN, PREVIEW_ROWS, XLSX_BYTES } from '../../base/limits.ts'
import { Finding, findingOf } from '../http/problem.ts'
import { type Route, work } from '../http/route.ts'
import { withUpload } from '../http/upload.ts'
import { type PeopleFile, type PeopleReader, peopleChoicesIn } from './people-file.ts'
import { importCounted, type PeopleImported, tryPeople } from './people-import.ts'
import { PERSON_FIELDS, PERSON_NAMES } from './rows.ts'

const choicesQuery = z.object({ choices: z.string().max(12_000).optional().describe('PeopleChoices as JSON.') })

const Counts = {
  given: z.number().int().describe('People the file names.'),
  added: z.number().int().describe('Those not known before.'),
  changes: z.number().int().describe('Facts that change: people, spellings, assignments, lines. 0: all is so already.'),
  unitsAdded: z.array(z.string()).describe('Units that the file is the first to name.'),
}

const PeoplePreview = z
  .object({
    file: z.string(),
    encoding: z.string().nullable(),
    headerLine: z.number().int().nullable(),
    columns: z.array(z.string()),
    mapping: z.partialRecord(z.enum(PERSON_FIELDS), z.string()).describe('Field → column or template, as chosen or found out.'),
    fields: z.array(z.object({ field: z.enum(PERSON_FIELDS), names: z.array(z.string()) })).describe('Fields of a person, and what columns of them are called.'),
    rowsRead: z.number().int(),
    rows: z.array(z.object({ line: z.number().int(), cells: z.partialRecord(z.enum(PERSON_FIELDS), z.string()) })).describe('The first rows as they will be read.'),
    ...Counts,
    errors: z.number().int(),
    warnings: z.number().int(),
    findings: z.array(Finding).describe('What is to mend or to know, errors first; at most so many.'),
  })
  .meta({ id: 'PeoplePreview', description: 'A file of people as it will be read, and what importing it would do. With errors nothing is imported.' })

const PeopleReport = z.object({ file: z.string(), ...Counts, warnings: z.array(Finding) }).meta({ id: 'PeopleReport', description: 'What importing a file of people did.' })

const isError = (d: Diagnostic) => d.severity === 'error'

function shownFindings(all: readonly Diagnostic[], lang: Lang, catalogue: TextCatalogue): Finding[] {
  const ordered = [...all.filter(isError), ...all.filter((d) => !isError(d))]
  return ordered.slice(0, FINDINGS_SHOWN).map((d) => findingOf(d, lang, catalogue))
}

const NOTHING: PeopleImported = { diagnostics: [], given: 0, changes: 0, added: 0, unitsAdded: [] }

function countsOf({ given, added, changes, unitsAdded }: PeopleImported) {
  return { given, added, changes, unitsAdded: [...unitsAdded] }
}

function firstRows(file: PeopleFile) {
  return file.rows.slice(0, PREVIEW_ROWS).map(({ line, fields }) => ({ line, cells: Object.fromEntries(Object.entries(fields).map(([field, text]) => [field, text ?? ''])) }))
}

const previewRoute = (catalogue: TextCatalogue, reader: PeopleReader): Route =>
  work(
    'people.preview',
    {
      id: 'previewPeople',
      method: 'post',
      path: '/people/preview',
      tag: 'people',
      summary: 'A CSV or XLSX file of people as it will be read, and what importing it would do. Nothing is changed.',
      may: 'org.write',
      query: choicesQuery,
      reply: PeoplePreview,
      upload: { bytes: XLSX_BYTES },
    },
    (store, { query, request, lang, audit }) =>
      withUpload(request, XLSX_BYTES, async (upload) => {
        const file = await reader(upload, peopleChoicesIn(query.choices))
        const tried = file.diagnostics.some(isError) ? NOTHING : await tryPeople(store, file.rows)
        const all = [...file.diagnostics, ...tried.diagnostics]
        audit.about('people', { file: upload.name })
        return {
          file: upload.name,
          encoding: file.encoding,
          headerLine: file.headerLine,
          columns: [...file.columns],
          mapping: { ...file.mapping },
          fields: PERSON_FIELDS.map((field) => ({ field, names: [...PERSON_NAMES[field]] })),
          rowsRead: file.rows.length,
          rows: firstRows(file),
          ...countsOf(tried),
          errors: all.filter(isError).length,
          warnings: all.filter((d) => !isError(d)).length,
          findings: shownFindings(all, lang, catalogue),
        }
      }),
  )

const importRoute = (catalogue: TextCatalogue, reader: PeopleReader): Route =>
  work(
    'people.import',
    {
      id: 'importPeople',
      method: 'post',
      path: '/people/import',
      tag: 'people',
      summary: 'Import a CSV or XLSX file of people: all of it, or nothing where something is wrong. People without a row stay as they are.',
      may: 'org.write',
      query: choicesQuery,
      reply: PeopleReport,
      upload: { bytes: XLSX_BYTES },
    },
    (store, { query, request, lang, audit }) =>
      withUpload(request, XLSX_BYTES, async (upload) => {
        const file = await reader(upload, peopleChoicesIn(query.choices))
        refuseErrors(file.diagnostics)
        const done = await store.tx((tx) => importCounted(tx, file.rows))
        refuseErrors(done.diagnostics)
        audit.about('people', { file: upload.name, given: done.given, added: done.added, changes: done.changes })
        return { file: upload.name, ...countsOf(done), warnings: shownFindings(done.diagnostics, lang, catalogue) }
      }),
  )

function refuseErrors(diagnostics: readonly Diagnostic[]): void {
  const errors = diagnostics.filter(isError)
  if (errors.length > 0) throw new Refusal('people.refused', { count: errors.length }, { details: errors.slice(0, FINDINGS_SHOWN) })
}

/** Routes by which people come from a file; `catalogue` has the sentences about rows, `reader` reads files as the command line does. */
export function peopleImportRoutes(catalogue: TextCatalogue, reader: PeopleReader): readonly Route[] {
  return [previewRoute(catalogue, reader), importRoute(catalogue, reader)]
}
