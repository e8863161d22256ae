import type { Day, Period } from '../../base/calendar.ts'
import type { SchemeIr } from '../ir.ts'
import type { FactFactor, Facts } from './facts.ts'
import { lastWork } from './presence.ts'

/** The factor for outside causes that is for a person's whole score (`line` null) or for one line of it; null where there is none. */
export function factorFor(facts: Facts, of: { readonly employee: string; readonly period: Period; readonly scheme: SchemeIr; readonly line: string | null }): FactFactor | null {
  const { employee, period, scheme, line } = of
  const work = scheme.factors ? lastWork(facts, employee, period) : null
  if (work === null) return null
  for (const unit of upwards(facts, work)) {
    const here = facts.factors.filter((f) => f.unit === unit && f.period === period.id && f.line === line)
    const found = here.find((f) => f.scheme === scheme.scheme) ?? here.find((f) => f.scheme === null)
    if (found !== undefined) return found
  }
  return null
}

/** The unit somebody works in and every unit above it on a day, the nearest first. */
function upwards(facts: Facts, { unit, day }: { readonly unit: string | null; readonly day: Day }): string[] {
  const found: string[] = []
  for (let at = unit; at !== null && !found.includes(at); ) {
    found.push(at)
    const here: string = at
    at = facts.units.find((e) => e.unit === here && (e.from === null || e.from <= day) && (e.until === null || day < e.until))?.parent ?? null
  }
  return found
}
