import type { Day, Period } from '../base/calendar.ts'

/** A stretch of days inside one calendar month in which no line changes: records are added up to cells by it, and lines are looked up on its first day. */
export interface Span {
  readonly from: Day
  readonly until: Day
}

/** First day of the calendar month of a day. */
export function monthOf(day: Day): Day {
  return `${day.slice(0, 7)}-01`
}

export function nextMonth(month: Day): Day {
  const year = Number(month.slice(0, 4))
  const number = Number(month.slice(5, 7))
  return number === 12 ? `${String(year + 1).padStart(4, '0')}-01-01` : `${month.slice(0, 5)}${String(number + 1).padStart(2, '0')}-01`
}

/** The calendar months that a period touches, by their first days. */
export function monthsOf(period: { from: Day; until: Day }): Day[] {
  const months: Day[] = []
  for (let m = monthOf(period.from); m < period.until; m = nextMonth(m)) months.push(m)
  return months
}

/** Cut a period at the ends of months and at the days on which a line changed. */
export function spansOf(period: Period, breaks: readonly Day[]): Span[] {
  const cuts = new Set<Day>([period.from, ...monthsOf(period), ...breaks])
  const inside = [...cuts].filter((d) => d >= period.from && d < period.until).sort()
  return inside.map((from, i) => ({ from, until: inside[i + 1] ?? period.until }))
}

/** First days of the stretches of a period in which no line changes, in order; each span lies in one of them. */
export function stretchesOf(period: Period, breaks: readonly Day[]): Day[] {
  return [...new Set([period.from, ...breaks])].filter((d) => d >= period.from && d < period.until).sort()
}
