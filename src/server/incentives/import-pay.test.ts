import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Diagnostic, describe as say } from '../../base/diagnostic.ts'
import type { Program } from '../../engine/ir.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import type { Tx } from '../../store/types.ts'
import { datasetTexts } from '../datasets/texts.ts'
import { importPeople } from '../org/import-people.ts'
import { people, rows, tried } from '../org/testing.ts'
import { orgTexts } from '../org/texts.ts'
import { importPay } from './import-pay.ts'
import { exportPay } from './queries.ts'
import type { PayField } from './rows.ts'
import { incentivesTexts } from './texts.ts'

let scratch: ScratchStore
beforeAll(async () => {
  scratch = await scratchStore()
  await scratch.store.tx((tx) => importPeople(tx, people('id,name,alias', 'E1,李雷,小李', 'E2,韩梅梅,', 'E3,李雷,')))
})
afterAll(() => scratch.drop())

/** A company with one plan that reads 基本工资. */
const PROGRAM: Program = {
  measures: {},
  datasets: {},
  schemes: {},
  company: { company: 'c', timezone: 'Asia/Shanghai', currency: 'CNY', currencyScale: 2 },
  incentives: {
    monthly: {
      incentive: 'monthly',
      name: 'monthly',
      roles: null,
      every: 'month',
      from: null,
      until: null,
      startDay: 'counted',
      components: [{ component: 'base', name: 'base', now: { amount: { node: 'pay', item: '基本工资' }, conditions: [], floor: null, cap: null }, before: null, round: 2 }],
    },
  },
}

const load = (tx: Tx, ...lines: string[]) => importPay(tx, rows<PayField>('/somewhere/pay.csv', 'employee,item,amount,from', ...lines), PROGRAM)

function told(diagnostics: readonly Diagnostic[]): string[] {
  for (const d of diagnostics)
    for (const lang of ['zh', 'en'] as const) expect(Object.values(say(d, lang, { ...incentivesTexts, ...orgTexts, ...datasetTexts })).join(' ')).not.toMatch(/\{\w+\}|undefined/)
  return diagnostics.map((d) => `${d.code}@${d.place.line ?? ''}`)
}

describe('what a row of pay items may not say', () => {
  test.each([
    ['nobody', ',基本工资,100', 'incentives.cell-missing@2'],
    ['a name of two people', '李雷,基本工资,100', 'org.person-ambiguous@2'],
    ['somebody unknown', 'E9,基本工资,100', 'org.person-unknown-near@2'],
    ['no item', 'E1,,100', 'incentives.cell-missing@2'],
    ['an item nobody can read', 'E1,基\u202e本,100', 'org.text-control@2'],
    ['no amount', 'E1,基本工资,', 'incentives.cell-missing@2'],
    ['what stands for nothing', 'E1,基本工资,n/a', 'incentives.cell-missing@2'],
    ['words', 'E1,基本工资,much', 'value.not-a-number@2'],
    ['a percent', 'E1,基本工资,5%', 'incentives.not-percent@2'],
    ['another currency', 'E1,基本工资,USD 5', 'value.other-currency@2'],
    ['no such day', 'E1,基本工资,5,2026-02-30', 'org.date-invalid@2'],
  ])('%s', async (_, line, expected) => {
    await tried(scratch.store, async (tx) => {
      const { diagnostics, changes } = await load(tx, line, 'E2,基本工资,50')
      expect([told(diagnostics), changes]).toEqual([[expected], 0])
    })
  })

  test('an item of one day is given once', async () => {
    await tried(scratch.store, async (tx) => {
      const { diagnostics } = await load(tx, 'E1,基本工资,100', '小李,基本工资,100', 'E1,基本工资,110,2026-01-01', 'E1,基本工资,120,2026/1/1')
      expect(told(diagnostics)).toEqual(['incentives.pay-twice@3', 'incentives.pay-twice-from@5'])
    })
  })
})

describe('what is taken', () => {
  test('the file is the whole truth, in whatever order and spelling of amounts', async () => {
    await tried(scratch.store, async (tx) => {
      expect(await load(tx, 'E1,基本工资,100', 'E1,基本工资,¥8500.50,2026年7月1日', 'E2,基本工资,0.8万')).toMatchObject({
        changes: 3,
        given: 3,
        diagnostics: [],
      })
      const again = (await exportPay(tx)).map((r) => Object.values(r).join(','))
      expect(again).toEqual(['E1,基本工资,100,', 'E1,基本工资,8500.5,2026-07-01', 'E2,基本工资,8000,'])
      expect(await load(tx, ...again.reverse())).toMatchObject({ changes: 0, removed: 0 })
      expect(await load(tx, 'E1,基本工资,101')).toMatchObject({ changes: 3, removed: 2 })
      expect(await exportPay(tx)).toMatchObject([{ employee: 'E1', amount: '101' }])
    })
  })

  test('an item that differs from what plans read by a slip, and one that nobody has, are told', async () => {
    await tried(scratch.store, async (tx) => {
      const { diagnostics, changes } = await load(tx, 'E1,基本工姿,100', 'E1,饭补,300')
      expect([told(diagnostics), changes]).toEqual([['incentives.item-unread@2', 'incentives.item-missing@'], 2])
    })
  })
})
