import type { Day, Period } from '../../base/calendar.ts'
import { sql } from '../../base/sql.ts'
import type { Read } from '../../store/types.ts'
import { isVisible } from '../access/visible.ts'
import type { Who } from '../http/who.ts'

export interface Choice {
  readonly id: string
  readonly name: string
}

/** What the people one sees in a period can be filtered by: their units (with those above them), roles, schemes and grades. */
export interface BoardChoices {
  readonly units: readonly Choice[]
  /** Named by the position that most of its people hold. */
  readonly roles: readonly Choice[]
  /** By id; the name of a scheme is in its document. */
  readonly schemes: readonly string[]
  readonly grades: readonly string[]
}

export async function boardChoices(read: Read, asked: { readonly who: Who; readonly period: Period; readonly run: string | null; readonly on: Day }): Promise<BoardChoices> {
  const { who, period, run, on } = asked
  const people = sql`select distinct on (a.employee_id) a.employee_id, a.unit_id, a.role, a.position from app.assignment as a
    where a.from_date < ${period.until}::date and a.until_date > ${period.from}::date and ${isVisible(sql`a.employee_id`, who, 'score.read', on)} order by a.employee_id, a.from_date desc`
  const units = await read.query<Choice>(sql`
    select u.unit_id as id, u.name from app.unit as u where u.unit_id in (
      select c.parent_id from (${people}) as p join app.unit_closure as c on c.unit_id = p.unit_id and c.from_date <= ${on}::date and c.until_date > ${on}::date)
    order by u.name collate app.names, u.unit_id`)
  const roles = await read.query<Choice>(sql`
    select p.role as id, coalesce(mode() within group (order by p.position), p.role) as name from (${people}) as p where p.role is not null group by p.role order by count(*) desc, p.role`)
  const found = await read.query<{ scheme: string; grade: string | null }>(sql`
    select distinct s.scheme, s.grade from calc.score as s where s.run_id = ${run}::bigint and ${isVisible(sql`s.employee_id`, who, 'score.read', on)} order by s.scheme, s.grade`)
  return { units, roles, schemes: [...new Set(found.map((f) => f.scheme))], grades: [...new Set(found.flatMap((f) => (f.grade === null ? [] : [f.grade])))].sort() }
}
