import { DIVISION_SCALE } from '../../base/limits.ts'
import { canonicalJson } from '../canonical-json.ts'
import type { MeasureDocument } from '../documents/measure.ts'
import type { BodyIr, Expr, ValueRef } from '../ir.ts'
import { worded } from '../wording.ts'
import { compileOverMeasures, expectedAt, type FormulaAt } from './compile.ts'
import { asDeclared, type MeasureCheck } from './measure-check.ts'
import { isNumeric, numberType, type Typed, typed, unitOf } from './typed.ts'
import { divideUnits } from './units.ts'

function at(text: string, path: string, c: MeasureCheck): FormulaAt {
  return { text, path: [path], catalogue: c.catalogue, report: c.report }
}

export function formulaBody(document: MeasureDocument & { kind: 'formula' }, c: MeasureCheck): BodyIr | null {
  const where = at(document.formula, 'formula', c)
  const expr = asDeclared(compileOverMeasures(where).typed, c, where)
  return expr === null ? null : { kind: 'formula', expr }
}

/** numerator ÷ denominator: each a measure, or a formula over measures. Null where the denominator is zero. */
export function ratioBody(document: MeasureDocument & { kind: 'ratio' }, c: MeasureCheck): BodyIr | null {
  const above = part(document.numerator, 'numerator', c)
  const below = part(document.denominator, 'denominator', c)
  if (above === null || below === null) return null
  if (canonicalJson(above.expr) === canonicalJson(below.expr)) c.report.warning('measure.same-ratio', ['denominator'])
  const unit = divideUnits(unitOf(above.type), unitOf(below.type))
  const quotient: Expr = { node: 'div', left: above.expr, right: below.expr, scale: DIVISION_SCALE }
  const bare = above.type.kind === 'literal' && below.type.kind === 'literal'
  const expr = asDeclared(typed(quotient, bare ? { kind: 'literal' } : numberType(unit), above.span), c, { path: ['unit'], text: document.numerator, elsewhere: true })
  return expr === null ? null : { kind: 'formula', expr }
}

function part(text: string, path: string, c: MeasureCheck): Typed | null {
  const where = at(text, path, c)
  const { typed: found } = compileOverMeasures(where)
  if (isNumeric(found.type)) return found
  if (found.type.kind !== 'unknown') expectedAt(where, found, { zh: '数', en: 'a number' })
  return null
}

/** (now − then) ÷ |then|: for a negative base the sign still says whether it became more or less. */
export function growthBody(document: MeasureDocument & { kind: 'growth' }, c: MeasureCheck): BodyIr | null {
  const where = at(document.of, 'of', c)
  const { typed: now } = compileOverMeasures(where)
  if (now.type.kind === 'unknown') return null
  const ref = refOf(now.expr)
  if (ref === null) {
    const entry = { zh: '增长率', en: 'growth' }
    const signature = { zh: 'of: 指标', en: 'of: measure' }
    c.report.error('call.needs-measure', ['of'], { ...worded('function', entry), text: document.of, ...worded('signature', signature) }, now.span)
    return null
  }
  const then = withRef(now.expr, { ...ref, shifts: [document.against, ...ref.shifts] })
  const growth: Expr = { node: 'div', left: { node: 'sub', left: now.expr, right: then }, right: { node: 'abs', of: then }, scale: DIVISION_SCALE }
  const expr = asDeclared(typed(growth, numberType({}), now.span), c, { path: ['unit'], text: document.of, elsewhere: true })
  return expr === null ? null : { kind: 'formula', expr }
}

/** The measure a formula is, where it is nothing else; percent comes wrapped as a fraction. */
function refOf(expr: Expr): ValueRef | null {
  if (expr.node === 'value') return expr.ref
  return expr.node === 'mul' && expr.left.node === 'value' && expr.right.node === 'number' && expr.right.value === '0.01' ? expr.left.ref : null
}

function withRef(expr: Expr, ref: ValueRef): Expr {
  return expr.node === 'mul' ? { ...expr, left: { node: 'value', ref } } : { node: 'value', ref }
}
