import { Readable } from 'node:stream'
import { z } from 'zod'
import { nameIn } from '../../base/diagnostic.ts'
import { READS_RECORDS } from '../access/data-permission.ts'
import { keyIn, page, pageOf, pageQuery } from '../http/paging.ts'
import { command, query, type Route, raw } from '../http/route.ts'
import { InstantText } from '../http/shapes.ts'
import { XLSX_TYPE } from '../http/workbook.ts'
import { JOB_STATES } from '../jobs/job.ts'
import { enqueue } from '../jobs/queue.ts'
import { JobAsked } from '../jobs/routes.ts'
import { rulesInForceNow } from '../measures/rules-cache.ts'
import { listRecords } from '../records/list.ts'
import { datasetRead } from '../records/seen.ts'
import { datasetPath } from '../records/shapes.ts'
import { RecordsToExport, recordsAsked } from './asked.ts'
import { EXPORT_JOB } from './export-job.ts'
import { exportToFetch, FORMATS, listExports, noteExport, partsOf, setJob } from './exports.ts'

const tag = 'exports'

const ExportAsked = RecordsToExport.extend({ format: z.enum(FORMATS).default('csv') }).meta({ id: 'ExportAsked' })

const ExportShown = z
  .object({
    export: z.string(),
    dataset: z.string(),
    datasetName: z.string(),
    name: z.string().describe('Of the file.'),
    format: z.enum(FORMATS),
    rows: z.number().int().nullable().describe('Null until the file is written.'),
    bytes: z.number().int().nullable(),
    job: z.string(),
    state: z.enum(JOB_STATES),
    at: InstantText,
  })
  .meta({ id: 'Export', description: 'Records written into a file; kept for some days.' })

const startRoute: Route = command(
  'export.start',
  {
    id: 'startExport',
    method: 'post',
    path: '/datasets/{dataset}/exports',
    tag,
    summary: 'Write the records that fit, all of them, into a file, as a job. Its result names the export.',
    may: READS_RECORDS,
    params: datasetPath,
    body: ExportAsked,
    reply: JobAsked,
    status: 202,
  },
  async (tx, { params: { dataset }, body: { format, ...asked }, who, lang, audit }) => {
    const rules = await rulesInForceNow(tx)
    const document = datasetRead(rules, dataset, who)
    // Conditions that do not fit the dataset are refused now rather than by the job.
    await listRecords(tx, rules, document, { ...recordsAsked(asked, { who, today: who.day }), after: null, limit: 1 })
    const name = `${nameIn(document.name, lang, dataset)} ${who.day}.${format}`
    const id = await noteExport(tx, { dataset, name, format, lang, asked, who })
    const job = await enqueue(tx, { kind: EXPORT_JOB, input: { export: id }, by: who.user })
    await setJob(tx, id, job)
    audit.about(`dataset/${dataset}`, { file: name })
    return { job }
  },
)

const listRoute: Route = query(
  {
    id: 'listExports',
    method: 'get',
    path: '/exports',
    tag,
    summary: 'One’s own exports, the newest first.',
    may: READS_RECORDS,
    query: z.object(pageQuery),
    reply: pageOf(ExportShown),
  },
  async (read, { query: asked, who, lang }) => {
    const { datasets } = await rulesInForceNow(read)
    const [after] = keyIn(asked.after, 1) ?? []
    const rows = await listExports(read, { of: who.user, after: z.uuid().safeParse(after).data ?? null, limit: asked.limit + 1 })
    return page(rows, asked.limit, {
      item: (row) => ({ ...row, datasetName: nameIn(datasets.find((d) => d.dataset === row.dataset)?.name, lang, row.dataset) }),
      key: (row) => [row.export],
    })
  },
)

const fileRoute: Route = raw(
  {
    id: 'downloadExport',
    method: 'get',
    path: '/exports/{export}/file',
    tag,
    summary: 'The file of an export: one’s own, while one’s rights are those it was written with. No cell is a formula.',
    may: READS_RECORDS,
    params: z.object({ export: z.string().max(100) }),
    reply: z.string(),
    contentType: 'application/octet-stream',
  },
  async (store, { params, who, reply }) => {
    const { format, name, bytes } = await store.read((read) => exportToFetch(read, params.export, who))
    reply.headers({
      'content-type': format === 'xlsx' ? XLSX_TYPE : 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="export.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'content-length': String(bytes),
      'cache-control': 'no-store',
    })
    await reply.send(Readable.from(partsOf(store, params.export)))
  },
)

/** Records of a dataset as files. */
export const exportRoutes: readonly Route[] = [startRoute, listRoute, fileRoute]
