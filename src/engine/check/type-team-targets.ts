import { DIVISION_SCALE } from '../../base/limits.ts'
import type { Ast, ResultFunctionId, TargetFunctionId } from '../formula/ast.ts'
import { FUNCTIONS, functionNamed } from '../formula/functions.ts'
import type { Expr, ScopeIr } from '../ir.ts'
import { type Wording, worded } from '../wording.ts'
import { depthOf, measureInside, scopeOfCall } from './type-measures.ts'
import { type Checking, fromPercent, numberType, type Typed, typed, unknown, written } from './typed.ts'

type Call = Ast & { kind: 'call' }
type TeamCall = Call & { fn: 'team' | 'downline' }

const TARGETS: ReadonlySet<string> = new Set<TargetFunctionId | ResultFunctionId>([
  'target',
  'stretch',
  'challenge',
  'attainment',
  'prorated_target',
  'prorated_attainment',
  'pay',
  'score',
  'coefficient',
  'grade',
  'tenure',
  'presence',
])

/** Whether team or downline stands around what is known of a person beside the measures: targets, which add up, or others, which do not. */
export function isTeamOfTargets({ args: [of] }: Call): boolean {
  return of?.kind === 'call' && TARGETS.has(of.fn)
}

/**
 * team(target(m)): what is asked of everybody on the line on the last day of the period, added up; stretch and challenge alike.
 * team(attainment(m)): what they all did by that sum.
 */
export function typeOfTeamTarget(c: Checking, ast: TeamCall): Typed {
  const [inner, depth] = ast.args
  if (inner?.kind !== 'call') return unknown(ast.span)
  const steps = depth === undefined ? null : depthOf(c, depth, ast)
  const { fn } = inner
  if (fn !== 'target' && fn !== 'stretch' && fn !== 'challenge' && fn !== 'attainment') {
    c.error('call.team-of', inner.span, { ...worded('function', nameOf(ast.fn)), text: written(c, inner.span), ...worded('advice', adviceOn(fn)) })
    return unknown(ast.span)
  }
  const [of] = inner.args
  const found = of === undefined ? null : measureInside(c, of, inner)
  if (found === null || steps === undefined) return unknown(ast.span)
  const { measure, ref } = found
  if (ref.scope.line !== 'own') {
    c.error('call.team-twice', inner.span, { text: of === undefined ? '' : written(c, of.span) })
    return unknown(ast.span)
  }
  const scope = scopeOfCall(ast.fn, steps)
  const atEnd: ScopeIr = { ...scope, asOf: 'period-end' }
  const target: Expr = { node: 'target', measure: measure.id, level: fn === 'attainment' ? 'target' : fn, prorated: false, scope: atEnd, shifts: ref.shifts }
  if (fn === 'attainment')
    return typed({ node: 'div', left: { node: 'value', ref: { ...ref, scope } }, right: target, scale: DIVISION_SCALE }, numberType({}), ast.span, { percent: true })
  const { unit, percent } = measure.unit
  return typed(percent ? fromPercent(target) : target, numberType(unit), ast.span, { percent })
}

function nameOf(id: string): Wording {
  return FUNCTIONS.find((f) => f.id === id)?.name ?? functionNamed(id)?.name ?? { zh: id, en: id }
}

function adviceOn(fn: string): Wording {
  return fn === 'prorated_target' || fn === 'prorated_attainment'
    ? {
        zh: '团队成员各有各的岗位，折算比例不合计；用 团队(目标(指标))，新人的目标直接在 targets.csv 里写低。',
        en: 'Members hold roles of their own, so presence is not gathered; use team(target(measure)), and give newcomers lower targets in targets.csv.',
      }
    : { zh: '这是每个人自己的数，要写在团队之外。', en: 'This belongs to one person: write it outside the brackets.' }
}
