import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { requirePeriod } from '../../base/calendar-check.ts'
import type { Store } from '../../store/types.ts'
import { loadProgram } from '../measures/queries.ts'
import type { RunInput } from '../runs/recorded.ts'
import { computeRun, type RunResult } from '../runs/run.ts'
import { type ApplyReport, applyPlan } from './apply.ts'
import { checkPlanFolder } from './check.ts'
import { readPlan } from './read.ts'

/** The root of the checkout. */
export const ROOT = join(import.meta.dirname, '..', '..', '..')

/** Rows of a CSV file of plain cells by column: no quotes, which is checked. */
export function csvRows(path: string): Record<string, string>[] {
  const text = readFileSync(path, 'utf8')
  if (text.includes('"')) throw new Error(`${path} has quoted cells`)
  const [header = [], ...rows] = text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','))
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])))
}

/** Apply an example to a store. */
export async function applyExample(store: Store, name: string): Promise<ApplyReport> {
  const { plan, diagnostics } = await readPlan(join(ROOT, 'examples', name))
  const { checked, diagnostics: told } = checkPlanFolder(plan)
  const errors = [...diagnostics, ...told].filter((d) => d.severity === 'error')
  if (checked === null || errors.length > 0) throw new Error(`the example ${name} is wrong: ${JSON.stringify(errors)}`)
  return await applyPlan(store, checked)
}

/** Values of a period by employee and measure; an empty value is ''. */
export async function valuesOf(store: Store, id: string): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  const result = await runOf(store, id)
  return new Map(result.employees.map((e) => [e.id, Object.fromEntries(Object.entries(e.values).map(([measure, value]) => [measure, value ?? '']))]))
}

/** Everything a run comes to for a period. */
export async function runOf(store: Store, id: string): Promise<RunResult> {
  return await computeRun(store, await inputOf(store, id))
}

/** The documents in force and a period, as a run takes them. */
export async function inputOf(store: Store, id: string): Promise<RunInput> {
  const { program, calendar, versions } = await store.read(loadProgram)
  return { program, calendar, versions, period: requirePeriod(calendar, id) }
}
