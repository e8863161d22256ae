import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '../../base/sql.ts'
import { contentOf } from '../datasets/testing.ts'
import { as } from '../http/testing.ts'
import { type Company, openCompany, whoWith } from '../runs/testing-company.ts'
import { asking } from './testing-asking.ts'

const PEOPLE = [whoWith('chen', 'QS011', 'sales'), whoWith('lin', 'QS001', 'executive'), whoWith('root', null, 'admin'), whoWith('other', null, 'admin')]

let c: Company
let ask: ReturnType<typeof asking>
beforeAll(async () => {
  c = await openCompany(PEOPLE)
  ask = asking(c)
})
afterAll(() => c?.drop())

const e = encodeURIComponent
const head = '编号,日期,员工,主题'
const file = (...rows: string[]) => ({ name: 'shares.csv', content: `${[head, ...rows].join('\r\n')}\r\n` })
const content = () => c.scratch.store.read(contentOf)
const topicOf = async (number: string) =>
  (await c.scratch.store.read((read) => read.first<{ topic: string }>(sql`select "主题" as topic from data."分享" where "编号" = ${number}`)))?.topic
const preview = (upload: string, choices: object = {}) => c.get('root', `/uploads/${upload}/preview?choices=${e(JSON.stringify(choices))}`)

describe('a file before it is imported', () => {
  test('is shown as it will be read: columns found, values as they mean, problems at their cells', async () => {
    const sent = await ask.upload('root', '分享', {
      name: '../../etc/分享.csv',
      content: 'Number,日期,谁,主题\n T-1 ,2026年9月1日,陈晓东,=cmd()\nT-2,someday,nobody,<b>x</b>\nT-3,2026-09-01\n',
    })
    expect(sent).toMatchObject({ status: 201, body: { name: '分享.csv', dataset: '分享', report: null } })
    const before = await content()
    const first = (await preview(sent.body.upload)).body
    expect(first).toMatchObject({ columns: ['Number', '日期', '谁', '主题'], mapping: { 编号: 'Number', 日期: '日期', 主题: '主题' }, headerLine: 1 })
    expect(first.problems).toMatchObject([{ code: 'import.field-missing', params: { field: '员工' } }])
    const { body } = await preview(sent.body.upload, { columns: { 员工: '谁' } })
    expect(body.problems).toEqual([])
    expect(body.rows[0]).toMatchObject({
      line: 2,
      cells: { 编号: { value: 'T-1' }, 日期: { text: '2026年9月1日', value: '2026-09-01' }, 员工: { value: 'QS011' }, 主题: { value: '=cmd()' } },
    })
    expect(body.rows[1].cells).toMatchObject({ 日期: { value: null, problem: { code: 'value.not-a-day' } }, 员工: { problem: { detail: expect.stringContaining('nobody') } } })
    expect(body.rows[2].problem).toMatchObject({ code: 'csv.too-few-fields' })
    expect(await content()).toBe(before)
    expect((await preview(sent.body.upload, { columns: { 员工: 'no such' } })).body.problems).toMatchObject([{ code: 'import.column-missing' }])
    expect((await preview(sent.body.upload, { colums: {} })).body.code).toBe('import.choices-invalid')
  })

  test('is read in GBK; what is no table is refused with a cure; nobody else opens it', async () => {
    const gbk = Buffer.concat([
      Buffer.from('Number,'),
      Buffer.from([0xc8, 0xd5, 0xc6, 0xda]),
      Buffer.from(',Employee,Topic\nG-1,2026-09-01,QS011,'),
      Buffer.from([0xd6, 0xd0, 0xce, 0xc4]),
      Buffer.from('\n'),
    ])
    const sent = await ask.upload('root', '分享', { name: 'gbk.csv', content: gbk })
    expect((await preview(sent.body.upload)).body).toMatchObject({ encoding: 'gb18030', rows: [{ cells: { 主题: { value: '中文' } } }] })
    expect((await c.get('other', `/uploads/${sent.body.upload}`)).body.code).toBe('upload.unknown')
    const picture = await ask.upload('root', '分享', { name: 'x.xlsx', content: Buffer.from('PK\u0003\u0004 nothing of a workbook') })
    expect((await preview(picture.body.upload)).body).toMatchObject({ status: 400, cure: expect.stringMatching(/./) })
    expect((await ask.upload('chen', '分享', file('X,2026-09-01,QS011,x'))).status).toBe(403)
    expect((await ask.upload('root', 'nothing', file())).body.code).toBe('dataset.unknown')
  })
})

describe('an import', () => {
  test('stops at bad rows and tells them, also as a file without formulas; takes the good ones if so chosen; the same file again changes nothing', async () => {
    const mixed = file('I-1,2026-09-01,QS011,good', 'I-2,=1+1,QS011,bad', 'I-3,2026-09-02,QS012,good')
    const before = await content()
    const rejected = await ask.load('root', '分享', mixed, { onError: 'reject' })
    expect(rejected.report).toMatchObject({
      outcome: 'rejected',
      importId: null,
      rows: { read: 3, bad: 1 },
      hasFile: true,
      bad: [{ code: 'value.not-a-day', place: { line: 3 }, detail: expect.stringContaining('=1+1') }],
    })
    expect(await content()).toBe(before)
    const bad = await c.app.inject({ method: 'GET', url: `/api/uploads/${rejected.upload}/bad-rows`, headers: as('root') })
    expect(bad.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'content-disposition': expect.stringContaining('attachment') })
    expect(bad.body).toContain("'=1+1")
    expect(bad.body.split('\r\n').length).toBe(3)
    const job = await c.job('root', `/uploads/${rejected.upload}/import`, { onError: 'skip' })
    expect(job).toMatchObject({ state: 'done', result: { outcome: 'imported' } })
    expect((await c.get('root', `/uploads/${rejected.upload}`)).body.report).toMatchObject({ outcome: 'imported', rows: { inserted: 2, bad: 1 } })
    const again = await ask.load('root', '分享', mixed, { onError: 'skip' })
    expect(again.report).toMatchObject({ outcome: 'unchanged', rows: { inserted: 0, changed: 0, same: 2 } })
    const { items } = (await c.get('root', `/imports?dataset=${e('分享')}`)).body
    expect(items[0]).toMatchObject({ file: 'shares.csv', by: 'root', rows: { inserted: 2 }, undone: null })
    expect((await c.get('chen', '/imports')).status).toBe(403)
    const good = await ask.load('root', '分享', file('I-4,2026-09-01,QS011,good'))
    expect((await c.get('root', `/uploads/${good.upload}/bad-rows`)).body.code).toBe('upload.no-bad-rows')
  })

  test('of a file that cannot be read ends as a failed job with the reason', async () => {
    const sent = await ask.upload('root', '分享', { name: 'empty.csv', content: 'A,B\n1,2\n' })
    const job = await c.job('root', `/uploads/${sent.body.upload}/import`, {})
    expect(job).toMatchObject({ state: 'failed', error: { code: 'import.header', errors: expect.arrayContaining([expect.objectContaining({ code: 'import.field-missing' })]) } })
  })
})

describe('an import taken back', () => {
  const last = async () => (await c.get('root', '/imports?limit=1')).body.items[0]

  test('leaves everything as it was before: made records gone, changed and deleted ones back', async () => {
    await ask.load('root', '分享', file('U-1,2026-09-01,QS011,one', 'U-2,2026-09-02,QS011,two'))
    const rows = () => c.scratch.store.read((read) => read.query(sql`select "编号", "日期", "员工", "主题" from data."分享" order by 1`))
    const before = await rows()
    const sum = () => c.scratch.store.read((read) => read.first(sql`select rows, checksum from app.dataset_state where dataset = '分享'`))
    const state = await sum()
    const complete = await ask.load('root', '分享', file('U-1,2026-09-01,QS011,other', 'U-3,2026-09-03,QS012,three'), { mode: 'complete' })
    expect(complete.report.rows).toMatchObject({ inserted: 1, changed: 1, deleted: before.length - 1 })
    const { import: id } = await last()
    const plan = (await c.get('root', `/imports/${id}/undo`)).body
    expect(plan).toEqual({ toDelete: 1, toRestore: 1, toReturn: before.length - 1, kept: 0, keptShown: [], undone: false })
    const job = await c.job('root', `/imports/${id}/undo`, { reason: 'the wrong file' })
    expect(job.state, JSON.stringify(job.error)).toBe('done')
    expect(await rows()).toEqual(before)
    expect(await sum()).toEqual(state)
    expect(await last()).toMatchObject({ import: id, undone: { by: 'root', reason: 'the wrong file', kept: 0 } })
    expect((await ask.send('POST', 'root', `/imports/${id}/undo`, { reason: 'again' })).body.code).toBe('import.undone-already')
    const found = (await c.get('root', `/datasets/${e('分享')}/records?q=U-1`)).body.items[0]
    const { versions } = (await c.get('root', `/datasets/${e('分享')}/records/${found.id}`)).body
    expect(versions.map((v: { kind: string; fields: { 主题: string } }) => `${v.kind} ${v.fields['主题']}`)).toEqual(['undo one', 'import other', 'import one'])
  })

  test('leaves what somebody changed since, and lists it', async () => {
    await ask.load('root', '分享', file('V-1,2026-09-01,QS011,one', 'V-2,2026-09-02,QS011,two', 'V-3,2026-09-02,QS011,three'))
    const { import: id } = await last()
    const url = async (number: string) => `/datasets/${e('分享')}/records/${(await c.get('root', `/datasets/${e('分享')}/records?q=${number}`)).body.items[0].id}`
    const [one, two] = [await url('V-1'), await url('V-2')]
    await ask.send('PATCH', 'root', one, { fields: { 主题: 'mended' }, reason: 'x', change: (await c.get('root', one)).body.change })
    await ask.send('POST', 'root', `${two}/delete`, { reason: 'x', change: (await c.get('root', two)).body.change })
    const plan = (await c.get('root', `/imports/${id}/undo`)).body
    expect(plan).toMatchObject({
      toDelete: 1,
      toRestore: 0,
      toReturn: 0,
      kept: 2,
      keptShown: [
        { key: 'V-1', deleted: false },
        { key: 'V-2', deleted: true },
      ],
    })
    expect((await c.job('root', `/imports/${id}/undo`, { reason: 'x' })).state).toBe('done')
    expect([await topicOf('V-1'), await topicOf('V-2'), await topicOf('V-3')]).toEqual(['mended', undefined, undefined])
    expect((await c.get('root', '/imports/999999/undo')).body.code).toBe('import.unknown')
  })
})
