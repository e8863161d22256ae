import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lastBody, publishDocument } from '../measures/documents.ts'
import { asking } from '../records/testing-asking.ts'
import { type Company, openCompany, whoWith } from './testing-company.ts'

const PEOPLE = [
  whoWith('chen', 'QS011', 'sales'),
  whoWith('zhou', 'QS013', 'sales'),
  whoWith('fu', 'QS006', 'hr'),
  whoWith('lin', 'QS001', 'executive'),
  whoWith('comp', null, 'comp-admin'),
  whoWith('root', null, 'admin'),
]

const PERIOD = '2026-Q1'

let c: Company
let runs: readonly [before: string, after: string]

/** An order of QS011 comes between two runs. */
beforeAll(async () => {
  c = await openCompany(PEOPLE)
  const before = (await c.job('comp', '/runs', { period: PERIOD })).result.run
  const fields = { 订单号: 'D-NEW', 日期: '2026-03-02', 客户: 'C0012', 业务员: 'QS011', 金额: '50000', 币种: 'CNY' }
  const { status, text } = await asking(c).send('POST', 'root', `/datasets/${encodeURIComponent('订单')}/records`, { fields, reason: 'signed late' })
  expect(status, text).toBe(201)
  const after = (await c.job('comp', '/runs', { period: PERIOD })).result.run
  runs = [before, after]
})
afterAll(() => c?.drop())

const compared = async (who: string, query = '') => (await c.get(who, `/runs/${runs[1]}/compare/${runs[0]}${query}`)).body

describe('what differs between two runs', () => {
  test('names the record that moved each figure, and the figures by their names', async () => {
    const all = await compared('lin')
    expect(all.records).toMatchObject([{ datasetName: 'Orders', key: 'D-NEW', what: 'new', id: expect.stringMatching(/^\d+$/), employees: ['QS011'] }])
    const chen = all.items.find((p: { id: string }) => p.id === 'QS011')
    const line = chen.lines.find((l: { what: string }) => l.what === '销售额')
    expect(line).toMatchObject({ name: 'Revenue', target: null })
    expect(chen.measures.find((m: { what: string }) => m.what === '销售额')).toMatchObject({ name: expect.stringMatching(/[a-z]/i), unit: { CNY: 1 }, percent: false })
    expect(chen.causes).toContainEqual({ kind: 'line', what: '销售额', records: [0] })
    expect(all.cost.before).not.toBe(all.cost.after)
  })

  test('tells the largest moves first, each person on one page', async () => {
    const size = (p: { pay: { before: string; after: string } | null }) => (p.pay === null ? 0 : Math.abs(Number(p.pay.after) - Number(p.pay.before)))
    const all = await compared('lin')
    const sizes = all.items.map(size)
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    const ids: string[] = []
    for (let next: string | null = ''; next !== null; ) {
      const part: { items: { id: string }[]; next: string | null } = await compared('lin', `?limit=2${next === '' ? '' : `&after=${next}`}`)
      ids.push(...part.items.map((p) => p.id))
      next = part.next
    }
    expect(ids).toEqual(all.items.map((p: { id: string }) => p.id))
  })

  test('shows each no more than they may see: neither records nor what stands behind them, nor pay', async () => {
    const chen = await compared('chen')
    expect([chen.items.map((p: { id: string }) => p.id), chen.records.length, chen.cost]).toEqual([['QS011'], 1, null])
    const hr = await compared('fu')
    expect(hr.records).toEqual([])
    expect(hr.items.length).toBeGreaterThan(1)
    expect(hr.items.every((p: { causes: unknown[] }) => p.causes.length === 0)).toBe(true)
    const root = await compared('root')
    expect(root.items.flatMap((p: { causes: { kind: string }[] }) => p.causes.map((cause) => cause.kind))).not.toContain('component')
    expect([root.cost, root.items.every((p: { pay: unknown }) => p.pay === null)]).toEqual([null, true])
    const zhou = await compared('zhou')
    expect(zhou.records).toEqual([])
  })

  test('a run knows the one before it, and whether it is the newest', async () => {
    expect((await c.get('lin', `/runs/${runs[1]}`)).body).toMatchObject({ previous: runs[0], newest: true })
    expect((await c.get('lin', `/runs/${runs[0]}`)).body).toMatchObject({ previous: null, newest: false })
  })

  test('tells what changed inside documents in words, with their versions', async () => {
    const scheme = { kind: 'scheme' as const, id: '老客维护' }
    await c.scratch.store.tx(async (tx) => {
      const body = JSON.parse(
        JSON.stringify(await lastBody(tx, scheme.kind, scheme.id))
          .replace('"weight":30', '"weight":25')
          .replace('"weight":20', '"weight":25'),
      )
      await publishDocument(tx, { ...scheme, body })
    })
    const later = (await c.job('comp', '/runs', { period: PERIOD })).result.run
    const { body } = await c.get('lin', `/runs/${later}/compare/${runs[1]}`)
    expect(body.documents).toMatchObject([{ document: 'scheme/老客维护', kind: 'scheme', id: '老客维护', name: 'Farmers', before: 1, after: 2 }])
    expect(body.documents[0].changes).toContainEqual({
      ...{ path: 'lines.回款.weight', place: 'line “Cash received” · weight' },
      ...{ before: '30', after: '25', beforeText: '30 %', afterText: '25 %' },
    })
    expect(body.documents[0].changes).toHaveLength(2)
  })
})
