import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Files, planFolder } from '../server/plan/testing-folder.ts'
import { type ScratchStore, scratchStore } from '../store/testing.ts'
import { commands } from './commands.ts'
import { type Env, heng, spawned } from './testing-run.ts'

let scratch: ScratchStore
let env: Env
let home: string
const removals: (() => Promise<void>)[] = []

beforeAll(async () => {
  scratch = await scratchStore()
  home = join(tmpdir(), `heng-cli-${process.pid}`)
  env = { HENG_HOME: home, DATABASE_URL: scratch.url, LANG: 'en_US.UTF-8' }
})
afterAll(async () => {
  await scratch.drop()
  for (const remove of removals) await remove()
  await rm(home, { recursive: true, force: true })
})

async function folder(change: Files = {}): Promise<string> {
  const made = await planFolder(change)
  removals.push(made.remove)
  return made.dir
}

describe('help', () => {
  test.each(commands.map((c) => c.name))('of %s is there in both languages, with examples', async (name) => {
    const zh = await heng({ LANG: 'zh_CN.UTF-8' }, 'help', name)
    const en = await heng({ LANG: 'en_US.UTF-8' }, name, '--help')
    expect([zh.code, en.code]).toEqual([0, 0])
    expect(zh.out).toMatch(/用法[\s\S]*例子/)
    expect(en.out).toMatch(/Usage[\s\S]*Examples/)
    expect(zh.out).not.toMatch(/undefined|\.about/)
    // What a Chinese-speaking author typed as an example may stand in the English help; sentences may not.
    expect(en.out.split('Examples')[0]).not.toMatch(/\p{Script=Han}/u)
  })

  test('of the program names every command, the exit codes and the environment', async () => {
    for (const args of [[], ['--help'], ['help']]) {
      const { out, code } = await heng({ LANG: 'zh_CN.UTF-8' }, ...args)
      expect(code).toBe(0)
      for (const { name } of commands) expect(out).toContain(`  ${name}`)
      expect(out).toContain('130')
      expect(out).toContain('HENG_HOME')
    }
  })

  test('the version is that of the package', async () => {
    const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8')
    expect((await heng({}, '--version')).out.trim()).toBe((JSON.parse(text) as { version: string }).version) // Our own package.json.
  })
})

test('starting unpacks nothing: what only one command needs waits for it', async () => {
  const empty = await mkdtemp(join(tmpdir(), `heng-test-${process.pid}-start-`))
  removals.push(() => rm(empty, { recursive: true, force: true }))
  expect((await spawned({ TMPDIR: empty, TEMP: empty }, ['--version'])).code).toBe(0)
  // Sources that are newer than the bundle are compiled there.
  expect((await readdir(empty)).filter((name) => !name.startsWith('tsx'))).toEqual([])
})

describe('a command that is not right is refused with 2 and what was meant', () => {
  test.each([
    [['aply', 'x'], /no command “aply”. Did you mean apply/],
    [['xyzzy'], /no command “xyzzy”/],
    [['help', 'rnu'], /Did you mean run/],
    [['apply'], /argument dir is missing/],
    [['run'], /option --period <period> is missing/],
    [['run', '--perod', '2026-Q1'], /no option “--perod”. Did you mean --period/],
    [['run', '--period'], /needs a value/],
    [['apply', 'x', '--on-error', 'ignore'], /--on-error <how> cannot be “ignore”; it is one of: reject, skip/],
    [['check', 'a', 'b'], /too many arguments/],
    [['verify', '--runs', 'many'], /--runs is a whole number of at least 1/],
    [['import', 'orders', 'x.csv', '--column', 'nothing'], /field=column/],
    [['check', 'x', '--lang', 'fr'], /one of: zh, en/],
  ])('%j', async (args, said) => {
    const { code, out, err } = await heng({ LANG: 'en_US.UTF-8' }, ...args)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toMatch(said)
  })
})

describe('a folder with mistakes', () => {
  test('is refused with 1: each mistake with file, line, column, the line itself, a caret and a cure', async () => {
    const dir = await folder({ 'measures/more.yaml': 'measure: more\nkind: aggregate\nunit: money\ndataset: orders\naggregate: sum\nvalue: amont\n' })
    const { code, out, err } = await heng(env, 'check', dir)
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err).toContain(`${dir}/measures/more.yaml:6:8`)
    expect(err).toContain('| value: amont\n    |        ^^^^^\n')
    expect(err).toMatch(/amount[\s\S]*1 error, 0 warnings[\s\S]*Nothing was changed/)
  })

  test('the caret stands below Chinese words', async () => {
    const dir = await folder({ 'measures/more.yaml': '- { measure: 新指标, kind: formula, unit: money, formula: sales + 没有的 }\n' })
    const { err } = await heng(env, 'check', dir, '--lang', 'zh')
    const [line = '', caret = ''] = err.split('\n').filter((l) => l.startsWith('    |'))
    const { default: width } = await import('string-width')
    expect(width(line.slice(0, line.indexOf('没有的')))).toBe(caret.indexOf('^'))
    expect(err).toContain('怎么办')
  })

  test('as JSON: one value, the same places', async () => {
    const dir = await folder({ 'people.csv': 'id,nmae\nE1,a\n' })
    const { code, out } = await heng(env, 'check', dir, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ ok: false, errors: 1, diagnostics: [{ code: 'plan.table.column-unknown', place: { file: `${dir}/people.csv`, line: 1 } }] })
  })

  test('apply does not even open the database for it', async () => {
    const dir = await folder({ 'company.yaml': 'company: [\n' })
    const { code, err } = await heng({ ...env, DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' }, 'apply', dir)
    expect([code, /yaml:\d+/.test(err)]).toEqual([1, true])
  })
})

describe('from a folder to an explained number', () => {
  test('nothing is there yet: run says what to do', async () => {
    const { code, err } = await heng(env, 'run', '--period', '2026-Q1')
    expect(code).not.toBe(0)
    expect(err).toMatch(/heng apply/)
  })

  test('apply reports what it did, and in JSON too', async () => {
    const dir = await folder()
    const first = await heng(env, 'apply', dir)
    expect([first.code, first.err]).toEqual([0, ''])
    expect(first.out).toMatch(/Applied good \(Good\)[\s\S]*8 added[\s\S]*orders +orders.csv +3 +3[\s\S]*heng run --period 2026-Q1/)
    const again = await heng(env, 'apply', dir, '--json')
    expect(JSON.parse(again.out)).toMatchObject({
      company: 'good',
      documents: { added: [], changed: [] },
      imports: [{ outcome: 'unchanged' }, { outcome: 'unchanged' }, { outcome: 'unchanged' }],
    })
    expect((await heng(env, 'diff', dir)).out.trim()).toBe('No differences.')
  })

  test('run --json is exactly what programs were promised', async () => {
    const { code, out, err } = await heng(env, 'run', '--period', '2026-Q1', '--json')
    expect([code, err]).toEqual([0, ''])
    const result = JSON.parse(out) as { employees: { id: string }[] } // Promised by the line below.
    expect(Object.keys(result)).toEqual(['period', 'run', 'inputsHash', 'employees'])
    expect(result).toMatchObject({ period: '2026-Q1', inputsHash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(result.employees.find((e) => e.id === 'E2')).toEqual({
      id: 'E2',
      name: '李雷',
      measures: { sales: '20600', orders_count: '2', average_order: '10300', team_sales: '20600', target: '20000', attitude: '4.5' },
    })
    const again = JSON.parse((await heng(env, 'run', '--period', '2026-Q1', '--json')).out)
    expect(again).toMatchObject({ inputsHash: (result as unknown as { inputsHash: string }).inputsHash, employees: result.employees }) // Seen above.
  })

  test('run ranks people, the best first, with aligned figures and a dash for what is missing', async () => {
    const { out } = await heng(env, 'run', '--period', '2026-Q1', '--measure', '销售额', '--measure', 'average_order', '--all', '--lang', 'zh')
    const rows = out.split('\n').filter((l) => /E\d/.test(l) && /^ *\d/.test(l))
    expect(rows.map((r) => r.trim().split(/ {2,}/).slice(1))).toEqual([
      ['李雷 (E2)', '销售部', '20,600.00', '10,300.00'],
      ['韩梅梅 (E3)', '销售部', '0.01', '0.01'],
      ['王经理 (E1)', '销售部', '0.00', '–'],
    ])
    expect(new Set(rows.map((r) => r.length + (r.match(/\p{Script=Han}/gu)?.length ?? 0))).size).toBe(1)
  })

  test('run of a time without records says when there are some', async () => {
    const { code, out } = await heng(env, 'run', '--period', '2024')
    expect([code, /from 2026-01-08 to 2026-03-31/.test(out)]).toEqual([0, true])
  })

  test('a period that does not exist is a mistake of the command', async () => {
    const { code, err } = await heng(env, 'run', '--period', '2026-Q5')
    expect(code).toBe(2)
    expect(err).toMatch(/2026-Q5[\s\S]*2026-Q1/)
  })

  test('explain by alias and display name: sentence, definition, records with file and line, agreement', async () => {
    const { code, out } = await heng(env, 'explain', '小李', '销售额', '--period', '2026-Q1', '--lang', 'zh')
    expect(code).toBe(0)
    expect(out.split('\n')[0]).toBe('李雷 (E2) 2026-Q1 的“销售额”是 20,600.00 元。')
    expect(out).toMatch(/2026-01-08 +O1 +12,000 +orders.csv:2\n2026-02-20 +O2 +8,600 +orders.csv:3/)
    expect(out).toMatch(/数据库算出 20,600，逐条重算也是 20,600/)
    expect(out).toMatch(/measure\/sales v1/)
  })

  test('explain a quotient with its figures, and an empty one with the reason', async () => {
    const full = await heng(env, 'explain', 'E2', 'average_order', '--period', '2026-Q1')
    expect(full.out).toMatch(/= 20600 ÷ 2\n/)
    const empty = await heng(env, 'explain', '王经理', 'average_order', '--period', '2026-Q1')
    expect(empty.code).toBe(0)
    expect(empty.out).toMatch(/has no value[\s\S]*Why it is empty:[\s\S]*divisor is 0/)
    const json = JSON.parse((await heng(env, 'explain', 'E2', 'average_order', '--period', '2026-Q1', '--json')).out)
    expect(json).toMatchObject({ value: '10300', recomputed: '10300', agrees: true, measure: 'average_order' })
  })

  test('explain without a measure lists them all; unknown names are told with near ones', async () => {
    expect((await heng(env, 'explain', 'E3', '--period', '2026-Q1')).out).toMatch(/Sales +sales +0.01/)
    expect(await heng(env, 'explain', '李蕾', 'sales', '--period', '2026-Q1')).toMatchObject({ code: 1, err: expect.stringMatching(/李雷/) })
    expect(await heng(env, 'explain', 'E2', 'sale', '--period', '2026-Q1')).toMatchObject({ code: 1, err: expect.stringMatching(/Did you mean.*sales/) })
  })

  test('a difference between the evaluators has an exit code of its own', async () => {
    const period = ['--period', '2026-03-31']
    expect((await heng(env, 'explain', 'E3', 'sales', ...period)).code).toBe(0)
    // Somebody writes into the results: the interpreter notices.
    await scratch.store.tx((tx) =>
      tx.run({ kind: 'sql', parts: ["update calc.value set figures = (figures::jsonb || '{\"sales\": 0.02}')::json where employee_id = 'E3'"], values: [] }),
    )
    const { code, out } = await heng(env, 'explain', 'E3', 'sales', ...period)
    expect([code, /computes 0.02, but recomputed record by record it is 0.01: the evaluators differ/.test(out)]).toEqual([4, true])
  })
})

describe('import', () => {
  test('good rows, and the same file again', async () => {
    const dir = await folder({ 'april.csv': 'id;seller;day;amount;cost\nO9;李雷;2026/4/2;"1,234.50";\n' })
    const first = await heng(env, 'import', 'Orders', join(dir, 'april.csv'))
    expect([first.code, first.err]).toEqual([0, ''])
    expect(first.out).toMatch(/orders: 1 row read, 1 added/)
    expect((await heng(env, 'import', 'orders', join(dir, 'april.csv'))).out).toMatch(/nothing changed/)
  })

  test('bad rows are refused with 1, place and value, all of them in a file', async () => {
    const dir = await folder({ 'bad.csv': 'id,seller,day,amount\nA1,nobody,2026-04-02,1\nA2,E2,2026-04-31,1\nA3,E2,2026-04-01,2\n' })
    const { code, out, err } = await heng(env, 'import', 'orders', join(dir, 'bad.csv'))
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/bad.csv:2[\s\S]*nobody[\s\S]*bad.csv:3[\s\S]*2026-04-31[\s\S]*Nothing was changed/)
    const file = /All bad rows: (.*)/.exec(err)?.[1] ?? ''
    expect((await readFile(file, 'utf8')).split('\n').length).toBeGreaterThan(2)
    const skipped = await heng(env, 'import', 'orders', join(dir, 'bad.csv'), '--on-error', 'skip', '--json')
    expect(skipped.code).toBe(0)
    expect(JSON.parse(skipped.out)).toMatchObject({ outcome: 'imported', rows: { read: 3, inserted: 1, bad: 2 } })
  })

  test.each([
    [['import', 'ordres', 'x.csv'], /Did you mean orders\?/],
    [['import', 'orders', '/no/such.csv'], /such.csv/],
  ])('%j', async (args, said) => {
    const { code, err } = await heng(env, ...args)
    expect([code, said.test(err)]).toEqual([1, true])
  })
})

describe('export', () => {
  test('and a look at it: no differences; a folder with something in it is left alone', async () => {
    const dir = await folder()
    const out = `${dir}-out`
    removals.push(() => rm(out, { recursive: true, force: true }))
    expect((await heng(env, 'export', out)).code).toBe(0)
    expect((await heng(env, 'diff', out, '--data', dir)).out.trim()).toBe('No differences.')
    expect(await heng(env, 'export', out)).toMatchObject({ code: 1, err: expect.stringMatching(/not empty/) })
    expect((await heng(env, 'export', out, '--force')).code).toBe(0)
  })
})

describe('the program as a process', () => {
  test('--json prints one JSON value and nothing else, also on a mistake', async () => {
    const good = await spawned(env, ['run', '--period', '2026-Q1', '--json'])
    expect([good.code, good.err]).toEqual([0, ''])
    expect(JSON.parse(good.out)).toHaveProperty('employees')
    const bad = await spawned(env, ['run', '--period', 'soon', '--json'])
    expect(bad.code).toBe(2)
    expect(JSON.parse(bad.out)).toHaveProperty('error.code')
  })

  test('no database: 3, and what to do', async () => {
    const { code, err } = await spawned({ ...env, DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' }, ['status'])
    expect(code).toBe(3)
    expect(err).toMatch(/127.0.0.1:1[\s\S]*What to do/)
  })

  test('a reader that has seen enough is no error', async () => {
    const { err } = await spawned(env, ['help'], (child) => child.stdout?.destroy())
    expect(err).toBe('')
  })

  test('Ctrl-C: 130, nothing half done, and the same command then completes', async () => {
    const lines = Array.from({ length: 200_000 }, (_, i) => `X${i},E2,2026-05-01,${i}`).join('\n')
    const dir = await folder({ 'large.csv': `id,seller,day,amount\n${lines}\n` })
    const count = async () =>
      (await scratch.store.read((read) => read.first<{ n: string }>({ kind: 'sql', parts: ['select count(*)::text as n from data.orders'], values: [] })))?.n
    const before = await count()
    const ran = await spawned(env, ['import', 'orders', join(dir, 'large.csv')], (child) => {
      const watch = setInterval(() => {
        // Once the import holds the dataset's lock it is under way.
        scratch.store
          .read((read) => read.first({ kind: 'sql', parts: ["select 1 from pg_stat_activity where datname = current_database() and query like 'copy %heng_stage%'"], values: [] }))
          .then((row) => {
            if (row === undefined || child.exitCode !== null) return
            clearInterval(watch)
            child.kill('SIGINT')
          })
      }, 20)
      child.on('close', () => clearInterval(watch))
    })
    if (ran.code === 0) return // The machine was quicker than the signal.
    expect(ran.code).toBe(130)
    expect(ran.err).toMatch(/Interrupted; nothing was left half done/)
    expect(await count()).toBe(before)
    expect((await heng(env, 'import', 'orders', join(dir, 'large.csv'))).code).toBe(0)
    expect(Number(await count())).toBe(Number(before) + 200_000)
  })
})
