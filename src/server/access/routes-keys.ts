import { z } from 'zod'
import { Refusal } from '../../base/diagnostic.ts'
import { API_KEY_DAYS, ORG_TEXT_LENGTH } from '../../base/limits.ts'
import { sql } from '../../base/sql.ts'
import { PERMISSIONS } from '../http/permission.ts'
import { command, query, type Route } from '../http/route.ts'
import { may } from '../http/who.ts'
import { addKey, listKeys, revokeKey } from './keys.ts'
import { requireSession } from './routes-session.ts'
import { userView } from './users-queries.ts'

const tag = 'keys'

/** Days a key lasts unless told: long enough for a trial, short enough to be thought of. */
const KEY_DAYS = 90

const ApiKey = z
  .object({
    id: z.string(),
    name: z.string(),
    shown: z.string().describe('Its first characters.'),
    scopes: z.array(z.enum(PERMISSIONS)),
    createdAt: z.string(),
    expiresAt: z.string(),
    seenAt: z.string().nullable(),
  })
  .meta({ id: 'ApiKey', description: 'A key of a program: it may what its user may, within its scopes.' })

const getKeys = query({ id: 'listKeys', method: 'get', path: '/keys', tag, summary: 'One’s own keys.', may: 'signed-in', reply: z.array(ApiKey) }, async (read, { who, now }) =>
  listKeys(read, who.user, now),
)

const getOfUser = query(
  {
    id: 'listUserKeys',
    method: 'get',
    path: '/users/{user}/keys',
    tag,
    summary: 'Keys of a user.',
    may: 'user.manage',
    params: z.object({ user: z.string() }),
    reply: z.array(ApiKey),
  },
  async (read, { params: { user }, now, today }) => listKeys(read, (await userView(read, user, today)).id, now),
)

const postKey = command(
  'key.add',
  {
    id: 'addKey',
    method: 'post',
    path: '/keys',
    tag,
    summary: 'Make a key. `token` is told this once.',
    may: 'signed-in',
    secret: true,
    body: z.strictObject({
      name: z.string().trim().min(1).max(ORG_TEXT_LENGTH),
      scopes: z.array(z.enum(PERMISSIONS)).min(1).max(PERMISSIONS.length),
      days: z.number().int().min(1).max(API_KEY_DAYS).default(KEY_DAYS),
    }),
    status: 201,
    reply: z.object({ key: ApiKey, token: z.string() }),
  },
  async (tx, { body, who, now, audit }) => {
    requireSession(who) // A key that makes keys would outlive its own end.
    const made = await tx.first(sql`select 1 as made from app.user where user_id = ${who.user}::int and demo_role is not null`)
    if (made !== undefined) throw new Refusal('access.demo-forbidden')
    const added = await addKey(tx, who, body, now)
    audit.about(`key/${added.key.id}`, { name: body.name, scopes: body.scopes.join(' ') })
    return added
  },
)

const deleteKey = command(
  'key.revoke',
  {
    id: 'revokeKey',
    method: 'delete',
    path: '/keys/{key}',
    tag,
    summary: 'Revoke a key: one’s own, or anybody’s for whoever manages users.',
    may: 'signed-in',
    params: z.object({ key: z.string() }),
    status: 204,
    reply: z.null(),
  },
  async (tx, { params: { key }, who, now, audit }) => {
    if (!(await revokeKey(tx, key, may(who, 'user.manage') ? null : who.user, now))) throw new Refusal('key.unknown')
    audit.about(`key/${key}`)
    return null
  },
)

/** Routes of API keys. */
export const keyRoutes: readonly Route[] = [getKeys, getOfUser, postKey, deleteKey]
