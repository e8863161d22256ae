import { describe, expect, test } from 'vitest'
import { DOCUMENT_SCHEMAS, type DocumentKind } from '../../engine/documents/parse.ts'
import { publishedSchema } from '../../engine/documents/published.ts'
import { KEY_WORDS } from './key-words.ts'
import { type NamesOfIds, type Telling, toldDifferences } from './words.ts'

const names: NamesOfIds = {
  measures: new Map([
    ['revenue', { zh: '销售额', en: 'Revenue' }],
    ['visits', { zh: '拜访', en: 'Visits' }],
  ]),
  datasets: new Map([['orders', { zh: '订单', en: 'Orders' }]]),
  roles: new Map([['hunter', '客户拓展']]),
}

const telling = (kind: DocumentKind, lang: 'zh' | 'en' = 'zh'): Telling => ({ kind, lang, names })

/** Place, old and new of each difference. */
const told = (kind: DocumentKind, was: unknown, is: unknown, lang: 'zh' | 'en' = 'zh') =>
  toldDifferences(was, is, telling(kind, lang)).map(({ place, beforeText, afterText }) => [place, beforeText, afterText])

const LINE = { line: 'sales', measure: 'revenue', weight: 60, score: { rule: 'linear', cap: 120 } }
const SCHEME = {
  scheme: 's',
  name: { zh: '开拓', en: 'Hunters' },
  role: ['hunter'],
  every: 'quarter',
  lines: [LINE, { line: 'v', name: '拜访量', measure: 'visits', weight: '40%' }],
}

describe('differences of documents', () => {
  test('are told by the names of lines, with weights in percent, in both languages', () => {
    const is = { ...SCHEME, from: '2026-07-01', every: 'month', lines: [{ ...LINE, weight: 50 }, SCHEME.lines[1]], weights: { '2026-Q1': { sales: 70 } } }
    expect(told('scheme', SCHEME, is)).toEqual([
      ['周期', '每季度', '每月'],
      ['考核项“销售额” · 权重', '60 %', '50 %'],
      ['生效日期', null, '2026-07-01'],
      ['权重“2026-Q1”“销售额”', null, '70 %'],
    ])
    expect(told('scheme', SCHEME, is, 'en').slice(0, 2)).toEqual([
      ['period', 'quarterly', 'monthly'],
      ['line “Revenue” · weight', '60 %', '50 %'],
    ])
  })

  test('tell roles, measures and choices by their names, and what is not there any more', () => {
    const is = { ...SCHEME, role: ['hunter', 'farmer'], name: { zh: '开拓', en: 'Hunter' }, lines: [LINE] }
    expect(told('scheme', SCHEME, is)).toEqual([
      ['名称 · 英文', 'Hunters', 'Hunter'],
      ['适用角色', '客户拓展', '客户拓展、farmer'],
      ['考核项“拜访量” · 标识', 'v', null],
      ['考核项“拜访量” · 名称', '拜访量', null],
      ['考核项“拜访量” · 指标', '拜访', null],
      ['考核项“拜访量” · 权重', '40 %', null],
    ])
  })

  test('tell tiers by their number, and tables of a plan by their key', () => {
    const plan = (rate: string) => ({ incentive: 'p', tables: { 提成: { kind: 'tiers', mode: 'marginal', of: 'money', tiers: [{ rate: '2%' }, { from: 100000, rate }] } } })
    expect(told('incentive', plan('3%'), plan('4%'))).toEqual([['表“提成” · 第 2 档 · 比例', '3%', '4%']])
    expect(told('incentive', plan('3%'), plan('4%'), 'en')).toEqual([['table “提成” · tier 2 · rate', '3%', '4%']])
  })

  test('of a field that is called like a key are told by its id, and drafts may hold anything', () => {
    const dataset = (type: string) => ({ dataset: 'x', fields: { name: { type }, weight: { type: 'decimal' } } })
    expect(told('dataset', dataset('text'), dataset('employee'))).toEqual([['字段“name” · 类型', '文字', '员工']])
    expect(told('measure', { kind: 'ratio', numerator: 'revenue' }, { kind: 'ratio', numerator: 'gone', unheard: [{ of: 1 }, 2, null] })).toEqual([
      ['分子', '销售额', 'gone'],
      ['第 1 个unheard · 依据', null, '1'],
      ['第 2 个unheard', null, '2'],
    ])
    expect(toldDifferences(null, 'nothing', telling('scheme'))).toEqual([{ path: '', place: '', before: null, after: 'nothing', beforeText: null, afterText: 'nothing' }])
  })

  test('tell who counts a record of a dataset, and everything of a company', () => {
    const was = { dataset: 'orders', key: ['no'], owner: 'seller', fields: { no: 'text' } }
    const is = {
      ...{ ...was, owner: 'order.seller', key: 'row', effective: 'since' },
      splits: { dataset: 'orders', record: 'order', employee: 'who', percent: 'share', overlay: 'beside' },
      overlays: [{ to: 'presales', percent: 10 }],
    }
    expect(told('dataset', was, is)).toEqual([
      ['主键', 'no', '整行内容'],
      ['归属人', 'seller', 'order.seller'],
      ['按日期生效', null, 'since'],
      ['分成 · 分成表', null, '订单'],
      ['分成 · 指向记录的字段', null, 'order'],
      ['分成 · 谁', null, 'who'],
      ['分成 · 比例', null, 'share'],
      ['分成 · 另计的标记', null, 'beside'],
      ['第 1 个叠加 · 计给', null, 'presales'],
      ['第 1 个叠加 · 再计', null, '10 %'],
    ])
    const company = { company: 'c', name: '旧名', currency: 'CNY', calendar: { kind: 'months', yearStartMonth: 1 }, units: { 单: { zh: '单', en: 'order' } } }
    const weeks = { kind: 'weeks', pattern: [4, 4, 5], years: { 2026: '2025-12-29' }, weekStart: 'monday' }
    const changed = { ...company, name: '新名', currency: 'USD', currencyDecimals: 0, calendar: weeks, units: { 单: { zh: '订单', en: 'order' }, 次: '次' } }
    expect(told('company', company, changed)).toEqual([
      ['公司名称', '旧名', '新名'],
      ['本位币', 'CNY', 'USD'],
      ['日历 · 怎样划分期间', '自然月', '按周的财年'],
      ['日历 · 每季周数', null, '4、4、5'],
      ['日历 · 年度“2026”', null, '2025-12-29'],
      ['日历 · 一周从哪天开始', null, '星期一'],
      ['单位“单” · 中文', '单', '订单'],
      ['单位“次”', null, '次'],
      ['金额小数位数', null, '0'],
      ['日历 · 年度起始月', '1', null],
    ])
    expect(told('company', company, changed, 'en')[2]).toEqual(['calendar · how time is cut', 'calendar months', 'years of weeks'])
  })

  test('every key of every schema has words', () => {
    const unsaid = Object.keys(DOCUMENT_SCHEMAS).flatMap((kind) => [...keysIn(JSON.parse(publishedSchema(kind as DocumentKind)))].filter((key) => KEY_WORDS[key] === undefined)) // as: its keys.
    expect([...new Set(unsaid)].filter((key) => !['line', 'depth'].includes(key))).toEqual([])
  })
})

/** Names of properties anywhere in a JSON schema. */
function keysIn(schema: unknown): Set<string> {
  if (typeof schema !== 'object' || schema === null) return new Set()
  const own = 'properties' in schema && typeof schema.properties === 'object' ? Object.keys(schema.properties ?? {}) : []
  return new Set([...own, ...Object.values(schema).flatMap((part) => [...keysIn(part)])])
}
