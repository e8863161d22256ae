import type { Day } from '../../base/calendar.ts'
import { sql } from '../../base/sql.ts'
import type { Read, Tx } from '../../store/types.ts'
import { todayOf } from './company.ts'
import { ACCESS_ROLES, type AccessRole } from './roles.ts'
import { giveRole } from './users.ts'

/** Whom one may look around as: one made-up user for each access role. */
export const DEMO_ROLES = ACCESS_ROLES

export type DemoRole = AccessRole

export interface DemoPerson {
  readonly role: DemoRole
  readonly employee: string | null
  /** Null for a role for which the company has nobody. */
  readonly name: string | null
}

interface Candidate {
  readonly id: string
  readonly name: string
  readonly hr: boolean
  readonly manager: string | null
  readonly reports: number
}

/**
 * Who stands for each role, the same every time: the top of the line the executive; whoever of those below has the largest team the manager, and the first of its members
 * without reports the sales person; those of human resources, in order of ids, HR, the keeper of schemes and pay, and the administrator.
 */
export async function demoPeople(read: Read, today: Day): Promise<DemoPerson[]> {
  const people = await candidates(read, today)
  const sellers = people.filter((p) => !p.hr)
  const executive = most(sellers.filter((p) => p.manager === null))
  const manager = most(sellers.filter((p) => p.manager === executive?.id)) ?? most(sellers.filter((p) => p.manager !== null))
  const sales = people.find((p) => p.manager === manager?.id && p.reports === 0 && !p.hr) ?? sellers.find((p) => p.reports === 0)
  const [hr, comp, admin] = people.filter((p) => p.hr)
  const chosen: Readonly<Record<DemoRole, Candidate | undefined>> = { sales, manager, hr, executive, 'comp-admin': comp, admin }
  return DEMO_ROLES.map((role) => ({ role, employee: chosen[role]?.id ?? null, name: chosen[role]?.name ?? null }))
}

/** The one with most reports; of several, the first by id. */
function most(people: readonly Candidate[]): Candidate | undefined {
  return people.reduce<Candidate | undefined>((best, one) => (one.reports > (best?.reports ?? 0) ? one : best), undefined)
}

function candidates(read: Read, today: Day): Promise<Candidate[]> {
  return read.query<Candidate>(sql`
    select e.employee_id as id, e.name, (a.role = 'hr' or coalesce(a.position, '') ~* '人力|人事|human resources') is true as hr,
      (select superior_id from app.line_edge l where l.line = 'reporting' and l.employee_id = e.employee_id and l.from_date <= ${today}::date and l.until_date > ${today}::date) as manager,
      (select count(*)::int from app.line_edge l join app.assignment r on r.employee_id = l.employee_id and r.from_date <= ${today}::date and r.until_date > ${today}::date
        where l.line = 'reporting' and l.superior_id = e.employee_id and l.from_date <= ${today}::date and l.until_date > ${today}::date) as reports
    from app.employee e join app.assignment a on a.employee_id = e.employee_id and a.from_date <= ${today}::date and a.until_date > ${today}::date
    order by e.employee_id`)
}

/** The made-up user of a role, made when first wanted. Only for the demo company: the caller has looked. */
export async function demoUser(tx: Tx, role: DemoRole, now: Date): Promise<string> {
  await tx.lock('access users')
  const there = await tx.first<{ user: string }>(sql`select user_id::text as user from app.user where demo_role = ${role}`)
  if (there !== undefined) return there.user
  const today = await todayOf(tx, now)
  const person = (await demoPeople(tx, today)).find((p) => p.role === role)
  // The login has a space, so it can never be a real user’s.
  const row = await tx.first<{ user: string }>(sql`
    insert into app.user (login, name, employee_id, demo_role, created_at)
    values (${`demo ${role}`}, ${person?.name ?? role}, ${person?.employee ?? null}, ${role}, ${now.toISOString()}::timestamptz)
    returning user_id::text as user`)
  if (row === undefined) throw new Error('an insert returned nothing')
  await giveRole(tx, row.user, { role, from: '-infinity', until: null, reach: null }, { user: null, now })
  return row.user
}
