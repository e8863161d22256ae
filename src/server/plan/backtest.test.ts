import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requirePeriod } from '../../base/calendar-check.ts'
import { ident, sql } from '../../base/sql.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { loadProgram } from '../measures/queries.ts'
import { computeRun } from '../runs/run.ts'
import { applyPlan } from './apply.ts'
import { type Backtest, backtestPlan } from './backtest.ts'
import { type CheckedPlan, checkPlanFolder, hasErrors } from './check.ts'
import { readPlan } from './read.ts'
import { type Files, GOOD, planFolder } from './testing-folder.ts'
import { RULES } from './testing-rules.ts'

/** Three more sellers who all stay below their targets, and measures over the year. */
const COMPANY: Files = {
  ...GOOD,
  ...RULES,
  'measures/year.yaml':
    '- { measure: year_sales, kind: formula, unit: money, formula: year_to_date(sales) }\n- { measure: year_complaints, kind: formula, unit: 单, formula: year_to_date(complaints) }\n',
  'people.csv': `${RULES['people.csv']}E5,周五,,销售部,E1,farmer,2024-05-01\nE6,孙六,,销售部,E1,farmer,2024-05-01\nE7,吴七,,销售部,E1,farmer,2024-05-01\n`,
  'orders.csv': `${GOOD['orders.csv']}O5,E5,2026-01-09,900,500\nO6,E6,2026-01-09,800,500\nO7,E7,2026-01-09,700,500\n`,
  'schemes/farmer.yaml':
    'scheme: farmer\nrole: farmer\nevery: quarter\nlines:\n- { line: sales, name: { zh: 销售额, en: Sales }, measure: sales, weight: 100, target: { fixed: 1000 }, score: { rule: linear, cap: 150 } }\n',
}

let scratch: ScratchStore
const removals: (() => Promise<void>)[] = []
beforeAll(async () => {
  scratch = await scratchStore()
  await applyPlan(scratch.store, await draft({}))
  const { program, calendar, versions } = await scratch.store.read(loadProgram)
  await computeRun(scratch.store, { program, calendar, versions, period: requirePeriod(calendar, '2026-Q1') })
})
afterAll(async () => {
  await scratch.drop()
  for (const remove of removals) await remove()
})

/** The company's folder with some files changed, checked. */
async function draft(change: Files): Promise<CheckedPlan> {
  const made = await planFolder({ ...COMPANY, ...change })
  removals.push(made.remove)
  const { plan, diagnostics } = await readPlan(made.dir)
  const { checked, diagnostics: told } = checkPlanFolder(plan)
  if (checked === null || hasErrors(diagnostics)) throw new Error(JSON.stringify([...diagnostics, ...told], null, 1))
  return checked
}

async function backtest(change: Files, ...periods: readonly string[]): Promise<Backtest> {
  return backtestPlan(scratch.store, await draft(change), { periods: periods.length === 0 ? ['2026-Q1'] : periods })
}

/** The file of the company with a piece replaced. */
function edited(file: string, ...pieces: readonly (readonly [string, string])[]): Files {
  const text = pieces.reduce((done, [piece, by]) => {
    if (!done.includes(piece)) throw new Error(`${file} has no ${piece}`)
    return done.replace(piece, by)
  }, String(COMPANY[file]))
  return { [file]: text }
}

const report = ({ periods }: Backtest, role: string, period = 0) => periods[period]?.roles.find((r) => r.role === role)
const codes = ({ periods }: Backtest, period = 0) => periods[period]?.diagnostics.map((d) => d.code)

/** Every row of every table, and which tables and indexes there are. */
async function contents(): Promise<Record<string, string>> {
  return scratch.store.read(async (read) => {
    const tables = await read.query<{ schema: string; name: string }>(
      sql`select schemaname as schema, tablename as name from pg_tables where schemaname in ('app', 'calc', 'data') order by 1, 2`,
    )
    const found: Record<string, string> = {}
    for (const { schema, name } of tables) {
      const row = await read.first<{ text: string }>(
        sql`select count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as text from ${ident(schema, name)} as t`,
      )
      found[`${schema}.${name}`] = row?.text ?? ''
    }
    const indexes = await read.query<{ name: string }>(sql`select indexdef as name from pg_indexes where schemaname in ('app', 'calc', 'data') order by 1`)
    return { ...found, indexes: indexes.map((i) => i.name).join('\n') }
  })
}

const LADDER_TIER = ['- { to: 120%, rate: 3% }', '- { to: 102%, rate: 10% }\n- { to: 120%, rate: 3% }'] as const
const SALES_COUNT_MORE = [
  ['weight: 60', 'weight: 90'],
  ['weight: 30', 'weight: 5'],
  ['weight: 10\n', 'weight: 5\n'],
] as const

describe('a draft on past periods', () => {
  test('with another tier costs what the tier pays on the part that lies in it', async () => {
    const found = await backtest(edited('tables/ladder.yaml', LADDER_TIER))
    // 400 of 20,600 lie between 100 % and 102 % of 20,000: 7 % more on them, times the accelerator at 103 %.
    expect(report(found, 'hunter')).toMatchObject({
      people: 2,
      by: 'pay',
      winners: { people: 1, largest: { id: 'E2', name: '李雷', before: '3979.48', after: '4009.16', difference: '29.68' } },
      losers: { people: 0, largest: null },
      regraded: [],
      unknown: 0,
      cost: { difference: '29.68', open: 0 },
    })
    expect(found.cost).toEqual(report(found, 'hunter')?.cost)
    expect(found.cost?.percent).toMatch(/^0\.\d+$/)
    expect(report(found, 'clerk')).toMatchObject({ people: 1, by: null, cost: null, scores: { before: null, after: null } })
  })

  test('with other weights moves scores, grades and what hangs on the grade', async () => {
    const found = await backtest(edited('schemes/hunter.yaml', ...SALES_COUNT_MORE))
    const hunters = report(found, 'hunter')
    expect(hunters?.scores.before).toEqual({ people: 2, min: '37.17', lower: '51.765', median: '66.36', upper: '80.955', max: '95.55' })
    // (90 × 103 + 5 × 80 + 5 × 87.5) ÷ 100 + 1 for two orders: an A with its coefficient of 1.2 and its prize of 2,000.
    expect(hunters?.scores.after?.max).toBe('102.08')
    expect(hunters?.regraded).toEqual([{ id: 'E2', name: '李雷', from: 'B', to: 'A' }])
    expect(hunters?.grades).toEqual([
      { grade: 'A', before: 0, after: 1 },
      { grade: 'B', before: 1, after: 0 },
      { grade: 'C', before: 1, after: 1 },
    ])
    expect(hunters?.winners.largest).toMatchObject({ id: 'E2', before: '3979.48', after: '6679.48', difference: '2700' })
    expect(report(found, 'farmer')).toMatchObject({ by: 'score', people: 3, winners: { people: 0 }, losers: { people: 0 }, cost: null })
  })

  test('compares by score who is paid by no plan; a scheme that goes leaves nobody better or worse', async () => {
    const found = await backtest(edited('schemes/farmer.yaml', ['fixed: 1000', 'fixed: 500']))
    expect(report(found, 'farmer')).toMatchObject({
      by: 'score',
      winners: { people: 3, largest: { id: 'E6', before: '80', after: '150', difference: '70' } },
      losers: { people: 0 },
    })
    const gone = await backtest({ 'schemes/farmer.yaml': null })
    expect(report(gone, 'farmer')).toMatchObject({ scores: { before: { people: 3 }, after: null }, winners: { people: 0 }, losers: { people: 0 }, unknown: 3 })
  })

  test('over several periods tells each, and what they cost together', async () => {
    const found = await backtest(edited('tables/ladder.yaml', LADDER_TIER), '2026-Q1', '2026-Q2')
    expect(found.periods.map((p) => p.period.id)).toEqual(['2026-Q1', '2026-Q2'])
    expect(found.cost?.difference).toBe('29.68')
    const [first, second] = found.periods
    expect(Number(found.cost?.before)).toBeCloseTo(Number(first?.cost?.before) + Number(second?.cost?.before), 2)
    expect(second?.cost?.difference).toBe('0')
  })

  test('the same as what is in force changes nothing for anybody', async () => {
    const { periods } = await backtest({})
    expect(periods[0]?.people).toHaveLength(7)
    for (const p of periods[0]?.people ?? []) expect(p.after).toEqual(p.before)
    expect(periods[0]?.cost).toMatchObject({ difference: '0', percent: '0' })
  })

  test('may bring measures of its own, and a plan for a role that had none', async () => {
    const measures = `${COMPANY['measures/rules.yaml']}- { measure: big, name: { zh: 大单, en: Big orders }, kind: aggregate, unit: 单, dataset: orders, aggregate: distinct, value: id, filter: amount > 850 }\n`
    const plan = 'incentive: farmer_pay\nname: 维护奖\nrole: farmer\nevery: quarter\ncomponents:\n- { component: big, name: 大单奖, amount: "if(big > 0, 5% * sales, 0)" }\n'
    const found = await backtest({ 'measures/rules.yaml': measures, 'incentives/farmer.yaml': plan })
    expect(report(found, 'farmer')).toMatchObject({
      by: 'pay',
      winners: { people: 1, largest: { id: 'E5', before: '0', after: '45' } },
      cost: { before: '0', after: '45', percent: null },
    })
  })
})

test('nothing is left behind: every table and index is as it was', async () => {
  const before = await contents()
  expect(Object.keys(before).length).toBeGreaterThan(20)
  const measures = String(COMPANY['measures/sales.yaml']).replace('value: amount', 'value: amount * 2')
  const found = await backtest({ ...edited('schemes/hunter.yaml', ...SALES_COUNT_MORE), 'measures/sales.yaml': measures }, '2025-Q4', '2026-Q1', '2026-Q3')
  expect(found.periods[1]?.cost?.difference).not.toBe('0')
  expect(await contents()).toEqual(before)
})

test('records corrected since the last run count as they are now, in every table of cells', async () => {
  const corrected = {
    'orders.csv': String(COMPANY['orders.csv']).replace('12000.00,7800', '12400.00,7800'),
    'entered.csv': String(COMPANY['entered.csv']).replace('complaints,E2,2026-03-31,1,', 'complaints,E2,2026-03-31,9,'),
  }
  await applyPlan(scratch.store, await draft(corrected))
  // Cells of the second quarter are missing, and those of the first, which the year reads, are stale.
  const found = await backtest(edited('incentives/hunter.yaml', ['amount: 1% * sales', 'amount: 2% * sales']), '2026-Q2', '2026-Q1')
  expect(report(found, 'hunter', 1)?.cost).toMatchObject({ difference: '210' })
  const person = found.periods[1]?.people.find((p) => p.id === 'E2')
  expect(person?.before.score).toBe('60') // Nine complaints are more than two.
  expect(person?.after.pay).not.toBeNull()
  await applyPlan(scratch.store, await draft({}))
})

describe('what a back-test warns of', () => {
  test('a target that nobody reaches, at its line of the draft; one that everybody reaches', async () => {
    const found = await backtest({})
    expect(found.periods[0]?.diagnostics).toMatchObject([
      { code: 'backtest.nobody-reaches', severity: 'warning', place: { line: 5 }, params: { line: 'sales', 'line@zh': '销售额', people: 3, period: '2026-Q1' } },
    ])
    expect(found.periods[0]?.diagnostics[0]?.place.file).toMatch(/schemes\/farmer\.yaml$/)
    expect(codes(await backtest(edited('schemes/farmer.yaml', ['fixed: 1000', 'fixed: 700'])))).toEqual(['backtest.everybody-reaches'])
    expect(codes(await backtest(edited('schemes/farmer.yaml', ['fixed: 1000', 'fixed: 750'])))).toEqual([])
  })

  test('where less is better a target is reached from above', async () => {
    const lower = (target: string) => edited('schemes/farmer.yaml', ['fixed: 1000', `fixed: ${target}`], ['rule: linear, cap: 150', 'rule: lower, method: difference'])
    expect(codes(await backtest(lower('1000')))).toEqual(['backtest.everybody-reaches'])
    expect(codes(await backtest(lower('100')))).toEqual(['backtest.nobody-reaches'])
  })

  test('a period without data, and one that no scheme is for', async () => {
    const found = await backtest({}, '2031-Q1', '2026-03')
    expect(codes(found, 0)).toEqual(['backtest.no-data'])
    expect(found.periods[1]?.diagnostics).toMatchObject([{ code: 'backtest.no-rules', params: { period: '2026-03' } }])
    expect(found.periods[1]?.diagnostics[0]?.params['rules']).toContain('hunter@2026-01-01 (every: quarter)')
    expect(report(found, 'hunter', 1)).toMatchObject({ by: null, cost: null })
  })

  test('rules of the draft that are for nobody', async () => {
    expect(codes(await backtest(edited('schemes/farmer.yaml', ['role: farmer', 'role: farmers'])))).toEqual(['run.plan-for-nobody'])
  })
})

describe('a change of the draft that has no part in the periods', () => {
  const told = (found: Backtest) => found.diagnostics.map(({ code, params, place }) => ({ code, id: params['id'], line: place.line }))
  const monthly = 'incentive: monthly\nrole: hunter\nevery: month\ncomponents:\n- { component: one, amount: 1% * sales }\n'

  test('of other periods is told with periods that would show it, and what the cost leaves out', async () => {
    const found = await backtest({ 'incentives/monthly.yaml': monthly })
    expect(found.changes).toEqual([{ kind: 'incentive', id: 'monthly', change: 'added', version: null, inPlay: [] }])
    expect(found.diagnostics).toMatchObject([{ code: 'backtest.other-every', place: { line: 3 }, params: { show: '2026-01,2026-02,2026-03', key: 'month' } }])
    expect(found.periods[0]?.leftOut).toEqual(['monthly'])
    const shown = await backtest({ 'incentives/monthly.yaml': monthly }, '2026-01')
    expect([shown.changes[0]?.inPlay, shown.diagnostics]).toEqual([['2026-01'], []])
  })

  test('is an edition that begins later, or one that had ended', async () => {
    const [, later = ''] = String(COMPANY['schemes/hunter.yaml']).split('\n- scheme')
    const added = `${COMPANY['schemes/hunter.yaml']}- scheme${later.replace('from: 2026-01-01', 'from: 2026-07-01').replace('weight: 60', 'weight: 50').replace('weight: 30', 'weight: 40')}`
    const found = await backtest({ 'schemes/hunter.yaml': added })
    expect(told(found)).toMatchObject([{ code: 'backtest.not-yet', id: 'hunter@2026-07-01' }])
    expect(found.diagnostics[0]?.params).toMatchObject({ from: '2026-07-01', first: '2026-01-01' })
    const old = await backtest(edited('schemes/hunter.yaml', ['weight: 100 }', 'weight: 100, score: { rule: linear, cap: 90 } }']))
    expect(told(old)).toMatchObject([{ code: 'backtest.no-longer', id: 'hunter@2025-01-01' }])
    expect(told(await backtest(edited('schemes/hunter.yaml', ['weight: 100 }', 'weight: 100, score: { rule: linear, cap: 90 } }']), '2026-Q1', '2025-Q4'))).toEqual([])
  })

  test('is a table or a measure that only rules of other periods read, or nobody', async () => {
    const table = 'table: extra\nkind: tiers\nmode: marginal\nof: money\ntiers: [{ rate: 1% }]\n'
    const found = await backtest({ 'tables/extra.yaml': table, 'incentives/monthly.yaml': monthly.replace('1% * sales', '"tiers(extra, sales)"') })
    expect(told(found)).toMatchObject([
      { code: 'backtest.not-read', id: 'extra' },
      { code: 'backtest.other-every', id: 'monthly' },
    ])
    expect(found.diagnostics[0]?.params['rules@en']).toContain('monthly (every: month)')
    const measure = await backtest(edited('measures/year.yaml', ['formula: year_to_date(sales)', 'formula: year_to_date(sales) * 2']))
    expect(told(measure)).toMatchObject([{ code: 'backtest.not-read', id: 'year_sales' }])
    expect(measure.diagnostics[0]?.params['rules@en']).toContain('No scheme')
    expect(told(await backtest(edited('tables/ladder.yaml', LADDER_TIER)))).toEqual([])
  })

  test('nor have rows of the folder that are not those that are stored', async () => {
    expect((await backtest({})).diagnostics).toEqual([])
    const targets = { 'targets.csv': String(COMPANY['targets.csv']).replace('20000', '10000'), 'people.csv': `${COMPANY['people.csv']}E9,新人,,销售部,E1,farmer,2026-01-01\n` }
    const found = await backtest({ ...targets, ...edited('pay.csv', ['3000', '3001']) })
    expect(found.diagnostics).toMatchObject([{ code: 'backtest.rows-unused', params: { files: 'people, targets.csv, pay.csv' } }])
    expect(found.periods[0]?.people).toEqual((await backtest({})).periods[0]?.people)
    const broken = await backtest(edited('targets.csv', ['E2,sales', 'nobody,sales']))
    expect(broken.diagnostics).toMatchObject([{ code: 'backtest.rows-unused', params: { files: 'targets.csv' } }])
  })
})

describe('a draft that cannot be tested', () => {
  test('is of another company', async () => {
    await expect(backtest(edited('company.yaml', ['company: good', 'company: better']))).rejects.toMatchObject({ code: 'plan.company-differs' })
  })

  test('has datasets that are not stored so', async () => {
    const orders = edited('datasets/orders.yaml', ['  cost: money\n', '  cost: money\n  discount: money\n'])
    await expect(backtest(orders)).rejects.toMatchObject({ code: 'backtest.not-stored', params: { names: 'orders.discount' } })
    const visits = { 'datasets/visits.yaml': 'dataset: visits\nkey: [no]\nowner: seller\ndate: day\nfields: { no: text, seller: employee, day: date }\n' }
    await expect(backtest(visits)).rejects.toMatchObject({ code: 'backtest.not-stored', params: { names: 'visits' } })
  })

  test('is asked for a period that does not exist', async () => {
    await expect(backtest({}, '2026-Q5')).rejects.toMatchObject({ code: expect.stringMatching(/period/) })
  })
})
