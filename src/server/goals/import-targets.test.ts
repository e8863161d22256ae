import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Diagnostic, describe as say } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import type { Tx } from '../../store/types.ts'
import { datasetTexts } from '../datasets/texts.ts'
import { importPeople } from '../org/import-people.ts'
import { people, tried } from '../org/testing.ts'
import { orgTexts } from '../org/texts.ts'
import { importTargets } from './import-targets.ts'
import { exportTargets } from './queries.ts'
import { MEASURES, MONTHS, targetRows } from './testing.ts'
import { goalsTexts } from './texts.ts'

let scratch: ScratchStore
beforeAll(async () => {
  scratch = await scratchStore()
  await scratch.store.tx((tx) => importPeople(tx, people('id,name,alias', 'E1,李雷,小李', 'E2,韩梅梅,', 'E3,李雷,')))
})
afterAll(() => scratch.drop())

const WORLD = { measures: MEASURES, calendar: MONTHS, currency: 'CNY' }
const load = (tx: Tx, ...lines: string[]) => importTargets(tx, targetRows(...lines), WORLD)
const stored = async (tx: Tx) =>
  (
    await tx.query<{ t: string }>(
      sql`select concat_ws(' ', employee_id, measure, period, kind, from_date, until_date, target, stretch, challenge, source) as t from app.target order by 1`,
    )
  ).map((r) => r.t)

/** `code@line` of each; no sentence may have a gap in either language. */
function told(diagnostics: readonly Diagnostic[]): string[] {
  for (const d of diagnostics) {
    for (const lang of ['zh', 'en'] as const) {
      const { say: sentence, cure } = say(d, lang, { ...goalsTexts, ...orgTexts, ...datasetTexts })
      expect(`${sentence} ${cure}`).not.toMatch(/\{\w+\}|undefined/)
      expect(cure, d.code).not.toBe('')
    }
  }
  return diagnostics.map((d) => `${d.code}@${d.place.line}`)
}

describe('what a row of targets may not say', () => {
  test.each([
    ['nobody', ',sales,2026-03,100', 'goals.cell-missing@2'],
    ['somebody unknown', '李蕾,sales,2026-03,100', 'org.person-unknown-near@2'],
    ['a name of two people', '李雷,sales,2026-03,100', 'org.person-ambiguous@2'],
    ['no measure', 'E1,,2026-03,100', 'goals.cell-missing@2'],
    ['a measure that is not there', 'E1,salse,2026-03,100', 'goals.measure-unknown@2'],
    ['a helper of the checker', 'E1,cost_secret,2026-03,100', 'goals.measure-unknown@2'],
    ['no period', 'E1,sales,,100', 'goals.cell-missing@2'],
    ['a month that does not exist', 'E1,sales,2026-13,100', 'goals.period-unknown@2'],
    ['words for a period', 'E1,sales,next month,100', 'goals.period-unknown@2'],
    ['a day that was a month', 'E1,sales,2026/3/1,100', 'goals.period-day@2'],
    ['words for a number', 'E1,sales,2026-03,much', 'value.not-a-number@2'],
    ['another currency', 'E1,sales,2026-03,$100', 'value.other-currency@2'],
    ['a percent of money', 'E1,sales,2026-03,30%', 'goals.not-percent@2'],
    ['a bad stretch beside a good target', 'E1,sales,2026-03,100,x', 'value.not-a-number@2'],
    ['no target at all', 'E1,sales,2026-03,,,', 'goals.target-empty@2'],
  ])('%s', async (_, line, expected) => {
    await tried(scratch.store, async (tx) => {
      const { diagnostics, changes } = await load(tx, line, 'E2,sales,2026-03,50')
      expect(told(diagnostics)).toEqual([expected])
      expect(changes).toBe(expected.startsWith('goals.target-empty') ? 1 : 0)
    })
  })

  test('every bad row and cell is told at once, with the nearest name', async () => {
    await tried(scratch.store, async (tx) => {
      const { diagnostics } = await load(tx, 'nobody here,salse,2026-99,x', 'E1,sales,2026-03,100', 'E1,sales,2026年3月,200')
      expect(told(diagnostics)).toEqual(['org.person-unknown@2', 'goals.measure-unknown@2', 'goals.period-unknown@2', 'value.not-a-number@2', 'goals.target-twice@4'])
      expect(say(diagnostics[1] as Diagnostic, 'en', goalsTexts).cure).toContain('sales') // The second of the five above.
      expect(diagnostics[4]?.params).toMatchObject({ other: '/somewhere/targets.csv:3' })
    })
  })
})

describe('what a row of targets may say', () => {
  test('people by alias, measures by name, periods and amounts as people write them, percents with and without their sign', async () => {
    await tried(scratch.store, async (tx) => {
      const { diagnostics, given, changes } = await load(
        tx,
        '小李,销售额,2026年第一季度,120万,¥1300000',
        '韩梅梅,win rate,2026/3,30',
        'E3,赢单率,2026H1,30%,35.50%',
        'E2,sales,2026W05,7',
      )
      expect([told(diagnostics), given, changes]).toEqual([[], 4, 4])
      expect(await stored(tx)).toEqual([
        'E1 sales 2026-Q1 quarter 2026-01-01 2026-04-01 1200000 1300000 targets.csv',
        'E2 sales 2026-W05 week 2026-01-26 2026-02-02 7 targets.csv',
        'E2 win_rate 2026-03 month 2026-03-01 2026-04-01 30 targets.csv',
        'E3 win_rate 2026-H1 half 2026-01-01 2026-07-01 30 35.5 targets.csv',
      ])
    })
  })

  test('the file is the whole truth: what changed is changed, whose row is gone is removed, the same again changes nothing', async () => {
    await tried(scratch.store, async (tx) => {
      await load(tx, 'E1,sales,2026-03,100', 'E2,sales,2026-03,50', 'E2,win_rate,2026-03,30%')
      expect(await load(tx, 'E2,win_rate,2026-03,30', 'E2,sales,2026-03,50.00', 'E1,sales,2026-03,100')).toMatchObject({ changes: 0, removed: 0 })
      expect(await load(tx, 'E1,sales,2026-03,110,120', 'E2,win_rate,2026-03,30')).toMatchObject({ changes: 2, removed: 1 })
      expect((await stored(tx)).map((s) => s.split(' ').slice(0, 2).join(' '))).toEqual(['E1 sales', 'E2 win_rate'])
      const again = (await exportTargets(tx, new Map(MEASURES.map((m) => [m.measure, m])))).map((r) => Object.values(r).join(','))
      expect(again).toEqual(['E1,sales,2026-03,110,120,', 'E2,win_rate,2026-03,30%,,'])
      expect(await load(tx, ...again)).toMatchObject({ changes: 0, removed: 0, given: 2 })
      expect(await load(tx)).toMatchObject({ changes: 2, removed: 2 })
    })
  })
})

describe('what looks wrong is told, and taken', () => {
  test('months that do not add up to their quarter or year, with the sums; where a month is missing, or for percentages, nothing is said', async () => {
    await tried(scratch.store, async (tx) => {
      const { diagnostics, changes } = await load(
        tx,
        'E1,sales,2026-Q1,300,330',
        'E1,sales,2026-01,100,110',
        'E1,sales,2026-02,100,110',
        'E1,sales,2026-03,99.99,110',
        'E2,sales,2026-Q1,300',
        'E2,sales,2026-01,1',
        'E3,win_rate,2026-H1,30%',
        'E3,win_rate,2026-Q1,30%',
        'E3,win_rate,2026-Q2,30%',
      )
      expect([told(diagnostics), changes]).toEqual([['goals.sum-month@2'], 9])
      expect(diagnostics[0]?.params).toMatchObject({ value: '300', sum: '299.99', gap: '0.01', count: 3 })
    })
  })

  test('a year against its quarters when it has them, and the quarters against their months', async () => {
    await tried(scratch.store, async (tx) => {
      const quarters = [1, 2, 3, 4].map((q) => `E1,sales,2026-Q${q},30`)
      const { diagnostics } = await load(tx, 'E1,sales,2026,121', ...quarters, 'E1,sales,2026-04,10', 'E1,sales,2026-05,10', 'E1,sales,2026-06,11')
      expect(told(diagnostics)).toEqual(['goals.sum-quarter@2', 'goals.sum-month@4'])
    })
  })

  test('a stretch that is easier than the target, whichever way is better, and percents that look like fractions', async () => {
    await tried(scratch.store, async (tx) => {
      const { diagnostics } = await load(
        tx,
        'E1,sales,2026-03,100,90',
        'E1,cost,2026-03,100,90,80',
        'E2,cost,2026-03,100,110',
        'E1,win_rate,2026-03,0.3',
        'E2,win_rate,2026-03,0.3%',
      )
      expect(told(diagnostics)).toEqual(['goals.percent-small@5', 'goals.levels-order@2', 'goals.levels-order@4'])
    })
  })
})
