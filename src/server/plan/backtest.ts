import type { Period } from '../../base/calendar.ts'
import { requirePeriod } from '../../base/calendar-check.ts'
import { type Diagnostic, Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import { canonicalJson } from '../../engine/canonical-json.ts'
import type { DatasetDocument } from '../../engine/documents/dataset.ts'
import { rulesInForce } from '../../engine/in-force.ts'
import type { InForce, Program } from '../../engine/ir.ts'
import { cancelOn } from '../../store/cancel.ts'
import type { Read, Store, Tx } from '../../store/types.ts'
import { columnType, datasetLock, TABLES_LOCK } from '../datasets/table.ts'
import { listDocuments } from '../measures/documents.ts'
import { type LoadedProgram, loadProgram } from '../measures/queries.ts'
import type { RunInput } from '../runs/recorded.ts'
import { computeRun, type RunOptions, type RunResult } from '../runs/run.ts'
import { storeWithin } from '../runs/verify/world-store.ts'
import { type BothPrograms, type DraftChange, draftChanges, unusedChanges } from './backtest-changes.ts'
import { unusedRows } from './backtest-rows.ts'
import { type Cost, costOf, costTogether, outcomeOf, type PersonCompared, type RoleReport, roleReports } from './backtest-summary.ts'
import { linesOutOfReach, reachWarnings } from './backtest-targets.ts'
import type { CheckedPlan } from './check.ts'

/** What a draft would have changed in past periods. */
export interface Backtest {
  readonly company: string
  readonly periods: readonly BacktestPeriod[]
  /** Of all periods together. */
  readonly cost: Cost | null
  /** What the draft changes, and in which of the periods that has a part. */
  readonly changes: readonly DraftChange[]
  /** Warnings about the draft as a whole: changes that have no part in any of the periods, rows of the folder that are not used. */
  readonly diagnostics: readonly Diagnostic[]
}

export interface BacktestPeriod {
  readonly period: Period
  readonly roles: readonly RoleReport[]
  /** Of all roles together. */
  readonly cost: Cost | null
  /** Incentive plans of other kinds of periods in force on days of this one: the cost leaves them out. */
  readonly leftOut: readonly string[]
  /** Everybody who worked in the period, by id. */
  readonly people: readonly PersonCompared[]
  /** Warnings: nothing to compare, rules of the draft that are for nobody, targets nobody or everybody reaches. */
  readonly diagnostics: readonly Diagnostic[]
}

export interface BacktestOptions extends Pick<RunOptions, 'signal' | 'onProgress' | 'aside'> {
  readonly periods: readonly string[]
}

/** Carries the answer out of a transaction that must not be kept. */
class NotKept extends Error {
  readonly found: Backtest

  constructor(found: Backtest) {
    super('a back-test is not kept')
    this.found = found
  }
}

/**
 * Compute periods by the rules in force and by those of a draft, over the records, people, targets and pay items that are stored, and compare.
 * Of the draft's folder only the documents count. Everything happens in one transaction that is rolled back: nothing is stored (but numbers of runs are used up).
 * Imports, runs and applying wait until it is over, so that both sides see the same.
 * Errors: `plan.company-differs`, `backtest.not-stored`, `period.*`, `measures.no-plan`, those of a run.
 */
export async function backtestPlan(store: Store, plan: CheckedPlan, options: BacktestOptions): Promise<Backtest> {
  try {
    return await store.tx(async (tx) => {
      const cancelling = await cancelOn(store, tx, options.signal)
      try {
        throw new NotKept(await backtestIn(tx, plan, options))
      } finally {
        await cancelling.settle()
      }
    })
  } catch (error) {
    if (error instanceof NotKept) return error.found
    throw error
  }
}

interface Sides {
  readonly before: RunInput
  readonly after: RunInput
}

async function backtestIn(tx: Tx, plan: CheckedPlan, { periods, ...options }: BacktestOptions): Promise<Backtest> {
  await keepStill(tx)
  const stored = await loadProgram(tx)
  requireStored(stored, plan)
  const { company, calendar } = plan.company.document
  const sides = periods.map(
    (id): Sides => ({
      before: { program: stored.program, calendar: stored.calendar, period: requirePeriod(stored.calendar, id), versions: {} },
      after: { program: plan.program, calendar, period: requirePeriod(calendar, id), versions: {} },
    }),
  )
  const within = storeWithin(tx)
  const run = async (input: RunInput): Promise<RunResult> => {
    options.signal?.throwIfAborted()
    return await computeRun(within, input, options)
  }
  // All of one side first: each change of rules throws away the cells that the others do not need.
  const before: RunResult[] = []
  for (const side of sides) before.push(await run(side.before))
  const found: BacktestPeriod[] = []
  for (const [i, side] of sides.entries()) {
    const [was, is] = [before[i], await run(side.after)]
    if (was !== undefined) found.push(comparison({ side, was, is, roles: await rolesIn(tx, side.after.period), plan }))
  }
  const told = await aboutDraft(
    tx,
    plan,
    { before: stored.program, after: plan.program },
    sides.map((s) => s.after.period),
  )
  return { company, periods: found, cost: costTogether(found.map((p) => p.cost)), ...told }
}

/** What the draft changes at all. The last thing that happens: rows of the folder are tried on what is stored. */
async function aboutDraft(tx: Tx, plan: CheckedPlan, programs: BothPrograms, periods: readonly Period[]): Promise<Pick<Backtest, 'changes' | 'diagnostics'>> {
  const changes = draftChanges(plan, await listDocuments(tx), programs, periods)
  return { changes, diagnostics: [...unusedChanges(changes, { plan, programs, periods }), ...(await unusedRows(tx, plan))] }
}

/** Whoever would change what is read, or the tables of cells, waits. In the order in which everybody takes these locks. */
async function keepStill(tx: Tx): Promise<void> {
  await tx.lock('runs')
  await tx.share(TABLES_LOCK)
  for (const { dataset } of await tx.query<{ dataset: string }>(sql`select dataset from app.dataset_state order by 1`)) await tx.share(datasetLock(dataset))
}

/** A draft is computed on the tables there are: refuse one whose datasets have others. */
function requireStored(stored: LoadedProgram, plan: CheckedPlan): void {
  const have = stored.company.company
  const want = plan.company.document.company
  if (have !== want) throw new Refusal('plan.company-differs', { have, want })
  const tables = new Map(stored.datasets.map((d) => [d.dataset, d]))
  const missing = plan.datasets.flatMap(({ document }) => differing(tables.get(document.dataset), document))
  if (missing.length > 0) throw new Refusal('backtest.not-stored', { names: missing.join(', ') })
}

function differing(stored: DatasetDocument | undefined, draft: DatasetDocument): string[] {
  if (stored === undefined || canonicalJson([stored.key, stored.effective ?? null]) !== canonicalJson([draft.key, draft.effective ?? null])) return [draft.dataset]
  const same = (name: string) => {
    const [was, is] = [stored.fields[name], draft.fields[name]]
    return was !== undefined && is !== undefined && columnType(was) === columnType(is)
  }
  return Object.keys(draft.fields).flatMap((name) => (same(name) ? [] : [`${draft.dataset}.${name}`]))
}

/** The role of everybody on their last day of work in a period. */
async function rolesIn(read: Read, period: Period): Promise<Map<string, string | null>> {
  const rows = await read.query<{ id: string; role: string | null }>(
    sql`select distinct on (a.employee_id) a.employee_id as id, a.role from app.assignment as a where a.from_date < ${period.until}::date and a.until_date > ${period.from}::date order by a.employee_id, a.from_date desc`,
  )
  return new Map(rows.map((r) => [r.id, r.role]))
}

interface Compared {
  readonly side: Sides
  readonly was: RunResult
  readonly is: RunResult
  readonly roles: ReadonlyMap<string, string | null>
  readonly plan: CheckedPlan
}

function comparison(c: Compared): BacktestPeriod {
  const { side, was, is, roles } = c
  const earlier = new Map(was.employees.map((e) => [e.id, e]))
  const people = is.employees.map(
    (e): PersonCompared => ({
      id: e.id,
      name: e.name,
      role: roles.get(e.id) ?? null,
      before: outcomeOf(earlier.get(e.id) ?? { score: null, earnings: [] }),
      after: outcomeOf(e),
    }),
  )
  const grades = [side.after, side.before].flatMap(({ program, period }) => rulesInForce(program, period).schemes.flatMap(([, s]) => s.grades.map((g) => g.grade)))
  return { period: side.after.period, roles: roleReports(people, [...new Set(grades)]), cost: costOf(people), leftOut: leftOut(side), people, diagnostics: warnings(c) }
}

/** What people are paid in the same days by plans of other periods. */
function leftOut({ before, after }: Sides): string[] {
  const days = ({ from, until }: Pick<InForce, 'from' | 'until'>, period: Period) => (from === null || from < period.until) && (until === null || until > period.from)
  const others = [before, after].flatMap(({ program, period }) =>
    Object.values(program.incentives).flatMap((plan) => (plan.every !== period.kind && days(plan, period) ? [plan.incentive] : [])),
  )
  return [...new Set(others)]
}

function warnings({ side, was, is, plan }: Compared): Diagnostic[] {
  const { program, period } = side.after
  const known = new Set(was.notices.map((n) => canonicalJson(n)))
  const notices = is.notices.filter((n) => !known.has(canonicalJson(n)))
  const warning = (code: string, params: Diagnostic['params']): Diagnostic => ({ code, severity: 'warning', place: {}, params: { period: period.id, ...params } })
  if (!hasRules(side.before) && !hasRules(side.after)) return [warning('backtest.no-rules', { rules: ruleWords(program) }), ...notices]
  if (!hasData(was) && !hasData(is)) return [warning('backtest.no-data', {}), ...notices]
  return [...notices, ...reachWarnings(plan.schemes, linesOutOfReach(program, is.employees), period.id)]
}

function hasRules({ program, period }: RunInput): boolean {
  const { schemes, incentives } = rulesInForce(program, period)
  return schemes.length + incentives.length > 0
}

/** Some figure of somebody is neither empty nor 0. */
function hasData({ employees }: RunResult): boolean {
  return employees.some((e) => Object.values(e.values).some((v) => v !== null && v !== '0'))
}

/** In the words of the documents: `hunter@2026-01-01 (every: quarter)`. */
function ruleWords({ schemes, incentives }: Program): string {
  const words = [...Object.entries(schemes), ...Object.entries(incentives)].map(([id, { every }]) => `${id} (every: ${every})`)
  return words.length === 0 ? '–' : words.join(', ')
}
