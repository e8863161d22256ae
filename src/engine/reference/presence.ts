import { addDays, type Day, daysBetween, lastDay, type Period } from '../../base/calendar.ts'
import { type Decimal, dec, divide } from '../../base/decimal.ts'
import { DIVISION_SCALE } from '../../base/limits.ts'
import type { InForce } from '../ir.ts'
import type { FactAssignment, Facts } from './facts.ts'

const assignmentsOf = (facts: Facts, employee: string): FactAssignment[] => facts.assignments.filter((a) => a.employee === employee)

const worksOn = (a: FactAssignment, day: Day): boolean => (a.from === null || a.from <= day) && (a.until === null || day < a.until)

/** The last day inside a period on which a person worked, with the role and the unit of that day; null where they did not work in it. */
export function lastWork(facts: Facts, employee: string, period: Period): { readonly day: Day; readonly role: string | null; readonly unit: string | null } | null {
  const mine = assignmentsOf(facts, employee)
  for (let day = lastDay(period); day >= period.from; day = addDays(day, -1)) {
    const found = mine.find((a) => worksOn(a, day))
    if (found !== undefined) return { day, role: found.role, unit: found.unit }
  }
  return null
}

/** Whether rules are for a person in a period. */
export function isFor(facts: Facts, rules: InForce, of: { employee: string; period: Period }): boolean {
  const { employee, period } = of
  if (period.kind !== rules.every) return false
  if ((rules.from !== null && period.from < rules.from) || (rules.until !== null && period.from >= rules.until)) return false
  const work = lastWork(facts, employee, period)
  return work !== null && fitsRole(rules, work.role)
}

const fitsRole = (rules: InForce, role: string | null): boolean => rules.roles === null || (role !== null && rules.roles.includes(role))

export interface Presence {
  readonly days: number
  readonly of: number
  readonly share: Decimal
}

/** On how many days of a period a person held a role of the rules. */
export function presenceOf(facts: Facts, rules: InForce, of: { employee: string; period: Period }): Presence {
  const { employee, period } = of
  const mine = assignmentsOf(facts, employee)
  const firstDay = firstAssignment(facts, employee)?.from ?? null
  let days = 0
  for (let day = period.from; day < period.until; day = addDays(day, 1)) {
    const held = mine.some((a) => worksOn(a, day) && fitsRole(rules, a.role))
    const notYet = rules.startDay === 'not-counted' && day === firstDay && day !== period.from
    if (held && !notYet) days += 1
  }
  const all = daysBetween(period.from, period.until)
  return { days, of: all, share: divide(dec(days), dec(all), DIVISION_SCALE) ?? dec(0) }
}

/** The assignment with which a person began; one without a first day is the earliest of all. */
function firstAssignment(facts: Facts, employee: string): FactAssignment | null {
  return assignmentsOf(facts, employee).reduce<FactAssignment | null>((first, a) => (first === null || (a.from ?? '') < (first.from ?? '') ? a : first), null)
}

/** Whole months from a person's first day to the first day of a period, never below 0; null where they are there since ever. */
export function tenureOf(facts: Facts, employee: string, period: Period): { readonly since: Day; readonly months: number } | null {
  const since = firstAssignment(facts, employee)?.from ?? null
  if (since === null) return null
  const [year, month, day] = partsOf(since)
  const [thisYear, thisMonth, thisDay] = partsOf(period.from)
  const months = (thisYear - year) * 12 + (thisMonth - month) - (thisDay < day ? 1 : 0)
  return { since, months: Math.max(0, months) }
}

function partsOf(day: Day): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
}
