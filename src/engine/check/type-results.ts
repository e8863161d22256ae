import { DIVISION_SCALE } from '../../base/limits.ts'
import type { Ast, ResultFunctionId, Span, TargetFunctionId } from '../formula/ast.ts'
import type { Expr } from '../ir.ts'
import { measureInside } from './type-measures.ts'
import { type Checking, fromPercent, numberType, type Typed, typed, unknown, written } from './typed.ts'

type Call<F extends string> = Ast & { kind: 'call'; fn: F }

/**
 * Targets of a measure, and how far it is attained. Targets are stored as the measure is, so one of a percent measure is in hundredths and read as a fraction;
 * attainment divides the two as they are stored.
 */
export function typeOfTargetCall(c: Checking, ast: Call<TargetFunctionId>): Typed {
  const [of] = ast.args
  const inner = of === undefined ? null : measureInside(c, of, ast)
  if (inner === null) return unknown(ast.span)
  const { measure, ref } = inner
  const prorated = ast.fn === 'prorated_target' || ast.fn === 'prorated_attainment'
  const level = ast.fn === 'stretch' || ast.fn === 'challenge' ? ast.fn : 'target'
  const target: Expr = { node: 'target', measure: measure.id, level, prorated, scope: { line: 'own' }, shifts: ref.shifts }
  if (ast.fn === 'attainment' || ast.fn === 'prorated_attainment')
    return typed({ node: 'div', left: { node: 'value', ref }, right: target, scale: DIVISION_SCALE }, numberType({}), ast.span, { percent: true })
  const { unit, percent } = measure.unit
  return typed(percent ? fromPercent(target) : target, numberType(unit), ast.span, { percent })
}

/** What else an incentive plan reads of a person: pay items, the score and its grade, how long they have been there. */
export function typeOfResultCall(c: Checking, ast: Call<ResultFunctionId>): Typed {
  const { span } = ast
  switch (ast.fn) {
    case 'pay':
      return typeOfPay(c, ast.args[0], span)
    case 'score':
    case 'coefficient':
      return typed({ node: 'result', what: ast.fn }, numberType({}), span)
    case 'grade':
      return typed({ node: 'result', what: 'grade' }, { kind: 'text' }, span)
    case 'tenure':
      return typed({ node: 'tenure' }, numberType({}), span)
    case 'presence':
      return typed({ node: 'presence' }, numberType({}), span, { percent: true })
    default:
      return ast.fn satisfies never
  }
}

/** Pay items are names of pay.csv, which the documents do not list. */
function typeOfPay(c: Checking, of: Ast | undefined, span: Span): Typed {
  const item = of?.kind === 'text' ? of.value : of?.kind === 'path' && of.segments.length === 1 ? of.segments[0]?.name : undefined
  if (item === undefined || item.trim() === '') {
    if (of !== undefined && of.kind !== 'missing') c.error('call.pay-item', of.span, { text: written(c, of.span) })
    return unknown(span)
  }
  return typed({ node: 'pay', item }, numberType({ [c.catalogue.units.currency]: 1 }), span)
}
