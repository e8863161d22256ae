import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '../../base/sql.ts'
import { cancellable } from '../../store/cancel.ts'
import { as } from '../http/testing.ts'
import { type Company, openCompany, whoWith } from '../runs/testing-company.ts'
import { exportJob } from './export-job.ts'

/** Reach that others have got since: what a file was written with is compared with it. */
const lin = whoWith('lin', 'QS001', 'executive')
const chen = whoWith('chen', 'QS011', 'sales')

let c: Company
beforeAll(async () => {
  c = await openCompany([lin, chen, whoWith('root', null, 'admin'), whoWith('hr', 'QS006', 'hr')])
})
afterAll(() => c?.drop())

const e = encodeURIComponent
const exported = async (who: string, dataset: string, body: object = {}) => c.job(who, `/datasets/${e(dataset)}/exports`, body)
const fetched = async (who: string, id: string) => c.app.inject({ method: 'GET', url: `/api/exports/${id}/file`, headers: as(who, { 'accept-language': 'en' }) })
const linesOf = (text: string) => text.replace('\ufeff', '').trimEnd().split('\r\n')
const count = async (statement: ReturnType<typeof sql>) => (await c.scratch.store.read((read) => read.first<{ n: number }>(statement)))?.n

describe('records as a file', () => {
  test('are all of them, people by name and id, units in the titles, instants in the zone of the company', async () => {
    const job = await exported('lin', '订单')
    expect(job).toMatchObject({ kind: 'export', state: 'done', result: { rows: await count(sql`select count(*)::int as n from data."订单"`), name: 'Orders 2026-10-10.csv' } })
    const file = await fetched('lin', job.result.export)
    expect(file.headers['content-disposition']).toBe(`attachment; filename="export.csv"; filename*=UTF-8''Orders%202026-10-10.csv`)
    const [head, ...rows] = linesOf(file.body)
    expect(head).toBe('Order,Date,Customer,Seller,Seller id,Amount,Currency,Origin,Presales,Presales id')
    expect(rows.length).toBe(job.result.rows)
    expect(Buffer.byteLength(file.body)).toBe(job.result.bytes)
    expect(rows.find((row) => row.startsWith('QSO-2406-0001'))).toMatch(/^QSO-2406-0001,2024-06-01,C0012,.+,QS013,58880(\.0+)?,CNY,/)
    const visits = await fetched('lin', (await exported('lin', '拜访', { sort: '拜访编号', order: 'asc' })).result.export)
    expect(linesOf(visits.body)[1]).toMatch(/^BF00001,2025-07-01 08:15:00,/)
  })

  test('are those that fit and that one sees', async () => {
    const narrow = await exported('lin', '订单', { from: '2026-01-01', until: '2026-06-30', filters: [{ field: '币种', op: 'is', value: 'USD' }] })
    expect(narrow.result.rows).toBe(await count(sql`select count(*)::int as n from data."订单" where "日期" between '2026-01-01' and '2026-06-30' and "币种" = 'USD'`))
    expect(narrow.result.rows).toBeGreaterThan(0)
    const all = (await c.get('chen', `/datasets/${e('订单')}/records?limit=1`)).body.total
    const own = await exported('chen', '订单')
    expect(own.result.rows).toBe(all)
    expect(own.result.rows).toBeLessThan((await exported('lin', '订单')).result.rows)
  })

  test('are a workbook, too; no cell is a formula', async () => {
    await c.scratch.store.tx((tx) => tx.run(sql`update data."分享" set "主题" = '=1+1' where "编号" = 'FX0001'`))
    const job = await exported('lin', '分享', { format: 'xlsx', sort: '编号', order: 'asc' })
    const content = (await fetched('lin', job.result.export)).rawPayload
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(content.buffer.slice(content.byteOffset, content.byteOffset + content.length) as ArrayBuffer)
    const sheet = book.worksheets[0]
    expect(sheet?.rowCount).toBe(job.result.rows + 1)
    expect(sheet?.getRow(2).values).toEqual(expect.arrayContaining(["'=1+1"]))
    const csv = await fetched('lin', (await exported('lin', '分享')).result.export)
    expect(csv.body).toContain(",'=1+1")
  })

  test('are written once, however often the job is taken up', async () => {
    const { result } = await exported('lin', '产品')
    const work = { signal: new AbortController().signal, progress: () => undefined, job: { id: 'x', createdBy: 'lin', attempts: 2 } }
    expect(await exportJob.run(c.scratch.store, { export: result.export }, work)).toEqual(result)
    await c.scratch.store.tx((tx) => tx.run(sql`update app.export set rows = null where export_id = ${result.export}::uuid`))
    expect(await exportJob.run(c.scratch.store, { export: result.export }, work)).toEqual(result)
    expect((await fetched('lin', result.export)).rawPayload.length).toBe(result.bytes)
  })

  test('are kept once where two attempts at the job write them at the same moment', async () => {
    const { result } = await exported('lin', '产品')
    await c.scratch.store.tx((tx) => tx.run(sql`update app.export set rows = null, bytes = null where export_id = ${result.export}::uuid`))
    await c.scratch.store.tx((tx) => tx.run(sql`delete from app.export_part where export_id = ${result.export}::uuid`))
    const work = { signal: new AbortController().signal, progress: () => undefined, job: { id: 'x', createdBy: 'lin', attempts: 2 } }
    const attempts = Array.from({ length: 4 }, () => exportJob.run(c.scratch.store, { export: result.export }, work))
    expect(await Promise.all(attempts)).toEqual(attempts.map(() => result))
    expect(await count(sql`select sum(length(content))::int as n from app.export_part where export_id = ${result.export}::uuid`)).toBe(result.bytes)
  })

  test('are not there where the job was cancelled half-way, and are whole when it is taken up again', async () => {
    const { result } = await exported('lin', '订单')
    await c.scratch.store.tx((tx) => tx.run(sql`update app.export set rows = null where export_id = ${result.export}::uuid`))
    await c.scratch.store.tx((tx) => tx.run(sql`delete from app.export_part where export_id = ${result.export}::uuid`))
    const controller = new AbortController()
    const told: number[] = []
    const progress = ({ done }: { readonly done: number }) => {
      told.push(done)
      controller.abort()
    }
    const work = { signal: controller.signal, progress, job: { id: 'x', createdBy: 'lin', attempts: 1 } }
    await expect(exportJob.run(cancellable(c.scratch.store, controller.signal), { export: result.export }, work)).rejects.toThrow()
    expect(told[0]).toBeLessThan(result.rows)
    expect(await count(sql`select count(*)::int as n from app.export_part where export_id = ${result.export}::uuid`)).toBe(0)
    expect((await fetched('lin', result.export)).json().code).toBe('export.unfinished')
    expect(await exportJob.run(c.scratch.store, { export: result.export }, { ...work, progress: () => undefined })).toEqual(result)
    expect((await fetched('lin', result.export)).rawPayload.length).toBe(result.bytes)
  })

  test('are listed for whoever asked, and fetched by nobody else, nor with other rights, nor before they are written', async () => {
    const { result } = await exported('chen', '订单', { format: 'xlsx' })
    const listed = (await c.get('chen', '/exports?limit=1')).body
    expect(listed.items).toMatchObject([{ export: result.export, datasetName: 'Orders', name: 'Orders 2026-10-10.xlsx', format: 'xlsx', rows: result.rows, state: 'done' }])
    expect((await c.get('chen', `/exports?after=${listed.next}`)).body.items).not.toContainEqual(expect.objectContaining({ export: result.export }))
    expect((await fetched('lin', result.export)).json().code).toBe('export.unknown')
    expect((await fetched('chen', 'no-such')).json().code).toBe('export.unknown')
    await c.scratch.store.tx((tx) =>
      tx.run(sql`update app.export set who = jsonb_set(who, '{grants}', ${JSON.stringify(lin.grants)}::jsonb) where export_id = ${result.export}::uuid`),
    )
    expect((await fetched('chen', result.export)).json()).toMatchObject({ status: 409, code: 'export.rights-changed' })
    await c.scratch.store.tx((tx) => tx.run(sql`update app.export set rows = null where export_id = ${result.export}::uuid`))
    expect((await fetched('chen', result.export)).json()).toMatchObject({ status: 409, code: 'export.unfinished' })
  })

  test('are refused at once where the question does not fit, and to who may not read them', async () => {
    const ask = (who: string, dataset: string, body: object) => c.post(who, `/datasets/${e(dataset)}/exports`, body)
    expect((await ask('lin', '没有', {})).body.code).toBe('dataset.unknown')
    expect((await ask('lin', '订单', { sort: 'nothing' })).body.code).toBe('records.field-unknown')
    expect((await ask('lin', '订单', { filters: [{ field: '日期', op: 'from', value: 'someday' }] })).body.code).toBe('records.filter-invalid')
    expect((await ask('hr', '订单', {})).status).toBe(403)
  })
})
