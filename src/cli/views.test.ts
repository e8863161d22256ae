import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import stringWidth from 'string-width'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { workbookOf } from '../server/datasets/xlsx/testing.ts'
import { type Files, GOOD, planFolder } from '../server/plan/testing-folder.ts'
import { type ScratchStore, scratchStore } from '../store/testing.ts'
import { type Env, heng, hengAt } from './testing-run.ts'

let scratch: ScratchStore
let env: Env
const removals: (() => Promise<void>)[] = []

const MANY = Array.from({ length: 12 }, (_, i) => `- { measure: orders_of_kind_${i}, kind: aggregate, unit: 单, dataset: orders, aggregate: count, filter: amount > ${i} }\n`).join(
  '',
)

const BOOK = workbookOf({
  notes: [['to be kept']],
  visits: [
    ['no', 'seller', 'day'],
    ['V1', 'E2', '2026-02-01'],
  ],
})

/** Two people of one name, an order whose number looks like an amount, and visits in a sheet of a workbook. */
const COMPANY: Files = {
  'measures/many.yaml': `${MANY}- { measure: order numbers, kind: aggregate, unit: 单, dataset: orders, aggregate: distinct, value: id, round: 0 }\n- { measure: visits, kind: aggregate, unit: 单, dataset: visits, aggregate: count }\n`,
  'datasets/visits.yaml': 'dataset: visits\nkey: [no]\nowner: seller\ndate: day\nfields: { no: text, seller: employee, day: date }\nsource: { file: book.xlsx, sheet: visits }\n',
  'book.xlsx': BOOK,
  'people.csv': `${GOOD['people.csv']}E4,李雷,,销售部,E1\n`,
  'orders.csv': `${GOOD['orders.csv']}00042,E3,2026-04-01,7,\n`,
}

beforeAll(async () => {
  scratch = await scratchStore()
  env = { HENG_HOME: join(tmpdir(), `heng-views-${process.pid}`), DATABASE_URL: scratch.url, LANG: 'en_US.UTF-8', NO_COLOR: '1' }
  expect(await heng(env, 'apply', await folder(COMPANY))).toMatchObject({ code: 0, err: '' })
})
afterAll(async () => {
  await scratch.drop()
  for (const remove of removals) await remove()
  await rm(env['HENG_HOME'] ?? '', { recursive: true, force: true })
})

async function folder(change: Files): Promise<string> {
  const made = await planFolder(change)
  removals.push(made.remove)
  return made.dir
}

const tables = (out: string) => out.split('\n').filter((l) => l.startsWith('Rank')).length
const widest = (out: string) =>
  Math.max(
    ...out
      .split('\n')
      .filter((l) => /^ *\d|^Rank|^─/.test(l))
      .map((l) => stringWidth(l)),
  )

describe('run with more measures than fit', () => {
  test.each([80, 120])('shows those that fit in %i columns, says how many more there are and how to see them', async (columns) => {
    const { out } = await hengAt(columns, env, 'run', '--period', '2026-Q1')
    expect([tables(out), widest(out) <= columns]).toEqual([1, true])
    const shown = /^Rank.*$/m.exec(out)?.[0].split(/ {2,}/).length ?? 0
    expect(out).toContain(`${6 + 14 - (shown - 3)} more measures: heng run --period 2026-Q1 --all-measures`)
  })

  test('--all-measures shows all of them in several tables, and --measure those that were asked for', async () => {
    const all = await hengAt(80, env, 'run', '--period', '2026-Q1', '--all-measures')
    expect([tables(all.out) > 1, widest(all.out) <= 80, all.out.includes('orders_of_kind_11'), all.out.includes('more measures')]).toEqual([true, true, true, false])
    const asked = await hengAt(80, env, 'run', '--period', '2026-Q1', ...Array.from({ length: 6 }, (_, i) => ['--measure', `orders_of_kind_${i}`]).flat())
    expect([asked.out.includes('orders_of_kind_5'), asked.out.includes('more measures')]).toEqual([true, false])
  })

  test('the measure people are ranked by comes first', async () => {
    const { out } = await hengAt(80, env, 'run', '--period', '2026-Q1', '--sort', 'orders_of_kind_11')
    expect(/^Rank.*$/m.exec(out)?.[0].split(/ {2,}/)[3]).toBe('orders_of_kind_11')
  })

  test('what to type next is the id where a name is shared, and what a shell takes as one word', async () => {
    expect((await heng(env, 'run', '--period', '2026-Q1')).out).toContain('heng explain E2 sales --period 2026-Q1')
    expect((await heng(env, 'run', '--period', '2026-Q2', '--sort', 'order numbers')).out).toContain('heng explain "韩梅梅" "order numbers" --period 2026-Q2')
  })

  test('--json has all of them', async () => {
    const { out } = await heng(env, 'run', '--period', '2026-Q1', '--json')
    expect(Object.keys((JSON.parse(out) as { employees: { measures: object }[] }).employees[0]?.measures ?? {})).toHaveLength(20) // Promised to programs.
  })
})

describe('explain', () => {
  test('names a record that was left out by its key, file and line', async () => {
    const { out } = await heng(env, 'explain', 'E3', 'orders_of_kind_5', '--period', '2026-Q1')
    expect(out).toContain('Not counted: 1 does not meet the condition, such as O3 (orders.csv:4)')
    expect(out).toMatch(/Why it is 0: \S/)
  })

  test('shows a text that looks like a number as it is, and a rounding only where it changed something', async () => {
    const { out } = await heng(env, 'explain', 'E3', 'order numbers', '--period', '2026-Q2')
    expect(out).toMatch(/2026-04-01 +00042 +00042 +orders.csv:5/)
    expect(out).not.toContain('rounded')
  })

  test('names the sheet of a workbook beside the line', async () => {
    expect((await heng(env, 'explain', 'E2', 'visits', '--period', '2026-Q1')).out).toMatch(/V1 +book.xlsx \[visits\]:2/)
  })

  test('says why a value is empty', async () => {
    expect((await heng(env, 'explain', 'E1', 'average_order', '--period', '2026-Q1')).out).toMatch(/Why it is empty: \S/)
  })
})

describe('export of a plan whose data lies elsewhere', () => {
  test('differs in nothing, and can be applied', async () => {
    const data = await planFolder({}, { 'orders.csv': COMPANY['orders.csv'] ?? '', 'book.xlsx': BOOK })
    removals.push(data.remove)
    const dir = await folder({ ...COMPANY, 'company.yaml': `${GOOD['company.yaml']}data: ${data.dir}\n`, 'orders.csv': null, 'book.xlsx': null })
    expect((await heng(env, 'apply', dir)).code).toBe(0)
    const out = join(dir, 'written')
    expect((await heng(env, 'export', out)).code).toBe(0)
    expect((await heng(env, 'diff', out)).out.trim()).toBe('No differences.')
    const applied = await heng(env, 'apply', out)
    expect([applied.code, /2 of them were not imported/.test(applied.err)]).toEqual([0, true])
  })
})

describe('a bad row', () => {
  test('is shown with carets below the field, and a column an editor can go to', async () => {
    const dir = await folder({ 'bad.csv': 'id,seller,day,amount\nA1,"E2",2026-04-31,1\n' })
    const { err } = await heng(env, 'import', 'orders', join(dir, 'bad.csv'))
    expect(err).toContain('bad.csv:2:9 ')
    expect(err).toContain('    | A1,"E2",2026-04-31,1\n    |         ^^^^^^^^^^\n')
  })
})

describe('a narrow terminal', () => {
  test('gets lines that are cut between words, and tables that fit', async () => {
    const { out } = await hengAt(60, env, 'explain', 'E2', 'team_sales', '--period', '2026-Q1')
    expect(Math.max(...out.split('\n').map((l) => stringWidth(l)))).toBeLessThanOrEqual(60)
    expect(out).toMatch(/\n {4}[a-z]/)
  })
})

describe('diff', () => {
  test('sees that records were corrected and deleted from other files since the plan was applied', async () => {
    const dir = await folder({ ...COMPANY, 'corrected.csv': 'id,seller,day,amount\nO1,E2,2026-01-08,1\n', 'gone.csv': 'id\nO2\n' })
    expect((await heng(env, 'apply', dir)).code).toBe(0)
    expect((await heng(env, 'diff', dir)).out.trim()).toBe('No differences.')
    expect((await heng(env, 'import', 'orders', join(dir, 'corrected.csv'))).code).toBe(0)
    expect((await heng(env, 'import', 'orders', join(dir, 'gone.csv'), '--mode', 'delete')).code).toBe(0)
    expect((await heng(env, 'diff', dir)).out).toContain('orders.csv (dataset orders): 1 added, 1 corrected, 0 deleted')
    expect((await heng(env, 'apply', dir)).code).toBe(0)
    expect((await heng(env, 'diff', dir)).out.trim()).toBe('No differences.')
  })
})

describe('apply', () => {
  test('names a skipped row by a path that opens, and speaks of what the folder holds', async () => {
    const dir = await folder({ ...COMPANY, 'units.csv': null, 'rates.csv': null, 'orders.csv': `${COMPANY['orders.csv']}O9,E2,2026-02-30,1,\n` })
    const { code, out, err } = await heng(env, 'apply', dir, '--on-error', 'skip')
    expect([code, /\n4 people\n/.test(out)]).toEqual([0, true])
    expect(err).toContain(`${dir}/orders.csv:6:7 `)
    expect(err).toContain('    |       ^^^^^^^^^^\n')
  })
})

describe('what apply proposes to run next', () => {
  const next = async (change: Files): Promise<string | undefined> => {
    const other = await scratchStore()
    try {
      const { out } = await heng({ ...env, DATABASE_URL: other.url }, 'apply', await folder(change))
      return /^Next: (.*)$/m.exec(out)?.[1]
    } finally {
      await other.drop()
    }
  }
  const bare = { 'orders.csv': 'id,seller,day,amount,cost\n', 'ratings.csv': null }

  test('is the newest period with records, even where values were entered for later ones', async () => {
    expect(await next({ 'entered.csv': 'measure,employee,date,value\ntarget,E2,2027,5\n' })).toBe('heng run --period 2026-Q1')
  })

  test('is the newest period with entered values where there is nothing else, and no period where there are none', async () => {
    expect(await next({ ...bare, 'entered.csv': 'measure,employee,date,value\ntarget,E2,2025-04,1\ntarget,E2,2025-08,1\n' })).toBe('heng run --period 2025-Q3')
    expect(await next({ ...bare, 'entered.csv': null })).toBe('import data, then heng run --period PERIOD')
  })
})

describe('status', () => {
  test('calls a company without a name by its id', async () => {
    const dir = await folder({ ...COMPANY, 'company.yaml': (GOOD['company.yaml'] as string).replace(/name: .*\n/, '') })
    expect((await heng(env, 'apply', dir)).out).toContain('Applied good.')
    expect(await heng(env, 'status')).toMatchObject({ code: 0, out: expect.stringMatching(/ good\n/) })
    expect((await heng(env, 'run', '--period', '2026-Q1')).out).toContain('good, 2026-Q1')
  })
})
