import { Refusal } from '../../base/diagnostic.ts'
import { API_KEYS_A_USER } from '../../base/limits.ts'
import { type Sql, sql } from '../../base/sql.ts'
import { isoInstant } from '../../store/instants.ts'
import type { Read, Tx } from '../../store/types.ts'
import type { Permission } from '../http/permission.ts'
import type { Who } from '../http/who.ts'
import { KEY_PREFIX, newToken, tokenHash } from './tokens.ts'

/** Characters of a key that are shown in lists; the rest is known to its holder alone. */
const SHOWN_LENGTH = KEY_PREFIX.length + 4

export interface KeyRow {
  readonly id: string
  readonly name: string
  readonly shown: string
  readonly scopes: Permission[]
  readonly createdAt: string
  readonly expiresAt: string
  readonly seenAt: string | null
}

const columns: Sql = sql`k.api_key_id::text as id, k.name, k.shown, k.scopes, ${isoInstant(sql`k.created_at`)} as "createdAt", ${isoInstant(sql`k.expires_at`)} as "expiresAt",
  ${isoInstant(sql`k.seen_at`)} as "seenAt"`

/** Keys of a user that can be used, the newest first. */
export function listKeys(read: Read, user: string, now: Date): Promise<KeyRow[]> {
  return read.query<KeyRow>(sql`
    select ${columns} from app.api_key k where k.user_id = ${user}::int and k.revoked_at is null and k.expires_at > ${now.toISOString()}::timestamptz order by k.created_at desc, k.api_key_id`)
}

export interface NewKey {
  readonly name: string
  readonly scopes: readonly Permission[]
  readonly days: number
}

/**
 * Make a key; its token is told this once. It never may more than its user: what is not theirs now is refused, what they lose later is lost to it.
 * Errors: `access.scopes-beyond`, `access.too-many-keys`.
 */
export async function addKey(tx: Tx, who: Who, { name, scopes, days }: NewKey, now: Date): Promise<{ readonly key: KeyRow; readonly token: string }> {
  await tx.lock(`access keys ${who.user}`)
  const own = new Set(who.grants.filter(({ delegation }) => delegation === undefined).map(({ permission }) => permission))
  const beyond = scopes.filter((scope) => !own.has(scope))
  if (beyond.length > 0) throw new Refusal('access.scopes-beyond', { permissions: beyond.join(', ') })
  if ((await listKeys(tx, who.user, now)).length >= API_KEYS_A_USER) throw new Refusal('access.too-many-keys', { most: API_KEYS_A_USER })
  const token = KEY_PREFIX + newToken()
  const at = now.toISOString()
  const key = await tx.first<KeyRow>(sql`
    insert into app.api_key as k (token_hash, shown, user_id, name, scopes, created_at, expires_at)
    values (${tokenHash(token)}, ${token.slice(0, SHOWN_LENGTH)}, ${who.user}::int, ${name}, ${[...new Set(scopes)]}, ${at}::timestamptz, ${at}::timestamptz + make_interval(days => ${days}))
    returning ${columns}`)
  if (key === undefined) throw new Error('an insert returned nothing')
  return { key, token }
}

/** End a key of somebody's own, or anybody's; false where there is none. */
export async function revokeKey(tx: Tx, key: string, owner: string | null, now: Date): Promise<boolean> {
  const revoked = await tx.run(sql`
    update app.api_key set revoked_at = ${now.toISOString()}::timestamptz
    where api_key_id::text = ${key} and (${owner}::int is null or user_id = ${owner}::int) and revoked_at is null`)
  return revoked > 0
}
