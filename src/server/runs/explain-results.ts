import type { Period } from '../../base/calendar.ts'
import { sql } from '../../base/sql.ts'
import { canonicalJson } from '../../engine/canonical-json.ts'
import type { AmountIr, Expr, Program } from '../../engine/ir.ts'
import type { EarningTrace } from '../../engine/reference/earning.ts'
import { openEvaluator } from '../../engine/reference/evaluate.ts'
import type { ScoreTrace } from '../../engine/reference/score-trace.ts'
import type { Trace } from '../../engine/reference/trace.ts'
import { planSteps } from '../../engine/steps.ts'
import { walk } from '../../engine/walk.ts'
import type { Read, Store } from '../../store/types.ts'
import { atRun, employeeOf, requireActive, versionsFor } from './explain.ts'
import { loadFacts } from './facts.ts'
import type { RunInput } from './recorded.ts'
import type { RunOptions } from './run.ts'
import { type StoredResults, storedResults } from './stored-results.ts'

/** The score and the pay of one person, worked out a second time by the interpreter from records, targets and pay items alone. */
export interface ResultsExplanation {
  readonly employee: { readonly id: string; readonly name: string }
  readonly period: Period
  readonly run: string
  /** What the run computed in SQL. */
  readonly stored: StoredResults
  readonly score: ScoreTrace | null
  readonly earnings: readonly EarningTrace[]
  /** The interpreter came to the same score, lines, amounts and derivations. */
  readonly agrees: { readonly score: boolean; readonly pay: boolean }
  /** Files that the person's targets and pay items came from: `sales 2026-03` and `base salary 2026-01-01` → `targets.csv`. */
  readonly sources: ReadonlyMap<string, string>
  readonly program: Program
}

/**
 * Explain what a person's scheme and plans came to. The newest run of the period is used where its inputs are still what they were; otherwise the period is computed first.
 * Errors: `explain.*`; `rules.changed` where the documents were replaced since they were read.
 */
export async function explainResults(store: Store, input: RunInput, employee: string, options: RunOptions = {}): Promise<ResultsExplanation> {
  await store.read((read) => requireActive(read, employee, input.period))
  return await atRun(store, input, options, (read, run) => explainNow(read, input, { employee, run }))
}

async function explainNow(read: Read, input: RunInput, of: { employee: string; run: string }): Promise<ResultsExplanation> {
  const { program, calendar, period } = input
  const asked = { employee: of.employee, period: period.id }
  const { measures, exprs } = neededBy(program)
  const facts = await loadFacts(read, program, planSteps(program, calendar, measures, period, exprs), of.employee)
  const evaluator = openEvaluator(program, calendar, facts)
  const score = evaluator.score(asked)
  const earnings = evaluator.earnings(asked)
  const stored = await storedResults(read, of.run, of.employee)
  return {
    employee: await employeeOf(read, of.employee),
    period,
    run: of.run,
    stored: { score: stored.score, earnings: inOrderOf(earnings, stored) },
    score,
    earnings,
    agrees: { score: same(stored.score, score?.result ?? null), pay: same(sorted(stored.earnings), sorted(earnings.map((e) => e.result))) },
    sources: await sourcesOf(read, of.employee),
    program,
  }
}

/** What the schemes and plans of a company read. */
function neededBy(program: Program): { measures: string[]; exprs: Expr[] } {
  const lines = Object.values(program.schemes).flatMap((s) => s.lines.map((l) => l.measure))
  const components = Object.values(program.incentives).flatMap((plan) => plan.components)
  return { measures: [...new Set(lines)], exprs: components.flatMap(({ now, before }) => [...exprsOf(now), ...exprsOf(before)]) }
}

function exprsOf(amount: AmountIr | null): Expr[] {
  if (amount === null) return []
  return [amount.amount, ...amount.conditions.map((c) => c.when), amount.floor, amount.cap].filter((e) => e !== null)
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b)

function sorted<E extends { readonly incentive: string; readonly component: string }>(earnings: readonly E[]): E[] {
  const key = (e: E) => JSON.stringify([e.incentive, e.component])
  return [...earnings].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** What was stored, in the order of the plans; anything the interpreter does not know comes last. */
function inOrderOf(earnings: readonly EarningTrace[], stored: StoredResults): StoredResults['earnings'] {
  const at = (e: { incentive: string; component: string }) => earnings.findIndex(({ result }) => result.incentive === e.incentive && result.component === e.component)
  const rank = (e: { incentive: string; component: string }) => (at(e) < 0 ? earnings.length : at(e))
  return [...stored.earnings].sort((a, b) => rank(a) - rank(b))
}

async function sourcesOf(read: Read, employee: string): Promise<Map<string, string>> {
  const rows = await read.query<{ what: string; source: string }>(
    sql`select measure || ' ' || period as what, source from app.target where employee_id = ${employee} and source is not null union all select item || ' ' || from_date::text, source from app.pay where employee_id = ${employee} and source is not null`,
  )
  return new Map(rows.map((r) => [r.what, r.source]))
}

/** Versions of the documents behind a score: scheme, measures, datasets. */
export function scoreVersions(input: RunInput, score: ScoreTrace): Record<string, number> {
  const traces = score.lines.map((l) => l.measure)
  return versionsFor(input, traces, [`scheme/${score.result.scheme}`])
}

/** Versions of the documents behind components: plans, the tables and measures they read, and what the score rests on where one of them reads it. */
export function payVersions(input: RunInput, earnings: readonly EarningTrace[]): Record<string, number> {
  const traces: Trace[] = []
  const others = new Set<string>()
  for (const earning of earnings) {
    others.add(`incentive/${earning.result.incentive}`)
    for (const expr of exprsOf(earning.component.now)) {
      walk(expr, (e) => {
        if (e.node === 'tiers' || e.node === 'curve' || e.node === 'lookup') others.add(`table/${e.table.table}`)
      })
    }
    for (const part of [...earning.now.parts, ...(earning.before?.parts ?? [])]) {
      if (part.kind === 'measure') traces.push(part.trace)
      if (part.kind !== 'result' || part.score === null) continue
      others.add(`scheme/${part.score.result.scheme}`)
      traces.push(...part.score.lines.map((l) => l.measure))
    }
  }
  return versionsFor(input, traces, [...others])
}
