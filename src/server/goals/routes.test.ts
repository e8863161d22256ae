import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '../../base/sql.ts'
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

const e = encodeURIComponent
const SALES = `/targets?measure=${e('销售额')}&year=2026`

type Row = { id: string; values: (string | null)[]; writable: boolean; unit: string | null }

async function matrix(who: string, url = SALES): Promise<{ columns: { period: string; measure: string; kind: string; adds: boolean }[]; people: Row[] }> {
  const { status, body, text } = await c.get(who, url)
  if (status !== 200) throw new Error(text)
  return body
}

async function cellOf(employee: string, period: string, level = 'target'): Promise<string | null> {
  const { columns, people } = await matrix('comp', `${SALES}&level=${level}`)
  return people.find((p) => p.id === employee)?.values[columns.findIndex((col) => col.period === period)] ?? null
}

const edit = (employee: string, period: string, from: string | null, to: string, more: object = {}) => ({ employee, measure: '销售额', period, level: 'target', from, to, ...more })
const save = (who: string, edits: object[], reason = '调整') => c.post(who, '/targets', { edits, reason })
const history = async (employee: string, period: string) => (await c.get('comp', `/targets/${employee}/history?measure=${e('销售额')}&period=${period}`)).body.items

describe('the matrix', () => {
  test('has the year, each quarter before its months, and everybody one sees', async () => {
    const { columns, people } = await matrix('comp')
    expect(columns.map((col) => col.period).slice(0, 6)).toEqual(['2026', '2026-Q1', '2026-01', '2026-02', '2026-03', '2026-Q2'])
    expect(columns.length).toBe(17)
    expect(columns[0]?.adds).toBe(true)
    const stored = await c.scratch.store.read((read) =>
      read.first<{ v: string }>(sql`select trim_scale(target)::text as v from app.target where employee_id = 'QS011' and measure = '销售额' and period = '2026-03'`),
    )
    expect(people.find((p) => p.id === 'QS011')?.values[4]).toBe(stored?.v)
    expect(people.every((p) => p.writable && p.values.length === 17)).toBe(true)
  })

  test('shows a seller themself and a manager the team, none of them to be changed', async () => {
    const mine = await matrix('chen')
    expect(mine.people.map((p) => p.id)).toEqual(['QS011'])
    const team = await matrix('shen')
    expect(team.people.length).toBeGreaterThan(1)
    expect(team.people.length).toBeLessThan((await matrix('comp')).people.length)
    expect(team.people.every((p) => !p.writable)).toBe(true)
    expect((await c.get('root', SALES)).status).toBe(403)
  })

  test('has every measure of a period, those that rules ask for too', async () => {
    const { columns } = await matrix('comp', '/targets?period=2026-03')
    expect(columns.every((col) => col.period === '2026-03')).toBe(true)
    expect(columns.map((col) => col.measure)).toEqual(expect.arrayContaining(['销售额', '拜访数', '新客户数']))
  })

  test('refuses what it cannot show with a cure', async () => {
    expect((await c.get('comp', '/targets')).body.code).toBe('goals.matrix-invalid')
    expect((await c.get('comp', '/targets?measure=nothing&year=2026')).body.code).toBe('goals.no-measure-unknown')
    expect((await c.get('comp', `/targets?measure=${e('销售额')}&year=2026-Q1`)).body.code).toBe('goals.matrix-invalid')
    expect((await c.get('comp', '/targets?period=yesterday')).body.code).toBe('goals.no-period-unknown')
  })

  test('offers measures, those with most targets first, and years', async () => {
    const { body } = await c.get('comp', '/targets/choices')
    expect(body.measures[0]).toMatchObject({ measure: '销售额', adds: true, percent: false })
    expect(body.current).toBe('2026')
    expect(body.years.map((y: { id: string }) => y.id)).toEqual(['2024', '2025', '2026', '2027'])
  })
})

describe('changing targets', () => {
  test('sets, clears and adds cells in one command, as people write them, and keeps who, why and what was before', async () => {
    const before = await cellOf('QS011', '2026-09')
    const { status, body } = await save(
      'comp',
      [edit('QS011', '2026-09', before, '¥12.5万'), edit('QS011', '2026', null, '1,500,000'), edit('QS011', '2026', null, '180万', { level: 'stretch' })],
      '年中上调',
    )
    expect([status, body.cells, body.people]).toEqual([200, 3, 1])
    expect([await cellOf('QS011', '2026-09'), await cellOf('QS011', '2026'), await cellOf('QS011', '2026', 'stretch')]).toEqual(['125000', '1500000', '1800000'])
    expect((await history('QS011', '2026-09'))[0]).toMatchObject({ by: 'comp', before, after: '125000', reason: '年中上调', level: 'target' })
    // The first setting came by the command line, from the file.
    expect((await history('QS011', '2026-09')).at(-1)).toMatchObject({ by: null, before: null, after: before, source: 'targets.csv' })
    await save('comp', [edit('QS011', '2026', '1500000', ''), edit('QS011', '2026', '1800000', '', { level: 'stretch' })])
    expect(await cellOf('QS011', '2026')).toBeNull()
    const rows = await c.scratch.store.read((read) =>
      read.first<{ n: number }>(sql`select count(*)::int as n from app.target where employee_id = 'QS011' and measure = '销售额' and period = '2026'`),
    )
    expect(rows?.n).toBe(0)
    const audit = await c.scratch.store.read((read) => read.first<{ object: string }>(sql`select object from app.audit where command = 'targets.change' order by seq desc limit 1`))
    expect(audit?.object).toBe('targets/销售额')
  })

  test('does not overwrite what somebody changed meanwhile, and says who', async () => {
    const seen = await cellOf('QS012', '2026-08')
    await save('also', [edit('QS012', '2026-08', seen, '77000')], '我先改')
    const { status, body } = await save('comp', [edit('QS012', '2026-08', seen, '88000'), edit('QS012', '2026-07', await cellOf('QS012', '2026-07'), '99000')])
    expect([status, body.code, body.errors.length]).toEqual([412, 'goals.changed-meanwhile', 1])
    expect(body.errors[0]).toMatchObject({ code: 'goals.cell-changed-by', params: { seen, now: '77000', name: 'also' }, place: { path: ['edits', 0, 'from'] } })
    expect([await cellOf('QS012', '2026-08'), await cellOf('QS012', '2026-07')]).not.toContain('99000')
    // The same figure from both is no conflict.
    expect((await save('comp', [edit('QS012', '2026-08', seen, '77,000')])).body.cells).toBe(0)
  })

  test('refuses what is no number with a finding a cell, and keeps nothing of it', async () => {
    const seen = await cellOf('QS013', '2026-08')
    const { status, body } = await save('comp', [
      edit('QS013', '2026-08', seen, '5'),
      edit('QS013', '2026-07', null, '=1+1'),
      edit('QS013', '2026-07', null, '30%', { level: 'stretch' }),
    ])
    expect([status, body.code]).toEqual([422, 'goals.targets-invalid'])
    expect(body.errors.map((x: { code: string; place: { path: unknown[] } }) => [x.code, x.place.path[1]])).toEqual([
      ['goals.cell-not-number', 1],
      ['goals.cell-not-number', 2],
    ])
    expect(await cellOf('QS013', '2026-08')).toBe(seen)
    expect((await save('comp', [edit('QS013', '2026-08', seen, '9', { measure: 'nothing' })])).body.code).toBe('goals.no-measure-unknown')
    expect((await save('comp', [edit('QS013', 'soon', null, '9')])).body.code).toBe('goals.no-period-unknown')
    expect((await save('comp', [edit('nobody', '2026-08', null, '9')])).body.code).toBe('access.not-visible')
    expect((await save('comp', [])).status).toBe(422)
  })

  test('is not for those who may only look', async () => {
    for (const who of ['chen', 'shen', 'root']) expect((await save(who, [edit('QS011', '2026-08', null, '1')])).status).toBe(403)
    expect((await c.get('chen', `/targets/QS012/history?measure=${e('销售额')}&period=2026-08`)).status).toBe(404)
  })

  test('its log cannot be changed', async () => {
    await expect(c.scratch.store.tx((tx) => tx.run(sql`update app.target_change set reason = 'other'`))).rejects.toThrow(/append-only/)
    await expect(c.scratch.store.tx((tx) => tx.run(sql`delete from app.pay_change`))).rejects.toThrow(/append-only/)
  })
})

async function preview(who: string, name: string, content: string | Buffer) {
  const mark = '----heng-test'
  const head = `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${mark}--\r\n`)])
  const answer = await c.app.inject({
    method: 'POST',
    url: '/api/targets/preview',
    headers: as(who, { 'accept-language': 'en', 'content-type': `multipart/form-data; boundary=${mark}` }),
    payload,
  })
  return { status: answer.statusCode, body: answer.json() }
}

describe('files of targets', () => {
  test('go out with the columns of targets.csv and come in again without a difference', async () => {
    const csv = await c.app.inject({ method: 'GET', url: `/api/targets/file?format=csv&measure=${e('销售额')}&year=2026`, headers: as('comp') })
    expect(csv.headers['content-disposition']).toBe('attachment; filename="targets-2026.csv"')
    expect(csv.body.split('\r\n')[0]).toBe('\ufeffemployee,measure,period,target,stretch,challenge')
    const again = await preview('comp', 'targets.csv', csv.body)
    expect([again.status, again.body.edits, again.body.problems]).toEqual([200, [], []])
    const xlsx = await c.app.inject({ method: 'GET', url: '/api/targets/file', headers: as('comp') })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(xlsx.rawPayload as never) // ExcelJS asks for the Buffer of an older Node.
    expect(book.worksheets[0]?.getRow(1).values).toEqual([undefined, 'employee', 'measure', 'period', 'target', 'stretch', 'challenge'])
    expect((await preview('comp', 'targets.xlsx', xlsx.rawPayload)).body.edits).toEqual([])
    const mine = await c.app.inject({ method: 'GET', url: '/api/targets/file?format=csv', headers: as('chen') })
    expect(
      new Set(
        mine.body
          .trim()
          .split('\r\n')
          .slice(1)
          .map((line) => line.split(',')[0]),
      ),
    ).toEqual(new Set(['QS011']))
  })

  test('tell what they would change, row by row, and what is wrong with them; nothing is stored', async () => {
    const before = await cellOf('QS014', '2026-08')
    const { body } = await preview('comp', '<b>.csv', `员工,指标,期间,目标\nQS014,销售额,2026年8月,31万\nQS014,销售额,2026-09,oops\nnobody,销售额,2026-09,1\n`)
    expect(body.edits).toEqual([{ employee: 'QS014', name: expect.any(String), measure: '销售额', period: '2026-08', level: 'target', from: before, to: '310000', writable: true }])
    expect(body.problems.map((p: { severity: string; place: { line: number; file: string } }) => [p.severity, p.place.line, p.place.file])).toEqual([
      ['error', 3, '<b>.csv'],
      ['error', 4, '<b>.csv'],
    ])
    expect(await cellOf('QS014', '2026-08')).toBe(before)
    expect((await preview('comp', 'x.csv', 'a,b\n1,2\n')).body.problems.length).toBeGreaterThan(0)
    expect((await preview('chen', 'x.csv', 'a,b\n1,2\n')).status).toBe(403)
  })
})
