import { describe, expect, it } from 'vitest'
import { describe as inWords } from '../../base/diagnostic.ts'
import type { DocumentKind, DocumentOf } from '../documents/parse.ts'
import { parseDocument } from '../documents/parse.ts'
import { ID_NAMES, printExpr } from '../formula/print-ir.ts'
import { type CompiledFormula, compileAmountExpr, compileMeasureExpr, compileRecordExpr } from '../preview.ts'
import { COMPANY, DATASETS, MEASURES } from './testing.ts'
import { TABLES } from './testing-tables.ts'
import { engineTexts } from './texts.ts'

function read<K extends DocumentKind>(kind: K, value: unknown): DocumentOf<K> {
  const { document } = parseDocument(kind, value)
  if (document === null) throw new Error(`a bad ${kind}`)
  return document
}

const context = {
  company: read('company', COMPANY),
  datasets: Object.values(DATASETS).map((d) => read('dataset', d)),
  measures: Object.values(MEASURES).map((m) => read('measure', m)),
  tables: Object.values(TABLES).map((t) => read('table', t)),
}
const overMeasures = (text: string) => compileMeasureExpr(text, context)
const inPlan = (text: string) => compileAmountExpr(text, context)
const overRecord = (text: string) => compileRecordExpr(text, { ...context, dataset: 'orders' })

/** Unit and percent of a formula that is right: `CNY`, `% `, `CNY/piece`, text. */
function typeOf({ type, percent, diagnostics }: CompiledFormula): string {
  expect(diagnostics).toEqual([])
  if (type?.kind !== 'number') return type?.kind ?? 'none'
  return `${Object.entries(type.unit).map(([unit, power]) => `${unit}^${power}`).join(' ')}${percent ? '%' : ''}` // biome-ignore format: one line
}

const target = (measure: string, more: object = {}) => ({ node: 'target', measure, level: 'target', prorated: false, scope: { line: 'own' }, shifts: [], ...more })
const value = (measure: string, shifts: string[] = []) => ({ node: 'value', ref: { measure, scope: { line: 'own' }, shifts } })
const hundredth = { node: 'number', value: '0.01' }

describe('targets', () => {
  it('have the unit of their measure; those of a percent measure are fractions like the measure itself', () => {
    expect(typeOf(overMeasures('目标(销售额)'))).toBe('CNY^1')
    expect(typeOf(overMeasures('冲刺(件数)'))).toBe('piece^1')
    expect(typeOf(overMeasures('challenge(付款率)'))).toBe('%')
    expect(overMeasures('stretch(revenue)').expr).toEqual(target('revenue', { level: 'stretch' }))
    expect(overMeasures('target(付款率)').expr).toEqual({ node: 'mul', left: target('paid_rate'), right: hundredth })
  })

  it('attainment is a percentage: the two divided as they are stored', () => {
    for (const [written, measure] of [
      ['达成率(销售额)', 'revenue'],
      ['attainment(paid_rate)', 'paid_rate'],
    ] as const) {
      // biome-ignore format: pairs
      expect(typeOf(overMeasures(written))).toBe('%')
      expect(overMeasures(written).expr).toEqual({ node: 'div', left: value(measure), right: target(measure), scale: 40 })
    }
  })

  it('move with the shifts of what they are asked about, and leave its team to the value', () => {
    expect(overMeasures('target(year_to_date(previous(revenue)))').expr).toEqual(target('revenue', { shifts: ['to-date', 'previous'] }))
    const team = { node: 'value', ref: { measure: 'revenue', scope: { line: 'reporting', depth: 2, self: true, asOf: 'record' }, shifts: ['last-year'] } }
    expect(overMeasures('达成率(去年同期(团队(销售额, 2)))').expr).toEqual({ node: 'div', left: team, right: target('revenue', { shifts: ['last-year'] }), scale: 40 })
  })

  it('of a team are added up by its line on the last day of the period, with the level, depth and shift that stand inside', () => {
    const scope = { line: 'reporting', depth: null, self: true, asOf: 'period-end' }
    expect(typeOf(overMeasures('团队(目标(销售额))'))).toBe('CNY^1')
    expect(overMeasures('team(target(revenue))').expr).toEqual(target('revenue', { scope }))
    expect(overMeasures('team(stretch(previous(revenue)), 2)').expr).toEqual(target('revenue', { level: 'stretch', scope: { ...scope, depth: 2 }, shifts: ['previous'] }))
    expect(overMeasures('下线(挑战(件数))').expr).toEqual(target('pieces', { level: 'challenge', scope: { line: 'sponsor', depth: null, self: false, asOf: 'period-end' } }))
    const team = { node: 'value', ref: { measure: 'revenue', scope: { ...scope, asOf: 'record' }, shifts: [] } }
    expect(typeOf(overMeasures('团队(达成率(销售额))'))).toBe('%')
    expect(overMeasures('team(attainment(revenue))').expr).toEqual({ node: 'div', left: team, right: target('revenue', { scope }), scale: 40 })
  })

  it('of a team are only what adds up', () => {
    const codes = (text: string) => inPlan(text).diagnostics.map((d) => d.code)
    expect(codes('team(prorated_target(revenue))')).toEqual(['call.team-of'])
    expect(codes('team(pay(base))')).toEqual(['call.team-of'])
    expect(codes('team(target(team(revenue)))')).toEqual(['call.team-twice'])
    expect(codes('team(target(team_revenue))')).toEqual(['call.team-twice'])
    expect(codes('team(target(revenue), 0)')).toEqual(['type.literal-expected'])
    expect(codes('team(target(revenue)) + pieces')).toEqual(['unit.mismatch'])
  })

  it('in proportion stand in incentive plans alone', () => {
    expect(typeOf(inPlan('prorated_target(revenue)'))).toBe('CNY^1')
    expect(inPlan('折算达成率(销售额)').expr).toEqual({ node: 'div', left: value('revenue'), right: target('revenue', { prorated: true }), scale: 40 })
    const [told] = overMeasures('折算目标(销售额)').diagnostics
    expect(told?.code).toBe('level.reward-only')
    expect(told && inWords(told, 'zh', engineTexts)).toEqual({
      say: '“折算目标”只能用在激励方案的公式里（incentives 里的 amount、when、floor、cap）。',
      cure: '在指标里用“目标”；考核方案里在 lines 写 prorate: true。',
    })
  })
})

describe('the year to date', () => {
  it('is a shift like the others, around a team or inside it', () => {
    expect(overMeasures('本年累计(销售额)').expr).toEqual(value('revenue', ['to-date']))
    expect(overMeasures('团队(本年累计(上期(销售额)))').expr).toEqual(overMeasures('本年累计(上期(团队(销售额)))').expr)
    expect(typeOf(overMeasures('year_to_date(付款率)'))).toBe('%')
  })
})

describe('what a plan reads of a person', () => {
  it('has its unit', () => {
    expect(typeOf(inPlan('pay(base_salary)'))).toBe('CNY^1')
    expect(typeOf(inPlan('薪酬("绩效 工资") × 系数() × 在岗比例()'))).toBe('CNY^1')
    expect(typeOf(inPlan('得分() ÷ 100 + tenure()'))).toBe('')
    expect(typeOf(inPlan('presence()'))).toBe('%')
    expect(typeOf(inPlan('grade()'))).toBe('text')
    expect(typeOf(inPlan('等级() 属于 ("S", "A") 且 Score() >= 90'))).toBe('boolean')
    expect(inPlan('pay("绩效 工资")').expr).toEqual({ node: 'pay', item: '绩效 工资' })
  })

  it('needs its brackets, and is found by them', () => {
    for (const [written, hint] of [
      ['得分 × 2', '得分()'],
      ['coefficient * 2', 'coefficient()'],
    ] as const) {
      // biome-ignore format: pairs
      expect(inPlan(written).diagnostics.find((d) => d.code === 'name.unknown-measure')?.params['hint']).toBe(hint)
    }
    expect(inPlan('cofficient()').diagnostics[0]?.params['hint']).toBe('coefficient')
  })

  it('leaves its names free for measures, fields and tables', () => {
    const measures = [...context.measures, read('measure', { measure: 'score', name: '得分', kind: 'entered', unit: 'number' })]
    expect(compileAmountExpr('score() + score', { ...context, measures }).expr).toEqual({ node: 'add', left: { node: 'result', what: 'score' }, right: value('score') })
  })
})

describe('tables', () => {
  it('tiers answer in the unit of what is asked about, or in their own', () => {
    expect(typeOf(overMeasures('阶梯(提成阶梯, 销售额)'))).toBe('CNY^1')
    expect(typeOf(overMeasures('tiers("Commission ladder", 5000)'))).toBe('CNY^1')
    expect(typeOf(overMeasures('tiers(bonus, attainment(revenue))'))).toBe('CNY^1')
    expect(typeOf(overMeasures('tiers(bonus, team(revenue) / target(revenue))'))).toBe('CNY^1')
    expect(typeOf(overMeasures('tiers(each_piece, pieces)'))).toBe('CNY^1')
    expect(typeOf(overRecord('阶梯(ladder, 外币金额) × 折扣'))).toBe('CNY^1')
  })

  it('with a scale the bounds are shares of it', () => {
    expect(typeOf(overMeasures('tiers(share, revenue, target(revenue))'))).toBe('%')
    expect(overMeasures('tiers(share, revenue, target(revenue))').expr).toMatchObject({ node: 'tiers', of: value('revenue'), scale: target('revenue') })
    const rates = read('table', { table: 'rates', kind: 'tiers', mode: 'marginal', of: 'percent', pays: 'money', tiers: [{ to: '80%', rate: '1%' }, { rate: '2%' }] }) // biome-ignore format: one table
    expect(typeOf(compileMeasureExpr('tiers(rates, revenue, target(revenue))', { ...context, tables: [rates] }))).toBe('CNY^1')
    const [told] = compileMeasureExpr('tiers(rates, attainment(revenue))', { ...context, tables: [rates] }).diagnostics
    expect(told && inWords(told, 'en', engineTexts)).toEqual({
      say: '“tiers(rates, attainment(revenue))” comes to a number, but pays of the table rates says yuan.',
      cure: 'Ask about an amount; with tiers in percent of a target give the target as the third part; or correct pays.',
    })
  })

  it('curves and lookups answer in theirs', () => {
    expect(typeOf(overMeasures('曲线(加速曲线, 达成率(销售额))'))).toBe('')
    expect(typeOf(overRecord('查表(matrix, 客户.区域, 折扣)'))).toBe('%')
    expect(typeOf(inPlan('lookup(Rates, grade(), 5%) * pay(x)'))).toBe('CNY^1')
    expect(overRecord('金额 × 查表(费率表, 状态, 0.1)').expr).toMatchObject({ node: 'mul', right: { node: 'lookup', keys: [{ field: 'status' }, { value: '0.1' }] } })
  })
})

describe('amounts in formulas', () => {
  it('have the unit of money, however they are written', () => {
    for (const text of ['¥50', '￥ 50', '50 CNY', '50元', '5万元', '-¥50', 'max(¥0, revenue)', 'revenue - 50 元', '¥1,000'.replace(',', '_')])
      expect(typeOf(inPlan(text))).toBe('CNY^1')
    expect(overMeasures('5万元').expr).toEqual({ node: 'number', value: '50000', money: '元' })
    expect(typeOf(overRecord('金额 - ¥5'))).toBe('CNY^1')
    expect(typeOf(inPlan('¥1000 * attainment(revenue)'))).toBe('CNY^1')
  })
  it('times a count are money: so much for each; times money or divided they are what units say', () => {
    expect(typeOf(inPlan('pieces * ¥5'))).toBe('CNY^1')
    expect(typeOf(inPlan('5 CNY * pieces'))).toBe('CNY^1')
    expect(typeOf(inPlan('revenue * ¥5'))).toBe('CNY^2')
    expect(typeOf(inPlan('¥5 / pieces'))).toBe('CNY^1 piece^-1')
    expect(inPlan('¥5 + pieces').diagnostics.map((d) => d.code)).toEqual(['unit.mismatch'])
    expect(inPlan('round(revenue, ¥2)').diagnostics.map((d) => d.code)).toEqual(['type.literal-expected'])
  })
  it('do not take the words of the language for currencies', () => {
    expect(typeOf(overMeasures('pieces > 5 AND revenue > 3'))).toBe('boolean')
    expect(typeOf(overMeasures('pieces > 5 AND revenue > ¥3'))).toBe('boolean')
  })
})

describe('printing', () => {
  const same = [
    'pieces * ¥50',
    'revenue - 50 CNY',
    'max(-50 元, revenue)',
    'tiers(ladder, revenue)',
    'tiers(share, revenue, prorated_target(revenue))',
    'curve(speed, prorated_attainment(team(revenue, 2)))',
    'lookup(matrix, grade(), 0.05) * pay(base_salary)',
    'attainment(year_to_date(previous(revenue))) >= 0.75',
    'revenue / target(previous(revenue))',
    'score() / 100 * coefficient() * tenure() * presence()',
    'stretch(paid_rate) - challenge(paid_rate)',
    'pay(`绩效 工资`)',
    'team(target(revenue)) * 85%',
    'downline(stretch(previous(revenue)), 2)',
    'team(attainment(revenue), 3) >= 75%',
    'team(revenue) / team(target(revenue), 2)',
    'attainment(revenue) >= 80% and paid_rate > -2.5% and 0.8 < 150%',
    'revenue * 0.5% + revenue * 0.05',
    'paid_rate * 1% + revenue / revenue',
  ]
  it.each(same)('%s is printed as it was written', (written) => {
    const names = { ...ID_NAMES, percent: (id: string) => id === 'paid_rate' }
    const { expr } = inPlan(written)
    const signs = written.replaceAll(' / ', ' ÷ ').replaceAll(' * ', ' × ').replaceAll('>=', '≥')
    expect(expr && printExpr(expr, { lang: 'en', names })).toBe(signs)
    const chinese = expr === null ? '' : printExpr(expr, { lang: 'zh', names })
    expect(inPlan(chinese).expr).toEqual(expr)
  })

  it('leaves out where a component over the year is worked out for the time before', () => {
    const before = { node: 'value', ref: { measure: 'revenue', scope: { line: 'own' }, shifts: ['previous', 'before'] } } as const
    expect(printExpr(before, { lang: 'zh', names: ID_NAMES })).toBe('上期(revenue)')
  })
})
