import { isDay } from '../../base/calendar.ts'
import { SHOWN_SCALE } from '../../base/limits.ts'
import type { Ast, Span } from '../formula/ast.ts'
import type { FunctionEntry } from '../formula/function-entry.ts'
import { FUNCTIONS } from '../formula/functions.ts'
import type { Expr } from '../ir.ts'
import { type Wording, worded } from '../wording.ts'
import { typeOfMeasureCall } from './type-measures.ts'
import { typeOfResultCall, typeOfTargetCall } from './type-results.ts'
import { typeOfTableCall } from './type-tables.ts'
import { isTeamOfTargets, typeOfTeamTarget } from './type-team-targets.ts'
import { type CallChecking, type Checking, isNumeric, numberType, type Typed, typed, typeWords, unknown, written } from './typed.ts'

type Call = Ast & { kind: 'call' }

function entryOf(id: FunctionEntry['id']): FunctionEntry {
  const entry = FUNCTIONS.find((f) => f.id === id)
  if (entry === undefined) throw new Error(`no function ${id}`)
  return entry
}

export function typeOfCall(c: CallChecking, ast: Call): Typed {
  const entry = entryOf(ast.fn)
  if (!mayStand(c, entry, ast.span)) return unknown(ast.span)
  switch (ast.fn) {
    case 'previous':
    case 'last_year':
    case 'year_to_date':
      return typeOfMeasureCall(c, ast)
    case 'team':
    case 'downline':
      return isTeamOfTargets(ast) ? typeOfTeamTarget(c, { ...ast, fn: ast.fn }) : typeOfMeasureCall(c, ast)
    case 'tiers':
    case 'curve':
    case 'lookup':
      return typeOfTableCall(c, { ...ast, fn: ast.fn })
    case 'target':
    case 'stretch':
    case 'challenge':
    case 'attainment':
    case 'prorated_target':
    case 'prorated_attainment':
      return typeOfTargetCall(c, { ...ast, fn: ast.fn })
    case 'pay':
    case 'score':
    case 'coefficient':
    case 'grade':
    case 'tenure':
    case 'presence':
      return typeOfResultCall(c, { ...ast, fn: ast.fn })
    case 'date':
      return typeOfDate(c, ast)
    case 'if':
      return typeOfIf(c, ast)
    case 'round':
      return typeOfRound(c, ast)
    default:
      return typeOfPlain(
        c,
        ast,
        ast.args.map((arg) => c.typeOf(c, arg)),
      )
  }
}

/** Whether a function belongs to the level of the formula; if not, that is reported with what to do instead. */
function mayStand(c: Checking, { id, level, name }: FunctionEntry, span: Span): boolean {
  if (level === 'reward' && c.over.level !== 'reward') {
    const plain = id === 'prorated_target' ? 'target' : id === 'prorated_attainment' ? 'attainment' : null
    const hint: Wording =
      plain === null || c.over.level === 'record'
        ? { zh: '把这部分写进 incentives 里的公式。', en: 'Move this part into a formula of an incentive plan.' }
        : { zh: `在指标里用“${entryOf(plain).name.zh}”；考核方案里在 lines 写 prorate: true。`, en: `In a measure use ${plain}; in a scheme write prorate: true on the line.` }
    c.error('level.reward-only', span, { ...worded('function', name), ...worded('hint', hint) })
    return false
  }
  if (level === 'formula' && c.over.level === 'record') {
    c.error('level.formula-only', span, worded('function', name))
    return false
  }
  return true
}

/** Functions whose arguments are ordinary expressions. The parser has counted the arguments. */
function typeOfPlain(c: CallChecking, ast: Call, args: readonly Typed[]): Typed {
  const [first, second] = args
  if (first === undefined) return unknown(ast.span)
  const { span } = ast
  switch (ast.fn) {
    case 'abs':
      return allAre(c, args, 'number') ? typed({ node: 'abs', of: first.expr }, first.type, span, { percent: first.percent }) : unknown(span)
    case 'year':
    case 'month':
      return allAre(c, args, 'date') ? typed({ node: 'part', part: ast.fn, of: first.expr }, numberType({}), span) : unknown(span)
    case 'days':
      if (second === undefined || !allAre(c, args, 'date')) return unknown(span)
      return typed({ node: 'days', from: first.expr, to: second.expr }, numberType({ day: 1 }), span)
    case 'min':
    case 'max': {
      if (!allAre(c, args, 'number')) return unknown(span)
      return joined(c, args, { span, operation: { zh: '放在一起比大小', en: 'compared' }, node: ast.fn === 'min' ? 'least' : 'greatest' })
    }
    case 'value_or':
      return joined(c, args, { span, operation: { zh: '互相替代', en: 'put in each other’s place' }, node: 'coalesce' })
    default:
      throw new Error(`${ast.fn} is not a plain function`)
  }
}

const KIND_WORDS = { number: { zh: '数', en: 'a number' }, date: { zh: '日期', en: 'a date' } } as const

function allAre(c: Checking, args: readonly Typed[], kind: 'number' | 'date'): boolean {
  let ok = true
  for (const arg of args) {
    if (kind === 'number' ? isNumeric(arg.type) : arg.type.kind === 'date') continue
    ok = false
    if (arg.type.kind === 'null') c.error('type.compare-null', arg.span, { text: written(c, arg.span) })
    else if (arg.type.kind !== 'unknown')
      c.error('type.expected', arg.span, { text: written(c, arg.span), ...worded('expected', KIND_WORDS[kind]), ...worded('actual', typeWords(arg.type, c)) })
  }
  return ok
}

/** Several values of one type become one. */
function joined(c: CallChecking, args: readonly Typed[], how: { span: Span; operation: Wording; node: 'least' | 'greatest' | 'coalesce' }): Typed {
  let sofar: Typed | undefined
  for (const arg of args) {
    if (sofar === undefined) {
      sofar = arg
      continue
    }
    const type = c.unify(c, { left: sofar, right: arg, span: how.span }, how.operation)
    if (type === null) return unknown(how.span)
    sofar = typed(sofar.expr, type, sofar.span, { percent: sofar.percent || arg.percent })
  }
  return sofar === undefined ? unknown(how.span) : typed({ node: how.node, of: args.map((arg) => arg.expr) }, sofar.type, how.span, { percent: sofar.percent })
}

function typeOfIf(c: CallChecking, ast: Call): Typed {
  const [when, yes, no] = ast.args.map((arg) => c.typeOf(c, arg))
  if (when === undefined || yes === undefined || no === undefined) return unknown(ast.span)
  const condition = when.type.kind === 'boolean'
  if (!condition && when.type.kind !== 'unknown') {
    c.error('type.expected', when.span, {
      text: written(c, when.span),
      ...worded('expected', { zh: '一个条件（是/否）', en: 'a condition (yes or no)' }),
      ...worded('actual', typeWords(when.type, c)),
    })
  }
  const type = c.unify(c, { left: yes, right: no, span: ast.span }, { zh: '作为同一个“如果”的两个结果', en: 'the two results of one if' })
  if (!condition || type === null) return unknown(ast.span)
  return typed({ node: 'if', when: when.expr, then: yes.expr, else: no.expr }, type, ast.span, { percent: yes.percent || no.percent })
}

function typeOfRound(c: CallChecking, ast: Call): Typed {
  const [value, places] = ast.args
  if (value === undefined) return unknown(ast.span)
  const of = c.typeOf(c, value)
  const scale = places === undefined ? '0' : places.kind === 'number' && !places.percent && places.money === undefined ? places.value : ''
  const ok = allAre(c, [of], 'number')
  if (!/^\d{1,2}$/.test(scale) || Number(scale) > SHOWN_SCALE) {
    literalExpected(c, ast, places?.span ?? ast.span, { zh: `0 到 ${SHOWN_SCALE} 之间的整数`, en: `a whole number from 0 to ${SHOWN_SCALE}` })
    return unknown(ast.span)
  }
  return ok ? typed({ node: 'round', of: of.expr, scale: Number(scale) }, of.type, ast.span, { percent: of.percent }) : unknown(ast.span)
}

function literalExpected(c: Checking, ast: Call, span: Span, expected: Wording): void {
  const entry = entryOf(ast.fn)
  c.error('type.literal-expected', span, { ...worded('function', entry.name), ...worded('expected', expected), text: written(c, span), ...worded('signature', entry.signature) })
}

function typeOfDate(c: Checking, ast: Call): Typed {
  const [day] = ast.args
  if (day?.kind !== 'text') {
    if (day?.kind !== 'missing') literalExpected(c, ast, day?.span ?? ast.span, { zh: '引号里的日期', en: 'a day in quotes' })
    return unknown(ast.span)
  }
  if (!isDay(day.value)) {
    c.error('type.bad-date', day.span, { text: day.value })
    return unknown(ast.span)
  }
  return typed({ node: 'date', value: day.value }, { kind: 'date' }, ast.span)
}

/** first(…) and earlier(…): over the records of the measure's own dataset. */
export function typeOfSeen(c: CallChecking, ast: Ast & { kind: 'seen' }): Typed {
  const entry = entryOf(ast.what)
  const { over } = c
  if (over.level !== 'record') {
    c.error('level.record-only', ast.span, worded('function', entry.name))
    return unknown(ast.span)
  }
  if (over.insideSeen) {
    c.error('seen.nested', ast.span)
    return unknown(ast.span)
  }
  const inside: CallChecking = { ...c, over: { ...over, insideSeen: true } }
  const keys = ast.keys.map((key) => c.typeOf(inside, key))
  const where = ast.where === null ? null : c.typeOf(inside, ast.where)
  let ok = keys.every((key) => key.type.kind !== 'unknown')
  for (const key of keys) {
    if (key.type.kind !== 'literal' && key.type.kind !== 'null' && key.expr.node !== 'text' && key.expr.node !== 'date' && key.expr.node !== 'boolean') continue
    c.error('seen.bad-key', key.span, { text: written(c, key.span) })
    ok = false
  }
  if (where !== null && where.type.kind !== 'boolean') {
    ok = false
    if (where.type.kind !== 'unknown')
      c.error('type.expected', where.span, {
        text: written(c, where.span),
        ...worded('expected', { zh: '一个条件（是/否）', en: 'a condition (yes or no)' }),
        ...worded('actual', typeWords(where.type, c)),
      })
  }
  if (!ok || over.date === null) return unknown(ast.span)
  const expr: Expr = { node: 'seen', what: ast.what, keys: keys.map((key) => key.expr), where: where?.expr ?? null, withinDays: ast.withinDays, date: over.date }
  return typed(expr, { kind: 'boolean' }, ast.span)
}
