import { EventEmitter, once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { requirePeriod } from '../../base/calendar-check.ts'
import { Refusal } from '../../base/diagnostic.ts'
import { ident, sql } from '../../base/sql.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import type { Store } from '../../store/types.ts'
import { importFile } from '../datasets/import/import-file.ts'
import { checksumOf, tableOf } from '../datasets/table.ts'
import { type LoadedProgram, loadProgram } from '../measures/queries.ts'
import { applyPlan } from '../plan/apply.ts'
import { checkPlanFolder } from '../plan/check.ts'
import { readPlan } from '../plan/read.ts'
import { type Files, planFolder } from '../plan/testing-folder.ts'
import { explainRun } from './explain.ts'
import { computeRun, type RunResult } from './run.ts'

const PEOPLE = ['E0', 'E1', 'E2', 'E3', 'E4']
const DATASETS = ['calls', 'orders', 'visits'] as const

const document = (dataset: string, type: string, field = '') => `dataset: ${dataset}
key: [id]
owner: who
date: day
fields: { id: text, who: { type: employee, required: true }, day: { type: date, required: true }, n: ${type}${field} }
`

const measure = (dataset: string) => `- { measure: ${dataset}_sum, kind: aggregate, dataset: ${dataset}, aggregate: sum, value: n, unit: number }
- { measure: ${dataset}_days, kind: aggregate, dataset: ${dataset}, aggregate: distinct, value: day, unit: number }
- { measure: ${dataset}_new, kind: aggregate, dataset: ${dataset}, aggregate: count, filter: first(n), unit: number }
`

/** A plan over three datasets; `types` of the field n. The measures come in the opposite order. */
function plan(types: Readonly<Record<string, string>> = {}, field = ''): Files {
  return {
    'company.yaml': 'company: crowd\nname: { zh: 众, en: Crowd }\ncurrency: CNY\n',
    'people.csv': `id,name,manager\n${PEOPLE.map((p, i) => `${p},${p},${i === 0 ? '' : 'E0'}`).join('\n')}\n`,
    ...Object.fromEntries(DATASETS.map((d) => [`datasets/${d}.yaml`, document(d, types[d] ?? 'integer', field)])),
    'measures/all.yaml': [...DATASETS].reverse().map(measure).join(''),
  }
}

let scratch: ScratchStore
let store: Store
let folder: string
let files = 0
beforeEach(async () => {
  scratch = await scratchStore()
  store = scratch.store
  folder = mkdtempSync(join(tmpdir(), 'heng-crowd-'))
  await apply(plan())
})
afterEach(async () => {
  await scratch.drop()
  rmSync(folder, { recursive: true, force: true })
})

async function apply(of: Files): Promise<void> {
  const { dir, remove } = await planFolder(of, {})
  try {
    const { checked } = checkPlanFolder((await readPlan(dir)).plan)
    if (checked === null) throw new Error('the plan is wrong')
    await applyPlan(store, checked)
  } finally {
    await remove()
  }
}

/** Import rows (id, number) of 2026-Q1 into a dataset; the id decides the person and the day. */
async function load(dataset: string, rows: readonly (readonly [id: number, n: number])[]): Promise<number> {
  const file = join(folder, `${files++}.csv`)
  const lines = rows.map(([id, n]) => `${id},${PEOPLE[id % PEOPLE.length]},2026-0${1 + (id % 3)}-${10 + (id % 15)},${n}`)
  writeFileSync(file, ['id,who,day,n', ...lines].join('\n'))
  const report = await byTheRules(({ datasets, company, versions }) => {
    const found = datasets.find((d) => d.dataset === dataset)
    if (found === undefined) throw new Error(`no dataset ${dataset}`)
    return importFile(store, found, { file, company, datasets, versions })
  })
  expect(report.bad.shown).toEqual([])
  return report.rows.changed
}

async function run(): Promise<RunResult> {
  return byTheRules(({ program, calendar, versions }) => computeRun(store, { program, calendar, versions, period: requirePeriod(calendar, '2026-Q1') }))
}

/** By the rules in force, read again where a plan was applied in between: as the commands do. */
async function byTheRules<T>(part: (loaded: LoadedProgram) => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await part(await store.read(loadProgram))
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'rules.changed')) throw error
    }
  }
}

const rowsOf = (from: number, count: number, n = 1) => Array.from({ length: count }, (_, i) => [from + i, n] as const)
const total = (result: RunResult, name: string) => result.employees.reduce((sum, e) => sum + Number(e.values[name] ?? 0), 0)

/** The values of a period worked out from nothing, on cells made anew. */
async function fromNothing(): Promise<RunResult> {
  await store.tx(async (tx) => {
    const tables = await tx.query<{ name: string }>(sql`select tablename as name from pg_tables where schemaname = 'calc' and tablename ~ '^(cells|keys|counts)_'`)
    for (const { name } of tables) await tx.run(sql`drop table ${ident('calc', name)}`)
    for (const name of ['cell_cover', 'key_cover']) await tx.run(sql`delete from ${ident('calc', name)}`)
  })
  return run()
}

/** Every state must be what its rows say, and the values what the rows say. */
async function expectTrue(): Promise<void> {
  const { datasets } = await store.read(loadProgram)
  for (const d of datasets) {
    const row = await store.read((read) =>
      read.first(
        sql`select rows::text, checksum::text, (select count(*) from ${tableOf(d.dataset)})::text as counted, ${checksumOf(d, tableOf(d.dataset), sql`true`)}::text as again from app.dataset_state where dataset = ${d.dataset}`,
      ),
    )
    expect(row).toEqual({
      rows: (row as { counted: string }).counted,
      counted: (row as { counted: string }).counted,
      checksum: (row as { again: string }).again,
      again: (row as { again: string }).again,
    }) // as: the columns of the query
  }
  const now = await run()
  const anew = await fromNothing()
  expect(now.employees).toEqual(anew.employees)
  expect(now.inputsHash).toBe(anew.inputsHash)
}

/** Runs with the same inputs say the same, whenever they were made. */
function expectOneTruth(results: readonly RunResult[]): void {
  const byInputs = new Map<string, RunResult['employees']>()
  for (const r of results) {
    const known = byInputs.get(r.inputsHash)
    if (known === undefined) byInputs.set(r.inputsHash, r.employees)
    else expect(r.employees).toEqual(known)
  }
}

/** Hold a dataset's table, so that whoever comes to it waits. */
async function held(dataset: string): Promise<() => Promise<void>> {
  const signs = new EventEmitter()
  const [isHeld, isReleased] = [once(signs, 'held'), once(signs, 'released')]
  const holder = store.tx(async (tx) => {
    await tx.run(sql`lock table ${tableOf(dataset)} in access exclusive mode`)
    signs.emit('held')
    await isReleased
  })
  await isHeld
  return async () => {
    signs.emit('released')
    await holder
  }
}

/** Until so many sessions wait for a lock. */
async function untilWaiting(count: number): Promise<void> {
  for (let i = 0; i < 400; i++) {
    const row = await store.read((read) =>
      read.first<{ n: number }>(sql`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`),
    )
    if ((row?.n ?? 0) >= count) return
    await sleep(10)
  }
}

describe('imports side by side', () => {
  test('of one dataset: nothing is lost and every version that was replaced is kept', async () => {
    await load('orders', rowsOf(0, 400))
    const changed = await Promise.all([2, 3, 4, 5, 6].map((n) => load('orders', [...rowsOf(0, 200, n), ...rowsOf(400 + n * 100, 100, n)])))
    const kept = await store.read((read) => read.first<{ n: number }>(sql`select count(*)::int as n from data."orders~history"`))
    expect(changed).toEqual([200, 200, 200, 200, 200])
    expect(kept?.n).toBe(1000)
    await expectTrue()
    expect(new Set((await store.read((read) => read.query<{ n: string }>(sql`select distinct n::text as n from data.orders where id::int < 200`))).map((r) => r.n)).size).toBe(1)
  })

  test('into a dataset that is empty: all rows of all files are there', async () => {
    await Promise.all([0, 1, 2, 3].map((i) => load('orders', rowsOf(i * 150, 200))))
    expect(total(await run(), 'orders_sum')).toBe(650)
    await expectTrue()
  })
})

describe('runs side by side', () => {
  test('more of them than there are connections all come to the same', async () => {
    await load('orders', rowsOf(0, 300))
    const results = await Promise.all(Array.from({ length: 12 }, run))
    expect(new Set(results.map((r) => r.run)).size).toBe(12)
    expect(new Set(results.map((r) => JSON.stringify([r.inputsHash, r.employees]))).size).toBe(1)
    await expectTrue()
  })

  test('with imports between them: each sees the whole of what it sees', async () => {
    const results: RunResult[] = []
    for (let round = 0; round < 3; round++) {
      const imports = DATASETS.flatMap((d) => [load(d, rowsOf(round * 100, 100)), load(d, rowsOf(0, 50, round + 2))])
      results.push(...(await Promise.all([run(), run(), run()])))
      await Promise.all(imports)
    }
    expectOneTruth(results)
    await expectTrue()
  })
})

describe('a plan applied while a run is under way', () => {
  test('that alters tables which the run reads in another order: neither is thrown out', async () => {
    for (const d of DATASETS) await load(d, rowsOf(0, 100))
    await run()
    for (const d of DATASETS) await load(d, rowsOf(100, 100))
    const release = await held('orders')
    const applying = apply(plan({ calls: 'decimal', orders: 'decimal', visits: 'decimal' }))
    await untilWaiting(1)
    const running = run()
    await untilWaiting(2)
    await release()
    const [, result] = await Promise.all([applying, running])
    expect(total(result, 'calls_sum')).toBe(200)
    await expectTrue()
  })

  test('that writes a table anew: the run does not take it for empty', async () => {
    for (const d of DATASETS) await load(d, rowsOf(0, 100))
    await run()
    for (const d of DATASETS) await load(d, rowsOf(100, 100))
    const release = await held('orders')
    const applying = apply(plan({ calls: 'decimal', orders: 'decimal' }))
    await untilWaiting(1)
    const running = run()
    await untilWaiting(2)
    await release()
    const [, result] = await Promise.all([applying, running])
    for (const d of DATASETS) expect(total(result, `${d}_sum`)).toBe(200)
    await expectTrue()
  })

  test('with imports, over and over: nothing is thrown out, nothing differs', async () => {
    const results: RunResult[] = []
    for (let round = 0; round < 4; round++) {
      const type = round % 2 === 0 ? 'decimal' : 'integer'
      const work = [
        apply(plan(Object.fromEntries(DATASETS.map((d) => [d, type])), `, extra${round}: text`)),
        ...DATASETS.map((d) => load(d, rowsOf(round * 60, 80, round + 1))),
        run(),
        run(),
      ] as const
      for (const done of await Promise.all(work)) if (typeof done === 'object') results.push(done)
    }
    expectOneTruth(results)
    await expectTrue()
  })
})

describe('an explanation while records arrive', () => {
  test('speaks of one moment: the two evaluators agree', async () => {
    await load('orders', rowsOf(0, 100))
    const { program, calendar, versions } = await store.read(loadProgram)
    const input = { program, calendar, versions, period: requirePeriod(calendar, '2026-Q1') }
    let more = true
    const arriving = (async () => {
      for (let i = 1; more; i++) await load('orders', rowsOf(i * 20, 30, i))
    })()
    for (let i = 0; i < 8; i++) {
      const explained = await explainRun(store, input, { employee: 'E1', measure: 'orders_sum' })
      expect([explained.agrees, explained.value]).toEqual([true, explained.trace.value])
    }
    more = false
    await arriving
  })
})
