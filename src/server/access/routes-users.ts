import { z } from 'zod'
import { Refusal } from '../../base/diagnostic.ts'
import { LOGIN_LENGTH, ORG_TEXT_LENGTH } from '../../base/limits.ts'
import { pageOf, pageQuery } from '../http/paging.ts'
import { PERMISSIONS, REACHES } from '../http/permission.ts'
import { command, query, type Route } from '../http/route.ts'
import { DayAsked } from '../http/shapes.ts'
import type { Who } from '../http/who.ts'
import { createPasswordLink, type Link, linkPath } from './links.ts'
import { ACCESS_ROLES, ROLE_RIGHTS } from './roles.ts'
import { addUser, changeUser, endRole, giveRole, requireUser } from './users.ts'
import { listProposals, listUsers, Proposal, User, userView } from './users-queries.ts'

const tag = 'users'
const params = z.object({ user: z.string() })

const NewUserRole = z.strictObject({
  role: z.enum(ACCESS_ROLES),
  from: DayAsked.optional().describe('Today unless told.'),
  until: DayAsked.nullable().optional().describe('Not included; for good unless told.'),
  reach: z.enum(REACHES).nullable().optional().describe('In place of the reach the role has, for what is about people.'),
})

const UserLink = z
  .object({ path: z.string().describe('Below the address of the application; it holds the secret, so hand it to this person alone.'), expiresAt: z.string() })
  .meta({ id: 'UserLink', description: 'A link with which a user chooses a password, once.' })

const Name = z.string().trim().min(1).max(ORG_TEXT_LENGTH)
const Email = z.email().max(ORG_TEXT_LENGTH).nullable()
const Employee = z.string().max(ORG_TEXT_LENGTH).nullable()

const AccessRoleView = z
  .object({ role: z.enum(ACCESS_ROLES), rights: z.array(z.object({ permission: z.enum(PERMISSIONS), reach: z.enum(REACHES) })) })
  .meta({ id: 'AccessRole', description: 'What a role may, and whose data it reaches.' })

const getRoles = query(
  { id: 'listAccessRoles', method: 'get', path: '/access-roles', tag, summary: 'The access roles and what each may.', may: 'signed-in', reply: z.array(AccessRoleView) },
  async () => ACCESS_ROLES.map((role) => ({ role, rights: ROLE_RIGHTS[role].map((right) => ({ ...right })) })),
)

const getUsers = query(
  {
    id: 'listUsers',
    method: 'get',
    path: '/users',
    tag,
    summary: 'Users in order of their logins.',
    may: 'user.manage',
    query: z.object({ ...pageQuery, q: z.string().max(ORG_TEXT_LENGTH).optional() }),
    reply: pageOf(User),
  },
  (read, { query: asked, today }) => listUsers(read, asked, today),
)

const getProposals = query(
  {
    id: 'listUserProposals',
    method: 'get',
    path: '/users/proposals',
    tag,
    summary: 'People who work here and are no users yet, with the roles they would be given.',
    may: 'user.manage',
    query: z.object(pageQuery),
    reply: pageOf(Proposal),
  },
  (read, { query: asked, today }) => listProposals(read, asked, today),
)

const getUser = query(
  { id: 'getUser', method: 'get', path: '/users/{user}', tag, summary: 'One user.', may: 'user.manage', params, reply: User },
  (read, { params: { user }, today }) => userView(read, user, today),
)

const postUser = command(
  'user.add',
  {
    id: 'addUser',
    method: 'post',
    path: '/users',
    tag,
    summary: 'Make a user, with a link for choosing a password.',
    may: 'user.manage',
    secret: true,
    body: z.strictObject({
      login: z
        .string()
        .min(1)
        .max(LOGIN_LENGTH * 4),
      name: Name,
      email: Email.optional(),
      employee: Employee.optional(),
      roles: z.array(NewUserRole).max(ACCESS_ROLES.length).default([]),
    }),
    status: 201,
    reply: z.object({ user: User, link: UserLink }),
  },
  async (tx, { body, who, now, today, audit }) => {
    const user = await addUser(tx, { login: body.login, name: body.name, email: body.email ?? null, employee: body.employee ?? null }, now)
    for (const { role, from = today, until = null, reach = null } of body.roles) await giveRole(tx, user, { role, from, until, reach }, { user: who.user, now })
    audit.about(`user/${user}`, { login: body.login, roles: body.roles.map(({ role }) => role).join(' ') })
    return { user: await userView(tx, user, today), link: shown(await createPasswordLink(tx, user, { now, by: who.user })) }
  },
)

const patchUser = command(
  'user.change',
  {
    id: 'changeUser',
    method: 'patch',
    path: '/users/{user}',
    tag,
    summary: 'Change a user, or disable them: they are out at once.',
    may: 'user.manage',
    params,
    body: z.strictObject({ name: Name.optional(), email: Email.optional(), employee: Employee.optional(), disabled: z.boolean().optional() }),
    reply: User,
  },
  async (tx, { params: { user }, body, who, now, today, audit }) => {
    if (body.disabled !== undefined || body.employee !== undefined) requireOther(who, user)
    await changeUser(tx, user, body, { now, today })
    audit.about(`user/${user}`, Object.fromEntries(Object.entries(body).map(([field, value]) => [field, String(value ?? '')])))
    return userView(tx, user, today)
  },
)

const postLink = command(
  'user.link',
  {
    id: 'makeUserLink',
    method: 'post',
    path: '/users/{user}/link',
    tag,
    summary: 'Make a link with which the user chooses a password; earlier ones are void.',
    may: 'user.manage',
    secret: true,
    params,
    status: 201,
    reply: UserLink,
  },
  async (tx, { params: { user }, who, now, audit }) => {
    await requireUser(tx, user)
    audit.about(`user/${user}`)
    return shown(await createPasswordLink(tx, user, { now, by: who.user }))
  },
)

const postRole = command(
  'user.give-role',
  { id: 'giveRole', method: 'post', path: '/users/{user}/roles', tag, summary: 'Give a user a role.', may: 'user.manage', params, body: NewUserRole, status: 201, reply: User },
  async (tx, { params: { user }, body: { role, from, until = null, reach = null }, who, now, today, audit }) => {
    requireOther(who, user)
    await requireUser(tx, user)
    const begins = from ?? today
    await giveRole(tx, user, { role, from: begins, until, reach }, { user: who.user, now })
    audit.about(`user/${user}`, { role, from: begins, until: until ?? '', reach: reach ?? '' })
    return userView(tx, user, today)
  },
)

const deleteRole = command(
  'user.take-role',
  {
    id: 'takeRole',
    method: 'delete',
    path: '/users/{user}/roles/{role}',
    tag,
    summary: 'Take a role back, at once. `role` is the id of what the user was given.',
    may: 'user.manage',
    params: z.object({ user: z.string(), role: z.string() }),
    reply: User,
  },
  async (tx, { params: { user, role }, who, now, today, audit }) => {
    requireOther(who, user)
    await requireUser(tx, user)
    const before = (await userView(tx, user, today)).roles.find(({ id }) => id === role)
    await endRole(tx, user, role, { user: who.user, now, today })
    audit.about(`user/${user}`, { role: before?.role ?? role })
    return userView(tx, user, today)
  },
)

/** Routes of users and their roles. */
export const userRoutes: readonly Route[] = [getRoles, getUsers, getProposals, getUser, postUser, patchUser, postLink, postRole, deleteRole]

function shown(link: Link): z.input<typeof UserLink> {
  return { path: linkPath(link), expiresAt: link.expiresAt }
}

/** Nobody changes their own rights: two people know of every change. Errors: `access.own-rights`. */
function requireOther(who: Who, user: string): void {
  if (who.user === user) throw new Refusal('access.own-rights')
}
