import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '../../base/sql.ts'
import { type Company, openCompany, whoWith } from '../runs/testing-company.ts'
import { asking } from './testing-asking.ts'

const PEOPLE = [
  whoWith('chen', 'QS011', 'sales'),
  whoWith('shen', 'QS002', 'sales', 'manager'),
  whoWith('lin', 'QS001', 'executive'),
  whoWith('comp', null, 'comp-admin'),
  whoWith('root', null, 'admin'),
]

let c: Company
let ask: ReturnType<typeof asking>
beforeAll(async () => {
  c = await openCompany(PEOPLE)
  ask = asking(c)
})
afterAll(() => c?.drop())

const e = encodeURIComponent
const orders = `/datasets/${e('订单')}`
const records = (more: string, dataset = '订单') => `/datasets/${e(dataset)}/records?${more}`
const filters = (...all: object[]) => `filters=${e(JSON.stringify(all))}`

async function allPages(who: string, url: string): Promise<{ id: string; day: string; fields: Record<string, string> }[]> {
  const items = []
  for (let next: string | null = ''; next !== null; ) {
    const { body } = await c.get(who, `${url}${next === '' ? '' : `&after=${next}`}`)
    items.push(...body.items)
    next = body.next
  }
  return items
}

const count = async (statement: ReturnType<typeof sql>) => (await c.scratch.store.read((read) => read.first<{ n: number }>(statement)))?.n

describe('datasets', () => {
  test('are listed with their records, latest day and last file; only numbers of what one sees wholly', async () => {
    const { body } = await c.get('lin', '/datasets')
    const row = body.items.find((d: { dataset: string }) => d.dataset === '订单')
    expect(row).toMatchObject({ name: 'Orders', builtIn: false, hasOwner: true, hasDay: true, lastImport: { file: '订单.csv' } })
    expect(row.rows).toBe(await count(sql`select count(*)::int as n from data."订单"`))
    const mine = (await c.get('chen', '/datasets')).body.items.find((d: { dataset: string }) => d.dataset === '订单')
    expect(mine).toMatchObject({ rows: null, latestDay: null, lastImport: null })
  })

  test('tell their fields, who refers to them and which measures count them', async () => {
    const { body } = await c.get('chen', orders)
    expect(body).toMatchObject({ key: ['订单号'], owner: '业务员', date: '日期', splits: { dataset: '分成' } })
    expect(body.fields.find((f: { field: string }) => f.field === '金额')).toMatchObject({ type: 'money', currencyField: '币种', required: true, name: 'Amount' })
    expect(body.referredBy.map((r: { dataset: string }) => r.dataset)).toEqual(expect.arrayContaining(['分成', '订单行', '回款']))
    expect(body.measures.length).toBeGreaterThan(0)
    expect((await c.get('chen', '/datasets/nothing')).body.code).toBe('dataset.unknown')
  })
})

describe('records', () => {
  test('come page by page, each once, sorted by anything both ways, also where values are missing', async () => {
    const all = (await allPages('lin', records('limit=200'))).map((r) => r.id).sort()
    expect(all.length).toBe(await count(sql`select count(*)::int as n from data."订单"`))
    for (const more of ['limit=190', 'limit=190&order=asc', `limit=190&sort=${e('金额')}`, `limit=190&sort=${e('售前')}&order=asc`, `limit=190&sort=${e('售前')}`]) {
      const found = await allPages('lin', records(more))
      expect(found.map((r) => r.id).sort(), more).toEqual(all)
    }
    const amounts = (await allPages('lin', records(`limit=200&sort=${e('金额')}&order=asc`))).map((r) => Number(r.fields['金额']))
    expect(amounts).toEqual([...amounts].sort((a, b) => a - b))
  })

  test('a seller sees what is theirs or shared with them; a manager also that of reports; nobody else’s by number', async () => {
    const mine = await allPages('chen', records('limit=200'))
    const wanted = await count(
      sql`select count(*)::int as n from data."订单" as o where o."业务员" = 'QS011' or o."售前" = 'QS011' or exists (select 1 from data."分成" as s where s."订单号" = o."订单号" and s."员工" = 'QS011')`,
    )
    expect(mine.length).toBe(wanted)
    expect(mine.length).toBeGreaterThan(0)
    const team = await allPages('shen', records('limit=200'))
    expect(team.length).toBeGreaterThan(mine.length)
    expect(team.length).toBeLessThan((await allPages('lin', records('limit=200'))).length)
    const seen = new Set(mine.map((r) => r.id))
    const other = (await allPages('lin', records('limit=200'))).find((r) => !seen.has(r.id))
    expect((await c.get('chen', `${orders}/records/${other?.id}`)).body.code).toBe('record.unknown')
    expect((await c.get('chen', `${orders}/records/${mine[0]?.id}`)).status).toBe(200)
    expect((await c.get('chen', records(`owner=${e('QS012')}&limit=200`))).body.items.every((r: { id: string }) => seen.has(r.id))).toBe(true)
    // Customers belong to nobody and are referred to by orders.
    expect((await c.get('chen', records('limit=5', '客户'))).body.items.length).toBe(5)
  })

  test('are filtered by fields, days, owner and text; a wrong filter is refused with a cure', async () => {
    const big = await allPages('lin', records(`limit=200&${filters({ field: '金额', op: 'from', value: '100000' }, { field: '来源', op: 'is', value: '自拓' })}`))
    expect(big.length).toBeGreaterThan(0)
    expect(big.every((r) => Number(r.fields['金额']) >= 100_000 && r.fields['来源'] === '自拓')).toBe(true)
    const days = await allPages('lin', records('limit=200&from=2026-02-01&until=2026-02-28'))
    expect(days.every((r) => r.day.startsWith('2026-02'))).toBe(true)
    expect(days.length).toBe(await count(sql`select count(*)::int as n from data."订单" where "日期" between '2026-02-01' and '2026-02-28'`))
    const empty = await c.get('lin', records(`${filters({ field: '售前', op: 'empty' })}&limit=1`))
    expect(empty.body.total).toBe(await count(sql`select count(*)::int as n from data."订单" where "售前" is null`))
    const named = (await c.get('lin', records(`q=${e('陈晓')}&limit=3`))).body
    expect(named.items.length).toBe(3)
    expect(named.people['QS011']).toMatch('陈晓')
    for (const [asked, code] of [
      [filters({ field: '金额', op: 'from', value: "1' or true" }), 'records.filter-invalid'],
      [filters({ field: '日期', op: 'is', value: '2026-02-31' }), 'records.filter-invalid'],
      [filters({ field: '金额', op: 'contains', value: '1' }), 'records.filter-invalid'],
      [filters({ field: '_change', op: 'empty' }), 'records.field-unknown'],
      ['filters=nonsense', 'records.filters-invalid'],
      ['sort=_import', 'records.field-unknown'],
      ['from=2026-02-31', 'http.invalid'],
      ['after=nonsense', 'http.bad-page'],
      [`sort=${e('金额')}&after=${Buffer.from('["x","1"]').toString('base64url')}`, 'http.bad-page'],
      [`after=${Buffer.from('["2026-02-31","1"]').toString('base64url')}`, 'http.bad-page'],
    ] as const)
      expect((await c.get('lin', records(asked))).body.code, asked).toBe(code)
    expect((await c.get('lin', records('from=2026-01-01', '产品'))).body.code).toBe('records.no-day')
  })

  test('one shows its shares, its references both ways, the measures that count it, and the file and line it came from', async () => {
    const split = await c.scratch.store.read((read) =>
      read.first<{ id: string; order: string }>(
        sql`select o._id::text as id, o."订单号" as order from data."订单" as o join data."分成" as s on s."订单号" = o."订单号" where s."叠加" is false order by 1 limit 1`,
      ),
    )
    const { body } = await c.get('lin', `${orders}/records/${split?.id}`)
    expect(body).toMatchObject({ label: expect.stringContaining(split?.order ?? '?'), current: true, mayWrite: false })
    expect(body.credits.length).toBeGreaterThan(1)
    expect(body.versions).toMatchObject([{ kind: 'import', file: '订单.csv', line: expect.any(Number), ended: null, by: null }])
    expect(body.refersTo.find((r: { field: string }) => r.field === '客户')).toMatchObject({ dataset: '客户', record: expect.any(String) })
    expect(body.referredBy.find((r: { dataset: string }) => r.dataset === '分成').count).toBeGreaterThan(0)
    expect(body.measures.length).toBeGreaterThan(0)
  })
})

describe('records by hand', () => {
  const order = { 订单号: 'H-1', 日期: '2026年9月3日', 客户: '', 业务员: '陈晓东', 金额: '￥1,200', 币种: 'CNY' }
  const at = (body: { errors: { place: { path: string[] }; detail: string; cure: string }[] }) => body.errors.map((p) => p.place.path.at(-1))

  test('go through the checks of an import, each finding at its field', async () => {
    const bad = await ask.send('POST', 'root', `${orders}/records`, { fields: { ...order, 日期: 'soon', 业务员: '没有这个人' }, reason: 'phone' })
    expect(bad).toMatchObject({ status: 422, body: { code: 'record.invalid' } })
    expect(at(bad.body)).toEqual(expect.arrayContaining(['日期', '业务员', '客户']))
    const lost = await ask.send('POST', 'root', `${orders}/records`, { fields: { ...order, 客户: 'nobody' }, reason: 'phone' })
    expect([lost.status, at(lost.body)]).toEqual([422, ['客户']])
    expect((await ask.send('POST', 'root', `${orders}/records`, { fields: { 订单号: 'H-9' }, reason: 'x' })).body.code).toBe('record.invalid')
    expect((await ask.send('POST', 'root', `${orders}/records`, { fields: order, reason: ' ' })).body.code).toBe('http.invalid')
    expect((await ask.send('POST', 'comp', `${orders}/records`, { fields: order, reason: 'x' })).status).toBe(403)
    expect(await count(sql`select count(*)::int as n from data."订单" where "订单号" like 'H-%'`)).toBe(0)
  })

  test('are added, corrected and deleted as versions with who and why; nothing of it is an import', async () => {
    const customer = (await c.get('lin', records('limit=1', '客户'))).body.items[0].fields['客户编号']
    const imports = await count(sql`select count(*)::int as n from app.import`)
    const fields = { ...order, 客户: customer }
    const made = await ask.send('POST', 'root', `${orders}/records`, { fields, reason: 'told by phone' })
    expect(made.status, made.text).toBe(201)
    const url = `${orders}/records/${made.body.record}`
    const first = (await c.get('root', url)).body
    expect(first.values).toMatchObject({ 日期: '2026-09-03', 业务员: 'QS011', 金额: '1200' })
    expect(first.credits).toMatchObject([{ id: 'QS011', share: '1' }])
    expect((await ask.send('POST', 'root', `${orders}/records`, { fields: { ...fields, 金额: '7' }, reason: 'again' })).body.code).toBe('record.exists')
    expect((await c.get('root', url)).body.values['金额']).toBe('1200')
    const fix = { fields: { 金额: '1,500.50', 售前: '' }, reason: 'a typo', change: first.change }
    expect((await ask.send('PATCH', 'root', url, fix)).status).toBe(204)
    expect((await ask.send('PATCH', 'root', url, fix)).body).toMatchObject({ code: 'record.changed-meanwhile', status: 412 })
    const second = (await c.get('root', url)).body
    expect((await ask.send('PATCH', 'root', url, { ...fix, fields: { 订单号: 'H-2' }, change: second.change })).body.code).toBe('record.key-fixed')
    expect(second.values['金额']).toBe('1500.5')
    expect((await ask.send('POST', 'root', `${url}/delete`, { reason: 'was a test', change: second.change })).status).toBe(204)
    const gone = (await c.get('root', url)).body
    expect(gone.current).toBe(false)
    expect(gone.versions).toMatchObject([
      { kind: 'manual', by: 'root', reason: 'a typo', deleted: true, file: null, line: null, end: { by: 'root', reason: 'was a test' } },
      { kind: 'manual', by: 'root', reason: 'told by phone', deleted: false },
    ])
    expect((await c.get('chen', url)).body.code).toBe('record.unknown')
    expect(await count(sql`select count(*)::int as n from app.import`)).toBe(imports)
    const state = await c.scratch.store.read((read) =>
      read.first<{ same: boolean }>(sql`select rows = (select count(*) from data."订单") as same from app.dataset_state where dataset = '订单'`),
    )
    expect(state?.same).toBe(true)
  })
})
