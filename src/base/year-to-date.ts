import { type CalendarSpec, type Day, lastYear, middleDay, type Period, periodContaining, periodOf, previousPeriod } from './calendar.ts'

const TO_DATE = '~to-date'
const BEFORE = '~before'

/** The id of the period that a stretch of a year was made from; a plain period's own. */
const madeFrom = (period: Period): string => period.id.split('~')[0] ?? period.id

const isStretch = (period: Period): boolean => period.id.includes('~')

/**
 * The day that the year of a period begins on: the year that its middle day lies in. Where periods of its kind do not fit into years, as weeks,
 * the first day of the first of them that belongs to the year. Null where the calendar knows no such year.
 */
function yearBegins(calendar: CalendarSpec, period: Period): Day | null {
  const year = periodContaining(calendar, 'year', middleDay(period))
  const first = year === null ? null : periodContaining(calendar, period.kind, year.from)
  if (year === null || first === null) return year?.from ?? null
  return middleDay(first) >= year.from ? first.from : first.until
}

/**
 * From the day on which the year of a period begins to the period's last day: `2026-03~to-date`, of the same kind as the period.
 * A stretch of a year stays as it is. Null where the calendar knows no such year.
 */
export function yearToDate(calendar: CalendarSpec, period: Period): Period | null {
  if (isStretch(period)) return period
  const from = yearBegins(calendar, period)
  return from === null ? null : { id: `${period.id}${TO_DATE}`, kind: period.kind, from, until: period.until }
}

/** What came before a period in its year: `2026-03~before` has January and February. Null where the period is the year's first, and for stretches, which begin with the year. */
export function earlierInYear(calendar: CalendarSpec, period: Period): Period | null {
  const from = isStretch(period) ? null : yearBegins(calendar, period)
  return from === null || from === period.from ? null : { id: `${period.id}${BEFORE}`, kind: period.kind, from, until: period.from }
}

/** `previousPeriod`, also for stretches of a year: the same stretch made from the period before. */
export function previousOf(calendar: CalendarSpec, period: Period): Period | null {
  return moved(calendar, period, previousPeriod)
}

/** `lastYear`, also for stretches of a year: the same stretch made from the period a year before. */
export function lastYearOf(calendar: CalendarSpec, period: Period): Period | null {
  return moved(calendar, period, lastYear)
}

function moved(calendar: CalendarSpec, period: Period, move: (calendar: CalendarSpec, period: Period) => Period | null): Period | null {
  if (!isStretch(period)) return move(calendar, period)
  const origin = periodOf(calendar, madeFrom(period))
  const target = origin === null ? null : move(calendar, origin)
  if (target === null) return null
  return period.id.endsWith(TO_DATE) ? yearToDate(calendar, target) : earlierInYear(calendar, target)
}
