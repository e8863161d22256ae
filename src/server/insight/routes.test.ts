import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dec } from '../../base/decimal.ts'
import { as } from '../http/testing.ts'
import { runOf } from '../plan/examples-testing.ts'
import { type Company, openCompany, whoWith } from '../runs/testing-company.ts'

const PEOPLE = [
  whoWith('zhou', 'QS013', 'sales'),
  whoWith('shen', 'QS002', 'sales', 'manager'),
  whoWith('fu', 'QS006', 'hr'),
  whoWith('lin', 'QS001', 'executive'),
  whoWith('root', null, 'admin'),
]

let c: Company
beforeAll(async () => {
  c = await openCompany(PEOPLE, { work: false })
  for (const period of ['2026-Q1', '2026-Q2', '2026-Q3']) await runOf(c.scratch.store, period)
})
afterAll(() => c?.drop())

const asked = async (who: string, url: string) => (await c.get(who, `/insight/${url}`)).body

interface Point {
  readonly period: string
  readonly average: string | null
  readonly pay: string | null
  readonly result: string | null
  readonly reached: string | null
  readonly target: string | null
  readonly attainment: string | null
}

describe('the trend', () => {
  test('has the computed periods, the oldest first, and comes to what the scoreboard and the overview say', async () => {
    const { points, measure } = await asked('lin', 'trend?period=2026-Q3')
    expect(points.map((p: Point) => p.period)).toEqual(['2026-Q1', '2026-Q2', '2026-Q3'])
    expect(measure).toEqual({ id: '销售额', name: 'Revenue' })
    const { summary } = (await c.get('lin', '/scoreboard?period=2026-Q3')).body
    const last: Point = points.at(-1)
    expect([last.average, last.pay]).toEqual([summary.average, summary.pay])
    const { units } = (await c.get('lin', '/overview?period=2026-Q3')).body
    const result = units.reduce((sum: ReturnType<typeof dec>, unit: { result: string | null }) => sum.plus(unit.result ?? 0), dec(0))
    expect(dec(last.result ?? '0').eq(result)).toBe(true)
    expect(
      dec(last.attainment ?? '0')
        .minus(dec(last.reached ?? '0').div(last.target ?? '1'))
        .abs()
        .lt('0.000001'),
    ).toBe(true)
  })

  test('is of those one sees, of a unit, or of one person; never tells pay that one may not see', async () => {
    const own = (await asked('zhou', 'trend?period=2026-Q3')).points.at(-1)
    const { score, ...mine } = (await c.get('zhou', '/scores/QS013?period=2026-Q3')).body
    expect([own.people, own.average]).toEqual([1, score])
    const line = mine.lines.find((l: { measure: string }) => l.measure === '销售额')
    expect([own.reached, own.target]).toEqual([line.actual, line.target])
    expect((await asked('zhou', 'trend?period=2026-Q3&employee=QS011')).points.at(-1)).toMatchObject({ people: 0, scored: 0, average: null, pay: null, result: null })
    const theirs = (await c.get('shen', '/scores/QS011?period=2026-Q3')).body
    expect((await asked('shen', 'trend?period=2026-Q3&employee=QS011')).points.at(-1)).toMatchObject({ people: 1, average: theirs.score })
    const root = await asked('root', 'trend?period=2026-Q3')
    expect([root.showsPay, root.points.every((p: Point) => p.pay === null)]).toEqual([false, true])
    const { unit } = (await c.get('lin', `/scoreboard?period=2026-Q3&q=QS013`)).body.items[0]
    const board = (await c.get('lin', `/scoreboard?period=2026-Q3&unit=${encodeURIComponent(unit)}`)).body.summary
    expect((await asked('lin', `trend?period=2026-Q3&unit=${encodeURIComponent(unit)}`)).points.at(-1)).toMatchObject({
      people: board.people,
      average: board.average,
      pay: board.pay,
    })
  })

  test('of a period that nothing was computed for is empty', async () => {
    expect((await asked('lin', 'trend?period=2024-Q1')).points).toEqual([])
    expect((await c.get('lin', '/insight/trend?period=never')).body.code).toBe('calendar.period-form')
  })
})

describe('the distribution', () => {
  test('counts everybody once, and each band leads to its people on the scoreboard', async () => {
    const found = await asked('lin', 'distribution?period=2026-Q3')
    const { summary } = (await c.get('lin', '/scoreboard?period=2026-Q3')).body
    expect(found.bands.reduce((sum: number, band: { people: number }) => sum + band.people, 0)).toBe(summary.scored)
    expect([found.scored, found.unscored]).toEqual([summary.scored, summary.people - summary.scored])
    for (const { from, until, people } of found.bands) {
      const bounds = `${from === null ? '' : `&from=${from}`}${until === null ? '' : `&below=${until}`}`
      const { total, items } = (await c.get('lin', `/scoreboard?period=2026-Q3${bounds}`)).body
      expect(items.filter((p: { score: string | null }) => p.score !== null).length === 0 ? 0 : total, bounds).toBe(people)
    }
    const scores: string[] = (await c.get('lin', '/scoreboard?period=2026-Q3&limit=200')).body.items.flatMap((p: { score: string | null }) => p.score ?? [])
    const sorted = scores.map((s) => dec(s)).sort((a, b) => a.cmp(b))
    const half = sorted.length / 2
    const middle = sorted.length % 2 === 1 ? sorted[Math.floor(half)] : sorted[half - 1]?.plus(sorted[half] ?? 0).div(2)
    expect(
      dec(found.median)
        .minus(middle ?? 0)
        .abs()
        .lte('0.0001'),
    ).toBe(true)
    expect((await c.get('lin', '/scoreboard?period=2026-Q3&from=x')).status).toBe(422)
  })

  test('of one person is that person', async () => {
    const found = await asked('zhou', 'distribution?period=2026-Q3')
    expect([found.scored, found.median]).toEqual([1, (await c.get('zhou', '/scores/QS013?period=2026-Q3')).body.score])
  })
})

describe('the outlook', () => {
  test('on a day in the middle knows no later record, and has a range that earlier quarters make', async () => {
    const found = await asked('lin', 'outlook?period=2026-Q3&day=2026-08-15')
    expect(found).toMatchObject({ day: '2026-08-15', days: 46, ofDays: 92, method: 'history', measure: { id: '销售额', money: true } })
    expect(found.curve.length).toBe(46)
    expect(found.curve.at(-1).amount).toBe(found.actual)
    expect(dec(found.low).lte(found.expected) && dec(found.expected).lte(found.high)).toBe(true)
    const whole = await asked('lin', 'outlook?period=2026-Q3')
    expect(dec(found.actual).lt(whole.actual)).toBe(true)
    const before = await asked('lin', 'outlook?period=2026-Q2')
    // The same people are looked at: those of this quarter, whom a few have left.
    expect(dec(found.earlier.at(-1).whole).lte(before.actual)).toBe(true)
    expect(found.earlier.map((e: { period: string }) => e.period)).toEqual(['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2'])
  })

  test('of a period that is over is its result, as the run has it', async () => {
    const found = await asked('lin', 'outlook?period=2026-Q3')
    const { points } = await asked('lin', 'trend?period=2026-Q3')
    expect([found.method, found.expected]).toEqual(['final', found.actual])
    expect(dec(found.actual).minus(points.at(-1).reached).abs().lt('0.5')).toBe(true)
    expect(found.people).toBeLessThan(points.at(-1).people)
    expect(found.target).toBe(points.at(-1).target)
  })

  test('is of other measures that add up, and of no other kind', async () => {
    const { measures } = await asked('lin', 'outlook?period=2026-Q3')
    const other = measures.find((m: { id: string }) => m.id !== '销售额')
    expect((await asked('lin', `outlook?period=2026-Q3&measure=${encodeURIComponent(other.id)}`)).measure.id).toBe(other.id)
    expect((await asked('lin', 'outlook?period=2026-Q3&measure=nothing')).measure).toBeNull()
    expect((await c.get('lin', '/insight/outlook?period=2026-Q3&day=2026-02-30')).status).toBe(422)
  })

  test('of somebody whom one does not see is nothing', async () => {
    const found = await asked('zhou', 'outlook?period=2026-Q3&employee=QS011&day=2026-08-15')
    expect([found.actual, found.target, found.method]).toEqual(['0', null, 'none'])
  })
})

describe('the funnel', () => {
  test('has the datasets with stages, each stage no larger than the one before', async () => {
    const { items } = await asked('lin', 'funnels?period=2026-Q1')
    expect(items.map((f: { dataset: string }) => f.dataset)).toEqual(['商机'])
    const counts = items[0].stages.map((s: { count: number }) => s.count)
    expect(counts).toEqual([...counts].sort((a, b) => b - a))
    const { total } = (await c.get('lin', `/datasets/${encodeURIComponent('商机')}/records?from=2026-01-01&until=2026-03-31`)).body
    expect(counts[0]).toBe(total)
    expect((await asked('zhou', 'funnels?period=2026-Q1')).items[0].stages[0].count).toBeLessThan(counts[0])
    expect((await c.get('fu', '/insight/funnels?period=2026-Q1')).status).toBe(403)
  })
})

describe('the deals of the last day', () => {
  test('are the largest of the day, of those whose records one sees', async () => {
    const found = await asked('lin', 'deals?period=2026-Q3')
    expect(found).toMatchObject({ day: '2026-09-30', measure: { id: '销售额', dataset: '订单', money: true } })
    const amounts = found.items.map((d: { amount: string }) => Number(d.amount))
    expect(amounts).toEqual([...amounts].sort((a, b) => b - a))
    const own = (await asked('zhou', 'deals?period=2026-Q3')).items
    expect(own.every((d: { employee: string }) => d.employee === 'QS013')).toBe(true)
    expect((await c.get('fu', '/insight/deals?period=2026-Q3')).status).toBe(403)
  })
})

describe('the workbook', () => {
  async function cells(who: string, query: string): Promise<unknown[][]> {
    const answer = await c.app.inject({ url: `/api/insight/workbook?period=2026-Q3&${query}`, headers: as(who, { 'accept-language': 'en' }) })
    expect(answer.statusCode).toBe(200)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(answer.rawPayload as never) // ExcelJS asks for the Buffer of an older Node.
    const found: unknown[][] = []
    book.worksheets[0]?.eachRow((row) => void found.push((row.values as unknown[]).slice(1))) // Its rows begin at 1.
    return found
  }

  test('has the figures of each chart, numbers as numbers, and no pay for who may not see it', async () => {
    expect((await cells('lin', 'sheet=trend'))[0]).toContain('Pay')
    expect((await cells('root', 'sheet=trend'))[0]).not.toContain('Pay')
    expect((await cells('lin', 'sheet=scores')).length).toBe(9)
    expect((await cells('lin', 'sheet=grades'))[1]?.[1]).toEqual(expect.any(Number))
    expect((await cells('lin', 'sheet=outlook&day=2026-08-15')).length).toBe(47)
    expect((await cells('lin', 'sheet=costs')).length).toBeGreaterThan(4)
    expect((await cells('lin', 'sheet=funnel')).length).toBeGreaterThan(4)
    expect((await c.app.inject({ url: '/api/insight/workbook?period=2026-Q3&sheet=funnel', headers: as('fu') })).statusCode).toBe(403)
  })
})
