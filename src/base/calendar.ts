import { Temporal } from 'temporal-polyfill'

/** A day as ISO text, `2026-03-31`. Compares as text. */
export type Day = string

export type PeriodKind = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year'

/** A span of whole days: from the first day up to, not including, `until`. */
export interface Period {
  /** `2026`, `2026-H1`, `2026-Q1`, `2026-03`, `2026-W05`, `2026-03-31`. */
  readonly id: string
  readonly kind: PeriodKind
  readonly from: Day
  readonly until: Day
}

/**
 * How a company cuts time. Half-years and quarters always follow the year.
 * Weeks carry the number of the year that holds their middle day (with Monday: ISO weeks), except in a calendar of weeks, where they count from its year's first day.
 */
export type CalendarSpec =
  /** Calendar months; the year begins on the first of `yearStartMonth` (1–12) and is named by the year it begins or ends in. */
  | { readonly kind: 'months'; readonly yearStartMonth: number; readonly yearNamedBy: 'start' | 'end'; readonly weekStart: 'monday' | 'sunday' }
  /**
   * Years of 52 or 53 weeks; quarters of three periods with these weeks; the 53rd week goes to the last period. `years` maps a year to its first day.
   * Months are those twelve periods, 2026-01 … 2026-12. The last year listed has 52 weeks until the next is listed.
   */
  | { readonly kind: 'weeks'; readonly pattern: readonly [number, number, number]; readonly years: Readonly<Record<string, Day>>; readonly weekStart: 'monday' | 'sunday' }
  /**
   * Quarters that begin on given days (`03-05` every year, or listed by quarter id); months stay calendar months.
   * With days every year, the year has the number of the calendar year that holds most of it: one that begins on 12-01 is named by the next.
   * The last quarter listed has three calendar months until the next is listed.
   */
  | { readonly kind: 'quarters'; readonly quarterStarts: readonly [string, string, string, string] | Readonly<Record<string, Day>>; readonly weekStart: 'monday' | 'sunday' }

const DAY_MS = 86_400_000
const WEEKS_A_QUARTER = 13
const PERIOD_ID = /^(?<year>\d{4})(?:-H(?<half>[12])|-Q(?<quarter>[1-4])|-W(?<week>\d\d)|-(?<month>\d\d))?$/
/** Years that begin after this day of the year lie mostly in the next calendar year. */
const LAST_START_OF_OWN_YEAR = '07-02'

/** The number of a day, counted from 1970-01-01; NaN for what is no day. */
function numberOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS
}

/** The day with a number, or null outside the years 0001 to 9999, where text no longer sorts as time. */
function dayOf(number: number): Day | null {
  const date = new Date(number * DAY_MS)
  const year = date.getUTCFullYear()
  return year >= 1 && year <= 9999 ? date.toISOString().slice(0, 10) : null
}

/** Whether a text is a day that exists, in ISO form: 2026-02-30 is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const number = numberOf(text)
  return !Number.isNaN(number) && dayOf(number) === text
}

/** The day so many days later (earlier when negative). Throws where the years 0001 to 9999 end. */
export function addDays(day: Day, days: number): Day {
  const found = dayOf(numberOf(day) + days)
  if (found === null) throw new RangeError(`no day ${days} days after ${day}`)
  return found
}

/** Whole days from one day to another: `to − from`. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from)
}

/** The day an instant (`2026-03-31T16:30:00Z`) falls on in an IANA time zone. Throws on a text that is no instant, or an unknown zone. */
export function dayInZone(instant: string, timezone: string): Day {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timezone).toPlainDate().toString()
}

/** Whether this machine knows a time zone by that name. */
export function isTimezone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
}

const two = (n: number): string => String(n).padStart(2, '0')
const four = (n: number): string => String(n).padStart(4, '0')

/** The first of a month, the month counted from 0 and running over into other years. */
function firstOfMonth(year: number, month: number): Day | null {
  const first = new Date(0)
  first.setUTCFullYear(year, month, 1)
  return dayOf(first.getTime() / DAY_MS)
}

/** Three calendar months later, on the last day of the month where the day does not exist. */
function threeMonthsAfter(day: Day): Day | null {
  const first = firstOfMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)) + 2)
  const next = firstOfMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)) + 3)
  if (first === null || next === null) return null
  return addDays(first, Math.min(Number(day.slice(8)), daysBetween(first, next)) - 1)
}

type Kind<K extends CalendarSpec['kind']> = Extract<CalendarSpec, { kind: K }>

/** The last of some ids of equal form, or undefined. */
export function lastId(ids: Readonly<Record<string, unknown>>): string | undefined {
  return Object.keys(ids).sort().at(-1)
}

function weeksYearEnd(calendar: Kind<'weeks'>, year: number): Day | null {
  const first = calendar.years[four(year)]
  if (first === undefined) return null
  return calendar.years[four(year + 1)] ?? dayOf(numberOf(first) + 4 * WEEKS_A_QUARTER * 7)
}

function listedQuarterStart(listed: Readonly<Record<string, Day>>, year: number, quarter: number): Day | null {
  const [y, q] = quarter === 4 ? [year + 1, 0] : [year, quarter]
  const day = listed[`${four(y)}-Q${q + 1}`]
  if (day !== undefined) return day
  const before = q === 0 ? `${four(y - 1)}-Q4` : `${four(y)}-Q${q}`
  const last = before === lastId(listed) ? listed[before] : undefined
  return last === undefined ? null : threeMonthsAfter(last)
}

function yearlyQuarterStart(starts: readonly string[], year: number, quarter: number): Day | null {
  if (quarter === 4) return yearlyQuarterStart(starts, year + 1, 0)
  const first = starts[0] ?? ''
  const start = starts[quarter] ?? ''
  const firstYear = first <= LAST_START_OF_OWN_YEAR ? year : year - 1
  const day = `${four(start < first ? firstYear + 1 : firstYear)}-${start}`
  return isDay(day) ? day : null
}

/** Where a quarter of a year begins, counted from 0; 4 is where the year ends. Null where the calendar does not reach. */
function quarterStart(calendar: CalendarSpec, year: number, quarter: number): Day | null {
  switch (calendar.kind) {
    case 'months': {
      const startYear = calendar.yearNamedBy === 'end' && calendar.yearStartMonth > 1 ? year - 1 : year
      return firstOfMonth(startYear, calendar.yearStartMonth - 1 + quarter * 3)
    }
    case 'weeks': {
      const first = calendar.years[four(year)]
      if (first === undefined) return null
      return quarter === 4 ? weeksYearEnd(calendar, year) : dayOf(numberOf(first) + quarter * WEEKS_A_QUARTER * 7)
    }
    case 'quarters': {
      const starts = calendar.quarterStarts
      return isYearly(starts) ? yearlyQuarterStart(starts, year, quarter) : listedQuarterStart(starts, year, quarter)
    }
    default:
      return calendar satisfies never
  }
}

/** Whether quarters begin on the same days every year, rather than on days listed one by one. */
export function isYearly(starts: Kind<'quarters'>['quarterStarts']): starts is readonly [string, string, string, string] {
  return Array.isArray(starts)
}

/** A period, unless one of its ends is missing, or it holds no day. */
function span(id: string, kind: PeriodKind, from: Day | null, until: Day | null): Period | null {
  return from === null || until === null || from >= until ? null : { id, kind, from, until }
}

function month(calendar: CalendarSpec, year: number, number: number): Period | null {
  if (number < 1 || number > 12) return null
  const id = `${four(year)}-${two(number)}`
  if (calendar.kind !== 'weeks') return span(id, 'month', firstOfMonth(year, number - 1), firstOfMonth(year, number))
  const first = quarterStart(calendar, year, Math.floor((number - 1) / 3))
  if (first === null) return null
  const inQuarter = (number - 1) % 3
  const weeks = (count: number): number => calendar.pattern.slice(0, count).reduce((sum, n) => sum + n, 0)
  const until = number === 12 ? weeksYearEnd(calendar, year) : dayOf(numberOf(first) + weeks(inQuarter + 1) * 7)
  return span(id, 'month', dayOf(numberOf(first) + weeks(inQuarter) * 7), until)
}

/** Number of the first day of week 1: the week that holds 4 January has at least four days, and so its middle, in the year. */
function firstWeek(weekStart: 'monday' | 'sunday', year: number): number {
  const fourth = numberOf(`${four(year)}-01-04`)
  // 1970-01-01, number 0, was a Thursday.
  const sinceStart = weekStart === 'monday' ? fourth + 3 : fourth + 4
  return fourth - (((sinceStart % 7) + 7) % 7)
}

function week(calendar: CalendarSpec, year: number, number: number): Period | null {
  const id = `${four(year)}-W${two(number)}`
  const first = calendar.kind === 'weeks' ? numberOf(calendar.years[four(year)] ?? '') : firstWeek(calendar.weekStart, year)
  const end = calendar.kind === 'weeks' ? numberOf(weeksYearEnd(calendar, year) ?? '') : firstWeek(calendar.weekStart, year + 1)
  const from = first + (number - 1) * 7
  // Written so that the NaN of a year that is not listed fails as well.
  return number >= 1 && from + 7 <= end ? span(id, 'week', dayOf(from), dayOf(from + 7)) : null
}

function dayPeriod(day: Day): Period | null {
  return isDay(day) ? span(day, 'day', day, dayOf(numberOf(day) + 1)) : null
}

/** The period with an id, or null where the calendar has none of that name (2026-Q5, 2026-13, 2026-W54, a year that is not listed). */
export function periodOf(calendar: CalendarSpec, id: string): Period | null {
  const parts = PERIOD_ID.exec(id)?.groups
  if (parts === undefined) return dayPeriod(id)
  const year = Number(parts.year)
  if (parts.month !== undefined) return month(calendar, year, Number(parts.month))
  if (parts.week !== undefined) return week(calendar, year, Number(parts.week))
  const [first, after]: [number, number] =
    parts.quarter !== undefined ? [Number(parts.quarter) - 1, Number(parts.quarter)] : parts.half !== undefined ? [Number(parts.half) * 2 - 2, Number(parts.half) * 2] : [0, 4]
  const kind = parts.quarter !== undefined ? 'quarter' : parts.half !== undefined ? 'half' : 'year'
  return span(id, kind, quarterStart(calendar, year, first), quarterStart(calendar, year, after))
}

/** Ids of all periods of a kind that a year of that number has or might have. */
function idsOfYear(kind: PeriodKind, year: number): string[] {
  const y = four(year)
  switch (kind) {
    case 'day':
      return []
    case 'week':
      return Array.from({ length: 53 }, (_, i) => `${y}-W${two(i + 1)}`)
    case 'month':
      return Array.from({ length: 12 }, (_, i) => `${y}-${two(i + 1)}`)
    case 'quarter':
      return [1, 2, 3, 4].map((q) => `${y}-Q${q}`)
    case 'half':
      return [`${y}-H1`, `${y}-H2`]
    case 'year':
      return [y]
    default:
      return kind satisfies never
  }
}

/** The period of a kind that holds a day, or null where the calendar does not reach. A year may begin and end in neighbours of its own number. */
export function periodContaining(calendar: CalendarSpec, kind: PeriodKind, day: Day): Period | null {
  if (kind === 'day') return dayPeriod(day)
  if (!isDay(day)) return null
  const year = Number(day.slice(0, 4))
  for (const candidate of [year, year + 1, year - 1]) {
    if (candidate < 1 || candidate > 9999) continue
    for (const id of idsOfYear(kind, candidate)) {
      const period = periodOf(calendar, id)
      if (period !== null && period.from <= day && day < period.until) return period
    }
  }
  return null
}

export const PERIOD_KINDS = ['day', 'week', 'month', 'quarter', 'half', 'year'] as const satisfies readonly PeriodKind[]

/** All periods that hold a day, the shortest first. */
export function periodsContaining(calendar: CalendarSpec, day: Day): Period[] {
  return PERIOD_KINDS.map((kind) => periodContaining(calendar, kind, day)).filter((p) => p !== null)
}

/** The period of the same kind just before, or null where the calendar does not reach. */
export function previousPeriod(calendar: CalendarSpec, period: Period): Period | null {
  const before = dayOf(numberOf(period.from) - 1)
  return before === null ? null : periodContaining(calendar, period.kind, before)
}

/** The period of the same kind just after, or null where the calendar does not reach. */
export function nextPeriod(calendar: CalendarSpec, period: Period): Period | null {
  return periodContaining(calendar, period.kind, period.until)
}

/** The period with the same number a year before. A 29 February is compared with the 28th; a week 53 with nothing where that year has 52. */
export function lastYear(calendar: CalendarSpec, period: Period): Period | null {
  const id = `${four(Number(period.id.slice(0, 4)) - 1)}${period.id.slice(4)}`
  return periodOf(calendar, id) ?? (id.endsWith('-02-29') ? periodOf(calendar, id.replace('-29', '-28')) : null)
}

/** The day in the middle of a period (of two the later): the longer period it lies in is the one that most of the period lies in. */
export function middleDay({ from, until }: Pick<Period, 'from' | 'until'>): Day {
  return addDays(from, Math.floor(daysBetween(from, until) / 2))
}

/** The periods of a kind that belong to a period: those whose middle day lies in it, so that each belongs to one. Most tile it; weeks of calendar months need not. */
export function subPeriods(calendar: CalendarSpec, period: Period, kind: PeriodKind): Period[] {
  const found: Period[] = []
  if (PERIOD_KINDS.indexOf(kind) > PERIOD_KINDS.indexOf(period.kind)) return found
  let part = periodContaining(calendar, kind, period.from)
  while (part !== null && part.from < period.until) {
    const middle = middleDay(part)
    if (middle >= period.from && middle < period.until) found.push(part)
    part = nextPeriod(calendar, part)
  }
  return found
}

/** The newest period of a kind that has begun on a day, which may still run: the one that holds the day, else the last that ended before. */
export function latestPeriod(calendar: CalendarSpec, kind: PeriodKind, day: Day): Period | null {
  const running = periodContaining(calendar, kind, day)
  if (running !== null || calendar.kind === 'months' || !isDay(day)) return running
  // Beyond the listed years: the newest listed one that is over.
  const starts = calendar.kind === 'weeks' ? calendar.years : isYearly(calendar.quarterStarts) ? {} : calendar.quarterStarts
  const years = [...new Set(Object.keys(starts).map((id) => Number(id.slice(0, 4))))]
  const all = years
    .flatMap((year) => idsOfYear(kind, year))
    .map((id) => periodOf(calendar, id))
    .filter((p) => p !== null && p.until <= day)
  return all.reduce<Period | null>((best, p) => (best === null || (p !== null && p.from > best.from) ? p : best), null)
}

/** The last day that belongs to a period. */
export function lastDay(period: Period): Day {
  return addDays(period.until, -1)
}
