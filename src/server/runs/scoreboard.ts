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
  /** Scores from one, below another: exact decimals. */
  readonly from?: string | undefined
  readonly below?: string | undefined
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
  /** On this page, from 1. */
  readonly place: number
}

/** A page of the board, and what everybody who passes the filter comes to together. */
export interface Board {
  /** One row more than `limit` where there is a next page. */
  readonly rows: readonly BoardRow[]
  /** Null on later pages. */
  readonly summary: BoardSummary | null
}

/** Everybody the asker sees with score and pay; pay is null where that may not be seen. All of it is one statement: who stands where is worked out once. */
export async function scoreboard(read: Read, asked: BoardAsked): Promise<Board> {
  const { column, type } = SORTS[asked.sort]
  const direction = asked.descending ? sql`desc` : sql`asc`
  const found = await read.first<Board>(sql`
    with earned as materialized (${earned(asked)}), b as materialized (${board(asked)}),
    f as materialized (select b.*, count(*) over ()::int as total, ${column} as key from b where ${filterOf(asked)}),
    found as materialized (select f.* from f where ${afterOf(asked, type)} order by f.key::${type} ${direction} nulls last, f.id limit ${asked.limit + 1}::int),
    page as (select f.id, f.name, f.unit, f."unitName", f.position, f.role, f.scheme, trim_scale(f.score)::text as score, f.grade, trim_scale(f.coefficient)::text as coefficient,
        trim_scale(f.change)::text as change, f.rank, trim_scale(f.pay)::text as pay, f.total, f.key::text as key, row_number() over (order by f.key::${type} ${direction} nulls last, f.id) as place
      from found as f)
    select coalesce((select json_agg(page order by page.place) from page), '[]') as rows, ${asked.after === null ? summary() : sql`null::jsonb`} as summary`)
  return found ?? { rows: [], summary: null }
}

/**
 * The pay of everybody whose pay the asker sees, as one map by employee: joined with the sums as rows, a wrong guess about their number would square it,
 * and a sum a person would look into the index for each of them.
 */
function earned({ who, on, run }: BoardAsked): Sql {
  const sums = sql`select g.employee_id, sum(g.amount) as amount from calc.earning as g where g.run_id = ${run}::bigint and ${isVisible(sql`g.employee_id`, who, 'pay.read', on)} group by g.employee_id`
  return sql`select jsonb_object_agg(x.employee_id, x.amount) as pay from (${sums}) as x`
}

const NUMBER = sql`numeric`
const NAME = sql`text collate app.names`

const SORTS: Readonly<Record<BoardSort, { readonly column: Sql; readonly type: Sql }>> = {
  score: { column: sql`b.score`, type: NUMBER },
  change: { column: sql`b.change`, type: NUMBER },
  pay: { column: sql`b.pay`, type: NUMBER },
  name: { column: sql`b.name`, type: NAME },
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
function board({ who, on, period, run, before }: BoardAsked): Sql {
  return sql`
    select p.employee_id as id, e.name, p.unit_id as unit, u.name as "unitName", p.position, p.role, s.scheme, s.score, s.grade, s.coefficient, s.score - o.score as change,
      case when s.score is not null then rank() over (order by s.score desc nulls last) end::int as rank,
      ((select y.pay from earned as y) ->> p.employee_id)::numeric as pay
    from (select distinct on (a.employee_id) a.employee_id, a.unit_id, a.position, a.role from app.assignment as a
      where a.from_date < ${period.until}::date and a.until_date > ${period.from}::date and ${isVisible(sql`a.employee_id`, who, 'score.read', on)} order by a.employee_id, a.from_date desc) as p
    join app.employee as e on e.employee_id = p.employee_id
    left join app.unit as u on u.unit_id = p.unit_id
    left join calc.score as s on s.run_id = ${run}::bigint and s.employee_id = p.employee_id
    left join calc.score as o on o.run_id = ${before}::bigint and o.employee_id = p.employee_id`
}

function filterOf({ filter, on }: BoardAsked): Sql {
  const { unit, role, scheme, grade, from, below, q } = filter
  const wanted = q === undefined ? undefined : q.trim().toLowerCase()
  const conditions = [
    unit === undefined
      ? []
      : [sql`b.unit in (select c.unit_id from app.unit_closure as c where c.parent_id = ${unit} and c.from_date <= ${on}::date and c.until_date > ${on}::date)`],
    role === undefined ? [] : [sql`b.role = ${role}`],
    scheme === undefined ? [] : [sql`b.scheme = ${scheme}`],
    grade === undefined ? [] : [sql`b.grade = ${grade}`],
    from === undefined ? [] : [sql`b.score >= ${from}::numeric`],
    below === undefined ? [] : [sql`b.score < ${below}::numeric`],
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

function summary(): Sql {
  return sql`(select jsonb_build_object('people', count(*)::int, 'scored', count(f.score)::int, 'average', trim_scale(round(avg(f.score), 4))::text, 'pay', trim_scale(sum(f.pay))::text,
    'grades', coalesce((select jsonb_agg(jsonb_build_object('scheme', g.scheme, 'grade', g.grade, 'people', g.people) order by g.scheme, g.grade)
      from (select f.scheme, f.grade, count(*)::int as people from f where f.grade is not null group by 1, 2) as g), '[]')) from f)`
}
