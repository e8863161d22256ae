import type { Day } from '../../base/calendar.ts'
import { Refusal } from '../../base/diagnostic.ts'
import { LOGIN_LENGTH } from '../../base/limits.ts'
import { sql } from '../../base/sql.ts'
import type { Tx } from '../../store/types.ts'
import type { Reach } from '../http/permission.ts'
import type { AccessRole } from './roles.ts'
import { endSessions } from './sessions.ts'

export interface NewUser {
  readonly login: string
  readonly name: string
  readonly email?: string | null
  readonly employee?: string | null
}

/** A login as it is compared. */
export function foldLogin(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase()
}

/**
 * Make a user, without a password and without a role.
 * Errors: `access.login-invalid`, `access.login-taken`, `access.email-taken`, `access.employee-unknown`, `access.employee-taken`.
 */
export async function addUser(tx: Tx, user: NewUser, now: Date): Promise<string> {
  const login = foldLogin(user.login)
  if (!/^[^\s\p{C}]+$/u.test(login) || [...login].length > LOGIN_LENGTH) throw new Refusal('access.login-invalid', { login: user.login, most: LOGIN_LENGTH })
  const taken = await tx.first(sql`select 1 as taken from app.user where login = ${login}`)
  if (taken !== undefined) throw new Refusal('access.login-taken', { login })
  await requireFree(tx, null, user)
  const row = await tx.first<{ user: string }>(sql`
    insert into app.user (login, name, email, employee_id, created_at)
    values (${login}, ${user.name.trim()}, ${user.email ?? null}, ${user.employee ?? null}, ${now.toISOString()}::timestamptz)
    on conflict (login) do nothing returning user_id::text as user`)
  if (row === undefined) throw new Refusal('access.login-taken', { login }) // Somebody else was quicker.
  return row.user
}

/** Refuse an employee that is not there or is somebody else already, and an address that is somebody else's: who signs in by it would be two people. */
async function requireFree(tx: Tx, user: string | null, { email, employee }: Pick<NewUser, 'email' | 'employee'>): Promise<void> {
  await tx.lock('access users')
  if (email != null) {
    const other = await tx.first<{ login: string }>(sql`select login from app.user where lower(email) = lower(${email}) and user_id::text is distinct from ${user}`)
    if (other !== undefined) throw new Refusal('access.email-taken', { email, login: other.login })
  }
  if (employee == null) return
  const known = await tx.first(sql`select 1 as known from app.employee where employee_id = ${employee}`)
  if (known === undefined) throw new Refusal('access.employee-unknown', { employee })
  const other = await tx.first<{ login: string }>(sql`select login from app.user where employee_id = ${employee} and demo_role is null and user_id::text is distinct from ${user}`)
  if (other !== undefined) throw new Refusal('access.employee-taken', { employee, login: other.login })
}

export interface UserChange {
  readonly name?: string | undefined
  readonly email?: string | null | undefined
  readonly employee?: string | null | undefined
  readonly disabled?: boolean | undefined
}

/**
 * Change a user. Who is disabled is out at once.
 * Errors: `user.unknown`, `access.last-admin`, and those of addUser.
 */
export async function changeUser(tx: Tx, user: string, change: UserChange, on: { readonly now: Date; readonly today: Day }): Promise<void> {
  await requireUser(tx, user)
  await requireFree(tx, user, { email: change.email ?? null, employee: change.employee ?? null })
  if (change.name !== undefined) await tx.run(sql`update app.user set name = ${change.name.trim()} where user_id = ${user}::int`)
  if (change.email !== undefined) await tx.run(sql`update app.user set email = ${change.email} where user_id = ${user}::int`)
  if (change.employee !== undefined) await tx.run(sql`update app.user set employee_id = ${change.employee} where user_id = ${user}::int`)
  if (change.disabled === undefined) return
  const at = change.disabled ? on.now.toISOString() : null
  await tx.run(sql`update app.user set disabled_at = ${at}::timestamptz where user_id = ${user}::int and (disabled_at is null) = ${change.disabled}`)
  if (!change.disabled) return
  await requireAdminLeft(tx, on.today)
  await endSessions(tx, user, on.now)
}

/** A user to be changed, held until the end of the transaction. Errors: `user.unknown`; `access.demo-forbidden` for a made-up one. */
export async function requireUser(tx: Tx, user: string): Promise<{ readonly login: string; readonly name: string }> {
  const row = await tx.first<{ login: string; name: string; demo: boolean }>(
    sql`select login, name, demo_role is not null as demo from app.user where user_id::text = ${user} for update`,
  )
  if (row === undefined) throw new Refusal('user.unknown')
  if (row.demo) throw new Refusal('access.demo-forbidden')
  return row
}

export interface NewRole {
  readonly role: AccessRole
  readonly from: Day
  /** Not included; null: for good. */
  readonly until: Day | null
  /** Replaces the reach of the role; null: as the role has it. */
  readonly reach: Reach | null
}

/** Give somebody a role. Errors: `access.dates-reversed`. */
export async function giveRole(tx: Tx, user: string, { role, from, until, reach }: NewRole, by: { readonly user: string | null; readonly now: Date }): Promise<string> {
  if (until !== null && until <= from) throw new Refusal('access.dates-reversed', { from, until })
  const row = await tx.first<{ id: string }>(sql`
    insert into app.user_role (user_id, role, from_date, until_date, reach, given_by, given_at)
    values (${user}::int, ${role}, ${from}::date, ${until ?? 'infinity'}::date, ${reach}, ${by.user}::int, ${by.now.toISOString()}::timestamptz)
    returning user_role_id::text as id`)
  if (row === undefined) throw new Error('an insert returned nothing')
  return row.id
}

/** Take a role away, at once. Errors: `user-role.unknown`, `access.last-admin`. */
export async function endRole(tx: Tx, user: string, id: string, by: { readonly user: string; readonly now: Date; readonly today: Day }): Promise<void> {
  await tx.lock('access users')
  const ended = await tx.run(sql`
    update app.user_role set ended_at = ${by.now.toISOString()}::timestamptz, ended_by = ${by.user}::int
    where user_role_id::text = ${id} and user_id = ${user}::int and ended_at is null`)
  if (ended === 0) throw new Refusal('user-role.unknown')
  await requireAdminLeft(tx, by.today)
}

/** Somebody must be left who can give rights; for good, not until a day. */
async function requireAdminLeft(tx: Tx, today: Day): Promise<void> {
  const left = await tx.first(sql`
    select 1 as left from app.user_role r join app.user u on u.user_id = r.user_id
    where r.role = 'admin' and r.ended_at is null and r.from_date <= ${today}::date and r.until_date = 'infinity' and u.disabled_at is null and u.demo_role is null limit 1`)
  if (left === undefined) throw new Refusal('access.last-admin')
}

/** True before anybody real can come in. */
export async function hasUsers(read: Pick<Tx, 'first'>): Promise<boolean> {
  return (await read.first(sql`select 1 as found from app.user where demo_role is null limit 1`)) !== undefined
}

/** Set the password that somebody chose; `hash` of passwords.ts. */
export async function setPassword(tx: Tx, user: string, hash: string, now: Date): Promise<void> {
  await tx.run(sql`
    insert into app.user_password (user_id, hash, set_at) values (${user}::int, ${hash}, ${now.toISOString()}::timestamptz)
    on conflict (user_id) do update set hash = excluded.hash, set_at = excluded.set_at`)
}
