import { describe, expect, it } from 'vitest'
import { DATASETS, MEASURES } from './check/testing.ts'
import { CompanySchema } from './documents/company.ts'
import { DatasetSchema } from './documents/dataset.ts'
import { MeasureSchema } from './documents/measure.ts'
import { compileMeasureExpr, compileRecordExpr } from './preview.ts'

const company = CompanySchema.parse({ company: 'test', units: { customer: '客户', piece: '件', order: '单' } })
const datasets = Object.values(DATASETS).map((d) => DatasetSchema.parse(d))
const measures = Object.values(MEASURES).map((m) => MeasureSchema.parse(m))

describe('a formula by itself, as while it is typed', () => {
  it('over a record has a type and a unit', () => {
    expect(compileRecordExpr('数量 × 单价', { company, datasets, dataset: 'orders' })).toMatchObject({
      type: { kind: 'number', unit: { CNY: 1 } },
      expr: { node: 'mul' },
      diagnostics: [],
    })
    expect(compileRecordExpr('折扣 > 30%', { company, datasets, dataset: 'orders' })).toMatchObject({ type: { kind: 'boolean' }, diagnostics: [] })
  })

  it('over measures has a type and a unit', () => {
    expect(compileMeasureExpr('付款率', { company, measures })).toMatchObject({ type: { kind: 'number', unit: {} }, percent: true, expr: { node: 'mul' } })
    expect(compileMeasureExpr('销售额 ÷ 客户数', { company, measures }).type).toEqual({ kind: 'number', unit: { CNY: 1, customer: -1 } })
  })

  it('has no expression where something is wrong, and says what', () => {
    expect(compileRecordExpr('数量 + 单价', { company, datasets, dataset: 'orders' })).toMatchObject({
      expr: null,
      diagnostics: [{ code: 'unit.mismatch', place: { span: { from: 0, to: 7 } } }],
    })
    expect(compileMeasureExpr('销售', { company, measures })).toMatchObject({ expr: null, type: null, diagnostics: [{ code: 'name.unknown-measure' }] })
  })

  it('needs a date for what came before, which may be another one than the dataset’s', () => {
    const customers = { company, datasets, dataset: 'customers' }
    expect(compileRecordExpr('首次(区域)', customers)).toMatchObject({ expr: null, diagnostics: [{ code: 'measure.no-date' }] })
    expect(compileRecordExpr('首次(区域)', { ...customers, date: 'joined' })).toMatchObject({ expr: { node: 'seen', date: { field: 'joined' } }, diagnostics: [] })
  })
})
