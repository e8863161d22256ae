import { addDays, type CalendarSpec, lastYear, type Period, periodContaining, periodOf, previousPeriod } from '../../base/calendar.ts'
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

/** From the first day of the year in which a period begins to the period's last day. */
function toDate(calendar: CalendarSpec, period: Period): Period | null {
  const year = periodContaining(calendar, 'year', period.from)
  return year === null ? null : { id: `${period.id}${MARK}to-date`, kind: period.kind, from: year.from, until: period.until }
}

/** From the first day of the year in which a period begins to the day before it begins. */
function before(calendar: CalendarSpec, period: Period): Period | null {
  const year = periodContaining(calendar, 'year', period.from)
  if (year === null || addDays(period.from, -1) < year.from) return null
  return { id: `${period.id}${MARK}before`, kind: period.kind, from: year.from, until: period.from }
}
