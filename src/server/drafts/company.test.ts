import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Company, openCompany, whoWith } from '../runs/testing-company.ts'
import { yearOf } from './company-effect.ts'
import { ask } from './testing-asking.ts'

let c: Company
let body: Record<string, unknown>
beforeAll(async () => {
  c = await openCompany([whoWith('comp', null, 'comp-admin'), whoWith('ann', 'QS011', 'sales')], { work: false })
  body = (await ask(c, 'comp', 'GET', '/documents/company/qingshan')).body.body
})
afterAll(() => c?.drop())

const effect = (more: object, who = 'comp') => ask(c, who, 'POST', '/drafts/company/effect', { body: { ...body, ...more } })

describe('the effect of a drafted company', () => {
  test('of one that says what is in force is nothing but the open periods', async () => {
    const { status, body: said } = await effect({ name: 'Another name' })
    expect([status, said.moved, said.currency, said.timestamps]).toEqual([200, [], null, null])
    expect(said.open.length).toBeGreaterThan(0)
    expect(said.year.map((p: { kind: string }) => p.kind)).toEqual(['year', 'quarter', 'quarter', 'quarter', 'quarter'])
  })

  test('names the periods that another calendar cuts otherwise, with what is kept of them', async () => {
    const months = (await effect({ calendar: { kind: 'months', yearStartMonth: 4 } })).body
    expect(months.moved).toMatchObject([{ id: '2025-Q4', before: { from: '2025-10-01' }, after: { from: '2026-01-01', last: '2026-03-31' }, targets: 0, factors: 1 }])
    expect(months.year[0].from.slice(5)).toBe('04-01')
    const { body: said } = await effect({ calendar: { kind: 'weeks', years: { 2026: '2025-12-29' } } })
    const of = (id: string) => said.moved.find((m: { id: string }) => m.id === id)
    expect(of('2026-01')).toMatchObject({ before: { from: '2026-01-01', last: '2026-01-31' }, after: { from: '2025-12-29', last: '2026-01-25' }, targets: expect.any(Number) })
    expect(of('2026-01').targets).toBeGreaterThan(100)
    expect(of('2025-07')).toMatchObject({ after: null, computed: false })
    const { body: short } = await effect({ calendar: { kind: 'weeks', years: { 2020: '2019-12-30' } } })
    expect(short.year).toEqual([])
  })

  test('says how much another currency and another time zone mean', async () => {
    const { body: said } = await effect({ currency: 'USD', timezone: 'Europe/Berlin' })
    expect(said.currency).toMatchObject({ from: 'CNY', to: 'USD' })
    expect(said.currency.targets).toBeGreaterThan(0)
    expect(said.currency.rates).toBeGreaterThan(0)
    expect(said.timestamps).toEqual(expect.any(Number))
  })

  test('of what cannot be read is none, and is asked for by who may write rules alone', async () => {
    for (const more of [
      { calendar: { kind: 'moon' } },
      { calendar: { kind: 'weeks', years: {} } },
      { currency: 'dollars' },
      { calendar: { kind: 'weeks', years: { 2026: '2026-01-01' } } },
    ])
      expect((await effect(more)).body).toBeNull()
    expect((await effect({}, 'ann')).status).toBe(403)
    expect((await ask(c, 'comp', 'POST', '/drafts/company/effect', { body: [] })).status).toBe(422)
  })
})

describe('the document of the company', () => {
  test('is drafted and published as others are, keeps its id, and is told in words', async () => {
    const check = async (more: object) => (await ask(c, 'comp', 'POST', '/drafts/check', { documents: [{ kind: 'company', id: 'qingshan', body: { ...body, ...more } }] })).body
    expect((await check({ timezone: 'Mars/Olympus' })).findings).toMatchObject([{ code: 'company.timezone', place: { path: ['timezone'] } }])
    expect((await check({ company: 'other' })).findings.map((f: { code: string }) => f.code)).toContain('draft.id-fixed')
    // A unit that measures count in is missed by them, not by the company.
    expect((await check({ units: {} })).findings.some((f: { document: { kind: string } }) => f.document.kind === 'measure')).toBe(true)
    await ask(c, 'comp', 'PUT', '/drafts/company/qingshan', { body: { ...body, name: { zh: '青山', en: 'Qingshan' }, currencyDecimals: 1 }, revision: null })
    const done = await ask(c, 'comp', 'POST', '/drafts/company/qingshan/publish', { note: 'Shorter.', revision: 1 })
    expect(done.body).toMatchObject({ kind: 'company', version: 2, same: false })
    const [newest] = (await ask(c, 'ann', 'GET', '/documents/company/qingshan/versions')).body.items
    expect(newest.differences.map((d: { place: string; afterText: string }) => [d.place, d.afterText])).toEqual([
      ['name of the company · Chinese', '青山'],
      ['name of the company · English', 'Qingshan'],
      ['decimals of amounts', '1'],
    ])
    expect((await ask(c, 'ann', 'GET', '/documents/company/qingshan')).body.body).toMatchObject({ name: { zh: '青山' }, currencyDecimals: 1 })
  })
})

test('a year by a calendar of weeks is cut into its quarters; one that does not reach a day has none', () => {
  const weeks = { kind: 'weeks', pattern: [4, 4, 5], years: { 2026: '2025-12-29' }, weekStart: 'monday' } as const
  expect(yearOf(weeks, '2026-11-23').map((p) => [p.id, p.from])).toEqual([
    ['2026', '2025-12-29'],
    ['2026-Q1', '2025-12-29'],
    ['2026-Q2', '2026-03-30'],
    ['2026-Q3', '2026-06-29'],
    ['2026-Q4', '2026-09-28'],
  ])
  expect(yearOf(weeks, '2024-01-01')).toEqual([])
})
