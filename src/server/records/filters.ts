import { z } from 'zod'
import { isDay } from '../../base/calendar.ts'
import { Refusal } from '../../base/diagnostic.ts'
import { ident, joinSql, type Sql, sql } from '../../base/sql.ts'
import { columnType, fieldOf, typeSql } from '../datasets/table.ts'
import { ownFields, type RecordsAt } from './crediting.ts'

/** Conditions of one request: more is a program that should ask otherwise. */
export const MOST_FILTERS = 20

/** A condition on one field. */
export const Filter = z.strictObject({
  field: z.string().max(200),
  op: z.enum(['is', 'contains', 'from', 'until', 'empty']),
  value: z.string().max(1_000).default(''),
})

export type Filter = z.output<typeof Filter>

/** The filters in a parameter of the address: `[{"field":"stage","op":"is","value":"Won"}]`. Errors: `records.filters-invalid`. */
export function filtersIn(text: string | undefined): Filter[] {
  if (text === undefined) return []
  try {
    return z.array(Filter).max(MOST_FILTERS).parse(JSON.parse(text))
  } catch (error) {
    throw new Refusal('records.filters-invalid', {}, { cause: error })
  }
}

/** All filters as one condition. Errors: `records.field-unknown`, `records.filter-invalid`. */
export function filterCondition({ document, rows }: RecordsAt, filters: readonly Filter[]): Sql {
  const conditions = filters.map((filter) => {
    if (!ownFields(document).includes(filter.field)) throw new Refusal('records.field-unknown', { field: filter.field, dataset: document.dataset })
    return conditionOf({ document, rows }, filter)
  })
  return joinSql([sql`true`, ...conditions], ' and ')
}

function conditionOf({ document, rows }: Pick<RecordsAt, 'document' | 'rows'>, { field, op, value }: Filter): Sql {
  const column = ident(rows.alias, field)
  const type = columnType(fieldOf(document, field))
  const isText = type === 'text'
  if (op === 'empty') return sql`${column} is null`
  if (op === 'contains') {
    if (!isText) throw invalid(field, value)
    return sql`strpos(lower(${column}), lower(${value})) > 0`
  }
  if (!FITS[type](value)) throw invalid(field, value)
  const typed = sql`${value}::${typeSql(fieldOf(document, field))}`
  if (op === 'is') return sql`${column} = ${typed}`
  if (isText || type === 'boolean') throw invalid(field, value)
  if (op === 'from') return sql`${column} >= ${typed}`
  // A day stands for all of it.
  return type === 'timestamptz' && isDay(value) ? sql`${column} < (${value}::date + 1)` : sql`${column} <= ${typed}`
}

const invalid = (field: string, value: string) => new Refusal('records.filter-invalid', { field, value })

const isInstant = (value: string): boolean =>
  isDay(value) || (/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:?\d\d)?$/.test(value) && !Number.isNaN(Date.parse(value)))

const FITS: Readonly<Record<ReturnType<typeof columnType>, (value: string) => boolean>> = {
  text: () => true,
  bigint: (value) => /^-?\d{1,18}$/.test(value),
  numeric: (value) => /^-?\d{1,40}(\.\d{1,40})?$/.test(value),
  date: isDay,
  timestamptz: isInstant,
  boolean: (value) => value === 'true' || value === 'false',
}

/** Records with a text somewhere: in a field, or in the name of somebody a field names. */
export function searchCondition({ document, rows }: RecordsAt, text: string): Sql {
  const texts = ownFields(document).filter((f) => columnType(fieldOf(document, f)) === 'text')
  const has = (column: Sql): Sql => sql`strpos(lower(${column}), lower(${text})) > 0`
  const conditions = texts.map((f) => {
    const column = ident(rows.alias, f)
    return fieldOf(document, f).type === 'employee' ? sql`(${has(column)} or ${column} in (select e.employee_id from app.employee as e where ${has(sql`e.name`)}))` : has(column)
  })
  return conditions.length === 0 ? sql`false` : sql`(${joinSql(conditions, ' or ')})`
}
