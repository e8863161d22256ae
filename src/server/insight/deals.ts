import type { Day } from '../../base/calendar.ts'
import { ident, joinSql, sql } from '../../base/sql.ts'
import type { AggregateIr, Program } from '../../engine/ir.ts'
import { emit } from '../../engine/sql/expr.ts'
import { fromClause, recordRows } from '../../engine/sql/record.ts'
import type { Read } from '../../store/types.ts'
import { readOf } from '../access/data-permission.ts'
import { isVisible } from '../access/visible.ts'
import type { Who } from '../http/who.ts'

/** A record that a measure counts, with whose it is. */
export interface Deal {
  readonly record: string
  readonly employee: string
  readonly name: string
  readonly unitName: string | null
  readonly amount: string
}

export interface Deals {
  /** The last day up to today that has any; null where none has. */
  readonly day: Day | null
  readonly items: readonly Deal[]
}

/** The records of the last day with any that a measure adds up, the largest first, of those whose records one sees. Records without an owner are nobody’s. */
export async function latestDeals(
  read: Read,
  of: { readonly program: Program; readonly aggregate: AggregateIr; readonly who: Who; readonly today: Day; readonly most: number },
): Promise<Deals> {
  const { program, aggregate, who, today, most } = of
  const rows = recordRows(program, aggregate.dataset)
  const ground = { kind: 'record', rows } as const
  const day = emit(aggregate.date, ground)
  rows.day = day
  const owner = emit(aggregate.credit.owner, ground)
  const amount = aggregate.value === null ? sql`1` : sql`(${emit(aggregate.value, ground)})::numeric`
  const conditions = [
    sql`${day} <= ${today}::date`,
    ...(aggregate.filter === null ? [] : [emit(aggregate.filter, ground)]),
    isVisible(owner, who, readOf(aggregate.dataset), today),
  ]
  const where = joinSql(conditions, ' and ')
  const last = await read.first<{ day: Day | null }>(sql`select max(${day})::text as day from ${fromClause(rows)} where ${where}`)
  if (last?.day == null) return { day: null, items: [] }
  const items = await read.query<Deal>(sql`
    select d.record, d.employee, e.name, u.name as "unitName", trim_scale(d.amount)::text as amount
    from (select ${ident(rows.alias, '_id')}::text as record, ${owner} as employee, ${amount} as amount from ${fromClause(rows)} where ${where} and ${day} = ${last.day}::date) as d
    join app.employee as e on e.employee_id = d.employee
    left join lateral (select a.unit_id from app.assignment as a where a.employee_id = d.employee and a.from_date <= ${last.day}::date and a.until_date > ${last.day}::date limit 1) as a on true
    left join app.unit as u on u.unit_id = a.unit_id where d.amount is not null order by d.amount desc, d.record limit ${most}::int`)
  return { day: last.day, items }
}
