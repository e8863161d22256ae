import { describe, expect, test } from 'vitest'
import { type CalendarSpec, type Period, periodOf } from '../../base/calendar.ts'
import { decimalText, shownText } from '../../base/decimal.ts'
import type { InForce, Shift } from '../ir.ts'
import type { FactAssignment, Facts, FactTarget } from './facts.ts'
import { isFor, lastWork, presenceOf, tenureOf } from './presence.ts'
import { shifted } from './stretch.ts'
import { targetOf } from './targets.ts'
import { asked, months, works } from './testing-company.ts'

/** The goal: which target, role and days of a person count in a period, and which days a shifted period has. */

const period = (id: string, calendar: CalendarSpec = months): Period => periodOf(calendar, id) ?? expect.fail(id)
const factsOf = (more: { assignments?: FactAssignment[]; targets?: FactTarget[] }): Facts => ({
  employees: ['ann'],
  records: {},
  lines: { reporting: [], sponsor: [] },
  rates: [],
  assignments: more.assignments ?? [],
  units: [],
  factors: [],
  targets: more.targets ?? [],
  pay: [],
})
const rules = (more: Partial<InForce> = {}): InForce => ({ roles: ['rep'], every: 'month', from: null, until: null, startDay: 'counted', ...more })

describe('targets', () => {
  const rows = [
    asked('ann', '2026', '1000', { stretch: '1100' }),
    asked('ann', '2026-Q1', '300', { stretch: null }),
    ...['10', '20', '30', '40'].map((n, i) => asked('ann', `2026-0${i + 1}`, n, { stretch: '1.5' })),
    asked('ann', '2026-W07', '7'),
    asked('bob', '2026-05', '5'),
    asked('ann', '2026-05', '99', { measure: 'other' }),
    asked('ann', '2099-13', '1'),
  ]
  const of = (id: string, level: 'target' | 'stretch' | 'challenge' = 'target', at: Period = period(id)) => {
    const found = targetOf(factsOf({ targets: rows }), months, { employee: 'ann', measure: 'revenue', level, period: at })
    return `${found.value === null ? null : decimalText(found.value)} ${found.rows.map((r) => r.period)}`
  }
  test('the row of the very period comes first, then those inside it that no coarser one covers', () => {
    expect([of('2026'), of('2026-Q1'), of('2026-03'), of('2026-W07'), of('2026-H1'), of('2026-Q2'), of('2026-05'), of('2027')]).toEqual([
      '1000 2026',
      '300 2026-Q1',
      '30 2026-03',
      '7 2026-W07',
      '340 2026-Q1,2026-04',
      '40 2026-04',
      'null ',
      'null ',
    ])
  })
  test('a row without the level is none for it', () => {
    expect([of('2026-Q1', 'stretch'), of('2026', 'stretch'), of('2026-Q1', 'challenge')]).toEqual(['4.5 2026-01,2026-02,2026-03', '1100 2026', 'null '])
  })
  test('a year to date adds up what lies in it', () => {
    const at = (id: string) => shifted(months, period(id), ['to-date']) ?? expect.fail(id)
    expect([of('', 'target', at('2026-02')), of('', 'target', at('2026-03')), of('', 'target', at('2026-04')), of('', 'target', at('2026-12'))]).toEqual([
      '30 2026-01,2026-02',
      '300 2026-Q1',
      '340 2026-Q1,2026-04',
      '1000 2026',
    ])
  })
})

describe('presence', () => {
  const share = (assignments: FactAssignment[], id = '2026-06', more: Partial<InForce> = {}): string => {
    const p = presenceOf(factsOf({ assignments }), rules(more), { employee: 'ann', period: period(id) })
    return `${p.days}/${p.of} ${shownText(p.share)}`
  }
  test('counts the days in a role of the rules', () => {
    expect(share([works('ann', 'rep', null)])).toBe('30/30 1')
    expect(share([works('ann', 'rep', '2026-06-11', '2026-06-21')])).toBe('10/30 0.3333333333333333')
    const moved = [works('ann', 'chief', '2026-01-01', '2026-06-21'), works('ann', 'rep', '2026-06-21')]
    expect([share(moved), share(moved, '2026-06', { roles: ['rep', 'chief'] }), share(moved, '2026-06', { roles: null })]).toEqual([
      '10/30 0.3333333333333333',
      '30/30 1',
      '30/30 1',
    ])
    expect([share([works('ann', null, null)]), share([works('ann', null, null)], '2026-06', { roles: null }), share([])]).toEqual(['0/30 0', '30/30 1', '0/30 0'])
  })
  test('leaves out the first day where the rules say so, unless the period begins with it', () => {
    const not = { startDay: 'not-counted' } as const
    expect([share([works('ann', 'rep', '2026-06-16')], '2026-06', not), share([works('ann', 'rep', '2026-06-16')])]).toEqual(['14/30 0.4666666666666667', '15/30 0.5'])
    expect([share([works('ann', 'rep', '2026-06-01')], '2026-06', not), share([works('ann', 'rep', '2026-06-01')], '2026-Q2', not)]).toEqual([
      '30/30 1',
      '29/91 0.3186813186813187',
    ])
  })
  test('only the very first day of a person is a first day: neither a transfer nor a return', () => {
    const back = [works('ann', 'chief', '2025-01-01', '2026-06-05'), works('ann', 'rep', '2026-06-11', '2026-06-21')]
    expect(share(back, '2026-06', { startDay: 'not-counted' })).toBe('10/30 0.3333333333333333')
  })
})

describe('rules', () => {
  const moved = [works('ann', 'chief', '2026-01-01', '2026-03-10'), works('ann', 'rep', '2026-03-10', '2026-03-20')]
  const are = (id: string, more: Partial<InForce> = {}, assignments = moved): boolean => isFor(factsOf({ assignments }), rules(more), { employee: 'ann', period: period(id) })
  test('are for the role of the last day of work in the period', () => {
    expect(lastWork(factsOf({ assignments: moved }), 'ann', period('2026-03'))).toEqual({ day: '2026-03-19', role: 'rep', unit: null })
    expect([are('2026-03'), are('2026-02'), are('2026-02', { roles: ['chief'] }), are('2026-03', { roles: ['chief'] })]).toEqual([true, false, true, false])
    expect([are('2026-04', { roles: null }), are('2026-03', { roles: null }, [works('ann', null, null)]), are('2026-03', {}, [works('ann', null, null)])]).toEqual([
      false,
      true,
      false,
    ])
  })
  test('hold for periods of their kind that begin while they do', () => {
    const on = { from: '2026-02-02', until: '2026-03-02' }
    expect([are('2026-02', { ...on, roles: null }), are('2026-03', on), are('2026-03', { until: '2026-03-01' }), are('2026-03', { from: '2026-03-01' })]).toEqual([
      false,
      true,
      false,
      true,
    ])
    expect(are('2026-Q1', { roles: null })).toBe(false)
  })
})

describe('tenure', () => {
  const months0f = (from: string | null, id: string): number | null =>
    tenureOf(factsOf({ assignments: [works('ann', 'x', '2026-02-20'), works('ann', 'x', from, '2026-02-01')] }), 'ann', period(id))?.months ?? null
  test('counts whole months, never below 0', () => {
    expect([months0f('2025-01-01', '2026-01'), months0f('2025-01-02', '2026-01'), months0f('2025-01-31', '2025-03'), months0f('2026-01-15', '2025-01')]).toEqual([12, 11, 1, 0])
  })
  test('is empty for who is there since ever, or never was', () => {
    expect([months0f(null, '2026-01'), tenureOf(factsOf({}), 'ann', period('2026-01'))]).toEqual([null, null])
  })
})

describe('shifts', () => {
  const fiscal: CalendarSpec = { kind: 'months', yearStartMonth: 4, yearNamedBy: 'start', weekStart: 'monday' }
  const weeks: CalendarSpec = { kind: 'weeks', pattern: [4, 4, 5], weekStart: 'monday', years: { 2026: '2025-12-29' } }
  const told = (id: string, shifts: Shift[], calendar: CalendarSpec = months): string | null => {
    const p = shifted(calendar, period(id, calendar), shifts)
    return p === null ? null : `${p.id} ${p.from} ${p.until}`
  }
  test('to date and before begin with the year', () => {
    expect(told('2026-03', ['to-date'])).toBe('2026-03~to-date 2026-01-01 2026-04-01')
    expect(told('2026-03', ['before'])).toBe('2026-03~before 2026-01-01 2026-03-01')
    expect([told('2026-01', ['before']), told('2026', ['before']), told('2026-04', ['before'], fiscal)]).toEqual([null, null, null])
    expect([told('2026-W01', ['to-date']), told('2026-W01', ['before']), told('2026-W02', ['before'])]).toEqual([
      '2026-W01~to-date 2025-12-29 2026-01-05',
      null,
      '2026-W02~before 2025-12-29 2026-01-05',
    ])
    expect(told('2026-02', ['to-date'], fiscal)).toBe('2026-02~to-date 2025-04-01 2026-03-01')
    expect(told('2026-02', ['to-date'], weeks)).toBe('2026-02~to-date 2025-12-29 2026-02-23')
  })
  test('a further shift moves the period it was made from', () => {
    expect(told('2026-03', ['to-date', 'last-year'])).toBe('2025-03~to-date 2025-01-01 2025-04-01')
    expect(told('2026-01', ['to-date', 'previous'])).toBe('2025-12~to-date 2025-01-01 2026-01-01')
    expect(told('2026-02', ['before', 'previous'])).toBeNull()
    expect(told('2026-03', ['previous', 'to-date'])).toBe('2026-02~to-date 2026-01-01 2026-03-01')
    expect([told('2026-03', ['to-date', 'to-date']), told('2026-03', ['before', 'to-date'])]).toEqual([
      '2026-03~to-date 2026-01-01 2026-04-01',
      '2026-03~before 2026-01-01 2026-03-01',
    ])
    expect([told('2026-03', ['to-date', 'before']), told('2026-03', ['last-year', 'to-date'], weeks)]).toEqual([null, null])
  })
})
