import type { Day } from './calendar.ts'
import { type CalendarSpec, daysBetween, isDay, isYearly, lastId, type Period, type PeriodKind, periodOf } from './calendar.ts'
import { type Params, Refusal } from './diagnostic.ts'

/** Something to mend in a calendar; `path` leads to it inside the calendar. The sentences are in calendar-texts.ts. */
export interface CalendarProblem {
  readonly code: string
  readonly params: Params
  readonly path: readonly (string | number)[]
}

const QUARTER_DAYS_LEAST = 28
const QUARTER_DAYS_MOST = 183

/** Everything wrong with a calendar. Empty: days fall into periods without gaps. */
export function checkCalendar(spec: CalendarSpec): CalendarProblem[] {
  switch (spec.kind) {
    case 'months':
      return Number.isInteger(spec.yearStartMonth) && spec.yearStartMonth >= 1 && spec.yearStartMonth <= 12
        ? []
        : [{ code: 'calendar.start-month', params: { month: spec.yearStartMonth }, path: ['yearStartMonth'] }]
    case 'weeks':
      return checkWeeks(spec)
    case 'quarters':
      return isYearly(spec.quarterStarts) ? checkYearly(spec.quarterStarts) : checkListed(spec.quarterStarts)
    default:
      return spec satisfies never
  }
}

function checkWeeks(spec: Extract<CalendarSpec, { kind: 'weeks' }>): CalendarProblem[] {
  const problems: CalendarProblem[] = []
  const weeks = spec.pattern.reduce((sum, n) => sum + n, 0)
  if (weeks !== 13 || spec.pattern.some((n) => !Number.isInteger(n) || n < 1))
    problems.push({ code: 'calendar.pattern', params: { pattern: spec.pattern.join('-'), weeks }, path: ['pattern'] })
  const years = Object.keys(spec.years).sort()
  if (years.length === 0) problems.push({ code: 'calendar.no-years', params: {}, path: ['years'] })
  for (const [i, year] of years.entries()) {
    const first = spec.years[year] ?? ''
    const found = problemOfYear({ year, first, weekStart: spec.weekStart })
    if (found !== null) problems.push({ ...found, path: ['years', year] })
    const next = years[i + 1]
    const nextFirst = next === undefined ? undefined : spec.years[next]
    if (found !== null || next === undefined || nextFirst === undefined || !isDay(nextFirst)) continue
    if (Number(next) !== Number(year) + 1) problems.push({ code: 'calendar.year-gap', params: { year, next }, path: ['years', next] })
    else if (![364, 371].includes(daysBetween(first, nextFirst)))
      problems.push({ code: 'calendar.year-length', params: { year, next, days: daysBetween(first, nextFirst) }, path: ['years', next] })
  }
  return problems
}

function problemOfYear(one: { year: string; first: Day; weekStart: 'monday' | 'sunday' }): Omit<CalendarProblem, 'path'> | null {
  const { year, first, weekStart } = one
  if (!/^\d{4}$/.test(year)) return { code: 'calendar.year-name', params: { year } }
  if (!isDay(first)) return { code: 'calendar.no-day', params: { day: first } }
  const between = daysBetween(first, `${year}-01-01`)
  if (between < -366 || between > 366) return { code: 'calendar.year-far', params: { year, day: first } }
  // 2024-01-01 was a Monday, 2023-12-31 a Sunday.
  const off = daysBetween(weekStart === 'monday' ? '2024-01-01' : '2023-12-31', first) % 7
  return off === 0 ? null : { code: `calendar.year-not-on-${weekStart}`, params: { year, day: first } }
}

function checkYearly(starts: readonly string[]): CalendarProblem[] {
  const problems: CalendarProblem[] = []
  for (const [i, start] of starts.entries()) {
    // 2023 was no leap year: a 29 February would be missing in most years.
    if (!isDay(`2023-${start}`)) problems.push({ code: 'calendar.no-day-of-year', params: { day: start }, path: ['quarterStarts', i] })
  }
  if (problems.length > 0) return problems
  const [first = ''] = starts
  // From the first quarter on, once round the year: each must come later than the one before.
  const round = starts.map((start) => (start < first ? `2024-${start}` : `2023-${start}`))
  for (let i = 1; i < round.length; i++) {
    if ((round[i] ?? '') <= (round[i - 1] ?? ''))
      problems.push({ code: 'calendar.quarters-order', params: { quarter: i + 1, day: starts[i] ?? '', before: starts[i - 1] ?? '' }, path: ['quarterStarts', i] })
  }
  return problems
}

function checkListed(listed: Readonly<Record<string, Day>>): CalendarProblem[] {
  const problems: CalendarProblem[] = []
  const ids = Object.keys(listed).sort()
  if (ids.length === 0) problems.push({ code: 'calendar.no-quarters', params: {}, path: ['quarterStarts'] })
  for (const [i, id] of ids.entries()) {
    const day = listed[id] ?? ''
    const problem = (code: string, params: Params): number => problems.push({ code, params, path: ['quarterStarts', id] })
    if (!/^\d{4}-Q[1-4]$/.test(id)) problem('calendar.quarter-name', { quarter: id })
    else if (!isDay(day)) problem('calendar.no-day', { day })
    else if (i > 0) {
      const before = ids[i - 1] ?? ''
      const dayBefore = listed[before] ?? ''
      if (!isDay(dayBefore)) continue
      const days = daysBetween(dayBefore, day)
      if (quarterAfter(before) !== id) problem('calendar.quarter-gap', { quarter: id, before })
      else if (days < QUARTER_DAYS_LEAST || days > QUARTER_DAYS_MOST) problem('calendar.quarter-length', { quarter: before, days })
    }
  }
  return problems
}

function quarterAfter(id: string): string {
  const year = Number(id.slice(0, 4))
  const quarter = Number(id.slice(6))
  return quarter === 4 ? `${String(year + 1).padStart(4, '0')}-Q1` : `${id.slice(0, 6)}${quarter + 1}`
}

/** Why a period id names nothing: an id of no known form, a number that does not exist, or a year the calendar does not reach. */
export function missingPeriod(calendar: CalendarSpec, id: string): { code: string; params: Params } {
  const form = /^(\d{4})(-H\d+|-Q\d+|-W\d+|-\d+|-\d+-\d+)?$/.exec(id)
  if (form === null) return { code: 'calendar.period-form', params: { period: id } }
  const year = form[1] ?? ''
  if (/^\d{4}-\d+-\d+$/.test(id)) return { code: 'calendar.no-day', params: { day: id } }
  const range = reach(calendar)
  const reached = range === null || (year >= range.first && year <= range.last)
  if (range !== null && !reached) return { code: 'calendar.year-not-listed', params: { period: id, year, first: range.first, last: range.last } }
  const kind = kindOf(form[2])
  const [first, last] = ends(calendar, year, kind)
  if (first === null || last === null) return { code: 'calendar.year-not-whole', params: { period: id, year } }
  return { code: 'calendar.no-such-period', params: { period: id, first: first.id, last: last.id } }
}

/** The period with an id. Refuses with the reason and the ids that exist: `calendar.period-form`, `calendar.no-such-period`, `calendar.no-day`, `calendar.year-not-listed`, `calendar.year-not-whole`. */
export function requirePeriod(calendar: CalendarSpec, id: string): Period {
  const period = periodOf(calendar, id)
  if (period !== null) return period
  const missing = missingPeriod(calendar, id)
  throw new Refusal(missing.code, missing.params)
}

function kindOf(suffix: string | undefined): PeriodKind {
  if (suffix === undefined) return 'year'
  if (suffix.startsWith('-H')) return 'half'
  if (suffix.startsWith('-Q')) return 'quarter'
  return suffix.startsWith('-W') ? 'week' : 'month'
}

/** First and last year a calendar names, or null where it goes on for ever. */
function reach(calendar: CalendarSpec): { first: string; last: string } | null {
  if (calendar.kind === 'months' || (calendar.kind === 'quarters' && isYearly(calendar.quarterStarts))) return null
  const listed: Readonly<Record<string, Day>> = calendar.kind === 'weeks' ? calendar.years : isYearly(calendar.quarterStarts) ? {} : calendar.quarterStarts
  const first = Object.keys(listed).sort()[0]
  const last = lastId(listed)
  return first === undefined || last === undefined ? null : { first: first.slice(0, 4), last: last.slice(0, 4) }
}

/** The first and the last period of a kind in a year. */
function ends(calendar: CalendarSpec, year: string, kind: PeriodKind): [Period | null, Period | null] {
  const ids: Record<PeriodKind, string[]> = {
    day: [],
    year: [year],
    half: [`${year}-H1`, `${year}-H2`],
    quarter: [1, 2, 3, 4].map((q) => `${year}-Q${q}`),
    month: Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`),
    week: Array.from({ length: 53 }, (_, i) => `${year}-W${String(i + 1).padStart(2, '0')}`),
  }
  const found = ids[kind].map((id) => periodOf(calendar, id)).filter((p) => p !== null)
  return [found[0] ?? null, found.at(-1) ?? null]
}
