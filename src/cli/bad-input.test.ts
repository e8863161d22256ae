import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ident, joinSql, sql } from '../base/sql.ts'
import { type Files, GOOD, planFolder } from '../server/plan/testing-folder.ts'
import { type ScratchStore, scratchStore } from '../store/testing.ts'
import { DATA_KINDS } from './testing-bad/data-kinds.ts'
import { type Kind, PLAN_KINDS } from './testing-bad/kinds.ts'
import { type Env, heng, type Ran } from './testing-run.ts'
import { catalogue } from './text/catalogue.ts'

/** The goal: whatever a person hands over, the answer is a sentence with the place, and the database is as it was. */

/** The good plan with shares of orders, and a person who came late. */
const BASE: Files = {
  ...GOOD,
  'people.csv': 'id,name,alias,unit,manager,from,until\nE1,王经理,,销售部,,,\nE2,李雷,小李,销售部,E1,,\nE3,韩梅梅,,销售部,E1,,\nE4,新人,,销售部,E1,2026-02-01,\n',
  'datasets/orders.yaml': String(GOOD['datasets/orders.yaml']).replace('source:', 'splits: { dataset: shares, record: order, employee: who, percent: percent }\nsource:'),
  'datasets/shares.yaml':
    'dataset: shares\nkey: [order, who]\nfields: { order: { type: reference, to: orders, missing: reject }, who: employee, percent: { type: decimal, required: true } }\n',
}

let scratch: ScratchStore
let home: string
beforeAll(async () => {
  scratch = await scratchStore()
  home = await mkdtemp(join(tmpdir(), 'heng-bad-'))
  const good = await planFolder({}, BASE)
  expect(await heng(env('en'), 'apply', good.dir)).toMatchObject({ code: 0 })
  expect(await heng(env('en'), 'run', '--period', '2026-Q1')).toMatchObject({ code: 0 })
  await good.remove()
})
afterAll(async () => {
  await scratch.drop()
  await rm(home, { recursive: true, force: true })
})

const env = (lang: 'zh' | 'en'): Env => ({ HENG_HOME: home, DATABASE_URL: scratch.url, LANG: lang === 'zh' ? 'zh_CN.UTF-8' : 'en_US.UTF-8' })

/** One text for everything the database holds, apart from numbers that sequences draw. */
async function contents(): Promise<string> {
  return scratch.store.read(async (read) => {
    const tables = await read.query<{ schema: string; name: string }>(
      sql`select schemaname as schema, tablename as name from pg_tables where schemaname in ('app', 'data', 'calc', 'public') order by 1, 2`,
    )
    const each = tables.map(
      ({ schema, name }) => sql`select ${`${schema}.${name}`}::text as name, count(*) as rows, sum(hashtextextended(t::text, 0)) as sum from ${ident(schema, name)} as t`,
    )
    const columns = await read.query(
      sql`select table_schema, table_name, column_name, data_type from information_schema.columns where table_schema in ('app', 'data', 'calc') order by 1, 2, 3`,
    )
    return JSON.stringify([await read.query(joinSql(each, ' union all ')), columns])
  })
}

const CODES = Object.keys(catalogue).filter((code) => code.includes('-') || code.split('.').length > 2)

/** What no answer may hold, in either language. */
function unfit({ err }: Ran): string[] {
  const found: string[] = []
  if (/\{[a-z]\w*\}/i.test(err.replaceAll(/^ {4}\|.*$/gm, ''))) found.push('a hole that was not filled')
  if (/\bundefined\b|\[object |\bNaN\b/.test(err)) found.push('a value of the program')
  if (/^\s+at .*[:(]/m.test(err) || /Something went wrong inside|程序内部/.test(err)) found.push('a stack')
  for (const code of CODES) if (new RegExp(`(^|[\\s“"])${code.replaceAll('.', '\\.')}($|[\\s”"])`, 'm').test(err)) found.push(`the code ${code}`)
  if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/.test(err)) found.push('a control character')
  if (err.split('\n').some((line) => line.length > 1_000)) found.push('a line without end')
  return found
}

async function tryOut(kind: Kind, prepare?: (dir: string) => Promise<void>): Promise<void> {
  const { dir, remove } = await planFolder(kind.files ?? {}, BASE)
  try {
    await prepare?.(dir)
    const before = await contents()
    const args = (kind.args ?? ['apply', 'DIR']).map((a) => a.replace('DIR', dir))
    const [zh, en] = [await heng(env('zh'), ...args), await heng(env('en'), ...args)]
    if (process.env['HENG_SHOW'] !== undefined) console.log(`=== ${kind.what}\n${zh.code} ${zh.err}${zh.out}\n${en.err}`.replaceAll(dir, 'DIR').slice(0, 3_000))
    expect({ zh: unfit(zh), en: unfit(en), exit: [zh.code, en.code] }, zh.err + en.err).toEqual({ zh: [], en: [], exit: [kind.exit ?? 1, kind.exit ?? 1] })
    expect(zh.err).toMatch(/\p{Script=Han}/u)
    expect(en.err).toMatch(kind.says)
    for (const { err } of [zh, en]) if (kind.place !== null) expect(err).toContain(kind.place === '' ? dir : `${dir}/${kind.place}`)
    expect(await contents()).toBe(before)
  } finally {
    await remove()
  }
}

test('there are kinds enough', () => {
  expect(PLAN_KINDS.length + DATA_KINDS.length).toBeGreaterThan(120)
})

describe('a plan folder with', () => {
  test.each(PLAN_KINDS)('$what', (kind) => tryOut(kind))

  test('a link that leads out of it', () =>
    tryOut({ what: '', place: 'datasets/secret.yaml', says: /link/ }, (dir) => symlink('/etc/hostname', join(dir, 'datasets', 'secret.yaml'))))

  test('a data file that is a link to elsewhere', () =>
    tryOut({ what: '', files: { 'orders.csv': null }, place: 'datasets/orders.yaml:', says: /outside/ }, async (dir) => {
      await writeFile(join(home, 'elsewhere.csv'), 'id,seller,day,amount\n')
      await symlink(join(home, 'elsewhere.csv'), join(dir, 'orders.csv'))
    }))
})

describe('a file or a command with', () => {
  test.each(DATA_KINDS)('$what', (kind) => tryOut(kind))

  test.skipIf(process.platform === 'win32')('a pipe into which nobody writes', () =>
    tryOut({ what: '', args: ['import', 'orders', 'DIR/pipe.csv'], place: 'pipe.csv', says: /ordinary file/ }, async (dir) => {
      execFileSync('mkfifo', [join(dir, 'pipe.csv')])
    }),
  )
})

test('numbers beyond everything that a database holds stop a run with a sentence, and it leaves nothing', async () => {
  const power = (of: string, times: number) => Array(times).fill(of).join(' * ')
  const measures = [`{ measure: b1, formula: '${power('9999999999', 40)}' }`, `{ measure: b2, formula: '${power('b1', 40)}' }`, `{ measure: b3, formula: '${power('b2', 40)}' }`]
  const { dir, remove } = await planFolder({ 'measures/big.yaml': measures.map((m) => `- ${m.replace('formula:', 'kind: formula, unit: number, formula:')}\n`).join('') }, BASE)
  try {
    expect(await heng(env('en'), 'apply', dir)).toMatchObject({ code: 0 })
    const before = await contents()
    const [zh, en] = [await heng(env('zh'), 'run', '--period', '2026-Q1'), await heng(env('en'), 'run', '--period', '2026-Q1')]
    expect([unfit(zh), unfit(en), zh.code, en.code, /130,000 digits/.test(en.err)]).toEqual([[], [], 1, 1, true])
    expect(await contents()).toBe(before)
  } finally {
    await remove()
    const good = await planFolder({}, BASE)
    expect(await heng(env('en'), 'apply', good.dir, '--prune')).toMatchObject({ code: 0 })
    await good.remove()
  }
})

describe('what is strange and right', () => {
  test('names that look like SQL are names', async () => {
    const name = `x"; drop table app.employee; --`
    const { dir, remove } = await planFolder({ 'datasets/x.yaml': `dataset: '${name}'\nkey: [id]\nowner: who\nfields: { id: text, who: employee, "n'; --": integer }\n` }, BASE)
    try {
      expect(await heng(env('en'), 'apply', dir)).toMatchObject({ code: 0 })
      await writeFile(join(dir, 'x.csv'), `id,who,n'; --\n"'); drop table data.orders; --",E1,1\n`)
      expect(await heng(env('en'), 'import', name, join(dir, 'x.csv'))).toMatchObject({ code: 0, out: expect.stringMatching(/1 added/) })
      expect(await heng(env('en'), 'run', '--period', '2026-Q1')).toMatchObject({ code: 0 })
    } finally {
      await remove()
    }
  })

  test('a division by zero is an empty value with a reason', async () => {
    const ran = await heng(env('en'), 'run', '--period', '2026-Q1', '--json')
    expect(ran.code).toBe(0)
    const found = (JSON.parse(ran.out) as { employees: { id: string; measures: Record<string, string | null> }[] }).employees.find((e) => e.id === 'E1') // Printed by our own command.
    expect(found?.measures).toMatchObject({ orders_count: '0', average_order: null })
    for (const lang of ['zh', 'en'] as const) {
      const explained = await heng(env(lang), 'explain', 'E1', 'average_order', '--period', '2026-Q1')
      expect(explained).toMatchObject({ code: 0, out: expect.stringMatching(lang === 'zh' ? /除数|分母/ : /divisor is 0/) })
    }
  })
})
