import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FUNCTIONS, WORDS } from '../formula/functions.ts'
import { ID_NAMES, type Names, printExpr } from '../formula/print-ir.ts'
import type { Expr } from '../ir.ts'
import { checkRaw } from './testing.ts'
import { checkWithTables, TABLES } from './testing-tables.ts'

/** The value and filter of an aggregate over the orders, compiled; null where something is wrong. */
function overRecord(value: string, filter: string): { value: Expr | null; filter: Expr | null } | null {
  const { program } = checkRaw({ tables: TABLES, measures: { m: { measure: 'm', kind: 'aggregate', unit: 'number', dataset: 'orders', aggregate: 'average', value, filter } } })
  const body = program?.measures['m']?.body
  return body?.kind === 'aggregate' ? body.aggregate : null
}

function overMeasures(formula: string): Expr | null {
  const { program } = checkRaw({ tables: TABLES, measures: { m: { measure: 'm', kind: 'formula', unit: 'number', formula } } })
  const body = program?.measures['m']?.body
  return body?.kind === 'formula' ? body.expr : null
}

/** An amount of an incentive plan; null where something is wrong. */
function inPlan(amount: string): Expr | null {
  const { program } = checkWithTables({ in: 'plan', change: { components: [{ component: 'a', amount: `pay(x) × (${amount})` }] } })
  const expr = program?.incentives['plan']?.components[0]?.now.amount
  return expr?.node === 'mul' ? expr.right : null
}

/** Ids as names, with what is a percentage. */
const names: Names = {
  ...ID_NAMES,
  fieldPercent: (_, field) => field === 'discount',
  percent: (id) => id === 'paid_rate',
  scope: (id) => ({ ...(id === 'team_revenue' ? { line: 'reporting', depth: null, self: true, asOf: 'record' } : { line: 'own' }) }) as ReturnType<Names['scope']>,
} // the one measure with a scope of its own

const text = (...parts: (string | fc.Arbitrary<string>)[]) => fc.tuple(...parts.map((p) => (typeof p === 'string' ? fc.constant(p) : p))).map((all) => all.join(''))
const literal = fc.oneof(fc.nat(9999).map(String), fc.constantFrom('0.5', '30%', '1.5万'))

/** Formulas over a record that are right: plain numbers, dates and conditions. */
const record = fc.letrec<{ number: string; condition: string }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(
      '折扣',
      'quantity ÷ quantity',
      '天数(下单日期, 发货时间) ÷ 天数(客户.joined, 下单日期)',
      '年(下单日期)',
      '金额 ÷ 外币金额',
      'discount',
      '阶梯(提成阶梯, 金额) ÷ 金额',
      '查表(matrix, 客户.区域, 折扣)',
      'curve(speed, discount)',
    ),
    text('(', tie('number'), fc.constantFrom(' + ', ' - ', ' × '), tie('number'), ')'),
    text(tie('number'), ' ÷ (', tie('number'), ' + 1)'),
    text('-', tie('number')),
    text('四舍五入(', tie('number'), ', 2)'),
    text('如果(', tie('condition'), ', ', tie('number'), ', ', tie('number'), ')'),
    text(fc.constantFrom('最小', '最大', '缺省'), '(', tie('number'), ', ', literal, ', ', tie('number'), ')'),
    text('绝对值(', tie('number'), ')'),
  ),
  condition: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(
      '已付款',
      '状态 = "新建"',
      '客户.区域 不属于 ("北", "南")',
      '客户 为空',
      '客户.区域 包含 "北"',
      '首次(客户, 客户.区域 条件 金额 > 1万 近90天)',
      '曾有(product)',
      '发货时间 < 日期("2026-03-01")',
    ),
    text(tie('number'), fc.constantFrom(' > ', ' = ', ' ≠ ', ' ≤ '), literal),
    text('(', tie('condition'), fc.constantFrom(' 且 ', ' 或 '), tie('condition'), ')'),
    text('非 (', tie('condition'), ')'),
  ),
}))

const formula = fc.letrec<{ number: string }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(
      '付款率',
      '销售额 ÷ 团队(销售额)',
      '上期(付款率)',
      '客户数 ÷ 去年同期(上期(客户数))',
      'team_revenue ÷ 下线(revenue, 3)',
      '销售额 ÷ previous(team_revenue)',
      '达成率(去年同期(付款率))',
      '目标(付款率)',
      '本年累计(上期(客户数)) ÷ 冲刺(客户数)',
    ),
    text('阶梯(share, ', tie('number'), ')'),
    text('阶梯(share, ', tie('number'), ' × 销售额, 目标(销售额))'),
    text('曲线(加速曲线, ', tie('number'), ')'),
    text('查表(费率表, 如果(', tie('number'), ' > 0, "北", "南"), ', tie('number'), ')'),
    text('(', tie('number'), fc.constantFrom(' + ', ' - ', ' × '), tie('number'), ')'),
    text('如果(', tie('number'), ' > 3 且 销售额 不为空, ', tie('number'), ', 空值)'),
    text('round(-', tie('number'), ')'),
  ),
}))

const reward = fc.letrec<{ number: string }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('得分() ÷ 100', '系数()', '司龄()', '在岗比例()', '折算达成率(团队(销售额))', '薪酬(「绩效 工资」) ÷ 折算目标(revenue)', '折算目标(付款率)', '达成率(付款率)'),
    text('(', tie('number'), fc.constantFrom(' + ', ' - ', ' × '), tie('number'), ')'),
    text('如果(等级() = "A" 或 ', tie('number'), ' > 1, ', tie('number'), ', 0)'),
    text('查表(matrix, 等级(), ', tie('number'), ')'),
    text('阶梯(bonus, ', tie('number'), ') ÷ pay(base)'),
  ),
}))

describe('formulas that are right', () => {
  it('print, in both languages, to formulas that compile to the same', () => {
    fc.assert(
      fc.property(record.number, record.condition, (value, filter) => {
        const first = overRecord(value, filter)
        expect(first, `${value} | ${filter}`).not.toBeNull()
        for (const lang of ['zh', 'en'] as const) {
          const print = (expr: Expr | null | undefined) => (expr ? printExpr(expr, { lang, names, dataset: 'orders' }) : '')
          expect(overRecord(print(first?.value), print(first?.filter))).toEqual(first)
        }
      }),
      { numRuns: 150 },
    )
  }, 60_000)

  it('over measures too', () => {
    fc.assert(
      fc.property(formula.number, (written) => {
        const first = overMeasures(written)
        expect(first, written).not.toBeNull()
        for (const lang of ['zh', 'en'] as const) expect(overMeasures(first === null ? '' : printExpr(first, { lang, names }))).toEqual(first)
      }),
      { numRuns: 150 },
    )
  }, 60_000)
})

describe('amounts of incentive plans that are right', () => {
  it('print, in both languages, to formulas that compile to the same', () => {
    fc.assert(
      fc.property(reward.number, (written) => {
        const first = inPlan(written)
        expect(first, written).not.toBeNull()
        for (const lang of ['zh', 'en'] as const) expect(inPlan(first === null ? '' : printExpr(first, { lang, names }))).toEqual(first)
      }),
      { numRuns: 100 },
    )
  }, 60_000)
})

describe('whatever is written', () => {
  const pieces = fc.constantFrom(
    ...WORDS.keys(),
    ...FUNCTIONS.flatMap((f) => [f.name.zh, f.name.en]),
    '金额',
    '客户',
    '客户.区域',
    '状态',
    '折扣',
    '销售额',
    '付款率',
    'team_revenue',
    '"新建"',
    '3',
    '30%',
    '(',
    ')',
    ',',
    '+',
    '-',
    '×',
    '÷',
    '=',
    '<',
    '条件',
    '近 3 天',
    ...Object.keys(TABLES),
  )

  it('the check answers, with places inside the formula', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
        const written = parts.join(' ')
        const { diagnostics } = checkRaw({
          tables: TABLES,
          incentives: { c: { incentive: 'c', every: 'month', components: [{ component: 'c', amount: written, when: written }] } },
          measures: {
            a: { measure: 'a', kind: 'aggregate', unit: 'number', dataset: 'orders', aggregate: 'average', value: written, filter: written },
            b: { measure: 'b', kind: 'formula', unit: 'number', formula: written },
          },
        })
        for (const { place } of diagnostics) {
          if (place.span === undefined) continue
          expect(place.span.from).toBeGreaterThanOrEqual(0)
          expect(place.span.to).toBeLessThanOrEqual(written.length)
        }
      }),
      { numRuns: 300 },
    )
  }, 60_000)
})
