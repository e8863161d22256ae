import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CompanySchema } from '../documents/company.ts'
import { DatasetSchema } from '../documents/dataset.ts'
import { MeasureSchema } from '../documents/measure.ts'
import { TableSchema } from '../documents/table.ts'
import { compileAmountExpr, compileMeasureExpr, compileRecordExpr } from '../preview.ts'
import { FUNCTIONS, PLACE_WORDS, WORDS } from './functions.ts'
import { withFunctionTable } from './reference-table.ts'

const docs = join(import.meta.dirname, '..', '..', '..', 'docs')
const references = { zh: readFileSync(join(docs, 'formula.md'), 'utf8'), en: readFileSync(join(docs, 'en', 'formula.md'), 'utf8') }

/** The company that the examples are about; ids are the English names, display names the Chinese ones. */
const company = CompanySchema.parse({ company: 'examples', units: { customer: '客户' } })
const field = (type: string, name: string, more: object = {}) => ({ type, name, ...more })
const datasets = [
  {
    dataset: 'orders',
    key: ['id'],
    owner: 'sales',
    date: 'ordered',
    fields: {
      id: 'text',
      sales: 'employee',
      ordered: field('date', '下单日期'),
      shipped: field('timestamp', '发货日期'),
      status: field('choice', '状态', { choices: ['已完成', '取消', 'done', 'cancelled'] }),
      amount: field('money', '金额'),
      quantity: field('integer', '数量'),
      price: field('money', '单价'),
      discount: field('decimal', '折扣'),
      region: field('text', '区域'),
      customer: field('reference', '客户', { to: 'customers' }),
    },
  },
  { dataset: 'customers', key: ['id'], fields: { id: 'text', name: field('text', '名称'), grade: field('text', '级别') } },
].map((d) => DatasetSchema.parse(d))
const measures = [
  { measure: 'revenue', name: '销售额', unit: 'money' },
  { measure: 'cost', name: '成本', unit: 'money' },
  { measure: 'customers', name: '客户数', unit: 'customer' },
  { measure: 'win_rate', name: '赢单率', unit: 'percent' },
].map((m) => MeasureSchema.parse({ kind: 'entered', ...m }))

const tables = [
  { table: 'commission', name: '提成表', kind: 'tiers', mode: 'marginal', of: 'money', tiers: [{ rate: '3%' }] },
  { table: 'quota_tiers', name: '目标提成表', kind: 'tiers', mode: 'marginal', of: 'percent', tiers: [{ to: '80%', rate: '1%' }, { rate: '3%' }] },
  {
    table: 'accelerator',
    name: '加速曲线',
    kind: 'curve',
    of: 'percent',
    pays: 'number',
    points: [
      { at: '80%', value: 0 },
      { at: '100%', value: 1 },
    ],
  },
  { table: 'rates', name: '费率表', kind: 'lookup', by: [{ key: 'grade' }, { key: 'rate', range: 'percent' }], pays: 'number', rows: [{ value: 1 }] },
].map((t) => TableSchema.parse(t))

describe.each(['zh', 'en'] as const)('the language reference in %s', (lang) => {
  const text = references[lang]

  it('has the current function table; if not, run npx tsx scripts/schema.ts', () => {
    expect(text).toBe(withFunctionTable(text, lang))
    for (const f of FUNCTIONS) expect(text).toContain(f.signature[lang])
  })

  const examples = (kind: string) => [...text.matchAll(new RegExp(`\`\`\`${kind}\n([\\s\\S]*?)\`\`\``, 'g'))].flatMap((block) => (block[1] ?? '').trim().split('\n'))

  it('shows only formulas over records that compile', () => {
    expect(examples('record').length).toBeGreaterThan(8)
    for (const example of examples('record')) expect([example, compileRecordExpr(example, { company, datasets, dataset: 'orders' }).diagnostics]).toEqual([example, []])
  })

  it('shows only formulas over measures that compile', () => {
    expect(examples('measures').length).toBeGreaterThan(8)
    for (const example of examples('measures')) expect([example, compileMeasureExpr(example, { company, measures, tables }).diagnostics]).toEqual([example, []])
  })

  it('shows only formulas of incentive plans that compile', () => {
    expect(examples('amounts').length).toBeGreaterThan(5)
    for (const example of examples('amounts')) expect([example, compileAmountExpr(example, { company, measures, tables }).diagnostics]).toEqual([example, []])
  })
})

describe('the words of the language', () => {
  it('mean one thing each', () => {
    const names = FUNCTIONS.flatMap((f) => [f.name.zh, f.name.en])
    expect(new Set(names).size).toBe(names.length)
    for (const word of WORDS.keys()) expect(names).not.toContain(word)
    for (const word of [...PLACE_WORDS.where, ...PLACE_WORDS.within]) expect([...names, ...WORDS.keys()]).not.toContain(word)
  })
})
