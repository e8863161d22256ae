import { mkdirSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Diagnostic, Refusal, describe as sentences } from '../../../base/diagnostic.ts'
import { type Bench, contentOf, datasetBench, ORDERS, SHARES } from '../testing.ts'
import { datasetTexts } from '../texts.ts'
import { workbookOf, zipOf } from '../xlsx/testing.ts'
import type { ImportOptions } from './report.ts'

/** The goal: whatever is wrong with a file, there is a sentence with the place, in both languages, and the database is as it was. */

let bench: Bench
beforeAll(async () => {
  bench = await datasetBench()
  await bench.load(ORDERS, 'order_id,day,amount\nOLD,2026-01-01,5\nOLD2,2026-01-02,6\n')
})
afterAll(() => bench.close())

interface Case {
  readonly what: string
  readonly file: string | Buffer
  readonly code: string
  readonly line?: number
  readonly column?: number
  readonly name?: string
  readonly shares?: boolean
  readonly options?: Partial<ImportOptions>
}

const HEAD = 'order_id,day,seller,amount,pieces,discount,rate,paid_at,urgent,stage,note\n'
/** One row that is good but for the field given. */
const row = (field: string, value: string): string => {
  const good: Record<string, string> = {
    order_id: 'A1',
    day: '2026-03-01',
    seller: 'E001',
    amount: '1',
    pieces: '1',
    discount: '1',
    rate: '1',
    paid_at: '',
    urgent: '',
    stage: '',
    note: '',
  }
  return (
    HEAD +
    Object.entries(good)
      .map(([k, v]) => (k === field ? value : v))
      .join(',') +
    '\n'
  )
}

const VALUES: readonly Case[] = [
  { what: 'an empty key', file: row('order_id', ''), code: 'value.required', column: 1 },
  { what: 'an empty required field', file: row('day', ' '), code: 'value.required', column: 2 },
  { what: 'a key that fits no index', file: row('order_id', 'x'.repeat(3_000)), code: 'value.too-long', column: 1 },
  { what: 'a day that does not exist', file: row('day', '2026-02-30'), code: 'value.no-such-day', column: 2 },
  { what: '29 February of a common year', file: row('day', '2025-02-29'), code: 'value.no-such-day', column: 2 },
  { what: 'month 13', file: row('day', '2026/13/01'), code: 'value.no-such-day', column: 2 },
  { what: 'a year 216', file: row('day', '0216-03-01'), code: 'value.year-out-of-range', column: 2 },
  { what: 'day or month first', file: row('day', '03/04/2026'), code: 'value.day-or-month-first', column: 2 },
  { what: 'a word for a day', file: row('day', '昨天'), code: 'value.not-a-day', column: 2 },
  { what: 'a day with a time', file: row('day', '2026-03-01 12:00'), code: 'value.time-would-be-lost', column: 2 },
  { what: 'a serial number in a CSV', file: row('day', '46082'), code: 'value.not-a-day', column: 2 },
  { what: 'nobody of that name', file: row('seller', '赵六'), code: 'value.employee-unknown', column: 3 },
  { what: 'nearly somebody', file: row('seller', 'Moses Frasse'), code: 'value.employee-unknown-near', column: 3 },
  { what: 'two people of that name', file: row('seller', '王芳'), code: 'value.employee-ambiguous', column: 3 },
  { what: 'a word for an amount', file: row('amount', 'zwölf'), code: 'value.not-a-number', column: 4 },
  { what: 'two points in an amount', file: row('amount', '1.2.3'), code: 'value.not-a-number', column: 4 },
  { what: 'a lone hyphen', file: row('amount', '-'), code: 'value.not-a-number', column: 4 },
  { what: 'NaN of a sum', file: row('amount', 'Infinity'), code: 'value.not-a-number', column: 4 },
  { what: 'a decimal comma', file: row('amount', '"1.234,50"'), code: 'value.decimal-comma', column: 4 },
  { what: 'dollars in a column of yuan', file: row('amount', '$5'), code: 'value.other-currency', column: 4 },
  { what: 'an amount of 80 digits', file: row('amount', '9'.repeat(80)), code: 'value.number-too-long', column: 4 },
  { what: 'an amount that explodes', file: row('amount', '1e99'), code: 'value.number-too-long', column: 4 },
  { what: 'a fraction of a piece', file: row('pieces', '1.5'), code: 'value.not-whole', column: 5 },
  { what: 'more pieces than there are', file: row('pieces', '9223372036854775808'), code: 'value.integer-too-large', column: 5 },
  { what: 'a percent sign on a plain number', file: row('rate', '5%'), code: 'value.percent-sign', column: 7 },
  { what: 'a time that does not exist', file: row('paid_at', '2026-03-01 25:00'), code: 'value.not-a-time', column: 8 },
  { what: 'neither yes nor no', file: row('urgent', 'vielleicht'), code: 'value.not-yes-or-no', column: 9 },
  { what: 'half a megabyte for a name', file: row('seller', 'x'.repeat(500_000)), code: 'value.too-long', column: 3 },
  { what: 'half a megabyte for a number', file: row('amount', `1${' '.repeat(500_000)}1`), code: 'value.too-long', column: 4 },
  { what: 'an unknown choice', file: row('stage', 'Wonn'), code: 'value.not-a-choice', column: 10 },
  { what: 'a formula for a number', file: row('amount', '=2+2'), code: 'value.not-a-number', column: 4 },
  { what: 'SQL for a number', file: row('amount', "1'); drop table app.employee; --"), code: 'value.not-a-number', column: 4 },
]

const STRUCTURE: readonly Case[] = [
  { what: 'a stray quote', file: `${HEAD}A1,2026-03-01,E0"01,,,,,,,,\n`, code: 'csv.stray-quote', column: 3 },
  { what: 'text after a quote', file: `${HEAD}A1,2026-03-01,"E001"x,,,,,,,,\n`, code: 'csv.text-after-quote', column: 3 },
  { what: 'too few columns', file: 'order_id,day,note\nA1,2026-03-01\n', code: 'csv.too-few-fields' },
  { what: 'too many columns', file: 'order_id,day,amount\nA1,2026-03-01,1,200\n', code: 'csv.too-many-fields' },
  { what: 'a NUL byte', file: `order_id,day,note\nA1,2026-03-01,a\0b and more text\n`, code: 'csv.nul-byte', column: 3 },
  { what: 'a quote never closed', file: 'order_id,day,note\nA0,2026-03-01,"x"\nA1,2026-03-01,"open\nA2,2026-03-01,x\n', code: 'csv.quote-never-closed', line: 3, column: 3 },
  { what: 'a quote never closed in a large file', file: `order_id,day,note\nA1,2026-03-01,"open\n${'A2,2026-03-01,x\n'.repeat(100_000)}`, code: 'csv.record-too-long', line: 2 },
  { what: 'a quote never closed in the header', file: 'order_id,"day\nA1,2026-03-01\n', code: 'csv.quote-never-closed', line: 1 },
  { what: 'a line of 100 MB', file: Buffer.concat([Buffer.from('order_id,day,note\nA1,2026-03-01,'), Buffer.alloc(100 * 1_048_576, 'x')]), code: 'csv.record-too-long', line: 2 },
  { what: 'a header of 100 MB', file: Buffer.alloc(100 * 1_048_576, 'x,'), code: 'csv.record-too-long', line: 1 },
  {
    what: 'a damaged UTF-8 file',
    file: Buffer.concat([Buffer.from('order_id,day,note\nA1,2026-03-01,订单编号下单日期销售人员\nA2,2026-03-01,'), Buffer.from([0xe4, 0xb8]), Buffer.from(',x\n')]),
    code: 'import.not-utf8',
    line: 3,
  },
  {
    what: 'a damaged UTF-8 file with a mark',
    file: Buffer.concat([Buffer.from('\ufefforder_id,day,note\nA1,2026-03-01,'), Buffer.from([0xff]), Buffer.from('\n')]),
    code: 'import.not-utf8',
    line: 2,
  },
  {
    what: 'GBK that is said to be UTF-8',
    file: Buffer.concat([Buffer.from('order_id,day,note\nA1,2026-03-01,'), Buffer.from('d4f9c6b7', 'hex'), Buffer.from('\n')]),
    code: 'import.not-utf8',
    line: 2,
    options: { source: { encoding: 'utf-8' } },
  },
  { what: 'Latin-1', file: Buffer.from('order_id,day,note\nA1,2026-03-01,caf\u00e9 cr\u00e8me, M\u00fcller\n', 'latin1'), code: 'import.unknown-encoding' },
  { what: 'bytes of no encoding', file: Buffer.from([0x61, 0x2c, 0x62, 0x0a, 0xff, 0xff, 0x80, 0x0a]), code: 'import.unknown-encoding' },
  { what: 'UTF-8 that is said to be GB18030', file: 'order_id,day,note\nA1,2026-03-01,号\n', code: 'import.not-gb18030', options: { source: { encoding: 'gb18030' } } },
  {
    what: 'half a character of UTF-16',
    file: Buffer.concat([Buffer.from('\ufefforder_id,day\nA1,2026-03-01\n', 'utf16le'), Buffer.from([0x00, 0xd8, 0x41, 0x00])]),
    code: 'import.not-utf16',
    line: 3,
  },
]

const FILES: readonly Case[] = [
  { what: 'no bytes', file: '', code: 'import.file-empty' },
  { what: 'blank lines only', file: '\n\n\n', code: 'import.file-empty' },
  { what: 'a header of nothing', file: ' ,,\nA1,2026-03-01,x\n', code: 'import.header-empty', line: 1 },
  { what: 'half a million columns', file: `${','.repeat(500_000)}\nA1\n`, code: 'import.too-many-columns', line: 1 },
  { what: 'a column twice', file: 'order_id,day,note,note\nA1,2026-03-01,x,y\n', code: 'import.column-twice', line: 1, column: 4 },
  { what: 'no key column', file: 'day,note\n2026-03-01,x\n', code: 'import.field-missing', line: 1 },
  { what: 'no required column', file: 'order_id,note\nA1,x\n', code: 'import.field-missing', line: 1 },
  { what: 'a mapped column that is not there', file: 'order_id,day\nA1,2026-03-01\n', code: 'import.column-missing', options: { source: { columns: { note: '备注' } } } },
  { what: 'two columns for one field', file: 'Order_ID,order id,day\nA1,A2,2026-03-01\n', code: 'import.column-ambiguous', line: 1 },
  { what: 'the wrong delimiter', file: 'order_id;day\nA1;2026-03-01\n', code: 'import.field-missing', options: { source: { delimiter: ',' } } },
  { what: 'no row, all to be deleted', file: 'order_id,day\n', code: 'import.complete-empty', options: { mode: 'complete' } },
  { what: 'an old .xls file', file: Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), name: 'old.xls', code: 'import.old-excel' },
  { what: 'text called .xlsx', file: 'order_id,day\nA1,2026-03-01\n', name: 'text.xlsx', code: 'import.not-xlsx' },
  { what: 'a zip that is no workbook', file: zipOf({ 'a.txt': 'x' }), name: 'a.xlsx', code: 'import.xlsx-not-a-workbook' },
  { what: 'half a workbook', file: workbookOf({ s: [['order_id']] }).subarray(0, 700), name: 'a.xlsx', code: 'import.xlsx-damaged' },
  {
    what: 'a workbook of broken XML',
    file: zipOf({ 'xl/workbook.xml': '<workbook><sheets><sheet name="s" r:id="rId1"/></sheets></workbook>', 'xl/_rels/workbook.xml.rels': '<Relationships/>' }),
    name: 'a.xlsx',
    code: 'import.xlsx-damaged',
  },
  { what: 'an empty sheet', file: workbookOf({ s: [] }), name: 'a.xlsx', code: 'import.xlsx-empty' },
  { what: 'a sheet of another name', file: workbookOf({ 一月: [['order_id']] }), name: 'a.xlsx', code: 'import.xlsx-no-sheet', options: { source: { sheet: '二月' } } },
  { what: 'a row of a sheet that is bad', file: workbookOf({ s: [['order_id', 'day'], [], ['A1', '2026-02-30']] }), name: 'a.xlsx', code: 'value.no-such-day', line: 3, column: 2 },
]

const SETS: readonly Case[] = [
  { what: 'a key twice', file: 'order_id,day\nA1,2026-03-01\nA2,2026-03-01\nA1,2026-03-02\n', code: 'import.key-twice', line: 2, column: 1 },
  { what: 'a key twice, spelt otherwise', file: 'order_id,day\nA1,2026-03-01\n A1 ,2026-03-02\n', code: 'import.key-twice', line: 2 },
  { what: 'a key that is there already, twice', file: 'order_id,day\nOLD,2026-01-01\nOLD,2026-01-01\n', code: 'import.key-twice', line: 2 },
  { what: 'shares of 130 %', shares: true, file: 'order,who,percent\nOLD,E001,70\nOLD,E002,60\n', code: 'import.shares-over', line: 2 },
  { what: 'a share below zero', shares: true, file: 'order,who,percent\nOLD,E001,-10\n', code: 'import.share-outside', line: 2, column: 3 },
  { what: 'a share of a record that is not there', shares: true, file: 'order,who,percent\nGONE,E001,10\n', code: 'import.reference-missing', line: 2, column: 1 },
]

/** Every diagnostic of an import that failed, the refusal itself included. */
async function troublesOf(c: Case): Promise<Diagnostic[]> {
  try {
    const report = await bench.load(c.shares === true ? SHARES : ORDERS, c.file, { name: c.name ?? 'bad.csv', ...c.options })
    expect(report.outcome).toBe('rejected')
    return [...report.bad.shown]
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return [{ code: error.code, severity: 'error', place: error.place, params: error.params }, ...error.details]
  }
}

describe.each([
  ['values', VALUES],
  ['structure', STRUCTURE],
  ['files', FILES],
  ['sets', SETS],
] as const)('bad %s', (_, cases) => {
  it.each(cases)('$what: $code', async (c) => {
    const before = await bench.store.read(contentOf)
    const troubles = await troublesOf(c)
    const found = troubles.find((t) => t.code === c.code)
    expect(found, JSON.stringify(troubles)).toBeDefined()
    const values = VALUES.includes(c)
    if (c.line !== undefined || values) expect(found?.place.line).toBe(c.line ?? 2)
    if (c.column !== undefined) expect(found?.place.column).toBe(c.column)
    for (const trouble of troubles) {
      expect(trouble.place.file).toBe(c.name ?? 'bad.csv')
      for (const lang of ['zh', 'en'] as const) {
        const { say, cure } = sentences(trouble, lang, datasetTexts)
        expect(say + cure).not.toMatch(/\{\w+\}|undefined|\[object/)
        expect(say.length).toBeGreaterThan(5)
        expect(cure.length).toBeGreaterThan(3)
      }
    }
    expect(await bench.store.read(contentOf)).toBe(before)
  })
})

describe('paths that lead to no file', () => {
  const at = (file: string) => bench.load(ORDERS, '', { file })

  it('are named as such', async () => {
    mkdirSync(`${bench.dir}/folder`)
    writeFileSync(`${bench.dir}/plain`, 'x')
    await expect(at(`${bench.dir}/none.csv`)).rejects.toMatchObject({ code: 'import.file-missing' })
    await expect(at(`${bench.dir}/plain/below.csv`)).rejects.toMatchObject({ code: 'import.file-missing' })
    await expect(at(`${bench.dir}/folder`)).rejects.toMatchObject({ code: 'import.file-is-folder' })
    await expect(at('/dev/null')).rejects.toMatchObject({ code: 'import.file-not-regular' })
  })
})

it('the kinds of bad input are many', () => {
  expect(VALUES.length + STRUCTURE.length + FILES.length + SETS.length).toBeGreaterThanOrEqual(60)
})
