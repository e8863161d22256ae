import { JOB_ATTEMPTS } from '../../base/limits.ts'
import { sql } from '../../base/sql.ts'
import type { Tx } from '../../store/types.ts'
import type { Job, JobProblem, JobProgress } from './job.ts'

/** A job in the hands of this process. */
export interface Claimed extends Pick<Job, 'id' | 'kind' | 'input' | 'createdBy' | 'attempts'> {}

/** The lock that whoever works on a job holds. */
export const jobLock = (id: string): string => `job ${id}`

/**
 * Take a job whose lock this process holds: one that waits, or one that was left behind by a process that died. Null where it is over meanwhile, was to end,
 * or was left behind too often (it fails with `job.abandoned`).
 */
export async function claim(tx: Tx, id: string): Promise<Claimed | null> {
  const left = await tx.first<{ state: string; attempts: number; cancel_asked: boolean }>(
    sql`select state, attempts, cancel_asked from app.job where job_id = ${id}::uuid and state in ('queued', 'running') for update skip locked`,
  )
  if (left === undefined) return null
  if (left.state === 'running' && left.cancel_asked) {
    await end(tx, { id, attempts: left.attempts }, { state: 'cancelled' })
    return null
  }
  if (left.attempts >= JOB_ATTEMPTS) {
    await end(tx, { id, attempts: left.attempts }, { state: 'failed', error: { code: 'job.abandoned', params: { attempts: left.attempts }, place: {}, details: [] } })
    return null
  }
  const taken = await tx.first<Claimed>(sql`
    update app.job set state = 'running', attempts = attempts + 1, started_at = coalesce(started_at, clock_timestamp()), progress = null where job_id = ${id}::uuid
    returning job_id::text as id, kind, input, created_by as "createdBy", attempts`)
  return taken ?? null
}

/** The attempt in which somebody works: what an earlier one has to say comes too late. */
export type Attempt = Pick<Job, 'id' | 'attempts'>

const ofAttempt = ({ id, attempts }: Attempt) => sql`job_id = ${id}::uuid and attempts = ${attempts}::int and state = 'running'`

export async function report(tx: Tx, attempt: Attempt, progress: JobProgress): Promise<void> {
  await tx.run(sql`update app.job set progress = ${JSON.stringify(progress)}::jsonb where ${ofAttempt(attempt)}`)
}

export type Outcome = { readonly state: 'done'; readonly result: unknown } | { readonly state: 'failed'; readonly error: JobProblem } | { readonly state: 'cancelled' }

export async function end(tx: Tx, attempt: Attempt, outcome: Outcome): Promise<void> {
  const result = outcome.state === 'done' ? JSON.stringify(outcome.result ?? null) : null
  const error = outcome.state === 'failed' ? JSON.stringify(outcome.error) : null
  await tx.run(sql`
    update app.job set state = ${outcome.state}, result = ${result}::jsonb, error = ${error}::jsonb, finished_at = clock_timestamp() where ${ofAttempt(attempt)}`)
}

/** Give a job back, as if it had not been taken: the process ends in good order. Where another job waits for the same, that one does. */
export async function giveBack(tx: Tx, attempt: Attempt): Promise<void> {
  await tx.run(sql`
    update app.job as j set state = 'cancelled', finished_at = clock_timestamp() where ${ofAttempt(attempt)} and exists (select 1 from app.job as o where o.key = j.key and o.state = 'queued')`)
  await tx.run(sql`update app.job set state = 'queued', attempts = attempts - 1, progress = null where ${ofAttempt(attempt)}`)
}
