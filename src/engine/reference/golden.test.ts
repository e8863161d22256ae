import { describe, expect, test } from 'vitest'
import type { Expr, LineIr, LookupIr } from '../ir.ts'
import { binary, compare, field, num, value } from '../random/build.ts'
import { always, asked, attainment, component, line, open, paid, paying, plan, readTiers, scheme, sold, sumOf, target, tiers, works } from './testing-company.ts'

/** The goal: published and hand-checked examples come out to the cent in the interpreter. */

const revenue = value('revenue')
const times = (...of: readonly Expr[]): Expr => of.reduce((a, b) => binary('mul', a, b))
const pay: Expr = { node: 'pay', item: 'variable' }
const paidItem = (amount: string) => [{ employee: 'ann', item: 'variable', from: null, amount }]

const SIX = ['200', '300', '1500', '1200', '2000', '4500']

/** What each sale of January adds to a commission that is worked out record by record, and the whole. */
function perRecord(commission: Expr, amounts: readonly string[]) {
  const trace = open({ sales: sold(...amounts), measures: [sumOf('commission', commission)] }).trace({ employee: 'ann', measure: 'commission', period: '2026-01' })
  return { each: trace.parts.kind === 'aggregate' ? trace.parts.counted.map((c) => c.contributes) : [], total: trace.value }
}

describe('tiers', () => {
  test('G01 each record alone, marginal', () => {
    const table = tiers('marginal', [
      ['0', '1000', '0.01'],
      ['1000', '3000', '0.02'],
      ['3000', '8000', '0.03'],
      ['8000', '20000', '0.05'],
    ])
    expect(perRecord(readTiers(table, field('amount', 'money')), SIX)).toEqual({ each: ['2', '3', '20', '14', '30', '95'], total: '164' })
  })
  test('G03 amounts earned in proportion to the part of the tier', () => {
    const table = tiers('interpolated', [
      ['0', '1000', '10'],
      ['1000', '3000', '40'],
      ['3000', '8000', '100'],
      ['8000', '20000', '2000'],
    ])
    expect(perRecord(readTiers(table, field('amount', 'money')), SIX)).toEqual({ each: ['2', '3', '20', '14', '30', '80'], total: '149' })
  })
  test('G05 whole-tier and marginal over the same tiers', () => {
    const rows = [
      ['0', '10000', '0.01'],
      ['10000', '50000', '0.02'],
      ['50000', '100000', '0.03'],
    ] as const
    const all = (mode: 'whole' | 'marginal') => ['5000', '15000', '60000'].map((n) => paid({ sales: sold(n) }, readTiers(tiers(mode, rows), revenue)))
    expect(all('whole')).toEqual(['50', '300', '1800'])
    expect(all('marginal')).toEqual(['50', '200', '1200'])
  })
  test('G07 cumulative over the year: 145,000 before, 20,000 now', () => {
    const table = tiers('marginal', [
      ['0', '150000', '0.04'],
      ['150000', '250000', '0.06'],
      ['250000', null, '0.08'],
    ])
    const over = (shift: 'to-date' | 'before') => paying(readTiers(table, value('revenue', { shifts: [shift] })))
    const company = open({
      sales: [
        { who: 'ann', day: '2026-01-15', amount: '145000' },
        { who: 'ann', day: '2026-02-15', amount: '20000' },
      ],
      incentives: { plan: plan([component(over('to-date'), { before: over('before') })]) },
    })
    const amounts = ['2026-01', '2026-02', '2026-03'].map((period) => company.earnings({ employee: 'ann', period })[0]?.result)
    expect(amounts.map((r) => r?.amount)).toEqual(['5800', '1100', '0'])
    expect(amounts.map((r) => r?.before?.amount ?? null)).toEqual([null, '5800', '6900'])
  })
  test('G09 marginal over three tiers, the last one open', () => {
    const table = tiers('marginal', [
      ['0', '300000', '0.03'],
      ['300000', '500000', '0.05'],
      ['500000', null, '0.07'],
    ])
    const [earning] = open({ sales: sold('600000'), incentives: { plan: plan([component(readTiers(table, revenue))]) } }).earnings({ employee: 'ann', period: '2026-01' })
    expect(earning?.result.amount).toBe('26000')
    expect(earning?.result.now.parts[0]).toEqual({
      of: '600000',
      scale: null,
      value: '26000',
      tiers: [
        { part: '300000', pays: '9000' },
        { part: '200000', pays: '10000' },
        { part: '100000', pays: '7000' },
      ],
    })
  })
  test('G10 whole-tier 108,000, marginal 98,000', () => {
    const rows = [
      ['0', '100000', '0.5'],
      ['100000', null, '0.6'],
    ] as const
    expect((['whole', 'marginal'] as const).map((mode) => paid({ sales: sold('180000') }, readTiers(tiers(mode, rows), revenue)))).toEqual(['108000', '98000'])
  })
  test('G13 tiers in shares of the budget; nothing below half of it', () => {
    const table = tiers('marginal', [
      ['0', '0.5', '0.1'],
      ['0.5', '1', '0.2'],
      ['1', null, '0.3'],
    ])
    const half = [{ name: 'half', when: compare('>=', attainment(), num('0.5')) }]
    const amount = (actual: string) => paid({ sales: sold(actual), targets: [asked('ann', '2026-01', '90')] }, paying(readTiers(table, revenue, target()), { conditions: half }))
    expect(['100', '45', '44.99'].map(amount)).toEqual(['16.5', '4.5', '0'])
  })
})

describe('accelerators, thresholds, matrices', () => {
  const quota = [asked('ann', '2026-01', '500000')]
  const above = tiers('marginal', [
    ['0', '1', '1'],
    ['1', null, '1.5'],
  ])
  test('G17 1.5 times above 100 %', () => {
    expect(paid({ sales: sold('650000'), targets: quota, pay: paidItem('100000') }, times(pay, readTiers(above, attainment())))).toBe('145000')
  })
  test('G18 half below 50 %', () => {
    const slow: Expr = { node: 'if', when: compare('<', attainment(), num('0.5')), then: times(attainment(), num('0.5')), else: readTiers(above, attainment()) }
    expect(paid({ sales: sold('200000'), targets: quota, pay: paidItem('100000') }, times(pay, slow))).toBe('20000')
  })
  test('G21 a matrix of two percentages', () => {
    const range = (from: string | null, until: string | null) => ({ kind: 'range', from, until }) as const
    const table: LookupIr = {
      table: 'matrix',
      dimensions: ['revenue', 'income'].map((name) => ({ name, kind: 'range', boundary: 'begins' })),
      rows: [
        { cells: [range('80', '90'), range('80', null)], value: '0.2' },
        { cells: [range('90', '100'), range('100', null)], value: '0.55' },
        { cells: [range('100', '105'), range('100', null)], value: '0.75' },
        { cells: [range('105', null), range('120', null)], value: '1' },
      ],
      otherwise: '0',
    }
    const at = (x: string, y: string) => paid({}, { node: 'lookup', table, keys: [num(x), num(y)] })
    expect([at('80', '81'), at('90', '100'), at('100', '100'), at('105', '121'), at('79.99', '100')]).toEqual(['0.2', '0.55', '0.75', '1', '0'])
  })
  test('G22 74.99 % of a threshold of 75 % is nothing', () => {
    const gated = paying(times(revenue, num('0.1')), { conditions: [{ name: 'three quarters', when: compare('>=', attainment(), num('0.75')) }] })
    expect(['74.99', '75'].map((n) => paid({ sales: sold(n), targets: [asked('ann', '2026-01', '100')] }, gated))).toEqual(['0', '7.5'])
  })
})

describe('splits and roll-up', () => {
  test.each([
    ['100000', '6000', '4000'],
    ['80000', '4800', '3200'],
  ])('G40 %s at 10 %%, 60/40', (amount, owner, partner) => {
    const company = open({
      sales: [{ who: 'ann', day: '2026-01-05', amount, with: ['bob', '40'] }],
      assignments: [always('ann'), always('bob')],
      incentives: { plan: plan([component(times(revenue, num('0.1')))]) },
    })
    expect(['ann', 'bob'].map((employee) => company.earnings({ employee, period: '2026-01' })[0]?.result.amount)).toEqual([owner, partner])
  })
  test('G42 the developer and the closer are paid differently on one sale', () => {
    const team = { line: 'reporting', depth: null, self: true, asOf: 'record' } as const
    const developed = sumOf('developed', field('amount', 'money'), team)
    const company = open({
      sales: [{ who: 'closer', day: '2026-01-05', amount: '100000' }],
      assignments: [always('dev', 'developer'), always('closer', 'closer')],
      reporting: [{ employee: 'closer', superior: 'dev', from: null, until: null }],
      measures: [developed],
      incentives: {
        developer: plan([component(binary('add', num(50), times(num('0.15'), num('0.02'), value('developed'))))], { roles: ['developer'] }),
        closer: plan([component(times(num('0.85'), num('0.1'), revenue))], { roles: ['closer'] }),
      },
    })
    expect(['dev', 'closer'].map((employee) => company.earnings({ employee, period: '2026-01' }).map((e) => e.result.amount))).toEqual([['350'], ['8500']])
  })
  test('G44 a manager counts the team', () => {
    const people = ['bob', 'cat', 'dan']
    const trace = open({
      sales: people.map((who, i) => ({ who, day: '2026-01-05', amount: ['200000', '180000', '150000'][i] ?? '' })),
      reporting: people.map((employee) => ({ employee, superior: 'ann', from: null, until: null })),
      measures: [sumOf('team', field('amount', 'money'), { line: 'reporting', depth: null, self: false, asOf: 'record' })],
    }).trace({ employee: 'ann', measure: 'team', period: '2026-01' })
    expect(trace.value).toBe('530000')
  })
})

describe('targets in proportion', () => {
  test.each([
    ['counted', '469041.1', '43972.6'],
    ['not-counted', '466849.32', '43767.12'],
  ] as const)('G45 a start on 1 June, the day %s', (startDay, prorated, variable) => {
    const components = [component(target({ prorated: true })), component(times(pay, { node: 'presence' }), { component: 'variable' })]
    const company = open({
      assignments: [works('ann', 'rep', '2026-06-01')],
      targets: [asked('ann', '2026', '800000')],
      pay: paidItem('75000'),
      incentives: { plan: plan(components, { every: 'year', startDay }) },
      schemes: { judged: scheme([line({ target: { kind: 'targets', level: 'target', prorated: true } })], { every: 'year', startDay }) },
    })
    expect(company.earnings({ employee: 'ann', period: '2026' }).map((e) => e.result.amount)).toEqual([prorated, variable])
    expect(company.score({ employee: 'ann', period: '2026' })?.result.lines[0]?.target).toBe(prorated)
  })
  test('G47 a ramp adds up to the quarter; a team’s quotas to 85 % of their sum', () => {
    const ramp = ['0', '25000', '50000'].map((n, i) => asked('ann', `2026-0${i + 1}`, n))
    expect(paid({ targets: ramp }, target(), '2026-Q1')).toBe('75000')
    const reps = Array.from({ length: 13 }, (_, i) => `r${i}`)
    const team = {
      sales: reps.map((who, i) => ({ who, day: '2026-01-05', amount: i < 10 ? '300000' : '150000' })),
      reporting: reps.map((employee) => ({ employee, superior: 'ann', from: null, until: null })),
      measures: [sumOf('quotas', field('amount', 'money'), { line: 'reporting', depth: null, self: false, asOf: 'record' })],
    }
    expect(paid(team, times(value('quotas'), num('0.85')))).toBe('2932500')
  })
  test('G49 award = target × presence × performance', () => {
    const company = {
      sales: [{ who: 'ann', day: '2026-06-20', amount: '110' }],
      targets: [asked('ann', '2026-06', '100')],
      pay: paidItem('10000'),
      assignments: [works('ann', 'rep', '2026-06-16')],
    }
    expect(paid(company, times(pay, { node: 'presence' }, attainment()), '2026-06')).toBe('5500')
  })
})

/** Lines on measures of their own, each with an actual and a target of 100. */
function scored(lines: readonly { weight: string; actual: string }[], more: Partial<LineIr> = {}) {
  const measures = lines.map((_, i) =>
    sumOf(`m${i}`, { node: 'if', when: compare('=', field('id', 'text'), { node: 'text', value: `s${i}` }), then: field('amount', 'money'), else: num(0) }),
  )
  return open({
    sales: sold(...lines.map((l) => l.actual)),
    measures,
    targets: lines.map((_, i) => asked('ann', '2026-01', '100', { measure: `m${i}` })),
    schemes: { judged: scheme(lines.map((l, i) => line({ line: `l${i}`, measure: `m${i}`, weight: l.weight, ...more }))) },
  }).score({ employee: 'ann', period: '2026-01' })?.result
}

describe('scores', () => {
  test('G51 each result counts up to 100 %', () => {
    const lines = [
      { weight: '60', actual: '120' },
      { weight: '40', actual: '50' },
    ]
    expect(scored(lines, { rule: { rule: 'linear', threshold: null, floor: null, cap: '100' } })?.score).toBe('80')
  })
  test('G53 weights 60/30/10 with 110/90/80', () => {
    const result = scored([
      { weight: '60', actual: '110' },
      { weight: '30', actual: '90' },
      { weight: '10', actual: '80' },
    ])
    expect(result?.score).toBe('101')
    expect(result?.lines.map((l) => [l.weight, l.points, l.attainment, l.state])).toEqual([
      ['60', '110', '1.1', 'scored'],
      ['30', '90', '0.9', 'scored'],
      ['10', '80', '0.8', 'scored'],
    ])
  })
  test('G54 base × 5 % × 20 %, times the factor of the grade', () => {
    const grades = [
      ['a', '120', '1.75'],
      ['b', '110', '1.4'],
      ['c', '100', '1'],
      ['d', '90', '0.95'],
      ['e', null, '0.75'],
    ].map(([grade = '', from = null, coefficient = null]) => ({ grade: grade ?? '', from, coefficient }))
    const bonus = (actual: string) =>
      paid(
        {
          sales: sold(actual),
          targets: [asked('ann', '2026-01', '100')],
          pay: paidItem('60000'),
          schemes: { judged: scheme([line()], { grades }) },
        },
        times(pay, num('0.05'), num('0.2'), { node: 'result', what: 'coefficient' }),
      )
    expect(['100', '119.99', '120', '90', '89.99'].map(bonus)).toEqual(['600', '840', '1050', '570', '450'])
  })
})
