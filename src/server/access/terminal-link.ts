import type { Day } from '../../base/calendar.ts'
import { Refusal } from '../../base/diagnostic.ts'
import { NOTICE_NAMES } from '../../base/limits.ts'
import { sql } from '../../base/sql.ts'
import type { Read, Tx } from '../../store/types.ts'
import { recordAudit } from '../http/audit.ts'
import { createSetupLink, createSignInLink, type Link } from './links.ts'
import { foldLogin, hasUsers } from './users.ts'

export interface TerminalLink {
  readonly link: Link
  /** Whose it is; null: the first administrator’s, who is not there yet. */
  readonly login: string | null
}

/**
 * A one-time link for whoever sits at the server: for the first administrator where nobody can sign in yet; else for the user of that login, or, without one, for the only administrator.
 * Errors: `access.login-wanted`, `access.login-unknown`.
 */
export async function makeTerminalLink(tx: Tx, login: string | null, on: { readonly now: Date; readonly today: Day }): Promise<TerminalLink> {
  if (login === null && !(await hasUsers(tx))) {
    const link = await createSetupLink(tx, on.now)
    await note(tx, 'setup', on.now)
    return { link, login: null }
  }
  const meant = login === null ? await onlyAdministrator(tx, on.today) : await userOf(tx, login)
  const link = await createSignInLink(tx, meant.user, { now: on.now, by: null })
  await note(tx, `user/${meant.user}`, on.now)
  return { link, login: meant.login }
}

/** Who sits at the server is not known; that a link was made is. */
function note(tx: Tx, object: string, now: Date): Promise<void> {
  return recordAudit(tx, { at: now, user: null, name: '', via: 'cli', command: 'session.make-link', object, detail: {}, ip: null })
}

interface Meant {
  readonly user: string
  readonly login: string
}

async function userOf(read: Read, login: string): Promise<Meant> {
  const found = await read.first<Meant>(sql`
    select user_id::text as user, login from app.user where login = ${foldLogin(login)} and disabled_at is null and demo_role is null`)
  if (found !== undefined) return found
  const others = await read.query<Meant>(sql`
    select user_id::text as user, login from app.user where disabled_at is null and demo_role is null order by login limit ${NOTICE_NAMES + 1}`)
  throw new Refusal('access.login-unknown', { login, logins: named(others) })
}

async function onlyAdministrator(read: Read, today: Day): Promise<Meant> {
  const found = await read.query<Meant>(sql`
    select u.user_id::text as user, u.login from app.user u where u.disabled_at is null and u.demo_role is null
      and exists (select 1 from app.user_role r where r.user_id = u.user_id and r.role = 'admin' and r.ended_at is null and r.from_date <= ${today}::date and r.until_date > ${today}::date)
    order by u.login limit ${NOTICE_NAMES + 1}`)
  const [only, ...others] = found
  if (only === undefined || others.length > 0) throw new Refusal('access.login-wanted', { logins: named(found) })
  return only
}

function named(users: readonly Meant[]): string {
  const names = users.slice(0, NOTICE_NAMES).map(({ login }) => login)
  return users.length > NOTICE_NAMES ? `${names.join(', ')} …` : names.join(', ') || '-'
}
