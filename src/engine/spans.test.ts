import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarSpec, periodOf } from '../base/calendar.ts'
import { monthsOf, nextMonth, spansOf } from './spans.ts'

const calendar: CalendarSpec = { kind: 'months', yearStartMonth: 1, yearNamedBy: 'start', weekStart: 'monday' }
const quarter = periodOf(calendar, '2026-Q1')
if (quarter === null) throw new Error('no quarter')

describe('spans', () => {
  test('a quarter without changes is its three months', () => {
    expect(spansOf(quarter, [])).toEqual([
      { from: '2026-01-01', until: '2026-02-01' },
      { from: '2026-02-01', until: '2026-03-01' },
      { from: '2026-03-01', until: '2026-04-01' },
    ])
  })

  test('a transfer cuts the month it falls in; changes outside and on the first day cut nothing', () => {
    expect(spansOf(quarter, ['2025-12-31', '2026-01-01', '2026-02-10', '2026-04-01'])).toEqual([
      { from: '2026-01-01', until: '2026-02-01' },
      { from: '2026-02-01', until: '2026-02-10' },
      { from: '2026-02-10', until: '2026-03-01' },
      { from: '2026-03-01', until: '2026-04-01' },
    ])
  })

  test('spans tile any stretch of days, lie in one month each, and no change falls inside one', () => {
    const day = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2024-01-15', n))
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 400 }), fc.array(day, { maxLength: 6 }), (from, days, breaks) => {
        const until = addDays(from, days)
        const spans = spansOf({ id: 'x', kind: 'quarter', from, until }, breaks)
        expect(spans[0]?.from).toBe(from)
        expect(spans.at(-1)?.until).toBe(until)
        spans.forEach((s, i) => {
          expect(s.from < s.until).toBe(true)
          expect(spans[i + 1]?.from ?? until).toBe(s.until)
          expect(monthsOf(s)).toHaveLength(1)
          for (const b of breaks) expect(b > s.from && b < s.until).toBe(false)
        })
      }),
    )
  })

  test('the month after December is January of the next year', () => {
    expect(nextMonth('2026-12-01')).toBe('2027-01-01')
    expect(monthsOf({ from: '2026-11-30', until: '2027-01-02' })).toEqual(['2026-11-01', '2026-12-01', '2027-01-01'])
  })
})
