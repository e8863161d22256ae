import type { Params } from '../../base/diagnostic.ts'
import { DIVISION_SCALE } from '../../base/limits.ts'
import type { ArithmeticOp, Ast, Span } from '../formula/ast.ts'
import type { CompareOp, Expr, Unit } from '../ir.ts'
import { nearNames } from '../near.ts'
import { hintOf, type Wording, worded } from '../wording.ts'
import { isPriceTimesCount, typeOfMoney } from './money-literals.ts'
import { typeOfPath } from './paths.ts'
import { typeOfCall, typeOfSeen } from './type-calls.ts'
import { typeOfMeasure } from './type-measures.ts'
import { type Checking, isNumeric, numberType, type Type, type Typed, typed, typeWords, unitOf, unknown, written } from './typed.ts'
import { divideUnits, multiplyUnits, sameUnit, unitWording } from './units.ts'

/** The type of a formula and what it compiles to. Mistakes are reported; what comes back of them has the type `unknown`. */
export function typeOf(c: Checking, ast: Ast): Typed {
  const { span } = ast
  switch (ast.kind) {
    case 'missing':
      return unknown(span)
    case 'number':
      if (ast.money !== undefined) return typeOfMoney(c, ast, ast.money)
      return ast.percent ? typed({ node: 'number', value: ast.value, percent: true }, numberType({}), span) : typed({ node: 'number', value: ast.value }, { kind: 'literal' }, span)
    case 'text':
      return typed({ node: 'text', value: ast.value }, { kind: 'text' }, span)
    case 'boolean':
      return typed({ node: 'boolean', value: ast.value }, { kind: 'boolean' }, span)
    case 'null':
      return typed({ node: 'null' }, { kind: 'null' }, span)
    case 'path':
      return c.over.level === 'record' ? typeOfPath(c, ast.segments, span) : typeOfMeasure(c, ast)
    case 'neg':
      return negated(c, ast.of, span)
    case 'not': {
      const of = typeOf(c, ast.of)
      return expectBoolean(c, of) ? typed({ node: 'not', of: of.expr }, { kind: 'boolean' }, span) : unknown(span)
    }
    case 'empty': {
      const of = typeOf(c, ast.of)
      const empty: Expr = { node: 'empty', of: of.expr }
      return typed(ast.negated ? { node: 'not', of: empty } : empty, of.type.kind === 'unknown' ? of.type : { kind: 'boolean' }, span)
    }
    case 'in':
      return typeOfIn(c, ast)
    case 'binary':
      return typeOfBinary(c, ast)
    case 'call':
      return typeOfCall({ ...c, typeOf, unify }, ast)
    case 'seen':
      return typeOfSeen({ ...c, typeOf, unify }, ast)
    default:
      return ast satisfies never
  }
}

function negated(c: Checking, ast: Ast, span: Span): Typed {
  const of = typeOf(c, ast)
  if (!expectNumber(c, of)) return unknown(span)
  const expr: Expr =
    of.expr.node === 'number' && !of.expr.value.startsWith('-') && of.expr.value !== '0' ? { ...of.expr, value: `-${of.expr.value}` } : { node: 'neg', of: of.expr }
  return typed(expr, of.type, span, { percent: of.percent })
}

function expectBoolean(c: Checking, of: Typed): boolean {
  return expect(c, of, of.type.kind === 'boolean', { zh: '一个条件（是/否）', en: 'a condition (yes or no)' })
}

function expectNumber(c: Checking, of: Typed): boolean {
  return expect(c, of, isNumeric(of.type), { zh: '数', en: 'a number' })
}

/** Whether it is as expected; if not, that is reported, unless something was reported already. */
function expect(c: Checking, of: Typed, holds: boolean, expected: Wording): boolean {
  if (holds || of.type.kind === 'unknown') return holds
  if (of.type.kind === 'null') c.error('type.compare-null', of.span, { text: written(c, of.span) })
  else c.error('type.expected', of.span, { text: written(c, of.span), ...worded('expected', expected), ...worded('actual', typeWords(of.type, c)) })
  return false
}

function typeOfBinary(c: Checking, ast: Ast & { kind: 'binary' }): Typed {
  const left = typeOf(c, ast.left)
  const right = typeOf(c, ast.right)
  const { op, span } = ast
  switch (op) {
    case 'and':
    case 'or': {
      const ok = [expectBoolean(c, left), expectBoolean(c, right)].every((holds) => holds)
      return ok ? typed({ node: op, left: left.expr, right: right.expr }, { kind: 'boolean' }, span) : unknown(span)
    }
    case 'contains':
    case 'starts': {
      const text: Wording = { zh: '文字', en: 'text' }
      const ok = [expect(c, left, left.type.kind === 'text', text), expect(c, right, right.type.kind === 'text', text)].every((holds) => holds)
      return ok ? typed({ node: op, of: left.expr, text: right.expr }, { kind: 'boolean' }, span) : unknown(span)
    }
    case '+':
    case '-':
    case '*':
    case '/':
      return arithmetic(c, op, { left, right, span })
    default:
      return comparison(c, op, { left, right, span })
  }
}

interface Pair {
  readonly left: Typed
  readonly right: Typed
  readonly span: Span
}

const NODES = { '+': 'add', '-': 'sub', '*': 'mul' } as const
const OPERATIONS = { '+': { zh: '相加', en: 'added' }, '-': { zh: '相减', en: 'subtracted' } } as const

function arithmetic(c: Checking, op: ArithmeticOp, pair: Pair): Typed {
  const { left, right, span } = pair
  if (op === '-' && left.type.kind === 'date' && right.type.kind === 'date') {
    c.error('type.subtract-dates', span, { text: written(c, span) })
    return unknown(span)
  }
  if (![expectNumber(c, left), expectNumber(c, right)].every((holds) => holds)) return unknown(span)
  if (op === '+' || op === '-') {
    const type = unify(c, pair, OPERATIONS[op])
    return type === null ? unknown(span) : typed({ node: NODES[op], left: left.expr, right: right.expr }, type, span, { percent: left.percent || right.percent })
  }
  const literal = left.type.kind === 'literal' && right.type.kind === 'literal'
  if (op === '*') {
    const unit = isPriceTimesCount(left, right) ? { [c.catalogue.units.currency]: 1 } : multiplyUnits(unitOf(left.type), unitOf(right.type))
    const type: Type = literal ? { kind: 'literal' } : numberType(unit)
    return typed({ node: 'mul', left: left.expr, right: right.expr }, type, span)
  }
  if (right.expr.node === 'number' && /^-?0+$/.test(right.expr.value)) c.error('zero-divisor', span, { text: written(c, span) })
  const type: Type = literal ? { kind: 'literal' } : numberType(divideUnits(unitOf(left.type), unitOf(right.type)))
  return typed({ node: 'div', left: left.expr, right: right.expr, scale: DIVISION_SCALE }, type, span)
}

/** The one type of two values that meet: bare numbers and empty values take on the other's. Null: they do not fit, which is reported. */
export function unify(c: Checking, { left, right, span }: Pair, operation: Wording): Type | null {
  const a = left.type
  const b = right.type
  if (a.kind === 'unknown' || b.kind === 'unknown') return null
  if (a.kind === 'null') return b
  if (b.kind === 'null') return a
  if (a.kind === 'literal' && isNumeric(b)) return b
  if (b.kind === 'literal' && isNumeric(a)) return a
  const names = { left: written(c, left.span), right: written(c, right.span) }
  if (a.kind === 'number' && b.kind === 'number') {
    if (sameUnit(a.unit, b.unit)) return a
    mismatch(c, { left: a.unit, right: b.unit, span }, { ...names, ...worded('operation', operation) })
    return null
  }
  if (a.kind === b.kind) return a
  c.error('type.mismatch', span, { ...names, ...worded('leftType', typeWords(a, c)), ...worded('rightType', typeWords(b, c)), ...worded('operation', operation) })
  return null
}

function mismatch(c: Checking, { left, right, span }: { left: Unit; right: Unit; span: Span }, params: Params): void {
  const plain = (unit: Unit) => Object.keys(unit).length === 0
  const words = (unit: Unit): Wording => (plain(unit) ? { zh: '没有单位的数', en: 'a plain number' } : unitWording(unit, c.catalogue.units.names))
  const code = plain(left) || plain(right) ? 'unit.mismatch-plain' : 'unit.mismatch'
  c.error(code, span, { ...params, ...worded('leftUnit', words(left)), ...worded('rightUnit', words(right)) })
}

function comparison(c: Checking, op: CompareOp, pair: Pair): Typed {
  const { left, right, span } = pair
  if (left.type.kind === 'null' || right.type.kind === 'null') {
    c.error('type.compare-null', span, { text: written(c, span) })
    return unknown(span)
  }
  const type = unify(c, pair, { zh: '比较', en: 'compared' })
  if (type === null) return unknown(span)
  if (op !== '=' && op !== '<>' && (type.kind === 'text' || type.kind === 'boolean')) {
    c.error('type.order', span, { text: written(c, span), ...worded('type', typeWords(type, c)) })
    return unknown(span)
  }
  checkChoice(c, left, right)
  checkChoice(c, right, left)
  warnPercent(c, left, right)
  warnPercent(c, right, left)
  return typed({ node: 'compare', op, left: left.expr, right: right.expr }, { kind: 'boolean' }, span)
}

/** A choice compared with a text it can never be. */
function checkChoice(c: Checking, choice: Typed, text: Typed): void {
  if (choice.choices === null || text.expr.node !== 'text' || choice.choices.values.includes(text.expr.value)) return
  const { field, values } = choice.choices
  c.error('choice.unknown', text.span, { field, value: text.expr.value, ...hintOf(nearNames(text.expr.value, values), values) })
}

/** `win_rate > 50` means 5000 %: say so. Up to 10 it may be meant (attainment of 200 % is 2). */
function warnPercent(c: Checking, percent: Typed, literal: Typed): void {
  if (!percent.percent || literal.type.kind !== 'literal' || literal.expr.node !== 'number' || !/^\d{2,}(\.|$)/.test(literal.expr.value)) return
  const value = literal.expr.value
  c.warning('unit.percent-literal', literal.span, { text: written(c, percent.span), value, reading: `${value.split('.')[0]}00%`, meant: `${value}%` })
}

function typeOfIn(c: Checking, ast: Ast & { kind: 'in' }): Typed {
  const of = typeOf(c, ast.of)
  const list: Expr[] = []
  let ok = of.type.kind !== 'unknown'
  for (const item of ast.list) {
    const value = typeOf(c, item)
    if (value.type.kind === 'unknown') ok = false
    else if (!['number', 'text', 'boolean', 'date'].includes(value.expr.node)) {
      c.error('type.list-literal', item.span, { text: written(c, item.span) })
      ok = false
    } else if (of.type.kind !== 'unknown' && unify(c, { left: of, right: value, span: item.span }, { zh: '比较', en: 'compared' }) === null) ok = false
    checkChoice(c, of, value)
    list.push(value.expr)
  }
  if (of.type.kind === 'null') {
    c.error('type.compare-null', of.span, { text: written(c, of.span) })
    ok = false
  }
  const expr: Expr = { node: 'in', of: of.expr, list }
  return ok ? typed(ast.negated ? { node: 'not', of: expr } : expr, { kind: 'boolean' }, ast.span) : unknown(ast.span)
}
