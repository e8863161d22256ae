import { z } from 'zod'
import { Refusal } from '../../base/diagnostic.ts'
import { ORG_TEXT_LENGTH, REASON_LENGTH } from '../../base/limits.ts'
import { PERMISSIONS } from '../http/permission.ts'
import { command, query, type Route } from '../http/route.ts'
import { DayAsked } from '../http/shapes.ts'
import { addDelegation, endDelegation, listDelegations, listStandIns } from './delegations.ts'
import { requireSession } from './routes-session.ts'

const tag = 'delegations'

const Person = z.object({ id: z.string(), name: z.string(), employee: z.string().nullable() }).meta({ id: 'UserName', description: 'A user as others may know them.' })

const Delegation = z
  .object({
    id: z.string(),
    from: Person.describe('Who is away.'),
    to: Person.describe('Who stands in.'),
    fromDate: z.string(),
    untilDate: z.string().describe('Not included.'),
    permissions: z.array(z.enum(PERMISSIONS)),
    reason: z.string(),
  })
  .meta({ id: 'Delegation', description: 'Somebody stands in for somebody: has these permissions on these days, counted from the employee who is away.' })

const getDelegations = query(
  {
    id: 'listDelegations',
    method: 'get',
    path: '/delegations',
    tag,
    summary: 'Delegations that hold or will: from and to oneself, or all for whoever manages users.',
    may: 'signed-in',
    reply: z.array(Delegation),
  },
  (read, { who }) => listDelegations(read, who),
)

const getStandIns = query(
  {
    id: 'listStandIns',
    method: 'get',
    path: '/delegations/stand-ins',
    tag,
    summary: 'Users who can stand in: of one’s unit, above and below; anybody for whoever manages users.',
    may: 'signed-in',
    query: z.object({ q: z.string().max(ORG_TEXT_LENGTH).default('') }),
    reply: z.array(Person),
  },
  (read, { who, query: { q } }) => listStandIns(read, who, q),
)

const postDelegation = command(
  'delegation.add',
  {
    id: 'addDelegation',
    method: 'post',
    path: '/delegations',
    tag,
    summary: 'Let somebody stand in for oneself, or for somebody else where one manages users.',
    may: 'signed-in',
    body: z.strictObject({
      from: z.string().max(ORG_TEXT_LENGTH).optional().describe('The user who is away; oneself unless told.'),
      to: z.string().max(ORG_TEXT_LENGTH),
      fromDate: DayAsked,
      untilDate: DayAsked.describe('Not included.'),
      permissions: z.array(z.enum(PERMISSIONS)).min(1).optional().describe('All that can be handed on, unless told.'),
      reason: z.string().trim().min(1).max(REASON_LENGTH),
    }),
    status: 201,
    reply: Delegation,
  },
  async (tx, { body: { from, permissions = null, ...body }, who, now, audit }) => {
    requireSession(who)
    const made = await addDelegation(tx, who, { ...body, permissions, from: from ?? who.user }, now)
    audit.about(`delegation/${made.id}`, { from: made.from.id, to: made.to.id, fromDate: made.fromDate, untilDate: made.untilDate, permissions: made.permissions.join(' ') })
    return made
  },
)

const deleteDelegation = command(
  'delegation.end',
  {
    id: 'endDelegation',
    method: 'delete',
    path: '/delegations/{delegation}',
    tag,
    summary: 'End a delegation at once: by either side, or by whoever manages users.',
    may: 'signed-in',
    params: z.object({ delegation: z.string() }),
    status: 204,
    reply: z.null(),
  },
  async (tx, { params: { delegation }, who, now, audit }) => {
    requireSession(who)
    if (!(await endDelegation(tx, who, delegation, now))) throw new Refusal('delegation.unknown')
    audit.about(`delegation/${delegation}`)
    return null
  },
)

/** Routes of delegations. */
export const delegationRoutes: readonly Route[] = [getDelegations, getStandIns, postDelegation, deleteDelegation]
