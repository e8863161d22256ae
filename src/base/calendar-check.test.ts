import { describe, expect, it } from 'vitest'
import type { CalendarSpec } from './calendar.ts'
import { checkCalendar, missingPeriod, requirePeriod } from './calendar-check.ts'
import { calendarTexts } from './calendar-texts.ts'
import { Refusal, describe as say } from './diagnostic.ts'

const months: CalendarSpec = { kind: 'months', yearStartMonth: 1, yearNamedBy: 'start', weekStart: 'monday' }
const weeks = (more: Partial<Extract<CalendarSpec, { kind: 'weeks' }>>): CalendarSpec => ({
  kind: 'weeks',
  pattern: [4, 4, 5],
  weekStart: 'sunday',
  years: { 2023: '2023-01-29', 2024: '2024-02-04' },
  ...more,
})
const quarters = (quarterStarts: Extract<CalendarSpec, { kind: 'quarters' }>['quarterStarts']): CalendarSpec => ({ kind: 'quarters', weekStart: 'monday', quarterStarts })
const codes = (calendar: CalendarSpec): string[] => checkCalendar(calendar).map((p) => `${p.code} ${p.path.join('.')}`)

describe('checking a calendar', () => {
  it('finds nothing wrong with good ones', () => {
    for (const good of [
      months,
      weeks({}),
      quarters(['03-05', '06-05', '09-05', '12-05']),
      quarters(['12-01', '03-01', '06-01', '09-01']),
      quarters({ '2026-Q4': '2026-10-01', '2027-Q1': '2026-12-30' }),
    ])
      expect(codes(good)).toEqual([])
  })
  it('names every mistake with its place', () => {
    expect(codes({ ...months, yearStartMonth: 13 })).toEqual(['calendar.start-month yearStartMonth'])
    expect(codes(weeks({ pattern: [4, 4, 4] }))).toEqual(['calendar.pattern pattern'])
    expect(codes(weeks({ years: {} }))).toEqual(['calendar.no-years years'])
    expect(codes(weeks({ years: { '26': '2026-02-01' } }))).toEqual(['calendar.year-name years.26'])
    expect(codes(weeks({ years: { 2026: '2026-02-30' } }))).toEqual(['calendar.no-day years.2026'])
    expect(codes(weeks({ years: { 2026: '2020-02-02' } }))).toEqual(['calendar.year-far years.2026'])
    expect(codes(weeks({ years: { 2026: '2026-02-02' } }))).toEqual(['calendar.year-not-on-sunday years.2026'])
    expect(codes(weeks({ weekStart: 'monday', years: { 2026: '2026-02-01' } }))).toEqual(['calendar.year-not-on-monday years.2026'])
    expect(codes(weeks({ years: { 2023: '2023-01-29', 2025: '2025-02-02' } }))).toEqual(['calendar.year-gap years.2025'])
    expect(codes(weeks({ years: { 2023: '2023-01-29', 2024: '2024-02-11' } }))).toEqual(['calendar.year-length years.2024'])
    expect(codes(quarters(['02-29', '06-05', '09-05', '13-05']))).toEqual(['calendar.no-day-of-year quarterStarts.0', 'calendar.no-day-of-year quarterStarts.3'])
    expect(codes(quarters(['03-05', '09-05', '06-05', '12-05']))).toEqual(['calendar.quarters-order quarterStarts.2'])
    expect(codes(quarters(['03-05', '03-05', '06-05', '12-05']))).toEqual(['calendar.quarters-order quarterStarts.1'])
    expect(codes(quarters({}))).toEqual(['calendar.no-quarters quarterStarts'])
    expect(codes(quarters({ '2026-Q5': '2026-01-01' }))).toEqual(['calendar.quarter-name quarterStarts.2026-Q5'])
    expect(codes(quarters({ '2026-Q1': '2026-01-01', '2026-Q3': '2026-07-01' }))).toEqual(['calendar.quarter-gap quarterStarts.2026-Q3'])
    expect(codes(quarters({ '2026-Q1': '2026-04-01', '2026-Q2': '2026-01-01' }))).toEqual(['calendar.quarter-length quarterStarts.2026-Q2'])
    expect(codes(quarters({ '2026-Q1': 'soon' }))).toEqual(['calendar.no-day quarterStarts.2026-Q1'])
  })
})

describe('every problem', () => {
  it('has a sentence', () => {
    const broken: CalendarSpec[] = [
      { ...months, yearStartMonth: 13 },
      weeks({ pattern: [4, 4, 4] }),
      weeks({ years: {} }),
      weeks({ years: { 2026: '2026-02-02' } }),
      weeks({ weekStart: 'monday', years: { 2026: '2026-02-01' } }),
      quarters({}),
      quarters({ x: '' }),
      quarters(['02-29', '', '', '']),
    ]
    for (const problem of broken.flatMap(checkCalendar)) expect(say(problem, 'zh', calendarTexts).cure, problem.code).not.toBe('')
  })
})

describe('a period that is asked for and does not exist', () => {
  it('is refused with the reason and what exists', () => {
    const short = weeks({ years: { 2024: '2024-02-04' } })
    expect(missingPeriod(months, 'last quarter')).toEqual({ code: 'calendar.period-form', params: { period: 'last quarter' } })
    expect(missingPeriod(months, '2026-Q5')).toEqual({ code: 'calendar.no-such-period', params: { period: '2026-Q5', first: '2026-Q1', last: '2026-Q4' } })
    expect(missingPeriod(months, '2025-W53').params).toMatchObject({ last: '2025-W52' })
    expect(missingPeriod(months, '2026-13').params).toMatchObject({ first: '2026-01', last: '2026-12' })
    expect(missingPeriod(months, '2026-02-30').code).toBe('calendar.no-day')
    expect(missingPeriod(short, '2025-Q1')).toEqual({ code: 'calendar.year-not-listed', params: { period: '2025-Q1', year: '2025', first: '2024', last: '2024' } })
    expect(missingPeriod(quarters({ '2026-Q1': '2026-01-01' }), '2026').code).toBe('calendar.year-not-whole')
    expect(() => requirePeriod(months, '2026-Q5')).toThrow(Refusal)
    expect(requirePeriod(months, '2026-Q1').from).toBe('2026-01-01')
  })
  it('is told in both languages', () => {
    const missing = missingPeriod(months, '2026-Q5')
    expect(say(missing, 'zh', calendarTexts).say).toBe('公司日历里没有 2026-Q5 这个期间。')
    expect(say(missing, 'en', calendarTexts).cure).toBe('That year has 2026-Q1 to 2026-Q4: choose one of them.')
  })
})
