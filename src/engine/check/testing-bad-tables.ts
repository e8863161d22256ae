import type { BadTable } from './testing-tables.ts'
import type { EngineCode } from './texts.ts'

function bad(code: EngineCode, table: string, change: Record<string, unknown>, path: string): BadTable {
  return { code, in: table, change, path }
}

/** A wrong formula over measures. */
function formula(code: EngineCode, text: string, at: string): BadTable {
  return { code, in: 'bonus_share', change: { formula: text }, path: 'formula', at }
}

/** A wrong formula over records. */
function value(code: EngineCode, text: string, at: string): BadTable {
  return { code, in: 'record_commission', change: { value: text }, path: 'value', at }
}

/** A wrong formula of the incentive plan. */
function amount(code: EngineCode, text: string, at: string): BadTable {
  return { code, in: 'plan', change: { 'components.0.amount': text }, path: 'components.0.amount', at }
}

const tiers: BadTable[] = [
  bad('tiers.overlap', 'ladder', { 'tiers.1.from': 900 }, 'tiers.1.from'),
  bad('tiers.overlap', 'ladder', { 'tiers.2.from': 500 }, 'tiers.2.from'),
  bad(
    'tiers.overlap',
    'share',
    {
      tiers: [
        { from: '0%', to: '60%', amount: '10%' },
        { from: '50%', to: '100%', amount: '20%' },
      ],
    },
    'tiers.1.from',
  ),
  bad('tiers.gap', 'ladder', { 'tiers.1.from': 1001 }, 'tiers.1.from'),
  bad('tiers.gap', 'bonus', { 'tiers.2.from': '100.01%' }, 'tiers.2.from'),
  bad(
    'tiers.order',
    'ladder',
    {
      tiers: [
        { from: 1000, to: 3000, rate: '2%' },
        { from: 0, to: 1000, rate: '1%' },
      ],
    },
    'tiers.1.from',
  ),
  bad('tiers.empty', 'ladder', { 'tiers.1.to': 1000 }, 'tiers.1.to'),
  bad('tiers.empty', 'ladder', { 'tiers.1.to': 500 }, 'tiers.1.to'),
  bad('tiers.empty', 'ladder', { 'tiers.0.to': -5 }, 'tiers.0.to'),
  bad('tiers.open', 'bonus', { 'tiers.0.to': undefined }, 'tiers.0'),
  bad('tiers.any', 'bonus', { 'tiers.2.from': 'any' }, 'tiers.2.from'),
  bad('tiers.both', 'ladder', { 'tiers.1.amount': 20 }, 'tiers.1.amount'),
  bad('tiers.neither', 'ladder', { 'tiers.1.rate': undefined }, 'tiers.1'),
  bad('tiers.mixed', 'ladder', { 'tiers.1': { to: 3000, amount: 20 } }, 'tiers.1.amount'),
  bad('tiers.interpolated-rates', 'ladder', { mode: 'interpolated', 'tiers.2.to': 9000 }, 'mode'),
  bad('tiers.interpolated-open', 'share', { 'tiers.1.to': undefined }, 'tiers.1'),
  bad('tiers.interpolated-open', 'share', { 'tiers.0.from': 'any' }, 'tiers.0.from'),
  bad('tiers.no-boundary', 'ladder', { mode: 'whole' }, 'mode'),
  bad('tiers.no-boundary', 'bonus', { mode: 'marginal', boundary: undefined }, 'mode'),
  bad('tiers.no-pays', 'bonus', { pays: undefined }, ''),
  bad('tiers.rate-high', 'ladder', { 'tiers.2.rate': 3 }, 'tiers.2.rate'),
  bad('tiers.rate-mixed', 'ladder', { 'tiers.2.rate': 0.4 }, 'tiers.2.rate'),
  bad('tiers.negative', 'ladder', { 'tiers.2.rate': '-3%' }, 'tiers.2.rate'),
  bad('table.percent-due', 'bonus', { 'tiers.0.to': 60 }, 'tiers.0.to'),
  bad('table.percent-due', 'share', { 'tiers.0.amount': 0.1 }, 'tiers.0.amount'),
  bad('table.amount-due', 'ladder', { 'tiers.0.to': '80%', 'tiers.1.from': undefined }, 'tiers.0.to'),
  bad('table.amount-due', 'bonus', { 'tiers.1.amount': '5%' }, 'tiers.1.amount'),
  bad('table.amount-due', 'each_piece', { 'tiers.1.rate': '3%' }, 'tiers.1.rate'),
  bad('name.unknown-unit', 'ladder', { of: 'mony' }, 'of'),
  bad('unit.percent-compound', 'bonus', { pays: 'percent/customer' }, 'pays'),
  bad('formula.number-too-long', 'ladder', { 'tiers.1.to': '9'.repeat(41) }, 'tiers.1.to'),
  bad('document.format', 'ladder', { 'tiers.1.to': '3,000' }, 'tiers.1.to'),
  bad('document.choice', 'ladder', { mode: 'margin' }, 'mode'),
  bad('table.too-long', 'ladder', { tiers: Array.from({ length: 2001 }, (_, i) => ({ to: i + 1, rate: '1%' })) }, 'tiers'),
]

const curvesAndLookups: BadTable[] = [
  bad('curve.order', 'speed', { 'points.1.at': '50%' }, 'points.1.at'),
  bad('curve.order', 'speed', { 'points.2.at': '90%' }, 'points.2.at'),
  bad('curve.falls', 'speed', { 'points.2.value': 0.9 }, 'points.2.value'),
  bad('table.percent-due', 'speed', { 'points.1.at': 1 }, 'points.1.at'),
  bad('table.amount-due', 'speed', { pays: 'money', 'points.1.value': '100%' }, 'points.1.value'),
  bad('lookup.key-twice', 'matrix', { 'by.2': { key: 'region' } }, 'by.2.key'),
  bad('lookup.unknown-key', 'matrix', { 'rows.0.when.regin': '北' }, 'rows.0.when.regin'),
  bad('lookup.text-due', 'matrix', { 'rows.0.when.region': { from: 1 } }, 'rows.0.when.region'),
  bad('lookup.range-due', 'matrix', { 'rows.0.when.discount': 5 }, 'rows.0.when.discount'),
  bad('lookup.range-due', 'matrix', { 'rows.0.when.discount': ['5%', '6%'] }, 'rows.0.when.discount'),
  bad('lookup.empty-range', 'matrix', { 'rows.1.when.discount': { from: '20%', to: '20%' } }, 'rows.1.when.discount'),
  bad('lookup.overlap', 'matrix', { 'rows.1.when.region': '北', 'rows.1.when.discount.from': '9%' }, 'rows.1.when'),
  bad('lookup.overlap', 'matrix', { 'rows.3': { when: { region: ['东', '南'], discount: { from: '19.9%' } }, value: 0 } }, 'rows.3.when'),
  bad(
    'lookup.gap',
    'matrix',
    {
      rows: [
        { when: { region: '北', discount: { to: '10%' } }, value: '5%' },
        { when: { region: '北', discount: { from: '15%' } }, value: '3%' },
        { when: { region: '东', discount: { from: '10%' } }, value: '3%' },
      ],
      otherwise: undefined,
    },
    'rows.1.when',
  ),
  bad('lookup.unreachable', 'matrix', { 'rows.2.when.region': '西', 'rows.3.when': { region: '西', discount: { to: '50%' } } }, 'rows.3.when'),
  bad('lookup.unreachable', 'matrix', { 'rows.2.when': {} }, 'rows.3.when'),
  bad('table.percent-due', 'matrix', { 'rows.0.when.discount.to': 10 }, 'rows.0.when.discount.to'),
  bad('table.percent-due', 'matrix', { otherwise: 1 }, 'otherwise'),
]

const reading: BadTable[] = [
  bad('name.duplicate', 'bonus', { table: 'ladder' }, 'table'),
  bad('name.bad', 'bonus', { table: 'bo~nus' }, 'table'),
  bad(
    'table.unused',
    'spare',
    {
      table: 'spare',
      kind: 'curve',
      of: 'number',
      pays: 'number',
      points: [
        { at: 0, value: 0 },
        { at: 1, value: 1 },
      ],
    },
    'table',
  ),
  bad('table.own-duplicate', 'plan', { 'tables.ladder': { kind: 'tiers', mode: 'marginal', of: 'money', tiers: [{ rate: '1%' }] } }, 'tables.ladder'),
  bad('table.unused', 'plan', { 'tables.spare': { kind: 'tiers', mode: 'marginal', of: 'money', tiers: [{ rate: '1%' }] } }, 'tables.spare'),
  bad(
    'tiers.gap',
    'plan',
    {
      'tables.spare': {
        kind: 'tiers',
        mode: 'marginal',
        of: 'number',
        tiers: [
          { to: 1, rate: '1%' },
          { from: 2, rate: '1%' },
        ],
      },
    },
    'tables.spare.tiers.1.from',
  ),
  formula('name.unknown-table', '阶梯(提成阶, 销售额)', '提成阶'),
  formula('name.unknown-table', '阶梯(own, 0.5)', 'own'),
  formula('table.kind', '曲线(ladder, 销售额)', 'ladder'),
  formula('table.name-expected', '阶梯(1, 销售额)', '1'),
  formula('table.name-expected', '阶梯(销售额 + 1, 销售额)', '销售额 + 1'),
  formula('table.unit', '阶梯(ladder, 客户数)', '客户数'),
  formula('table.unit', '阶梯(share, 销售额)', '销售额'),
  formula('table.unit', '曲线(加速曲线, 销售额) × 100%', '销售额'),
  formula('table.scale-unit', '阶梯(ladder, 销售额, 目标(销售额)) ÷ 销售额', '目标(销售额)'),
  formula('unit.mismatch', '阶梯(share, 销售额, 客户数)', '阶梯(share, 销售额, 客户数)'),
  formula('type.expected', '阶梯(share, 销售额 > 1, 2)', '销售额 > 1'),
  formula('unit.result', '阶梯(ladder, 销售额)', '阶梯(ladder, 销售额)'),
  formula('lookup.keys', '查表(matrix, 5%)', '查表(matrix, 5%)'),
  formula('type.expected', '查表(matrix, 5, 5%)', '5'),
  formula('table.unit', '查表(matrix, "北", 销售额)', '销售额'),
  formula('type.compare-null', '阶梯(share, 空值)', '空值'),
  formula('formula.arity', '阶梯(share)', '阶梯'),
  formula('formula.unknown-function', '阶梯表(share, 1)', '阶梯表'),
  formula('call.needs-measure', '达成率(销售额 + 1)', '销售额 + 1'),
  formula('call.needs-measure-result', '上期(目标(销售额)) ÷ 销售额', '目标(销售额)'),
  formula('name.unknown-measure', '达成率(销售)', '销售'),
  formula('unit.mismatch', '目标(客户数) + 目标(销售额)', '目标(客户数) + 目标(销售额)'),
  formula('unit.percent-literal', '如果(达成率(销售额) > 75, 1, 0)', '75'),
  formula('level.reward-only', '折算达成率(销售额)', '折算达成率(销售额)'),
  formula('level.reward-only', '得分() ÷ 100', '得分()'),
  value('level.reward-only', '薪酬(基本工资)', '薪酬(基本工资)'),
  value('level.formula-only', '金额 × 达成率(销售额)', '达成率(销售额)'),
  value('level.formula-only', '本年累计(金额)', '本年累计(金额)'),
  value('table.unit', '阶梯(ladder, 数量)', '数量'),
  bad('measure.last-team', 'plan', { 'components.0.amount': 'team(market) * 1%' }, 'components.0.amount'),
  amount('call.pay-item', 'pay(3)', '3'),
  amount('call.pay-item', 'pay(a.b)', 'a.b'),
  amount('call.pay-item', 'pay("")', '""'),
  amount('formula.arity', 'score(1)', 'score'),
  amount('formula.arity', 'pay()', 'pay'),
  amount('type.expected', 'pay(x) * grade()', 'grade()'),
  amount('level.record-only', 'if(first(customer), pay(x), 0)', 'first(customer)'),
  amount('unit.mismatch-plain', 'pay(x) + presence()', 'pay(x) + presence()'),
  bad('table.pays', 'bonus', { mode: 'marginal', tiers: [{ to: '100%', rate: '1%' }, { rate: '2%' }] }, 'components.0.amount'),
]

/** Every kind of mistake in tables, in formulas that read them, and in formulas of incentive plans, at least once. */
export const BAD_TABLES: readonly BadTable[] = [...tiers, ...curvesAndLookups, ...reading]
