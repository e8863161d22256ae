import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Files, planFolder } from '../server/plan/testing-folder.ts'
import { type ScratchStore, scratchStore } from '../store/testing.ts'
import { type Env, heng } from './testing-run.ts'

/** What lowers a number or leaves something out is said, in the words of the reader. */
let scratch: ScratchStore
let env: Env
const removals: (() => Promise<void>)[] = []

beforeAll(async () => {
  scratch = await scratchStore()
  env = { HENG_HOME: join(tmpdir(), `heng-unsaid-${process.pid}`), DATABASE_URL: scratch.url, LANG: 'en_US.UTF-8', NO_COLOR: '1' }
  expect(await heng(env, 'apply', await folder())).toMatchObject({ code: 0, err: '' })
})
afterAll(async () => {
  await scratch.drop()
  for (const remove of removals) await remove()
  await rm(env['HENG_HOME'] ?? '', { recursive: true, force: true })
})

async function folder(change: Files = {}): Promise<string> {
  const made = await planFolder(change)
  removals.push(made.remove)
  return made.dir
}

describe('amounts that cannot be converted', () => {
  test('says what stood in the way of a record even where others count', async () => {
    const dir = await folder({
      'datasets/trips.yaml':
        'dataset: trips\nkey: [no]\nowner: seller\ndate: day\nfields: { no: text, seller: employee, day: date, cost: { type: money, currencyField: cur }, cur: text }\nsource: { file: trips.csv }\n',
      'trips.csv': 'no,seller,day,cost,cur\nT1,E2,2025-12-30,10,USD\nT2,E2,2025-12-31,20,CNY\nT3,E2,2025-12-31,30,\nT4,E2,2026-01-05,1500.5,USD\nT5,E2,2026-01-06,3,CNY\n',
      'measures/trips.yaml': '- { measure: trip_cost, kind: aggregate, unit: money, dataset: trips, aggregate: sum, value: cost }\n',
    })
    expect(await heng(env, 'apply', dir)).toMatchObject({
      code: 0,
      err: expect.stringMatching(/1 record of “trips” in all periods is not counted: there is no rate from USD to CNY/),
    })
    const { out } = await heng(env, 'explain', 'E2', 'trip_cost', '--period', '2025-12')
    expect(out).toContain('T2')
    expect(out).toMatch(
      /Not counted: 2 with nothing to count in them, such as T1 \(trips.csv:2\) \(because: There is no rate from USD to CNY on 2025-12-30. Add a rate [^)]*rates.csv. The field cur of trips is empty/,
    )
    const said = await heng(env, 'run', '--period', '2025-12', '--measure', 'trip_cost')
    expect(said.err).toMatch(/The amount of 1 record of “trips” in 2025-12 is not counted: there is no rate from USD to CNY/)
    expect((await heng(env, 'run', '--period', '2025-12', '--measure', 'orders_count')).err).toBe('')
    // Beside a converted value stands what the record says, and the rate.
    const converted = await heng(env, 'explain', 'E2', 'trip_cost', '--period', '2026-01')
    expect(converted.out).toMatch(/Amount × rate +Value[\s\S]*T4 +1,500.5 USD × 7.1 +10,653.55 +trips.csv:5[\s\S]*T5 +3 +trips.csv:6/)
  })
})

describe('fields without a column', () => {
  test('are told by check, apply and import, with the closest column', async () => {
    const dir = await folder({ 'orders.csv': 'id,seller,day,amount,Costs\nO1,E2,2026-01-08,12000.00,7800\n' })
    const said = /orders.csv:1 .*no column for the field cost; of the columns that are not used “Costs” is the closest[\s\S]*source.columns/
    for (const args of [
      ['check', dir],
      ['apply', dir],
      ['import', 'orders', join(dir, 'orders.csv')],
    ])
      expect(await heng(env, ...args), args[0]).toMatchObject({ code: 0, err: expect.stringMatching(said) })
    const none = await folder({ 'orders.csv': 'id,seller,day,amount\nO1,E2,2026-01-08,12000.00\n' })
    expect((await heng(env, 'apply', none)).err).toMatch(/note .*no column for 1 field: cost. New records have nothing there/)
  })
})

describe('scores from a source that the rating does not know', () => {
  test('are told by apply, import and run, with the sources there are', async () => {
    const dir = await folder({
      'measures/team.yaml': '- { measure: team_attitude, kind: formula, unit: 分, formula: team(attitude) }\n',
      'ratings.csv': 'measure,employee,rater,source,date,score\nattitude,E2,E1,manager,2026-03-31,4.5\nattitude,E3,E1,boss,2026-03-31,1\nattitude,E3,E2,boss,2026-03-31,2\n',
    })
    const said = /The rating attitude has no source “boss”: 2 scores are not counted \(for example ratings.csv:3\)[\s\S]*There are: manager/
    expect(await heng(env, 'apply', dir)).toMatchObject({ code: 0, err: expect.stringMatching(said) })
    expect(await heng(env, 'import', 'ratings', join(dir, 'ratings.csv'))).toMatchObject({ code: 0, err: expect.stringMatching(/has no source “boss”/) })
    expect(await heng(env, 'run', '--period', '2026-Q1')).toMatchObject({ code: 0, err: expect.stringMatching(said) })
    expect((await heng(env, 'run', '--period', '2026-Q1')).err).toContain('There are: manager. If')
    expect((await heng(env, 'run', '--period', '2026-Q1', '--measure', 'sales')).err).toBe('')
    expect((await heng(env, 'run', '--period', '2026-Q2')).err).toBe('')
  })
})

describe('what is wrong is said once, and says what is meant', () => {
  test('rows with the same mistake are one line; a day that is none says how long its month is', async () => {
    const dir = await folder({
      'bad.csv': 'id,seller,day,amount\nB1,nobody,2026-04-02,1\nB2,nobody,2026-04-03,1\nB3,E2,2026-06-31,1\nB4,nobody,2026-04-03,1\nB5,E2,2026-02-29,1\nB6,E2,2026-13-01,1\n',
    })
    const { err } = await heng(env, 'import', 'orders', join(dir, 'bad.csv'))
    expect(err.match(/nobody”/g)).toHaveLength(1)
    expect(err).toMatch(/bad.csv:2:4 .*nobody”. \(3 rows alike, the first in line 2\)/)
    expect(err).toContain('June 2026 has 30 days')
    expect(err).toContain('February 2026 has 28 days')
    expect(err).toContain('there is no month 13')
    expect((await heng(env, 'import', 'orders', join(dir, 'bad.csv'), '--lang', 'zh')).err).toContain('2026 年 6 月有 30 天')
  })

  test('a file without a good row is refused, also where bad rows are skipped', async () => {
    const bad = 'id,seller,day,amount,cost\nB1,nobody,2026-04-02,1,\nB2,nobody,2026-04-03,1,\n'
    const dir = await folder({ 'bad.csv': bad, 'orders.csv': bad })
    expect(await heng(env, 'import', 'orders', join(dir, 'bad.csv'), '--on-error', 'skip')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/No row of the file is good \(2 are bad\)/),
    })
    expect(await heng(env, 'apply', dir, '--on-error', 'skip')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/No row of orders.csv is good \(2 are bad\); nothing was changed/),
    })
  })

  test('a run without records says so before the table', async () => {
    const { out } = await heng(env, 'run', '--period', '2024')
    expect(out.indexOf('There are no records in this period')).toBe(0)
  })

  test('a measure that does not exist is no matter of a person', async () => {
    const { err } = await heng(env, 'run', '--period', '2026-Q1', '--measure', 'saels')
    expect(err).toMatch(/no measure “saels”[\s\S]*sales/)
    expect(err).not.toMatch(/Leave the measure out/)
  })

  test('a unit that is not used is no news while there are errors', async () => {
    const units = { 'company.yaml': 'company: good\ncurrency: CNY\nunits: { 单: 单, 分: 分, 次: 次 }\n' }
    expect((await heng(env, 'check', await folder(units))).err).toContain('次')
    const { err } = await heng(env, 'check', await folder({ ...units, 'measures/more.yaml': 'measure: more\nkind: formula\nunit: money\nformula: salse\n' }))
    expect(err).not.toContain('次')
    expect(err).toContain('1 error, 0 warnings')
  })

  test.each([
    [
      '- { measure: a, kind: formula, unit: money, formula: max(sales, target) }\n',
      /“target\)” was read as an entry of its own[\s\S]*quotes/,
      /“target\)”被当成了单独的一项[\s\S]*引号/,
    ],
    ['- { measure: a, kind: formula, unit: money, formula: x in ("a", "b") }\n', /Inside \{ … \}[\s\S]*into quotes/, /花括号[\s\S]*引号括起来/],
    ['- measure: a\n\tkind: formula\n', /A tab is used/, /制表符/],
    ['measure: a\nunit: money\n', /“kind” is missing[\s\S]*one of: aggregate, ratio, growth, formula, entered, rating/, /缺少“kind”[\s\S]*aggregate、ratio/],
  ])('%j', async (text, en, zh) => {
    const dir = await folder({ 'measures/more.yaml': text })
    expect((await heng(env, 'check', dir)).err).toMatch(en)
    expect((await heng(env, 'check', dir, '--lang', 'zh')).err).toMatch(zh)
  })
})
