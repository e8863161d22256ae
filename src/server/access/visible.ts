import type { Day } from '../../base/calendar.ts'
import { Refusal } from '../../base/diagnostic.ts'
import { joinSql, type Sql, sql } from '../../base/sql.ts'
import type { Read } from '../../store/types.ts'
import type { Permission, Reach } from '../http/permission.ts'
import { may, type Who } from '../http/who.ts'

/**
 * Who may see whom: the one place that turns (user, permission, day) into people. A statement of the ids of employees, for `employee_id in (…)`;
 * each id may occur several times. `day`: the day on which lines and units count — for results of a period its last day or today, whichever is earlier; else today.
 */
export function visible(who: Who, permission: Permission, day: Day): Sql {
  if (seesAll(who, permission)) return sql`select employee_id from app.employee`
  const reaches = new Map(grantsOf(who, permission).flatMap(({ reach, employee }) => (employee === null ? [] : [[`${reach} ${employee}`, reached(reach, employee, day)] as const])))
  return reaches.size === 0 ? sql`select null::text where false` : joinSql([...reaches.values()], ' union all ')
}

/** True where everybody is visible: a list then needs no condition at all. */
export function seesAll(who: Who, permission: Permission): boolean {
  return grantsOf(who, permission).some((grant) => grant.reach === 'all')
}

/** A condition on a column of employee ids, for lists: nothing to look up for somebody who sees everybody. */
export function isVisible(column: Sql, who: Who, permission: Permission, day: Day): Sql {
  return seesAll(who, permission) ? sql`true` : sql`${column} in (${visible(who, permission, day)})`
}

/** Refuse what is about an employee outside the reach; whether there is such an employee is not told. Errors: `http.forbidden`, `access.not-visible`. */
export async function requireVisible(read: Read, who: Who, permission: Permission, employee: string, day: Day): Promise<void> {
  if (!may(who, permission)) throw new Refusal('http.forbidden', { permission })
  const found = await read.first(sql`select 1 as seen where ${employee} in (${visible(who, permission, day)})`)
  if (found === undefined) throw new Refusal('access.not-visible')
}

function grantsOf(who: Who, permission: Permission) {
  return who.grants.filter((grant) => grant.permission === permission)
}

/** Everybody within reach of an employee on a day, always with that employee. */
function reached(reach: Reach, employee: string, day: Day): Sql {
  const self = sql`select ${employee}::text`
  switch (reach) {
    case 'own':
      return self
    case 'reports':
      return sql`${self} union all select employee_id from app.line_closure
        where line = 'reporting' and superior_id = ${employee} and depth > 0 and from_date <= ${day}::date and until_date > ${day}::date`
    case 'unit':
      return sql`${self} union all select b.employee_id from app.assignment a join app.assignment b on b.unit_id = a.unit_id
        where a.employee_id = ${employee} and ${onDay(sql`a`, day)} and ${onDay(sql`b`, day)}`
    case 'units':
      return sql`${self} union all select b.employee_id from app.assignment a join app.unit_closure c on c.parent_id = a.unit_id join app.assignment b on b.unit_id = c.unit_id
        where a.employee_id = ${employee} and ${onDay(sql`a`, day)} and ${onDay(sql`c`, day)} and ${onDay(sql`b`, day)}`
    case 'all':
      return sql`select employee_id from app.employee`
    default:
      return reach satisfies never
  }
}

/** `alias` is written in this file, never by a user. */
function onDay(alias: Sql, day: Day): Sql {
  return sql`${alias}.from_date <= ${day}::date and ${alias}.until_date > ${day}::date`
}
