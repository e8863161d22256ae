import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '../../base/sql.ts'
import { asking } from '../records/testing-asking.ts'
import { type Company, openCompany, whoWith } from '../runs/testing-company.ts'

let c: Company
let send: ReturnType<typeof asking>['send']
beforeAll(async () => {
  c = await openCompany([whoWith('ann', 'QS011', 'sales'), whoWith('root', null, 'admin')], { work: false })
  send = asking(c).send
})
afterAll(() => c?.drop())

interface Rate {
  readonly currency: string
  readonly day: string
  readonly rate: string
}

async function allRates(): Promise<Rate[]> {
  const rates: Rate[] = []
  for (let after: string | null = ''; after !== null; ) {
    const { body } = await c.get('ann', `/rates?limit=3${after === '' ? '' : `&after=${after}`}`)
    rates.push(...body.items)
    after = body.next
  }
  return rates
}

const stateOf = () => c.scratch.store.read((read) => read.first<{ change: string }>(sql`select change::text as change from app.org_state where part = 'rate'`))

describe('exchange rates', () => {
  test('are listed by page, the latest first, each once', async () => {
    const rates = await allRates()
    expect(rates.length).toBeGreaterThan(3)
    expect((await c.get('ann', '/rates')).body.total).toBe(rates.length)
    expect(new Set(rates.map((r) => `${r.currency} ${r.day}`)).size).toBe(rates.length)
    expect(rates.map((r) => r.day)).toEqual(
      rates
        .map((r) => r.day)
        .sort()
        .reverse(),
    )
    const odd = Buffer.from(JSON.stringify(['soon', 'USD'])).toString('base64url')
    expect((await c.get('ann', `/rates?after=${odd}`)).body.code).toBe('http.bad-page')
  })

  test('are set, replaced against what was seen, and taken away, and every change is seen by runs and by the audit trail', async () => {
    const set = (more: object) => send('POST', 'root', '/rates', { currency: 'EUR', day: '2026-05-01', seen: null, to: '7.80', ...more })
    const before = await stateOf()
    expect((await set({ currency: ' ｅur ' })).body).toEqual({ rate: '7.8' })
    expect(await stateOf()).not.toEqual(before)
    expect((await set({ to: '9' })).body).toMatchObject({ status: 412, code: 'org.rate-changed-meanwhile', params: { rate: '7.8' } })
    expect((await set({ seen: '7.8', to: '7.81' })).body).toEqual({ rate: '7.81' })
    expect((await allRates()).find((r) => r.currency === 'EUR')).toEqual({ currency: 'EUR', day: '2026-05-01', rate: '7.81' })
    expect((await set({ seen: '7.81', to: '' })).body).toEqual({ rate: null })
    expect((await allRates()).some((r) => r.currency === 'EUR')).toBe(false)
    const audit = await c.scratch.store.read((read) => read.query<{ object: string }>(sql`select object from app.audit where command = 'rate.change' order by seq`))
    expect(audit.map((a) => a.object)).toEqual(Array.from({ length: 3 }, () => 'rate/EUR/2026-05-01'))
  })

  test('that are none are refused with what is wrong, and nothing changes', async () => {
    const before = await stateOf()
    const refused = async (more: object) => (await send('POST', 'root', '/rates', { currency: 'EUR', day: '2026-05-01', seen: null, to: '7.8', ...more })).body.code
    expect(await refused({ currency: 'euro' })).toBe('org.currency-invalid')
    expect(await refused({ to: '1e5' })).toBe('org.rate-invalid')
    expect(await refused({ to: '7,8' })).toBe('org.rate-invalid')
    expect(await refused({ to: '0' })).toBe('org.rate-not-positive')
    expect((await send('POST', 'root', '/rates', { currency: 'EUR', day: '2026-02-30', seen: null, to: '7.8' })).status).toBe(422)
    expect((await send('POST', 'ann', '/rates', { currency: 'EUR', day: '2026-05-01', seen: null, to: '7.8' })).status).toBe(403)
    expect(await stateOf()).toEqual(before)
  })
})
