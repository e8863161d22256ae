import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../base/sql.ts'
import { tableOf } from '../datasets/table.ts'
import { type Company, openCompany, whoWith } from '../runs/testing-company.ts'
import { ask } from './testing-asking.ts'

let c: Company
beforeAll(async () => {
  c = await openCompany([whoWith('ann', 'QS011', 'sales'), whoWith('comp', null, 'comp-admin'), whoWith('root', null, 'admin')], { work: false })
})
afterAll(() => c?.drop())

test('the library tells every measure in words, with its unit and where it is used', async () => {
  const { items } = (await ask(c, 'ann', 'GET', '/measures')).body
  const find = (id: string) => items.find((m: { measure: string }) => m.measure === id)
  expect(find('平均订单额')).toMatchObject({ kind: 'ratio', category: 'efficiency', unit: 'yuan/order', percent: false, better: 'more', dataset: null })
  expect(find('销售周期')).toMatchObject({ kind: 'aggregate', unit: 'days', better: 'less', dataset: '商机' })
  expect(items.every((m: { words: string }) => m.words !== '')).toBe(true)
  expect(items.some((m: { measure: string }) => m.measure.includes('#'))).toBe(false)
  expect(items.filter((m: { uses: { schemes: number } }) => m.uses.schemes > 0).length).toBeGreaterThan(5)
})

test('a measure says what it is made of and what uses it', async () => {
  const ratio = (await ask(c, 'ann', 'GET', '/measures/平均订单额')).body
  expect(ratio.reads.map((m: { measure: string }) => m.measure)).toEqual(['销售额', '订单数'])
  expect(ratio.body).toMatchObject({ numerator: '销售额', denominator: '订单数' })
  const count = (await ask(c, 'ann', 'GET', '/measures/订单数')).body
  expect(count.usedBy).toContainEqual({ kind: 'measure', id: '平均订单额', name: 'Average deal size' })
  expect((await ask(c, 'ann', 'GET', '/measures/none')).body.code).toBe('document.unknown')
})

test('the vocabulary holds what formulas may name', async () => {
  const { body } = await ask(c, 'ann', 'GET', '/vocabulary')
  const orders = body.datasets.find((d: { id: string }) => d.id === '订单')
  expect(orders.fields).toContainEqual({ id: '客户', name: 'Customer', type: 'reference', to: '客户', choices: [] })
  expect(body.units).toContainEqual({ id: '单', name: 'order' })
  expect(body.measures.length).toBeGreaterThan(90)
  expect(body.tables.length).toBeGreaterThan(0)
})

test('the sources of ratings are those that ratings and scores name; how many scores there are is told to who may read them', async () => {
  const { items } = (await ask(c, 'comp', 'GET', '/rating-sources')).body
  const find = (source: string) => items.find((s: { source: string }) => s.source === source)
  expect(find('上级')).toEqual({ source: '上级', ratings: expect.any(Number), measures: [{ id: '协作评分', name: 'Rating of cooperation' }] })
  expect(find('上级').ratings).toBeGreaterThan(10)
  await c.scratch.store.tx((tx) => tx.run(sql`update ${tableOf('ratings')} set source = '客户代表' where ctid = (select min(ctid) from ${tableOf('ratings')})`))
  const later = (await ask(c, 'comp', 'GET', '/rating-sources')).body.items
  expect(later.at(-1)).toEqual({ source: '客户代表', ratings: 1, measures: [] })
  const others = (await ask(c, 'root', 'GET', '/rating-sources')).body.items
  expect(others.map((s: { source: string; ratings: null }) => [s.source, s.ratings])).toEqual([
    ['上级', null],
    ['同事', null],
  ])
  expect((await ask(c, 'ann', 'GET', '/rating-sources')).status).toBe(403)
})

test('a drafted measure is told in words before it is published', async () => {
  const body = { measure: 'tried', kind: 'aggregate', dataset: '订单', aggregate: 'sum', value: '金额', filter: '来源 = "自拓"', unit: 'money' }
  const { words } = (await ask(c, 'comp', 'POST', '/drafts/check', { documents: [{ kind: 'measure', id: 'tried', body }] })).body
  expect(words).toEqual([{ kind: 'measure', id: 'tried', text: expect.stringContaining('sum of') }])
})
