import { createReadStream } from 'node:fs'
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { periodOf, previousPeriod } from '../src/base/calendar.ts'
import { sql } from '../src/base/sql.ts'
import { importFile } from '../src/server/datasets/import/import-file.ts'
import { loadProgram } from '../src/server/measures/queries.ts'
import { applyPlan } from '../src/server/plan/apply.ts'
import { checkPlanFolder } from '../src/server/plan/check.ts'
import { readPlan } from '../src/server/plan/read.ts'
import { computeRun } from '../src/server/runs/run.ts'
import type { Store } from '../src/store/types.ts'
import { employeeId, HEADER, superiorOf, workload } from './generate.ts'
import { HAND_TABLE, handWritten } from './hand.ts'

/** What one step of the benchmark took. The clock runs around the work alone: not around starting the process and connecting. */
export interface StepResult {
  readonly ms: number
  /** Peak memory of the process, in MB; null where it did other work before. */
  readonly rssMb: number | null
  /** What had to happen before each time, where that was timed as well. */
  readonly beforeMs?: number
  /** What hand-written SQL took for the same, where it was timed each time as well. */
  readonly handMs?: number
}

export const median = (results: readonly StepResult[]): StepResult => [...results].sort((a, b) => a.ms - b.ms)[Math.floor(results.length / 2)] ?? { ms: Number.NaN, rssMb: null }

export async function timed(work: () => Promise<unknown>): Promise<StepResult> {
  const start = performance.now()
  await work()
  return { ms: performance.now() - start, rssMb: process.resourceUsage().maxRSS / 1024 }
}

/** The plan folder of the benchmark with its thousand people. */
export async function writePlan(plan: string, dir: string): Promise<void> {
  await mkdir(dir, { recursive: true })
  await cp(plan, dir, { recursive: true })
  const rows = Array.from({ length: workload(0).employees }, (_, i) => {
    const superior = superiorOf(i + 1)
    return `${employeeId(i + 1)},Person ${i + 1},${superior === null ? '' : employeeId(superior)}`
  })
  await writeFile(join(dir, 'people.csv'), `id,name,manager\n${rows.join('\n')}\n`)
}

export async function apply(store: Store, dir: string): Promise<StepResult> {
  const { plan, diagnostics } = await readPlan(dir)
  const { checked, diagnostics: told } = checkPlanFolder(plan)
  if (checked === null) throw new Error(`the benchmark's plan is wrong: ${JSON.stringify([...diagnostics, ...told])}`)
  return await timed(() => applyPlan(store, checked))
}

export const importOrders = (store: Store, file: string): Promise<StepResult> => importInto(store, 'orders', file)

/** Our import, with every check. */
export async function importInto(store: Store, dataset: string, file: string): Promise<StepResult> {
  const loaded = await store.read(loadProgram)
  const document = loaded.datasets.find((d) => d.dataset === dataset)
  if (document === undefined) throw new Error(`no dataset ${dataset}`)
  return await timed(async () => {
    const report = await importFile(store, document, { file, company: loaded.company, datasets: loaded.datasets })
    if (report.rows.bad > 0 || report.rows.inserted !== report.rows.read) throw new Error(`the import was not clean: ${JSON.stringify(report.rows)}`)
  })
}

/** PostgreSQL's COPY of the same file into a table of the same columns and indexes, and nothing else. */
export async function bareCopy(store: Store, file: string): Promise<StepResult> {
  await store.tx(async (tx) => {
    await tx.run(sql`drop table if exists calc.bare`)
    await tx.run(sql`create table calc.bare (like data.orders including all)`)
    await tx.run(sql`alter table calc.bare alter column _change set default 0`)
  })
  const columns = HEADER.split(',')
    .map((c) => `"${c}"`)
    .join(', ')
  const copy = { kind: 'sql' as const, parts: [`copy calc.bare (${columns}) from stdin with (format csv, header true)`], values: [] }
  const result = await timed(() => store.tx((tx) => tx.copyIn(copy, createReadStream(file, { highWaterMark: COPY_CHUNK_BYTES }))))
  await store.tx((tx) => tx.run(sql`drop table calc.bare`))
  return result
}

/** As large as our own import reads. */
const COPY_CHUNK_BYTES = 1_048_576

export async function periodIn(store: Store, id: string) {
  const loaded = await store.read(loadProgram)
  const period = periodOf(loaded.calendar, id)
  const previous = period === null ? null : previousPeriod(loaded.calendar, period)
  if (period === null || previous === null) throw new Error(`no period ${id}`)
  return { loaded, period, previous }
}

export async function run(store: Store, id: string): Promise<StepResult> {
  const { loaded, period } = await periodIn(store, id)
  return await timed(() => computeRun(store, { program: loaded.program, calendar: loaded.calendar, period, versions: loaded.versions }))
}

export const again = (store: Store, argument: string): Promise<StepResult> => againWith(store, 'orders', argument)

/** Import each of some files (`PERIOD,FILE,FILE …`) and run the period after each; medians. */
export async function againWith(store: Store, dataset: string, argument: string): Promise<StepResult> {
  const [id = '', ...files] = argument.split(',')
  const imports: StepResult[] = []
  const runs: StepResult[] = []
  for (const file of files) {
    imports.push(await importInto(store, dataset, file))
    runs.push(await run(store, id))
  }
  return { ...median(runs), beforeMs: median(imports).ms }
}

export async function hand(store: Store, id: string): Promise<StepResult> {
  const { period, previous } = await periodIn(store, id)
  await store.tx(async (tx) => {
    await tx.run(HAND_TABLE)
    await tx.run(sql`truncate calc.hand`)
  })
  return await timed(() => store.tx((tx) => tx.run(handWritten(period, previous))))
}

/** Longest wait for the server's housekeeping, in seconds: it looks for work every minute. */
const PATIENCE_S = 180

/** Wait until what the server does by itself after a large import (vacuum, checkpoint) is done: it would be timed together with whatever comes next. */
export async function settle(store: Store): Promise<void> {
  await store.tx((tx) => tx.run(sql`checkpoint`))
  for (let second = 0; second < PATIENCE_S; second++) {
    const row = await store.read((read) =>
      read.first<{ done: boolean }>(
        sql`select exists (select 1 from pg_stat_user_tables where schemaname = 'data' and last_autovacuum is not null) and not exists (select 1 from pg_stat_activity where backend_type = 'autovacuum worker') as done`,
      ),
    )
    if (row?.done === true) return
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
}

/** How many figures of the newest run differ from the hand-written ones: none, or the comparison is worth nothing. */
export async function differences(store: Store): Promise<number> {
  const row = await store.read((read) =>
    read.first<{ n: number; of: number }>(
      sql`select (count(*) filter (where h.value is distinct from (v.figures ->> h.measure)::numeric))::int as n, count(*)::int as of from calc.hand as h left join calc.value as v on v.employee_id = h.employee_id and v.run_id = (select max(run_id) from calc.run)`,
    ),
  )
  if (row === undefined || row.of === 0) throw new Error('nothing was compared')
  return row.n
}
