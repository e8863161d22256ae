import { afterAll, beforeAll, expect, test } from 'vitest'
import { dec } from '../../base/decimal.ts'
import { runOf } from '../plan/examples-testing.ts'
import { type Company, openCompany, whoWith } from './testing-company.ts'

const PEOPLE = [whoWith('zhou', 'QS013', 'sales'), whoWith('lin', 'QS001', 'executive'), whoWith('root', null, 'admin')]

let c: Company
beforeAll(async () => {
  c = await openCompany(PEOPLE, { work: false })
  await runOf(c.scratch.store, '2026-Q3')
})
afterAll(() => c?.drop())

const sum = (amounts: readonly (string | null)[]) => amounts.reduce((all, one) => all.plus(one ?? '0'), dec('0')).toString()

test('components add up to what everybody is paid, and to the people behind each', async () => {
  const { body } = await c.get('lin', '/earnings?period=2026-Q3')
  const { summary } = (await c.get('lin', '/scoreboard?period=2026-Q3')).body
  expect(sum(body.items.map((i: { total: string }) => i.total))).toBe(summary.pay)
  expect(body.measure).toMatchObject({ id: '销售额' })
  const hunters = body.items.filter((i: { incentive: string }) => i.incentive === '新客开拓')
  expect(hunters.map((i: { component: string }) => i.component)).toEqual(['提成', '新客户奖'])
  const people = (await c.get('lin', `/earnings/people?period=2026-Q3&limit=200&incentive=${encodeURIComponent('新客开拓')}&component=${encodeURIComponent('提成')}`)).body.items
  expect([people.length, sum(people.map((p: { total: string }) => p.total))]).toEqual([hunters[0].people, hunters[0].total])
})

test('are of those whose pay one sees, and nobody’s for who sees none', async () => {
  const own = (await c.get('zhou', '/earnings?period=2026-Q3')).body.items
  expect(own.every((i: { people: number }) => i.people === 1)).toBe(true)
  const people = (await c.get('zhou', `/earnings/people?period=2026-Q3&incentive=${encodeURIComponent('新客开拓')}`)).body
  expect(people.items.map((p: { id: string }) => p.id)).toEqual(['QS013'])
  expect((await c.get('root', '/earnings?period=2026-Q3')).status).toBe(403)
})

test('come page by page, each person once; a page that is none is refused', async () => {
  const url = `/earnings/people?period=2026-Q3&incentive=${encodeURIComponent('绩效工资')}`
  const ids: string[] = []
  for (let next: string | null = ''; next !== null; ) {
    const { body }: { body: { items: { id: string }[]; next: string | null } } = await c.get('lin', `${url}&limit=7${next === '' ? '' : `&after=${next}`}`)
    ids.push(...body.items.map((p) => p.id))
    next = body.next
  }
  const all = (await c.get('lin', `${url}&limit=200`)).body.items.map((p: { id: string }) => p.id)
  expect([new Set(ids).size, ids]).toEqual([all.length, all])
  const forged = Buffer.from(JSON.stringify(["x'; drop table app.user", 'a'])).toString('base64url')
  expect((await c.get('lin', `${url}&after=${forged}`)).status).toBeLessThan(500)
  expect((await c.get('lin', '/earnings?period=2025-Q1')).body).toMatchObject({ run: null, items: [] })
})
