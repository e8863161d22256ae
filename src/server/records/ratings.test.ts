import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Company, openCompany, whoWith } from '../runs/testing-company.ts'
import { asking } from './testing-asking.ts'

/** Ratings are records, but apart from business records: requirements.md R9. */
const PEOPLE = [whoWith('chen', 'QS011', 'sales'), whoWith('lin', 'QS001', 'executive'), whoWith('fu', 'QS004', 'hr'), whoWith('root', null, 'admin')]

let c: Company
let ask: ReturnType<typeof asking>
beforeAll(async () => {
  c = await openCompany(PEOPLE)
  ask = asking(c)
})
afterAll(() => c?.drop())

const orders = `/datasets/${encodeURIComponent('订单')}`
const datasets = async (who: string): Promise<string[]> => (await c.get(who, '/datasets')).body.items.map((d: { dataset: string }) => d.dataset)
const rating = 'measure,employee,rater,source,date,score\n协作评分,QS011,QS002,上级,2026-09-15,4\n'

describe('ratings', () => {
  test('are not there for an administrator, who keeps all other records', async () => {
    expect(await datasets('root')).not.toContain('ratings')
    expect((await c.get('root', orders)).body.others.map((d: { dataset: string }) => d.dataset)).not.toContain('ratings')
    for (const url of ['/datasets/ratings', '/datasets/ratings/records', '/datasets/ratings/records/1'])
      expect((await c.get('root', url)).body, url).toMatchObject({ code: 'http.forbidden', params: { permission: 'rating.read' } })
  })

  test('are not written by an administrator, by hand or by file', async () => {
    const forbidden = { code: 'http.forbidden', params: { permission: 'rating.write' } }
    const add = { fields: { measure: '协作评分', employee: 'QS011', rater: 'x', source: '上级', date: '2026-09-15', score: '5' }, reason: 'r' }
    expect((await c.post('root', '/datasets/ratings/records', add)).body).toMatchObject(forbidden)
    expect((await ask.send('PATCH', 'root', '/datasets/ratings/records/1', { fields: { score: '5' }, reason: 'r', change: '1' })).body).toMatchObject(forbidden)
    expect((await c.post('root', '/datasets/ratings/records/1/delete', { reason: 'r', change: '1' })).body).toMatchObject(forbidden)
    expect((await ask.upload('root', 'ratings', { name: 'r.csv', content: rating })).body).toMatchObject(forbidden)
  })

  test('are kept by HR, who sees and changes no business record', async () => {
    expect(await datasets('fu')).toEqual(['ratings'])
    const before = (await c.get('fu', '/datasets/ratings/records?limit=200')).body
    expect(before.items.length).toBeGreaterThan(50)
    const { report } = await ask.load('fu', 'ratings', { name: 'ratings-2026-09.csv', content: rating })
    expect(report).toMatchObject({ outcome: 'imported', rows: { inserted: 1 } })
    for (const url of [orders, `${orders}/records`]) expect((await c.get('fu', url)).body).toMatchObject({ code: 'http.forbidden', params: { permission: 'data.read' } })
    expect((await ask.upload('fu', '订单', { name: 'o.csv', content: 'x' })).body).toMatchObject({ code: 'http.forbidden', params: { permission: 'data.write' } })
  })

  test('and their files: each sees the imports of what they may write, and takes back no other', async () => {
    const imports = async (who: string) => (await c.get(who, '/imports?limit=200')).body.items as { import: number; dataset: string }[] // As the schema says.
    const [hr, admin] = [await imports('fu'), await imports('root')]
    expect(new Set(hr.map((i) => i.dataset))).toEqual(new Set(['ratings']))
    expect(admin.length).toBeGreaterThan(3)
    expect(admin.map((i) => i.dataset)).not.toContain('ratings')
    expect((await c.get('root', `/imports/${hr[0]?.import}/undo`)).body.code).toBe('http.forbidden')
    expect((await c.post('root', `/imports/${hr[0]?.import}/undo`, { reason: 'r' })).body.code).toBe('http.forbidden')
    expect((await c.post('fu', `/imports/${admin[0]?.import}/undo`, { reason: 'r' })).body.code).toBe('http.forbidden')
  })

  test('of oneself are for oneself', async () => {
    const { items } = (await c.get('chen', '/datasets/ratings/records?limit=200')).body
    expect(new Set(items.map((r: { fields: { employee: string } }) => r.fields.employee))).toEqual(new Set(['QS011']))
    expect((await c.get('lin', '/datasets/ratings/records?limit=200')).body.items.length).toBeGreaterThan(items.length)
  })

  test('behind a figure are shown to HR and not to an administrator; with business records it is the other way round', async () => {
    await c.job('root', '/runs', { period: '2026-Q3' })
    const seen = async (who: string, measure: string) => {
      const { trace } = (await c.get(who, `/explanations/QS011?period=2026-Q3&subject=${encodeURIComponent(`measure:${measure}`)}`)).body
      const sources = trace.parts.kind === 'formula' ? trace.parts.values.map((v: { trace: unknown }) => v.trace) : [trace]
      const count = (what: 'records' | 'hidden') => sources.reduce((sum: number, t: { parts: Record<string, number> }) => sum + (t.parts[what] ?? 0), 0)
      return { records: count('records') > 0, hidden: count('hidden') > 0 }
    }
    const [open, closed] = [
      { records: true, hidden: false },
      { records: false, hidden: true },
    ]
    expect([await seen('fu', '协作评分'), await seen('root', '协作评分')]).toEqual([open, closed])
    expect([await seen('fu', '销售额'), await seen('root', '销售额')]).toEqual([closed, open])
  })
})
