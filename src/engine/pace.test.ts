import { describe, expect, test } from 'vitest'
import { requirePeriod } from '../base/calendar-check.ts'
import { dec } from '../base/decimal.ts'
import { elapsedOn, growsWithDays, paceOf } from './pace.ts'
import { aggregateIr, field, measureIr, ownedBy } from './random/build.ts'
import { months } from './reference/testing-company.ts'

/** The goal: the state tells how far behind somebody is by today, to the exact digit. */

const half = { days: 15, of: 30 }
const state = (actual: string | null, more: Partial<Parameters<typeof paceOf>[0]> = {}) =>
  paceOf({ actual: actual === null ? null : dec(actual), target: dec(100), elapsed: half, grows: true, better: 'more', ...more })

describe('pace', () => {
  test('G56 target 100, half of the period gone: 50 on track, 46 cautioned, 45 off track', () => {
    expect(['50', '49.999999', '46', '45.000001', '45', '0'].map((n) => state(n))).toEqual(['on-track', 'cautioned', 'cautioned', 'cautioned', 'off-track', 'off-track'])
  })
  test('a third of the days is exact', () => {
    const third = { elapsed: { days: 10, of: 30 }, target: dec(1) }
    expect([state('0.3333333333333333', third), state('0.3333333333333334', third)]).toEqual(['cautioned', 'on-track'])
  })
  test('less is better: below what there may be by now is on track, a tenth above it off track', () => {
    expect(['0', '50', '50.1', '54.99', '55'].map((n) => state(n, { better: 'less' }))).toEqual(['on-track', 'on-track', 'cautioned', 'cautioned', 'off-track'])
  })
  test('a share is asked for in full on every day', () => {
    expect(['100', '91', '90'].map((n) => state(n, { grows: false }))).toEqual(['on-track', 'cautioned', 'off-track'])
  })
  test('nothing is said without an actual, without a target above 0, or before the first day', () => {
    expect([state(null), state('1', { target: null }), state('1', { target: dec(0) }), state('1', { elapsed: { days: 0, of: 30 } })]).toEqual([null, null, null, null])
  })
})

test('the day counts as gone; before and beyond the period there are no further days', () => {
  const march = requirePeriod(months, '2026-03')
  expect(['2026-02-28', '2026-03-01', '2026-03-16', '2026-03-31', '2026-04-01'].map((day) => elapsedOn(march, day).days)).toEqual([0, 1, 16, 31, 31])
  expect(elapsedOn(march, '2026-03-16').of).toBe(31)
})

test('sums and counts grow with the days, shares, averages and marks do not', () => {
  const of = (fn: 'sum' | 'count' | 'average' | 'last') =>
    measureIr({ measure: 'm', body: { kind: 'aggregate', aggregate: aggregateIr({ fn, dataset: 'd', date: field('day', 'date'), credit: ownedBy('who') }) } })
  expect([of('sum'), of('count'), of('average'), of('last'), { ...of('sum'), percent: true }, { ...of('sum'), kind: 'rating' as const }].map(growsWithDays)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ])
})
