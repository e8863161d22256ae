import type { Day } from '../../base/calendar.ts'
import { DIVISION_SCALE } from '../../base/limits.ts'
import { ident, integer, joinSql, type Sql, sql } from '../../base/sql.ts'
import type { AggregateIr, CreditIr, Expr, Program } from '../ir.ts'
import type { Span } from '../spans.ts'
import { emit, emitKeyText, type Ground } from './expr.ts'
import { aliasOf, dataTable, fromClause, type RecordRows, recordRows, referenceKey } from './record.ts'

/**
 * Measure cells: for each employee and span of days the parts of every aggregate that can be added up later.
 * Aggregates over the same dataset, date and credit share one table, a column a slot.
 */
export interface Slot {
  readonly name: string
  /** weight: the sum of shares of the records that count. */
  readonly kind: 'sum' | 'count' | 'weight' | 'min' | 'max' | 'last'
  readonly value: Expr | null
  readonly filter: Expr | null
  readonly weight: 'share' | 'full'
}

/** Records that count for the same people on the same days. */
export interface Crediting {
  readonly dataset: string
  readonly date: Expr
  readonly credit: CreditIr
}

export interface CellGroup extends Crediting {
  readonly slots: readonly Slot[]
}

/** The keys of a distinct count: who met which key in a period. */
export interface KeySet extends Crediting {
  readonly value: Expr
  readonly filter: Expr | null
}

export const creditingOf = (a: AggregateIr): Crediting => ({ dataset: a.dataset, date: a.date, credit: a.credit })

/** The slots an aggregate is made from, without names. Where a record has one owner and no shares, weighted and whole are the same. */
export function slotsOf(a: AggregateIr): Omit<Slot, 'name'>[] {
  const weight = a.credit.splits === null && a.credit.overlays.length === 0 ? 'full' : a.weight
  const slot = (kind: Slot['kind'], by: Slot['weight'] = weight): Omit<Slot, 'name'> => ({ kind, weight: by, value: a.value, filter: a.filter })
  const counted = slot(weight === 'share' ? 'weight' : 'count')
  switch (a.fn) {
    case 'sum':
      return [slot('sum')]
    case 'count':
      return [counted]
    case 'average':
      return [slot('sum'), counted]
    case 'min':
    case 'max':
    case 'last':
      return [slot(a.fn, 'full')]
    case 'distinct':
      return []
    default:
      return a.fn satisfies never
  }
}

/** The value of an aggregate from the columns of its slots, each added up over rows that hold them. */
export function combine(a: AggregateIr, columns: readonly Sql[], order: Sql): Sql {
  const [one, two] = columns
  if (one === undefined) throw new Error(`no slots for ${a.fn}`)
  switch (a.fn) {
    case 'sum':
    case 'count':
      return sql`coalesce(sum(${one}), 0)`
    case 'average':
      return sql`app.divide(sum(${one}), coalesce(sum(${two ?? one}), 0), ${integer(DIVISION_SCALE)})`
    case 'min':
      return sql`min(${one})`
    case 'max':
      return sql`max(${one})`
    case 'last':
      return sql`(array_agg(${one} order by ${order} desc) filter (where ${one} is not null))[1]`
    case 'distinct':
      throw new Error('a distinct count is not made from cells')
    default:
      return a.fn satisfies never
  }
}

/** Add up one slot over many rows that already hold it. */
export function foldSlot(slot: Slot, order: Sql): Sql {
  const column = ident(slot.name)
  switch (slot.kind) {
    case 'sum':
    case 'count':
    case 'weight':
      return sql`sum(${column})`
    case 'min':
      return sql`min(${column})`
    case 'max':
      return sql`max(${column})`
    case 'last':
      return sql`(array_agg(${column} order by ${order} desc) filter (where ${column} is not null))[1]`
    default:
      return slot.kind satisfies never
  }
}

/** Whether new records can be added to a stored slot without reading the others again: which of two is the last, the parts do not tell. */
export const isAddable = (slot: Slot): boolean => slot.kind !== 'last'

/** What a stored slot comes to with further records. Either part may be empty. Only for a slot that `isAddable`. */
export function addToSlot(slot: Slot, stored: Sql, more: Sql): Sql {
  switch (slot.kind) {
    case 'sum':
    case 'count':
    case 'weight':
      return sql`coalesce(${stored} + ${more}, ${stored}, ${more})`
    case 'min':
      return sql`least(${stored}, ${more})`
    case 'max':
      return sql`greatest(${stored}, ${more})`
    case 'last':
      throw new Error('the last value is not added up')
    default:
      return slot.kind satisfies never
  }
}

export const slotType = (slot: Slot): Sql => (slot.kind === 'count' ? sql`bigint` : sql`numeric`)

/** Who counts a record, and by what share, as a source to select from beside the record. */
export interface CreditSource {
  readonly employee: Sql
  /** Null: everybody counts the whole record. */
  readonly share: Sql | null
  readonly join: Sql
}

/** Compile the credit of a dataset. Without splits and overlays it is the owner alone and costs no join. */
export function creditSource(program: Program, crediting: Crediting, rows: RecordRows): CreditSource {
  const ground: Ground = { kind: 'record', rows }
  const owner = emit(crediting.credit.owner, ground)
  const { splits, overlays } = crediting.credit
  if (splits === null && overlays.length === 0) return { employee: owner, share: null, join: sql`` }
  const shares: Sql[] = []
  const taken = splits === null ? sql`0` : splitTaken(program, crediting, rows)
  shares.push(sql`select ${owner} as employee_id, 100 - ${taken} as percent`)
  if (splits !== null) {
    const s = ident('s')
    shares.push(
      sql`select ${s}.${ident(splits.employee)}, ${s}.${ident(splits.percent)}::numeric from ${dataTable(splits.dataset)} as ${s} where ${s}.${ident(splits.record)} = ${recordKeyText(program, rows)}`,
    )
  }
  for (const o of overlays) shares.push(sql`select ${emit(o.to, ground)}, ${o.percent}::numeric`)
  const alias = ident(`c${rows.names.next++}`)
  const join = sql` cross join lateral (select x.employee_id, sum(x.percent) * 0.01 as share from (${joinSql(shares, ' union all ')}) as x where x.employee_id is not null and x.percent > 0 group by x.employee_id) as ${alias}`
  return { employee: sql`${alias}.employee_id`, share: sql`${alias}.share`, join }
}

function splitTaken(program: Program, crediting: Crediting, rows: RecordRows): Sql {
  const splits = crediting.credit.splits
  if (splits === null) return sql`0`
  const s = ident('s')
  const plain = splits.overlay === null ? sql`` : sql` and ${s}.${ident(splits.overlay)} is not true`
  return sql`coalesce((select sum(${s}.${ident(splits.percent)}) from ${dataTable(splits.dataset)} as ${s} where ${s}.${ident(splits.record)} = ${recordKeyText(program, rows)}${plain}), 0)`
}

/** A record's key as the text by which references name it. */
export function recordKeyText(program: Program, rows: RecordRows): Sql {
  return sql`${ident(rows.alias, referenceKey(program, rows.dataset))}::text`
}

/** What a statement over records restricts them to. */
export interface Restriction {
  readonly from: Day
  readonly until: Day
  /** A table of (employee_id, day): only what these people count on these days. */
  readonly days?: Sql
  /** A table of employee_id: only these people. */
  readonly people?: Sql
  /** Only these records. */
  readonly touched?: Touched
}

/** A condition on records: those that changed, those that refer to something that changed … */
export type Touched = (rows: RecordRows) => Sql

/** A number of a record. Whole numbers are added up more quickly as they are stored; their sum is exact all the same. */
function numberOf(value: Expr, rows: RecordRows): Sql {
  if (value.node === 'field' && value.type === 'integer') return ident(aliasOf(rows, value.path), value.field)
  return sql`(${emit(value, { kind: 'record', rows })})::numeric`
}

/** `order`: of the records, the last one first. */
function slotSql(slot: Slot, rows: RecordRows, share: Sql | null, order: Sql): Sql {
  const value = slot.value === null ? null : numberOf(slot.value, rows)
  const conditions = [...(slot.filter === null ? [] : [emit(slot.filter, { kind: 'record', rows })]), ...(value !== null && slot.kind !== 'sum' ? [sql`${value} is not null`] : [])]
  const filter = conditions.length === 0 ? sql`` : sql` filter (where ${joinSql(conditions, ' and ')})`
  switch (slot.kind) {
    case 'sum':
      return slot.weight === 'share' && share !== null ? sql`sum(${value} * ${share})${filter}` : sql`sum(${value})${filter}`
    case 'count':
      return sql`count(*)${filter}`
    case 'weight':
      return share === null ? sql`count(*)${filter}` : sql`sum(${share})${filter}`
    case 'min':
      return sql`min(${value})${filter}`
    case 'max':
      return sql`max(${value})${filter}`
    case 'last':
      return sql`(array_agg(${value} order by ${order})${filter})[1]`
    default:
      return slot.kind satisfies never
  }
}

/** The records of a crediting, compiled: day, employee, and the `from … where` that all statements share. */
function credited(program: Program, crediting: Crediting) {
  const rows = recordRows(program, crediting.dataset)
  const ground: Ground = { kind: 'record', rows }
  const day = emit(crediting.date, ground)
  rows.day = day
  return { rows, ground, day, credit: creditSource(program, crediting, rows) }
}

function within(at: { day: Sql; employee: Sql; rows: RecordRows }, only: Restriction): { join: Sql; where: Sql } {
  const { day, employee, rows } = at
  const touched = only.touched === undefined ? sql`` : sql` and ${only.touched(rows)}`
  const where = sql`${day} >= ${only.from}::date and ${day} < ${only.until}::date and ${employee} is not null${touched}`
  const days = only.days === undefined ? sql`` : sql` join ${only.days} as dirty on dirty.day = ${day} and dirty.employee_id = ${employee}`
  const people = only.people === undefined ? sql`` : sql` join ${only.people} as people on people.employee_id = ${employee}`
  return { join: sql`${days}${people}`, where }
}

/**
 * select employee_id, from_date, until_date, slot … — the cells of a group in spans that follow one another, from the records.
 * People who count nothing in a span have no cell.
 */
export function selectCells(program: Program, group: CellGroup, spans: readonly Span[], only: Pick<Restriction, 'days' | 'touched'> = {}): Sql {
  const { rows, ground, day, credit } = credited(program, group)
  const order = sql`${day} desc, ${descendingKey(program, rows)}`
  const common = commonFilter(group)
  const slots = group.slots.map((s) => sql`, ${slotSql(common === null ? s : { ...s, filter: null }, rows, credit.share, order)} as ${ident(s.name)}`)
  const passing = common === null ? sql`` : sql` and ${emit(common, ground)}`
  const { join, where } = within({ day, employee: credit.employee, rows }, { ...reach(spans), ...only })
  const starts = spans.map((s) => s.from)
  // Most often there is one span: then nothing is to be worked out record by record.
  const span = spans.length === 1 ? sql`1` : sql`width_bucket(${day}, ${starts}::date[])`
  const records = sql`select ${credit.employee} as employee_id, ${span} as span${joinSql(slots, ' ')} from ${fromClause(rows)}${credit.join}${join} where ${where}${passing} group by 1, 2`
  const names = group.slots.map((s) => sql`, x.${ident(s.name)}`)
  return sql`select x.employee_id, (${starts}::date[])[x.span] as from_date, (${spans.map((s) => s.until)}::date[])[x.span] as until_date${joinSql(names, ' ')} from (${records}) as x`
}

/** From the first day of spans that follow one another to the end of the last. */
export function reach(spans: readonly Span[]): Span {
  const [first] = spans
  const last = spans.at(-1)
  if (first === undefined || last === undefined) throw new Error('no spans')
  return { from: first.from, until: last.until }
}

/** The filter that all slots have, if they have the same: then other records need not be read at all. */
function commonFilter(group: CellGroup): Expr | null {
  const [first, ...rest] = group.slots
  if (first === undefined || first.filter === null) return null
  const text = JSON.stringify(first.filter)
  return rest.every((s) => JSON.stringify(s.filter) === text) ? first.filter : null
}

function descendingKey(program: Program, rows: RecordRows): Sql {
  const d = program.datasets[rows.dataset]
  return joinSql(
    (d?.key ?? []).map((k) => sql`${ident(rows.alias, k)} desc nulls last`),
    ', ',
  )
}

/** select employee_id, key — who met which key on the days asked for, each pair once. */
export function selectKeys(program: Program, keys: KeySet, only: Restriction, extra?: (day: Sql) => Sql): Sql {
  const { rows, ground, day, credit } = credited(program, keys)
  const key = emitKeyText(keys.value, ground)
  const filter = keys.filter === null ? sql`` : sql` and ${emit(keys.filter, ground)}`
  const { join, where } = within({ day, employee: credit.employee, rows }, only)
  const more = extra === undefined ? sql`` : sql`, ${extra(day)}`
  const group = extra === undefined ? sql`1, 2` : sql`1, 2, 3`
  return sql`select ${credit.employee} as employee_id, ${key} as key${more} from ${fromClause(rows)}${credit.join}${join} where ${where} and (${key}) is not null${filter} group by ${group}`
}

/**
 * select employee_id, day — every cell that some records may belong to, by their current or an earlier version:
 * the owner, the overlays, and whoever ever had a share of them.
 */
export function selectTouchedCells(program: Program, crediting: Crediting, part: 'current' | 'history', touched: Touched): Sql {
  const rows = recordRows(program, crediting.dataset)
  const ground: Ground = { kind: 'record', rows }
  const day = emit(crediting.date, ground)
  rows.day = day
  const everybody = everybodyCredited(program, crediting, rows)
  const where = touched(rows)
  return sql`select p.employee_id, ${day} as day from ${fromClause(rows, part)} cross join lateral (${everybody}) as p where ${where} and ${day} is not null and p.employee_id is not null`
}

/** select source — file and line of the records of these days that have neither an owner nor a share of anybody, by none of these ways to count the records of one dataset. */
export function selectUncredited(program: Program, creditings: readonly [Crediting, ...Crediting[]], days: { readonly from: Day; readonly until: Day }): Sql {
  const [crediting] = creditings
  const rows = recordRows(program, crediting.dataset)
  const day = emit(crediting.date, { kind: 'record', rows })
  rows.day = day
  const everybody = joinSql(
    creditings.map((c) => everybodyCredited(program, c, rows)),
    ' union all ',
  )
  const file = sql`(select i.file from app.import as i where i.import_id = ${ident(rows.alias, '_import')})`
  return sql`select ${file} || ':' || ${ident(rows.alias, '_line')} as source from ${fromClause(rows)} where ${day} >= ${days.from}::date and ${day} < ${days.until}::date and not exists (select 1 from (${everybody}) as p where p.employee_id is not null)`
}

/** select employee_id — the owner of a record, its overlays, and whoever ever had a share of it. */
export function everybodyCredited(program: Program, crediting: Crediting, rows: RecordRows): Sql {
  const named = [crediting.credit.owner, ...crediting.credit.overlays.map((o) => o.to)].map((e) => sql`select ${emit(e, { kind: 'record', rows })} as employee_id`)
  return joinSql([...named, ...everShared(program, crediting, rows)], ' union all ')
}

function everShared(program: Program, crediting: Crediting, rows: RecordRows): Sql[] {
  const { splits } = crediting.credit
  if (splits === null) return []
  const key = recordKeyText(program, rows)
  return (['current', 'history'] as const).map(
    (part) => sql`select s.${ident(splits.employee)} from ${dataTable(splits.dataset, part)} as s where s.${ident(splits.record)} = ${key}`,
  )
}
