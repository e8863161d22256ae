import { type CalendarSpec, type Period, type PeriodKind, periodContaining } from '../../base/calendar.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { isInForce } from '../../engine/in-force.ts'
import { eachOnce, lackingWarning } from '../goals/gap-notices.ts'
import { type Gap, gapOf, gapsOf, type TargetAsked, targetsAsked } from '../goals/gaps.ts'
import type { Target } from '../goals/target.ts'
import type { PersonPlan } from '../org/plan-people.ts'
import type { CheckedPlan } from './check.ts'

/**
 * Who of the folder's people lacks a target that rules read, in the periods for which anybody has it (where nobody has it, in those of any target).
 * A row that was forgotten leaves a line out without a word.
 */
export function lackingTargets(plan: CheckedPlan, targets: readonly Target[], people: readonly PersonPlan[]): Diagnostic[] {
  const { program } = plan
  const { calendar } = plan.company.document
  const mine = new Map<string, Target[]>()
  for (const target of targets) mine.set(target.employee, [...(mine.get(target.employee) ?? []), target])
  const asked = targetsAsked({ schemes: Object.entries(program.schemes), incentives: Object.entries(program.incentives) })
  const found = asked.flatMap((one) => {
    const having = targets.filter((t) => t.measure.measure === one.measure)
    const periods = periodsOf(calendar, one.inForce.every, having.length > 0 ? having : targets).filter((p) => isInForce(one.inForce, p))
    return gapsOf(one).flatMap((gap) => warningsOf(one, gap, { periods, people, mine, file: plan.targets?.[0]?.file }))
  })
  return eachOnce(found)
}

/** The periods of a kind that hold a target, in their order. */
function periodsOf(calendar: CalendarSpec, kind: PeriodKind, targets: readonly Target[]): Period[] {
  const found = new Map<string, Period>()
  for (const { from, until } of new Map(targets.map((t) => [t.period.id, t.period])).values()) {
    const period = periodContaining(calendar, kind, from)
    if (period !== null && until <= period.until) found.set(period.id, period)
  }
  return [...found.values()].sort((a, b) => (a.from < b.from ? -1 : 1))
}

interface Folder {
  readonly periods: readonly Period[]
  readonly people: readonly PersonPlan[]
  readonly mine: ReadonlyMap<string, readonly Target[]>
  readonly file: string | undefined
}

function warningsOf(asked: TargetAsked, gap: Gap, { periods, people, mine, file }: Folder): Diagnostic[] {
  const lacking = people.flatMap((person) => {
    const of = { targets: mine.get(person.id) ?? [], roles: person.assignments }
    return periods.filter((p) => isMember(person, asked, p) && gapOf(asked, p, of) === gap).map((p) => ({ person, period: p.id }))
  })
  if (lacking.length === 0) return []
  const count = new Set(lacking.map((l) => l.person.id)).size
  return [lackingWarning({ asked, gap, people: count, names: lacking.map((l) => `${l.person.name} ${l.period}`), period: null }, file === undefined ? {} : { file })]
}

/** The role on the last day worked in the period decides. */
function isMember({ assignments }: PersonPlan, { inForce: { roles } }: TargetAsked, period: Period): boolean {
  const last = assignments.filter((a) => a.from < period.until && a.until > period.from).sort((a, b) => (a.from < b.from ? 1 : -1))[0]
  return last !== undefined && (roles === null || (last.role !== null && roles.includes(last.role)))
}
