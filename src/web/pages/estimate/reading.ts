import type { CalendarSpec, Period } from '../../../base/calendar.ts'
import { expressionsOf, isInForce, judgedBy } from '../../../engine/in-force.ts'
import type { AggregateIr, Expr, InForce, Program } from '../../../engine/ir.ts'
import type { Facts } from '../../../engine/reference/facts.ts'
import { planSteps } from '../../../engine/steps.ts'
import { walk } from '../../../engine/walk.ts'

/** A dataset that somebody's score or pay reads, and which of its fields they look at. */
export interface DatasetRead {
  readonly dataset: string
  /** Fields that decide, in the order of the dataset: amounts, days, what filters ask for. */
  readonly fields: readonly string[]
  /** Fields that say whose a record is, followed where it belongs to somebody by what it refers to. */
  readonly owners: readonly string[]
  /** Fields that say on which day a record counts. */
  readonly days: readonly string[]
}

/** The role that decides on somebody's rules in a period: that of their last day in it. */
export function roleIn(facts: Facts, employee: string, period: Period): string | null {
  const held = facts.assignments.filter((a) => a.employee === employee && (a.from === null || a.from < period.until) && (a.until === null || a.until > period.from))
  return [...held].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1)).at(-1)?.role ?? null
}

/** The datasets that the schemes and plans for a role read in a period, most read first. */
export function datasetsRead(program: Program, calendar: CalendarSpec, of: { readonly period: Period; readonly role: string | null }): DatasetRead[] {
  const { period, role } = of
  const isFor = (rules: InForce) => isInForce(rules, period) && (rules.roles === null || (role !== null && rules.roles.includes(role)))
  const lines = Object.values(program.schemes)
    .filter(isFor)
    .flatMap((s) => s.lines)
  const components = Object.values(program.incentives)
    .filter(isFor)
    .flatMap((plan) => plan.components)
  const exprs = [...lines.flatMap(judgedBy), ...components.flatMap(({ now }) => expressionsOf(now))]
  const { steps } = planSteps(program, calendar, [...new Set(lines.map((l) => l.measure))], period, exprs)
  const found = new Map<string, AggregateIr[]>()
  for (const { body, period: asked } of steps) {
    // A record on a day of another period changes nothing here.
    if (body.kind !== 'aggregate' || asked?.id !== period.id) continue
    const { dataset } = body.aggregate
    found.set(dataset, [...(found.get(dataset) ?? []), body.aggregate])
  }
  return [...found].sort(([, a], [, b]) => b.length - a.length).map(([dataset, aggregates]) => readOf(program, dataset, aggregates))
}

function readOf(program: Program, dataset: string, aggregates: readonly AggregateIr[]): DatasetRead {
  const fields = new Set(aggregates.flatMap(({ value, filter, date, credit }) => [value, filter, date, credit.owner].flatMap(fieldsIn)))
  const inOrder = (names: ReadonlySet<string>) => Object.keys(program.datasets[dataset]?.fields ?? {}).filter((field) => names.has(field))
  return {
    dataset,
    fields: inOrder(fields),
    owners: inOrder(new Set(aggregates.flatMap(({ credit }) => fieldsIn(credit.owner)))),
    days: inOrder(new Set(aggregates.flatMap(({ date }) => fieldsIn(date)))),
  }
}

/** Fields of the record itself: of a path through references the first step. */
function fieldsIn(expr: Expr | null): string[] {
  const found: string[] = []
  walk(expr, (e) => {
    if (e.node === 'field') found.push(e.path[0]?.field ?? e.field)
  })
  return found
}
