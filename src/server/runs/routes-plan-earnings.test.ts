import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dec } from '../../base/decimal.ts'
import { sql } from '../../base/sql.ts'
import { as } from '../http/testing.ts'
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

describe('the file of what everybody was paid', () => {
  const fileOf = async (who: string, query: string) => c.app.inject({ url: `/api/earnings/file?period=2026-Q3${query}`, headers: as(who, { 'accept-language': 'en' }) })
  const csvOf = async (who: string, query = '') => {
    const lines = (await fileOf(who, `&format=csv${query}`)).body.trim().split('\r\n')
    return lines.map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((cell) => cell.replace(/^"|"$/g, '')))
  }

  test('has every amount that the page adds up, exactly, with its currency, formula and what it rests on', async () => {
    const [head, ...rows] = await csvOf('lin')
    expect(head).toEqual(['Id', 'Name', 'Unit', 'Plan', 'Component', 'Amount', 'Currency', 'Formula', 'Basis', 'Revenue'])
    const { items } = (await c.get('lin', '/earnings?period=2026-Q3')).body
    expect(sum(rows.map((row) => row[5] || null))).toBe(sum(items.map((i: { total: string }) => i.total)))
    expect(rows).toHaveLength(items.reduce((people: number, i: { people: number }) => people + i.people, 0))
    expect(new Set(rows.map((row) => row[6]))).toEqual(new Set(['CNY']))
    expect(rows.find((row) => row[0] === 'QS013' && row[8]?.includes(' = '))?.[7]).toMatch(/./)
  })

  test('is of one component where one is named, and of those whose pay one sees', async () => {
    const own = await csvOf('zhou')
    expect(new Set(own.slice(1).map((row) => row[0]))).toEqual(new Set(['QS013']))
    const one = await csvOf('lin', `&incentive=${encodeURIComponent('新客开拓')}&component=${encodeURIComponent('提成')}`)
    const people = (await c.get('lin', `/earnings/people?period=2026-Q3&limit=200&incentive=${encodeURIComponent('新客开拓')}&component=${encodeURIComponent('提成')}`)).body.items
    expect(
      one
        .slice(1)
        .map((row) => [row[0], row[5]])
        .toSorted(),
    ).toEqual(people.map((p: { id: string; total: string | null }) => [p.id, p.total ?? '']).toSorted())
    expect((await fileOf('root', '')).statusCode).toBe(403)
    expect((await fileOf('lin', '&format=pdf')).statusCode).toBe(422)
  })

  test('is a sheet with numbers as numbers, empty where nothing was computed, and never a formula', async () => {
    await c.scratch.store.tx((tx) => tx.run(sql`update app.employee set name = '=HYPERLINK("x")' where employee_id = 'QS013'`))
    const answer = await fileOf('zhou', '')
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-store'])
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(answer.rawPayload as never) // ExcelJS asks for the Buffer of an older Node.
    const row = ((book.worksheets[0]?.getRow(2).values ?? []) as unknown[]).slice(1) // Its cells begin at 1.
    expect([row[1], typeof row[5]]).toEqual(['\'=HYPERLINK("x")', 'number'])
    expect((await csvOf('zhou'))[1]?.[1]).toMatch(/^'=HYPERLINK/)
    const none = await c.app.inject({ url: '/api/earnings/file?period=2025-Q1&format=csv', headers: as('lin', {}) })
    expect(none.body.trim().split('\r\n')).toHaveLength(1)
  })
})
