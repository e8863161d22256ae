import { ident, integer, joinSql, type Sql, sql } from '../../base/sql.ts'
import { inexact } from '../inexact.ts'
import type { CompareOp, Expr, FieldType } from '../ir.ts'
import { partsOf } from '../walk.ts'
import { aliasOf, datasetOf, fromClause, type RecordRows, recordRows } from './record.ts'
import { asAsked, settledRound } from './settled.ts'
import { curveValue, lookupValue, tiersValue } from './tables.ts'

/** What a formula over values reads as it is. */
export type LeafNode = Extract<Expr, { node: 'value' | 'target' | 'pay' | 'result' | 'tenure' | 'presence' }>
/** What a formula looks up in a table of numbers. */
export type TableNode = Extract<Expr, { node: 'tiers' | 'curve' | 'lookup' }>

/** What a formula's references compile to: the column of an earlier step. Record expressions have none. */
export type Columns = (node: LeafNode) => Sql

/** Where an expression stands: over the rows of a dataset, or over columns of values. */
export type Ground =
  | { readonly kind: 'record'; readonly rows: RecordRows }
  /** `worked`: the column of a table's value where it was worked out before. */
  | { readonly kind: 'values'; readonly column: Columns; readonly worked?: (node: TableNode) => Sql }

/** One switch owns the flow; a new node without an arm does not compile. The meaning of every node stands in ir.ts. */
export function emit(expr: Expr, on: Ground): Sql {
  switch (expr.node) {
    case 'number':
    case 'text':
    case 'boolean':
    case 'date':
    case 'null':
      return emitConstant(expr)
    case 'field':
      return emitField(expr, rowsOf(on))
    case 'value':
    case 'target':
    case 'pay':
    case 'result':
    case 'tenure':
    case 'presence':
      return valueColumn(expr, on)
    case 'tiers':
    case 'curve':
    case 'lookup':
      return on.kind === 'values' && on.worked !== undefined ? on.worked(expr) : emitTable(expr, on)
    case 'add':
    case 'sub':
    case 'mul':
      return sql`(${number(expr.left, on)} ${ARITHMETIC[expr.node]} ${number(expr.right, on)})`
    case 'div':
      return sql`app.divide(${number(expr.left, on)}, ${divisor(expr.right, on)}, ${integer(expr.scale)})`
    case 'neg':
      return sql`(- ${number(expr.of, on)})`
    case 'abs':
      return sql`abs(${number(expr.of, on)})`
    case 'not':
      return sql`(not ${emit(expr.of, on)})`
    case 'empty':
      return sql`(${emit(expr.of, on)} is null)`
    case 'round':
      return roundedTo(expr.of, number(expr.of, on), expr.scale)
    case 'compare':
      return sql`(${asked(expr.left, on)} ${COMPARE[expr.op]} ${asked(expr.right, on)})`
    case 'and':
      return sql`(${emit(expr.left, on)} and ${emit(expr.right, on)})`
    case 'or':
      return sql`(${emit(expr.left, on)} or ${emit(expr.right, on)})`
    case 'in':
      return expr.list.length === 0 ? sql`false` : sql`(${asked(expr.of, on)} in (${list(expr.list, on)}))`
    case 'if':
      return sql`(case when ${emit(expr.when, on)} then ${emit(expr.then, on)} else ${emit(expr.else, on)} end)`
    case 'coalesce':
      return sql`coalesce(${list(expr.of, on)})`
    case 'least':
      return strict(expr.of, sql`least`, on)
    case 'greatest':
      return strict(expr.of, sql`greatest`, on)
    case 'days':
      return sql`(${day(expr.to, on)} - ${day(expr.from, on)})::numeric`
    case 'part':
      return expr.part === 'year' ? sql`extract(year from ${day(expr.of, on)})::numeric` : sql`extract(month from ${day(expr.of, on)})::numeric`
    case 'contains':
      return sql`(strpos(${text(expr.of, on)}, ${text(expr.text, on)}) > 0)`
    case 'starts':
      return sql`starts_with(${text(expr.of, on)}, ${text(expr.text, on)})`
    case 'convert':
      return emitConvert(expr, on)
    case 'seen':
      return emitSeen(expr, rowsOf(on))
    default:
      return expr satisfies never
  }
}

const ARITHMETIC = { add: sql`+`, sub: sql`-`, mul: sql`*` } as const

export const COMPARE: Readonly<Record<CompareOp, Sql>> = { '=': sql`=`, '<>': sql`<>`, '<': sql`<`, '<=': sql`<=`, '>': sql`>`, '>=': sql`>=` }

function emitConstant(expr: Extract<Expr, { node: 'number' | 'text' | 'boolean' | 'date' | 'null' }>): Sql {
  switch (expr.node) {
    case 'number':
      return sql`${expr.value}::numeric`
    case 'text':
      return sql`${expr.value}::text collate "C"`
    case 'boolean':
      return expr.value ? sql`true` : sql`false`
    case 'date':
      return sql`${expr.value}::date`
    case 'null':
      return sql`null`
    default:
      return expr satisfies never
  }
}

/** An expression of a known type, where a bare null would leave PostgreSQL without one. */
function typed(expr: Expr, type: Sql, on: Ground): Sql {
  return isBareNull(expr) ? sql`null::${type}` : emit(expr, on)
}

const number = (expr: Expr, on: Ground): Sql => typed(expr, sql`numeric`, on)
const asked = (expr: Expr, on: Ground): Sql => asAsked(expr, emit(expr, on))
const day = (expr: Expr, on: Ground): Sql => typed(expr, sql`date`, on)
const text = (expr: Expr, on: Ground): Sql => typed(expr, sql`text`, on)

/** What is divided by: a target not above 0 is none. */
function divisor(expr: Expr, on: Ground): Sql {
  const value = number(expr, on)
  return expr.node === 'target' ? sql`case when ${value} > 0 then ${value} end` : value
}

/** A number rounded half up; settled first where a division went into it. */
const roundedTo = (of: Expr, value: Sql, scale: number): Sql => (inexact(of) ? settledRound(value, scale) : sql`round(${value}, ${integer(scale)})`)

function isBareNull(expr: Expr): boolean {
  if (expr.node === 'null') return true
  if (expr.node === 'if') return isBareNull(expr.then) && isBareNull(expr.else)
  return expr.node === 'coalesce' && expr.of.every(isBareNull)
}

function rowsOf(on: Ground): RecordRows {
  if (on.kind !== 'record') throw new Error('a field stands where only values of measures may stand')
  return on.rows
}

function valueColumn(expr: LeafNode, on: Ground): Sql {
  if (on.kind !== 'values') throw new Error('a measure stands where only fields of a record may stand')
  return on.column(expr)
}

const askedNumber = (expr: Expr, on: Ground): Sql => asAsked(expr, number(expr, on))

/** What a table is asked for: the quantity and its scale, or the keys; each of the type that the table wants. */
export function tableInputs(expr: TableNode, on: Ground): Sql[] {
  switch (expr.node) {
    case 'tiers':
      return expr.scale === null ? [askedNumber(expr.of, on)] : [askedNumber(expr.of, on), number(expr.scale, on)]
    case 'curve':
      return [askedNumber(expr.of, on)]
    case 'lookup':
      return expr.keys.map((k, i) => (expr.table.dimensions[i]?.kind === 'range' ? askedNumber(k, on) : text(k, on)))
    default:
      return expr satisfies never
  }
}

/** The value of a table from what it is asked for. */
export function tableValue(expr: TableNode, inputs: readonly Sql[]): Sql {
  const of = inputs[0] ?? sql`null::numeric`
  switch (expr.node) {
    case 'tiers':
      return tiersValue(expr.table, { of, scale: inputs[1] ?? null })
    case 'curve':
      return curveValue(expr.table, of)
    case 'lookup':
      return lookupValue(expr.table, inputs)
    default:
      return expr satisfies never
  }
}

/** A table repeats what it is asked for; unless that is a mere column, it is worked out once, or tables inside tables would multiply. */
function emitTable(expr: TableNode, on: Ground): Sql {
  const inputs = tableInputs(expr, on)
  if (partsOf(expr).every(isPlain)) return tableValue(expr, inputs)
  const names = inputs.map((_, i) => ident('asked', `q${i}`))
  const columns = inputs.map((input, i) => sql`${input} as ${ident(`q${i}`)}`)
  return sql`(select ${tableValue(expr, names)} from (select ${joinSql(columns, ', ')} offset 0) as asked)`
}

const PLAIN: ReadonlySet<Expr['node']> = new Set(['number', 'text', 'null', 'target', 'pay', 'result', 'tenure'])

function isPlain(expr: Expr): boolean {
  return expr.node === 'field' ? expr.type !== 'timestamp' : PLAIN.has(expr.node)
}

function list(exprs: readonly Expr[], on: Ground): Sql {
  return joinSql(
    exprs.map((e) => emit(e, on)),
    ', ',
  )
}

/** least and greatest of PostgreSQL pass over nulls; ours are null with a null part. */
function strict(exprs: readonly Expr[], fn: Sql, on: Ground): Sql {
  const parts = exprs.map((e) => emit(e, on))
  const anyNull = joinSql(
    parts.map((p) => sql`${p} is null`),
    ' or ',
  )
  return sql`(case when ${anyNull} then null else ${fn}(${joinSql(parts, ', ')}) end)`
}

function emitField(expr: Extract<Expr, { node: 'field' }>, rows: RecordRows): Sql {
  const column = ident(aliasOf(rows, expr.path), expr.field)
  if (expr.type === 'timestamp') return sql`(${column} at time zone ${rows.program.company.timezone}::text)::date`
  return expr.type === 'integer' ? sql`${column}::numeric` : column
}

function emitConvert(expr: Extract<Expr, { node: 'convert' }>, on: Ground): Sql {
  const currency = emit(expr.currency, on)
  const rate = sql`(select x.rate from app.rate x where x.currency = ${currency} and x.day <= ${emit(expr.on, on)} order by x.day desc limit 1)`
  return sql`(case when ${currency} = ${expr.to}::text then ${emit(expr.of, on)} else ${roundedTo(expr.of, sql`${emit(expr.of, on)} * ${rate}`, expr.scale)} end)`
}

function emitSeen(expr: Extract<Expr, { node: 'seen' }>, rows: RecordRows): Sql {
  const before = recordRows(rows.program, rows.dataset, rows.names)
  const at: Ground = { kind: 'record', rows: before }
  const here: Ground = { kind: 'record', rows }
  const earlierDay = emit(expr.date, at)
  before.day = earlierDay
  const hereDay = emit(expr.date, here)
  const keys = expr.keys.map((k) => sql`${emit(k, at)} = ${emit(k, here)}`)
  const order = expr.what === 'earlier' ? sql`${earlierDay} < ${hereDay}` : sql`(${earlierDay}, ${recordKey(before)}) < (${hereDay}, ${recordKey(rows)})`
  const within = expr.withinDays === null ? sql`` : sql` and ${earlierDay} >= ${hereDay} - ${integer(expr.withinDays)}`
  const where = expr.where === null ? sql`` : sql` and ${emit(expr.where, at)}`
  const exists = sql`exists (select 1 from ${fromClause(before)} where ${joinSql(keys, ' and ')} and ${order}${within}${where})`
  if (expr.what === 'earlier') return sql`(${exists})`
  const known = joinSql(
    expr.keys.map((k) => sql`${emit(k, here)} is not null`),
    ' and ',
  )
  return sql`(${known} and not ${exists})`
}

/** The fields of a record's key, in order; an empty day of validity comes before all others. */
export function recordKey(rows: RecordRows): Sql {
  const dataset = datasetOf(rows.program, rows.dataset)
  return joinSql(
    dataset.key.map((k) => (k === dataset.effective ? sql`coalesce(${ident(rows.alias, k)}, '-infinity')` : ident(rows.alias, k))),
    ', ',
  )
}

const NUMBER_FIELDS: ReadonlySet<FieldType> = new Set<FieldType>(['integer', 'decimal', 'money'])

/** A value as the text by which distinct values are told apart: 1.0 and 1.00 are the same number. */
export function emitKeyText(expr: Expr, on: Ground): Sql {
  return isNumber(expr) ? sql`trim_scale(${emit(expr, on)})::text collate "C"` : sql`(${emit(expr, on)})::text collate "C"`
}

const NUMBER_NODES: ReadonlySet<string> = new Set(['number', 'add', 'sub', 'mul', 'div', 'neg', 'abs', 'round', 'days', 'part', 'convert', 'tiers', 'curve', 'lookup'])

function isNumber(expr: Expr): boolean {
  if (expr.node === 'field') return NUMBER_FIELDS.has(expr.type)
  if (expr.node === 'if') return isNumber(expr.then) || isNumber(expr.else)
  if (expr.node === 'coalesce' || expr.node === 'least' || expr.node === 'greatest') return expr.of.some(isNumber)
  return NUMBER_NODES.has(expr.node)
}
