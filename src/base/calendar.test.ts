import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  type CalendarSpec,
  dayInZone,
  daysBetween,
  isDay,
  isTimezone,
  lastDay,
  lastYear,
  latestPeriod,
  nextPeriod,
  PERIOD_KINDS,
  type PeriodKind,
  periodContaining,
  periodOf,
  periodsContaining,
  previousPeriod,
  subPeriods,
} from './calendar.ts'

const months = (yearStartMonth = 1, yearNamedBy: 'start' | 'end' = 'start'): CalendarSpec => ({ kind: 'months', yearStartMonth, yearNamedBy, weekStart: 'monday' })
const weeks: CalendarSpec = {
  kind: 'weeks',
  pattern: [4, 4, 5],
  weekStart: 'sunday',
  // The 4-5-4 years of the National Retail Federation: 2023 has 53 weeks.
  years: { 2022: '2022-01-30', 2023: '2023-01-29', 2024: '2024-02-04', 2025: '2025-02-02', 2026: '2026-02-01' },
}
const yearly: CalendarSpec = { kind: 'quarters', quarterStarts: ['03-05', '06-05', '09-05', '12-05'], weekStart: 'monday' }
const december: CalendarSpec = { kind: 'quarters', quarterStarts: ['12-01', '03-01', '06-01', '09-01'], weekStart: 'monday' }
const listed: CalendarSpec = {
  kind: 'quarters',
  weekStart: 'sunday',
  quarterStarts: {
    '2025-Q3': '2025-07-03',
    '2025-Q4': '2025-10-02',
    '2026-Q1': '2026-01-08',
    '2026-Q2': '2026-04-01',
    '2026-Q3': '2026-07-02',
    '2026-Q4': '2026-10-01',
    '2027-Q1': '2026-12-30',
  },
}
const endless: CalendarSpec[] = [months(), months(4), months(4, 'end'), months(12, 'end'), yearly, december, { ...months(7), weekStart: 'sunday' }]

const spanOf = (calendar: CalendarSpec, id: string): string | null => {
  const p = periodOf(calendar, id)
  return p === null ? null : `${p.kind} ${p.from}…${p.until}`
}

describe('days', () => {
  it('are those that exist', () => {
    expect(['2026-02-28', '2024-02-29', '0001-01-01', '9999-12-31', '2000-02-29'].filter(isDay)).toHaveLength(5)
    expect(
      ['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '0000-01-01', '2026-04-31', '10000-01-01', ' 2026-01-01', '2026-01-01T00:00:00Z', ''].filter(isDay),
    ).toEqual([])
  })
  it('are counted exactly', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
    expect(addDays('0099-12-31', 1)).toBe('0100-01-01')
    expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366)
    expect(daysBetween('2026-03-02', '2026-03-01')).toBe(-1)
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
  })
  it('begin at midnight of the company’s time zone', () => {
    expect(dayInZone('2026-03-31T15:59:59.999Z', 'Asia/Shanghai')).toBe('2026-03-31')
    expect(dayInZone('2026-03-31T16:00:00Z', 'Asia/Shanghai')).toBe('2026-04-01')
    expect(dayInZone('2026-03-31T03:59:59Z', 'America/New_York')).toBe('2026-03-30')
    // Clocks went forward on 8 March 2026: midnight in New York is 05:00 UTC before, 04:00 after.
    expect(dayInZone('2026-03-08T04:59:59Z', 'America/New_York')).toBe('2026-03-07')
    expect(dayInZone('2026-03-09T04:00:00Z', 'America/New_York')).toBe('2026-03-09')
    // Samoa had no 30 December 2011.
    expect(dayInZone('2011-12-30T12:00:00Z', 'Pacific/Apia')).toBe('2011-12-31')
    expect(() => dayInZone('2026-03-31', 'Asia/Shanghai')).toThrow()
    expect([isTimezone('Asia/Shanghai'), isTimezone('Asia/Peking')]).toEqual([true, false])
  })
})

describe('a period id', () => {
  it('names the span it says in calendar years', () => {
    expect(spanOf(months(), '2026')).toBe('year 2026-01-01…2027-01-01')
    expect(spanOf(months(), '2026-H2')).toBe('half 2026-07-01…2027-01-01')
    expect(spanOf(months(), '2026-Q1')).toBe('quarter 2026-01-01…2026-04-01')
    expect(spanOf(months(), '2026-02')).toBe('month 2026-02-01…2026-03-01')
    expect(spanOf(months(), '2026-12')).toBe('month 2026-12-01…2027-01-01')
    expect(spanOf(months(), '2026-03-31')).toBe('day 2026-03-31…2026-04-01')
  })
  it('follows ISO 8601 for weeks', () => {
    expect(spanOf(months(), '2026-W01')).toBe('week 2025-12-29…2026-01-05')
    expect(spanOf(months(), '2026-W53')).toBe('week 2026-12-28…2027-01-04')
    expect(spanOf(months(), '2027-W01')).toBe('week 2027-01-04…2027-01-11')
    expect(spanOf(months(), '2020-W53')).toBe('week 2020-12-28…2021-01-04')
    expect(spanOf({ ...months(), weekStart: 'sunday' } as CalendarSpec, '2026-W01')).toBe('week 2026-01-04…2026-01-11') // as: spreading a union loses its tag
  })
  it('that does not exist is null', () => {
    for (const id of [
      '2026-Q5',
      '2026-Q0',
      '2026-13',
      '2026-00',
      '2026-W54',
      '2026-W00',
      '2025-W53',
      '2026-H3',
      '2026-02-30',
      '26',
      '2026Q1',
      '2026-q1',
      '',
      '0000',
      '9999',
      '9999-12-31',
      '2026-1',
      '2026-P01',
      '2026-Q1 ',
    ])
      expect(spanOf(months(), id), id).toBeNull()
  })
  it('of a year that begins in April is named by its start or its end', () => {
    expect(spanOf(months(4), '2026')).toBe('year 2026-04-01…2027-04-01')
    expect(spanOf(months(4, 'end'), '2026')).toBe('year 2025-04-01…2026-04-01')
    expect(spanOf(months(4, 'end'), '2026-Q4')).toBe('quarter 2026-01-01…2026-04-01')
    expect(spanOf(months(4), '2026-H1')).toBe('half 2026-04-01…2026-10-01')
    expect(spanOf(months(4), '2026-04')).toBe('month 2026-04-01…2026-05-01')
    expect(spanOf(months(1, 'end'), '2026')).toBe('year 2026-01-01…2027-01-01')
  })
  it('of a year of weeks gives the 53rd week to the last period', () => {
    expect(spanOf(weeks, '2023')).toBe('year 2023-01-29…2024-02-04')
    expect(spanOf(weeks, '2023-12')).toBe('month 2023-12-24…2024-02-04')
    expect(spanOf(weeks, '2022-12')).toBe('month 2022-12-25…2023-01-29')
    expect(spanOf(weeks, '2023-Q4')).toBe('quarter 2023-10-29…2024-02-04')
    expect(spanOf(weeks, '2023-02')).toBe('month 2023-02-26…2023-03-26')
    expect(spanOf(weeks, '2023-W53')).toBe('week 2024-01-28…2024-02-04')
    expect(spanOf(weeks, '2022-W53')).toBeNull()
    expect(spanOf(weeks, '2026')).toBe('year 2026-02-01…2027-01-31')
    for (const id of ['2021', '2027', '2027-Q1', '2027-01', '2027-W01', '2021-W52', '2023-13']) expect(spanOf(weeks, id), id).toBeNull()
  })
  it('of quarters that begin on given days', () => {
    expect(spanOf(yearly, '2017-Q1')).toBe('quarter 2017-03-05…2017-06-05')
    expect(spanOf(yearly, '2017-Q4')).toBe('quarter 2017-12-05…2018-03-05')
    expect(spanOf(yearly, '2017')).toBe('year 2017-03-05…2018-03-05')
    expect(spanOf(yearly, '2017-03')).toBe('month 2017-03-01…2017-04-01')
    expect(spanOf(december, '2026')).toBe('year 2025-12-01…2026-12-01')
    expect(spanOf(december, '2026-Q2')).toBe('quarter 2026-03-01…2026-06-01')
    expect(spanOf(listed, '2025-Q4')).toBe('quarter 2025-10-02…2026-01-08')
    expect(spanOf(listed, '2027-Q1')).toBe('quarter 2026-12-30…2027-03-30')
    expect(spanOf(listed, '2026-H1')).toBe('half 2026-01-08…2026-07-02')
    expect(spanOf(listed, '2026')).toBe('year 2026-01-08…2026-12-30')
    for (const id of ['2025', '2025-Q2', '2025-H1', '2027', '2027-Q2', '2027-H1']) expect(spanOf(listed, id), id).toBeNull()
    expect(spanOf(listed, '2025-H2')).toBe('half 2025-07-03…2026-01-08')
  })
})

describe('neighbours of a period', () => {
  const id = (p: { id: string } | null): string | null => p?.id ?? null
  const get = (calendar: CalendarSpec, period: string) => periodOf(calendar, period) ?? expect.fail(`no period ${period}`)
  it('before', () => {
    expect(id(previousPeriod(months(), get(months(), '2026-Q1')))).toBe('2025-Q4')
    expect(id(previousPeriod(months(), get(months(), '2026-W01')))).toBe('2025-W52')
    expect(id(previousPeriod(months(), get(months(), '2026-03-01')))).toBe('2026-02-28')
    expect(id(previousPeriod(weeks, get(weeks, '2022')))).toBeNull()
    expect(id(previousPeriod(months(), get(months(), '0001')))).toBeNull()
  })
  it('a year before', () => {
    expect(id(lastYear(months(), get(months(), '2026-Q1')))).toBe('2025-Q1')
    expect(id(lastYear(months(), get(months(), '2024-02-29')))).toBe('2023-02-28')
    expect(id(lastYear(months(), get(months(), '2026-W53')))).toBeNull()
    expect(id(lastYear(weeks, get(weeks, '2024-12')))).toBe('2023-12')
    expect(id(lastYear(months(), get(months(), '0001')))).toBeNull()
  })
  it('inside', () => {
    expect(subPeriods(months(4), get(months(4), '2026-Q4'), 'month').map((p) => p.id)).toEqual(['2027-01', '2027-02', '2027-03'])
    expect(subPeriods(months(), get(months(), '2026'), 'week')).toHaveLength(53)
    expect(subPeriods(months(), get(months(), '2026-02'), 'day')).toHaveLength(28)
    expect(subPeriods(weeks, get(weeks, '2023'), 'week')).toHaveLength(53)
    expect(subPeriods(months(), get(months(), '2026-07'), 'year')).toEqual([])
    expect(subPeriods(months(), get(months(), '2026-07'), 'month').map((p) => p.id)).toEqual(['2026-07'])
  })
  it('latest', () => {
    expect(id(latestPeriod(months(), 'quarter', '2026-05-01'))).toBe('2026-Q2')
    expect(id(latestPeriod(weeks, 'quarter', '2031-01-01'))).toBe('2026-Q4')
    expect(id(latestPeriod(weeks, 'month', '2031-01-01'))).toBe('2026-12')
    expect(id(latestPeriod(listed, 'quarter', '2031-01-01'))).toBe('2027-Q1')
    expect(id(latestPeriod(listed, 'year', '2031-01-01'))).toBe('2026')
    expect(id(latestPeriod(weeks, 'quarter', '2001-01-01'))).toBeNull()
    expect(lastDay(get(months(), '2024-02'))).toBe('2024-02-29')
  })
})

describe('any calendar', () => {
  const anyDay = fc.integer({ min: -700_000, max: 2_900_000 }).map((n) => addDays('1970-01-01', n))
  const within = (calendar: CalendarSpec): fc.Arbitrary<string> =>
    calendar === weeks
      ? fc.integer({ min: 0, max: 1820 }).map((n) => addDays('2022-01-30', n))
      : calendar === listed
        ? fc.integer({ min: 0, max: 355 }).map((n) => addDays('2026-01-08', n))
        : anyDay
  const calendars = fc.constantFrom(...endless, weeks, listed)
  const kinds = fc.constantFrom<PeriodKind>(...PERIOD_KINDS)
  const cases = calendars.chain((calendar) => fc.tuple(fc.constant(calendar), kinds, within(calendar)))

  it('puts every day into exactly one period of each kind, whose id leads back to it', () => {
    fc.assert(
      fc.property(cases, ([calendar, kind, day]) => {
        const p = periodContaining(calendar, kind, day) ?? expect.fail(`${day} is in no ${kind}`)
        expect(p.kind).toBe(kind)
        expect(p.from <= day && day < p.until).toBe(true)
        expect(periodOf(calendar, p.id)).toEqual(p)
        const year = Number(p.id.slice(0, 4))
        const others = [year - 1, year, year + 1].flatMap((y) =>
          [
            '',
            ...(kind === 'week' ? Array.from({ length: 53 }, (_, i) => `-W${String(i + 1).padStart(2, '0')}`) : []),
            ...['-H1', '-H2', '-Q1', '-Q2', '-Q3', '-Q4'],
            ...Array.from({ length: 12 }, (_, i) => `-${String(i + 1).padStart(2, '0')}`),
          ].map((rest) => `${String(y).padStart(4, '0')}${rest}`),
        )
        const holding = others.map((other) => periodOf(calendar, other)).filter((o) => o?.kind === kind && o.from <= day && day < o.until)
        expect(holding.map((o) => o?.id)).toEqual(kind === 'day' ? [] : [p.id])
        expect(periodsContaining(calendar, day).map((o) => o.kind)).toEqual(PERIOD_KINDS)
      }),
      { numRuns: 400 },
    )
  })
  it('has no gaps: the one before the next is the same, and they touch', () => {
    fc.assert(
      fc.property(cases, ([calendar, kind, day]) => {
        const p = periodContaining(calendar, kind, day) ?? expect.fail()
        const next = nextPeriod(calendar, p)
        if (next === null) {
          expect(endless).not.toContain(calendar)
          return
        }
        expect(next.from).toBe(p.until)
        expect(previousPeriod(calendar, next)).toEqual(p)
      }),
    )
  })
  it('tiles a year with halves, a half with quarters', () => {
    fc.assert(
      fc.property(
        calendars.chain((calendar) => fc.tuple(fc.constant(calendar), within(calendar))),
        ([calendar, day]) => {
          const year = periodContaining(calendar, 'year', day) ?? expect.fail()
          for (const [kind, count] of [
            ['half', 2],
            ['quarter', 4],
          ] as const) {
            const parts = subPeriods(calendar, year, kind)
            expect(parts.map((p) => p.id)).toEqual(Array.from({ length: count }, (_, i) => `${year.id}-${kind === 'half' ? 'H' : 'Q'}${i + 1}`))
            expect(parts[0]?.from).toBe(year.from)
            expect(parts.at(-1)?.until).toBe(year.until)
            parts.slice(1).forEach((p, i) => {
              expect(p.from).toBe(parts[i]?.until)
            })
          }
        },
      ),
    )
  })
  it('gives every week and month to exactly one quarter', () => {
    fc.assert(
      fc.property(
        calendars.chain((calendar) => fc.tuple(fc.constant(calendar), within(calendar), fc.constantFrom<PeriodKind>('week', 'month'))),
        ([calendar, day, kind]) => {
          const quarter = periodContaining(calendar, 'quarter', day) ?? expect.fail()
          const part = periodContaining(calendar, kind, day) ?? expect.fail()
          const around = [previousPeriod(calendar, quarter), quarter, nextPeriod(calendar, quarter)]
          if (around.includes(null)) return
          expect(around.filter((q) => q !== null && subPeriods(calendar, q, kind).some((p) => p.id === part.id))).toHaveLength(1)
        },
      ),
    )
  })
})
