import { expect, test } from 'vitest'
import { checkCalendar } from '../../../base/calendar-check.ts'
import { CalendarSchema } from '../../../engine/documents/company.ts'
import { CALENDAR_KINDS, calendarIn, calendarOfKind, nearestWeekday, nextQuarter, nextYear } from './calendar.ts'

test('a calendar of every kind begins as one that is right, in any year, and keeps the first day of a week', () => {
  for (const kind of CALENDAR_KINDS)
    for (const weekStart of [undefined, 'monday', 'sunday'])
      for (const year of ['2024', '2025', '2026', '2027', '2028']) {
        const parsed = CalendarSchema.parse(calendarOfKind(kind, weekStart === undefined ? {} : { weekStart }, `${year}-11-23`))
        expect([kind, weekStart, year, checkCalendar(parsed)]).toEqual([kind, weekStart, year, []])
        expect(parsed.weekStart).toBe(weekStart ?? 'monday')
      }
})

test('what the document says of a calendar is read whatever it says', () => {
  expect(calendarIn({})).toEqual({ kind: 'months' })
  expect(calendarIn({ calendar: [1] })).toEqual({ kind: 'months' })
  expect(calendarIn({ calendar: { kind: 'moon', weekStart: 'sunday' } })).toEqual({ kind: 'months', weekStart: 'sunday' })
})

test('the day of the week nearest to a day is at most three days away', () => {
  expect(nearestWeekday('2026-01-01', 1)).toBe('2025-12-29')
  expect(nearestWeekday('2027-01-01', 1)).toBe('2027-01-04')
  expect(nearestWeekday('2024-01-01', 1)).toBe('2024-01-01')
})

test('the next year and quarter follow what is listed', () => {
  expect(nextYear({ 2025: '2024-12-30', 2026: '2025-12-29', odd: 'x' })).toEqual(['2027', '2026-12-28'])
  expect(nextYear({ 2026: 'soon' })).toEqual(['2027', ''])
  expect(nextYear({})).toBeNull()
  expect(nextQuarter({ '2026-Q3': '2026-07-01', '2026-Q4': '2026-10-01' })).toEqual(['2027-Q1', '2026-12-31'])
  expect(nextQuarter({ '2026-Q1': '2026-13-45' })).toEqual(['2026-Q2', ''])
  expect(nextQuarter({})).toBeNull()
})
