import type { Period } from '../../base/calendar.ts'
import { Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import type { MeasureIr, Program } from '../../engine/ir.ts'
import { evaluate } from '../../engine/reference/evaluate.ts'
import type { Facts } from '../../engine/reference/facts.ts'
import type { Trace } from '../../engine/reference/trace.ts'
import { planSteps } from '../../engine/steps.ts'
import type { Read, Store } from '../../store/types.ts'
import { requireInForce } from '../datasets/in-force.ts'
import { TABLES_LOCK } from '../datasets/table.ts'
import { loadFacts } from './facts.ts'
import { latestRun, type RunInput } from './recorded.ts'
import { computeAnd, type RunOptions } from './run.ts'

/** One number of one person, worked out a second time by the interpreter from the records alone. */
export interface Explanation {
  readonly employee: { readonly id: string; readonly name: string }
  readonly measure: MeasureIr
  readonly period: Period
  readonly run: string
  /** What the run computed in SQL: canonical decimal text, or null. */
  readonly value: string | null
  readonly trace: Trace
  /** The interpreter came to the same value. */
  readonly agrees: boolean
  /** Versions of the documents of this number, by `measure/id` and `dataset/id`. */
  readonly versions: Readonly<Record<string, number>>
  /** The records that were looked at, by dataset. */
  readonly facts: Facts
  readonly program: Program
}

/**
 * Explain one value. The newest run of the period is used where its inputs are still what they were; otherwise the period is computed first.
 * Value and records are read at one moment, whatever arrives meanwhile. Errors: `explain.*`; `rules.changed` where the documents were replaced since they were read.
 */
export async function explainRun(store: Store, input: RunInput, of: { employee: string; measure: string }, options: RunOptions = {}): Promise<Explanation> {
  const measure = input.program.measures[of.measure]
  if (measure === undefined) throw new Refusal('explain.no-measure', { measure: of.measure })
  await store.read((read) => requireActive(read, of.employee, input.period))
  return await atRun(store, input, options, (read, run) => explainNow(read, input, { measure, employee: of.employee, run }))
}

/** What `look` sees at the moment of the newest run whose inputs are still what they were; the period is computed first where there is none. */
export async function atRun<T>(store: Store, input: RunInput, options: RunOptions, look: (read: Read, run: string) => Promise<T>): Promise<T> {
  const known = await store.tx(async (guard) => {
    await guard.share(TABLES_LOCK)
    await requireInForce(guard, input.versions)
    return await store.snapshot(async (read) => {
      const run = await latestRun(read, input)
      return run === undefined ? null : { seen: await look(read, run) }
    })
  })
  return known === null ? await computeAnd(store, input, options, look) : known.seen
}

/** The explanation at the moment of `read`, which is that of the run. */
async function explainNow(read: Read, input: RunInput, of: { measure: MeasureIr; employee: string; run: string }): Promise<Explanation> {
  const { program, calendar, period } = input
  const { measure, run } = of
  const name = measure.measure
  const employee = await employeeOf(read, of.employee)
  const plan = planSteps(program, calendar, [name], period)
  const facts = await loadFacts(read, program, plan, of.employee)
  const trace = evaluate(program, calendar, facts, { employee: of.employee, measure: name, period: period.id })
  const value = await valueOf(read, run, { employee: of.employee, measure: name })
  if (value === undefined) throw new Refusal('explain.not-active', { employee: employee.name, period: period.id })
  return { employee, measure, period, run, value, trace, agrees: value === trace.value, versions: versionsFor(input, [trace]), facts, program }
}

export async function employeeOf(read: Read, id: string): Promise<{ id: string; name: string }> {
  const found = await read.first<{ id: string; name: string }>(sql`select employee_id as id, name from app.employee where employee_id = ${id}`)
  if (found === undefined) throw new Refusal('explain.no-employee', { employee: id })
  return found
}

/** Who did not work in the company in that period has no value: nothing need be computed to say so. Errors: `explain.no-employee`, `explain.not-active`. */
export async function requireActive(read: Read, id: string, period: Period): Promise<void> {
  const { name } = await employeeOf(read, id)
  const stretch = await read.first(sql`select 1 as found from app.assignment where employee_id = ${id} and from_date < ${period.until}::date and until_date > ${period.from}::date`)
  if (stretch === undefined) throw new Refusal('explain.not-active', { employee: name, period: period.id })
}

/** undefined: the person has no value in the run, because they did not work in the company in that period. */
async function valueOf(read: Read, run: string, of: { employee: string; measure: string }): Promise<string | null | undefined> {
  const row = await read.first<{ value: string | null }>(
    sql`select figures ->> ${of.measure}::text as value from calc.value where run_id = ${run}::bigint and employee_id = ${of.employee}`,
  )
  return row?.value
}

/** The documents that traces passed through, and `others`, with their versions. */
export function versionsFor(input: RunInput, traces: readonly Trace[], others: readonly string[] = []): Record<string, number> {
  const used = new Set<string>(others)
  const seen = new Set<string>()
  const visit = (t: Trace): void => {
    if (seen.has(t.measure)) return
    seen.add(t.measure)
    used.add(`measure/${t.measure}`)
    if (t.parts.kind === 'aggregate') used.add(`dataset/${t.parts.dataset}`)
    if (t.parts.kind === 'formula') for (const v of t.parts.values) visit(v.trace)
  }
  for (const trace of traces) visit(trace)
  return Object.fromEntries([...used].sort().flatMap((id) => (input.versions[id] === undefined ? [] : [[id, input.versions[id]]])))
}
