import { describe, expect, it } from 'vitest'
import { describe as inWords } from '../../base/diagnostic.ts'
import { ID_NAMES, namesFrom, printExpr } from '../formula/print-ir.ts'
import { printMeasure } from '../formula/print-measure.ts'
import type { AggregateIr, Expr, MeasureIr, Unit } from '../ir.ts'
import { changed, checkRaw, DATASETS, MEASURES } from './testing.ts'
import { engineTexts } from './texts.ts'

/** The one measure of a plan, compiled; nothing may be said about it but warnings. */
function compiled(document: Record<string, unknown>, datasets: Record<string, unknown> = {}): MeasureIr {
  const { program, diagnostics } = checkRaw({ datasets, measures: { m: { measure: 'm', unit: 'money', ...document } } })
  expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([])
  const measure = program?.measures['m']
  if (measure === undefined) throw new Error('no measure')
  return measure
}

function aggregate(document: Record<string, unknown>, datasets: Record<string, unknown> = {}): AggregateIr {
  const { body } = compiled({ kind: 'aggregate', dataset: 'orders', aggregate: 'sum', ...document }, datasets)
  if (body.kind !== 'aggregate') throw new Error('not an aggregate')
  return body.aggregate
}

function formula(text: string, unit = 'money'): Expr {
  const { body } = compiled({ kind: 'formula', unit, formula: text })
  if (body.kind !== 'formula') throw new Error('not a formula')
  return body.expr
}

/** What is said in the reader's language about a plan with this measure. */
function said(document: Record<string, unknown>, lang: 'zh' | 'en'): string[] {
  const { diagnostics } = checkRaw({ measures: { m: { measure: 'm', unit: 'money', ...document } } })
  return diagnostics.map((d) => `${d.place.span === undefined ? '' : `${d.place.span.from}–${d.place.span.to} `}${inWords(d, lang, engineTexts).say}`)
}

const own = { line: 'own' }
const team = { line: 'reporting', depth: null, self: true, asOf: 'record' }
const value = (measure: string, scope: object = own, shifts: string[] = []) => ({ node: 'value', ref: { measure, scope, shifts } })
const num = (v: string) => ({ node: 'number', value: v })

describe('units', () => {
  it('names both units and the place where they do not fit', () => {
    const document = { kind: 'formula', formula: '1 + (销售额 + 客户数)' }
    expect(said(document, 'zh')).toEqual(['5–14 “销售额”的单位是元，“客户数”的单位是客户，单位不同，不能相加。'])
    expect(said(document, 'en')).toEqual(['5–14 “销售额” is in yuan and “客户数” is in customers; different units cannot be added.'])
  })

  it('says what the result is in', () => {
    expect(said({ kind: 'ratio', numerator: '销售额', denominator: '客户数 × 件数' }, 'zh')).toEqual(['算出来的单位是元/客户/件，但 unit 写的是元。'])
  })

  it.each<[string, string]>([
    ['销售额 ÷ 客户数', 'money/customer'],
    ['销售额 ÷ 客户数 × 客户数', 'money'],
    ['件数 × 3', '件'],
    ['销售额 ÷ 团队(销售额)', 'number'],
    ['销售额 ÷ 团队(销售额)', 'percent'],
    ['如果(付款率 > 80%, 销售额, 0)', '金额'],
    ['缺省(销售额, 0) + 最小(销售额, 100)', 'CNY'],
    ['100 - 1', 'customer'],
    ['如果(真, 空值, 客户数)', '客户'],
    ['1 ÷ 客户数', 'number/customer'],
  ])('%s is %s', (text, unit) => {
    formula(text, unit)
  })

  it('multiplies a price by a quantity to money', () => {
    expect(aggregate({ value: '数量 × (单价 - 产品.成本)' }).value).toMatchObject({ node: 'mul' })
  })

  it('knows what the units of fields and measures are made of', () => {
    const unit = (text: string): Unit => compiled({ kind: 'formula', unit: text, formula: '1' }).unit
    expect(unit('money/customer')).toEqual({ CNY: 1, customer: -1 })
    expect(unit('金额 / 客户 / 件')).toEqual({ CNY: 1, customer: -1, piece: -1 })
    expect(unit('number')).toEqual({})
  })
})

describe('percent', () => {
  it('is a fraction in formulas and hundredths in the measure', () => {
    expect(formula('付款率', 'percent')).toEqual(value('paid_rate'))
    expect(formula('付款率', 'number')).toEqual({ node: 'mul', left: value('paid_rate'), right: num('0.01') })
    expect(formula('1 - 付款率', 'percent')).toEqual({
      node: 'mul',
      left: { node: 'sub', left: num('1'), right: { node: 'mul', left: value('paid_rate'), right: num('0.01') } },
      right: num('100'),
    })
  })

  it('comes from a field as it is stored', () => {
    expect(aggregate({ unit: 'percent', aggregate: 'average', value: '折扣' }).value).toEqual({ node: 'field', path: [], field: 'discount', type: 'decimal' })
  })

  it('is entered as it is shown', () => {
    expect(compiled({ kind: 'entered', unit: 'percent', over: 'last' }).body).toMatchObject({ aggregate: { fn: 'last', value: { node: 'field', field: 'value' } } })
  })
})

describe('money', () => {
  const on = { node: 'field', path: [], field: 'ordered', type: 'date' }

  it('in the company’s currency stays as it is', () => {
    expect(aggregate({ value: 'amount' }).value).toEqual({ node: 'field', path: [], field: 'amount', type: 'money' })
  })

  it('in another currency is converted at the measure’s date', () => {
    const converted = { node: 'convert', to: 'CNY', on, scale: 2 }
    expect(aggregate({ value: '美元金额' }).value).toEqual({
      ...converted,
      of: { node: 'field', path: [], field: 'dollars', type: 'money' },
      currency: { node: 'text', value: 'USD' },
    })
    expect(aggregate({ value: '外币金额' }).value).toEqual({
      ...converted,
      of: { node: 'field', path: [], field: 'foreign', type: 'money' },
      currency: { node: 'field', path: [], field: 'currency', type: 'text' },
    })
    expect(aggregate({ value: '外币金额', date: 'shipped' }).value).toMatchObject({ on: { field: 'shipped', type: 'timestamp' } })
  })

  it('of another dataset is in the currency said there', () => {
    const products = changed(DATASETS['products'] ?? {}, { 'fields.cost.currencyField': 'currency', 'fields.currency': 'text' })
    const path = [{ field: 'product', dataset: 'products' }]
    expect(aggregate({ value: 'product.cost × quantity' }, { products }).value).toMatchObject({
      left: { node: 'convert', currency: { node: 'field', path, field: 'currency' }, on },
    })
  })
})

describe('aggregates', () => {
  it('take owner, date and shares from the dataset', () => {
    expect(aggregate({ value: 'amount', filter: '已付款' })).toEqual({
      dataset: 'orders',
      date: { node: 'field', path: [], field: 'ordered', type: 'date' },
      credit: {
        owner: { node: 'field', path: [], field: 'sales', type: 'employee' },
        splits: { dataset: 'shares', record: 'order', employee: 'who', percent: 'share', overlay: 'extra' },
        overlays: [],
      },
      weight: 'share',
      fn: 'sum',
      value: { node: 'field', path: [], field: 'amount', type: 'money' },
      filter: { node: 'field', path: [], field: 'paid', type: 'boolean' },
    })
  })

  it('with another owner have no shares of the first one', () => {
    expect(aggregate({ value: 'amount', owner: '客户.manager' }).credit).toEqual({
      owner: { node: 'field', path: [{ field: 'customer', dataset: 'customers' }], field: 'manager', type: 'employee' },
      splits: null,
      overlays: [],
    })
  })

  it.each([
    ['sum', 'share'],
    ['average', 'full'],
    ['min', 'full'],
  ])('%s counts by %s', (fn, weight) => {
    expect(aggregate({ aggregate: fn, value: 'amount' }).weight).toBe(weight)
  })

  it('count a dataset whose versions are dated, and follow references into it', () => {
    expect(aggregate({ aggregate: 'count', unit: 'order', filter: '客户.级别.name = "A"' }).filter).toMatchObject({
      left: {
        path: [
          { field: 'customer', dataset: 'customers' },
          { field: 'grade', dataset: 'grades' },
        ],
        field: 'name',
      },
    })
  })

  it('know what came first', () => {
    const { filter } = aggregate({ value: 'amount', filter: '首次(客户, 客户.区域 条件 状态 = "已完成" 近 90 天)' })
    expect(filter).toMatchObject({
      node: 'seen',
      what: 'first',
      keys: [{ field: 'customer' }, { field: 'region' }],
      where: { node: 'compare' },
      withinDays: 90,
      date: { field: 'ordered' },
    })
  })
})

describe('the other kinds', () => {
  it('ratio divides', () => {
    expect(compiled({ kind: 'ratio', unit: 'percent', numerator: 'revenue', denominator: 'team(revenue)', round: 2 })).toMatchObject({
      round: 2,
      body: { expr: { node: 'mul', left: { node: 'div', left: value('revenue'), right: value('revenue', team), scale: 40 }, right: num('100') } },
    })
  })

  it('growth compares with the period before, by the size of the base', () => {
    const then = value('revenue', own, ['last-year'])
    expect(compiled({ kind: 'growth', unit: 'number', of: '销售额', against: 'last-year' }).body).toEqual({
      kind: 'formula',
      expr: { node: 'div', left: { node: 'sub', left: value('revenue'), right: then }, right: { node: 'abs', of: then }, scale: 40 },
    })
  })

  it('growth of a measure gathered over a team keeps the team', () => {
    expect(compiled({ kind: 'growth', unit: 'percent', of: 'previous(team(revenue))', against: 'previous' }).body).toMatchObject({
      expr: { left: { right: { of: value('revenue', team, ['previous', 'previous']) } } },
    })
  })

  it('shifts go from the outside in', () => {
    expect(formula('上期(去年同期(销售额))')).toEqual(value('revenue', own, ['previous', 'last-year']))
  })

  it('a measure that is a team’s already keeps its team', () => {
    expect(formula('team_revenue + below_revenue')).toMatchObject({
      left: value('team_revenue', team),
      right: value('below_revenue', { line: 'sponsor', depth: null, self: false, asOf: 'record' }),
    })
  })

  it('entered values are an aggregate over the built-in dataset', () => {
    expect(compiled({ kind: 'entered' })).toMatchObject({
      kind: 'entered',
      body: {
        aggregate: { dataset: 'entered', fn: 'sum', weight: 'full', filter: { left: { field: 'measure' }, right: { value: 'm' } }, credit: { owner: { field: 'employee' } } },
      },
    })
  })

  it('a rating weights the sources that have data', () => {
    const rating = { kind: 'rating', unit: 'number', sources: { 上级: { weight: 62.5 }, 同事: { weight: '37.5', filter: 'score > 0' } } }
    const { program } = checkRaw({ measures: { m: { measure: 'm', ...rating } } })
    const hidden = Object.values(program?.measures ?? {}).filter((m) => m.hidden)
    expect(hidden.map((m) => m.measure)).toEqual(['m#上级', 'm#同事'])
    expect(printMeasure(hidden[0] as MeasureIr, { lang: 'zh', names: ID_NAMES })).toBe('“ratings”的平均 score，条件 measure = "m" 且 source = "上级"，按 date，算给 employee') // there are two
    expect(printMeasure(hidden[1] as MeasureIr, { lang: 'zh', names: ID_NAMES })).toContain('条件 measure = "m" 且 score > 0') // there are two
    const { body } = compiled(rating)
    expect(body.kind === 'formula' && printExpr(body.expr, { lang: 'en', names: ID_NAMES })).toBe(
      '(value_or(`m#上级` × 62.5, 0) + value_or(`m#同事` × 37.5, 0)) ÷ (if(`m#上级` is empty, 0, 62.5) + if(`m#同事` is empty, 0, 37.5))',
    )
  })

  it('a rating from a survey of one’s own takes its unit from the score', () => {
    const survey = { kind: 'rating', unit: 'percent', dataset: 'surveys', sources: { peer: { weight: 100 } } }
    compiled(survey)
    expect(said({ ...survey, unit: 'money' }, 'en')[0]).toContain('The result is in a plain number, but unit says yuan.')
    expect(said({ ...survey, sources: { per: { weight: 100 } } }, 'en')[0]).toContain('source can never be “per”.')
  })
})

describe('scopes', () => {
  it.each([
    ['team', team],
    ['downline', { line: 'sponsor', depth: null, self: false, asOf: 'record' }],
    [
      { line: 'reporting', depth: 2, asOf: 'period-end' },
      { line: 'reporting', depth: 2, self: true, asOf: 'period-end' },
    ],
    [
      { line: 'sponsor', depth: 'all', self: true },
      { line: 'sponsor', depth: null, self: true, asOf: 'record' },
    ],
  ])('%j', (scope, expected) => {
    expect(compiled({ kind: 'formula', formula: 'revenue', scope }).scope).toEqual(expected)
  })

  it('one team inside the same team is the same', () => {
    compiled({ kind: 'formula', formula: 'team_revenue ÷ 2', scope: 'team' })
  })
})

describe('circles', () => {
  it('are told once, with everybody in them', () => {
    const link = (measure: string, to: string) => ({ measure, kind: 'formula', unit: 'money', formula: `${to} + 1` })
    const { diagnostics } = checkRaw({ measures: { a: link('甲', '乙'), b: link('乙', 'previous(丙)'), c: link('丙', '甲'), d: link('丁', '甲') } })
    expect(diagnostics.map((d) => [d.code, d.place.file, d.params['circle']])).toEqual([['measure.cycle', 'a', '甲 → 乙 → 丙 → 甲']])
  })
})

describe('names', () => {
  it('are found by id before by display name, in either language', () => {
    const clash = { measure: '销售额', name: 'Other', kind: 'entered', unit: 'money' }
    const { program } = checkRaw({ measures: { clash, m: { measure: 'm', kind: 'formula', unit: 'money', formula: '销售额 + Revenue' } } })
    expect(program?.measures['m']?.body).toMatchObject({ expr: { left: value('销售额'), right: value('revenue') } })
  })

  it('compare in normal form, so that a name typed on another system is found', () => {
    const { program } = checkRaw({
      measures: { m: { measure: 'm', name: 'Ca\u0301lculo', kind: 'entered', unit: 'money' }, n: { measure: 'n', kind: 'formula', unit: 'money', formula: 'Cálculo' } },
    })
    expect(program?.measures['n']?.body).toMatchObject({ expr: value('m') })
  })

  it('cannot be taken from the machinery of the language', () => {
    const { diagnostics } = checkRaw({ measures: { m: { measure: 'm', kind: 'formula', unit: 'money', formula: 'constructor + toString + __proto__' } } })
    expect(diagnostics.map((d) => d.code)).toEqual(['name.unknown-measure', 'name.unknown-measure', 'name.unknown-measure'])
  })

  it('hostile ones are names like any other', () => {
    const name = 'x"; drop table data; --'
    const { program } = checkRaw({
      measures: { m: { measure: name, kind: 'entered', unit: 'money' }, n: { measure: 'n', kind: 'formula', unit: 'money', formula: `「${name}」` } },
    })
    expect(program?.measures['n']?.body).toMatchObject({ expr: value(name) })
  })
})

describe('a program', () => {
  it('is plain data: it survives JSON', () => {
    const { program } = checkRaw()
    expect(JSON.parse(JSON.stringify(program))).toEqual(program)
  })

  it('says its measures in words', () => {
    const { program } = checkRaw({
      measures: { m: { ...MEASURES['revenue'], measure: 'm', value: '外币金额', filter: '客户.区域 属于 ("北", "南") 且 首次(客户)', scope: 'team' } },
    })
    const measures = program?.measures ?? {}
    const datasets = Object.values(DATASETS) as never // as they come from YAML: the names are all that is read
    const say = (lang: 'zh' | 'en', id: string) => printMeasure(measures[id] as MeasureIr, { lang, names: namesFrom({ datasets, measures }, lang) }) // asked for by an id of this plan
    expect(say('zh', 'm')).toBe('“订单”的合计 外币金额，条件 客户.区域 属于 ("北", "南") 且 首次(客户)，按 下单日期，外币按当天汇率折算，算给 销售（按份额）；本人和汇报线下级')
    expect(say('en', 'm')).toBe(
      'sum of `Foreign amount` in Orders, where Customer.Region in ("北", "南") and first(Customer), by Ordered, foreign amounts at the rate of that day, credited to `Sales person` (by share); the person and everybody below on the reporting line',
    )
    expect(say('zh', 'paid_rate')).toBe('手工录入的值，取平均')
    expect(say('en', 'below_revenue')).toBe('Revenue; everybody below on the sponsor line')
  })
})
