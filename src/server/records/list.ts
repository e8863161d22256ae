import type { Day } from '../../base/calendar.ts'
import { Refusal } from '../../base/diagnostic.ts'
import { ident, joinSql, type Sql, sql } from '../../base/sql.ts'
import type { DatasetDocument } from '../../engine/documents/dataset.ts'
import { everybodyCredited } from '../../engine/sql/cells.ts'
import { fromClause, type RecordRows } from '../../engine/sql/record.ts'
import type { Read } from '../../store/types.ts'
import { columnType, fieldOf, isRequired, typeSql } from '../datasets/table.ts'
import type { PageKey } from '../http/paging.ts'
import type { Who } from '../http/who.ts'
import { creditingOfDataset, ownFields, type RecordsAt, type Rules, recordsAt } from './crediting.ts'
import { type Filter, filterCondition, searchCondition } from './filters.ts'
import { seenCondition } from './seen.ts'

export type FieldValue = string | boolean | null

export interface RecordRow {
  readonly id: string
  readonly change: string
  readonly day: Day | null
  readonly fields: Readonly<Record<string, FieldValue>>
  /** What the list is sorted by, for the next page. */
  readonly sortedBy: string | null
}

export interface RecordsAsked {
  readonly who: Who
  readonly today: Day
  readonly filters: readonly Filter[]
  readonly q?: string | undefined
  /** Days that records count on, both included. */
  readonly from?: Day | undefined
  readonly until?: Day | undefined
  /** Whoever owns a record or has a share of it. */
  readonly owner?: string | undefined
  /** A field; the day, where none is named. */
  readonly sort?: string | undefined
  readonly down: boolean
  /** Key of the last row before; as many rows as wanted. */
  readonly after: PageKey | null
  readonly limit: number
}

/** Records of a dataset that somebody sees and that fit. Errors: `records.*`. */
export async function listRecords(read: Read, rules: Rules, document: DatasetDocument, asked: RecordsAsked): Promise<RecordRow[]> {
  const at = recordsAt(rules, document)
  const sorting = sortingOf(at, asked)
  const where = joinSql([conditionOf(rules, at, asked), afterKey(at.rows, sorting, asked.after)], ' and ')
  const rest = sql`where ${where} order by ${orderBy(at.rows, sorting)} limit ${asked.limit}::int`
  return selectRecords(read, at, rest, sorting?.by ?? null).catch((error: unknown) => {
    // Everything but the key of a page was looked at before: a value that is none of its type was made up.
    if (asked.after !== null && isDataError(error)) throw new Refusal('http.bad-page', {}, { cause: error })
    throw error
  })
}

/** Class 22 of the server's codes: a value that cannot be what it is taken for. */
function isDataError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('22')
}

/** All of them, one after another from a cursor: never held as a whole. Errors: `records.*`. */
export async function* streamRecords(read: Read, rules: Rules, document: DatasetDocument, asked: Omit<RecordsAsked, 'after' | 'limit'>): AsyncGenerator<RecordRow> {
  const whole = { ...asked, after: null, limit: 0 }
  const at = recordsAt(rules, document)
  const sorting = sortingOf(at, whole)
  const rest = sql`where ${conditionOf(rules, at, whole)} order by ${orderBy(at.rows, sorting)}`
  for await (const row of read.stream<Record<string, FieldValue>>(recordsWith(at, rest, sorting?.by ?? null))) yield recordIn(document, row)
}

/** How many there are, counted up to `most`; null where there are more. */
export async function countRecords(read: Read, rules: Rules, document: DatasetDocument, { most, ...asked }: RecordsAsked & { readonly most: number }): Promise<number | null> {
  const at = recordsAt(rules, document)
  const where = conditionOf(rules, at, asked)
  const row = await read.first<{ n: number }>(sql`select count(*)::int as n from (select 1 from ${fromClause(at.rows)} where ${where} limit ${most + 1}::int) as x`)
  return row === undefined || row.n > most ? null : row.n
}

/** Whether anything narrows the list. */
export function isNarrowed({ filters, q, from, until, owner }: RecordsAsked): boolean {
  return filters.length > 0 || [q, from, until, owner].some((part) => part !== undefined)
}

function conditionOf(rules: Rules, at: RecordsAt, asked: RecordsAsked): Sql {
  const { q, from, until, owner } = asked
  const parts = [seenCondition(rules, at, asked), filterCondition(at, asked.filters)]
  if (q !== undefined && q !== '') parts.push(searchCondition(at, q))
  if (from !== undefined || until !== undefined) {
    if (at.day === null) throw new Refusal('records.no-day', { dataset: at.document.dataset })
    if (from !== undefined) parts.push(sql`${at.day} >= ${from}::date`)
    if (until !== undefined) parts.push(sql`${at.day} <= ${until}::date`)
  }
  if (owner !== undefined) {
    const crediting = creditingOfDataset(at.document, rules.datasets)
    if (crediting === null) throw new Refusal('records.no-owner', { dataset: at.document.dataset })
    parts.push(sql`exists (select 1 from (${everybodyCredited(rules.program, crediting, at.rows)}) as o where o.employee_id = ${owner})`)
  }
  return joinSql(parts, ' and ')
}

interface Sorting {
  readonly by: Sql
  readonly type: Sql
  readonly nullable: boolean
  readonly down: boolean
}

/** Null: by the order in which records came. */
function sortingOf({ document, rows, day }: RecordsAt, { sort, down }: RecordsAsked): Sorting | null {
  if (sort !== undefined) {
    if (!ownFields(document).includes(sort)) throw new Refusal('records.field-unknown', { field: sort, dataset: document.dataset })
    return { by: ident(rows.alias, sort), type: typeSql(fieldOf(document, sort)), nullable: !isRequired(document, sort), down }
  }
  if (day === null) return null
  const required = document.date !== undefined && document.date in document.fields && isRequired(document, document.date)
  return { by: day, type: sql`date`, nullable: !required, down }
}

function orderBy(rows: RecordRows, sorting: Sorting | null): Sql {
  const id = ident(rows.alias, '_id')
  if (sorting === null) return sql`${id} desc`
  const way = sorting.down ? sql`desc` : sql`asc`
  const nulls = sorting.nullable ? sql`(${sorting.by} is null), ` : sql``
  return sql`${nulls}${sorting.by} ${way}, ${id} desc`
}

/** The rows after the last one of a page; those without a value come last. */
function afterKey(rows: RecordRows, sorting: Sorting | null, after: PageKey | null): Sql {
  if (after === null) return sql`true`
  const [value = null, last] = after
  if (!/^\d{1,18}$/.test(String(last))) throw new Refusal('http.bad-page')
  const id = sql`${ident(rows.alias, '_id')} < ${String(last)}::bigint`
  if (sorting === null) return id
  const { by, type, down, nullable } = sorting
  if (value === null) return nullable ? sql`(${by} is null and ${id})` : sql`true`
  const typed = sql`${String(value)}::${type}`
  const further = down ? sql`${by} < ${typed}` : sql`${by} > ${typed}`
  const beyond = nullable ? sql` or ${by} is null` : sql``
  return sql`(${further} or (${by} = ${typed} and ${id})${beyond})`
}

const UTC_INSTANT = 'YYYY-MM-DD"T"HH24:MI:SS"Z"'

/** Columns of the fields of a record, `f0`, `f1` …: no field’s name can meet those of ours. */
export function fieldColumnsOf(document: DatasetDocument, alias: string): Sql {
  const columns = ownFields(document).map((name, i) => {
    const column = ident(alias, name)
    const type = columnType(fieldOf(document, name))
    const text = type === 'boolean' ? column : type === 'timestamptz' ? sql`to_char(${column} at time zone 'UTC', ${UTC_INSTANT})` : sql`${column}::text`
    return sql`, ${text} as ${ident(`f${i}`)}`
  })
  return joinSql(columns, ' ')
}

export function fieldsIn(document: DatasetDocument, row: Readonly<Record<string, FieldValue>>): Record<string, FieldValue> {
  return Object.fromEntries(ownFields(document).map((name, i) => [name, row[`f${i}`] ?? null]))
}

/** Records by whatever follows `from`. */
export async function selectRecords(read: Read, at: RecordsAt, rest: Sql, sortedBy: Sql | null = null): Promise<RecordRow[]> {
  const found = await read.query<Record<string, FieldValue>>(recordsWith(at, rest, sortedBy))
  return found.map((row) => recordIn(at.document, row))
}

function recordsWith({ document, rows, day }: RecordsAt, rest: Sql, sortedBy: Sql | null): Sql {
  return sql`
    select ${ident(rows.alias, '_id')}::text as id, ${ident(rows.alias, '_change')}::text as change, (${day ?? sql`null`})::text as day, (${sortedBy ?? sql`null`})::text as sorted${fieldColumnsOf(document, rows.alias)}
    from ${fromClause(rows)} ${rest}`
}

function recordIn(document: DatasetDocument, row: Readonly<Record<string, FieldValue>>): RecordRow {
  const text = (value: FieldValue | undefined): string | null => (value === null || value === undefined ? null : String(value))
  return { id: String(row['id']), change: String(row['change']), day: text(row['day']), sortedBy: text(row['sorted']), fields: fieldsIn(document, row) }
}

/** Names of the people that records name, by id. */
export async function peopleNamed(read: Read, document: DatasetDocument, records: readonly Pick<RecordRow, 'fields'>[]): Promise<Record<string, string>> {
  const fields = ownFields(document).filter((f) => fieldOf(document, f).type === 'employee')
  const ids = new Set(records.flatMap((r) => fields.flatMap((f) => (typeof r.fields[f] === 'string' ? [r.fields[f]] : []))))
  return namesOf(read, [...ids])
}

export async function namesOf(read: Read, ids: readonly string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {}
  const rows = await read.query<{ id: string; name: string }>(sql`select employee_id as id, name from app.employee where employee_id = any(${[...ids]}::text[])`)
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}
