import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../base/sql.ts'
import { type Company, openCompany, whoWith } from '../runs/testing-company.ts'

let c: Company
beforeAll(async () => {
  c = await openCompany([whoWith('comp', null, 'comp-admin'), whoWith('root', null, 'admin'), whoWith('lin', 'QS001', 'executive')])
})
afterAll(() => c?.drop())

async function bodyOf(kind: string, id: string): Promise<Record<string, unknown>> {
  const row = await c.scratch.store.read((read) =>
    read.first<{ body: Record<string, unknown> }>(sql`select body from app.document where kind = ${kind} and id = ${id} order by version desc limit 1`),
  )
  return row?.body ?? {}
}

/** The hunters' scheme, everybody of whom gets one grade. */
async function draft(): Promise<object> {
  return { ...(await bodyOf('scheme', '新客开拓')), grades: [{ grade: 'A', coefficient: '1' }] }
}

test('a draft is tried out on past periods and nothing of it stays', async () => {
  const before = await c.scratch.store.read((read) => read.query(sql`select count(*) from app.document`))
  const job = await c.job('comp', '/backtests', { periods: ['2026-Q2'], documents: [{ kind: 'scheme', body: await draft() }] })
  expect(job).toMatchObject({ kind: 'backtest', state: 'done', error: null })
  const [period] = job.result.periods
  const hunters = period.roles.find((r: { role: string }) => r.role === 'hunter')
  expect(hunters.regraded.length).toBeGreaterThan(2)
  expect(hunters.regraded.every((r: { to: string }) => r.to === 'A')).toBe(true)
  expect([period.period, period.people.some((p: { after: { pay: string | null } }) => p.after.pay !== null)]).toEqual(['2026-Q2', true])
  expect(await c.scratch.store.read((read) => read.query(sql`select count(*) from app.document`))).toEqual(before)
})

test('who sees nobody’s pay is told about scores alone', async () => {
  const job = await c.job('root', '/backtests', { periods: ['2026-Q2'], documents: [{ kind: 'scheme', body: await draft() }] })
  const [period] = job.result.periods
  expect([job.result.cost, period.cost, period.roles.every((r: { cost: unknown }) => r.cost === null)]).toEqual([null, null, true])
  expect(period.people.every((p: { before: { pay: unknown }; after: { pay: unknown } }) => p.before.pay === null && p.after.pay === null)).toBe(true)
  expect(period.roles.find((r: { role: string }) => r.role === 'hunter').regraded.length).toBeGreaterThan(2)
})

test('a draft that is wrong is refused with every mistake and its place; so are unknown periods and people without the right', async () => {
  const wrong = { ...(await bodyOf('scheme', '新客开拓')), lines: [{ line: 'x', measure: 'nothing', weight: 90, score: { rule: 'linear' } }], weights: {}, newcomers: undefined }
  const { status, body } = await c.post('comp', '/backtests', {
    periods: ['2026-Q2'],
    documents: [
      { kind: 'scheme', body: wrong },
      { kind: 'measure', body: { measure: 7 } },
    ],
  })
  expect([status, body.code]).toEqual([422, 'draft.wrong'])
  expect(body.errors.map((e: { place: { file: string } }) => e.place.file)).toEqual(expect.arrayContaining(['scheme/新客开拓', 'measure/#2']))
  expect((await c.post('comp', '/backtests', { periods: ['2026-Q7'] })).body.code).toBe('calendar.no-such-period')
  expect((await c.post('comp', '/backtests', { periods: [] })).status).toBe(422)
  expect((await c.post('lin', '/backtests', { periods: ['2026-Q2'] })).status).toBe(403)
})

test('back-tests are kept and read again, in the language of the reader, by who asked for them alone', async () => {
  const later = { ...(await bodyOf('scheme', '新客开拓@2026-07-01')), grades: [{ grade: 'A', coefficient: '1' }] }
  const { id } = await c.job('comp', '/backtests', { periods: ['2026-Q2'], documents: [{ kind: 'scheme', body: later }] })
  const { body } = await c.get('comp', `/backtests/${id}`)
  expect(body).toMatchObject({ state: 'done', periods: ['2026-Q2'], schemes: ['新客开拓'] })
  expect(body.result.changes).toMatchObject([{ kind: 'scheme', id: '新客开拓@2026-07-01', name: expect.stringMatching(/^[A-Z]/), change: 'changed', version: 1, inPlay: [] }])
  const [{ differences }] = body.result.changes
  expect(differences).toContainEqual({ path: 'grades.S.from', place: 'grade “S” · score from', before: '115', after: null, beforeText: '115', afterText: null })
  expect(body.result.findings[0]).toMatchObject({ code: 'backtest.not-yet', detail: expect.stringMatching(/“[^”@]+” of the draft begins on 2026-07-01/) })
  expect(body.result.periods[0].people.length).toBeGreaterThan(40)
  const list = await c.get('comp', `/backtests?scheme=${encodeURIComponent('新客开拓')}&limit=1`)
  expect([list.body.items[0].job, list.body.items[0].cost.difference, list.body.next]).toEqual([id, '0', expect.any(String)])
  expect((await c.get('comp', '/backtests?scheme=none')).body.items).toEqual([])
  expect((await c.get('root', `/backtests/${id}`)).status).toBe(404)
  expect((await c.get('root', '/backtests')).body.items.map((r: { job: string }) => r.job)).not.toContain(id)
  expect((await c.get('lin', `/backtests/${id}`)).status).toBe(403)
})
