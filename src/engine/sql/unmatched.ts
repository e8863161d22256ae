import type { Day } from '../../base/calendar.ts'
import { ident, joinSql, type Sql, sql } from '../../base/sql.ts'
import { canonicalJson } from '../canonical-json.ts'
import type { AggregateIr, Expr, LookupIr, Program } from '../ir.ts'
import { walk } from '../walk.ts'
import { emit, type Ground } from './expr.ts'
import { fromClause, recordRows } from './record.ts'

type Lookup = Extract<Expr, { node: 'lookup' }>

/** A table that the records of one dataset are looked up in, by the same keys on the same day. */
export interface Lookups extends Pick<AggregateIr, 'dataset' | 'date'> {
  readonly table: LookupIr
  readonly keys: readonly Expr[]
  /** What is worked out with the number found, and the condition under which it would count. */
  readonly uses: readonly { readonly value: Expr; readonly filter: Expr | null }[]
}

/** Every lookup in what these aggregates take from a record, once; tables that say what holds otherwise leave none without a row. */
export function lookupsOf(aggregates: readonly AggregateIr[]): Lookups[] {
  const found = new Map<string, Lookups>()
  for (const { dataset, date, value, filter } of aggregates) {
    if (value === null) continue
    for (const { table, keys } of lookupsIn(value)) {
      const id = canonicalJson({ dataset, date, table: table.table, keys })
      const before = found.get(id)?.uses ?? []
      const use = { value, filter }
      const known = before.some((u) => canonicalJson(u) === canonicalJson(use))
      found.set(id, { dataset, date, table, keys, uses: known ? before : [...before, use] })
    }
  }
  return [...found.values()]
}

function lookupsIn(value: Expr): Lookup[] {
  const found: Lookup[] = []
  walk(value, (e) => {
    if (e.node === 'lookup' && e.table.otherwise === null) found.push(e)
  })
  return found
}

/**
 * select records, source, keys — how many records of these days would count but for a table without a row for them; `source` is file and line of the
 * first, `keys` what it was looked up by, in the order of the table's dimensions. A record counts here where its whole value is empty: not where the
 * formula says what holds instead.
 */
export function selectUnmatched(program: Program, lookups: Lookups, days: { readonly from: Day; readonly until: Day }): Sql {
  const rows = recordRows(program, lookups.dataset)
  const ground: Ground = { kind: 'record', rows }
  const day = emit(lookups.date, ground)
  rows.day = day
  const looked = emit({ node: 'lookup', table: lookups.table, keys: lookups.keys }, ground)
  const lost = lookups.uses.map(({ value, filter }) => {
    const empty = sql`(${emit(value, ground)}) is null`
    return filter === null ? empty : sql`(${empty} and ${emit(filter, ground)})`
  })
  const keys = lookups.keys.map((key) => sql`coalesce((${emit(key, ground)})::text, '–')`)
  const file = sql`(select i.file from app.import as i where i.import_id = ${ident(rows.alias, '_import')})`
  const line = ident(rows.alias, '_line')
  const order = sql`order by x.day, x.file, x.line`
  return sql`select count(*)::text as records, (array_agg(x.file || ':' || x.line ${order}))[1] as source, (array_agg(x.keys ${order}))[1] as keys from (select ${day} as day, ${file} as file, ${line} as line, concat_ws(' · ', ${joinSql(keys, ', ')}) as keys from ${fromClause(rows)} where ${day} >= ${days.from}::date and ${day} < ${days.until}::date and (${looked}) is null and (${joinSql(lost, ' or ')})) as x`
}
