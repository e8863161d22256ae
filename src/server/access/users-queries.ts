import { z } from 'zod'
import type { Day } from '../../base/calendar.ts'
import { Refusal } from '../../base/diagnostic.ts'
import { type Sql, sql } from '../../base/sql.ts'
import { isoInstant } from '../../store/instants.ts'
import type { Read } from '../../store/types.ts'
import { keyIn, page } from '../http/paging.ts'
import { REACHES } from '../http/permission.ts'
import { ACCESS_ROLES } from './roles.ts'

/** A role somebody has or will have; one that is over or was taken back is in the audit trail. */
const UserRole = z
  .object({
    id: z.string(),
    role: z.enum(ACCESS_ROLES),
    from: z.string().nullable().describe('Null: since ever.'),
    until: z.string().nullable().describe('Not included; null: for good.'),
    reach: z.enum(REACHES).nullable().describe('In place of the reach the role has; null: as the role has it.'),
  })
  .meta({ id: 'UserRole' })

export const User = z
  .object({
    id: z.string(),
    login: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    employee: z.string().nullable(),
    demo: z.boolean().describe('A made-up user of the demo company.'),
    disabled: z.boolean(),
    hasPassword: z.boolean(),
    roles: z.array(UserRole),
    seenAt: z.string().nullable().describe('When a session of theirs was last used.'),
  })
  .meta({ id: 'User' })

type UserView = z.input<typeof User>

const columns = (
  today: Day,
): Sql => sql`u.user_id::text as id, u.login, u.name, u.email, u.employee_id as employee, u.demo_role is not null as demo, u.disabled_at is not null as disabled,
  exists (select 1 from app.user_password p where p.user_id = u.user_id) as "hasPassword",
  coalesce((select json_agg(json_build_object('id', r.user_role_id::text, 'role', r.role, 'from', nullif(r.from_date, '-infinity'), 'until', nullif(r.until_date, 'infinity'), 'reach', r.reach)
    order by r.role, r.from_date) from app.user_role r where r.user_id = u.user_id and r.ended_at is null and r.until_date > ${today}::date), '[]') as roles,
  (select ${isoInstant(sql`max(s.seen_at)`)} from app.session s where s.user_id = u.user_id) as "seenAt"`

export interface UsersAsked {
  /** A part of the login, the name, the address or the employee’s id. */
  readonly q?: string | undefined
  readonly limit: number
  readonly after?: string | undefined
}

/** Users in order of their logins. */
export async function listUsers(read: Read, { q, limit, after }: UsersAsked, today: Day) {
  const [last = null] = keyIn(after, 1) ?? []
  const found = q === undefined || q.trim() === '' ? sql`true` : sql`position(lower(${q.trim()}) in lower(concat_ws(' ', u.login, u.name, u.email, u.employee_id))) > 0`
  const rows = await read.query<UserView>(sql`
    select ${columns(today)} from app.user u where ${found} and (${last}::text is null or u.login > ${last}::text) order by u.login limit ${limit + 1}`)
  const count = await read.first<{ total: number }>(sql`select count(*)::int as total from app.user u where ${found}`)
  return page(rows, limit, { item: (row) => row, key: (row) => [row.login], total: count?.total ?? 0 })
}

/** Errors: `user.unknown`. */
export async function userView(read: Read, user: string, today: Day): Promise<UserView> {
  const row = await read.first<UserView>(sql`select ${columns(today)} from app.user u where u.user_id::text = ${user}`)
  if (row === undefined) throw new Refusal('user.unknown')
  return row
}

/** Somebody who works here and is no user yet, with what they would be given. */
export const Proposal = z
  .object({ employee: z.string(), name: z.string(), email: z.string().nullable(), unit: z.string().nullable(), login: z.string(), roles: z.array(z.enum(ACCESS_ROLES)) })
  .meta({ id: 'UserProposal' })

type ProposalView = z.input<typeof Proposal>

/** Who could be made a user: everybody who works here today, as `sales`, and as `manager` too where somebody reports to them. The login is the e-mail address, else the id. */
export async function listProposals(read: Read, { limit, after }: Pick<UsersAsked, 'limit' | 'after'>, today: Day) {
  const [last = null] = keyIn(after, 1) ?? []
  const open = sql`from app.employee e join app.assignment a on a.employee_id = e.employee_id and a.from_date <= ${today}::date and a.until_date > ${today}::date
    where not exists (select 1 from app.user u where u.employee_id = e.employee_id and u.demo_role is null)`
  const rows = await read.query<Omit<ProposalView, 'roles' | 'login'> & { manages: boolean }>(sql`
    select e.employee_id as employee, e.name, e.email, a.unit_id as unit,
      exists (select 1 from app.line_edge l where l.line = 'reporting' and l.superior_id = e.employee_id and l.from_date <= ${today}::date and l.until_date > ${today}::date) as manages
    ${open} and (${last}::text is null or e.employee_id > ${last}::text) order by e.employee_id limit ${limit + 1}`)
  const count = await read.first<{ total: number }>(sql`select count(*)::int as total ${open}`)
  const item = ({ manages, ...row }: (typeof rows)[number]): ProposalView => ({ ...row, login: row.email ?? row.employee, roles: manages ? ['sales', 'manager'] : ['sales'] })
  return page(rows, limit, { item, key: (row) => [row.employee], total: count?.total ?? 0 })
}
