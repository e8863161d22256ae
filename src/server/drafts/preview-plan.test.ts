import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, openCompany, whoWith } from '../runs/testing-company.ts'
import { ask } from './testing-asking.ts'

let c: Company
beforeAll(async () => {
  c = await openCompany([whoWith('comp', null, 'comp-admin'), whoWith('ann', 'QS011', 'sales')], { work: false })
})
afterAll(() => c?.drop())

const bodyOf = async (): Promise<Record<string, unknown>> => (await ask(c, 'comp', 'GET', '/documents/incentive/新客开拓')).body.body

test('a drafted plan is told as a published one is, and nothing is kept', async () => {
  const before = (await ask(c, 'comp', 'GET', '/incentives/新客开拓')).body
  const same = await ask(c, 'comp', 'POST', '/drafts/preview/incentive', { body: await bodyOf() })
  expect(same.body).toEqual({ components: before.components, tables: before.tables })
  const components = [{ component: 'x', amount: '阶梯(own, 销售额)', cap: '5000' }]
  const tables = { own: { kind: 'tiers', mode: 'marginal', of: 'money', tiers: [{ to: 10000, rate: '2%' }, { rate: '3%' }] } }
  const drafted = await ask(c, 'comp', 'POST', '/drafts/preview/incentive', { body: { ...(await bodyOf()), tables, components } })
  expect(drafted.body.components).toMatchObject([{ component: 'x', cap: '5000', tables: ['own'], traits: expect.arrayContaining(['marginal', 'cap', 'accelerates']) }])
  expect(drafted.body.tables).toMatchObject([{ table: 'own', own: true }])
  expect((await ask(c, 'comp', 'GET', '/incentives/新客开拓')).body).toEqual(before)
})

test('one that is wrong has nothing to show, and who may not write rules is not asked', async () => {
  for (const body of [{ incentive: 7 }, { ...(await bodyOf()), components: [{ component: 'x', amount: '没有的(' }] }])
    expect((await ask(c, 'comp', 'POST', '/drafts/preview/incentive', { body })).body).toBeNull()
  expect((await ask(c, 'ann', 'POST', '/drafts/preview/incentive', { body: {} })).status).toBe(403)
})
