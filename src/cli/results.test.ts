import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import stringWidth from 'string-width'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Files, planFolder } from '../server/plan/testing-folder.ts'
import { RULES } from '../server/plan/testing-rules.ts'
import { type ScratchStore, scratchStore } from '../store/testing.ts'
import { type Env, heng, hengAt } from './testing-run.ts'

let scratch: ScratchStore
let bare: ScratchStore
let env: Env
const removals: (() => Promise<void>)[] = []

beforeAll(async () => {
  scratch = await scratchStore()
  bare = await scratchStore()
  env = envOf(scratch)
  expect(await heng(env, 'apply', await folder(RULES))).toMatchObject({ code: 0 })
  expect(await heng(envOf(bare), 'apply', await folder({}))).toMatchObject({ code: 0 })
})
afterAll(async () => {
  await scratch.drop()
  await bare.drop()
  for (const remove of removals) await remove()
  await rm(env['HENG_HOME'] ?? '', { recursive: true, force: true })
})

function envOf({ url }: ScratchStore): Env {
  return { HENG_HOME: join(tmpdir(), `heng-results-${process.pid}`), DATABASE_URL: url, LANG: 'en_US.UTF-8', NO_COLOR: '1' }
}

async function folder(change: Files): Promise<string> {
  const made = await planFolder(change)
  removals.push(made.remove)
  return made.dir
}

const json = async (...args: string[]) => JSON.parse((await heng(env, ...args, '--json')).out) as Record<string, unknown>
const PERIOD = ['--period', '2026-Q1'] as const

describe('heng run where there are schemes and plans', () => {
  test('--json promises score, grade, coefficient, lines and earnings to programs, as exact text or null', async () => {
    const { employees } = (await json('run', ...PERIOD)) as { employees: { id: string }[] }
    const of = (id: string) => employees.find((e) => e.id === id)
    expect(of('E2')).toMatchObject({
      score: '95.55',
      grade: 'B',
      coefficient: '1',
      earnings: [
        { incentive: 'hunter_pay@2026-01-01', component: 'commission', amount: '273.48' },
        { incentive: 'hunter_pay@2026-01-01', component: 'prize', amount: '0' },
        { incentive: 'hunter_pay@2026-01-01', component: 'performance', amount: '3500' },
        { incentive: 'hunter_pay@2026-01-01', component: 'yearly', amount: '206' },
      ],
      measures: { sales: '20600' },
    })
    expect((of('E2') as { lines?: object[] }).lines?.[0]).toEqual({ line: 'sales', target: '20000', actual: '20600', attainment: '1.03', factor: null, score: '103', weight: '60' })
    expect(of('E4')).toMatchObject({ score: null, grade: null, coefficient: null, lines: [], earnings: [] })
  })

  test('a company without them has no keys of theirs, and is ranked by a measure as ever', async () => {
    const ran = JSON.parse((await heng(envOf(bare), 'run', ...PERIOD, '--json')).out) as { employees: object[] }
    expect(Object.keys(ran.employees[0] ?? {})).toEqual(['id', 'name', 'measures'])
    const { out } = await heng(envOf(bare), 'run', ...PERIOD)
    expect(out).not.toMatch(/Score|Grade|Pay/)
    expect((await heng(envOf(bare), 'explain', 'E2', 'score', ...PERIOD)).err).toContain('There is no measure “score”')
  })

  test('people are ranked by score; --sort pay and --sort MEASURE rank otherwise, --measure shows that measure alone', async () => {
    const order = async (...args: string[]) => [...(await heng(env, 'run', ...PERIOD, ...args)).out.matchAll(/^ +\d+ {2}.*?\((E\d)\)/gm)].map((m) => m[1])
    expect(await order()).toEqual(['E2', 'E3', 'E1'])
    expect(await order('--sort', 'pay')).toEqual(['E2', 'E3', 'E1'])
    expect(await order('--sort', 'complaints')).toEqual(['E1', 'E2', 'E3'])
    const { out } = await heng(env, 'run', ...PERIOD, '--measure', 'sales')
    expect([out.includes('Score'), out.includes('Sales')]).toEqual([false, true])
  })
})

describe('the views fit 80 and 120 columns, in both languages', () => {
  const commands = [
    ['run', ...PERIOD],
    ['explain', 'E2', ...PERIOD],
    ['explain', 'E3', 'score', ...PERIOD],
    ['explain', 'E2', 'pay', ...PERIOD],
    ['explain', 'E4', ...PERIOD],
  ]
  test.each(commands.flatMap((command) => [80, 120].flatMap((columns) => ['zh', 'en'].map((lang) => ({ command, columns, lang })))))(
    '$command $columns $lang',
    async ({ command, columns, lang }) => {
      const { out, code } = await hengAt(columns, env, ...command, '--lang', lang)
      expect(code).toBe(0)
      expect(out.split('\n').filter((line) => stringWidth(line) > columns)).toEqual([])
      expect(out).not.toMatch(/undefined|\[object|\{\w+\}/)
      if (lang === 'zh') expect(out).not.toMatch(/[\p{Script=Han}）]:|完成率/u)
    },
  )
})

describe('heng explain', () => {
  test('without a measure shows lines, grade, pay and measures, and that both evaluators agree', async () => {
    const { out } = await heng(env, 'explain', '小李', ...PERIOD)
    for (const text of ['scores 95.55', 'grade B', '(60 × 103 + 30 × 80 + 10 × 87.5) ÷ 100 = 94.55', 'coefficient 1', 'earns 3,979.48 yuan', 'Measures of'])
      expect(out).toContain(text)
    expect(out.match(/recomputed record by record it is .*, too/g)).toHaveLength(2)
    expect(await json('explain', 'E2', ...PERIOD)).toMatchObject({
      score: '95.55',
      lines: [{ line: 'sales' }, {}, {}, {}, {}],
      earnings: [{}, {}, {}, {}],
      measures: { sales: '20600' },
    })
  })

  test('the score: rules, where targets come from, days in the role, bands, gates, records', async () => {
    const { out } = await heng(env, 'explain', 'E3', 'score', ...PERIOD)
    for (const text of [
      'attainment × 100, 0 below 50 points, at most 150 points',
      '59 of 90 days in the role',
      '2026-02 5,000.00 yuan (targets.csv) + 2026-03 5,000.00 yuan (targets.csv)',
      '◀ 100.00 %',
      'must be ≤ 2, or the score is at most 60',
      '“No complaints” failed',
      'no data, left out',
      'orders.csv:4',
      'scheme/hunter@2026-01-01 v1',
    ])
      expect(out).toContain(text)
    expect(await json('explain', 'E3', '得分', ...PERIOD)).toMatchObject({ agrees: true, score: { score: '37.17' }, recomputed: { score: '37.17' } })
  })

  test('the pay and each component, by id or by a name in either language: tiers, lookup, curve, conditions, cap, pay items, the year', async () => {
    const { out } = await heng(env, 'explain', 'E2', 'pay', ...PERIOD)
    for (const text of [
      '80 % ≤ … < 100 %   16,000 ≤ … < 20,000',
      'At least half: attainment(Sales) ≥ 50% (20600 ÷ 20000 ≥ 50%) → holds',
      '103 % lies between 100 % → 1 and 150 % → 2: 1.06',
      'grade = "B", months = 20',
      'no row fits; otherwise: 0',
    ])
      expect(out).toContain(text)
    for (const text of [
      '3,500.00 yuan, since 2026-02-01 (pay.csv)',
      '20 months of service',
      'At most: 10% × Sales = 10% × 20600 = 2,060',
      '1% × year_to_date(Sales)',
      'This is the first period of the year',
      'table/ladder v1',
    ])
      expect(out).toContain(text)
    for (const name of ['commission', 'Commission', '提成']) {
      const { out: one } = await heng(env, 'explain', 'E2', name, ...PERIOD)
      expect([one.includes('Commission ladder'), one.includes('Grade prizes')]).toEqual([true, false])
    }
    expect(await json('explain', 'E2', 'commission', ...PERIOD)).toMatchObject({
      agrees: true,
      earnings: [{ component: 'commission', amount: '273.48' }],
      recomputed: [{ amount: '273.48' }],
    })
  })

  test('pay over the year names what came before, and takes it off', async () => {
    const { out } = await heng(env, 'explain', 'E2', 'yearly', '--period', '2026-Q2')
    for (const text of ['Since the year began:', 'Before this period:', '206.00 − 206.00 = 0.00']) expect(out).toContain(text)
  })

  test('pay over the year says since when the plan is for somebody, where that is not the whole year', async () => {
    const plan = RULES['incentives/hunter.yaml']?.toString().replace('from: 2026-01-01', 'from: 2026-04-01') ?? ''
    expect(await heng(env, 'apply', await folder({ ...RULES, 'incentives/hunter.yaml': plan }), '--prune')).toMatchObject({ code: 0 })
    const first = await heng(env, 'explain', 'E2', 'yearly', '--period', '2026-Q2')
    expect(first.out.replace(/\s+/g, ' ')).toContain('is for this person from 2026-Q2 on')
    expect(first.out.replace(/\s+/g, ' ')).toContain('The 206.00 yuan of “before this period” are all of that kind')
    const later = await heng(env, 'explain', 'E2', 'yearly', '--period', '2026-Q3', '--lang', 'zh')
    expect(later.out.replace(/\s+/g, '')).toContain('这份方案从2026-Q2起才适用于此人')
    expect(await heng(env, 'apply', await folder(RULES), '--prune')).toMatchObject({ code: 0 })
    expect((await heng(env, 'explain', 'E2', 'yearly', '--period', '2026-Q2')).out).not.toContain('for this person')
  })

  test('one component is headed by its own amount beside the whole pay; one of another role says whose it is', async () => {
    expect((await heng(env, 'explain', 'E2', 'commission', ...PERIOD)).out).toContain('李雷 (E2) in 2026-Q1: Commission 273.48 yuan, of 3,979.48 yuan in all.')
    const { out } = await heng(env, 'explain', 'E4', 'commission', ...PERIOD)
    expect(out).toMatch(/has no “Commission” in 2026-Q1[\s\S]*Plans that have it: hunter_pay@2026-01-01 \(quarterly, role hunter\)/)
  })

  test('who has no scheme is told which there are, and a slip in the name of a component what was meant', async () => {
    expect((await heng(env, 'explain', 'E4', 'score', ...PERIOD)).out).toMatch(/No scheme is in force[\s\S]*hunter@2026-01-01 \(quarterly, role hunter\)/)
    expect((await heng(env, 'explain', 'E4', 'pay', ...PERIOD)).out).toContain('No incentive plan is for this person')
    expect((await heng(env, 'explain', 'E2', 'comission', ...PERIOD)).err).toContain('no component of pay of that name. Did you mean commission')
    expect((await heng(env, 'explain', 'E2', 'bonus of the year', ...PERIOD)).err).toMatch(
      /There is no measure “bonus of the year”, and no component of pay of that name.[\s\S]*Components: commission, prize, performance, yearly\./,
    )
  })

  test('a condition that does not hold pays nothing, and no floor or cap is promised behind it', async () => {
    const plan = RULES['incentives/hunter.yaml']?.toString().replace('>= 50% }\n  cap: 10% * sales', '>= 500% }\n  floor: 77\n  cap: 10% * sales') ?? ''
    expect(await heng(env, 'apply', await folder({ ...RULES, 'incentives/hunter.yaml': plan }))).toMatchObject({ code: 0 })
    const { out } = await heng(env, 'explain', 'E2', 'commission', ...PERIOD)
    expect(out).toContain('does not hold, so nothing is paid')
    expect(out).not.toMatch(/At least: |At most: /)
    expect(await heng(env, 'apply', await folder(RULES))).toMatchObject({ code: 0 })
    expect((await heng(env, 'explain', 'E2', 'commission', ...PERIOD)).out).toContain('At most: ')
  })

  test('a plan, a scheme or a company whose name is its id is called by it once', async () => {
    const plan = (RULES['incentives/hunter.yaml']?.toString() ?? '').replace(/^name: .*\n|^from: .*\n/gm, '')
    expect(await heng(env, 'apply', await folder({ ...RULES, 'incentives/hunter.yaml': plan }), '--prune')).toMatchObject({ code: 0 })
    for (const subject of ['pay', 'score', 'commission']) expect((await heng(env, 'explain', 'E2', subject, ...PERIOD)).out).not.toMatch(/(\S+) ?[(（]\1[)）]/)
    expect(await heng(env, 'apply', await folder(RULES), '--prune')).toMatchObject({ code: 0 })
  })
})

describe('apply and diff', () => {
  test('name the new kinds, and targets that are no longer in the file', async () => {
    const scheme = RULES['schemes/hunter.yaml']?.toString().replace('cap: 150', 'cap: 140') ?? ''
    const dir = await folder({ ...RULES, 'schemes/hunter.yaml': scheme, 'targets.csv': 'employee,measure,period,target\nE2,sales,2026-Q1,20000\n' })
    const { out } = await heng(env, 'diff', dir, '--lang', 'zh')
    expect(out).toContain('修改 考核方案 hunter@2026-01-01')
    expect(out).toContain('目标：3 处变化')
    expect((await heng(env, 'apply', dir)).out).toContain('Removed 2 targets that targets.csv no longer holds.')
    const { out: checked } = await heng(env, 'check', dir)
    expect([checked.match(/No errors/g)?.length, /^No errors, \d+ warnings?: 1 dataset/m.test(checked)]).toEqual([1, true])
    expect(checked).toContain('2 schemes, 1 incentive plan, 3 tables, 1 row of targets, 3 of pay items.')
  })

  test('targets that do not add up are told by diff as by check, whether the company is there or not', async () => {
    const targets = 'employee,measure,period,target\nE2,sales,2026-Q1,20000\nE2,sales,2026-01,1000\nE2,sales,2026-02,1000\nE2,sales,2026-03,1000\n'
    const dir = await folder({ ...RULES, 'targets.csv': targets })
    const nothing = await scratchStore()
    try {
      for (const [where, command] of [
        [env, 'check'],
        [env, 'diff'],
        [envOf(nothing), 'diff'],
      ] as const) {
        const { code, err } = await heng(where, command, dir)
        expect([code, /targets.csv:2 [\s\S]*3,?000/.test(err)], command).toEqual([0, true])
      }
    } finally {
      await nothing.drop()
    }
  })
})
