import { createReadStream } from 'node:fs'
import { v7 } from 'uuid'
import type { Lang } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/diagnostic.ts'
import { EXPORT_DAYS, EXPORT_PART_BYTES } from '../../base/limits.ts'
import { type Sql, sql } from '../../base/sql.ts'
import { isoInstant } from '../../store/instants.ts'
import type { Read, Store, Tx } from '../../store/types.ts'
import { readOf } from '../access/data-permission.ts'
import type { Who } from '../http/who.ts'
import type { JobState } from '../jobs/job.ts'
import type { RecordsToExport } from './asked.ts'

export const FORMATS = ['csv', 'xlsx'] as const

export type Format = (typeof FORMATS)[number]

/** A file of records that somebody asked for; `rows` and `bytes` are null until it is written. */
export interface Export {
  readonly export: string
  readonly dataset: string
  readonly name: string
  readonly format: Format
  readonly lang: Lang
  readonly asked: RecordsToExport
  readonly who: Who
  readonly rows: number | null
  readonly bytes: number | null
}

/** An export in a list, with the job that writes it. */
export interface ExportListed extends Pick<Export, 'export' | 'dataset' | 'name' | 'format' | 'rows' | 'bytes'> {
  readonly job: string
  readonly state: JobState
  readonly at: string
}

/** Note what is asked for, and let go of the files of some days ago. Answers the id. */
export async function noteExport(tx: Tx, of: Pick<Export, 'dataset' | 'name' | 'format' | 'lang' | 'asked' | 'who'>): Promise<string> {
  await tx.run(sql`delete from app.export where created_at < clock_timestamp() - make_interval(days => ${EXPORT_DAYS}::int)`)
  const id = v7()
  await tx.run(sql`insert into app.export (export_id, user_id, dataset, name, format, lang, asked, who)
    values (${id}::uuid, ${of.who.user}, ${of.dataset}, ${of.name}, ${of.format}, ${of.lang}, ${JSON.stringify(of.asked)}::jsonb, ${JSON.stringify(of.who)}::jsonb)`)
  return id
}

export async function setJob(tx: Tx, id: string, job: string): Promise<void> {
  await tx.run(sql`update app.export set job_id = ${job}::uuid where export_id = ${id}::uuid`)
}

const EXPORT: Sql = sql`select export_id::text as export, dataset, name, format, lang, asked, who, rows::float8 as rows, bytes::float8 as bytes from app.export`

/** What a job is to write. Errors: `export.unknown`. */
export async function exportToWrite(read: Read, id: string): Promise<Export> {
  return requireFound(await read.first<Export>(sql`${EXPORT} where export_id = ${id}::uuid`))
}

/** A file that somebody may fetch. Errors: `export.unknown`, also for somebody else’s; `export.unfinished`; `export.rights-changed`. */
export async function exportToFetch(read: Read, id: string, who: Who): Promise<Export> {
  const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
  const found = requireFound(isUuid ? await read.first<Export>(sql`${EXPORT} where export_id = ${id}::uuid and user_id = ${who.user}`) : undefined)
  if (found.rows === null) throw new Refusal('export.unfinished')
  if (rightsOver(found.dataset, who) !== rightsOver(found.dataset, found.who)) throw new Refusal('export.rights-changed')
  return found
}

function requireFound(found: Export | undefined): Export {
  if (found === undefined) throw new Refusal('export.unknown')
  return found
}

/** The rights that decide which records of a dataset somebody sees, to be compared. */
function rightsOver(dataset: string, { grants }: Who): string {
  const of = grants.filter(({ permission }) => permission === readOf(dataset)).map(({ reach, employee, delegation = '' }) => JSON.stringify([reach, employee, delegation]))
  return of.toSorted().join()
}

/** One’s own exports, the newest first, from the one after `after`. */
export async function listExports(read: Read, asked: { readonly of: string; readonly after: string | null; readonly limit: number }): Promise<ExportListed[]> {
  const before = asked.after === null ? sql`true` : sql`e.export_id < ${asked.after}::uuid`
  return await read.query<ExportListed>(sql`
    select e.export_id::text as export, e.dataset, e.name, e.format, e.rows::float8 as rows, e.bytes::float8 as bytes, j.job_id::text as job, j.state, ${isoInstant(sql`e.created_at`)} as at
    from app.export as e join app.job as j on j.job_id = e.job_id
    where e.user_id = ${asked.of} and ${before} order by e.export_id desc limit ${asked.limit}::int`)
}

/** How much a file holds. */
export interface Size {
  readonly rows: number
  readonly bytes: number
}

/** Put a finished file into the table of parts; where another attempt at the same export was first, its file stays. Answers the size of what is kept. Errors: `export.unknown`. */
export async function keepFile(tx: Tx, id: string, { path, rows }: { readonly path: string; readonly rows: number }): Promise<Size> {
  const kept = requireFound(await tx.first<Export>(sql`${EXPORT} where export_id = ${id}::uuid for update`))
  if (kept.rows !== null && kept.bytes !== null) return { rows: kept.rows, bytes: kept.bytes }
  await tx.run(sql`delete from app.export_part where export_id = ${id}::uuid`)
  let [bytes, number] = [0, 0]
  for await (const chunk of createReadStream(path, { highWaterMark: EXPORT_PART_BYTES })) {
    const content = chunk as Buffer // A stream without an encoding yields buffers.
    await tx.run(sql`insert into app.export_part (export_id, number, content) values (${id}::uuid, ${number}::int, ${content})`)
    bytes += content.length
    number += 1
  }
  await tx.run(sql`update app.export set rows = ${rows}::bigint, bytes = ${bytes}::bigint where export_id = ${id}::uuid`)
  return { rows, bytes }
}

/** The bytes of a finished file, piece by piece: whoever fetches slowly holds no connection. */
export async function* partsOf(store: Store, id: string): AsyncGenerator<Buffer> {
  for (let number = 0; ; number += 1) {
    const row = await store.ask<{ content: Buffer }>(sql`select content from app.export_part where export_id = ${id}::uuid and number = ${number}::int`)
    if (row === undefined) return
    yield row.content
  }
}
