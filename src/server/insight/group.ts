import type { Day, Period } from '../../base/calendar.ts'
import { type Sql, sql } from '../../base/sql.ts'
import { isVisible } from '../access/visible.ts'
import type { Permission } from '../http/permission.ts'
import type { Who } from '../http/who.ts'

/** Whom figures are about: everybody the asker sees, of them those of a unit and the units below it, or one of them alone. */
export interface Group {
  readonly who: Who
  readonly unit: string | undefined
  readonly employee: string | undefined
  /** select employee_id — those alone. */
  readonly among?: Sql
}

/** select employee_id, unit_id — the people of a group in a period, each with the unit they were last in. `on`: the day on which reach and units count. */
export function peopleOf({ who, unit, employee, among }: Group, permission: Permission, { period, on }: { readonly period: Period; readonly on: Day }): Sql {
  const inUnit =
    unit === undefined
      ? sql`true`
      : sql`p.unit_id in (select c.unit_id from app.unit_closure as c where c.parent_id = ${unit} and c.from_date <= ${on}::date and c.until_date > ${on}::date)`
  const alone = employee === undefined ? sql`true` : sql`a.employee_id = ${employee}`
  const asked = among === undefined ? sql`true` : sql`p.employee_id in (${among})`
  return sql`select p.employee_id, p.unit_id from (select distinct on (a.employee_id) a.employee_id, a.unit_id from app.assignment as a
    where a.from_date < ${period.until}::date and a.until_date > ${period.from}::date and ${alone} and ${isVisible(sql`a.employee_id`, who, permission, on)}
    order by a.employee_id, a.from_date desc) as p where ${inUnit} and ${asked}`
}
