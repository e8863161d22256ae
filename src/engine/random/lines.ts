import { addDays, type Day } from '../../base/calendar.ts'
import type { FactEdge } from '../reference/facts.ts'
import type { Rng } from './rng.ts'
import { type Days, randomDay } from './time.ts'

/**
 * A line with transfers, gaps and people who change places. Time is cut into eras; in each the people stand in one order and report only to earlier ones,
 * so that no day has a cycle, though two people may have been each other's superior.
 */
export function randomLine(rng: Rng, days: Days, employees: readonly string[]): FactEdge[] {
  const cuts = [...new Set(Array.from({ length: rng.int(0, 2) }, () => randomDay(rng, days)))].sort()
  const eras = [null, ...cuts].map((from, i) => ({ from, until: cuts[i] ?? null }))
  return eras.flatMap((era) => {
    const order = rng.some(employees, employees.length)
    return order.flatMap((employee, i) => (i === 0 || rng.chance(0.1) ? [] : stretches({ rng, days, employee, above: order.slice(0, i) }, era)))
  })
}

/** One person's superiors during an era, one after the other, sometimes with a gap. */
function stretches(of: { rng: Rng; days: Days; employee: string; above: readonly string[] }, era: { from: Day | null; until: Day | null }): FactEdge[] {
  const { rng, employee, above } = of
  const inside = (day: Day): boolean => (era.from === null || day > era.from) && (era.until === null || day < era.until)
  const cuts = [...new Set(Array.from({ length: rng.pick([0, 0, 1, 2]) }, () => randomDay(rng, of.days)))].filter(inside).sort()
  return [era.from, ...cuts].flatMap((from, i) => {
    const until = cuts[i] ?? era.until
    const gap = from !== null && rng.chance(0.15) ? addDays(from, rng.int(1, 20)) : from
    if (rng.chance(0.1) || (gap !== null && until !== null && gap >= until)) return []
    return [{ employee, superior: rng.pick(above), from: gap, until }]
  })
}
