import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, openCompany, whoWith } from '../runs/testing-company.ts'
import { ask, sendTo } from './testing-asking.ts'

let c: Company
beforeAll(async () => {
  c = await openCompany([whoWith('root', null, 'admin')], { work: false })
})
afterAll(() => c?.drop())

const guess = (name: string, content: string) => sendTo(c, 'root', '/drafts/datasets/guess', { name, content: Buffer.from(content) })

test('a file of orders becomes a dataset with types, key, owner and day, which can be published as it is', async () => {
  const rows = ['D-1,陈晓东,2026-03-01,1200.50,3,是,C001', 'D-2,王思雨,2026/3/2,"¥2,000",1,否,C002', 'D-3,陈晓东,2026年3月5日,10,12,是,']
  const { status, body } = await guess('门店 销售.csv', `单号,销售员,成交日期,金额,件数,含税,备注\n${rows.join('\n')}\n`)
  expect(status).toBe(200)
  expect(body.body).toEqual({
    dataset: '门店_销售',
    name: '门店 销售',
    key: ['单号'],
    owner: '销售员',
    date: '成交日期',
    fields: {
      单号: { type: 'text', required: true },
      销售员: { type: 'employee' },
      成交日期: { type: 'date' },
      金额: { type: 'money' },
      件数: { type: 'integer' },
      含税: { type: 'boolean' },
      备注: { type: 'text' },
    },
  })
  expect(body).toMatchObject({ rows: 3, delimiter: ',', columns: [{ column: '单号', examples: ['D-1', 'D-2', 'D-3'], empty: 0, distinct: 3 }, {}, {}, {}, {}, {}, { empty: 1 }] })
  await ask(c, 'root', 'PUT', '/drafts/dataset/门店_销售', { body: body.body, revision: null })
  expect((await ask(c, 'root', 'POST', '/drafts/dataset/门店_销售/publish', { revision: 1 })).body).toMatchObject({ version: 1 })
})

test('columns that hold keys of a dataset refer to it, and lead to its seller; days that begin with the month are told apart; two columns may be the key', async () => {
  const { body } = await guess('lines.csv', '单号,line no,shipped on,zip\nD-1,1,03/25/2026,00123\nD-1,2,12/31/2025,20001\nD-2,1,12/31/2025,20001\n')
  expect(body.body).toEqual({
    dataset: 'lines',
    key: ['单号', 'line_no'],
    owner: '单号.销售员',
    date: 'shipped_on',
    fields: {
      单号: { type: 'reference', to: '门店_销售', required: true },
      line_no: { type: 'text', required: true, name: 'line no', column: 'line no' },
      shipped_on: { type: 'date', dateOrder: 'mdy', name: 'shipped on', column: 'shipped on' },
      zip: { type: 'text' },
    },
  })
})

test('a file of a dataset that is there is read as its document has it', async () => {
  const file = new URL('../../../examples/qingshan/data/订单.csv', import.meta.url)
  const { body } = await guess('订单副本.csv', await readFile(file, 'utf8'))
  const plan = (await ask(c, 'root', 'GET', '/documents/dataset/订单')).body.body
  expect([body.body.key, body.body.owner, body.body.date]).toEqual([plan.key, plan.owner, plan.date])
})

test('what is no table is refused', async () => {
  expect((await guess('empty.csv', '')).body.code).toBe('import.file-empty')
  expect((await sendTo(c, 'root', '/drafts/datasets/guess', { name: 'x.xlsx', content: Buffer.from('PK\u0003\u0004 nothing') })).status).toBe(400)
})
