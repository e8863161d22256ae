import { readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import stringWidth from 'string-width'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { planFolder } from '../server/plan/testing-folder.ts'
import { RULES } from '../server/plan/testing-rules.ts'
import { type ScratchStore, scratchStore } from '../store/testing.ts'
import { type Env, heng, hengAt } from './testing-run.ts'

let scratch: ScratchStore
let env: Env
let draft: string
let remove: () => Promise<void>

beforeAll(async () => {
  scratch = await scratchStore()
  const home = join(tmpdir(), `heng-backtest-${process.pid}`)
  env = { HENG_HOME: home, DATABASE_URL: scratch.url, LANG: 'en_US.UTF-8', NO_COLOR: '1' }
  const made = await planFolder(RULES)
  remove = made.remove
  expect(await heng(env, 'apply', made.dir)).toMatchObject({ code: 0 })
  draft = join(made.dir, 'draft')
  expect(await heng(env, 'export', draft)).toMatchObject({ code: 0 })
  await edit('schemes/hunter.yaml', ['weight: 60', 'weight: 90'], ['weight: 30', 'weight: 5'], ['weight: 10\n', 'weight: 5\n'])
})
afterAll(async () => {
  await scratch.drop()
  await remove()
  await rm(env['HENG_HOME'] ?? '', { recursive: true, force: true })
})

async function edit(file: string, ...pieces: readonly (readonly [string, string])[]): Promise<void> {
  let text = await readFile(join(draft, file), 'utf8')
  for (const [piece, by] of pieces) {
    if (!text.includes(piece)) throw new Error(`${file} has no ${piece}`)
    text = text.replace(piece, by)
  }
  await writeFile(join(draft, file), text)
}

describe('heng backtest', () => {
  test('of an exported and edited folder tells scores, grades, who gains most and what it costs', async () => {
    const { code, out, err } = await heng(env, 'backtest', draft, '--periods', '2026-Q1')
    expect([code, err]).toEqual([0, ''])
    for (const text of [
      'nothing was stored',
      '2026-Q1 (2026-01-01 to 2026-03-31)',
      'hunter (people: 2)',
      '李雷 (E2)  B → A',
      'Earn more: 1, most of all 李雷 (E2): 3,979.48 → 6,679.48 (+2,700.00)',
      'Cost: ',
    ])
      expect(out).toContain(text)
    expect(out).toMatch(/In force +2 +37\.17 +51\.77 +66\.36 +80\.96 +95\.55\n +Draft +2 /)
    expect(out).not.toContain('clerk')
  })

  test('--json promises exact text to programs', async () => {
    const { out } = await heng(env, 'backtest', draft, '--periods', '2026-Q1,2026-Q2', '--json')
    const found = JSON.parse(out) as { periods: { period: string; roles: { role: string }[] }[] }
    expect(found.periods.map((p) => p.period)).toEqual(['2026-Q1', '2026-Q2'])
    expect(found).toMatchObject({ company: 'good', cost: { before: expect.stringMatching(/^\d/), difference: expect.stringMatching(/^-?\d/) } })
    expect(found.periods[0]?.roles.find((r) => r.role === 'hunter')).toMatchObject({
      people: 2,
      scores: { before: { lower: '51.765' } },
      regraded: [{ id: 'E2', from: 'B', to: 'A' }],
      winners: { people: 1, largest: { before: '3979.48', difference: '2700' } },
    })
    expect(Object.keys(found.periods[0] ?? {})).toEqual(['period', 'from', 'to', 'cost', 'leftOut', 'roles', 'people', 'diagnostics'])
  })

  test.each([80, 120].flatMap((columns) => ['zh', 'en'].map((lang) => ({ columns, lang }))))('fits $columns columns in $lang', async ({ columns, lang }) => {
    const { out } = await hengAt(columns, env, 'backtest', draft, '--periods', '2026-Q1,2026-Q2', '--lang', lang)
    // The name of a folder in a temporary directory is a single word that cannot be cut.
    expect(out.split('\n').filter((line) => stringWidth(line) > columns && !line.includes(draft))).toEqual([])
    expect(out).not.toMatch(/undefined|\[object|\{\w+\}/)
  })

  test('warns of a period without data, and says where there is nothing to compare', async () => {
    const { code, out, err } = await heng(env, 'backtest', draft, '--periods', '2031-Q1,2026-03', '--lang', 'zh')
    expect(code).toBe(0)
    expect(err).toContain('2031-Q1 没有任何数据')
    expect(err).toContain('2026-03 既没有现行的方案')
    expect(out).toContain('没有可比的')
  })

  test('where the change has no part in the period, says so instead of telling that nothing changes', async () => {
    const made = await planFolder({
      ...RULES,
      'incentives/monthly.yaml': 'incentive: monthly\nrole: hunter\nevery: month\ncomponents:\n- { component: one, amount: 1% * sales }\n',
    })
    const { code, out, err } = await heng(env, 'backtest', made.dir, '--periods', '2026-Q1')
    expect(code).toBe(0)
    expect(out).toContain('Nothing that the draft changes has a part in this period')
    expect(out).toContain('leaves out incentive plans of other periods: monthly')
    expect(out).not.toContain('No change at all')
    expect(err).toContain('--periods 2026-01,2026-02,2026-03')
    const same = await planFolder(RULES)
    expect((await heng(env, 'backtest', same.dir, '--periods', '2026-Q1', '--lang', 'zh')).out).toContain('草案里的方案和现行的一模一样')
    await made.remove()
    await same.remove()
  })

  test('a period that does not exist, or none, is a mistake in the command', async () => {
    expect(await heng(env, 'backtest', draft, '--periods', '2026-Q7')).toMatchObject({ code: 2, out: '' })
    expect(await heng(env, 'backtest', draft, '--periods', ',')).toMatchObject({ code: 2, out: '' })
    expect((await heng(env, 'backtest', draft)).err).toContain('--periods')
  })

  test('of another company than the folder is for is a mistake in the command', async () => {
    const { code, err } = await heng(env, 'backtest', draft, '--periods', '2026-Q1', '--company', 'another')
    expect([code, err]).toEqual([2, expect.stringContaining('another')])
  })

  test('a draft with errors is refused with all of them, and changes nothing', async () => {
    await edit('schemes/hunter.yaml', ['measure: gross_margin', 'measure: gros_margin'])
    const { code, out, err } = await heng(env, 'backtest', draft, '--periods', '2026-Q1')
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('gross_margin')
    expect(err).toMatch(/schemes\/hunter\.yaml:\d+/)
    const { out: json } = await heng(env, 'backtest', draft, '--periods', '2026-Q1', '--json')
    expect(JSON.parse(json)).toMatchObject({ ok: false, errors: 1 })
  })
})
