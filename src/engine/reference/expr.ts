import type { Day } from '../../base/calendar.ts'
import { daysBetween } from '../../base/calendar.ts'
import { Decimal, dec, divide, roundHalfUp, settled } from '../../base/decimal.ts'
import { inexact } from '../inexact.ts'
import type { CompareOp, Expr, ValueRef } from '../ir.ts'
import { type Book, compareKeys, lookUp, rateOn, recordsOf, type SeenRow, typed } from './book.ts'
import type { FactRecord } from './facts.ts'
import { curveOf, lookupOf, tiersOf } from './tables.ts'
import type { Reason } from './trace.ts'
import { asBoolean, asNumber, asText, compareValues, type Value, valueText } from './value.ts'

/** Where an expression stands: on one record, with the day that dated references are read on (null while that day is being found), or among values of measures. */
export type Ground =
  | { readonly kind: 'record'; readonly book: Book; readonly dataset: string; readonly record: FactRecord; readonly day: Day | null; readonly note: Note }
  | { readonly kind: 'values'; readonly valueOf: (ref: ValueRef) => Decimal | null; readonly personal?: (node: PersonalNode) => Value; readonly note: Note }

/** What stands for a fact about the person. In formulas of measures there are targets alone. */
export type PersonalNode = Extract<Expr, { node: 'target' | 'pay' | 'result' | 'tenure' | 'presence' }>

/** Told of every cause of emptiness met on the way, whether or not the result is empty in the end. */
export type Note = (reason: Reason) => void

export const unheard: Note = () => undefined

/** The value of an expression. Null rules stand in ir.ts; a type that does not fit throws, since the checker lets none through. */
export function evalExpr(expr: Expr, on: Ground): Value {
  if (isPersonal(expr)) return personalValue(expr, on)
  switch (expr.node) {
    case 'number':
      return dec(expr.value)
    case 'text':
    case 'boolean':
    case 'date':
      return expr.value
    case 'null':
      return null
    case 'field':
      return field(expr, on)
    case 'value':
      return measureValue(expr.ref, on)
    case 'add':
      return numbers(expr, on, (a, b) => a.plus(b))
    case 'sub':
      return numbers(expr, on, (a, b) => a.minus(b))
    case 'mul':
      return numbers(expr, on, (a, b) => a.times(b))
    case 'div':
      return numbers(expr, on, (a, b) => quotient(a, b, expr, on))
    case 'neg':
      return number(expr.of, on)?.negated() ?? null
    case 'abs':
      return number(expr.of, on)?.abs() ?? null
    case 'not':
      return negation(asBoolean(evalExpr(expr.of, on)))
    case 'empty':
      return evalExpr(expr.of, on) === null
    case 'round':
      return rounded(askedNumber(expr.of, on), expr.scale)
    case 'compare':
      return compare(expr.op, asked(expr.left, on), asked(expr.right, on))
    case 'and':
      return both(truth(expr.left, on), truth(expr.right, on))
    case 'or':
      return negation(both(negation(truth(expr.left, on)), negation(truth(expr.right, on))))
    case 'in':
      return contained(asked(expr.of, on), valuesOf(expr.list, on))
    case 'if':
      return evalExpr(truth(expr.when, on) === true ? expr.then : expr.else, on)
    case 'coalesce':
      return expr.of.reduce<Value>((found, e) => found ?? evalExpr(e, on), null)
    case 'least':
      return outermost(valuesOf(expr.of, on), -1)
    case 'greatest':
      return outermost(valuesOf(expr.of, on), 1)
    case 'days':
      return texts(expr.from, expr.to, on, (from, to) => dec(daysBetween(from, to)))
    case 'part':
      return part(expr.part, asText(evalExpr(expr.of, on)))
    case 'contains':
      return texts(expr.of, expr.text, on, (whole, piece) => whole.includes(piece))
    case 'starts':
      return texts(expr.of, expr.text, on, (whole, piece) => whole.startsWith(piece))
    case 'convert':
      return convert(expr, on)
    case 'tiers':
    case 'curve':
    case 'lookup':
      return tableValue(expr, on)
    case 'seen':
      return seen(expr, on)
    default:
      return expr satisfies never
  }
}

const valuesOf = (exprs: readonly Expr[], on: Ground): Value[] => exprs.map((e) => evalExpr(e, on))
const number = (expr: Expr, on: Ground): Decimal | null => asNumber(evalExpr(expr, on))
/** A value as it is compared, asked of a table or rounded: settled where a division went into it. */
export function asked(expr: Expr, on: Ground): Value {
  const value = evalExpr(expr, on)
  return value instanceof Decimal && inexact(expr) ? settled(value) : value
}

const askedNumber = (expr: Expr, on: Ground): Decimal | null => asNumber(asked(expr, on))
const truth = (expr: Expr, on: Ground): boolean | null => asBoolean(evalExpr(expr, on))

function numbers(expr: { left: Expr; right: Expr }, on: Ground, apply: (a: Decimal, b: Decimal) => Decimal | null): Decimal | null {
  const a = number(expr.left, on)
  const b = number(expr.right, on)
  return a === null || b === null ? null : apply(a, b)
}

function texts(left: Expr, right: Expr, on: Ground, apply: (a: string, b: string) => Value): Value {
  const a = asText(evalExpr(left, on))
  const b = asText(evalExpr(right, on))
  return a === null || b === null ? null : apply(a, b)
}

function quotient(a: Decimal, b: Decimal, expr: { right: Expr; scale: number }, on: Ground): Decimal | null {
  if (expr.right.node === 'target' && b.lte(0)) {
    on.note({ code: 'why.measured-against-nothing', params: { measure: expr.right.measure } })
    return null
  }
  if (b.isZero()) on.note({ code: 'why.divisor-zero', params: expr.right.node === 'value' ? { measure: expr.right.ref.measure } : {} })
  return divide(a, b, expr.scale)
}

function rounded(value: Decimal | null, scale: number): Decimal | null {
  return value === null ? null : roundHalfUp(value, scale)
}

function negation(value: boolean | null): boolean | null {
  return value === null ? null : !value
}

/** False if either is false, else null if either is null. */
function both(a: boolean | null, b: boolean | null): boolean | null {
  if (a === false || b === false) return false
  return a === null || b === null ? null : true
}

function compare(op: CompareOp, a: Value, b: Value): boolean | null {
  if (a === null || b === null) return null
  const order = compareValues(a, b)
  switch (op) {
    case '=':
      return order === 0
    case '<>':
      return order !== 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
    default:
      return op satisfies never
  }
}

/** True if one is equal; else null if anything compared is null; else false. Nothing is in an empty list. */
function contained(value: Value, list: readonly Value[]): boolean | null {
  const found = list.map((item) => compare('=', value, item))
  if (found.includes(true)) return true
  return found.includes(null) ? null : false
}

function outermost(values: readonly Value[], sign: 1 | -1): Value {
  return values.reduce<Value>((best, v, i) => {
    if (v === null || (i > 0 && best === null)) return null
    return best === null || compareValues(v, best) * sign > 0 ? v : best
  }, null)
}

function part(what: 'year' | 'month', day: Day | null): Decimal | null {
  if (day === null) return null
  return dec(Number(what === 'year' ? day.slice(0, 4) : day.slice(5, 7)))
}

function measureValue(ref: ValueRef, on: Ground): Decimal | null {
  if (on.kind !== 'values') throw new Error('a measure stands where only fields of a record may stand')
  return on.valueOf(ref)
}

/** What a table gives; told of what leaves it empty though it was asked in full. */
function tableValue(expr: Extract<Expr, { node: 'tiers' | 'curve' | 'lookup' }>, on: Ground): Decimal | null {
  const { table } = expr.table
  switch (expr.node) {
    case 'tiers': {
      const scale = expr.scale === null ? undefined : number(expr.scale, on)
      if (scale != null && settled(scale).lte(0)) on.note({ code: 'why.scale-not-above-zero', params: { table } })
      return tiersOf(expr.table, askedNumber(expr.of, on), scale).value
    }
    case 'curve':
      return curveOf(expr.table, askedNumber(expr.of, on))
    case 'lookup': {
      const { value } = lookupOf(
        expr.table,
        expr.keys.map((key) => asked(key, on)),
      )
      if (value === null) on.note({ code: 'why.no-row', params: { table } })
      return value
    }
    default:
      return expr satisfies never
  }
}

function isPersonal(expr: Expr): expr is PersonalNode {
  const { node } = expr
  return node === 'target' || node === 'pay' || node === 'result' || node === 'tenure' || node === 'presence'
}

function personalValue(node: PersonalNode, on: Ground): Value {
  if (on.kind !== 'values' || on.personal === undefined) throw new Error(`a fact about a person (${node.node}) stands where there is none`)
  return on.personal(node)
}

type RecordGround = Extract<Ground, { kind: 'record' }>

function recordGround(on: Ground): RecordGround {
  if (on.kind !== 'record') throw new Error('a field stands where only values of measures may stand')
  return on
}

/** A field at the end of a path: null where any step on the way holds nothing, or the key of a record that is not there. */
function field(expr: Extract<Expr, { node: 'field' }>, ground: Ground): Value {
  const on = recordGround(ground)
  let record = on.record
  let dataset = on.dataset
  for (const step of expr.path) {
    const key = record.fields[step.field] ?? null
    if (key === null) {
      on.note({ code: 'why.field-empty', params: { dataset, field: step.field } })
      return null
    }
    const target = lookUp(on.book, { dataset: step.dataset, key: String(key), day: on.day })
    if (target === null) {
      on.note({ code: 'why.missing-reference', params: { dataset: step.dataset, field: step.field, key: String(key) } })
      return null
    }
    record = target
    dataset = step.dataset
  }
  const raw = record.fields[expr.field] ?? null
  if (raw === null) on.note({ code: 'why.field-empty', params: { dataset, field: expr.field } })
  return typed(raw, expr.type, on.book.program.company.timezone)
}

function convert(expr: Extract<Expr, { node: 'convert' }>, on: Ground): Decimal | null {
  const { book } = recordGround(on)
  const amount = number(expr.of, on)
  const currency = asText(evalExpr(expr.currency, on))
  if (amount === null || currency === null) return null
  if (currency === expr.to) return amount
  const day = asText(evalExpr(expr.on, on))
  if (day === null) return null
  const rate = rateOn(book, currency, day)
  if (rate === null) {
    on.note({ code: 'why.no-rate', params: { currency, to: expr.to, day } })
    return null
  }
  const converted = amount.times(rate)
  return roundHalfUp(inexact(expr.of) ? settled(converted) : converted, expr.scale)
}

type Seen = Extract<Expr, { node: 'seen' }>

/** The values of the keys as one text, or null where one of them is null. */
function keyText(keys: readonly Expr[], on: RecordGround): string | null {
  const values = keys.map((key) => evalExpr(key, on))
  return values.includes(null) ? null : JSON.stringify(values.map((v) => (v === null ? null : valueText(v))))
}

/** A record on its own day: the day comes from the date of the measure, and dated references are read on it. */
export function standOn(book: Book, at: { dataset: string; record: FactRecord; date: Expr }, note: Note): RecordGround {
  const timeless: RecordGround = { kind: 'record', book, dataset: at.dataset, record: at.record, day: null, note }
  return { ...timeless, day: asText(evalExpr(at.date, { ...timeless, note: unheard })) }
}

/** Every dated record of the dataset by its keys, with whether it satisfies `where`. */
function seenRows(expr: Seen, on: RecordGround): Map<string, SeenRow[]> {
  const known = on.book.seen.get(expr)
  if (known !== undefined) return known
  const rows = new Map<string, SeenRow[]>()
  for (const record of recordsOf(on.book, on.dataset)) {
    const there = standOn(on.book, { dataset: on.dataset, record, date: expr.date }, unheard)
    if (there.day === null) continue
    const key = keyText(expr.keys, there)
    if (key === null) continue
    const holds = expr.where === null || truth(expr.where, there) === true
    const group = rows.get(key)
    if (group === undefined) rows.set(key, [{ record, day: there.day, holds }])
    else group.push({ record, day: there.day, holds })
  }
  on.book.seen.set(expr, rows)
  return rows
}

function seen(expr: Seen, ground: Ground): boolean {
  const on = recordGround(ground)
  const here = standOn(on.book, { dataset: on.dataset, record: on.record, date: expr.date }, unheard)
  const { day } = here
  const key = day === null ? null : keyText(expr.keys, here)
  if (day === null || key === null) return false
  const before = (seenRows(expr, on).get(key) ?? []).filter((row) => {
    if (!row.holds || row.day > day) return false
    if (expr.withinDays !== null && daysBetween(row.day, day) > expr.withinDays) return false
    if (row.day < day) return true
    return expr.what === 'first' && compareKeys(on.book, on.dataset, row.record, on.record) < 0
  })
  return expr.what === 'first' ? before.length === 0 : before.length > 0
}
