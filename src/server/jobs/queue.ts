import { v7 } from 'uuid'
import { Refusal } from '../../base/diagnostic.ts'
import { type Sql, sql } from '../../base/sql.ts'
import { isoInstant } from '../../store/instants.ts'
import type { Read, Tx } from '../../store/types.ts'
import type { Job } from './job.ts'

/** A job as it is asked for. */
export interface Wish {
  readonly kind: string
  readonly input: unknown
  /** While a job with the same key waits, no second one is made. */
  readonly key?: string
  /** Id of the user; null: the program itself. */
  readonly by: string | null
}

/** Ask for a job; it begins after the transaction. Answers its id, or that of the job that waits for the same already. */
export async function enqueue(tx: Tx, { kind, input, key, by }: Wish): Promise<string> {
  for (;;) {
    const id = v7()
    const made = await tx.run(sql`
      insert into app.job (job_id, kind, input, key, created_by) values (${id}::uuid, ${kind}, ${JSON.stringify(input)}::jsonb, ${key ?? null}, ${by})
      on conflict (key) where state = 'queued' and key is not null do nothing`)
    if (made === 1) return id
    // The lock keeps the job that waits from beginning before this transaction, whose changes it is to see, has ended.
    const waiting = await tx.first<{ id: string }>(sql`select job_id::text as id from app.job where key = ${key ?? null} and state = 'queued' for update`)
    if (waiting !== undefined) return waiting.id
  }
}

const JOB: Sql = sql`select job_id::text as id, kind, state, cancel_asked as "cancelAsked", input, progress, result, error, created_by as "createdBy",
  ${isoInstant(sql`created_at`)} as "createdAt", ${isoInstant(sql`started_at`)} as "startedAt", ${isoInstant(sql`finished_at`)} as "finishedAt", attempts from app.job`

/** One job. Errors: `job.unknown`; also for a job of somebody else where `of` is a user. */
export async function jobOf(read: Read, id: string, of: string | null): Promise<Job> {
  const found = isUuid(id) ? await read.first<Job>(sql`${JOB} where job_id = ${id}::uuid and ${ownedBy(of)}`) : undefined
  if (found === undefined) throw new Refusal('job.unknown', { job: id })
  return found
}

/** The newest jobs first, from the one after `after`; of everybody where `of` is null. `open`: only those that are not over. */
export async function listJobs(read: Read, asked: { readonly of: string | null; readonly after: string | null; readonly limit: number; readonly open?: boolean }): Promise<Job[]> {
  const before = asked.after === null || !isUuid(asked.after) ? sql`true` : sql`job_id < ${asked.after}::uuid`
  const open = asked.open === true ? sql`state in ('queued', 'running')` : sql`true`
  return await read.query<Job>(sql`${JOB} where ${ownedBy(asked.of)} and ${before} and ${open} order by job_id desc limit ${asked.limit}::int`)
}

/** Jobs that wait or are worked on, of these kinds, the oldest first. */
export async function openJobs(read: Read, kinds: readonly string[], most: number): Promise<Pick<Job, 'id' | 'kind'>[]> {
  return await read.query(
    sql`select job_id::text as id, kind from app.job where state in ('queued', 'running') and kind = any(${[...kinds]}::text[]) order by job_id limit ${most}::int`,
  )
}

/** End a job: one that waits at once, one that is worked on as soon as its work notices. Nothing happens to one that is over. Errors: `job.unknown`. */
export async function cancelJob(tx: Tx, id: string, of: string | null): Promise<Job> {
  await jobOf(tx, id, of)
  await tx.run(sql`
    update app.job set cancel_asked = true, state = case state when 'queued' then 'cancelled' else state end, finished_at = case state when 'queued' then clock_timestamp() end
    where job_id = ${id}::uuid and state in ('queued', 'running')`)
  return await jobOf(tx, id, of)
}

const ownedBy = (of: string | null): Sql => (of === null ? sql`true` : sql`created_by = ${of}`)

const isUuid = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
