import { latestPeriod, type Period, type PeriodKind, previousPeriod } from '../base/calendar.ts'
import { ENTERED } from '../engine/index.ts'
import type { Program } from '../engine/ir.ts'
import { daysWithData } from '../server/datasets/days.ts'
import { loadProgram } from '../server/measures/queries.ts'
import type { Read, Store } from '../store/types.ts'

/**
 * The newest period that a record falls into, of the kind that people are judged and paid by, else a quarter; null where there are no dated records.
 * Values entered by hand may lie in the future (the target of a year), so they decide only where there is nothing else.
 */
export async function latestPeriodWithData(read: Read): Promise<Period | null> {
  const { calendar, datasets, program } = await loadProgram(read)
  const happened = datasets.filter((d) => d.dataset !== ENTERED)
  const days = (await daysWithData(read, happened)) ?? (await daysWithData(read, datasets))
  if (days === null) return null
  const period = latestPeriod(calendar, kindOf(program), days.last)
  return period !== null && period.until <= days.first ? previousPeriod(calendar, period) : period
}

/** The kind of period that most schemes are for, else most incentive plans, else a quarter. */
function kindOf({ schemes, incentives }: Program): PeriodKind {
  for (const rules of [schemes, incentives]) {
    const counts = new Map<PeriodKind, number>()
    for (const { every } of Object.values(rules)) counts.set(every, (counts.get(every) ?? 0) + 1)
    const [most] = [...counts].sort(([, a], [, b]) => b - a)
    if (most !== undefined) return most[0]
  }
  return 'quarter'
}

export async function latestIdWithData(store: Store): Promise<string | null> {
  return (await store.read(latestPeriodWithData))?.id ?? null
}
