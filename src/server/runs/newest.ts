import { type Day, lastDay, type Period } from '../../base/calendar.ts'
import { requirePeriod } from '../../base/calendar-check.ts'
import { sql } from '../../base/sql.ts'
import { CompanySchema } from '../../engine/documents/company.ts'
import { isoInstant } from '../../store/instants.ts'
import type { Read } from '../../store/types.ts'
import type { LoadedProgram } from '../measures/queries.ts'
import { rulesInForceNow } from '../measures/rules-cache.ts'
import { inputsHashOf, type RunInput } from './recorded.ts'

/** The newest run of a period. */
export interface NewestRun {
  readonly run: string
  readonly finishedAt: string
  /** Rules, people and records are still what the run computed with. */
  readonly fresh: boolean
  /** Versions of the documents it computed with. */
  readonly versions: Readonly<Record<string, number>>
}

/** What a page of a period is made from: the rules, the period and its newest run, null where there is none. */
export interface PeriodNow {
  readonly loaded: LoadedProgram
  readonly input: RunInput
  readonly period: Period
  readonly newest: NewestRun | null
}

/** Errors: `calendar.no-such-period`, those of the rules. */
export async function periodNow(read: Read, id: string): Promise<PeriodNow> {
  const loaded = await rulesInForceNow(read)
  const { program, calendar, versions } = loaded
  const period = requirePeriod(calendar, id)
  const input: RunInput = { program, calendar, versions, period }
  return { loaded, input, period, newest: await newestRun(read, input) }
}

/** The newest run of a period, whatever it computed with; null where there is none. */
async function newestRun(read: Read, input: RunInput): Promise<NewestRun | null> {
  const row = await read.first<Omit<NewestRun, 'fresh'> & { hash: string }>(sql`
    select run_id::text as run, ${isoInstant(sql`finished_at`)} as "finishedAt", versions, inputs_hash as hash from calc.run where period = ${input.period.id} order by run_id desc limit 1`)
  if (row === undefined) return null
  const { hash, ...run } = row
  return { ...run, fresh: hash === (await inputsHashOf(read, input)) }
}

/** The currency that a run counted its money in: that of the company's document it computed with, which may have changed since. Null: it computed with none. */
export async function currencyOf(read: Read, run: Pick<NewestRun, 'versions'>): Promise<string | null> {
  const row = await read.first<{ body: unknown }>(
    sql`select body from app.document where kind = 'company' and version = (${JSON.stringify(run.versions)}::jsonb ->> ('company/' || id))::int`,
  )
  return CompanySchema.safeParse(row?.body).data?.currency ?? null
}

/** The number of the newest run of a period, where nobody asks how fresh it is. */
export async function newestNumber(read: Read, period: string): Promise<string | null> {
  const row = await read.first<{ run: string }>(sql`select run_id::text as run from calc.run where period = ${period} order by run_id desc limit 1`)
  return row?.run ?? null
}

/** The day on which reach over the results of a period is judged: its last day, or today if that is earlier. */
export function judgedOn(period: Period, today: Day): Day {
  const last = lastDay(period)
  return last < today ? last : today
}

/** The same for a route that has the period in its query. */
export async function dayOfPeriod(read: Read, { query: { period }, today }: { readonly query: { readonly period: string }; readonly today: Day }): Promise<Day> {
  const { calendar } = await rulesInForceNow(read)
  return judgedOn(requirePeriod(calendar, period), today)
}
