import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { type Diagnostic, type Lang, nameIn, Refusal, type TextCatalogue } from '../../base/diagnostic.ts'
import { REASON_LENGTH, XLSX_BYTES } from '../../base/limits.ts'
import { WRITES_RECORDS } from '../access/data-permission.ts'
import type { ImportReport } from '../datasets/import/report.ts'
import { keyIn, page, pageOf, pageQuery } from '../http/paging.ts'
import { Finding, findingOf } from '../http/problem.ts'
import { command, query, type Route, raw, work } from '../http/route.ts'
import { InstantText } from '../http/shapes.ts'
import { withUpload } from '../http/upload.ts'
import { enqueue } from '../jobs/queue.ts'
import { JobAsked } from '../jobs/routes.ts'
import { rulesInForceNow } from '../measures/rules-cache.ts'
import { importRows } from './catalogue.ts'
import { choicesIn, ImportChoices } from './import-choices.ts'
import { IMPORT_JOB, type ImportInput } from './import-job.ts'
import { previewFile } from './preview.ts'
import { datasetWritten, importsWritten } from './seen.ts'
import { datasetPath } from './shapes.ts'
import { importToUndo, UNDO_JOB, type UndoInput, undoPlan } from './undo.ts'
import { keepUpload, partOf, uploadOf, withStoredFile } from './uploads.ts'

const uploadPath = z.object({ upload: z.string().max(40) })
const importPath = z.object({ import: z.string().regex(/^\d{1,9}$/) })

const Report = z
  .object({
    outcome: z.enum(['imported', 'unchanged', 'rejected']),
    importId: z.number().int().nullable(),
    rows: z.object({ read: z.number(), bad: z.number(), inserted: z.number(), changed: z.number(), same: z.number(), deleted: z.number() }),
    bad: z.array(Finding).describe('The first problems; those that are the same but for their line stand once, with their number as the parameter `alike`.'),
    reasons: z.record(z.string(), z.number()).describe('Code → how many times.'),
    hasFile: z.boolean().describe('All bad rows can be downloaded.'),
    notices: z.array(Finding),
    ms: z.number(),
  })
  .meta({ id: 'ImportReport' })

const UploadShown = z
  .object({ upload: z.string(), dataset: z.string(), name: z.string(), bytes: z.number(), report: Report.nullable() })
  .meta({ id: 'Upload', description: 'A file that was sent to be imported.' })

const PreviewShown = z
  .object({
    encoding: z.string(),
    delimiter: z.string().nullable(),
    headerLine: z.number().int(),
    columns: z.array(z.string()),
    mapping: z.record(z.string(), z.string()).describe('Field → column, as chosen or found out.'),
    problems: z.array(Finding),
    rows: z.array(
      z.object({
        line: z.number().int(),
        cells: z.record(z.string(), z.object({ text: z.string(), value: z.string().nullable(), problem: Finding.nullable() })),
        problem: Finding.nullable(),
      }),
    ),
  })
  .meta({ id: 'ImportPreview', description: 'The first rows of a file as they will be read.' })

const ImportShown = z
  .object({
    import: z.number().int(),
    dataset: z.string(),
    datasetName: z.string(),
    mode: z.enum(['merge', 'complete', 'delete']),
    file: z.string(),
    bytes: z.number(),
    rows: z.object({ read: z.number(), bad: z.number(), inserted: z.number(), changed: z.number(), same: z.number(), deleted: z.number() }),
    at: InstantText,
    by: z.string().nullable().describe('Null: by the command line.'),
    undone: z.object({ by: z.string(), at: InstantText, reason: z.string(), kept: z.number() }).nullable(),
  })
  .meta({ id: 'Import' })

const UndoShown = z
  .object({
    toDelete: z.number(),
    toRestore: z.number(),
    toReturn: z.number(),
    kept: z.number(),
    keptShown: z.array(z.object({ key: z.string(), deleted: z.boolean() })),
    undone: z.boolean(),
  })
  .meta({ id: 'UndoPlan', description: 'What taking an import back would do. Records that somebody changed since stay as they are.' })

function shownReport(report: ImportReport, lang: Lang, catalogue: TextCatalogue): z.input<typeof Report> {
  const finding = (d: Diagnostic) => findingOf(d, lang, catalogue)
  const { outcome, importId, rows, bad, notices, ms } = report
  return { outcome, importId, rows, bad: bad.shown.map(finding), reasons: { ...bad.byReason }, hasFile: bad.file !== null, notices: notices.map(finding), ms }
}

const sendRoute: Route = work(
  'import.upload',
  {
    id: 'uploadFile',
    method: 'post',
    path: '/datasets/{dataset}/uploads',
    tag: 'imports',
    summary: 'Send a CSV or XLSX file for a dataset. Nothing is imported yet.',
    may: WRITES_RECORDS,
    params: datasetPath,
    reply: UploadShown,
    status: 201,
    upload: { bytes: XLSX_BYTES },
  },
  (store, { params, who, request, audit }) =>
    withUpload(request, XLSX_BYTES, async ({ path, name }) => {
      const { dataset } = datasetWritten(await store.read(rulesInForceNow), params.dataset, who)
      const { job: _, ...kept } = await store.tx((tx) => keepUpload(tx, { dataset, name, path, user: who.user }))
      audit.about(`dataset/${dataset}`, { file: name })
      return { ...kept, report: null }
    }),
)

const lookRoute = (catalogue: TextCatalogue): Route =>
  query(
    {
      id: 'getUpload',
      method: 'get',
      path: '/uploads/{upload}',
      tag: 'imports',
      summary: 'A file that was sent, with the report of its import.',
      may: WRITES_RECORDS,
      params: uploadPath,
      reply: UploadShown,
    },
    async (read, { params, who, lang }) => {
      const { job: _, report, ...upload } = await uploadOf(read, params.upload, who.user)
      return { ...upload, report: report === null ? null : shownReport(report as ImportReport, lang, catalogue) } // import-job.ts wrote it.
    },
  )

const previewRoute = (catalogue: TextCatalogue): Route =>
  query(
    {
      id: 'previewUpload',
      method: 'get',
      path: '/uploads/{upload}/preview',
      tag: 'imports',
      summary: 'The first rows of a file that was sent, as an import with these choices would read them.',
      may: WRITES_RECORDS,
      params: uploadPath,
      query: z.object({ choices: z.string().max(12_000).optional().describe('ImportChoices as JSON.') }),
      reply: PreviewShown,
    },
    async (read, { params, query: asked, who, lang }) => {
      const choices = choicesIn(asked.choices)
      const upload = await uploadOf(read, params.upload, who.user)
      const rules = await rulesInForceNow(read)
      const document = datasetWritten(rules, upload.dataset, who)
      const preview = await withStoredFile(read, upload.upload, (path) => previewFile(read, rules, { document, path, name: upload.name, choices }))
      const finding = (d: Diagnostic | null) => (d === null ? null : findingOf(d, lang, catalogue))
      return {
        ...preview,
        columns: [...preview.columns],
        mapping: { ...preview.mapping },
        problems: preview.problems.map((d) => findingOf(d, lang, catalogue)),
        rows: preview.rows.map(({ line, cells, problem }) => ({
          line,
          problem: finding(problem),
          cells: Object.fromEntries(Object.entries(cells).map(([field, cell]) => [field, { ...cell, problem: finding(cell.problem) }])),
        })),
      }
    },
  )

const startRoute: Route = command(
  'import.start',
  {
    id: 'startImport',
    method: 'post',
    path: '/uploads/{upload}/import',
    tag: 'imports',
    summary: 'Import a file that was sent, as a job; the report stands with the upload when it is done.',
    may: WRITES_RECORDS,
    params: uploadPath,
    body: ImportChoices,
    reply: JobAsked,
    status: 202,
  },
  async (tx, { params, body, who, lang, audit }) => {
    const { upload, dataset, name } = await uploadOf(tx, params.upload, who.user)
    datasetWritten(await rulesInForceNow(tx), dataset, who)
    audit.about(`dataset/${dataset}`, { file: name, mode: body.mode })
    const input: ImportInput = { upload, user: who.user, name: who.name, lang, choices: body }
    return { job: await enqueue(tx, { kind: IMPORT_JOB, input, key: `import:${upload}`, by: who.user }) }
  },
)

const badRowsRoute: Route = raw(
  {
    id: 'downloadBadRows',
    method: 'get',
    path: '/uploads/{upload}/bad-rows',
    tag: 'imports',
    summary: 'All bad rows of an import as CSV: line, column, value, reason, cure, and the row itself. No cell is a formula.',
    may: WRITES_RECORDS,
    params: uploadPath,
    reply: z.string(),
    contentType: 'text/csv',
  },
  (store, { params, who, reply }) =>
    store.read(async (read) => {
      const { upload, report } = await uploadOf(read, params.upload, who.user)
      if (report === null || (report as ImportReport).bad.file === null) throw new Refusal('upload.no-bad-rows') // import-job.ts wrote it.
      reply.headers({ 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="bad-rows.csv"', 'cache-control': 'no-store' })
      const chunks: Buffer[] = []
      await pipeline(Readable.from(partOf(read, upload, 'bad')), async (source: AsyncIterable<Buffer>) => {
        for await (const chunk of source) chunks.push(chunk)
      })
      await reply.send(Buffer.concat(chunks))
    }),
)

const importListRoutes: readonly Route[] = [
  query(
    {
      id: 'listImports',
      method: 'get',
      path: '/imports',
      tag: 'imports',
      summary: 'Files that changed records, the newest first.',
      may: WRITES_RECORDS,
      query: z.object({ ...pageQuery, dataset: z.string().max(200).optional() }),
      reply: pageOf(ImportShown),
    },
    async (read, { query: asked, who, lang }) => {
      const { datasets } = await rulesInForceNow(read)
      const [after = null] = keyIn(asked.after, 1) ?? []
      const rows = await importRows(read, { dataset: asked.dataset, which: importsWritten(who), after: typeof after === 'number' ? after : null, limit: asked.limit + 1 })
      return page(rows, asked.limit, {
        item: ({ importId, finishedAt, dataset, mode, file, bytes, by, undone, ...rows }) => ({
          import: importId,
          dataset,
          datasetName: nameIn(datasets.find((d) => d.dataset === dataset)?.name, lang, dataset),
          ...{ mode, file, bytes, rows, at: finishedAt, by, undone },
        }),
        key: (row) => [row.importId],
      })
    },
  ),
  query(
    {
      id: 'previewUndo',
      method: 'get',
      path: '/imports/{import}/undo',
      tag: 'imports',
      summary: 'What taking an import back would do.',
      may: WRITES_RECORDS,
      params: importPath,
      reply: UndoShown,
    },
    async (read, { params, who }) => {
      const rules = await rulesInForceNow(read)
      const undoing = await importToUndo(read, rules, Number(params.import))
      datasetWritten(rules, undoing.entry.dataset, who)
      const plan = await undoPlan(read, undoing)
      return { ...plan, keptShown: [...plan.keptShown], undone: undoing.entry.undone !== null }
    },
  ),
  command(
    'import.undo',
    {
      id: 'undoImport',
      method: 'post',
      path: '/imports/{import}/undo',
      tag: 'imports',
      summary: 'Take an import back, as a job: what it made is deleted, what it changed gets its earlier content, as new versions. What was changed since stays.',
      may: WRITES_RECORDS,
      params: importPath,
      body: z.strictObject({ reason: z.string().trim().min(1).max(REASON_LENGTH) }),
      reply: JobAsked,
      status: 202,
    },
    async (tx, { params, body, who, audit }) => {
      const importId = Number(params.import)
      const rules = await rulesInForceNow(tx)
      const { entry } = await importToUndo(tx, rules, importId)
      datasetWritten(rules, entry.dataset, who)
      if (entry.undone !== null) throw new Refusal('import.undone-already', { import: importId })
      audit.about(`import/${importId}`, { dataset: entry.dataset, file: entry.file, reason: body.reason })
      const input: UndoInput = { importId, user: who.user, name: who.name, reason: body.reason }
      return { job: await enqueue(tx, { kind: UNDO_JOB, input, key: `undo:${importId}`, by: who.user }) }
    },
  ),
]

/** Routes of files on their way into datasets; `catalogue` has the sentences about bad rows. */
export function importRoutes(catalogue: TextCatalogue): readonly Route[] {
  return [sendRoute, lookRoute(catalogue), previewRoute(catalogue), startRoute, badRowsRoute, ...importListRoutes]
}
