import { addDays, type Day, type Period, type PeriodKind, periodContaining, previousPeriod } from '../../base/calendar.ts'
import { sql } from '../../base/sql.ts'
import { keptWhile } from '../../store/kept.ts'
import type { Read } from '../../store/types.ts'
import { daysWithData } from '../datasets/days.ts'
import type { LoadedProgram } from '../measures/queries.ts'
import { loadProgram } from '../measures/queries.ts'

/** Moves with everything that results are made from: records, people, lines, rates, targets, pay items, documents. */
export const INPUTS_MARKER = sql`select (select coalesce(sum(change), 0) from app.dataset_state) || ' ' || (select sum(change) from app.org_state) || ' ' || (select count(*) from app.document)`

/** First and last day with records; values that people enter may lie far ahead and say nothing about when business was done. */
export const recordDays = keptWhile(INPUTS_MARKER, async (read) => {
  const { datasets } = await loadProgram(read)
  return await daysWithData(
    read,
    datasets.filter((d) => d.dataset !== 'entered'),
  )
})

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

/** Days around which periods are offered: from the first record to a quarter ahead; at most so many days back. */
const BACK_DAYS = 3 * 366
const AHEAD_DAYS = 92

/** Periods to choose from, of one kind, oldest first: around the records and around today. */
export async function periodsToChoose(read: Read, loaded: LoadedProgram, asked: { readonly kind: PeriodKind; readonly today: Day }): Promise<Period[]> {
  const { kind, today } = asked
  const days = await recordDays(read)
  const earliest = addDays(today, -BACK_DAYS)
  const first = days === null || days.first > today ? today : days.first < earliest ? earliest : days.first
  const last = addDays(today, AHEAD_DAYS)
  const found: Period[] = []
  for (let period = periodContaining(loaded.calendar, kind, last); period !== null && period.until > first; period = previousPeriod(loaded.calendar, period)) found.push(period)
  return found.reverse()
}
