import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { periodOf } from '../../base/calendar.ts'
import { Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import type { Read, Store } from '../../store/types.ts'
import { listDocuments } from '../measures/documents.ts'
import { loadProgram } from '../measures/queries.ts'
import { computeRun } from '../runs/run.ts'
import { type ApplyOptions, applyPlan } from './apply.ts'
import { type CheckedPlan, checkPlanFolder, hasErrors } from './check.ts'
import { diffPlan, isEmptyDiff } from './diff.ts'
import { exportPlan } from './export.ts'
import { readPlan } from './read.ts'
import { type Files, GOOD, planFolder } from './testing-folder.ts'

const removals: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const remove of removals) await remove()
})

async function planOf(dir: string, data?: string): Promise<CheckedPlan> {
  const { plan, diagnostics } = await readPlan(dir, { data })
  const { checked, diagnostics: more } = checkPlanFolder(plan)
  if (checked === null || hasErrors(diagnostics)) throw new Error(JSON.stringify([...diagnostics, ...more]))
  return checked
}

async function plan(change: Files = {}): Promise<CheckedPlan> {
  const folder = await planFolder(change)
  removals.push(folder.remove)
  return planOf(folder.dir)
}

/** Everything a company's database says, table by table, without times and numbers of changes. */
async function contents(store: Store): Promise<Record<string, unknown>> {
  return store.read(async (read: Read) => {
    const tables = await read.query<{ name: string }>(
      sql`select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname in ('app', 'data') order by 1`,
    )
    const all: Record<string, unknown> = {}
    for (const { name } of tables) {
      const query = { kind: 'sql' as const, parts: [`select count(*)::int as rows, coalesce(sum(hashtextextended(t::text, 0)), 0)::text as content from ${name} as t`], values: [] }
      all[name] = await read.first(query)
    }
    return all
  })
}

async function values(store: Store): Promise<Record<string, Record<string, string | null>>> {
  const { program, calendar, versions } = await store.read(loadProgram)
  const period = periodOf(calendar, '2026-Q1')
  if (period === null) throw new Error('no period')
  const { employees } = await computeRun(store, { program, calendar, versions, period })
  return Object.fromEntries(employees.map((e) => [e.id, { ...e.values }]))
}

describe('a good plan', () => {
  let scratch: ScratchStore
  beforeAll(async () => {
    scratch = await scratchStore()
  })
  afterAll(() => scratch.drop())

  test('is applied: documents, people, records, entered values by period, and a result', async () => {
    const report = await applyPlan(scratch.store, await plan())
    expect(report.documents.added).toHaveLength(1 + 1 + 6)
    expect(report.imports.map((r) => [r.dataset, r.rows.inserted, r.rows.bad])).toEqual(
      expect.arrayContaining([
        ['orders', 3, 0],
        ['entered', 2, 0],
        ['ratings', 1, 0],
      ]),
    )
    expect(await values(scratch.store)).toMatchObject({
      E1: { sales: '0', team_sales: '20600.01', average_order: null },
      E2: { sales: '20600', orders_count: '2', average_order: '10300', target: '20000', attitude: '4.5' },
      E3: { sales: '0.01', target: '100' },
    })
  })

  test('applied again changes nothing, and differs in nothing', async () => {
    const before = await contents(scratch.store)
    const report = await applyPlan(scratch.store, await plan())
    expect(report.documents).toMatchObject({ added: [], changed: [], withdrawn: [], leftOver: [] })
    expect(report.imports.map((r) => r.outcome)).toEqual(['unchanged', 'unchanged', 'unchanged'])
    expect(await contents(scratch.store)).toEqual(before)
    expect(isEmptyDiff(await diffPlan(scratch.store, await plan()))).toBe(true)
  })

  test('keys in another order, comments and line breaks are no new version', async () => {
    const report = await applyPlan(
      scratch.store,
      await plan({
        'company.yaml': '# about us\ncurrency: "CNY"\nunits:\n  分: { en: point, zh: 分 }\n  单: { en: order, zh: 单 }\nname:\n  en: Good\n  zh: 好公司\ncompany: good\n',
      }),
    )
    expect(report.documents.changed).toEqual([])
  })

  test('a change is one new version, and the difference is told line by line beforehand', async () => {
    const changed = await plan({
      'measures/sales.yaml': String(GOOD['measures/sales.yaml']).replace('value: amount', 'value: amount - cost'),
      'people.csv': `${GOOD['people.csv']}E4,小红,,销售部,E1\n`,
      'orders.csv': `${GOOD['orders.csv']}O4,E3,2026-03-01,5,1\n`,
    })
    const before = await contents(scratch.store)
    const diff = await diffPlan(scratch.store, changed)
    expect(diff.documents.map((d) => [d.change, d.kind, d.id, d.version])).toEqual([['changed', 'measure', 'sales', 1]])
    expect(diff.documents[0]?.lines.filter((l) => l.sign !== ' ').map((l) => l.sign + l.text)).toEqual(['-value: amount', '+value: amount - cost'])
    expect(diff.people).toMatchObject({ absent: [] })
    expect(diff.people?.changes).toBeGreaterThan(0)
    expect(diff.data).toMatchObject([{ dataset: 'orders', rows: { inserted: 1, changed: 0 } }])
    expect(await contents(scratch.store)).toEqual(before)
    expect((await applyPlan(scratch.store, changed)).documents.changed).toEqual([{ kind: 'measure', id: 'sales' }])
    expect(isEmptyDiff(await diffPlan(scratch.store, changed))).toBe(true)
    await applyPlan(scratch.store, await plan())
    expect((await scratch.store.read(listDocuments)).find((d) => d.id === 'sales')?.version).toBe(3)
  })

  test('what is no longer in the folder stays until it is withdrawn, and can come back', async () => {
    const fewer = await plan({ 'measures/sales.yaml': String(GOOD['measures/sales.yaml']).split('- measure: attitude')[0] ?? '' })
    const kept = await applyPlan(scratch.store, fewer)
    expect(kept.documents.leftOver).toEqual([{ kind: 'measure', id: 'attitude' }])
    expect((await diffPlan(scratch.store, fewer)).documents.map((d) => [d.change, d.id])).toEqual([['removed', 'attitude']])
    expect((await applyPlan(scratch.store, fewer, { prune: true })).documents.withdrawn).toEqual([{ kind: 'measure', id: 'attitude' }])
    expect((await scratch.store.read(loadProgram)).program.measures['attitude']).toBeUndefined()
    expect((await applyPlan(scratch.store, await plan())).documents.added).toEqual([{ kind: 'measure', id: 'attitude' }])
    expect((await values(scratch.store))['E2']?.['attitude']).toBe('4.5')
  })

  test('written out and applied to an empty company it is the same, and a look at differences finds none', async () => {
    const dir = `${(await plan()).dir}-export`
    removals.push(() => rm(dir, { recursive: true, force: true }))
    const { files } = await exportPlan(scratch.store, dir)
    expect(files).toEqual(
      expect.arrayContaining([
        'company.yaml',
        'datasets/orders.yaml',
        'measures/financial.yaml',
        'measures/other.yaml',
        'people.csv',
        'units.csv',
        'rates.csv',
        'entered.csv',
        'ratings.csv',
      ]),
    )
    const data = (await plan()).dir
    const other = await scratchStore()
    try {
      const exported = await planOf(dir, data)
      expect(isEmptyDiff(await diffPlan(scratch.store, exported))).toBe(true)
      await applyPlan(other.store, exported)
      const bodies = async (store: Store) => (await store.read(listDocuments)).map(({ kind, id, hash }) => `${kind} ${id} ${hash}`).sort()
      expect(await bodies(other.store)).toEqual(await bodies(scratch.store))
      expect(isEmptyDiff(await diffPlan(other.store, exported))).toBe(true)
      // Records come from data files, which are not part of an export; the other company never saw order O4.
      expect((await values(other.store))['E2']).toEqual((await values(scratch.store))['E2'])
      await expect(exportPlan(other.store, dir)).rejects.toMatchObject({ code: 'plan.export-not-empty' })
      const again = `${dir}-again`
      removals.push(() => rm(again, { recursive: true, force: true }))
      await exportPlan(other.store, again)
      for (const file of files) expect(await readFile(join(again, file), 'utf8'), file).toBe(await readFile(join(dir, file), 'utf8'))
    } finally {
      await other.drop()
    }
  })
})

/** What is refused when it is applied, with the code and the place of the first thing said. */
const REFUSED: [string, Files, ApplyOptions, string, string][] = [
  ['a person who is unknown', { 'people.csv': 'id,name,manager\nE1,a,\nE2,b,王京理\n' }, {}, 'org.person-unknown', 'people.csv:3'],
  ['two bosses of each other', { 'people.csv': 'id,name,manager\nE1,a,E2\nE2,b,E1\n' }, {}, 'org.cycle', 'people.csv:'],
  ['an unknown currency in the rates', { 'rates.csv': 'currency,date,rate\nusd$,2026-01-01,7\n' }, {}, 'org.currency-invalid', 'rates.csv:2'],
  ['a day that does not exist', { 'orders.csv': 'id,seller,day,amount,cost\nO1,E2,2026-02-30,1,\n' }, {}, 'value.', 'orders.csv:2'],
  ['an unknown employee in a record', { 'orders.csv': 'id,seller,day,amount,cost\nO1,E2,2026-02-03,1,\nO2,E7,2026-02-03,1,\n' }, {}, 'value.employee-unknown', 'orders.csv:3'],
  ['an amount that is none', { 'orders.csv': 'id,seller,day,amount,cost\nO1,E2,2026-02-03,12 or so,\n' }, {}, 'value.', 'orders.csv:2'],
  ['a key that comes twice', { 'orders.csv': 'id,seller,day,amount,cost\nO1,E2,2026-02-03,1,\nO1,E3,2026-02-03,2,\n' }, {}, 'import.key-twice', 'orders.csv:'],
  ['a column that is missing', { 'orders.csv': 'id,seller,day,amonut,cost\nO1,E2,2026-02-03,1,\n' }, {}, 'import.field-missing', 'orders.csv:1'],
  ['a period that does not exist', { 'entered.csv': 'measure,employee,date,value\ntarget,E2,2026-Q5,1\n' }, {}, 'value.', 'entered.csv:2'],
  ['broken quotes in a data file', { 'orders.csv': 'id,seller,day,amount,cost\nO1,"E2,2026-02-03,1,\n' }, { onError: 'skip' }, 'csv.', 'orders.csv:2'],
]

describe('what is refused changes nothing', () => {
  let scratch: ScratchStore
  let before: Record<string, unknown>
  beforeAll(async () => {
    scratch = await scratchStore()
    await applyPlan(scratch.store, await plan())
    before = await contents(scratch.store)
  })
  afterAll(() => scratch.drop())

  test.each(REFUSED)('%s', async (_, change, options, code, place) => {
    // A new document and a new person beside the mistake: they must not stay either.
    const bad = await plan({ 'measures/more.yaml': 'measure: more\nkind: formula\nunit: money\nformula: sales\n', ...change })
    const refusal = await applyPlan(scratch.store, bad, options).catch((error: unknown) => error)
    if (!(refusal instanceof Refusal)) throw new Error(`not refused: ${String(refusal)}`)
    const said = [{ code: refusal.code, place: refusal.place }, ...refusal.details].map((d) => `${d.code} ${(d.place.file ?? '').replace(`${bad.dir}/`, '')}:${d.place.line ?? ''}`)
    expect(
      said.filter((s) => s.startsWith(code) && s.includes(` ${place}`)),
      said.join('\n'),
    ).not.toEqual([])
    expect(await contents(scratch.store)).toEqual(before)
  })

  test('good rows land where one asks to skip bad ones', async () => {
    const some = await plan({ 'orders.csv': `${GOOD['orders.csv']}O8,E2,2026-03-01,5,1\nO9,nobody,2026-03-01,5,1\n` })
    const report = await applyPlan(scratch.store, some, { onError: 'skip' })
    expect(report.imports.find((r) => r.dataset === 'orders')?.rows).toMatchObject({ inserted: 1, bad: 1 })
    await applyPlan(scratch.store, await plan())
  })

  test('another company', async () => {
    await expect(applyPlan(scratch.store, await plan({ 'company.yaml': String(GOOD['company.yaml']).replace('company: good', 'company: other') }))).rejects.toMatchObject({
      code: 'plan.company-differs',
    })
  })

  test('a field whose type would lose what is there', async () => {
    const bad = await plan({ 'datasets/orders.yaml': String(GOOD['datasets/orders.yaml']).replace('id: text', 'id: integer') })
    const was = await contents(scratch.store)
    const refusal = await applyPlan(scratch.store, bad).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'dataset.change-refused', place: { line: 1 } })
    expect(await contents(scratch.store)).toEqual(was)
  })
})

describe('an apply that is stopped', () => {
  let scratch: ScratchStore
  beforeEach(async () => {
    scratch = await scratchStore()
    return () => scratch.drop()
  })

  test('leaves nothing, and the same apply then completes', async () => {
    const before = await contents(scratch.store)
    const controller = new AbortController()
    const stopped = applyPlan(scratch.store, await plan(), { signal: controller.signal, onProgress: (p) => p.stage === 'import' && controller.abort() })
    await expect(stopped).rejects.toThrow()
    expect(await contents(scratch.store)).toEqual(before)
    expect((await applyPlan(scratch.store, await plan())).imports).toHaveLength(3)
  })
})
