import { Refusal } from '../../base/diagnostic.ts'
import { type Sql, sql } from '../../base/sql.ts'
import { isoInstant } from '../../store/instants.ts'
import type { Read } from '../../store/types.ts'

/** A run as it is listed. */
export interface RunRow {
  readonly run: string
  readonly period: string
  readonly startedAt: string
  readonly finishedAt: string
  /** Name of the user who asked for it; null: the program itself, or the command line. */
  readonly by: string | null
  readonly inputsHash: string
  readonly versions: Readonly<Record<string, number>>
}

const RUN: Sql = sql`select r.run_id::text as run, r.period, ${isoInstant(sql`r.started_at`)} as "startedAt", ${isoInstant(sql`r.finished_at`)} as "finishedAt", r.inputs_hash as "inputsHash", r.versions,
  (select u.name from app.job as j join app.user as u on u.user_id::text = j.created_by where j.kind = 'run' and j.result ->> 'run' = r.run_id::text order by j.job_id limit 1) as by from calc.run as r`

/** Runs, the newest first, from the one after `after`. */
export async function listRuns(read: Read, asked: { readonly period: string | undefined; readonly after: string | null; readonly limit: number }): Promise<RunRow[]> {
  const of = asked.period === undefined ? sql`true` : sql`r.period = ${asked.period}`
  const before = asked.after === null ? sql`true` : sql`r.run_id < ${asked.after}::bigint`
  return await read.query<RunRow>(sql`${RUN} where ${of} and ${before} order by r.run_id desc limit ${asked.limit}::int`)
}

/** Errors: `run.unknown`. */
export async function runNumbered(read: Read, run: string): Promise<RunRow> {
  const found = isRunNumber(run) ? await read.first<RunRow>(sql`${RUN} where r.run_id = ${run}::bigint`) : undefined
  if (found === undefined) throw new Refusal('run.unknown', { run })
  return found
}

/** The newest run of the same period before a run, and whether none is newer. */
export async function runsBeside(read: Read, of: RunRow): Promise<{ readonly previous: string | null; readonly newest: boolean }> {
  const row = await read.first<{ previous: string | null; newest: boolean }>(sql`
    select max(run_id) filter (where run_id < ${of.run}::bigint)::text as previous, max(run_id) = ${of.run}::bigint as newest from calc.run where period = ${of.period}`)
  return row ?? { previous: null, newest: true }
}

export const isRunNumber = (text: string): boolean => /^\d{1,18}$/.test(text)

export interface RunCounts {
  readonly people: number
  readonly scored: number
  readonly paid: number
}

/** How many people have values, a score, and an amount of pay in a run. */
export async function countsOf(read: Read, run: string): Promise<RunCounts> {
  const row = await read.first<RunCounts>(sql`
    select (select count(*) from calc.value where run_id = ${run}::bigint)::int as people,
      (select count(*) from calc.score where run_id = ${run}::bigint and score is not null)::int as scored,
      (select count(distinct employee_id) from calc.earning where run_id = ${run}::bigint and amount <> 0)::int as paid`)
  return row ?? { people: 0, scored: 0, paid: 0 }
}
