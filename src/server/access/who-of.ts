import type { Day } from '../../base/calendar.ts'
import { SEEN_SECONDS } from '../../base/limits.ts'
import { type Sql, sql } from '../../base/sql.ts'
import type { Read, Store } from '../../store/types.ts'
import type { Permission, Reach } from '../http/permission.ts'
import type { Grant, Who } from '../http/who.ts'
import { dayIn } from './company.ts'
import { isAccessRole, isDelegable, rightsOf } from './roles.ts'
import { isLive, touchSession } from './sessions.ts'
import { KEY_PREFIX, tokenHash } from './tokens.ts'

/** A role somebody has, as it is read together with who they are. */
interface HeldRole {
  readonly role: string
  readonly reach: Reach | null
  readonly from: string
  readonly until: string
}

interface HeldDelegation {
  readonly id: string
  readonly employee: string | null
  readonly permissions: readonly string[]
  readonly from: string
  readonly until: string
  readonly roles: readonly HeldRole[]
}

interface UserRow {
  readonly user: string
  readonly name: string
  readonly employee: string | null
  readonly zone: string | null
  readonly roles: readonly HeldRole[]
  readonly delegations: readonly HeldDelegation[]
  readonly stale: boolean
}

/** Who a session token belongs to; null where it is none, ended, too old, or its user may not come in any more. Notes now and then that it is used. */
export async function whoOfSession(store: Store, token: string, now: Date): Promise<Who | null> {
  const hash = tokenHash(token)
  const row = await store.ask<UserRow & { session: string }>(sql`
    select s.session_id::text as session, s.seen_at < ${now.toISOString()}::timestamptz - make_interval(secs => ${SEEN_SECONDS}) as stale, ${userColumns}
    from app.session s join app.user u on u.user_id = s.user_id
    where s.token_hash = ${hash} and ${isLive(now)} and ${mayComeIn}`)
  if (row === undefined) return null
  if (row.stale) await store.tx((tx) => touchSession(tx, row.session, now))
  const day = dayIn(row.zone, now)
  return { ...whoFrom(row, day), via: { kind: 'session', session: row.session }, grants: grantsOn(row, day) }
}

/** Who an API key belongs to, with its user's own rights as far as its scopes go. */
export async function whoOfKey(store: Store, token: string, now: Date): Promise<Who | null> {
  if (!token.startsWith(KEY_PREFIX)) return null
  const at = now.toISOString()
  const row = await store.ask<UserRow & { key: string; scopes: string[] }>(sql`
    select k.api_key_id::text as key, k.scopes, coalesce(k.seen_at < ${at}::timestamptz - make_interval(secs => ${SEEN_SECONDS}), true) as stale, ${userColumns}
    from app.api_key k join app.user u on u.user_id = k.user_id
    where k.token_hash = ${tokenHash(token)} and k.revoked_at is null and k.expires_at > ${at}::timestamptz and ${mayComeIn}`)
  if (row === undefined) return null
  if (row.stale) await store.tx((tx) => tx.run(sql`update app.api_key set seen_at = ${at}::timestamptz where api_key_id::text = ${row.key}`))
  const day = dayIn(row.zone, now)
  const grants = grantsOn({ ...row, delegations: [] }, day).filter((grant) => row.scopes.includes(grant.permission))
  return { ...whoFrom(row, day), via: { kind: 'key', key: row.key }, grants }
}

/** The rights a user has on a day without being signed in: what a key or a delegation made now may hold. */
export async function rightsOfUser(read: Read, user: string, day: Day): Promise<readonly Grant[]> {
  const row = await read.first<UserRow>(sql`select false as stale, ${userColumns} from app.user u where u.user_id = ${user}::int and ${mayComeIn}`)
  return row === undefined ? [] : grantsOn({ ...row, delegations: [] }, day)
}

/** Not disabled; and a made-up user only where the company is the demo. */
const mayComeIn: Sql = sql`(u.disabled_at is null and (u.demo_role is null or exists (select 1 from app.setting where name = 'demo' and value = 'true')))`

const rolesOf = (
  user: Sql,
): Sql => sql`coalesce((select json_agg(json_build_object('role', r.role, 'reach', r.reach, 'from', r.from_date, 'until', r.until_date) order by r.given_at, r.role)
  from app.user_role r where r.user_id = ${user} and r.ended_at is null), '[]')`

/** A user with roles and delegations in one reading: this is asked with every request. */
const userColumns: Sql = sql`u.user_id::text as user, u.name, u.employee_id as employee,
  (select body ->> 'timezone' from app.document where kind = 'company' order by version desc limit 1) as zone,
  ${rolesOf(sql`u.user_id`)} as roles,
  coalesce((select json_agg(json_build_object('id', d.delegation_id::text, 'employee', f.employee_id, 'permissions', d.permissions, 'from', d.from_date, 'until', d.until_date,
      'roles', ${rolesOf(sql`d.from_user`)}) order by d.created_at)
    from app.delegation d join app.user f on f.user_id = d.from_user where d.to_user = u.user_id and d.ended_at is null and f.disabled_at is null), '[]') as delegations`

function whoFrom(row: UserRow, day: Day): Pick<Who, 'user' | 'name' | 'employee' | 'day'> {
  return { user: row.user, name: row.name, employee: row.employee, day }
}

/** Every grant in force on a day: one's own roles, and those of whom one stands in for. What was handed on cannot be handed on again. */
function grantsOn(row: Pick<UserRow, 'employee' | 'roles' | 'delegations'>, day: Day): Grant[] {
  const own = rightsOn(row.roles, day).map((right) => ({ ...right, employee: row.employee }))
  const lent = row.delegations
    .filter((d) => holds(d, day))
    .flatMap((d) =>
      rightsOn(d.roles, day)
        .filter(({ permission }) => isDelegable(permission) && d.permissions.includes(permission))
        .map((right) => ({ ...right, employee: d.employee, delegation: d.id })),
    )
  return [...own, ...lent]
}

function rightsOn(roles: readonly HeldRole[], day: Day): { permission: Permission; reach: Reach }[] {
  const rights = roles.filter((held) => holds(held, day)).flatMap(({ role, reach }) => (isAccessRole(role) ? rightsOf(role, reach) : []))
  const once = new Map(rights.map((right) => [`${right.permission} ${right.reach}`, right]))
  return [...once.values()]
}

/** Half-open; 'infinity' is later than every day, as text too. */
function holds(stretch: { readonly from: string; readonly until: string }, day: Day): boolean {
  return stretch.from <= day && day < stretch.until
}
