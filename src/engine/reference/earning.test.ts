import { describe, expect, test } from 'vitest'
import type { AmountIr, Expr } from '../ir.ts'
import { binary, compare, nothing, num, text, value } from '../random/build.ts'
import { asked, attainment, type Company, component, line, open, paid, paying, plan, readTiers, scheme, sold, target, tiers, works } from './testing-company.ts'

/** The goal: conditions, floor, cap, rounding and what was paid before act in their order, and every part of an amount is told. */

const T: Expr = { node: 'boolean', value: true }
const unknown: Expr = compare('=', nothing, num(1))
const when = (...conditions: Expr[]): Partial<AmountIr> => ({ conditions: conditions.map((c, i) => ({ name: `c${i}`, when: c })) })

describe('an amount', () => {
  test('is rounded half up at the places of its component', () => {
    expect(paid({}, num('1.005'))).toBe('1.01')
    const company = open({ incentives: { plan: plan([component(num('2.5'), { round: 0 })]) } })
    expect(company.earnings({ employee: 'ann', period: '2026-01' })[0]?.result.amount).toBe('3')
  })
  test('is 0 where a condition fails or is empty, also where the formula is empty', () => {
    expect([
      paid({}, paying(num(9), when(T))),
      paid({}, paying(num(9), when(T, compare('>', num(1), num(2))))),
      paid({}, paying(num(9), when(unknown))),
      paid({}, paying(nothing, when(unknown))),
    ]).toEqual(['9', '0', '0', '0'])
    expect([paid({}, nothing), paid({}, paying(nothing, when(T)))]).toEqual([null, null])
  })
  test('is at least the floor, then at most the cap; an empty limit empties it', () => {
    const limited = (n: Expr, floor: Expr | null, cap: Expr | null, more: Partial<AmountIr> = {}) => paid({}, paying(n, { floor, cap, ...more }))
    expect([limited(num(5), num(10), null), limited(num(50), num(10), num(20)), limited(num(5), num(30), num(20))]).toEqual(['10', '20', '20'])
    expect(limited(num(50), num(10), null, when(unknown))).toBe('0')
    expect([limited(num(5), nothing, null), limited(num(5), null, nothing), limited(num(5), null, nothing, when(unknown)), limited(nothing, num(10), null)]).toEqual([
      null,
      null,
      '0',
      null,
    ])
  })
  test('says why it is empty', () => {
    const why = (e: Expr) => open({ incentives: { plan: plan([component(e)]) } }).earnings({ employee: 'ann', period: '2026-01' })[0]?.now.why?.code
    const needs: [Expr, string][] = [
      [target(), 'why.no-target'],
      [{ node: 'pay', item: 'base' }, 'why.no-pay'],
      [{ node: 'result', what: 'score' }, 'why.no-scheme'],
      [{ node: 'tenure' }, 'why.no-first-day'],
      [value('largest'), 'why.no-value'],
      [nothing, 'why.formula-empty'],
      [{ node: 'lookup', table: { table: 't', dimensions: [], rows: [], otherwise: null }, keys: [] }, 'why.no-row'],
      [readTiers(tiers('marginal', [['0', null, '1']]), num(5), num(0)), 'why.scale-not-above-zero'],
    ]
    for (const [e, code] of needs) expect(why(binary('add', num(1), e))).toBe(code)
  })
})

describe('cumulative amounts', () => {
  const over = (of: (shift: 'to-date' | 'before') => AmountIr) => component(of('to-date'), { before: of('before') })
  const sales = ['10.004', '0.001', '0.001'].map((amount, i) => ({ who: 'ann', day: `2026-0${i + 1}-05`, amount }))
  const amounts = (of: Company, c = over((shift) => paying(value('revenue', { shifts: [shift] })))) => {
    const company = open({ ...of, incentives: { plan: plan([c]) } })
    return ['2026-01', '2026-02', '2026-03'].map((period) => company.earnings({ employee: 'ann', period })[0]?.result.amount)
  }
  test('are each rounded before they are subtracted, so that they add up to the last', () => {
    expect(amounts({ sales })).toEqual(['10', '0.01', '0'])
  })
  test('take nothing off in the first period of the year, and nothing for what was empty', () => {
    expect(
      amounts(
        { sales },
        over(() => paying(num(100))),
      ),
    ).toEqual(['100', '0', '0'])
    const largest = over((shift) => paying(value('largest', { shifts: [shift] })))
    expect(amounts({ sales: sales.slice(1) }, largest)).toEqual([null, '0', '0'])
  })
  test('give back what a refund takes from the year', () => {
    expect(amounts({ sales: [...sales, { who: 'ann', day: '2026-02-10', amount: '-4' }] })).toEqual(['10', '-3.99', '0'])
  })
  test('take off what came before with the conditions it had then', () => {
    const gated = over((shift) => paying(value('revenue', { shifts: [shift] }), when(compare('>=', value('revenue', { shifts: [shift] }), num('10.005')))))
    expect(amounts({ sales }, gated)).toEqual(['0', '10.01', '0'])
  })
})

describe('facts about the person', () => {
  const pay: Expr = { node: 'pay', item: 'base' }
  const row = (from: string | null, amount: string) => ({ employee: 'ann', item: 'base', from, amount })
  test('pay is the newest amount on the last day', () => {
    const rows = [row('2026-01-31', '3'), row(null, '1'), row('2026-01-02', '2'), { ...row('2026-01-30', '9'), employee: 'bob' }, { ...row('2026-01-31', '8'), item: 'other' }]
    expect([paid({ pay: rows }, pay, '2026-01'), paid({ pay: rows }, pay, '2025-12'), paid({ pay: rows }, pay, '2026-02')]).toEqual(['3', '1', '3'])
    expect(paid({ pay: [row('2026-02-01', '3')] }, pay)).toBeNull()
  })
  test('a prorated target goes by the presence of its own period', () => {
    const company: Company = {
      assignments: [works('ann', 'rep', '2026-06-16')],
      targets: [asked('ann', '2026-06', '100'), asked('ann', '2026-07', '100'), asked('ann', '2026-05', '100')],
    }
    const prorated = (shifts: ('previous' | 'to-date')[]) => paid(company, target({ prorated: true, shifts }), '2026-07')
    // 46 of 212 days of the year so far.
    expect([prorated([]), prorated(['previous']), prorated(['previous', 'previous']), prorated(['to-date'])]).toEqual(['100', '50', '0', '65.09'])
  })
  test('results are those of the scheme of the same period', () => {
    const judged = { sales: sold('90'), targets: [asked('ann', '2026-01', '100')], schemes: { s: scheme([line()], { grades: [{ grade: 'A', from: '90', coefficient: '1.2' }] }) } }
    const result = (what: 'score' | 'coefficient'): Expr => ({ node: 'result', what })
    const graded: Expr = { node: 'if', when: compare('=', { node: 'result', what: 'grade' }, text('A')), then: num(7), else: num(0) }
    expect([
      paid(judged, result('score')),
      paid(judged, result('coefficient')),
      paid(judged, graded),
      paid(judged, graded, '2026-Q1'),
      paid(judged, result('score'), '2026-Q1'),
    ]).toEqual(['90', '1.2', '7', '0', null])
  })
  test('a measure reads the target of the person, and nothing else about them', () => {
    const formula = (expr: Expr) =>
      ({
        measure: 'm',
        kind: 'formula',
        name: 'm',
        unit: {},
        percent: false,
        better: 'more',
        scope: { line: 'own' },
        round: null,
        hidden: false,
        body: { kind: 'formula', expr },
      }) as const
    const trace = open({ sales: sold('90'), targets: [asked('ann', '2026-01', '120')], measures: [formula(attainment())] }).trace({
      employee: 'ann',
      measure: 'm',
      period: '2026-01',
    })
    expect(trace.value).toBe('0.75')
    expect(trace.parts.kind === 'formula' ? trace.parts.targets[0]?.rows : null).toEqual([{ period: '2026-01', value: '120' }])
    expect(() => open({ measures: [formula(pay)] }).trace({ employee: 'ann', measure: 'm', period: '2026-01' })).toThrow('pay')
    expect(() => open({ measures: [formula(target({ prorated: true }))] }).trace({ employee: 'ann', measure: 'm', period: '2026-01' })).toThrow('prorated')
  })
})

describe('plans', () => {
  test('several may be for one person, in their order, and none for who did not work', () => {
    const company = open({
      assignments: [works('ann', 'rep', '2026-02-01')],
      incentives: {
        b: plan([component(num(1)), component(num(2), { component: 'more' })], { roles: ['rep'] }),
        a: plan([component(num(3))]),
        c: plan([component(num(4))], { roles: ['chief'] }),
      },
    })
    const of = (period: string) => company.earnings({ employee: 'ann', period }).map((e) => `${e.result.incentive}/${e.result.component} ${e.result.amount}`)
    expect([of('2026-02'), of('2026-01')]).toEqual([['b/pay 1', 'b/more 2', 'a/pay 3'], []])
  })
  test('tell every part in the order of the derivation, also those of a branch not taken', () => {
    const table = tiers('marginal', [['0', null, '0.1']])
    const amount: Expr = { node: 'if', when: compare('>', value('revenue'), num(0)), then: readTiers(table, value('revenue'), target()), else: { node: 'pay', item: 'base' } }
    const [earning] = open({
      sales: sold('50'),
      targets: [asked('ann', '2026-01', '100.0')],
      incentives: { plan: plan([component(paying(amount, { cap: { node: 'presence' } }))]) },
    }).earnings({
      employee: 'ann',
      period: '2026-01',
    })
    expect(earning?.result).toEqual({
      incentive: 'plan',
      component: 'pay',
      amount: '1',
      now: {
        raw: '5',
        amount: '1',
        conditions: [],
        floor: null,
        cap: '1',
        parts: ['50', { of: '50', scale: '100', value: '5', tiers: [{ part: '50', pays: '5' }] }, '50', '100', null, '1'],
      },
      before: null,
    })
    expect(earning?.now.parts.map((p) => p.kind)).toEqual(['measure', 'table', 'measure', 'target', 'pay', 'presence'])
  })
})
