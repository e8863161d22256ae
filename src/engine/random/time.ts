import { addDays, type CalendarSpec, type Day, PERIOD_KINDS, periodContaining, previousPeriod } from '../../base/calendar.ts'
import type { Rng } from './rng.ts'

const LISTED = {
  '2024-Q1': '2024-01-09',
  '2024-Q2': '2024-04-02',
  '2024-Q3': '2024-07-01',
  '2024-Q4': '2024-09-30',
  '2025-Q1': '2025-01-05',
  '2025-Q2': '2025-03-31',
  '2025-Q3': '2025-07-07',
  '2025-Q4': '2025-10-01',
  '2026-Q1': '2025-12-30',
}

/** A calendar of any kind. Those that list their years reach over most of the days of a world, not all. */
export function randomCalendar(rng: Rng): CalendarSpec {
  const weekStart = rng.pick(['monday', 'sunday'] as const)
  switch (rng.int(0, 4)) {
    case 0:
      return {
        kind: 'weeks',
        pattern: rng.pick([
          [4, 4, 5],
          [4, 5, 4],
          [5, 4, 4],
        ] as const),
        weekStart: 'sunday',
        years: { 2023: '2023-01-29', 2024: '2024-02-04', 2025: '2025-02-02' },
      }
    case 1:
      return { kind: 'weeks', pattern: [4, 4, 5], weekStart: 'monday', years: { 2024: '2024-01-01', 2025: '2024-12-30', 2026: '2025-12-29' } }
    case 2:
      return { kind: 'quarters', weekStart, quarterStarts: rng.pick([LISTED, ['03-05', '06-05', '09-05', '12-05'], ['12-01', '03-01', '06-01', '09-01']] as const) }
    default:
      return { kind: 'months', yearStartMonth: rng.chance(0.5) ? 1 : rng.int(2, 12), yearNamedBy: rng.pick(['start', 'end'] as const), weekStart }
  }
}

/** The days of a world: most things happen on a few of them, some close together, so that ties, neighbours and ends of periods are met. */
export interface Days {
  readonly hot: readonly Day[]
  readonly first: Day
  readonly span: number
}

export function randomDays(rng: Rng): Days {
  const first = addDays('2024-01-01', rng.int(0, 300))
  const span = rng.pick([60, 200, 500])
  const ends = ['2024-02-29', '2024-03-31', '2024-12-31', '2025-01-01', '2025-02-28', '2025-03-31'].filter((d) => d >= first && d < addDays(first, span))
  const busy = Array.from({ length: 4 }, () => addDays(first, rng.int(0, span)))
  return { hot: [...busy, ...busy.map((d) => addDays(d, rng.int(1, 3))), ...rng.some(ends, 3)], first, span }
}

export function randomDay(rng: Rng, days: Days): Day {
  return rng.chance(0.8) ? rng.pick(days.hot) : addDays(days.first, rng.int(0, days.span))
}

/** An instant, often just before or after midnight somewhere. */
export function randomInstant(rng: Rng, days: Days): string {
  return `${randomDay(rng, days)}T${rng.pick(['00:00:00', '23:59:59.999', '15:59:59', '16:00:00', '04:00:00', '05:00:00', '18:29:59', '18:30:00', '12:34:56.789'])}Z`
}

/** Ids of some periods in which things happen, of several kinds. Never none. */
export function randomPeriods(rng: Rng, calendar: CalendarSpec, days: Days): string[] {
  const found = new Set<string>()
  for (let i = 0; i < 12 && found.size < rng.int(3, 5); i++) {
    const kind = rng.pick([...PERIOD_KINDS, 'month', 'quarter', 'quarter', 'half', 'year', 'year'] as const)
    const period = periodContaining(calendar, kind, rng.pick(days.hot))
    if (period === null) continue
    found.add(period.id)
    const before = rng.chance(0.2) ? previousPeriod(calendar, period) : null
    if (before !== null) found.add(before.id)
  }
  return found.size === 0 ? [rng.pick(days.hot)] : [...found]
}
