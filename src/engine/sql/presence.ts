import { daysBetween, type Period } from '../../base/calendar.ts'
import { DIVISION_SCALE } from '../../base/limits.ts'
import { integer, type Sql, sql } from '../../base/sql.ts'
import type { InForce } from '../ir.ts'

/** Whose days are counted, and how. */
export type Counting = Pick<InForce, 'roles' | 'startDay'>

const FIRST_DAYS = sql`select f.employee_id, min(f.from_date) as day from app.assignment as f group by f.employee_id`

/** select employee_id — who worked in the period and held one of the roles on the last day of it that they worked. */
export function selectMembers(period: Period, roles: readonly string[] | null): Sql {
  const inside = sql`a.from_date < ${period.until}::date and a.until_date > ${period.from}::date`
  if (roles === null) return sql`select distinct a.employee_id from app.assignment as a where ${inside}`
  const last = sql`select distinct on (a.employee_id) a.employee_id, a.role from app.assignment as a where ${inside} order by a.employee_id, a.from_date desc`
  return sql`select l.employee_id from (${last}) as l where l.role = any(${roles}::text[])`
}

/** select employee_id, unit_id, day — the last day of a period that somebody worked, and the unit they worked in then. */
export function selectLastUnits(period: Period): Sql {
  return sql`select distinct on (a.employee_id) a.employee_id, a.unit_id, (least(a.until_date, ${period.until}::date) - 1) as day from app.assignment as a where a.from_date < ${period.until}::date and a.until_date > ${period.from}::date order by a.employee_id, a.from_date desc`
}

/** select employee_id, share — of the period's days, those on which a person held one of the roles. Who did not work in it is left out. */
export function selectPresence(period: Period, { roles, startDay }: Counting): Sql {
  const inRole = roles === null ? sql`true` : sql`a.role = any(${roles}::text[])`
  const days = sql`least(a.until_date, ${period.until}::date) - greatest(a.from_date, ${period.from}::date)`
  // The first day ever, where it lies inside the period but is not its first day.
  const firstDay = startDay === 'counted' ? sql`0` : sql`case when a.from_date = f.day and a.from_date > ${period.from}::date then 1 else 0 end`
  const join = startDay === 'counted' ? sql`` : sql` join (${FIRST_DAYS}) as f on f.employee_id = a.employee_id`
  const counted = sql`coalesce(sum(${days} - ${firstDay}) filter (where ${inRole}), 0)::numeric`
  const share = sql`app.divide(${counted}, ${integer(daysBetween(period.from, period.until))}::numeric, ${integer(DIVISION_SCALE)})`
  return sql`select a.employee_id, ${share} as share from app.assignment as a${join} where a.from_date < ${period.until}::date and a.until_date > ${period.from}::date group by a.employee_id`
}

/** select employee_id, months — tenure at the beginning of a period: whole months since the first day of the first assignment, null where that is open. */
export function selectTenure(period: Period): Sql {
  const [year, month, day] = period.from.split('-').map(Number)
  const begins = integer((year ?? 0) * 12 + (month ?? 0))
  const unreached = sql`case when extract(day from f.day) > ${integer(day ?? 0)} then 1 else 0 end`
  const months = sql`${begins} - extract(year from f.day) * 12 - extract(month from f.day) - ${unreached}`
  return sql`select f.employee_id, case when isfinite(f.day) then greatest(${months}, 0)::numeric end as months from (${FIRST_DAYS}) as f`
}

/** select employee_id, amount — the newest amount of a pay item that is valid on the last day of the period. */
export function selectPay(period: Period, item: string): Sql {
  return sql`select distinct on (p.employee_id) p.employee_id, p.amount from app.pay as p where p.item = ${item} and p.from_date < ${period.until}::date order by p.employee_id, p.from_date desc`
}
