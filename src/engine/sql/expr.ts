import { ident, integer, joinSql, type Sql, sql } from '../../base/sql.ts'
import type { CompareOp, Expr, FieldType } from '../ir.ts'
import { aliasOf, datasetOf, fromClause, type RecordRows, recordRows } from './record.ts'

/** What a formula's value references compile to: the column of an earlier step. Record expressions have none. */
export type Columns = (ref: Extract<Expr, { node: 'value' }>) => Sql

/** Where an expression stands: over the rows of a dataset, or over columns of values. */
export type Ground = { readonly kind: 'record'; readonly rows: RecordRows } | { readonly kind: 'values'; readonly column: Columns }

/** One switch owns the flow; a new node without an arm does not compile. The meaning of every node stands in ir.ts. */
export function emit(expr: Expr, on: Ground): Sql {
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
    case 'field':
      return emitField(expr, rowsOf(on))
    case 'value':
      return valueColumn(expr, on)
    case 'add':
      return sql`(${number(expr.left, on)} + ${number(expr.right, on)})`
    case 'sub':
      return sql`(${number(expr.left, on)} - ${number(expr.right, on)})`
    case 'mul':
      return sql`(${number(expr.left, on)} * ${number(expr.right, on)})`
    case 'div':
      return sql`app.divide(${number(expr.left, on)}, ${number(expr.right, on)}, ${integer(expr.scale)})`
    case 'neg':
      return sql`(- ${number(expr.of, on)})`
    case 'abs':
      return sql`abs(${number(expr.of, on)})`
    case 'not':
      return sql`(not ${emit(expr.of, on)})`
    case 'empty':
      return sql`(${emit(expr.of, on)} is null)`
    case 'round':
      return sql`round(${number(expr.of, on)}, ${integer(expr.scale)})`
    case 'compare':
      return sql`(${emit(expr.left, on)} ${COMPARE[expr.op]} ${emit(expr.right, on)})`
    case 'and':
      return sql`(${emit(expr.left, on)} and ${emit(expr.right, on)})`
    case 'or':
      return sql`(${emit(expr.left, on)} or ${emit(expr.right, on)})`
    case 'in':
      return expr.list.length === 0 ? sql`false` : sql`(${emit(expr.of, on)} in (${list(expr.list, on)}))`
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

const COMPARE: Readonly<Record<CompareOp, Sql>> = { '=': sql`=`, '<>': sql`<>`, '<': sql`<`, '<=': sql`<=`, '>': sql`>`, '>=': sql`>=` }

/** An expression of a known type, where a bare null would leave PostgreSQL without one. */
function typed(expr: Expr, type: Sql, on: Ground): Sql {
  return isBareNull(expr) ? sql`null::${type}` : emit(expr, on)
}

const number = (expr: Expr, on: Ground): Sql => typed(expr, sql`numeric`, on)
const day = (expr: Expr, on: Ground): Sql => typed(expr, sql`date`, on)
const text = (expr: Expr, on: Ground): Sql => typed(expr, sql`text`, on)

function isBareNull(expr: Expr): boolean {
  if (expr.node === 'null') return true
  if (expr.node === 'if') return isBareNull(expr.then) && isBareNull(expr.else)
  return expr.node === 'coalesce' && expr.of.every(isBareNull)
}

function rowsOf(on: Ground): RecordRows {
  if (on.kind !== 'record') throw new Error('a field stands where only values of measures may stand')
  return on.rows
}

function valueColumn(expr: Extract<Expr, { node: 'value' }>, on: Ground): Sql {
  if (on.kind !== 'values') throw new Error('a measure stands where only fields of a record may stand')
  return on.column(expr)
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
  return sql`(case when ${currency} = ${expr.to}::text then ${emit(expr.of, on)} else round(${emit(expr.of, on)} * ${rate}, ${integer(expr.scale)}) end)`
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

const NUMBER_NODES: ReadonlySet<string> = new Set(['number', 'add', 'sub', 'mul', 'div', 'neg', 'abs', 'round', 'days', 'part', 'convert'])

function isNumber(expr: Expr): boolean {
  if (expr.node === 'field') return NUMBER_FIELDS.has(expr.type)
  if (expr.node === 'if') return isNumber(expr.then) || isNumber(expr.else)
  if (expr.node === 'coalesce' || expr.node === 'least' || expr.node === 'greatest') return expr.of.some(isNumber)
  return NUMBER_NODES.has(expr.node)
}
