import { describe, expect, test } from 'vitest'
import type { LineIr, RuleIr, SchemeIr } from '../ir.ts'
import { always, asked, type Company, line, open, scheme, sold, tiers, works } from './testing-company.ts'

/** The goal: each rule gives the points it says, each way of having no data counts as it says, and gates, weights and grades act in their order. */

const judge = (lines: readonly LineIr[], of: Company = {}, more: Partial<SchemeIr> = {}, period = '2026-01') =>
  open({ ...of, schemes: { 'judged@2026': scheme(lines, more) } }).score({ employee: 'ann', period })
const targets = (n: string | null) => [asked('ann', '2026-01', n)]
/** Points and state of one line. */
const points = (rule: RuleIr, actual: string | null, target: string | null = '100', more: Partial<LineIr> = {}): string => {
  const of: Company = { sales: actual === null ? [] : sold(actual), targets: targets(target) }
  const result = judge([line({ rule, measure: 'largest', ...more })], { ...of, targets: of.targets?.map((t) => ({ ...t, measure: 'largest' })) ?? [] })?.result.lines[0]
  return `${result?.state} ${result?.points}`
}
const linear = (more: { threshold?: string; floor?: string; cap?: string } = {}): RuleIr => ({ rule: 'linear', threshold: null, floor: null, cap: null, ...more })

describe('rules', () => {
  test('linear: attainment in points, nothing below the threshold, then floor and cap', () => {
    expect(['110', '-5', '33.333'].map((n) => points(linear(), n))).toEqual(['scored 110', 'scored -5', 'scored 33.333'])
    expect(['79.99', '80', '150.01'].map((n) => points(linear({ threshold: '80', cap: '150' }), n))).toEqual(['scored 0', 'scored 80', 'scored 150'])
    expect(['50', '90'].map((n) => points(linear({ threshold: '80', floor: '20' }), n))).toEqual(['scored 20', 'scored 90'])
    expect(points(linear(), '1', '3')).toBe('scored 33.3333333333333333')
  })
  test('a target that is empty, 0 or below is no data', () => {
    expect([null, '0', '-1'].map((t) => points(linear(), '50', t))).toEqual(['skipped null', 'skipped null', 'skipped null'])
  })
  test('bands and curves, of attainment in points or of the actual', () => {
    const bands = (of: 'attainment' | 'actual'): RuleIr => ({
      rule: 'bands',
      of,
      bands: tiers(
        'whole',
        [
          ['60', '100', '70'],
          ['100', null, '110'],
        ],
        { pays: 'amount' },
      ),
    })
    expect(['119', '120', '199', '200'].map((n) => points(bands('attainment'), n, '200'))).toEqual(['scored 0', 'scored 70', 'scored 70', 'scored 110'])
    expect(['59', '60', '100'].map((n) => points(bands('actual'), n, null))).toEqual(['scored 0', 'scored 70', 'scored 110'])
    const curve: RuleIr = {
      rule: 'curve',
      of: 'attainment',
      curve: {
        table: 'c',
        points: [
          { at: '50', value: '0' },
          { at: '100', value: '100' },
        ],
      },
    }
    expect(['25', '75', '300'].map((n) => points(curve, n))).toEqual(['scored 0', 'scored 50', 'scored 100'])
    expect(points({ ...curve, of: 'actual' }, '75', null)).toBe('scored 50')
  })
  test('less is better, by ratio or by difference', () => {
    const lower = (method: 'ratio' | 'difference'): RuleIr => ({ rule: 'lower', method, floor: '10', cap: '150' })
    expect(['80', '100', '50', '0', '-3', '2000'].map((n) => points(lower('ratio'), n))).toEqual([
      'scored 125',
      'scored 100',
      'scored 150',
      'scored 150',
      'scored 150',
      'scored 10',
    ])
    expect(['80', '100', '30', '250'].map((n) => points(lower('difference'), n))).toEqual(['scored 120', 'scored 100', 'scored 150', 'scored 10'])
    expect(points(lower('ratio'), '0', null)).toBe('skipped null')
  })
  test('from worst to best, either way round', () => {
    const range = (worst: string, best: string): RuleIr => ({ rule: 'range', worst, best, floor: '0', cap: '100' })
    expect(['20', '30', '50', '99'].map((n) => points(range('20', '50'), n, null))).toEqual(['scored 0', 'scored 33.3333333333333333', 'scored 100', 'scored 100'])
    expect(['20', '30', '50'].map((n) => points(range('50', '20'), n, null))).toEqual(['scored 100', 'scored 66.6666666666666667', 'scored 0'])
  })
  test('points for each', () => {
    const rule: RuleIr = { rule: 'points', start: '100', each: '-5', floor: '80', cap: null }
    expect(['0', '3', '9'].map((n) => points(rule, n, null))).toEqual(['scored 100', 'scored 85', 'scored 80'])
  })
})

describe('without data', () => {
  test('a line is skipped, counts nothing, or counts in full', () => {
    const of = (noData: LineIr['noData']) => points(linear(), null, '100', { noData })
    expect([of('skip'), of('zero'), of('full')]).toEqual(['skipped null', 'zero 0', 'full 100'])
  })
  test('what is skipped leaves its weight to the others', () => {
    const missing = (noData: LineIr['noData']) => line({ line: 'b', weight: '40', measure: 'largest', noData })
    const score = (noData: LineIr['noData']) => judge([line({ weight: '60' }), missing(noData)], { sales: sold('90'), targets: targets('100') })?.result.score
    expect([score('skip'), score('zero'), score('full')]).toEqual(['90', '54', '94'])
  })
  test('where nothing counts there is no score, whatever is added or limited', () => {
    const extra = line({ line: 'extra', weight: '0', target: { kind: 'none' }, rule: { rule: 'points', start: '5', each: '0', floor: null, cap: null } })
    const gate = line({ line: 'gate', weight: '0', target: { kind: 'none' }, rule: { rule: 'gate', op: '>', value: '1000', most: '10' } })
    const trace = judge([line(), extra, gate], { sales: sold('90') }, { grades: [{ grade: 'D', from: null, coefficient: '0' }] })
    expect(trace?.result).toMatchObject({ score: null, grade: null, coefficient: null })
    expect(trace?.why?.code).toBe('why.no-line-counts')
    expect(trace?.lines[0]?.why?.code).toBe('why.no-target')
  })
  test('points beside the weights add nothing, whatever is written', () => {
    const extra = (noData: LineIr['noData']) =>
      line({ line: 'extra', measure: 'largest', weight: '0', noData, target: { kind: 'none' }, rule: { rule: 'points', start: '5', each: '0', floor: null, cap: null } })
    for (const noData of ['skip', 'zero', 'full'] as const) {
      const result = judge([line({ noData: 'full' }), extra(noData)])?.result
      expect([result?.score, result?.lines[1]?.state, result?.lines[1]?.points]).toEqual(['100', 'skipped', null])
    }
  })
  test('a gate without data passes, or fails where it says zero', () => {
    const gate = (noData: LineIr['noData']) =>
      line({ line: 'gate', measure: 'largest', weight: '0', noData, target: { kind: 'none' }, rule: { rule: 'gate', op: '=', value: '0', most: '10' } })
    expect((['skip', 'full', 'zero'] as const).map((noData) => judge([line({ noData: 'full' }), gate(noData)])?.result).map((r) => `${r?.lines[1]?.state} ${r?.score}`)).toEqual([
      'passed 100',
      'passed 100',
      'failed 10',
    ])
  })
})

describe('the score', () => {
  const good: Company = { sales: sold('90'), targets: targets('100') }
  const gate = (op: '>=' | '<' | '<>', value: string, most: string) => line({ line: `gate ${op}`, weight: '0', target: { kind: 'none' }, rule: { rule: 'gate', op, value, most } })
  test('adds points beside the weights, then lets gates limit it, then rounds', () => {
    const extra = line({ line: 'extra', weight: '0', target: { kind: 'none' }, rule: { rule: 'points', start: '0', each: '0.0555', floor: null, cap: null } })
    expect(judge([line(), extra], good)?.result.score).toBe('95')
    expect(judge([line(), extra, gate('>=', '90', '60')], good)?.result.score).toBe('95')
    expect(judge([line(), extra, gate('<', '90', '60.005'), gate('<>', '90', '70')], good)?.result.score).toBe('60.01')
    expect(judge([line(), gate('<', '90', '99')], good)?.result.score).toBe('90')
    expect(judge([line()], { ...good, sales: sold('66.6666') }, { round: 0 })?.result.score).toBe('67')
  })
  test('takes the weights of the newcomer, else of the period, else of the lines', () => {
    const lines = [line({ weight: '60' }), line({ line: 'full', measure: 'largest', weight: '40', target: { kind: 'fixed', value: '45' } })]
    const more = { weights: { '2026-01': { sales: '100' } }, newcomers: { months: 3, weights: { full: '100.0' } } }
    const on = (from: string | null, m: Partial<SchemeIr> = more) => {
      const trace = judge(lines, { ...good, assignments: [works('ann', 'rep', from)] }, m)
      return `${trace?.weights} ${trace?.result.lines.map((l) => l.weight)} ${trace?.result.score}`
    }
    expect([on('2025-10-02'), on('2025-10-01'), on(null), on(null, {})]).toEqual(['newcomer 0,100 200', 'period 100,0 90', 'period 100,0 90', 'line 60,40 134'])
  })
  test('a weighted line that a period gives no weight is not added beside the weights', () => {
    const deducted = line({ line: 'd', weight: '40', target: { kind: 'none' }, rule: { rule: 'points', start: '100', each: '0', floor: null, cap: null } })
    expect(judge([line({ weight: '60' }), deducted], good, { weights: { '2026-01': { sales: '100' } } })?.result.score).toBe('90')
  })
  test('has the first grade it reaches, by the rounded score', () => {
    const grades = [
      { grade: 'A', from: '90', coefficient: '1.20' },
      { grade: 'B', from: '60', coefficient: null },
    ]
    const of = (n: string) => {
      const r = judge([line()], { ...good, sales: sold(n) }, { grades })?.result
      return `${r?.grade} ${r?.coefficient}`
    }
    expect(['90', '89.995', '89.99', '59.99'].map(of)).toEqual(['A 1.2', 'A 1.2', 'B null', 'null null'])
  })
  test('is of the edition in force, by the role of the last day; two at once are a mistake', () => {
    const assignments = [works('ann', 'rep', null, '2026-01-31')]
    const company = (schemes: Company['schemes']) => open({ ...good, assignments, schemes: schemes ?? {} })
    const editions = { a: scheme([line()], { roles: ['rep'], until: '2026-01-01' }), 'a@2026-01-01': scheme([line()], { roles: ['rep'], from: '2026-01-01' }) }
    expect(company(editions).score({ employee: 'ann', period: '2026-01' })?.result.scheme).toBe('a@2026-01-01')
    expect(company(editions).score({ employee: 'ann', period: '2025-12' })?.result.scheme).toBe('a')
    expect([company(editions).score({ employee: 'ann', period: '2026-02' }), company(editions).score({ employee: 'ann', period: '2026-Q1' })]).toEqual([null, null])
    expect(() => company({ a: scheme([line()]), b: scheme([line()]) }).score({ employee: 'ann', period: '2026-01' })).toThrow('in force')
  })
  test('tells every line in the order of the scheme, in canonical decimals', () => {
    const lines = [
      line({ line: 'z', weight: '60.0', target: { kind: 'fixed', value: '100.00' } }),
      line({ line: 'a', weight: '40.0', target: { kind: 'none' }, rule: { rule: 'range', worst: '0', best: '90', floor: '0', cap: '100' } }),
    ]
    expect(judge(lines, { ...good, assignments: [always('ann')] })?.result).toEqual({
      scheme: 'judged@2026',
      score: '94',
      grade: null,
      coefficient: null,
      factor: null,
      lines: [
        { line: 'z', weight: '60', target: '100', actual: '90', attainment: '0.9', factor: null, points: '90', state: 'scored' },
        { line: 'a', weight: '40', target: null, actual: '90', attainment: null, factor: null, points: '100', state: 'scored' },
      ],
    })
  })
})
