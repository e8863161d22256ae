import { z } from 'zod'
import { type Lang, Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import { isoInstant } from '../../store/instants.ts'
import type { Read } from '../../store/types.ts'
import { Exact, InstantText } from '../http/shapes.ts'
import { JOB_STATES, type JobState } from '../jobs/job.ts'
import { DifferenceShown, nameOfBody } from '../measures/shown-document.ts'
import { type Telling, toldDifferences } from '../measures/words.ts'
import type { DraftChange } from './backtest-changes.ts'
import { BACKTEST_JOB, BacktestAsked } from './backtest-job.ts'
import { idOfBody } from './draft.ts'

/** Back-tests are read again by who asked for them: their results are about everybody. */

const Cost = z.object({ before: Exact, after: Exact, difference: Exact, percent: Exact.nullable(), open: z.number().int() })
const Outcome = z.object({ score: Exact.nullable(), grade: z.string().nullable(), pay: Exact.nullable(), open: z.boolean() })
const Spread = z.object({ people: z.number().int(), min: Exact, lower: Exact, median: Exact, upper: Exact, max: Exact })
const Move = z.object({ id: z.string(), name: z.string(), before: Exact, after: Exact, difference: Exact })
const Movers = z.object({ people: z.number().int(), largest: Move.nullable() })
const Told = z.object({ code: z.string(), severity: z.enum(['error', 'warning', 'info']), detail: z.string(), cure: z.string() })

const RoleCompared = z.object({
  role: z.string().nullable(),
  people: z.number().int(),
  scores: z.object({ before: Spread.nullable(), after: Spread.nullable() }),
  grades: z.array(z.object({ grade: z.string().nullable(), before: z.number().int(), after: z.number().int() })),
  regraded: z.array(z.object({ id: z.string(), name: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
  by: z.enum(['pay', 'score']).nullable(),
  winners: Movers,
  losers: Movers,
  unknown: z.number().int(),
  cost: Cost.nullable(),
})

const PeriodCompared = z.object({
  period: z.string(),
  from: z.string(),
  last: z.string(),
  cost: Cost.nullable().describe('Null for who may not see everybody’s pay.'),
  leftOut: z.array(z.string()).describe('Incentive plans of other kinds of periods: the cost leaves them out.'),
  roles: z.array(RoleCompared),
  people: z.array(z.object({ id: z.string(), name: z.string(), role: z.string().nullable(), before: Outcome, after: Outcome })),
  findings: z.array(Told),
})

const Changed = z.object({
  kind: z.string(),
  id: z.string(),
  name: z.string(),
  change: z.enum(['added', 'changed', 'removed']),
  version: z.number().int().nullable().describe('The version that was in force; null where there was none.'),
  inPlay: z.array(z.string()).describe('Periods in which it had a part.'),
  differences: z.array(DifferenceShown).describe('Against the version in force.'),
})

const KeptBase = {
  job: z.string(),
  state: z.enum(JOB_STATES),
  createdAt: InstantText,
  finishedAt: InstantText.nullable(),
  periods: z.array(z.string()),
  schemes: z.array(z.string()).describe('Schemes among the drafts, without the day of an edition.'),
  cost: Cost.nullable(),
}

export const BacktestRow = z.object(KeptBase).meta({ id: 'BacktestRow' })

export const BacktestShown = z
  .object({
    ...KeptBase,
    result: z
      .object({
        periods: z.array(PeriodCompared),
        changes: z.array(Changed),
        findings: z.array(Told),
      })
      .nullable()
      .describe('Null until it is done.'),
  })
  .meta({ id: 'Backtest' })

interface Row {
  readonly job: string
  readonly state: JobState
  readonly createdAt: string
  readonly finishedAt: string | null
  readonly periods: readonly string[]
  readonly schemes: readonly string[]
  readonly cost: z.input<typeof Cost> | null
}

const ROW = sql`job_id::text as job, state, ${isoInstant(sql`created_at`)} as "createdAt", ${isoInstant(sql`finished_at`)} as "finishedAt", input -> 'periods' as periods,
  jsonb_path_query_array(input, '$.documents[*] ? (@.kind == "scheme").body.scheme') as schemes, nullif(result -> 'cost', 'null') as cost`

/** The newest back-tests somebody asked for; of one scheme where one is named. */
export async function listBacktests(
  read: Read,
  asked: { readonly user: string; readonly scheme: string | undefined; readonly after: string | null; readonly limit: number },
): Promise<Row[]> {
  const { user, scheme, after, limit } = asked
  const about = scheme === undefined ? sql`true` : sql`input -> 'documents' @> ${JSON.stringify([{ kind: 'scheme', body: { scheme } }])}::jsonb`
  const before = after === null ? sql`true` : sql`job_id::text < ${after}`
  return await read.query<Row>(
    sql`select ${ROW} from app.job where kind = ${BACKTEST_JOB} and created_by = ${user} and ${about} and ${before} order by job_id desc limit ${limit}::int`,
  )
}

/** What a back-test found, in one language. Errors: `job.unknown`, also for somebody else’s. */
export async function backtestOf(read: Read, job: string, user: string, telling: Omit<Telling, 'kind'>): Promise<z.input<typeof BacktestShown>> {
  const row = await read.first<Row & { result: Stored | null; input: unknown }>(
    sql`select ${ROW}, result, input from app.job where job_id::text = ${job} and kind = ${BACKTEST_JOB} and created_by = ${user}`,
  )
  if (row === undefined) throw new Refusal('job.unknown', { job })
  const { result, input, ...kept } = row
  const shown = result === null ? null : { ...shownResult(result, telling.lang), changes: await toldChanges(read, result.changes, { input, telling }) }
  return { ...kept, periods: [...kept.periods], schemes: [...kept.schemes], result: shown }
}

interface StoredTold {
  readonly code: string
  readonly severity: 'error' | 'warning' | 'info'
  readonly zh: { readonly say: string; readonly cure: string }
  readonly en: { readonly say: string; readonly cure: string }
}

type StoredPeriod = Omit<z.input<typeof PeriodCompared>, 'findings'> & { readonly diagnostics: readonly StoredTold[] }

/** As `resultOf` of backtest-job.ts makes it. */
/** Back-tests of before versions were kept have none. */
type StoredChange = Omit<DraftChange, 'version'> & { readonly version?: number | null }

interface Stored {
  readonly periods: readonly StoredPeriod[]
  readonly changes: readonly StoredChange[]
  readonly diagnostics: readonly StoredTold[]
}

function shownResult({ periods, diagnostics }: Stored, lang: Lang) {
  const told = (all: readonly StoredTold[]) => all.map(({ code, severity, [lang]: words }) => ({ code, severity, detail: words.say, cure: words.cure }))
  return { periods: periods.map(({ diagnostics: found, ...period }) => ({ ...period, findings: told(found) })), findings: told(diagnostics) }
}

/** What the draft changed, against the versions that were in force when it was tried. */
async function toldChanges(
  read: Read,
  changes: readonly StoredChange[],
  of: { readonly input: unknown; readonly telling: Omit<Telling, 'kind'> },
): Promise<z.input<typeof Changed>[]> {
  const { documents } = BacktestAsked.parse(of.input)
  const found = []
  for (const { kind, id, change, inPlay, version = null } of changes) {
    const row = await read.first<{ body: Body | null }>(sql`select body from app.document where kind = ${kind} and id = ${id} and version = ${version ?? 0}::int`)
    const was = row?.body ?? null
    const is = documents.find((d) => d.kind === kind && idOfBody(kind, d.body) === id)?.body as Body | undefined // It has an id: a map.
    const differences = was === null || is === undefined ? [] : toldDifferences(was, is, { ...of.telling, kind })
    found.push({ kind, id, name: nameOfBody(is ?? was ?? {}, of.telling.lang, id), change, version, inPlay: [...inPlay], differences })
  }
  return found
}

type Body = Readonly<Record<string, unknown>>
