import { z } from 'zod'
import { requirePeriod } from '../../base/calendar-check.ts'
import type { Diagnostic, TextCatalogue } from '../../base/diagnostic.ts'
import type { Read } from '../../store/types.ts'
import { seesAll } from '../access/visible.ts'
import { keyIn, page, pageOf, pageQuery } from '../http/paging.ts'
import { Finding, findingOf } from '../http/problem.ts'
import { command, query, type Route } from '../http/route.ts'
import { InstantText } from '../http/shapes.ts'
import type { Who } from '../http/who.ts'
import { JobAsked } from '../jobs/routes.ts'
import { rulesInForceNow } from '../measures/rules-cache.ts'
import { queueRun } from './auto.ts'
import { inputsHashOf } from './recorded.ts'
import { noticesOfRun } from './run.ts'
import { countsOf, isRunNumber, listRuns, type RunRow, runNumbered, runsBeside } from './run-queries.ts'
import { periodQuery, Versions } from './shapes.ts'

const RunListed = z
  .object({
    run: z.string(),
    period: z.string(),
    startedAt: InstantText,
    finishedAt: InstantText,
    by: z.string().nullable().describe('Name of the user who asked for it; null: it followed a change by itself, or came from the command line.'),
  })
  .meta({ id: 'RunListed' })

const RunShown = RunListed.extend({
  previous: z.string().nullable().describe('The run of the period before it.'),
  newest: z.boolean().describe('Pages of the period show this one.'),
  fresh: z.boolean().describe('Rules, people and records are still what it computed with.'),
  versions: Versions,
  counts: z.object({ people: z.number().int(), scored: z.number().int(), paid: z.number().int() }).describe('People with values, with a score, with pay.'),
  notices: z.array(Finding).nullable().describe('Records that count for nobody, rules that are for nobody; null for an older run, and for who does not see everybody.'),
}).meta({ id: 'Run', description: 'One computation of a period: everybody’s values, scores and earnings.' })

const listed = ({ run, period, startedAt, finishedAt, by }: RunRow) => ({ run, period, startedAt, finishedAt, by })

/** What a run says about records and rules; it names people, and holds only while its inputs are what they were. */
async function noticesFor(read: Read, who: Who, row: RunRow): Promise<{ fresh: boolean; notices: readonly Diagnostic[] | null }> {
  const { program, calendar, versions } = await rulesInForceNow(read)
  const input = { program, calendar, versions, period: requirePeriod(calendar, row.period) }
  const fresh = row.inputsHash === (await inputsHashOf(read, input))
  return { fresh, notices: fresh && seesAll(who, 'score.read') ? await noticesOfRun(read, row.run, input) : null }
}

export function runListRoutes(catalogue: TextCatalogue): readonly Route[] {
  return [
    command(
      'run.start',
      {
        id: 'startRun',
        method: 'post',
        path: '/runs',
        tag: 'runs',
        summary: 'Ask for a run of a period. Where one waits already it is that one; where nothing has changed since the newest run, its result is that run.',
        may: 'run.start',
        body: z.object(periodQuery),
        reply: JobAsked,
        status: 202,
      },
      async (tx, { who, body, audit }) => {
        const { calendar } = await rulesInForceNow(tx)
        const { id } = requirePeriod(calendar, body.period)
        audit.about(`period/${id}`)
        return { job: await queueRun(tx, id, who.user) }
      },
    ),
    query(
      {
        id: 'listRuns',
        method: 'get',
        path: '/runs',
        tag: 'runs',
        summary: 'Runs, the newest first.',
        may: 'score.read',
        query: z.object({ ...pageQuery, period: periodQuery.period.optional() }),
        reply: pageOf(RunListed),
      },
      async (read, { query: asked }) => {
        const after = keyIn(asked.after, 1)?.[0]
        const rows = await listRuns(read, { period: asked.period, after: typeof after === 'string' && isRunNumber(after) ? after : null, limit: asked.limit + 1 })
        return page(rows, asked.limit, { item: listed, key: (row) => [row.run] })
      },
    ),
    query(
      {
        id: 'getRun',
        method: 'get',
        path: '/runs/{run}',
        tag: 'runs',
        summary: 'One run: when, by whom, from what, how many people.',
        may: 'score.read',
        params: z.object({ run: z.string() }),
        reply: RunShown,
      },
      async (read, { who, params, lang }) => {
        const row = await runNumbered(read, params.run)
        const { fresh, notices } = await noticesFor(read, who, row)
        return {
          ...listed(row),
          ...(await runsBeside(read, row)),
          fresh,
          versions: { ...row.versions },
          counts: await countsOf(read, row.run),
          notices: notices?.map((notice) => findingOf(notice, lang, catalogue)) ?? null,
        }
      },
    ),
  ]
}
