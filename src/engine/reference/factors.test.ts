import { describe, expect, test } from 'vitest'
import type { LineIr, SchemeIr } from '../ir.ts'
import type { FactFactor } from './facts.ts'
import { type Company, line, open, scheme, sold, works } from './testing-company.ts'

/** The goal: a factor for outside causes comes from the nearest unit, is never multiplied with another, and acts before gates, rounding and the grade. */

const factor = (unit: string, n: string, more: Partial<FactFactor> = {}): FactFactor => ({
  period: '2026-01',
  unit,
  scheme: null,
  line: null,
  factor: n,
  reason: 'market',
  by: 'HR',
  ...more,
})
const above = (unit: string, parent: string, from: string | null = null, until: string | null = null) => ({ unit, parent, from, until })

/** Ann works in `shop`, below `east`, below `all`. Her score without a factor is 90. */
const COMPANY: Company = {
  sales: sold('90'),
  assignments: [works('ann', 'rep', null, null, 'shop')],
  units: [above('shop', 'east'), above('east', 'all')],
}
const fixed = (more: Partial<LineIr> = {}): LineIr => line({ target: { kind: 'fixed', value: '100' }, ...more })
const result = (factors: readonly FactFactor[], of: { lines?: readonly LineIr[]; scheme?: Partial<SchemeIr>; company?: Company } = {}) =>
  open({ ...COMPANY, ...of.company, factors, schemes: { judged: scheme(of.lines ?? [fixed()], of.scheme ?? {}) } }).score({ employee: 'ann', period: '2026-01' })?.result
const score = (...args: Parameters<typeof result>) => result(...args)?.score

describe('which row counts', () => {
  test('that of the nearest unit, alone', () => {
    expect(score([])).toBe('90')
    expect(score([factor('all', '0.5')])).toBe('45')
    expect(score([factor('all', '0.5'), factor('east', '1.1')])).toBe('99')
    expect(score([factor('all', '0.5'), factor('shop', '1.2'), factor('east', '1.1')])).toBe('108')
    expect(score([factor('west', '0.5'), factor('east', '1.1', { period: '2026-02' })])).toBe('90')
  })
  test('at one unit, that which names the scheme', () => {
    expect(score([factor('east', '0.5'), factor('east', '1.1', { scheme: 'judged' })])).toBe('99')
    expect(score([factor('shop', '0.5'), factor('east', '1.1', { scheme: 'judged' })])).toBe('45')
    expect(score([factor('east', '0.5', { scheme: 'other' })])).toBe('90')
  })
  test('by the unit of the last day of work in the period, and the units above it on that day', () => {
    const moved = [works('ann', 'rep', null, '2026-01-10', 'shop'), works('ann', 'rep', '2026-01-10', '2026-01-20', 'stall')]
    const company = (day: string): Company => ({ assignments: moved, units: [above('stall', 'west', null, day), above('stall', 'east', day)] })
    expect(score([factor('shop', '0.5'), factor('west', '2'), factor('east', '1.1')], { company: company('2026-01-19') })).toBe('99')
    expect(score([factor('shop', '0.5'), factor('west', '2'), factor('east', '1.1')], { company: company('2026-01-20') })).toBe('180')
    expect(score([factor('east', '1.1')], { company: { assignments: [works('ann', 'rep', null)] } })).toBe('90')
  })
  test('none where the scheme takes none', () => {
    expect(result([factor('all', '0.5'), factor('all', '0.5', { line: 'sales' })], { scheme: { factors: false } })).toMatchObject({
      score: '90',
      factor: null,
      lines: [{ factor: null }],
    })
  })
})

describe('what it multiplies', () => {
  test('a line: the points of its rule after floor and cap, where it was judged', () => {
    const capped = fixed({ weight: '50', rule: { rule: 'linear', threshold: null, floor: null, cap: '80' } })
    const other = fixed({ line: 'b', weight: '50', measure: 'largest', noData: 'full' })
    expect(result([factor('all', '1.5', { line: 'sales' })], { lines: [capped, other] })).toMatchObject({
      score: '105',
      factor: null,
      lines: [
        { points: '120', factor: '1.5' },
        { points: '90', factor: null },
      ],
    })
    const empty: Company = { sales: [] }
    expect(result([factor('all', '1.5', { line: 'b' })], { lines: [capped, other], company: empty })).toMatchObject({
      lines: [{ points: '0' }, { points: '100', factor: null, state: 'full' }],
    })
  })
  test('the whole score: with what is added beside the weights, before gates, rounding and grade', () => {
    const added = line({ line: 'more', weight: '0', target: { kind: 'none' }, rule: { rule: 'points', start: '10', each: '0', floor: null, cap: null } })
    const gate = line({ line: 'gate', weight: '0', target: { kind: 'none' }, rule: { rule: 'gate', op: '>', value: '100', most: '95' } })
    const grades = [
      { grade: 'A', from: '100', coefficient: null },
      { grade: 'B', from: null, coefficient: null },
    ]
    expect(result([factor('all', '1.005')], { lines: [fixed(), added], scheme: { grades, round: 1 } })).toMatchObject({ score: '100.5', grade: 'A', factor: '1.005' })
    expect(score([factor('all', '1.1')], { lines: [fixed(), added, gate] })).toBe('95')
    expect(score([factor('all', '0.9'), factor('all', '1.1', { line: 'sales' })], { lines: [fixed(), added] })).toBe('98.1')
  })
})
