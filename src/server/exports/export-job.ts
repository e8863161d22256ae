import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { Refusal } from '../../base/diagnostic.ts'
import { EXPORT_PAGE_ROWS, WORKBOOK_ROWS } from '../../base/limits.ts'
import { sql } from '../../base/sql.ts'
import type { Read } from '../../store/types.ts'
import { withWorkFolder } from '../../store/work-folder.ts'
import { csvPages } from '../http/csv.ts'
import { workbookOf } from '../http/workbook.ts'
import type { JobKind, Work } from '../jobs/job.ts'
import { rulesInForceNow } from '../measures/rules-cache.ts'
import { countRecords, type RecordRow, streamRecords } from '../records/list.ts'
import { datasetRead } from '../records/seen.ts'
import { recordsAsked } from './asked.ts'
import { type Export, exportToWrite, keepFile } from './exports.ts'
import { columnsOf } from './sheet.ts'

/** The kind of job that writes records into a file; its result is `{ export, name, rows, bytes }`. */
export const EXPORT_JOB = 'export'

const Input = z.object({ export: z.string() })

/** More than any table holds. */
const ALL = 2_000_000_000

/** Done twice, the second time finds the file of the first. Who asked, and what they might see then, stands with the export. */
export const exportJob: JobKind = {
  alone: false,
  run: async (store, input, work) => {
    const { export: id } = Input.parse(input)
    const wanted = await store.read((read) => exportToWrite(read, id))
    if (wanted.rows !== null) return { export: id, name: wanted.name, rows: wanted.rows, bytes: wanted.bytes }
    return withWorkFolder(async (folder) => {
      const path = join(folder, 'file')
      const rows = await store.snapshot((tx) => writeRecords(tx, wanted, { path, work }))
      return { export: id, name: wanted.name, ...(await store.tx((tx) => keepFile(tx, id, { path, rows }))) }
    })
  },
}

/** Write all of it as it is at one moment. Answers the number of rows. Errors: `export.too-many-rows`, `dataset.unknown`, `http.forbidden`, `records.*`. */
async function writeRecords(read: Read, wanted: Export, { path, work }: { readonly path: string; readonly work: Work }): Promise<number> {
  const rules = await rulesInForceNow(read)
  const { dataset, format, lang, who } = wanted
  const document = datasetRead(rules, dataset, who)
  const asked = recordsAsked(wanted.asked, { who, today: who.day })
  const of = (await countRecords(read, rules, document, { ...asked, after: null, limit: 0, most: ALL })) ?? ALL
  if (format === 'xlsx' && of > WORKBOOK_ROWS) throw new Refusal('export.too-many-rows', { rows: of, most: WORKBOOK_ROWS })
  const { currency, timezone } = rules.company
  const columns = columnsOf(document, { lang, currency, timezone, names: await employeeNames(read) })
  let rows = 0
  const pages = inPages(streamRecords(read, rules, document, asked), (done) => {
    rows = done
    work.progress({ stage: 'write', what: dataset, done, of })
  })
  const file = format === 'xlsx' ? workbookOf({ name: wanted.name, columns, pages }) : Readable.from(csvPages(columns, pages))
  await pipeline(file, createWriteStream(path, { mode: 0o600 }))
  return rows
}

async function employeeNames(read: Read): Promise<ReadonlyMap<string, string>> {
  const rows = await read.query<{ id: string; name: string }>(sql`select employee_id as id, name from app.employee`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Rows in bundles, told how many there were. */
async function* inPages(rows: AsyncIterable<RecordRow>, told: (done: number) => void): AsyncGenerator<readonly RecordRow[]> {
  let [bundle, done]: [RecordRow[], number] = [[], 0]
  for await (const row of rows) {
    bundle.push(row)
    if (bundle.length < EXPORT_PAGE_ROWS) continue
    done += bundle.length
    told(done)
    yield bundle
    bundle = []
  }
  told(done + bundle.length)
  yield bundle
}
