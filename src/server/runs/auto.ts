import { type Day, dayInZone } from '../../base/calendar.ts'
import { Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import type { Read, Store, Tx } from '../../store/types.ts'
import { enqueue } from '../jobs/queue.ts'
import { INPUTS_MARKER } from '../measures/record-days.ts'
import { rulesInForceNow } from '../measures/rules-cache.ts'
import { openPeriods } from './open-periods.ts'
import { RUN_JOB } from './run-job.ts'

/** Ask for a run of a period; while one waits, it is that one. */
export async function queueRun(tx: Tx, period: string, by: string | null): Promise<string> {
  return await enqueue(tx, { kind: RUN_JOB, input: { period }, key: `run:${period}`, by })
}

/**
 * Looks whether anything that results are made from has changed since it looked last, whoever changed it and by which program, and then asks for runs of the open periods.
 * A run whose inputs turn out to be the same computes nothing. To be called again and again; the first time it always asks.
 */
export function watchInputs(now: () => Date): (store: Store) => Promise<void> {
  let seen: string | null = null
  return async (store) => {
    const marker = await store.read((read) => markerAt(read, now()))
    if (marker === null || marker === seen) return
    await store.tx((tx) => queueOpenRuns(tx, now()))
    seen = marker
  }
}

/** Another day opens other periods. Null where there is no company yet. */
async function markerAt(read: Read, now: Date): Promise<string | null> {
  const today = await todayOf(read, now)
  if (today === null) return null
  const row = await read.first<{ marker: string }>(sql`select (${INPUTS_MARKER}) as marker`)
  return `${today} ${row?.marker ?? ''}`
}

async function queueOpenRuns(tx: Tx, now: Date): Promise<void> {
  const loaded = await rulesInForceNow(tx)
  const today = dayInZone(now.toISOString(), loaded.company.timezone)
  for (const period of await openPeriods(tx, loaded, today)) await queueRun(tx, period.id, null)
}

async function todayOf(read: Read, now: Date): Promise<Day | null> {
  try {
    return dayInZone(now.toISOString(), (await rulesInForceNow(read)).company.timezone)
  } catch (error) {
    // Nothing was applied yet, or a newer program wrote what this one refuses: whoever asks for a page is told.
    if (error instanceof Refusal) return null
    throw error
  }
}
