import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as } from '../http/testing.ts'
import { type Company, openCompany, whoWith } from '../runs/testing-company.ts'

const PEOPLE = [
  whoWith('chen', 'QS011', 'sales'),
  whoWith('shen', 'QS002', 'manager'),
  whoWith('comp', null, 'comp-admin'),
  whoWith('also', null, 'comp-admin'),
  whoWith('root', null, 'admin'),
]

let c: Company
beforeAll(async () => {
  c = await openCompany(PEOPLE, { work: false })
})
afterAll(() => c?.drop())

type Item = { employee: string; item: string; from: string | null; until: string | null; amount: string; state: string; writable: boolean }
const items = async (who: string): Promise<Item[]> => (await c.get(who, '/pay-items')).body.items
const of = async (employee: string, item: string) => (await items('comp')).filter((p) => p.employee === employee && p.item === item)
const edit = (employee: string, from: string, seen: string | null, to: string, item = '基本工资') => ({ employee, item, from, seen, to })
const save = (who: string, edits: object[], reason = '调薪') => c.post(who, '/pay-items', { edits, reason })

describe('pay items', () => {
  test('are seen by those who see pay, with the days they hold', async () => {
    const all = await items('comp')
    expect(all.every((p) => p.writable)).toBe(true)
    expect(new Set((await items('chen')).map((p) => p.employee))).toEqual(new Set(['QS011']))
    expect((await items('chen')).some((p) => p.writable)).toBe(false)
    expect(new Set((await items('shen')).map((p) => p.employee)).size).toBeGreaterThan(1)
    expect((await c.get('root', '/pay-items')).status).toBe(403)
    const [now, before] = await of('QS001', '基本工资')
    expect([now, before]).toMatchObject([
      { from: '2026-01-01', until: null, amount: '22880', state: 'current' },
      { from: null, until: '2026-01-01', amount: '22000', state: 'past' },
    ])
    expect((await c.get('comp', '/pay-items')).body.names).toContainEqual({ item: '基本工资', read: true })
  })

  test('are set and taken away in one command, with who, why and what was before', async () => {
    expect((await save('comp', [edit('QS001', '2027-01-01', null, '2.5万'), edit('QS001', '', null, '1,000', '交通补贴')])).body).toEqual({ changed: 2 })
    expect((await of('QS001', '基本工资'))[0]).toMatchObject({ from: '2027-01-01', amount: '25000', state: 'future' })
    expect((await save('comp', [edit('QS001', '2027-01-01', '25000', '')], '取消')).body).toEqual({ changed: 1 })
    expect((await of('QS001', '基本工资'))[0]?.from).toBe('2026-01-01')
    const { body } = await c.get('comp', '/pay-items/QS001/history')
    expect(body.items[0]).toMatchObject({ by: 'comp', item: '基本工资', from: '2027-01-01', before: '25000', after: null, reason: '取消' })
    expect((await c.get('chen', '/pay-items/QS012/history')).status).toBe(404)
  })

  test('are not overwritten, and not taken where they are wrong', async () => {
    await save('also', [edit('QS012', '2026-12-01', null, '9000')])
    const late = await save('comp', [edit('QS012', '2026-12-01', null, '9500')])
    expect([late.status, late.body.errors[0]]).toMatchObject([412, { code: 'incentives.pay-changed-by', params: { name: 'also', now: '9000' } }])
    const bad = await save('comp', [edit('QS012', 'soon', null, '1'), edit('QS012', '2026-11-01', null, '5%'), edit('QS012', '2026-11-01', null, '5', ' ')])
    expect([bad.status, bad.body.errors.map((e: { code: string; place: { path: unknown[] } }) => [e.code, e.place.path.at(-1)])]).toEqual([
      422,
      [
        ['incentives.edit-day', 'from'],
        ['incentives.edit-amount', 'to'],
        ['incentives.edit-item', 'item'],
      ],
    ])
    expect((await save('comp', [edit('nobody', '', null, '1')])).body.code).toBe('access.not-visible')
    for (const who of ['chen', 'shen', 'root']) expect((await save(who, [edit('QS011', '', null, '1')])).status).toBe(403)
  })

  test('come from a file whose differences are seen first', async () => {
    const mark = '----heng-test'
    const head = `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="pay.csv"\r\ncontent-type: text/csv\r\n\r\n`
    const payload = Buffer.concat([
      Buffer.from(head),
      Buffer.from('工号,薪酬项目,金额,生效日期\nQS001,基本工资,22000,\nQS001,基本工资,24000,2027-01-01\nQS001,基本工资,x,2027-02-01\n'),
      Buffer.from(`\r\n--${mark}--\r\n`),
    ])
    const answer = await c.app.inject({ method: 'POST', url: '/api/pay-items/preview', headers: as('comp', { 'content-type': `multipart/form-data; boundary=${mark}` }), payload })
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({ same: 1, edits: [{ employee: 'QS001', item: '基本工资', from: '2027-01-01', seen: null, to: '24000', writable: true }] })
    expect(answer.json().problems.map((p: { place: { line: number } }) => p.place.line)).toEqual([4])
  })
})
