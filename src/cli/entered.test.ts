import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { workbookOf } from '../server/datasets/xlsx/testing.ts'
import { type Files, planFolder } from '../server/plan/testing-folder.ts'
import { type ScratchStore, scratchStore } from '../store/testing.ts'
import { type Env, heng } from './testing-run.ts'

/** The goal: a percentage that is entered or rated may be written as people write it, and nothing else takes the sign; what was entered is explained by its own rows. */
let scratch: ScratchStore
let env: Env
const removals: (() => Promise<void>)[] = []

const MEASURES = `- { measure: margin, name: { zh: 毛利率, en: Margin }, kind: entered, unit: percent, over: last }
- { measure: growth, kind: entered, unit: "%", over: last }
- { measure: praise, kind: rating, unit: percent, sources: { manager: { weight: 100 } } }
`

beforeAll(async () => {
  scratch = await scratchStore()
  env = { HENG_HOME: join(tmpdir(), `heng-percents-${process.pid}`), DATABASE_URL: scratch.url, LANG: 'en_US.UTF-8', NO_COLOR: '1' }
})
afterAll(async () => {
  await scratch.drop()
  for (const remove of removals) await remove()
  await rm(env['HENG_HOME'] ?? '', { recursive: true, force: true })
})

async function folder(change: Files): Promise<string> {
  const made = await planFolder({ 'measures/percents.yaml': MEASURES, ...change })
  removals.push(made.remove)
  return made.dir
}

async function valueOf(measure: string, employee: string): Promise<string | null | undefined> {
  const { out } = await heng(env, 'run', '--period', '2026-03', '--json')
  const { employees } = JSON.parse(out) as { employees: { id: string; measures: Record<string, string | null> }[] }
  return employees.find((e) => e.id === employee)?.measures[measure]
}

describe('a percentage in entered.csv and ratings.csv', () => {
  test.each(['27', '27%', '27 %', '２７％', '27.0%'])('“%s” is 27 %%', async (written) => {
    const entered = `measure,employee,date,value\n毛利率,E2,2026-03,${written}\ngrowth,E3,2026-03,${written}\n`
    const ratings = `measure,employee,rater,source,date,score\npraise,E2,E1,manager,2026-03-31,${written}\n`
    expect(await heng(env, 'apply', await folder({ 'entered.csv': entered, 'ratings.csv': ratings }))).toMatchObject({ code: 0 })
    expect([await valueOf('margin', 'E2'), await valueOf('growth', 'E3'), await valueOf('praise', 'E2')]).toEqual(['27', '27', '27'])
  })

  test('may stand beside values of other measures, which do not take the sign', async () => {
    const good = 'measure,employee,date,value\nmargin,E2,2026-03,31%\ntarget,E2,2026-03,31\nmargin,E3,2026-03,31%\n'
    expect(await heng(env, 'apply', await folder({ 'entered.csv': good }))).toMatchObject({ code: 0 })
    expect([await valueOf('margin', 'E2'), await valueOf('target', 'E2'), await valueOf('margin', 'E3')]).toEqual(['31', '31', '31'])
    const { code, err } = await heng(env, 'apply', await folder({ 'entered.csv': good.replace('03,31\n', '03,31%\n') }))
    expect([code, err]).toEqual([1, expect.stringMatching(/entered.csv:3[\s\S]*“31%” has a percent sign, but the measure of the row is not in percent[\s\S]*unit: percent/)])
    expect(await valueOf('target', 'E2')).toBe('31')
  })

  test('of which nobody knows the measure is refused for its measure', async () => {
    const { err } = await heng(env, 'apply', await folder({ 'entered.csv': 'measure,employee,date,value\nmagrin,E2,2026-03,31%\n' }))
    expect(err).toMatch(/entered.csv:2[\s\S]*magrin/)
  })

  test('is read as it is shown in a sheet', async () => {
    const book = workbookOf({
      entered: [
        ['measure', 'employee', 'date', 'value'],
        ['margin', 'E2', '2026-03-31', { p: '0.425' }],
      ],
    })
    const dir = await folder({ 'book.xlsx': book })
    expect(await heng(env, 'import', 'entered', join(dir, 'book.xlsx'))).toMatchObject({ code: 0 })
    expect(await valueOf('margin', 'E2')).toBe('42.5')
  })
})

describe('the explanation of an entered measure', () => {
  const entered = 'measure,employee,date,value\nmargin,E2,2026-03,31\ngrowth,E2,2026-03,5\ngrowth,E3,2026-03,7\n'

  test('lists its own rows and nothing of those of other measures', async () => {
    expect(await heng(env, 'apply', await folder({ 'entered.csv': entered }))).toMatchObject({ code: 0 })
    await heng(env, 'run', '--period', '2026-03')
    const { out } = await heng(env, 'explain', '李雷', 'margin', '--period', '2026-03')
    expect(out).toMatch(/margin \/ E2|31/)
    expect(out).not.toMatch(/condition|Not counted/)
  })

  test.each([
    ['en', 'No Margin has been entered for 韩梅梅 (E3) in 2026-01.'],
    ['zh', '2026-01 还没有给 韩梅梅 (E3) 录入“毛利率”。'],
  ])('says in %s what was not entered, and where it belongs', async (lang, say) => {
    await heng(env, 'run', '--period', '2026-01')
    const { out } = await heng(env, 'explain', '韩梅梅', 'margin', '--period', '2026-01', '--lang', lang)
    expect(out.replace(/\s+/g, ' ')).toContain(say)
    expect(out).toMatch(/entered\.csv/)
    expect(out).not.toMatch(/filter|condition|筛选/)
  })
})
