import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '../../../base/sql.ts'
import { type Bench, datasetBench, ORDERS } from '../testing.ts'
import { sheetNumber } from './sheet.ts'
import { workbookOf } from './testing.ts'

let bench: Bench
beforeAll(async () => {
  bench = await datasetBench()
})
afterAll(() => bench.close())

const HEADER = ['订单号', '下单日期', '销售', '金额', 'pieces', 'paid_at', 'urgent', 'note']

const stored = () =>
  bench.store.read((read) => read.query(sql`select order_id, day, seller, trim_scale(amount)::text as amount, pieces, paid_at, urgent, note from data.orders order by order_id`))

describe('a sheet', () => {
  it('goes through the same checks as CSV; amounts keep the figures that the spreadsheet shows', async () => {
    const rows = [
      HEADER,
      ['S1', { d: '46082' }, '张三', { n: '0.30000000000000004' }, { n: '3' }, { d: '46082.604166666664' }, { b: true }, 'line 1\nline 2'],
      [],
      ['S2', { n: '46083' }, 'E002', { n: '123456789012.34999' }, { n: '1E3' }, null, { b: false }, { f: 'A1&"x"', v: 'cached, "quoted"' }],
      ['S3', '2026年3月3日', '李四', '¥1,200.50', null, '2026-03-03 08:00', '是', ' spaces '],
    ]
    const report = await bench.load(ORDERS, workbookOf({ 数据: rows }), { name: 'orders.xlsx' })
    expect(report).toMatchObject({ outcome: 'imported', encoding: 'xlsx', delimiter: null, rows: { read: 3, bad: 0 } })
    expect(await stored()).toEqual([
      { order_id: 'S1', day: '2026-03-01', seller: 'E001', amount: '0.3', pieces: '3', paid_at: '2026-03-01 06:30:00+00', urgent: true, note: 'line 1\nline 2' },
      { order_id: 'S2', day: '2026-03-02', seller: 'E002', amount: '123456789012.35', pieces: '1000', paid_at: null, urgent: false, note: 'cached, "quoted"' },
      { order_id: 'S3', day: '2026-03-03', seller: 'E002', amount: '1200.5', pieces: null, paid_at: '2026-03-03 00:00:00+00', urgent: true, note: 'spaces' },
    ])
  })

  it('names the row of the sheet, whatever cells of several lines and blank rows come before', async () => {
    const rows = [['order_id', 'day', 'note'], ['B1', '2026-03-01', 'a\nb\nc'], [], [], ['B2', '2026-02-30', null]]
    const report = await bench.load(ORDERS, workbookOf({ s: rows }), { name: 'bad.xlsx' })
    expect(report.bad.shown).toMatchObject([{ code: 'value.no-such-day', place: { line: 5, column: 2 } }])
  })

  it('is found where its name differs by spaces and case alone, if there is no doubt', async () => {
    const day = (id: string) => [
      ['order_id', 'day'],
      [id, '2026-03-01'],
    ]
    const named = (book: Buffer, sheet: string) => bench.load(ORDERS, book, { name: 'b.xlsx', source: { sheet } })
    expect((await named(workbookOf({ 说明: [['x']], 'Sales  Q1 ': day('N1') }), 'sales q1')).rows).toMatchObject({ read: 1, bad: 0 })
    const doubtful = workbookOf({ 'Q1 ': day('N2'), ' Q1': day('N3') })
    await expect(named(doubtful, 'Q1')).rejects.toMatchObject({ code: 'import.xlsx-no-sheet', params: { sheets: '“Q1 ” “ Q1”' } })
  })

  it('is chosen by its name', async () => {
    const book = workbookOf({
      说明: [['read me']],
      'Q1 & "Q2"': [
        ['order_id', 'day'],
        ['C1', '2026-03-01'],
      ],
    })
    expect((await bench.load(ORDERS, book, { name: 'b.xlsx', source: { sheet: 'Q1 & "Q2"' } })).rows).toMatchObject({ read: 1, bad: 0 })
  })

  it('counts days from 1904 where the workbook says so', async () => {
    const rows = [
      ['order_id', 'day'],
      ['D1', { n: '44620' }],
      ['D2', { d: '44620' }],
    ]
    await bench.load(ORDERS, workbookOf({ s: rows }, { date1904: true }), { name: 'mac.xlsx' })
    expect((await stored()).filter((o) => 'order_id' in o && String(o.order_id).startsWith('D')).map((o) => ('day' in o ? o.day : ''))).toEqual(['2026-03-01', '2026-03-01'])
  })

  it('shows percentages as they are meant: per cent where the field is in per cent, else the fraction', async () => {
    const rows = [
      ['order_id', 'day', 'discount', 'rate'],
      ['F1', '2026-03-01', { p: '7.1400000000000005E-2' }, { p: '0.15' }],
      ['F2', '2026-03-01', { n: '7.14' }, { n: '0.15' }],
    ]
    expect((await bench.load(ORDERS, workbookOf({ s: rows }), { name: 'percent.xlsx' })).rows).toMatchObject({ read: 2, bad: 0 })
    const kept = await bench.store.read((read) =>
      read.query(sql`select trim_scale(discount)::text as discount, trim_scale(rate)::text as rate from data.orders where order_id like 'F_'`),
    )
    expect(kept).toEqual([
      { discount: '7.14', rate: '0.15' },
      { discount: '7.14', rate: '0.15' },
    ])
  })

  it('with an error in a cell has a bad row, not an empty value', async () => {
    const rows = [
      ['order_id', 'day', '金额'],
      ['E1', '2026-03-01', { e: '#DIV/0!' }],
    ]
    const report = await bench.load(ORDERS, workbookOf({ s: rows }), { name: 'error.xlsx' })
    expect(report.bad.shown).toMatchObject([{ code: 'value.not-a-number', place: { line: 2, column: 3 }, params: { value: '#DIV/0!' } }])
  })
})

it.each([
  ['0.1', '0.1'],
  ['0.30000000000000004', '0.3'],
  ['1.0000000000000001E-2', '0.01'],
  ['9007199254740993', '9007199254740990'],
  ['1E+20', '100000000000000000000'],
  ['-12.50', '-12.5'],
  ['x', 'x'],
])('the number %s of a sheet is %s', (text, expected) => {
  expect(sheetNumber(text)).toBe(expected)
})
