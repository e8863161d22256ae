import type { Day, Period } from '../../base/calendar.ts'
import { joinSql, type Sql, sql } from '../../base/sql.ts'
import type { Read } from '../../store/types.ts'
import { isVisible } from '../access/visible.ts'
import type { PageKey } from '../http/paging.ts'
import type { Who } from '../http/who.ts'

export const BOARD_SORTS = ['score', 'change', 'pay', 'name'] as const

export type BoardSort = (typeof BOARD_SORTS)[number]

export interface BoardAsked {
  readonly who: Who
  readonly period: Period
  /** Newest runs of the period and of the one before; null where there are none. */
  readonly run: string | null
  readonly before: string | null
  /** The day on which reach is judged. */
  readonly on: Day
  readonly sort: BoardSort
  readonly descending: boolean
  readonly filter: BoardFilter
  /** [value, employee] of the last row before the page. */
  readonly after: PageKey | null
  readonly limit: number
}

export interface BoardFilter {
  /** That unit and those below it. */
  readonly unit?: string | undefined
  readonly role?: string | undefined
  readonly scheme?: string | undefined
  readonly grade?: string | undefined
  /** Part of a name or an id. */
  readonly q?: string | undefined
}

export interface BoardRow {
  readonly id: string
  readonly name: string
  readonly unit: string | null
  readonly unitName: string | null
  readonly position: string | null
  readonly role: string | null
  readonly scheme: string | null
  readonly score: string | null
  readonly grade: string | null
  readonly coefficient: string | null
  readonly change: string | null
  /** Among everybody the asker sees, before any filter; equal scores share a rank. Null without a score. */
  readonly rank: number | null
  readonly pay: string | null
  readonly total: number
  /** What the list is sorted by, as text. */
  readonly key: string | null
}

/** Everybody the asker sees with score and pay; pay is null where that may not be seen. One row more than `limit` where there is a next page. */
export async function scoreboard(read: Read, asked: BoardAsked): Promise<BoardRow[]> {
  const { column, type } = SORTS[asked.sort]
  const filtered = sql`select b.*, count(*) over ()::int as total, (${column})::text as key from (${board(asked)}) as b where ${filterOf(asked)}`
  const direction = asked.descending ? sql`desc` : sql`asc`
  return await read.query<BoardRow>(sql`
    select f.id, f.name, f.unit, f."unitName", f.position, f.role, f.scheme, trim_scale(f.score)::text as score, f.grade, trim_scale(f.coefficient)::text as coefficient,
      trim_scale(f.change)::text as change, f.rank, trim_scale(f.pay)::text as pay, f.total, f.key
    from (${filtered}) as f where ${afterOf(asked, type)} order by f.key::${type} ${direction} nulls last, f.id limit ${asked.limit + 1}::int`)
}

const NUMBER = sql`numeric`
const TEXT = sql`text collate "C"`

const SORTS: Readonly<Record<BoardSort, { readonly column: Sql; readonly type: Sql }>> = {
  score: { column: sql`b.score`, type: NUMBER },
  change: { column: sql`b.change`, type: NUMBER },
  pay: { column: sql`b.pay`, type: NUMBER },
  name: { column: sql`b.name`, type: TEXT },
}

function afterOf({ after, descending }: BoardAsked, type: Sql): Sql {
  if (after === null) return sql`true`
  const [value, id] = [after[0] ?? null, String(after[1] ?? '')]
  if (value === null) return sql`(f.key is null and f.id > ${id})`
  const at = sql`${String(value)}::${type}`
  const further = descending ? sql`f.key::${type} < ${at}` : sql`f.key::${type} > ${at}`
  return sql`(f.key is null or ${further} or (f.key::${type} = ${at} and f.id > ${id}))`
}

/** Everybody of the period the asker sees, unfiltered: ranks do not depend on what is looked for. */
function board({ who, period, run, before, on }: BoardAsked): Sql {
  return sql`
    select p.employee_id as id, e.name, p.unit_id as unit, u.name as "unitName", p.position, p.role, s.scheme, s.score, s.grade, s.coefficient, s.score - o.score as change,
      case when s.score is not null then rank() over (order by s.score desc nulls last) end::int as rank, x.pay
    from (${peopleSeen(who, period, on)}) as p
    join app.employee as e on e.employee_id = p.employee_id
    left join app.unit as u on u.unit_id = p.unit_id
    left join calc.score as s on s.run_id = ${run}::bigint and s.employee_id = p.employee_id
    left join calc.score as o on o.run_id = ${before}::bigint and o.employee_id = p.employee_id
    left join (select employee_id, sum(amount) as pay from calc.earning where run_id = ${run}::bigint and ${isVisible(sql`employee_id`, who, 'pay.read', on)} group by employee_id) as x on x.employee_id = p.employee_id`
}

/** select employee_id, unit_id, position, role — what everybody the asker sees was last in the period. */
export function peopleSeen(who: Who, period: Pick<Period, 'from' | 'until'>, on: Day): Sql {
  return sql`
    select distinct on (a.employee_id) a.employee_id, a.unit_id, a.position, a.role from app.assignment as a
    where a.from_date < ${period.until}::date and a.until_date > ${period.from}::date and ${isVisible(sql`a.employee_id`, who, 'score.read', on)} order by a.employee_id, a.from_date desc`
}

function filterOf({ filter, on }: BoardAsked): Sql {
  const { unit, role, scheme, grade, q } = filter
  const wanted = q === undefined ? undefined : q.trim().toLowerCase()
  const conditions = [
    unit === undefined
      ? []
      : [sql`b.unit in (select c.unit_id from app.unit_closure as c where c.parent_id = ${unit} and c.from_date <= ${on}::date and c.until_date > ${on}::date)`],
    role === undefined ? [] : [sql`b.role = ${role}`],
    scheme === undefined ? [] : [sql`b.scheme = ${scheme}`],
    grade === undefined ? [] : [sql`b.grade = ${grade}`],
    wanted === undefined || wanted === '' ? [] : [sql`(position(${wanted} in lower(b.name)) > 0 or position(${wanted} in lower(b.id)) > 0)`],
  ].flat()
  return conditions.length === 0 ? sql`true` : joinSql(conditions, ' and ')
}

export interface BoardSummary {
  readonly people: number
  readonly scored: number
  readonly average: string | null
  readonly pay: string | null
  readonly grades: readonly { readonly scheme: string; readonly grade: string; readonly people: number }[]
}

/** What everybody who passes the filter comes to together. */
export async function boardSummary(read: Read, asked: BoardAsked): Promise<BoardSummary> {
  const row = await read.first<BoardSummary>(sql`
    with f as (select b.* from (${board(asked)}) as b where ${filterOf(asked)})
    select count(*)::int as people, count(f.score)::int as scored, trim_scale(round(avg(f.score), 4))::text as average, trim_scale(sum(f.pay))::text as pay,
      coalesce((select jsonb_agg(jsonb_build_object('scheme', g.scheme, 'grade', g.grade, 'people', g.people) order by g.scheme, g.grade)
        from (select f.scheme, f.grade, count(*)::int as people from f where f.grade is not null group by 1, 2) as g), '[]') as grades
    from f`)
  return row ?? { people: 0, scored: 0, average: null, pay: null, grades: [] }
}
