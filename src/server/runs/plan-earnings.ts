import type { Day, Period } from '../../base/calendar.ts'
import { sql } from '../../base/sql.ts'
import type { Read } from '../../store/types.ts'
import { isVisible } from '../access/visible.ts'
import type { Who } from '../http/who.ts'

/** Of the people whose pay one sees, in one run. All figures are exact decimal text. */
export interface EarningsAsked {
  readonly who: Who
  readonly run: string
  /** The day on which the reach is judged. */
  readonly on: Day
  /** The measure of money that pay is set against; null: none. */
  readonly measure: string | null
}

/** What a component came to for all together. */
export interface ComponentTotal {
  readonly incentive: string
  readonly component: string
  /** Whom the plan was for. */
  readonly people: number
  /** Who got anything, above or below 0. */
  readonly paid: number
  /** For whom it could not be worked out. */
  readonly open: number
  readonly total: string | null
  readonly largest: string | null
  /** What these people brought of the measure. */
  readonly result: string | null
}

export async function componentTotals(read: Read, { who, run, on, measure }: EarningsAsked): Promise<ComponentTotal[]> {
  return await read.query<ComponentTotal>(sql`
    select g.incentive, g.component, count(*)::int as people, count(*) filter (where g.amount <> 0)::int as paid, count(*) filter (where g.amount is null)::int as open,
      trim_scale(sum(g.amount))::text as total, trim_scale(max(g.amount))::text as largest, trim_scale(sum((v.figures ->> ${measure}::text)::numeric))::text as result
    from calc.earning as g left join calc.value as v on v.run_id = g.run_id and v.employee_id = g.employee_id
    where g.run_id = ${run}::bigint and ${isVisible(sql`g.employee_id`, who, 'pay.read', on)} group by 1, 2`)
}

/** One person’s pay by a plan, whole or one component of it. */
export interface PersonEarned {
  readonly id: string
  readonly name: string
  readonly unitName: string | null
  readonly total: string | null
  readonly result: string | null
}

export interface PeopleAsked extends EarningsAsked {
  readonly period: Period
  readonly incentive: string
  readonly component: string | undefined
  readonly limit: number
  readonly after: readonly string[] | null
}

/** Who is paid most first; one more than asked for tells whether there is a next page. */
export async function peopleEarned(
  read: Read,
  { who, run, on, measure, period, incentive, component, limit, after }: PeopleAsked,
): Promise<(PersonEarned & { readonly key: string })[]> {
  return await read.query<PersonEarned & { readonly key: string }>(sql`
    with paid as (
      select g.employee_id as id, sum(g.amount) as total, coalesce(sum(g.amount), '-infinity'::numeric) as key from calc.earning as g
      where g.run_id = ${run}::bigint and g.incentive = ${incentive} and (${component ?? null}::text is null or g.component = ${component ?? null}::text)
        and ${isVisible(sql`g.employee_id`, who, 'pay.read', on)} group by 1)
    select p.id, e.name, u.name as "unitName", trim_scale(p.total)::text as total, trim_scale((v.figures ->> ${measure}::text)::numeric)::text as result, p.key::text as key
    from paid as p join app.employee as e on e.employee_id = p.id
    left join lateral (select a.unit_id from app.assignment as a where a.employee_id = p.id and a.from_date < ${period.until}::date and a.until_date > ${period.from}::date
      order by a.from_date desc limit 1) as a on true
    left join app.unit as u on u.unit_id = a.unit_id
    left join calc.value as v on v.run_id = ${run}::bigint and v.employee_id = p.id
    where ${after?.[0] ?? null}::numeric is null or (p.key, p.id) < (${after?.[0] ?? null}::numeric, ${after?.[1] ?? null}::text)
    order by p.key desc, p.id desc limit ${limit + 1}::int`)
}
