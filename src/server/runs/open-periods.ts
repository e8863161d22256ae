import { addDays, type Day, type Period, type PeriodKind, periodContaining, previousPeriod } from '../../base/calendar.ts'
import type { Read } from '../../store/types.ts'
import type { LoadedProgram } from '../measures/queries.ts'
import { recordDays } from '../measures/record-days.ts'

/** The kinds of period that people are judged and paid by, shortest first; months and quarters where there are no such rules. */
export function kindsInUse({ program }: Pick<LoadedProgram, 'program'>): PeriodKind[] {
  const found = new Set([...Object.values(program.schemes), ...Object.values(program.incentives)].map((rules) => rules.every))
  const all: PeriodKind[] = ['day', 'week', 'month', 'quarter', 'half', 'year']
  return found.size === 0 ? ['month', 'quarter'] : all.filter((kind) => found.has(kind))
}

/**
 * The periods whose results follow every change by themselves, oldest first: of each kind in use the one that holds today and the one that holds the latest day
 * with records, and the one before each.
 */
export async function openPeriods(read: Read, loaded: LoadedProgram, today: Day): Promise<Period[]> {
  const days = await recordDays(read)
  const latest = days === null || days.last > today ? today : days.last
  const found = new Map<string, Period>()
  for (const kind of kindsInUse(loaded)) {
    for (const day of new Set([latest, today])) {
      const period = periodContaining(loaded.calendar, kind, day)
      if (period === null) continue
      for (const p of [previousPeriod(loaded.calendar, period), period]) if (p !== null) found.set(p.id, p)
    }
  }
  return [...found.values()].sort((a, b) => (a.until === b.until ? (a.from > b.from ? -1 : 1) : a.until < b.until ? -1 : 1))
}

/** Of the records so many days back are offered, counted from the latest. */
const BACK_DAYS = 3 * 366
const AHEAD_DAYS = 92

/** Periods to choose from, of one kind, oldest first: those of the records up to a while ahead, and those around today; what lies between, where records ended long ago, is left out. */
export async function periodsToChoose(read: Read, loaded: LoadedProgram, asked: { readonly kind: PeriodKind; readonly today: Day }): Promise<Period[]> {
  const { kind, today } = asked
  const around = (from: Day, until: Day) => periodsBetween(loaded, { kind, from, until })
  const days = await recordDays(read)
  if (days === null || days.first > today) return around(today, addDays(today, AHEAD_DAYS))
  const last = days.last > today ? today : days.last
  const earliest = addDays(last, -BACK_DAYS)
  const first = days.first < earliest ? earliest : days.first
  if (last >= addDays(today, -BACK_DAYS)) return around(first, addDays(today, AHEAD_DAYS))
  const found = new Map([...around(first, addDays(last, AHEAD_DAYS)), ...around(today, addDays(today, AHEAD_DAYS))].map((p) => [p.id, p]))
  return [...found.values()]
}

/** The periods that hold a day of a stretch, oldest first. */
function periodsBetween({ calendar }: LoadedProgram, { kind, from, until }: { readonly kind: PeriodKind; readonly from: Day; readonly until: Day }): Period[] {
  const found: Period[] = []
  for (let period = periodContaining(calendar, kind, until); period !== null && period.until > from; period = previousPeriod(calendar, period)) found.push(period)
  return found.reverse()
}
