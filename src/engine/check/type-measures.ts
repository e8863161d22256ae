import { LINE_DEPTH } from '../../base/limits.ts'
import type { Ast } from '../formula/ast.ts'
import { FUNCTIONS, functionNamed } from '../formula/functions.ts'
import { RESULT_FUNCTIONS } from '../formula/functions-results.ts'
import type { Expr, ScopeIr, Shift, ValueRef } from '../ir.ts'
import { nearNames } from '../near.ts'
import { hintOf, worded } from '../wording.ts'
import { findName, type MeasureInfo, spellings } from './catalogue.ts'
import { needsSpace } from './paths.ts'
import { scopeOf } from './scopes.ts'
import { type Checking, fromPercent, numberType, type Typed, typed, unknown, written } from './typed.ts'

/** A measure named in a formula. Its own scope, where it has one, goes along with the reference. */
export function typeOfMeasure(c: Checking, ast: Ast & { kind: 'path' }): Typed {
  const measure = measureNamed(c, ast)
  if (measure === null) return unknown(ast.span)
  return valueOf(measure, { measure: measure.id, scope: scopeOf(measure.document.scope), shifts: [] }, ast)
}

function valueOf(measure: MeasureInfo, ref: ValueRef, ast: Ast): Typed {
  const expr: Expr = { node: 'value', ref }
  const { unit, percent } = measure.unit
  return typed(percent ? fromPercent(expr) : expr, numberType(unit), ast.span, { percent })
}

function measureNamed(c: Checking, ast: Ast & { kind: 'path' }): MeasureInfo | null {
  const [segment, more] = ast.segments
  if (segment === undefined) return null
  if (more !== undefined) {
    c.error('path.in-formula', ast.span, { name: written(c, ast.span) })
    return null
  }
  const { measureIndex, measures } = c.catalogue
  const found = findName(measureIndex, segment.name)
  if (found.kind === 'one') return measures.get(found.id) ?? null
  if (found.kind === 'several') c.error('name.ambiguous', segment.span, { name: segment.name, candidates: found.ids.join(', ') })
  else if (!needsSpace(c, measureIndex, segment)) {
    // score without its brackets is read as a measure.
    const fn = functionNamed(segment.name)
    const near = fn?.most === 0 ? [`${segment.name}()`] : nearNames(segment.name, spellings(measureIndex))
    c.error('name.unknown-measure', segment.span, { name: segment.name, ...hintOf(near, [...measures.keys()]) })
  }
  return null
}

const SHIFTS = { previous: 'previous', last_year: 'last-year', year_to_date: 'to-date' } as const satisfies Record<string, Shift>

function isShift(fn: string): fn is keyof typeof SHIFTS {
  return Object.hasOwn(SHIFTS, fn)
}

/** The scope that team and downline stand for; a measure over it goes by the day of each record. */
export function scopeOfCall(fn: 'team' | 'downline', depth: number | null): Exclude<ScopeIr, { line: 'own' }> {
  return fn === 'team' ? { line: 'reporting', depth, self: true, asOf: 'record' } : { line: 'sponsor', depth, self: false, asOf: 'record' }
}

/** previous, last_year, year_to_date, team, downline: around a measure or around one another. */
export function typeOfMeasureCall(c: Checking, ast: Ast & { kind: 'call' }): Typed {
  const [of, depth] = ast.args
  const inner = of === undefined ? null : measureInside(c, of, ast)
  const steps = depth === undefined ? null : depthOf(c, depth, ast)
  if (inner === null || steps === undefined) return unknown(ast.span)
  const { measure, ref } = inner
  if (isShift(ast.fn)) return valueOf(measure, { ...ref, shifts: [SHIFTS[ast.fn], ...ref.shifts] }, ast)
  const scope: ScopeIr = scopeOfCall(ast.fn === 'team' ? 'team' : 'downline', steps)
  if (ref.scope.line !== 'own') {
    c.error('call.team-twice', ast.span, { text: of === undefined ? '' : written(c, of.span) })
    return unknown(ast.span)
  }
  return valueOf(measure, { ...ref, scope }, ast)
}

/** The measure a call is about; scopes and shifts of the calls inside come along. */
export function measureInside(c: Checking, of: Ast, call: Ast & { kind: 'call' }): { measure: MeasureInfo; ref: ValueRef } | null {
  const inner = of.kind === 'path' ? typeOfMeasure(c, of) : of.kind === 'call' && isMeasureCall(of.fn) ? typeOfMeasureCall(c, of) : null
  if (inner === null) {
    const entry = FUNCTIONS.find((f) => f.id === call.fn)
    if (of.kind !== 'missing' && entry !== undefined)
      c.error(isResult(of) ? 'call.needs-measure-result' : 'call.needs-measure', of.span, {
        ...worded('function', entry.name),
        text: written(c, of.span),
        ...worded('signature', entry.signature),
      })
    return null
  }
  const value = inner.expr.node === 'mul' ? inner.expr.left : inner.expr
  const measure = value.node === 'value' ? c.catalogue.measures.get(value.ref.measure) : undefined
  return measure === undefined || value.node !== 'value' ? null : { measure, ref: value.ref }
}

/** Score, coefficient, pay items, targets …: numbers of the person and period at hand, which no definition can turn into a measure. */
function isResult(of: Ast): boolean {
  return of.kind === 'call' && RESULT_FUNCTIONS.some((entry) => entry.id === of.fn)
}

function isMeasureCall(fn: string): boolean {
  return isShift(fn) || fn === 'team' || fn === 'downline'
}

/** Steps down the line; undefined: reported. */
export function depthOf(c: Checking, depth: Ast, call: Ast & { kind: 'call' }): number | undefined {
  const steps = depth.kind === 'number' && !depth.percent && depth.money === undefined && /^\d{1,3}$/.test(depth.value) ? Number(depth.value) : 0
  if (steps >= 1 && steps <= LINE_DEPTH) return steps
  const entry = FUNCTIONS.find((f) => f.id === call.fn)
  if (depth.kind !== 'missing' && entry !== undefined) {
    const expected = { zh: `1 到 ${LINE_DEPTH} 之间的整数层数`, en: `a whole number of steps from 1 to ${LINE_DEPTH}` }
    c.error('type.literal-expected', depth.span, {
      ...worded('function', entry.name),
      ...worded('expected', expected),
      text: written(c, depth.span),
      ...worded('signature', entry.signature),
    })
  }
  return undefined
}
