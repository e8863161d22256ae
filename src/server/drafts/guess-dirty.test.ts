import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { workbookOf } from '../datasets/xlsx/testing.ts'
import { asking } from '../records/testing-asking.ts'
import { type Company, openCompany, whoWith } from '../runs/testing-company.ts'
import { ask, sendTo } from './testing-asking.ts'

let c: Company
beforeAll(async () => {
  c = await openCompany([whoWith('root', null, 'admin')], { work: false })
})
afterAll(() => c?.drop())

const guess = async (name: string, content: string | Buffer) => (await sendTo(c, 'root', '/drafts/datasets/guess', { name, content: Buffer.from(content) })).body

/** The first rows as an import would read them, by a dataset made from the file itself. */
async function readBack(name: string, content: string | Buffer) {
  const { body } = await guess(name, content)
  await ask(c, 'root', 'PUT', `/drafts/dataset/${body.dataset}`, { body, revision: null })
  expect((await ask(c, 'root', 'POST', `/drafts/dataset/${body.dataset}/publish`, { revision: 1 })).body).toMatchObject({ version: 1 })
  const { body: sent } = await asking(c).upload('root', body.dataset, { name, content })
  const { body: preview } = await c.get('root', `/uploads/${sent.upload}/preview`)
  expect(preview.problems).toEqual([])
  return { body, preview, rows: preview.rows.map((row: Row) => Object.values(row.cells).map((cell) => cell.value ?? cell.problem?.detail)) }
}

interface Row {
  readonly cells: Readonly<Record<string, { readonly value: string | null; readonly problem?: { readonly detail: string; readonly cure: string } }>>
}

describe('files as people have them', () => {
  test('days and amounts in every usual spelling, with semicolons', async () => {
    const lines = ['S-1;1997/7/4;"¥1,234.50"', 'S-2;1997年7月4日;（1,234.50）', 'S-3;1997-07-04;(20)', 'S-4;1997.7.4;＄3']
    const { body, preview, rows } = await readBack('散单.csv', `单号;日期;金额\n${lines.join('\n')}\n`)
    expect(preview.delimiter).toBe(';')
    expect(body.fields).toMatchObject({ 日期: { type: 'date' }, 金额: { type: 'money' } })
    expect(rows).toEqual([
      ['S-1', '1997-07-04', '1234.5'],
      ['S-2', '1997-07-04', '-1234.5'],
      ['S-3', '1997-07-04', '-20'],
      ['S-4', '1997-07-04', 'Line 5, column 金额: “＄3” is in another currency; the column is in CNY.'],
    ])
  })

  test('a table below a title in a workbook', async () => {
    const book = workbookOf({ 明细: [['1997年第四季度销售明细'], [], ['单号', '日期', '金额'], ['X-1', '1997/7/4', '¥1,234.50'], ['X-2', '1997年7月4日', '（1,234.50）']] })
    const { preview, rows } = await readBack('明细.xlsx', book)
    expect(preview.headerLine).toBe(3)
    expect(rows).toEqual([
      ['X-1', '1997-07-04', '1234.5'],
      ['X-2', '1997-07-04', '-1234.5'],
    ])
    const csv = await guess('notes.csv', '销售明细,,\n导出人：管理员,,\n单号,日期,金额\nN-1,1997/7/4,10\n')
    expect(csv).toMatchObject({ rows: 1, columns: [{ column: '单号' }, { column: '日期' }, { column: '金额' }] })
    expect(await guess('one.csv', '单号\nO-1\nO-2\n')).toMatchObject({ rows: 2, columns: [{ column: '单号' }] })
  })

  test('GBK', async () => {
    const head = Buffer.concat([Buffer.from([181, 165, 186, 197]), Buffer.from(',day,note\nG-1,1997/7/4,'), Buffer.from([0xd6, 0xd0, 0xce, 0xc4]), Buffer.from('\n')])
    const { preview, rows } = await readBack('gbk.csv', head)
    expect([preview.encoding, rows]).toEqual(['gb18030', [['G-1', '1997-07-04', '中文']]])
  })
})
