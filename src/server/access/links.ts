import { addDays, type Day } from '../../base/calendar.ts'
import { Refusal } from '../../base/diagnostic.ts'
import { LINK_MINUTES, PASSWORD_LINK_DAYS } from '../../base/limits.ts'
import { sql } from '../../base/sql.ts'
import type { Tx } from '../../store/types.ts'
import { newToken, tokenHash } from './tokens.ts'
import { addUser, giveRole, hasUsers, setPassword } from './users.ts'

/** What a one-time link is for: the first administrator, coming in, choosing a password. */
export type LinkKind = 'setup' | 'sign-in' | 'password'

export interface Link {
  readonly kind: LinkKind
  readonly token: string
  readonly expiresAt: string
}

/**
 * The address a link leads to, below the address of the application. What is for the browser alone stands behind `#`: it reaches no server and no log.
 * The page asks for what the kind needs (setup: login, name, password; password: a password; sign-in: nothing) and sends it to POST /api/session/link.
 */
export function linkPath(link: Pick<Link, 'kind' | 'token'>): string {
  return `/sign-in#${link.kind}=${link.token}`
}

interface Made {
  readonly now: Date
  /** The user who made it; null: the command line. */
  readonly by: string | null
}

/** A link with which the first administrator makes themself known. Errors: `access.already-set-up`. */
export async function createSetupLink(tx: Tx, now: Date): Promise<Link> {
  if (await hasUsers(tx)) throw new Refusal('access.already-set-up')
  return addLink(tx, 'setup', null, { now, by: null }, LINK_MINUTES * 60)
}

/** A link with which somebody comes in once, without a password. */
export function createSignInLink(tx: Tx, user: string, made: Made): Promise<Link> {
  return addLink(tx, 'sign-in', user, made, LINK_MINUTES * 60)
}

/** A link with which somebody chooses a password; earlier ones are void. */
export async function createPasswordLink(tx: Tx, user: string, made: Made): Promise<Link> {
  await tx.run(sql`update app.link set used_at = ${made.now.toISOString()}::timestamptz where user_id = ${user}::int and kind = 'password' and used_at is null`)
  return addLink(tx, 'password', user, made, PASSWORD_LINK_DAYS * 24 * 3600)
}

async function addLink(tx: Tx, kind: LinkKind, user: string | null, { now, by }: Made, seconds: number): Promise<Link> {
  await tx.run(sql`delete from app.link where expires_at < ${now.toISOString()}::timestamptz`)
  const token = newToken()
  const expiresAt = new Date(now.getTime() + seconds * 1000).toISOString()
  await tx.run(sql`
    insert into app.link (token_hash, kind, user_id, created_by, created_at, expires_at)
    values (${tokenHash(token)}, ${kind}, ${user}::int, ${by}::int, ${now.toISOString()}::timestamptz, ${expiresAt}::timestamptz)`)
  return { kind, token, expiresAt }
}

export interface LinkOwner {
  readonly kind: LinkKind
  /** Null for the first administrator, who is not there yet. */
  readonly user: { readonly id: string; readonly login: string; readonly name: string; readonly email: string | null } | null
}

/** What a link is for, without using it. Errors: `access.link-spent`, whether it was used, is too old or never was. */
export async function linkOwner(tx: Pick<Tx, 'first'>, token: string, now: Date): Promise<LinkOwner> {
  const row = await tx.first<{ kind: LinkKind; id: string | null; login: string; name: string; email: string | null }>(sql`
    select l.kind, u.user_id::text as id, u.login, u.name, u.email from app.link l left join app.user u on u.user_id = l.user_id
    where l.token_hash = ${tokenHash(token)} and l.used_at is null and l.expires_at > ${now.toISOString()}::timestamptz and (u.user_id is null or u.disabled_at is null)`)
  if (row === undefined) throw new Refusal('access.link-spent')
  return { kind: row.kind, user: row.id === null ? null : { id: row.id, login: row.login, name: row.name, email: row.email } }
}

/** Use a link: exactly one of any number of requests at once gets through. Errors: `access.link-spent`. */
export async function spendLink(tx: Tx, token: string, now: Date): Promise<LinkOwner> {
  const owner = await linkOwner(tx, token, now)
  const at = now.toISOString()
  const spent = await tx.run(sql`update app.link set used_at = ${at}::timestamptz where token_hash = ${tokenHash(token)} and used_at is null and expires_at > ${at}::timestamptz`)
  if (spent === 0) throw new Refusal('access.link-spent')
  return owner
}

export interface FirstAdministrator {
  readonly login: string
  readonly name: string
  /** Of passwords.ts. */
  readonly hash: string
}

/** Make the first administrator; only one of two who try at once becomes it. Errors: `access.already-set-up`. */
export async function addFirstAdministrator(tx: Tx, first: FirstAdministrator, on: { readonly now: Date; readonly today: Day }): Promise<string> {
  await tx.lock('access first administrator')
  if (await hasUsers(tx)) throw new Refusal('access.already-set-up')
  const user = await addUser(tx, first, on.now)
  await setPassword(tx, user, first.hash, on.now)
  // A day earlier: the company may yet choose a time zone in which today has not begun.
  const from = addDays(on.today, -1)
  for (const role of ['admin', 'comp-admin'] as const) await giveRole(tx, user, { role, from, until: null, reach: null }, { user, now: on.now })
  return user
}
