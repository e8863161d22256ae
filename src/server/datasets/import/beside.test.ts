import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '../../../base/sql.ts'
import { DatasetSchema } from '../../../engine/documents/dataset.ts'
import { type Bench, datasetBench } from '../testing.ts'

/** What stands beside a value: the currency of an amount in another column, and columns that no field took. */
const DEALS = DatasetSchema.parse({
  dataset: 'deals',
  key: ['no'],
  fields: { no: 'text', amount: { type: 'money', currencyField: 'cur' }, cur: 'text', extra: 'text', remark: 'text' },
})

let bench: Bench
beforeAll(async () => {
  bench = await datasetBench([DEALS])
})
afterAll(() => bench.close())

describe('an amount that is written with a currency', () => {
  test('is refused where the column of currencies says another, or none', async () => {
    const report = await bench.load(
      DEALS,
      'no,amount,cur,extra,remark\n1,$5,EUR,,\n2,CNY 7,EUR,,\n3,€8,,,\n4,9 USD,usd,,\n5,￥10,RMB,,\n6,$11,HKD,,\n7,(12),EUR,,\n8,$13,???,,\n',
      { onError: 'skip' },
    )
    expect(report.rows).toMatchObject({ read: 8, inserted: 4, bad: 4 })
    expect(report.bad.shown.map((d) => [d.code, d.place.line, d.params.value, d.params.currency ?? '', d.params.beside ?? ''])).toEqual([
      ['value.currency-differs', 2, '$5', 'EUR', 'cur'],
      ['value.currency-differs', 3, 'CNY 7', 'EUR', 'cur'],
      ['value.currency-differs', 4, '€8', '–', 'cur'],
      ['value.not-a-currency', 9, '???', '', ''],
    ])
    const kept = await bench.store.read((read) => read.query(sql`select no, trim_scale(amount)::text as amount, cur from data.deals order by no`))
    expect(kept).toEqual([
      { no: '4', amount: '9', cur: 'USD' },
      { no: '5', amount: '10', cur: 'CNY' },
      { no: '6', amount: '11', cur: 'HKD' },
      { no: '7', amount: '-12', cur: 'EUR' },
    ])
  })

  test('is refused where the file has no column of currencies at all', async () => {
    const report = await bench.load(DEALS, 'no,amount,extra,remark\n1,$5,,\n')
    expect([report.outcome, report.bad.shown.map((d) => d.code)]).toEqual(['rejected', ['value.currency-differs']])
  })
})

describe('a field without a column', () => {
  test('is named, with the closest column that nothing took', async () => {
    const { notices } = await bench.load(DEALS, 'no,amount,cur,Extra info,date\nA,1,EUR,x,y\n')
    expect(notices.map((n) => [n.code, n.severity, n.params.field ?? n.params.fields ?? '', n.params.near ?? ''])).toEqual([
      ['import.columns-unused', 'info', '', ''],
      ['import.field-near', 'warning', 'extra', 'Extra info'],
      ['import.fields-absent', 'info', 'remark', ''],
    ])
  })
})
