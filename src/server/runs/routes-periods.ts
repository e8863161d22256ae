import { z } from 'zod'
import { lastDay, PERIOD_KINDS, type Period } from '../../base/calendar.ts'
import { Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import { isoInstant } from '../../store/instants.ts'
import type { Read } from '../../store/types.ts'
import { query, type Route } from '../http/route.ts'
import { DayText, InstantText } from '../http/shapes.ts'
import { recordDays } from '../measures/record-days.ts'
import { rulesInForceNow } from '../measures/rules-cache.ts'
import { kindsInUse, openPeriods, periodsToChoose } from './open-periods.ts'
import { PeriodShown } from './shapes.ts'

const PeriodListed = PeriodShown.extend({
  state: z.enum(['past', 'current', 'future']).describe('Whether it holds today.'),
  open: z.boolean().describe('Its results follow every change by themselves.'),
  latest: z.object({ run: z.string(), finishedAt: InstantText }).nullable().describe('Its newest run.'),
}).meta({ id: 'PeriodListed' })

const Periods = z
  .object({
    items: z.array(PeriodListed),
    kinds: z.array(z.enum(PERIOD_KINDS)).describe('The kinds that people are judged and paid by.'),
    latest: z.string().nullable().describe('The newest period with records, of the kind that most people are judged by: where to begin.'),
    records: z.object({ first: DayText, last: DayText }).nullable().describe('First and last day with records.'),
  })
  .meta({ id: 'Periods' })

export const shownPeriod = (p: Period) => ({ id: p.id, kind: p.kind, from: p.from, last: lastDay(p) })

async function newestRuns(read: Read, ids: readonly string[]): Promise<Map<string, { run: string; finishedAt: string }>> {
  const rows = await read.query<{ period: string; run: string; finishedAt: string }>(sql`
    select p.id as period, r.run_id::text as run, ${isoInstant(sql`r.finished_at`)} as "finishedAt" from unnest(${[...ids]}::text[]) as p (id)
    join lateral (select run_id, finished_at from calc.run where period = p.id order by run_id desc limit 1) as r on true`)
  return new Map(rows.map(({ period, ...run }) => [period, run]))
}

/** A company that was not begun has no calendar yet, and no periods. */
function nothingYet(error: unknown): null {
  if (error instanceof Refusal && error.code === 'measures.no-plan') return null
  throw error
}

export const periodRoutes: readonly Route[] = [
  query(
    {
      id: 'listPeriods',
      method: 'get',
      path: '/periods',
      tag: 'runs',
      summary: 'Periods to choose from: around the records and around today, with the newest run of each.',
      may: 'signed-in',
      query: z.object({ kind: z.enum(PERIOD_KINDS).optional().describe('Of this kind; without it months, quarters, years and every kind in use but days.') }),
      reply: Periods,
    },
    async (read, { query: { kind }, today }) => {
      const loaded = await rulesInForceNow(read).catch(nothingYet)
      if (loaded === null) return { items: [], kinds: [], latest: null, records: null }
      const used = kindsInUse(loaded)
      const kinds = kind === undefined ? PERIOD_KINDS.filter((k) => k !== 'day' && (['month', 'quarter', 'year'].includes(k) || used.includes(k))) : [kind]
      const periods: Period[] = []
      for (const k of kinds) periods.push(...(await periodsToChoose(read, loaded, { kind: k, today })))
      const open = new Set((await openPeriods(read, loaded, today)).map((p) => p.id))
      const runs = await newestRuns(
        read,
        periods.map((p) => p.id),
      )
      const days = await recordDays(read)
      const stateOf = (p: Period) => (p.until <= today ? ('past' as const) : p.from > today ? ('future' as const) : ('current' as const))
      const main = used.includes('quarter') ? 'quarter' : (used[0] ?? 'quarter')
      const holding = days === null ? undefined : (await periodsToChoose(read, loaded, { kind: main, today })).findLast((p) => p.from <= days.last && p.from <= today)
      return {
        items: periods.map((p) => ({ ...shownPeriod(p), state: stateOf(p), open: open.has(p.id), latest: runs.get(p.id) ?? null })),
        kinds: used,
        latest: holding?.id ?? null,
        records: days,
      }
    },
  ),
]
