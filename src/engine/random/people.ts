import { addDays, type CalendarSpec, type Day, periodContaining, periodOf } from '../../base/calendar.ts'
import type { FactAssignment, FactFactor, FactPay, FactTarget, FactUnitEdge } from '../reference/facts.ts'
import { randomLine } from './lines.ts'
import { LINE_NAMES, PAY_ITEMS, ROLES, SCHEME_NAMES, UNITS } from './names.ts'
import { LARGE, SMALL } from './numbers.ts'
import type { Rng } from './rng.ts'
import { type Days, randomDay } from './time.ts'

/** Where people worked and as what: some always, some without a role, joiners, leavers, people who change roles or come back. */
export function randomAssignments(rng: Rng, days: Days, employees: readonly string[]): FactAssignment[] {
  return employees.flatMap((employee) => assignmentsFor(rng, days, employee))
}

/** The stretches of one person; they never overlap. */
export function assignmentsFor(rng: Rng, days: Days, employee: string): FactAssignment[] {
  const role = (): string | null => (rng.chance(0.12) ? null : rng.pick(ROLES.slice(0, 4)))
  const unit = (): string | null => (rng.chance(0.1) ? null : rng.pick(UNITS))
  const kind = rng.int(0, 9)
  if (kind < 2) return [{ employee, role: kind === 0 ? null : role(), unit: unit(), from: null, until: null }]
  const joined = rng.chance(0.6) ? (rng.chance(0.4) ? addDays(days.first, -rng.int(1, 900)) : randomDay(rng, days)) : null
  const cuts = [...new Set(Array.from({ length: rng.pick([0, 1, 1, 2]) }, () => randomDay(rng, days)))].sort().filter((day) => joined === null || day > joined)
  const left = rng.chance(0.25) ? addDays(cuts.at(-1) ?? joined ?? days.first, rng.int(1, 60)) : null
  return [joined, ...cuts].flatMap((from, i): FactAssignment[] => {
    const until = cuts[i] ?? left
    // Away for a while, now and then, before the role begins.
    const begins = from !== null && i > 0 && rng.chance(0.2) ? addDays(from, rng.int(1, 15)) : from
    return begins !== null && until !== null && begins >= until ? [] : [{ employee, role: role(), unit: unit(), from: begins, until }]
  })
}

/** Units under units, with moves and gaps as in a line of people. */
export function randomUnits(rng: Rng, days: Days): FactUnitEdge[] {
  return randomLine(rng, days, UNITS).map(({ employee, superior, from, until }) => ({ unit: employee, parent: superior, from, until }))
}

/** Factors for outside causes: of any scheme or one, of the whole score or a line, at several units of one branch. */
export function randomFactors(rng: Rng, periods: readonly string[]): FactFactor[] {
  const rows = Array.from(
    { length: rng.int(0, 12) },
    (): FactFactor => ({
      period: rng.pick(periods),
      unit: rng.pick(UNITS),
      scheme: rng.chance(0.6) ? null : rng.pick(SCHEME_NAMES),
      line: rng.chance(0.6) ? null : rng.pick(LINE_NAMES),
      factor: rng.pick(['1.1', '0.95', '1.333', '0.5', '2']),
      reason: 'market',
      by: 'HR',
    }),
  )
  return [...new Map(rows.map((f) => [JSON.stringify([f.period, f.unit, f.scheme, f.line]), f])).values()]
}

/** What is asked of people: by months, quarters, years, or not at all; some of nothing. */
export function randomTargets(of: {
  rng: Rng
  days: Days
  calendar: CalendarSpec
  employees: readonly string[]
  measures: readonly string[]
  periods: readonly string[]
}): FactTarget[] {
  const { rng, employees, measures } = of
  const found = new Map<string, FactTarget>()
  for (const employee of employees)
    for (const measure of measures) {
      if (rng.chance(0.15)) continue
      for (let i = rng.int(1, 5); i > 0; i--) {
        const row = randomTargetRow(of, { employee, measure })
        if (row !== null) found.set(JSON.stringify([row.employee, row.measure, row.period]), row)
      }
    }
  return [...found.values()]
}

/** One row, of a period of the world or of one that holds one of its days. */
export function randomTargetRow(of: { rng: Rng; days: Days; calendar: CalendarSpec; periods: readonly string[] }, key: { employee: string; measure: string }): FactTarget | null {
  const { rng, calendar, days, periods } = of
  const kind = rng.pick(['month', 'month', 'month', 'quarter', 'quarter', 'half', 'year', 'week'] as const)
  const period = rng.chance(0.35) ? periodOf(calendar, rng.pick(periods)) : periodContaining(calendar, kind, rng.pick(days.hot))
  if (period === null) return null
  const level = (missing: number): string | null => (rng.chance(missing) ? null : rng.pick([...SMALL, ...LARGE, ...LARGE, '33.33', '-10']))
  return { ...key, period: period.id, target: level(0.1), stretch: level(0.4), challenge: level(0.6) }
}

/** What people are paid by contract, with raises. */
export function randomPay(rng: Rng, days: Days, employees: readonly string[]): FactPay[] {
  return employees.flatMap((employee) =>
    PAY_ITEMS.flatMap((item) => {
      if (rng.chance(0.25)) return []
      const from: (Day | null)[] = [rng.chance(0.6) ? null : randomDay(rng, days), ...(rng.chance(0.5) ? [randomDay(rng, days)] : [])]
      return [...new Set(from)].map((day) => ({ employee, item, from: day, amount: randomPayAmount(rng) }))
    }),
  )
}

export const randomPayAmount = (rng: Rng): string => rng.pick(['3000', '5000.50', '0', '8000', '12345.67'])
