import { textAt, valueAt } from '../../parts/documents/body.ts'
import type { Body } from '../../parts/documents/queries.ts'

export const CALENDAR_KINDS = ['months', 'weeks', 'quarters'] as const

export type CalendarKind = (typeof CALENDAR_KINDS)[number]

/** Weeks of the three periods of a quarter that companies use. */
export const PATTERNS = ['4-4-5', '4-5-4', '5-4-4'] as const

/** The calendar a document has: of months where it says none. */
export function calendarIn(body: Body): Body & { readonly kind: CalendarKind } {
  const found = valueAt(body, ['calendar'])
  const map = typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as Body) : {} // Looked: a map.
  return { ...map, kind: CALENDAR_KINDS.find((kind) => kind === map['kind']) ?? 'months' }
}

/** A calendar of another kind to begin with; the first day of a week stays. */
export function calendarOfKind(kind: CalendarKind, before: Body, today: string): Body {
  const { weekStart } = before
  const week = weekStart === undefined ? {} : { weekStart }
  const year = today.slice(0, 4)
  switch (kind) {
    case 'months':
      return { kind, yearStartMonth: 1, ...week }
    case 'weeks':
      return { kind, pattern: [4, 4, 5], years: { [year]: nearestWeekday(`${year}-01-01`, weekStart === 'sunday' ? 0 : 1) }, ...week }
    case 'quarters':
      return { kind, quarterStarts: ['01-01', '04-01', '07-01', '10-01'], ...week }
    default:
      return kind satisfies never
  }
}

const DAY_MS = 86_400_000

const later = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** The day nearest to another that is such a day of the week (0: Sunday). */
export function nearestWeekday(day: string, weekday: number): string {
  const ahead = (weekday - new Date(`${day}T00:00:00Z`).getUTCDay() + 7) % 7
  return later(day, ahead > 3 ? ahead - 7 : ahead)
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))

/** The year after the last one listed, with the day it begins on where it has 52 weeks. */
export function nextYear(years: Body): readonly [string, string] | null {
  const last = Object.keys(years)
    .filter((year) => /^\d{4}$/.test(year))
    .sort()
    .at(-1)
  if (last === undefined) return null
  const first = textAt(years, [last])
  return [String(Number(last) + 1), isDay(first) ? later(first, 364) : '']
}

/** The quarter after the last one listed, with the day it begins on where it has 13 weeks. */
export function nextQuarter(quarters: Body): readonly [string, string] | null {
  const last = Object.keys(quarters)
    .filter((id) => /^\d{4}-Q[1-4]$/.test(id))
    .sort()
    .at(-1)
  if (last === undefined) return null
  const [year, quarter] = [Number(last.slice(0, 4)), Number(last.slice(6))]
  const first = textAt(quarters, [last])
  return [quarter === 4 ? `${year + 1}-Q1` : `${year}-Q${quarter + 1}`, isDay(first) ? later(first, 91) : '']
}
