import type { Day } from '../../base/calendar.ts'
import { type Sql, sql } from '../../base/sql.ts'
import type { InForce } from '../../engine/ir.ts'
import type { Read } from '../../store/types.ts'
import { isVisible } from '../access/visible.ts'
import type { Who } from '../http/who.ts'

/** Somebody whom a scheme is for today, by the role of that day. */
export interface SchemePerson {
  readonly employee: string
  readonly name: string
  readonly unit: string | null
  readonly position: string | null
  readonly role: string | null
}

interface Asked {
  readonly roles: InForce['roles']
  readonly day: Day
  readonly who: Who
}

const today = (day: Day): Sql => sql`app.assignment as a where a.from_date <= ${day}::date and a.until_date > ${day}::date`

const holds = (roles: InForce['roles']): Sql => (roles === null ? sql`true` : sql`a.role = any(${[...roles]}::text[])`)

/** The people of a scheme whom one may see, by id, from the one after `after`. */
export async function peopleOf(read: Read, { roles, day, who, after, limit }: Asked & { readonly after: string; readonly limit: number }): Promise<SchemePerson[]> {
  return await read.query<SchemePerson>(sql`
    select e.employee_id as employee, e.name, u.name as unit, p.position, p.role from (
      select a.employee_id, a.unit_id, a.position, a.role from ${today(day)} and ${holds(roles)} and ${isVisible(sql`a.employee_id`, who, 'org.read', day)}) as p
    join app.employee as e on e.employee_id = p.employee_id left join app.unit as u on u.unit_id = p.unit_id
    where e.employee_id > ${after} order by e.employee_id limit ${limit}::int`)
}

/** How many of them one may see. */
export async function countPeople(read: Read, { roles, day, who }: Asked): Promise<number> {
  const row = await read.first<{ people: number }>(
    sql`select count(*)::int as people from ${today(day)} and ${holds(roles)} and ${isVisible(sql`a.employee_id`, who, 'org.read', day)}`,
  )
  return row?.people ?? 0
}

export interface RoleName {
  readonly role: string
  /** The position that most of its people hold; the role itself where nobody does. */
  readonly name: string
}

/** Every role that somebody holds, by the position that most of them have. */
export async function roleNames(read: Read, day: Day): Promise<ReadonlyMap<string, string>> {
  const rows = await read.query<RoleName>(
    sql`select a.role, coalesce(mode() within group (order by a.position), a.role) as name from ${today(day)} and a.role is not null group by a.role order by a.role`,
  )
  return new Map(rows.map((r) => [r.role, r.name]))
}

/** The role somebody holds today; null without one. */
export async function roleToday(read: Read, employee: string | null, day: Day): Promise<string | null> {
  if (employee === null) return null
  const row = await read.first<{ role: string | null }>(sql`select a.role from ${today(day)} and a.employee_id = ${employee}`)
  return row?.role ?? null
}
