import { sql } from '../../base/sql.ts'
import type { Read } from '../../store/types.ts'
import { rightsOfUser } from '../access/who-of.ts'
import type { Who } from '../http/who.ts'
import { type Commented, sees } from './object.ts'

export interface Mentionable {
  readonly user: string
  readonly name: string
  readonly login: string
}

/** Users looked at for one search of whom to name: each is judged by what they may see. */
const CANDIDATES = 30

/** People shown who can be named. */
const SHOWN = 10

/** A user as somebody who looks, without being signed in. Null where there is no such user, or they may not come in. */
async function asWho(read: Read, user: string, asker: Who): Promise<Who | null> {
  const row = await read.first<{ name: string; employee: string | null }>(sql`
    select name, employee_id as employee from app.user where user_id = ${user}::int and disabled_at is null`)
  if (row === undefined) return null
  return { user, name: row.name, employee: row.employee, via: { kind: 'session', session: '' }, grants: await rightsOfUser(read, user, asker.day), day: asker.day }
}

/** Whether a user sees an object. */
export async function userSees(read: Read, user: string, object: Commented, asker: Who): Promise<boolean> {
  const who = await asWho(read, user, asker)
  return who !== null && (await sees(read, who, object))
}

/** Users whose name or login holds a text, of those who see the object, in order of names; oneself left out. */
export async function mentionable(read: Read, object: Commented, q: string, asker: Who): Promise<Mentionable[]> {
  const rows = await read.query<Mentionable>(sql`
    select user_id::text as user, name, login from app.user
    where disabled_at is null and user_id <> ${asker.user}::int and position(lower(${q.trim()}) in lower(concat_ws(' ', name, login, employee_id))) > 0
    order by name collate app.names, user_id limit ${CANDIDATES}::int`)
  const found: Mentionable[] = []
  for (const row of rows) {
    if (found.length === SHOWN) break
    if (await userSees(read, row.user, object, asker)) found.push(row)
  }
  return found
}
