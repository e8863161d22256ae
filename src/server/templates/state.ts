import { type Lang, nameIn, Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import type { Read } from '../../store/types.ts'
import { isBuiltIn } from '../measures/queries.ts'
import { rulesInForceNow } from '../measures/rules-cache.ts'
import { inDependencyOrder } from '../plan/order.ts'
import { countsOf, listRuns } from '../runs/run-queries.ts'

/** How far a company is on its way to the first score. */
export interface StartState {
  readonly company: { id: string; name: string; currency: string; timezone: string; yearStartMonth: number | null } | null
  readonly rules: { datasets: number; measures: number; schemes: number; incentives: number }
  readonly people: { all: number; withRole: number }
  /** In the order in which they are filled: one that refers to others comes after them. */
  readonly datasets: { dataset: string; name: string; rows: number; measures: number }[]
  readonly targets: number
  readonly run: { run: string; period: string; finishedAt: string; people: number; scored: number } | null
}

const NOTHING: StartState = {
  company: null,
  rules: { datasets: 0, measures: 0, schemes: 0, incentives: 0 },
  people: { all: 0, withRole: 0 },
  datasets: [],
  targets: 0,
  run: null,
}

/** The state of a company as it is now, in names of the reader's language. */
export async function startState(read: Read, lang: Lang): Promise<StartState> {
  const rules = await rulesOrNull(read)
  if (rules === null) return NOTHING
  const { company, program, measures } = rules
  const own = rules.datasets.filter((d) => !isBuiltIn(d.dataset))
  const rows = await rowCounts(read)
  const readBy = (dataset: string) => Object.values(program.measures).filter((m) => !m.hidden && m.body.kind === 'aggregate' && m.body.aggregate.dataset === dataset).length
  return {
    company: {
      id: company.company,
      name: nameIn(company.name, lang, company.company),
      currency: company.currency,
      timezone: company.timezone,
      yearStartMonth: company.calendar.kind === 'months' ? company.calendar.yearStartMonth : null,
    },
    rules: { datasets: own.length, measures: measures.length, schemes: Object.keys(program.schemes).length, incentives: Object.keys(rules.incentives).length },
    people: await peopleCounts(read),
    datasets: inDependencyOrder(own).map((d) => ({
      dataset: d.dataset,
      name: nameIn(d.name, lang, d.dataset),
      rows: rows.get(d.dataset) ?? 0,
      measures: readBy(d.dataset),
    })),
    targets: await targetCount(read),
    run: await lastRun(read),
  }
}

async function rulesOrNull(read: Read): Promise<Awaited<ReturnType<typeof rulesInForceNow>> | null> {
  try {
    return await rulesInForceNow(read)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'measures.no-plan') return null
    throw error
  }
}

async function rowCounts(read: Read): Promise<ReadonlyMap<string, number>> {
  const rows = await read.query<{ dataset: string; rows: number }>(sql`select dataset, rows::float8 as rows from app.dataset_state`)
  return new Map(rows.map((row) => [row.dataset, row.rows]))
}

async function peopleCounts(read: Read): Promise<StartState['people']> {
  const row = await read.first<StartState['people']>(sql`
    select (select count(*)::int from app.employee) as all, (select count(distinct employee_id)::int from app.assignment where role is not null) as "withRole"`)
  return row ?? NOTHING.people
}

async function targetCount(read: Read): Promise<number> {
  const row = await read.first<{ count: number }>(sql`select count(*)::int as count from app.target`)
  return row?.count ?? 0
}

/** The newest run that gave anybody a score, else the newest. */
async function lastRun(read: Read): Promise<StartState['run']> {
  const scored = await read.first<{ run: string }>(sql`
    select run_id::text as run from calc.run r where exists (select from calc.score s where s.run_id = r.run_id and s.score is not null) order by run_id desc limit 1`)
  const runs = await listRuns(read, { period: undefined, after: scored === undefined ? null : String(BigInt(scored.run) + 1n), limit: 1 })
  const [run] = runs
  if (run === undefined) return null
  const { people, scored: withScore } = await countsOf(read, run.run)
  return { run: run.run, period: run.period, finishedAt: run.finishedAt, people, scored: withScore }
}
