import type { AggregateIr, Expr, MeasureIr, Program, ScopeIr } from '../ir.ts'
import { rewriteMeasure } from './rewrite.ts'
import { RULE_BUGS, type RuleBug, spoilIncentive, spoilRead, spoilScheme } from './rule-bugs.ts'

/** Small mistakes in measures. */
const MEASURE_BUGS = [
  'at-least-becomes-more',
  'filter-dropped',
  'share-becomes-full',
  'full-becomes-share',
  'as-of-swapped',
  'first-becomes-earlier',
  'seen-condition-dropped',
  'within-one-day-more',
  'one-level-deeper',
  'self-forgotten',
  'line-swapped',
  'rounding-scale',
  'division-scale',
  'rounding-dropped',
  'shift-dropped',
  'shift-doubled',
  'splits-ignored',
  'overlays-ignored',
  'conversion-dropped',
  'conversion-scale',
  'and-becomes-or',
  'add-becomes-sub',
  'default-dropped',
  'distinct-becomes-count',
  'average-becomes-sum',
  'min-becomes-max',
  'not-dropped',
  'empty-becomes-false',
  'path-cut',
  'null-skipped-in-least',
] as const

type MeasureBug = (typeof MEASURE_BUGS)[number]

/** Small mistakes as a programmer makes them, each a change of the representation. */
export const BUG_KINDS = [...MEASURE_BUGS, ...RULE_BUGS] as const

export type BugKind = MeasureBug | RuleBug

const isRuleBug = (kind: BugKind): kind is RuleBug => RULE_BUGS.some((k) => k === kind)

/** The program with a mistake everywhere it can be made, or null where there is no such place. */
export function plantBug(program: Program, kind: BugKind): Program | null {
  const change = (e: Expr): Expr => (isRuleBug(kind) ? spoilRead(e, kind) : e)
  const measures = mapped(program.measures, (m) => (isRuleBug(kind) ? rewriteMeasure(m, change) : spoil(m, kind)))
  const schemes = isRuleBug(kind) ? mapped(program.schemes, (s) => spoilScheme(s, kind)) : program.schemes
  const incentives = isRuleBug(kind) ? mapped(program.incentives, (plan) => spoilIncentive(plan, kind, change)) : program.incentives
  const spoiled: Program = { ...program, measures, schemes, incentives }
  return JSON.stringify(spoiled) === JSON.stringify(program) ? null : spoiled
}

function mapped<T>(all: Readonly<Record<string, T>>, change: (one: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(all).map(([id, one]) => [id, change(one)]))
}

function spoil(measure: MeasureIr, kind: MeasureBug): MeasureIr {
  const scoped = { ...rewriteMeasure(measure, (e) => inRef(spoilExpr(e, kind), kind)), scope: spoilScope(measure.scope, kind) }
  const rounded = kind === 'rounding-dropped' ? { ...scoped, round: null } : kind === 'rounding-scale' && scoped.round !== null ? { ...scoped, round: scoped.round + 1 } : scoped
  const { body } = rounded
  return body.kind === 'aggregate' ? { ...rounded, body: { ...body, aggregate: spoilAggregate(body.aggregate, kind) } } : rounded
}

function inRef(e: Expr, kind: MeasureBug): Expr {
  if (e.node !== 'value') return e
  const { shifts } = e.ref
  const spoiled = kind === 'shift-dropped' ? shifts.slice(1) : kind === 'shift-doubled' ? [...shifts.slice(0, 1), ...shifts] : shifts
  return { ...e, ref: { ...e.ref, scope: spoilScope(e.ref.scope, kind), shifts: spoiled } }
}

function spoilScope(scope: ScopeIr, kind: MeasureBug): ScopeIr {
  if (scope.line === 'own') return scope
  switch (kind) {
    case 'as-of-swapped':
      return { ...scope, asOf: scope.asOf === 'record' ? 'period-end' : 'record' }
    case 'one-level-deeper':
      return { ...scope, depth: scope.depth === null ? null : scope.depth + 1 }
    case 'self-forgotten':
      return { ...scope, self: !scope.self }
    case 'line-swapped':
      return { ...scope, line: scope.line === 'reporting' ? 'sponsor' : 'reporting' }
    default:
      return scope
  }
}

function spoilAggregate(a: AggregateIr, kind: MeasureBug): AggregateIr {
  switch (kind) {
    case 'filter-dropped':
      return { ...a, filter: null }
    case 'share-becomes-full':
      return { ...a, weight: 'full' }
    case 'full-becomes-share':
      return { ...a, weight: 'share' }
    case 'splits-ignored':
      return { ...a, credit: { ...a.credit, splits: null } }
    case 'overlays-ignored':
      return { ...a, credit: { ...a.credit, overlays: [] } }
    case 'distinct-becomes-count':
      return a.fn === 'distinct' ? { ...a, fn: 'count', value: null } : a
    case 'average-becomes-sum':
      return a.fn === 'average' ? { ...a, fn: 'sum' } : a
    case 'min-becomes-max':
      return a.fn === 'min' ? { ...a, fn: 'max' } : a
    default:
      return a
  }
}

function spoilExpr(e: Expr, kind: MeasureBug): Expr {
  switch (kind) {
    case 'at-least-becomes-more':
      return e.node === 'compare' && (e.op === '>=' || e.op === '<=') ? { ...e, op: e.op === '>=' ? '>' : '<' } : e
    case 'first-becomes-earlier':
      return e.node === 'seen' ? { ...e, what: e.what === 'first' ? 'earlier' : 'first' } : e
    case 'seen-condition-dropped':
      return e.node === 'seen' ? { ...e, where: null } : e
    case 'within-one-day-more':
      return e.node === 'seen' && e.withinDays !== null ? { ...e, withinDays: e.withinDays + 1 } : e
    case 'division-scale':
      return e.node === 'div' && e.scale > 0 ? { ...e, scale: e.scale - 1 } : e
    case 'conversion-dropped':
      return e.node === 'convert' ? e.of : e
    case 'conversion-scale':
      return e.node === 'convert' ? { ...e, scale: e.scale + 1 } : e
    case 'and-becomes-or':
      return e.node === 'and' ? { ...e, node: 'or' } : e
    case 'add-becomes-sub':
      return e.node === 'add' ? { ...e, node: 'sub' } : e
    case 'default-dropped':
      return e.node === 'coalesce' ? (e.of[0]?.node === 'null' ? e : (e.of[0] ?? e)) : e
    case 'not-dropped':
      return e.node === 'not' ? e.of : e
    case 'empty-becomes-false':
      return e.node === 'empty' ? { node: 'boolean', value: false } : e
    case 'path-cut':
      return e.node === 'field' && e.path.length > 0 ? { node: 'null' } : e
    // As PostgreSQL's own least and greatest do it: one that is null is passed over.
    case 'null-skipped-in-least':
      return e.node === 'least' || e.node === 'greatest' ? { node: 'coalesce', of: [e, ...e.of] } : e
    default:
      return e
  }
}
