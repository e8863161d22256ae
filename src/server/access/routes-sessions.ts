import { z } from 'zod'
import { Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import type { Read } from '../../store/types.ts'
import { command, query, type Route } from '../http/route.ts'
import { may, type Who } from '../http/who.ts'
import { requireSession } from './routes-session.ts'
import { endSession, endSessions, listSessions } from './sessions.ts'
import { userView } from './users-queries.ts'

const tag = 'session'
const params = z.object({ user: z.string() })

const SessionInfo = z
  .object({
    id: z.string(),
    how: z.enum(['password', 'link', 'oidc', 'demo']),
    address: z.string(),
    agent: z.string().describe('What the browser calls itself.'),
    startedAt: z.string(),
    seenAt: z.string(),
    current: z.boolean().describe('The one this is asked with.'),
  })
  .meta({ id: 'SessionInfo', description: 'Where somebody is signed in.' })

const Ended = z.object({ ended: z.number().int() })

const getOwn = query(
  { id: 'listSessions', method: 'get', path: '/sessions', tag, summary: 'Where one is signed in oneself.', may: 'signed-in', reply: z.array(SessionInfo) },
  (read, { who, now }) => sessionsOf(read, who, who.user, now),
)

const getOfUser = query(
  { id: 'listUserSessions', method: 'get', path: '/users/{user}/sessions', tag, summary: 'Where a user is signed in.', may: 'user.manage', params, reply: z.array(SessionInfo) },
  async (read, { params: { user }, who, now, today }) => sessionsOf(read, who, (await userView(read, user, today)).id, now),
)

const deleteOne = command(
  'session.revoke',
  {
    id: 'endSession',
    method: 'delete',
    path: '/sessions/{session}',
    tag,
    summary: 'End a session: one’s own, or anybody’s for whoever manages users.',
    may: 'signed-in',
    params: z.object({ session: z.string() }),
    status: 204,
    reply: z.null(),
  },
  async (tx, { params: { session }, who, now, audit }) => {
    const owner = await tx.first<{ user: string }>(sql`select user_id::text as user from app.session where session_id::text = ${session}`)
    const allowed = owner !== undefined && (owner.user === who.user || may(who, 'user.manage'))
    if (!allowed || !(await endSession(tx, owner.user, session, now))) throw new Refusal('session.unknown')
    audit.about(`session/${session}`, { user: owner.user })
    return null
  },
)

const deleteOthers = command(
  'session.revoke-others',
  { id: 'endOtherSessions', method: 'delete', path: '/sessions', tag, summary: 'End all one’s own sessions but this one.', may: 'signed-in', reply: Ended },
  async (tx, { who, now, audit }) => {
    audit.about(`user/${who.user}`)
    return { ended: await endSessions(tx, who.user, now, requireSession(who)) }
  },
)

const deleteOfUser = command(
  'session.revoke-all',
  { id: 'endUserSessions', method: 'delete', path: '/users/{user}/sessions', tag, summary: 'End all sessions of a user.', may: 'user.manage', params, reply: Ended },
  async (tx, { params: { user }, now, today, audit }) => {
    const { id } = await userView(tx, user, today)
    audit.about(`user/${id}`)
    return { ended: await endSessions(tx, id, now) }
  },
)

/** Routes of the list of sessions. */
export const sessionsRoutes: readonly Route[] = [getOwn, getOfUser, deleteOne, deleteOthers, deleteOfUser]

async function sessionsOf(read: Read, who: Who, user: string, now: Date): Promise<z.input<typeof SessionInfo>[]> {
  const own = who.via.kind === 'session' ? who.via.session : null
  return (await listSessions(read, user, now)).map((session) => ({ ...session, current: session.id === own }))
}
