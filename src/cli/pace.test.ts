import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requirePeriod } from '../base/calendar-check.ts'
import { dec } from '../base/decimal.ts'
import { elapsedOn, growsWithDays, paceOf } from '../engine/pace.ts'
import { loadProgram } from '../server/measures/queries.ts'
import { planFolder } from '../server/plan/testing-folder.ts'
import { GOLDEN_BASE, goldenPeople } from '../server/plan/testing-golden-tiers.ts'
import type { PaceRow } from '../server/runs/pace.ts'
import { type ScratchStore, scratchStore } from '../store/testing.ts'
import { type Env, heng } from './testing-run.ts'

/** The goal: on a day of a period everybody's lines are told on track, cautioned or off track, by the database as by the pure function. */

const FILES = {
  'people.csv': goldenPeople(4),
  'deals.csv': 'id,day,who,amount,product\nA,2026-06-10,E1,50,p\nB,2026-06-10,E2,46,p\nC,2026-06-10,E3,45,p\nD,2026-06-20,E4,33.34,p\n',
  'measures/more.yaml':
    '- { measure: complaints, kind: entered, unit: number, better: less }\n- { measure: margin, kind: entered, unit: percent, over: last }\n- { measure: mark, kind: entered, unit: number, over: average }\n',
  'entered.csv':
    'measure,employee,date,value,note\ncomplaints,E1,2026-06-01,5,\ncomplaints,E2,2026-06-01,5.4,\ncomplaints,E3,2026-06-01,5.5,\nmargin,E1,2026-06-01,30,\nmargin,E2,2026-06-01,29,\nmargin,E3,2026-06-01,27,\n',
  'targets.csv': `employee,measure,period,target\n${[1, 2, 3, 4].flatMap((i) => [`E${i},revenue,2026-06,100`, `E${i},complaints,2026-06,10`, `E${i},margin,2026-06,30`]).join('\n')}\nE1,mark,2026-06,0\n`,
  'schemes/reps.yaml':
    'scheme: reps\nrole: rep\nevery: month\nlines:\n  - { line: revenue, measure: revenue, weight: 40 }\n  - { line: complaints, measure: complaints, weight: 20, score: { rule: lower } }\n  - { line: margin, measure: margin, weight: 20 }\n  - { line: mark, measure: mark, weight: 20 }\n',
}

let scratch: ScratchStore
let env: Env
beforeAll(async () => {
  scratch = await scratchStore()
  env = { HENG_HOME: join(tmpdir(), `heng-pace-${process.pid}`), DATABASE_URL: scratch.url, LANG: 'en_US.UTF-8', NO_COLOR: '1' }
  const { dir, remove } = await planFolder(FILES, GOLDEN_BASE)
  expect(await heng(env, 'apply', dir)).toMatchObject({ code: 0 })
  await remove()
})
afterAll(async () => {
  await scratch.drop()
  await rm(env['HENG_HOME'] ?? '', { recursive: true, force: true })
})

async function lines(on: string): Promise<PaceRow[]> {
  const { code, out } = await heng(env, 'pace', '--period', '2026-06', '--on', on, '--json')
  expect(code).toBe(0)
  return (JSON.parse(out) as { lines: PaceRow[] }).lines // printed by the command
}
const states = (rows: readonly PaceRow[], line: string) => rows.filter((r) => r.line === line).map((r) => `${r.employee} ${r.actual} of ${r.expected}: ${r.state}`)

test('G56 half of the period gone: 50 on track, 46 cautioned, 45 off track; less is better turned round, shares asked for in full', async () => {
  const half = await lines('2026-06-15')
  expect(states(half, 'revenue')).toEqual(['E1 50 of 50: on-track', 'E2 46 of 50: cautioned', 'E3 45 of 50: off-track', 'E4 33.34 of 50: off-track'])
  expect(states(half, 'complaints')).toEqual(['E1 5 of 5: on-track', 'E2 5.4 of 5: cautioned', 'E3 5.5 of 5: off-track', 'E4 0 of 5: on-track'])
  expect(states(half, 'margin')).toEqual(['E1 30 of 30: on-track', 'E2 29 of 30: cautioned', 'E3 27 of 30: off-track', 'E4 null of 30: null'])
  expect(states(half, 'mark')).toEqual([])
})

test('the pure function says the same of every line on every day looked at', async () => {
  const { program, calendar } = await scratch.store.read(loadProgram)
  const period = requirePeriod(calendar, '2026-06')
  for (const day of ['2026-06-01', '2026-06-10', '2026-06-14', '2026-06-29', '2026-06-30', '2026-07-09']) {
    for (const r of await lines(day)) {
      const measure = program.measures[r.measure]
      if (measure === undefined) throw new Error(`no measure ${r.measure}`)
      const actual = r.actual === null ? null : dec(r.actual)
      expect(
        paceOf({ actual, target: dec(r.target), elapsed: elapsedOn(period, day), grows: growsWithDays(measure), better: measure.better }),
        `${r.employee} ${r.line} on ${day}`,
      ).toBe(r.state)
    }
  }
})

test.each([
  ['en', ['2026-06 on 2026-06-15: 15 of 30 days gone', '● on track 4', '▲ cautioned', '✗ off track', '– no actual']],
  ['zh', ['过了 15 / 30 天', '● 跟上 4', '▲ 落后', '✗ 掉队', '– 没有实际']],
] as const)('in %s marks and words tell the states apart', async (lang, texts) => {
  const { code, out } = await heng(env, 'pace', '--period', '2026-06', '--on', '2026-06-15', '--lang', lang)
  expect(code).toBe(0)
  for (const text of texts) expect(out).toContain(text)
})

test('a day before the period, or none at all, is refused with what to write', async () => {
  expect(await heng(env, 'pace', '--period', '2026-06', '--on', '2026-05-31')).toMatchObject({ code: 2, err: expect.stringContaining('begins on 2026-06-01') })
  expect(await heng(env, 'pace', '--period', '2026-06', '--on', 'soon')).toMatchObject({ code: 2, err: expect.stringContaining('2026-03-15') })
  expect((await heng(env, 'pace', '--period', '2025-06', '--on', '2025-06-10')).out).toContain('Nobody has a line with a target')
})
