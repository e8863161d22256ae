import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requirePeriod } from '../../base/calendar-check.ts'
import { type Diagnostic, describe as describeIn } from '../../base/diagnostic.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { loadProgram } from '../measures/queries.ts'
import { computeRun } from '../runs/run.ts'
import { runTexts } from '../runs/texts.ts'
import { applyPlan } from './apply.ts'
import { checkPlanFolder } from './check.ts'
import { checkData } from './check-data.ts'
import { readPlan } from './read.ts'
import { planFolder } from './testing-folder.ts'

const FILES = {
  'company.yaml': 'company: notices\ncurrency: EUR\n',
  'rates.csv': 'currency,date,rate\nUSD,2026-02-01,0.9\n',
  'people.csv': 'id,name,from,until\na,安然,,\nb,白羽,,2026-04-01\n',
  'datasets/deals.yaml': 'dataset: deals\nkey: [id]\nowner: seller\ndate: day\nfields: { id: text, seller: employee, day: date, amount: money }\nsource: { file: deals.csv }\n',
  'deals.csv': 'id,seller,day,amount\n1,a,2026-05-01,10\n2,b,2026-05-02,20\n3,,2026-05-03,40\n4,b,2026-03-31,80\n5,,,160\n',
  'measures/m.yaml': 'measure: revenue\nkind: aggregate\ndataset: deals\naggregate: sum\nvalue: amount\nunit: money\n',
}

let scratch: ScratchStore
let dir: string
beforeAll(async () => {
  scratch = await scratchStore()
  dir = await mkdtemp(join(tmpdir(), 'heng-notices-'))
  for (const folder of ['datasets', 'measures']) await mkdir(join(dir, folder))
  for (const [file, text] of Object.entries(FILES)) await writeFile(join(dir, file), text)
  const { plan } = await readPlan(dir)
  const { checked, diagnostics } = checkPlanFolder(plan)
  if (checked === null) throw new Error(JSON.stringify(diagnostics))
  await applyPlan(scratch.store, checked)
})
afterAll(async () => {
  await scratch.drop()
  await rm(dir, { recursive: true })
})

async function run(id: string) {
  const { program, calendar, versions } = await scratch.store.read(loadProgram)
  return computeRun(scratch.store, { program, calendar, versions, period: requirePeriod(calendar, id) })
}

describe('what nobody counts is said', () => {
  test('a record without an owner and one of somebody who had left', async () => {
    const { employees, notices } = await run('2026-Q2')
    expect(employees.map((e) => [e.id, e.values['revenue']])).toEqual([['a', '10']])
    expect(notices).toMatchObject([
      { code: 'run.no-owner', params: { dataset: 'deals', period: '2026-Q2', records: 1, example: expect.stringMatching(/deals\.csv:4$/) } },
      { code: 'run.owner-inactive', params: { dataset: 'deals', period: '2026-Q2', people: 1, names: '白羽' } },
    ])
  })

  test('nothing where everybody is listed', async () => {
    const { employees, notices } = await run('2026-Q1')
    expect(employees.map((e) => [e.id, e.values['revenue']])).toEqual([
      ['a', '0'],
      ['b', '80'],
    ])
    expect(notices).toEqual([])
  })
})

describe('a measure with an owner of its own', () => {
  const measures =
    '- { measure: revenue, kind: aggregate, dataset: deals, aggregate: sum, value: amount, unit: money }\n- { measure: found, kind: aggregate, dataset: deals, aggregate: count, unit: number, owner: finder }\n'
  const files = (deals: string) => ({
    ...FILES,
    'company.yaml': 'company: finders\n',
    'rates.csv': null,
    'datasets/deals.yaml': FILES['datasets/deals.yaml'].replace('seller: employee', 'seller: employee, finder: employee'),
    'deals.csv': `id,seller,finder,day,amount\n${deals}`,
    'measures/m.yaml': measures,
  })
  const noticesAfter = async (deals: string): Promise<unknown[]> => {
    const { dir: folder, remove } = await planFolder(files(deals), {})
    const other = await scratchStore()
    try {
      const { checked } = checkPlanFolder((await readPlan(folder)).plan)
      if (checked === null) throw new Error('the plan is right')
      await applyPlan(other.store, checked)
      const { program, calendar, versions } = await other.store.read(loadProgram)
      const { notices } = await computeRun(other.store, { program, calendar, versions, period: requirePeriod(calendar, '2026-05') })
      return notices.map(({ code, params }) => [code, params['records'], params['example']])
    } finally {
      await other.drop()
      await remove()
    }
  }

  test('does not make a record ownerless that another measure counts', async () => {
    expect(await noticesAfter('1,a,,2026-05-01,10\n2,a,a,2026-05-02,20\n3,,a,2026-05-03,30\n')).toEqual([])
  })

  test('a record that no measure counts for anybody is told', async () => {
    expect(await noticesAfter('1,a,,2026-05-01,10\n2,,,2026-05-02,20\n')).toEqual([['run.no-owner', 1, 'deals.csv:3']])
  })
})

/** Orders in several currencies, visits of the same people, and a measure of each. */
const CURRENCIES = {
  ...FILES,
  'company.yaml': 'company: currencies\ncurrency: EUR\n',
  'datasets/deals.yaml': `- { dataset: deals, key: [id], owner: seller, date: day, fields: { id: text, seller: employee, day: date, amount: { type: money, currencyField: cur }, cur: text }, source: { file: deals.csv } }
- { dataset: visits, key: [id], owner: seller, date: day, fields: { id: text, seller: employee, day: date }, source: { file: visits.csv } }
`,
  'deals.csv':
    'id,seller,day,amount,cur\n1,a,2026-01-06,250,USD\n2,a,2026-02-06,100,USD\n3,a,2026-01-05,7,CHF\n4,a,2026-01-04,1,EUR\n5,a,2026-03-01,9,\n6,a,2026-01-07,,USD\n7,b,2026-05-01,1,EUR\n',
  'visits.csv': 'id,seller,day\n1,b,2026-05-02\n',
  'measures/m.yaml': `- { measure: revenue, kind: aggregate, dataset: deals, aggregate: sum, value: amount, unit: money }
- { measure: deals, kind: aggregate, dataset: deals, aggregate: count, unit: number }
- { measure: visits, kind: aggregate, dataset: visits, aggregate: count, unit: number }
`,
}

describe('amounts that cannot be converted are said, with the currency, the first record and the cure', () => {
  let scratch: ScratchStore
  let folder: Awaited<ReturnType<typeof planFolder>>
  beforeAll(async () => {
    scratch = await scratchStore()
    folder = await planFolder({}, CURRENCIES)
    const { checked, diagnostics } = checkPlanFolder((await readPlan(folder.dir)).plan)
    if (checked === null) throw new Error(JSON.stringify(diagnostics))
    await applyPlan(scratch.store, checked)
  })
  afterAll(async () => {
    await scratch.drop()
    await folder.remove()
  })

  const run = async (id: string, ...shown: string[]) => {
    const { program, calendar, versions } = await scratch.store.read(loadProgram)
    const measures = Object.values(program.measures).filter((m) => shown.includes(m.measure))
    const result = await computeRun(scratch.store, { program, calendar, versions, period: requirePeriod(calendar, id) }, shown.length === 0 ? {} : { shown: measures })
    return { ...result, said: result.notices.map((n) => describeIn(n, 'en', runTexts).say) }
  }

  test('no rate on the day or before, and no currency at all', async () => {
    const { employees, notices, said } = await run('2026-Q1')
    expect(employees[0]?.values['revenue']).toBe('91')
    expect(notices).toMatchObject([
      { code: 'run.no-rate', params: { dataset: 'deals', currencies: 'CHF, USD', to: 'EUR', records: 2, day: '2026-01-05', example: 'deals.csv:4' } },
      { code: 'run.no-currency', params: { dataset: 'deals', records: 1, example: 'deals.csv:6' } },
    ])
    expect(said[1]).toContain('The amount of 1 record of “deals” in 2026-Q1 is not counted')
  })

  test('a later day has a rate, and a measure that counts no amount has nothing to say', async () => {
    expect((await run('2026-02')).notices).toEqual([])
    expect((await run('2026-Q1', 'deals', 'visits')).notices).toEqual([])
    expect((await run('2026-Q1', 'revenue')).notices.map((n) => n.code)).toEqual(['run.no-rate', 'run.no-currency'])
  })

  test('somebody who had left is named once for all datasets, and only for those of the measures shown', async () => {
    expect((await run('2026-Q2')).notices).toMatchObject([{ code: 'run.owner-inactive', params: { dataset: 'deals, visits', people: 1, names: '白羽' } }])
    expect((await run('2026-Q2', 'visits')).notices).toMatchObject([{ params: { dataset: 'visits' } }])
  })
})

test('who has no amount of a pay item that their plan reads is named by the run, where the formula does not say what holds then', async () => {
  const { dir: folder, remove } = await planFolder(
    {
      ...FILES,
      'company.yaml': 'company: lacking\n',
      'rates.csv': null,
      'people.csv': 'id,name,role,from\na,安然,rep,\nb,白羽,rep,\nc,陈晨,clerk,\n',
      'pay.csv': 'employee,item,amount,from\na,base,-5,\nb,base,5,2026-02-01\n',
      'incentives/i.yaml':
        'incentive: i\nrole: rep\nevery: month\ncomponents:\n- { component: one, amount: pay(base) }\n- { component: two, amount: "value_or(pay(extra), 0)" }\n- { component: three, amount: ¥1, when: pay(car) > 0 }\n',
    },
    {},
  )
  const other = await scratchStore()
  try {
    const { plan } = await readPlan(folder)
    const { checked, diagnostics } = checkPlanFolder(plan)
    if (checked === null) throw new Error(JSON.stringify(diagnostics))
    expect((await checkData(plan, checked)).filter((d) => d.code === 'incentives.pay-negative').map((d) => [d.severity, d.place.line, d.params['amount']])).toEqual([
      ['warning', 2, '-5'],
    ])
    await applyPlan(other.store, checked)
    const { program, calendar, versions } = await other.store.read(loadProgram)
    const lacking = async (period: string) =>
      (await computeRun(other.store, { program, calendar, versions, period: requirePeriod(calendar, period) })).notices
        .filter((d) => d.code === 'incentives.pay-lacking')
        .map(({ params }) => `${params['incentive']} ${params['item']} ${params['people']} ${params['day']} ${params['names']}`)
    expect(await lacking('2026-01')).toEqual(['i base 1 2026-01-31 白羽', 'i car 2 2026-01-31 安然, 白羽'])
    expect(await lacking('2026-02')).toEqual(['i car 2 2026-02-28 安然, 白羽'])
  } finally {
    await other.drop()
    await remove()
  }
})

test('records that a table has no row for are told with their number, the first of them and what it was looked up by', async () => {
  const row = (key: string, value: number) => `{ when: { kind: ${key} }, value: ${value} }`
  const table = (id: string, more: string) => `- { table: ${id}, kind: lookup, by: [{ key: kind }], pays: money, rows: [${row('new', 5)}, ${row('old', 2)}]${more} }\n`
  const measure = (id: string, more: string) => `- { measure: ${id}, kind: aggregate, dataset: deals, aggregate: sum, unit: money, ${more} }\n`
  const { dir: folder, remove } = await planFolder(
    {
      ...FILES,
      'company.yaml': 'company: unmatched\n',
      'rates.csv': null,
      'datasets/deals.yaml': FILES['datasets/deals.yaml'].replace('amount: money', 'amount: money, kind: text'),
      'deals.csv': 'id,seller,day,amount,kind\n1,a,2026-01-03,10,new\n2,a,2026-01-05,20,other\n3,a,2026-01-04,40,\n4,a,2026-02-01,80,old\n5,a,2026-03-01,,other\n',
      'tables/t.yaml': table('open', '') + table('closed', ', otherwise: 0'),
      'measures/m.yaml':
        measure('lost', 'value: "lookup(open, kind)"') +
        measure('again', 'value: "2 * lookup(open, kind)"') +
        measure('closed', 'value: "lookup(closed, kind)"') +
        measure('said', 'value: "value_or(lookup(open, kind), 1)"') +
        measure('left_out', 'value: "lookup(open, kind)", filter: "kind in (\'new\', \'old\')"'),
    },
    {},
  )
  const other = await scratchStore()
  try {
    const { checked, diagnostics } = checkPlanFolder((await readPlan(folder)).plan)
    if (checked === null) throw new Error(JSON.stringify(diagnostics))
    await applyPlan(other.store, checked)
    const { program, calendar, versions } = await other.store.read(loadProgram)
    const noticesOf = async (period: string, ...shown: string[]) => {
      const measures = Object.values(program.measures).filter((m) => shown.includes(m.measure))
      return (await computeRun(other.store, { program, calendar, versions, period: requirePeriod(calendar, period) }, { shown: measures })).notices
    }
    const [notice, ...more] = await noticesOf('2026-01', 'lost', 'again', 'closed', 'said', 'left_out')
    expect(more).toEqual([])
    expect(notice).toMatchObject({ code: 'run.no-row', params: { dataset: 'deals', period: '2026-01', table: 'open', records: 2, example: 'deals.csv:4', keys: '–' } })
    expect(notice && describeIn(notice, 'en', runTexts).say).toContain('2 records of “deals” in 2026-01 are not counted: no row of the table open fits')
    expect(await noticesOf('2026-01', 'closed', 'said', 'left_out')).toEqual([])
    expect(await noticesOf('2026-02', 'lost', 'again')).toEqual([])
    expect(await noticesOf('2026-03', 'lost')).toMatchObject([{ params: { records: 1, example: 'deals.csv:6', keys: 'other' } }])
  } finally {
    await other.drop()
    await remove()
  }
})

test('a target that somebody lacks, that is nothing, or that would be prorated twice, is told by check and by run alike', async () => {
  const line = (id: string, more: string) => `- { line: ${id}, measure: revenue, weight: 50${more} }\n`
  const { dir: folder, remove } = await planFolder(
    {
      ...FILES,
      'company.yaml': 'company: gaps\n',
      'rates.csv': null,
      'people.csv': 'id,name,role,from,until\na,安然,rep,2026-02-10,\nb,白羽,rep,,\nc,陈晨,clerk,,\nd,丁一,rep,,\n',
      'targets.csv': 'employee,measure,period,target\na,revenue,2026-02,10\na,revenue,2026-03,10\nd,revenue,2026-Q1,0\n',
      'schemes/s.yaml': `scheme: s\nrole: rep\nevery: quarter\nlines:\n${line('own', ', prorate: true')}${line('far', ', target: stretch, noData: zero')}`,
      'incentives/i.yaml': 'incentive: i\nrole: rep\nevery: quarter\ncomponents:\n- { component: one, amount: "if(attainment(revenue) > 1, 5, 0)" }\n',
    },
    {},
  )
  const other = await scratchStore()
  try {
    const { plan } = await readPlan(folder)
    const { checked, diagnostics } = checkPlanFolder(plan)
    if (checked === null) throw new Error(JSON.stringify(diagnostics))
    const brief = (list: readonly Diagnostic[]) =>
      list.filter((d) => d.code.startsWith('goals.')).map((d) => `${d.code} ${d.params['asker']} ${d.params['level']} ${d.params['names']}`)
    expect(brief(await checkData(plan, checked))).toEqual([
      'goals.target-lacking s target 白羽 2026-Q1',
      'goals.target-nothing s target 丁一 2026-Q1',
      'goals.prorated-twice s target 安然 2026-Q1',
      'goals.target-lacking s stretch 安然 2026-Q1, 白羽 2026-Q1, 丁一 2026-Q1',
    ])
    await applyPlan(other.store, checked)
    const { program, calendar, versions } = await other.store.read(loadProgram)
    const { notices } = await computeRun(other.store, { program, calendar, versions, period: requirePeriod(calendar, '2026-Q1') })
    expect(brief(notices)).toEqual([
      'goals.target-lacking s target 白羽',
      'goals.target-nothing s target 丁一',
      'goals.prorated-twice s target 安然',
      'goals.target-lacking s stretch 安然, 白羽, 丁一',
    ])
  } finally {
    await other.drop()
    await remove()
  }
})
