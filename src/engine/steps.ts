import type { CalendarSpec, Period } from '../base/calendar.ts'
import { lastYear, previousPeriod } from '../base/calendar.ts'
import type { AggregateIr, Expr, MeasureIr, Program, ScopeIr, Shift, ValueRef } from './ir.ts'
import { walk } from './walk.ts'

/** Which step a value reference of a formula reads. */
export interface Need {
  readonly ref: ValueRef
  readonly step: number
}

/** One value a person: an aggregate or a formula in a period and a scope. Steps come in an order in which each needs only earlier ones. */
export interface Step {
  readonly index: number
  readonly measure: string
  readonly scope: ScopeIr
  /** Null where the calendar knows no such period: the value is empty. */
  readonly period: Period | null
  readonly round: number | null
  readonly body: { readonly kind: 'aggregate'; readonly aggregate: AggregateIr } | { readonly kind: 'formula'; readonly expr: Expr; readonly needs: readonly Need[] }
  /** How many formulas deep: 0 for aggregates. */
  readonly level: number
}

export interface Plan {
  readonly steps: readonly Step[]
  /** Step of each measure asked for. */
  readonly wanted: Readonly<Record<string, number>>
}

interface Building {
  readonly program: Program
  readonly calendar: CalendarSpec
  readonly steps: Step[]
  readonly byKey: Map<string, number>
}

/** Work out what must be computed, in which order, for these measures in this period.  */
export function planSteps(program: Program, calendar: CalendarSpec, measures: readonly string[], period: Period): Plan {
  const b: Building = { program, calendar, steps: [], byKey: new Map() }
  const wanted: Record<string, number> = {}
  for (const m of measures) wanted[m] = addStep(b, m, { line: 'own' }, period)
  return { steps: b.steps, wanted }
}

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
    return s === 'previous' ? previousPeriod(calendar, p) : lastYear(calendar, p)
  }, period)
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
  const needs = valueRefs(expr).map((ref) => ({ ref, step: addStep(b, ref.measure, ref.scope.line === 'own' ? scope : ref.scope, shifted(b.calendar, period, ref.shifts)) }))
  const level = 1 + Math.max(0, ...needs.map((n) => b.steps[n.step]?.level ?? 0))
  return { body: { kind: 'formula' as const, expr, needs }, level }
}

/** The value references inside a formula. */
export function valueRefs(expr: Expr): ValueRef[] {
  const refs: ValueRef[] = []
  walk(expr, (e) => {
    if (e.node === 'value') refs.push(e.ref)
  })
  return refs
}
