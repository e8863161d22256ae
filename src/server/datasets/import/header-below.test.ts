import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HEADER_SEARCH } from '../../../base/limits.ts'
import { sql } from '../../../base/sql.ts'
import { DatasetSchema } from '../../../engine/documents/dataset.ts'
import { type Bench, datasetBench } from '../testing.ts'
import { workbookOf } from '../xlsx/testing.ts'

const RETURNS = DatasetSchema.parse({
  dataset: 'returns',
  name: { zh: '退货单' },
  key: ['no'],
  fields: { no: { type: 'text', column: '单号' }, day: { type: 'date', column: '日期' }, 金额: 'money' },
})

let bench: Bench
beforeAll(async () => {
  bench = await datasetBench([RETURNS])
})
afterAll(() => bench.close())

const numbers = async () =>
  (await bench.store.read((read) => read.query<{ no: string; line: string }>(sql`select no, _line::text as line from data.returns order by no`))).map((r) => `${r.no}:${r.line}`)

describe('a table below a title and notes, as business systems export it', () => {
  it('is found in a CSV file of any delimiter, and rows keep the line they stand on', async () => {
    for (const [i, delimiter] of [',', ';', '\t'].entries()) {
      const file = `退货单列表,,\r\n"导出时间：2026-06-30\n导出人：管理员",,\r\n\r\n单号,日期,金额\r\nA${i},2026/3/5,1\r\n`.replaceAll(',', delimiter)
      expect(await bench.load(RETURNS, file)).toMatchObject({ delimiter, rows: { read: 1, inserted: 1, bad: 0 } })
    }
    expect(await numbers()).toEqual(['A0:6', 'A1:6', 'A2:6'])
  })

  it('is found in a sheet', async () => {
    const book = workbookOf({ s: [['退货单列表'], [], ['日期：2026-06'], ['单号', '日期', '金额'], ['B1', '2026-03-05', '2'], ['B2', '2026-02-30', '2']] })
    const report = await bench.load(RETURNS, book, { name: 'b.xlsx' })
    expect(report.bad.shown).toMatchObject([{ code: 'value.no-such-day', place: { line: 6, column: 2 } }])
  })

  it('tells what is wrong with the header where it stands', async () => {
    await expect(bench.load(RETURNS, '退货单列表\n\n日期,金额,编号\n2026-03-05,1,C1\n')).rejects.toMatchObject({
      code: 'import.header',
      details: [{ code: 'import.column-missing', place: { line: 3 } }],
    })
  })

  it('is not looked for all through the file, nor made of one word in a note', async () => {
    await expect(bench.load(RETURNS, `x\n${'y\n'.repeat(HEADER_SEARCH)}单号,日期\nD1,2026-03-05\n`)).rejects.toMatchObject({ code: 'import.header', place: { line: 1 } })
    await expect(bench.load(RETURNS, 'x,y\n日期,2026-06\nD1,2026-03-05\n')).rejects.toMatchObject({ code: 'import.header', place: { line: 1 } })
  })

  it('names only columns that have a name', async () => {
    await expect(bench.load(RETURNS, '甲,,,\n1,,,\n')).rejects.toMatchObject({ details: [{ params: { 'hint@zh': expect.not.stringMatching(/、、|、。/) } }, {}] })
  })
})
