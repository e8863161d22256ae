import type { Day, Period } from '../../base/calendar.ts'
import { sql } from '../../base/sql.ts'
import type { Program } from '../../engine/ir.ts'
import type { Read } from '../../store/types.ts'
import { isVisible } from '../access/visible.ts'
import { linesAsking } from './asked-lines.ts'
import { type Group, peopleOf } from './group.ts'

/** What a group came to in a period. Exact decimals as text; null where there is nothing. */
export interface TrendPoint {
  readonly people: number
  readonly scored: number
  readonly average: string | null
  /** Of those whose pay the asker sees. */
  readonly pay: string | null
  /** What they brought of the measure. */
  readonly result: string | null
  /** Of those who were asked for it: what they reached, what was asked, and the one over the other. */
  readonly reached: string | null
  readonly target: string | null
  readonly attainment: string | null
}

interface Asked {
  readonly program: Program
  readonly group: Group
  readonly period: Period
  readonly on: Day
  readonly run: string
  readonly measure: string | null
}

export async function trendPoint(read: Read, { program, group, period, on, run, measure }: Asked): Promise<TrendPoint> {
  const row = await read.first<TrendPoint>(sql`
    with p as materialized (${peopleOf(group, 'score.read', { period, on })}),
    asked as (select sum((l.value ->> 'actual')::numeric) as reached, sum((l.value ->> 'target')::numeric) as target
      from p join calc.score as s on s.run_id = ${run}::bigint and s.employee_id = p.employee_id cross join lateral json_array_elements(s.lines) as l
      join (${linesAsking(program, period, measure ?? '')}) as k on k.scheme = s.scheme and k.line = l.value ->> 'line' where (l.value ->> 'target')::numeric > 0)
    select (select count(*) from p)::int as people, count(s.score)::int as scored, trim_scale(round(avg(s.score), 4))::text as average,
      (select trim_scale(sum(g.amount))::text from calc.earning as g join p on p.employee_id = g.employee_id
        where g.run_id = ${run}::bigint and ${isVisible(sql`g.employee_id`, group.who, 'pay.read', on)}) as pay,
      (select trim_scale(sum((v.figures ->> ${measure}::text)::numeric))::text from calc.value as v join p on p.employee_id = v.employee_id where v.run_id = ${run}::bigint) as result,
      (select trim_scale(reached)::text from asked) as reached, (select trim_scale(target)::text from asked) as target,
      (select trim_scale(round(reached / nullif(target, 0), 6))::text from asked) as attainment
    from p left join calc.score as s on s.run_id = ${run}::bigint and s.employee_id = p.employee_id`)
  return row ?? { people: 0, scored: 0, average: null, pay: null, result: null, reached: null, target: null, attainment: null }
}
