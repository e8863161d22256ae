import { type CalendarSpec, type Day, lastYear, middleDay, nextPeriod, type Period, periodContaining, periodOf, previousPeriod } from '../../base/calendar.ts'
import type { Shift } from '../ir.ts'

/** Marks the id of a stretch that begins with the year: `2026-03~to-date`. */
const MARK = '~'

/** Shifts are applied from left to right; what leads outside the calendar stays outside. */
export function shifted(calendar: CalendarSpec, period: Period | null, shifts: readonly Shift[]): Period | null {
  let at = period
  for (const shift of shifts) at = at === null ? null : once(calendar, at, shift)
  return at
}

function once(calendar: CalendarSpec, period: Period, shift: Shift): Period | null {
  const [id = '', mark] = period.id.split(MARK)
  switch (shift) {
    case 'previous':
    case 'last-year': {
      const base = mark === undefined ? period : periodOf(calendar, id)
      const moved = base === null ? null : shift === 'previous' ? previousPeriod(calendar, base) : lastYear(calendar, base)
      if (moved === null || mark === undefined) return moved
      return mark === 'before' ? before(calendar, moved) : toDate(calendar, moved)
    }
    case 'to-date':
      return mark === undefined ? toDate(calendar, period) : period
    case 'before':
      return mark === undefined ? before(calendar, period) : null
    default:
      return shift satisfies never
  }
}

/** The first period of the same kind in the year that most of a period lies in; null outside the calendar. */
export function firstOfYear(calendar: CalendarSpec, period: Period): Period | null {
  const year = periodContaining(calendar, 'year', middleDay(period))
  let at = year === null ? null : periodContaining(calendar, period.kind, year.from)
  while (at !== null && year !== null && middleDay(at) < year.from) at = nextPeriod(calendar, at)
  return at
}

/** The first day of the year of a period; where its first week is outside the calendar, the year's own. */
function beginningOf(calendar: CalendarSpec, period: Period): Day | null {
  return firstOfYear(calendar, period)?.from ?? periodContaining(calendar, 'year', middleDay(period))?.from ?? null
}

/** From the beginning of the year of a period to the period's last day. */
function toDate(calendar: CalendarSpec, period: Period): Period | null {
  const from = beginningOf(calendar, period)
  return from === null ? null : { id: `${period.id}${MARK}to-date`, kind: period.kind, from, until: period.until }
}

/** From the beginning of the year of a period to the day before it begins. */
function before(calendar: CalendarSpec, period: Period): Period | null {
  const from = beginningOf(calendar, period)
  return from === null || from >= period.from ? null : { id: `${period.id}${MARK}before`, kind: period.kind, from, until: period.from }
}
