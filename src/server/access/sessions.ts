import { DEVICE_DAYS, KNOWN_ADDRESS_DAYS, LINK_MINUTES, SESSION_DAYS, SESSION_IDLE_HOURS } from '../../base/limits.ts'
import { type Sql, sql } from '../../base/sql.ts'
import { isoInstant } from '../../store/instants.ts'
import type { Read, Tx } from '../../store/types.ts'
import { CHANNEL } from '../http/hub.ts'
import { newToken, tokenHash } from './tokens.ts'

/** How somebody came in. */
export type SignIn = 'password' | 'link' | 'oidc' | 'demo'

/** What a request says about where it comes from, and what it brought of earlier sign-ins. */
export interface Visitor {
  readonly address: string
  readonly agent: string
  /** The token of a session that the browser still holds. */
  readonly session: string | null
  readonly device: string | null
  readonly now: Date
}

/** What the browser is given. */
export interface Started {
  readonly session: string
  readonly token: string
  /** A new token of the browser as a known one; null where the one it brought is good. */
  readonly device: string | null
}

/** Characters kept of what a browser calls itself. */
const AGENT_LENGTH = 300

/** A condition on app.session: not ended, not idle for too long, not too old. */
export function isLive(now: Date): Sql {
  const at = now.toISOString()
  return sql`(s.ended_at is null and s.seen_at > ${at}::timestamptz - make_interval(hours => ${SESSION_IDLE_HOURS})
    and s.created_at > ${at}::timestamptz - make_interval(days => ${SESSION_DAYS}))`
}

/** Begin a session. The token is always a new one, and a session the browser still had is over: nobody goes on under a token somebody else may know. */
export async function startSession(tx: Tx, user: string, how: SignIn, visitor: Visitor): Promise<Started> {
  const at = visitor.now.toISOString()
  if (visitor.session !== null) await endWhere(tx, visitor.now, sql`s.token_hash = ${tokenHash(visitor.session)}`)
  // Nothing is read of older ones: neither the list nor the known addresses.
  await tx.run(sql`delete from app.session where created_at < ${at}::timestamptz - make_interval(days => ${KNOWN_ADDRESS_DAYS})`)
  const token = newToken()
  const row = await tx.first<{ session: string }>(sql`
    insert into app.session (token_hash, user_id, how, address, agent, created_at, seen_at)
    values (${tokenHash(token)}, ${user}::int, ${how}, ${visitor.address}, ${visitor.agent.slice(0, AGENT_LENGTH)}, ${at}::timestamptz, ${at}::timestamptz)
    returning session_id as session`)
  if (row === undefined) throw new Error('an insert returned nothing')
  return { session: row.session, token, device: await knownDevice(tx, user, visitor) }
}

/** A browser is known a year after its last sign-in. */
async function knownDevice(tx: Tx, user: string, { device, now }: Visitor): Promise<string | null> {
  const at = now.toISOString()
  await tx.run(sql`delete from app.device where user_id = ${user}::int and created_at < ${at}::timestamptz - make_interval(days => ${DEVICE_DAYS})`)
  const known = device === null ? 0 : await tx.run(sql`update app.device set created_at = ${at}::timestamptz where token_hash = ${tokenHash(device)} and user_id = ${user}::int`)
  if (known > 0) return null
  const token = newToken()
  await tx.run(sql`insert into app.device (token_hash, user_id, created_at) values (${tokenHash(token)}, ${user}::int, ${at}::timestamptz)`)
  return token
}

/** End one session of somebody; false where they have none of that id. */
export async function endSession(tx: Tx, user: string, session: string, now: Date): Promise<boolean> {
  return (await endWhere(tx, now, sql`s.user_id = ${user}::int and s.session_id::text = ${session}`)) > 0
}

/** End all sessions of somebody, but for one; answers how many. */
export function endSessions(tx: Tx, user: string, now: Date, except: string | null = null): Promise<number> {
  return endWhere(tx, now, sql`s.user_id = ${user}::int and s.session_id::text is distinct from ${except}`)
}

/** Ends sessions, and announces each, so that what streams to it stops. */
async function endWhere(tx: Tx, now: Date, which: Sql): Promise<number> {
  const ended = await tx.query(sql`
    with ended as (update app.session s set ended_at = ${now.toISOString()}::timestamptz where ${which} and ${isLive(now)} returning s.session_id)
    select pg_notify(${CHANNEL}, json_build_object('endSession', session_id)::text) from ended`)
  return ended.length
}

/** Whether somebody must give their password to change it: not who has none, and not who has just come in by a link because they forgot it. `alias` of app.user is written in the code. */
export function asksOldPassword(alias: Sql, session: string | null, now: Date): Sql {
  return sql`(exists (select 1 from app.user_password p where p.user_id = ${alias}.user_id) and not exists (select 1 from app.session l
    where l.session_id::text = ${session} and l.user_id = ${alias}.user_id and l.how = 'link' and l.created_at > ${now.toISOString()}::timestamptz - make_interval(mins => ${LINK_MINUTES})))`
}

/** Note that a session is used; the caller does so at most once in SEEN_SECONDS. */
export async function touchSession(tx: Tx, session: string, now: Date): Promise<void> {
  await tx.run(sql`update app.session set seen_at = greatest(seen_at, ${now.toISOString()}::timestamptz) where session_id::text = ${session}`)
}

export interface SessionRow {
  readonly id: string
  readonly how: SignIn
  readonly address: string
  readonly agent: string
  readonly startedAt: string
  readonly seenAt: string
}

/** The live sessions of somebody, the latest used first. */
export function listSessions(read: Read, user: string, now: Date): Promise<SessionRow[]> {
  return read.query<SessionRow>(sql`
    select s.session_id::text as id, s.how, s.address, s.agent, ${isoInstant(sql`s.created_at`)} as "startedAt", ${isoInstant(sql`s.seen_at`)} as "seenAt"
    from app.session s where s.user_id = ${user}::int and ${isLive(now)} order by s.seen_at desc, s.session_id`)
}
