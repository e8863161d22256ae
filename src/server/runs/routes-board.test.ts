import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as } from '../http/testing.ts'
import { escaped } from '../http/workbook.ts'
import { runOf } from '../plan/examples-testing.ts'
import { type Company, openCompany, whoWith } from './testing-company.ts'

const PEOPLE = [whoWith('zhou', 'QS013', 'sales'), whoWith('shen', 'QS002', 'sales', 'manager'), whoWith('lin', 'QS001', 'executive'), whoWith('root', null, 'admin')]

let c: Company
beforeAll(async () => {
  c = await openCompany(PEOPLE, { work: false })
  await runOf(c.scratch.store, '2026-Q3')
})
afterAll(() => c?.drop())

describe('the choices of the scoreboard', () => {
  test('are those of the people one sees', async () => {
    const all = (await c.get('lin', '/scoreboard/choices?period=2026-Q3')).body
    expect(all.roles.map((r: { id: string }) => r.id)).toEqual(expect.arrayContaining(['hunter', 'farmer']))
    expect(all.units.length).toBeGreaterThan(3)
    const own = (await c.get('zhou', '/scoreboard/choices?period=2026-Q3')).body
    expect(own.roles).toEqual([{ id: 'hunter', name: '客户拓展' }])
    expect(own.schemes).toEqual([{ id: '新客开拓@2026-07-01', name: expect.stringMatching(/./) }])
    expect(own.grades).toEqual(['B'])
  })
})

describe('the workbook of the scoreboard', () => {
  async function rows(who: string, query = ''): Promise<unknown[][]> {
    const answer = await c.app.inject({
      url: `/api/scoreboard/workbook?period=2026-Q3${query}`,
      headers: as(who, { 'accept-language': 'en' }),
    })
    expect(answer.statusCode).toBe(200)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(answer.rawPayload as never) // ExcelJS asks for the Buffer of an older Node.
    const found: unknown[][] = []
    book.worksheets[0]?.eachRow((row) => void found.push((row.values as unknown[]).slice(1))) // Its rows begin at 1.
    return found
  }

  test('has everybody of the board in its order, numbers as numbers', async () => {
    const [head, ...people] = await rows('lin')
    const board = (await c.get('lin', '/scoreboard?period=2026-Q3&limit=200')).body.items
    expect(head).toContain('Pay')
    expect(people.map((p) => p[0])).toEqual(board.map((p: { id: string }) => p.id))
    expect(people[0]?.[5]).toBe(Number(board[0].score))
  })

  test('is filtered as the board is, and has no pay for who may not see any', async () => {
    expect((await rows('lin', '&role=hunter')).length - 1).toBe((await c.get('lin', '/scoreboard?period=2026-Q3&role=hunter&limit=200')).body.total)
    expect((await rows('root'))[0]).not.toContain('Pay')
    expect((await rows('zhou')).length).toBe(2)
  })

  test.each([['=1+1'], ['+1'], ['-1'], ['@x'], ['\tx'], ['\rx']])('never holds a formula: %j', (text) => expect(escaped(text)).toBe(`'${text}`))
})

describe('standings', () => {
  test('are of those one sees, the worst first, with what each line costs', async () => {
    const { body } = await c.get('shen', '/standings?period=2026-Q3&limit=200')
    const order = ['off', 'caution', 'none', 'on']
    const states = body.items.map((s: { state: string }) => order.indexOf(s.state))
    expect(states).toEqual([...states].sort())
    expect(body.elapsed).toBe('1')
    expect(body.total).toBe(body.counts.on + body.counts.caution + body.counts.off + body.counts.none)
    const own = (await c.get('zhou', '/standings?period=2026-Q3')).body
    expect(own.items.map((s: { id: string }) => s.id)).toEqual(['QS013'])
    expect(own.items[0].lines.find((l: { line: string }) => l.line === '新客户')).toMatchObject({ state: 'off', lost: '8.57', due: '1' })
    expect((await c.get('zhou', '/standings?period=2026-Q3&employee=QS011')).body.items).toEqual([])
  })

  test('of a period that was not computed lack nothing yet', async () => {
    const { body } = await c.get('lin', '/standings?period=2025-Q1')
    expect(body.run).toBeNull()
    expect(body.items.length).toBeGreaterThan(0)
    expect(body.items.every((s: { lacking: unknown; state: string }) => s.lacking === null && s.state === 'none')).toBe(true)
  })

  test('come page by page, each person once', async () => {
    const ids: string[] = []
    for (let next: string | null = ''; next !== null; ) {
      const { body }: { body: { items: { id: string }[]; next: string | null } } = await c.get('lin', `/standings?period=2026-Q3&limit=10${next === '' ? '' : `&after=${next}`}`)
      ids.push(...body.items.map((s) => s.id))
      next = body.next
    }
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBe((await c.get('lin', '/standings?period=2026-Q3')).body.total)
  })
})

describe('the overview', () => {
  test('adds up to the scoreboard, and tells nobody’s pay to who may not see it', async () => {
    const { body } = await c.get('lin', '/overview?period=2026-Q3')
    const { summary } = (await c.get('lin', '/scoreboard?period=2026-Q3')).body
    const sum = (of: 'people' | 'scored') => body.units.reduce((all: number, unit: Record<string, number>) => all + (unit[of] ?? 0), 0)
    expect([sum('people'), sum('scored')]).toEqual([summary.people, summary.scored])
    const pay = body.units.reduce((all: number, unit: { pay: string | null }) => all + Math.round(Number(unit.pay ?? 0) * 100), 0)
    expect(pay).toBe(Math.round(Number(summary.pay) * 100))
    expect(body.measure).toMatchObject({ id: '销售额' })
    const root = (await c.get('root', '/overview?period=2026-Q3')).body
    expect(root.units.every((unit: { pay: unknown }) => unit.pay === null)).toBe(true)
  })
})
