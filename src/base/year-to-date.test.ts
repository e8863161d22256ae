import { describe, expect, test } from 'vitest'
import { type CalendarSpec, type Period, periodOf } from './calendar.ts'
import { earlierInYear, lastYearOf, previousOf, yearToDate } from './year-to-date.ts'

const months: CalendarSpec = { kind: 'months', yearStartMonth: 1, yearNamedBy: 'start', weekStart: 'monday' }
const fiscal: CalendarSpec = { kind: 'months', yearStartMonth: 4, yearNamedBy: 'start', weekStart: 'monday' }
const weeks: CalendarSpec = { kind: 'weeks', pattern: [4, 4, 5], years: { '2026': '2025-12-29' }, weekStart: 'monday' }

function period(id: string, calendar: CalendarSpec = months): Period {
  const found = periodOf(calendar, id)
  if (found === null) throw new Error(`no period ${id}`)
  return found
}
const told = (p: Period | null): string | null => (p === null ? null : `${p.id} ${p.from} ${p.until}`)
const toDate = (id: string, calendar: CalendarSpec = months): Period => {
  const found = yearToDate(calendar, period(id, calendar))
  if (found === null) throw new Error(`no year of ${id}`)
  return found
}

/** The goal: cumulative measures and pay see the days of the company's own year, and nothing twice. */
describe('year to date', () => {
  test.each([
    ['2026-03', months, '2026-03~to-date 2026-01-01 2026-04-01'],
    ['2026-01', months, '2026-01~to-date 2026-01-01 2026-02-01'],
    ['2026-Q3', months, '2026-Q3~to-date 2026-01-01 2026-10-01'],
    ['2026-03', fiscal, '2026-03~to-date 2025-04-01 2026-04-01'],
    ['2026-04', fiscal, '2026-04~to-date 2026-04-01 2026-05-01'],
    ['2026-02', weeks, '2026-02~to-date 2025-12-29 2026-02-23'],
    // Weeks belong to the year that most of them lies in, and so do all their days.
    ['2026-W01', months, '2026-W01~to-date 2025-12-29 2026-01-05'],
    ['2026-W02', months, '2026-W02~to-date 2025-12-29 2026-01-12'],
    ['2026-W53', months, '2026-W53~to-date 2025-12-29 2027-01-04'],
    ['2027-W01', months, '2027-W01~to-date 2027-01-04 2027-01-11'],
  ])('%s runs from the first day of its year', (id, calendar, wanted) => {
    expect(told(toDate(id, calendar))).toBe(wanted)
  })

  test('what came before ends where the period begins, and is nothing in the first period of a year', () => {
    expect(told(earlierInYear(months, period('2026-03')))).toBe('2026-03~before 2026-01-01 2026-03-01')
    expect(told(earlierInYear(fiscal, period('2026-03', fiscal)))).toBe('2026-03~before 2025-04-01 2026-03-01')
    expect(earlierInYear(months, period('2026-01'))).toBeNull()
    expect(earlierInYear(fiscal, period('2026-04', fiscal))).toBeNull()
    expect(earlierInYear(months, period('2026'))).toBeNull()
    expect(earlierInYear(months, period('2026-W01'))).toBeNull()
    expect(told(earlierInYear(months, period('2026-W02')))).toBe('2026-W02~before 2025-12-29 2026-01-05')
  })

  test('a stretch moves with the period it was made from', () => {
    expect(told(lastYearOf(months, toDate('2026-03')))).toBe('2025-03~to-date 2025-01-01 2025-04-01')
    expect(told(previousOf(months, toDate('2026-01')))).toBe('2025-12~to-date 2025-01-01 2026-01-01')
    const before = earlierInYear(months, period('2026-02'))
    expect(before === null ? null : previousOf(months, before)).toBeNull()
    expect(before === null ? null : told(lastYearOf(months, before))).toBe('2025-02~before 2025-01-01 2025-02-01')
    expect(told(previousOf(months, period('2026-03')))).toBe('2026-02 2026-02-01 2026-03-01')
  })

  test('a stretch to date stays, and nothing comes before it', () => {
    expect(told(yearToDate(months, toDate('2026-03')))).toBe('2026-03~to-date 2026-01-01 2026-04-01')
    expect(earlierInYear(months, toDate('2026-03'))).toBeNull()
  })

  test('where the calendar does not reach there is no year', () => {
    expect(yearToDate(weeks, { id: '2027-03-01', kind: 'day', from: '2027-03-01', until: '2027-03-02' })).toBeNull()
    expect(lastYearOf(weeks, toDate('2026-02', weeks))).toBeNull()
  })
})
