import type { Day } from '../../base/calendar.ts'
import { ident, joinSql, type Sql, sql } from '../../base/sql.ts'
import { canonicalJson } from '../canonical-json.ts'
import type { AggregateIr, Expr, Program } from '../ir.ts'
import { walk } from '../walk.ts'
import { emit, type Ground } from './expr.ts'
import { fromClause, recordRows } from './record.ts'

type Convert = Extract<Expr, { node: 'convert' }>

/** Amounts that are converted alike, from the records of one dataset on their day. */
export interface Conversion extends Pick<AggregateIr, 'dataset' | 'date'> {
  readonly currency: Expr
  readonly to: string
  readonly on: Expr
  /** Each amount, with the condition under which it would count. */
  readonly amounts: readonly { readonly of: Expr; readonly filter: Expr | null }[]
}

/** What these aggregates convert, each currency of a dataset once. */
export function conversionsOf(aggregates: readonly AggregateIr[]): Conversion[] {
  const found = new Map<string, Conversion>()
  for (const { dataset, date, value, filter } of aggregates) {
    const amounts = [...convertsIn(value).map((node) => ({ node, filter })), ...convertsIn(filter).map((node) => ({ node, filter: null }))]
    for (const { node, filter: when } of amounts) {
      const { currency, to, on } = node
      const id = canonicalJson({ dataset, date, currency, to, on })
      const before = found.get(id)?.amounts ?? []
      const amount = { of: node.of, filter: when }
      const known = before.some((a) => canonicalJson(a) === canonicalJson(amount))
      found.set(id, { dataset, date, currency, to, on, amounts: known ? before : [...before, amount] })
    }
  }
  return [...found.values()]
}

function convertsIn(expr: Expr | null): Convert[] {
  const found: Convert[] = []
  walk(expr, (e) => {
    if (e.node === 'convert') found.push(e)
  })
  return found
}

/**
 * select currency, records, source, day — the records of these days whose amount cannot be converted, by the currency they say (null: none);
 * `source` is file and line of the first of them, `day` its day. A rate holds until the next one, so only days before the first rate lack one.
 */
export function selectUnconverted(program: Program, conversion: Conversion, days: { readonly from: Day; readonly until: Day }): Sql {
  const rows = recordRows(program, conversion.dataset)
  const ground: Ground = { kind: 'record', rows }
  const day = emit(conversion.date, ground)
  rows.day = day
  const currency = emit(conversion.currency, ground)
  const on = emit(conversion.on, ground)
  const counted = conversion.amounts.map(({ of, filter }) => {
    const amount = sql`${emit(of, ground)} is not null`
    return filter === null ? amount : sql`(${amount} and ${emit(filter, ground)})`
  })
  const file = sql`(select i.file from app.import as i where i.import_id = ${ident(rows.alias, '_import')})`
  const line = ident(rows.alias, '_line')
  const first = sql`select x.currency, min(x.day) as day from app.rate as x group by x.currency`
  return sql`select x.currency, count(*)::text as records, (array_agg(x.file || ':' || x.line order by x.day, x.file, x.line))[1] as source, min(x.day)::text as day from (select ${currency} as currency, ${day} as day, ${file} as file, ${line} as line from ${fromClause(rows)} left join (${first}) as f on f.currency = ${currency} where ${day} >= ${days.from}::date and ${day} < ${days.until}::date and (${currency}) is distinct from ${conversion.to}::text and (f.day is null or ${on} < f.day) and (${joinSql(counted, ' or ')})) as x group by x.currency order by x.currency`
}
