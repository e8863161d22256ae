import type { CalendarSpec, Period } from '../base/calendar.ts'
import { earlierInYear, lastYearOf, previousOf, yearToDate } from '../base/year-to-date.ts'
import type { AggregateIr, Expr, MeasureIr, Program, ScopeIr, Shift, TargetLevel } from './ir.ts'
import { walk } from './walk.ts'

/** Places in a formula that read something of a period: a measure's value, or a target. */
export type ValueNode = Extract<Expr, { node: 'value' }>
export type TargetNode = Extract<Expr, { node: 'target' }>

/** Which step a place in a formula reads. */
export interface Need {
  readonly node: ValueNode | TargetNode
  readonly step: number
}

/**
 * One value a person: an aggregate, a formula or a target in a period and a scope. Steps come in an order in which each needs only earlier ones.
 * A target is as it was set, not prorated: whose days count is known where it is used. With a scope of a line it is the sum over that line.
 */
export interface Step {
  readonly index: number
  readonly measure: string
  readonly scope: ScopeIr
  /** Null where the calendar knows no such period: the value is empty. */
  readonly period: Period | null
  readonly round: number | null
  readonly body:
    | { readonly kind: 'aggregate'; readonly aggregate: AggregateIr }
    | { readonly kind: 'formula'; readonly expr: Expr; readonly needs: readonly Need[] }
    | { readonly kind: 'target'; readonly measure: string; readonly level: TargetLevel }
  /** How many formulas deep: 0 for aggregates and targets. */
  readonly level: number
}

export interface Plan {
  readonly steps: readonly Step[]
  /** Step of each measure asked for. */
  readonly wanted: Readonly<Record<string, number>>
  /** Steps of the values and targets in the expressions asked for, by `nodeKey`. */
  readonly read: ReadonlyMap<string, number>
}

/** What tells values and targets of expressions apart; a prorated target is read from the same step as the whole one. */
export function nodeKey(node: ValueNode | TargetNode): string {
  return node.node === 'value'
    ? JSON.stringify(['value', node.ref.measure, node.ref.scope, node.ref.shifts])
    : JSON.stringify(['target', node.measure, node.level, node.scope, node.shifts])
}

interface Building {
  readonly program: Program
  readonly calendar: CalendarSpec
  readonly steps: Step[]
  readonly byKey: Map<string, number>
}

/**
 * Work out what must be computed, in which order, for these measures in this period,
 * and for what `expressions` read: those of the schemes and incentive plans in force.
 */
export function planSteps(program: Program, calendar: CalendarSpec, measures: readonly string[], period: Period, expressions: readonly (Expr | null)[] = []): Plan {
  const b: Building = { program, calendar, steps: [], byKey: new Map() }
  const wanted: Record<string, number> = {}
  for (const m of measures) wanted[m] = addStep(b, m, OWN, period)
  const read = new Map<string, number>()
  for (const node of expressions.flatMap(readBy)) {
    const key = nodeKey(node)
    if (!read.has(key)) read.set(key, stepRead(b, node, OWN, period))
  }
  return { steps: b.steps, wanted, read }
}

const OWN: ScopeIr = { line: 'own' }

function measureOf(program: Program, id: string): MeasureIr {
  const found = program.measures[id]
  if (found === undefined) throw new Error(`no measure ${id} in the program`)
  return found
}

/** A measure with a scope of its own keeps it; another takes the scope it is asked under. */
export function scopeUnder(measure: MeasureIr, asked: ScopeIr): ScopeIr {
  return measure.scope.line === 'own' ? asked : measure.scope
}

export function shifted(calendar: CalendarSpec, period: Period | null, shifts: readonly Shift[]): Period | null {
  return shifts.reduce<Period | null>((p, s) => {
    if (p === null) return null
    return SHIFTS[s](calendar, p)
  }, period)
}

const SHIFTS: Readonly<Record<Shift, (calendar: CalendarSpec, period: Period) => Period | null>> = {
  previous: previousOf,
  'last-year': lastYearOf,
  'to-date': yearToDate,
  before: earlierInYear,
}

function addStep(b: Building, id: string, asked: ScopeIr, period: Period | null): number {
  const measure = measureOf(b.program, id)
  const scope = scopeUnder(measure, asked)
  const key = JSON.stringify([id, scope, period?.id ?? null])
  const known = b.byKey.get(key)
  if (known !== undefined) return known
  const built = measure.body.kind === 'aggregate' ? { body: measure.body, level: 0 } : formulaBody(b, measure.body.expr, scope, period)
  const index = b.steps.length
  b.steps.push({ index, measure: id, scope, period, round: measure.round, ...built })
  b.byKey.set(key, index)
  return index
}

function formulaBody(b: Building, expr: Expr, scope: ScopeIr, period: Period | null) {
  const needs = readBy(expr).map((node) => ({ node, step: stepRead(b, node, scope, period) }))
  const level = 1 + Math.max(0, ...needs.map((n) => b.steps[n.step]?.level ?? 0))
  return { body: { kind: 'formula' as const, expr, needs }, level }
}

/** The step that a place in a formula under a scope reads. */
function stepRead(b: Building, node: ValueNode | TargetNode, scope: ScopeIr, period: Period | null): number {
  if (node.node === 'target') return addTarget(b, node, shifted(b.calendar, period, node.shifts))
  const { ref } = node
  return addStep(b, ref.measure, ref.scope.line === 'own' ? scope : ref.scope, shifted(b.calendar, period, ref.shifts))
}

function addTarget(b: Building, { measure, level, scope }: TargetNode, period: Period | null): number {
  const key = JSON.stringify(['target', measure, level, scope, period?.id ?? null])
  const index = b.byKey.get(key) ?? b.steps.length
  if (index === b.steps.length) b.steps.push({ index, measure, scope, period, round: null, body: { kind: 'target', measure, level }, level: 0 })
  b.byKey.set(key, index)
  return index
}

/** The places of a formula that read values and targets. */
function readBy(expr: Expr | null): (ValueNode | TargetNode)[] {
  const found: (ValueNode | TargetNode)[] = []
  walk(expr, (e) => {
    if (e.node === 'value' || e.node === 'target') found.push(e)
  })
  return found
}
