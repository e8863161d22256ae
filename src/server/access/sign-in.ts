import { Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import type { Store } from '../../store/types.ts'
import { recordAudit } from '../http/audit.ts'
import { isDemo, todayOf } from './company.ts'
import { type DemoRole, demoUser } from './demo.ts'
import { addFirstAdministrator, type LinkOwner, linkOwner, spendLink } from './links.ts'
import { requireGoodPassword } from './password-rules.ts'
import { passwordFits, passwordHash } from './passwords.ts'
import { asksOldPassword, endSessions, type Started, startSession, type Visitor } from './sessions.ts'
import { brakesFor, forgive, sweepAttempts, takeAttempt } from './throttle.ts'
import { foldLogin, setPassword } from './users.ts'

/** A session that has begun, and whose it is. */
export interface SignedIn extends Started {
  readonly user: string
}

/**
 * Sign in with login and password. The attempt is counted before the password is looked at, in a transaction of its own.
 * Errors: `access.sign-in-failed`, for an unknown login, a wrong password and a disabled user alike; `access.throttled`.
 */
export async function signInWithPassword(store: Store, asked: { readonly login: string; readonly password: string }, visitor: Visitor): Promise<SignedIn> {
  const { now } = visitor
  const login = foldLogin(asked.login)
  const brakes = await store.tx(async (tx) => {
    await sweepAttempts(tx, now)
    const found = await brakesFor(tx, { login, address: visitor.address, device: visitor.device, now })
    await takeAttempt(tx, found, now)
    return found
  })
  const known = await store.read((read) =>
    read.first<{ user: string; hash: string }>(sql`
      select u.user_id::text as user, p.hash from app.user u join app.user_password p on p.user_id = u.user_id
      where u.login = ${login} and u.disabled_at is null and u.demo_role is null`),
  )
  const fits = await passwordFits(known?.hash ?? null, asked.password)
  if (known === undefined || !fits) {
    await noteFailure(store, known?.user ?? null, visitor)
    throw new Refusal('access.sign-in-failed')
  }
  return store.tx(async (tx) => {
    const same = await tx.first(sql`select 1 as same from app.user_password where user_id = ${known.user}::int and hash = ${known.hash} for share`)
    if (same === undefined) throw new Refusal('access.sign-in-failed') // It was changed while it was being checked.
    await forgive(tx, brakes)
    return { user: known.user, ...(await startSession(tx, known.user, 'password', visitor)) }
  })
}

/** An entry for each failure, with the same work for a login that is not there; what was typed as a login may be a password, and is not kept. */
function noteFailure(store: Store, user: string | null, { now, address }: Visitor): Promise<void> {
  const object = user === null ? null : `user/${user}`
  return store.tx((tx) => recordAudit(tx, { at: now, user: null, name: '', via: 'nobody', command: 'session.refused', object, detail: {}, ip: address }))
}

export interface LinkInput {
  readonly token: string
  readonly login?: string | undefined
  readonly name?: string | undefined
  readonly password?: string | undefined
}

/**
 * Come in by a one-time link. What the link needs beside itself is asked before it is used up.
 * Errors: `access.link-spent`, `access.link-needs`, `access.already-set-up`, those of passwords and of new users.
 */
export async function signInWithLink(store: Store, input: LinkInput, visitor: Visitor): Promise<SignedIn> {
  const { now } = visitor
  const owner = await store.read((read) => linkOwner(read, input.token, now))
  const work = await linkWork(owner, input)
  return store.tx(async (tx) => {
    await spendLink(tx, input.token, now)
    const user = work.kind === 'setup' ? await addFirstAdministrator(tx, work, { now, today: await todayOf(tx, now) }) : work.user
    if (work.kind === 'password') {
      await setPassword(tx, user, work.hash, now)
      await endSessions(tx, user, now)
    }
    return { user, ...(await startSession(tx, user, 'link', visitor)) }
  })
}

/** What a link is used for, checked and with the password already made slow, so that no transaction waits for it. */
type LinkWork =
  | { readonly kind: 'setup'; readonly login: string; readonly name: string; readonly hash: string }
  | { readonly kind: 'password'; readonly user: string; readonly hash: string }
  | { readonly kind: 'sign-in'; readonly user: string }

async function linkWork(owner: LinkOwner, { login, name, password }: LinkInput): Promise<LinkWork> {
  if (owner.user === null) {
    if (login === undefined || name === undefined || password === undefined) throw new Refusal('access.link-needs', { fields: 'login, name, password' })
    requireGoodPassword(password, { login, name })
    return { kind: 'setup', login, name, hash: await passwordHash(password) }
  }
  if (owner.kind === 'sign-in') return { kind: 'sign-in', user: owner.user.id }
  if (password === undefined) throw new Refusal('access.link-needs', { fields: 'password' })
  requireGoodPassword(password, owner.user)
  return { kind: 'password', user: owner.user.id, hash: await passwordHash(password) }
}

/** Look around in the demo company as somebody of a role. Errors: `access.no-demo` in every other company. */
export async function signInToDemo(store: Store, role: DemoRole, visitor: Visitor): Promise<SignedIn> {
  return store.tx(async (tx) => {
    if (!(await isDemo(tx))) throw new Refusal('access.no-demo')
    const user = await demoUser(tx, role, visitor.now)
    return { user, ...(await startSession(tx, user, 'demo', visitor)) }
  })
}

/**
 * Change one's own password; every other session of the user ends.
 * Errors: `access.wrong-password`, `access.throttled`, those of password-rules.ts.
 */
export async function changeOwnPassword(
  store: Store,
  who: { readonly user: string; readonly session: string },
  asked: { readonly old: string | undefined; readonly password: string },
  now: Date,
): Promise<void> {
  const owner = await store.read((read) =>
    read.first<{ login: string; name: string; email: string | null; hash: string | null; demo: boolean; asked: boolean }>(sql`
      select u.login, u.name, u.email, p.hash, u.demo_role is not null as demo, ${asksOldPassword(sql`u`, who.session, now)} as asked
      from app.user u left join app.user_password p on p.user_id = u.user_id where u.user_id = ${who.user}::int`),
  )
  if (owner === undefined || owner.demo) throw new Refusal('access.demo-forbidden')
  requireGoodPassword(asked.password, owner)
  const brakes = [{ key: Buffer.from(`own password ${who.user}`), free: OWN_PASSWORD_FREE, most: OWN_PASSWORD_WAIT_SECONDS }]
  await store.tx((tx) => takeAttempt(tx, brakes, now))
  if (owner.asked && !(await passwordFits(owner.hash, asked.old ?? ''))) throw new Refusal('access.wrong-password')
  const hash = await passwordHash(asked.password)
  await store.tx(async (tx) => {
    await forgive(tx, brakes)
    await setPassword(tx, who.user, hash, now)
    await endSessions(tx, who.user, now, who.session)
  })
}

/** A session left open must not be the way to try out passwords. */
const OWN_PASSWORD_FREE = 5
const OWN_PASSWORD_WAIT_SECONDS = 300
