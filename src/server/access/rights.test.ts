import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { createApp, routes } from '../app.ts'
import { PERMISSIONS, type Permission } from '../http/permission.ts'
import { type AnySpec, permissionsOf, query } from '../http/route.ts'
import { addKey } from './keys.ts'
import { ACCESS_ROLES, type AccessRole, ROLE_RIGHTS } from './roles.ts'
import { endSession, startSession } from './sessions.ts'
import { addCompany, addTestUser, NOW } from './testing.ts'
import { addPeople } from './testing-people.ts'
import { whoOfSession } from './who-of.ts'

/** Who has each role in the company of testing-people.ts, and somebody of another team. */
const EMPLOYEE: Readonly<Record<AccessRole, string | null>> = { sales: 'ann', manager: 'eve', hr: 'hana', executive: 'boss', 'comp-admin': null, admin: null }
const STRANGER = 'sam'

/** A stream never ends: one that has not answered by then was let through. */
const ANSWER_MS = 1_000

/** A route about an employee for each permission, so that reach is judged however few routes of the product name one. */
const probes = PERMISSIONS.map((permission) =>
  query(
    {
      id: `probe-${permission}`,
      method: 'get',
      path: `/probe-${permission.replace('.', '-')}/{employee}`,
      tag: 'probe',
      summary: 'A probe.',
      may: permission,
      params: z.object({ employee: z.string() }),
      reply: z.null(),
    },
    async () => null,
  ),
)

let scratch: ScratchStore
let app: FastifyInstance
const users = new Map<AccessRole | 'none', string>()

beforeAll(async () => {
  scratch = await scratchStore()
  await addCompany(scratch.store)
  await addPeople(scratch.store)
  app = await createApp({ store: scratch.store, config: { now: () => NOW }, more: probes })
  for (const role of ACCESS_ROLES) {
    const employee = EMPLOYEE[role]
    users.set(role, await addTestUser(scratch.store, role, { roles: [role], ...(employee === null ? {} : { employee }) }))
  }
  users.set('none', await addTestUser(scratch.store, 'none'))
})

afterAll(async () => {
  await app.close()
  await scratch.drop()
})

const userOf = (role: AccessRole | 'none') => users.get(role) ?? ''
const visitor = { address: '127.0.0.1', agent: '', session: null, device: null, now: NOW }

/** A session of its own for each request: some of them end it. */
async function cookie(role: AccessRole | 'none', revoked = false): Promise<Record<string, string>> {
  const token = await scratch.store.tx(async (tx) => {
    const started = await startSession(tx, userOf(role), 'password', visitor)
    if (revoked) await endSession(tx, userOf(role), started.session, NOW)
    return started.token
  })
  return { cookie: `heng_session=${token}`, 'x-heng': '1' }
}

/** What a route answers: the status, and the code where it refuses. `let through` also where it never ends. */
async function answerOf(spec: AnySpec, headers: Record<string, string>, employee = 'ann'): Promise<string> {
  const url = `/api${spec.path.replaceAll(/\{(\w+)\}/g, (_, name) => (name === 'employee' ? employee : 'x'))}`
  const payload = spec.body === undefined ? {} : { payload: {} }
  try {
    const { statusCode, body } = await app.inject({
      method: spec.method.toUpperCase() as 'GET',
      url,
      headers,
      remoteAddress: nextAddress(),
      ...payload,
      signal: AbortSignal.timeout(ANSWER_MS),
    }) // One of the methods.
    const code = statusCode >= 400 && body.startsWith('{') ? String(JSON.parse(body).code) : 'said'
    return GUARDED.has(code) ? `${statusCode} ${code}` : 'let through'
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') return 'let through'
    throw error
  }
}

/** Strangers are counted by address: each request of these tests is somebody else. */
let requests = 0
const nextAddress = () => {
  requests += 1
  return `10.${requests >> 16}.${(requests >> 8) & 255}.${requests & 255}`
}

/** What the guard says; anything else is said by the route itself. */
const GUARDED = new Set(['http.not-signed-in', 'http.forbidden', 'http.cross-site', 'access.not-visible'])

const specs = [...routes, ...probes].map(({ spec }) => spec)
const closed = specs.filter(({ may }) => may !== 'anyone')
const guarded = specs.filter(({ may }) => may !== 'anyone' && may !== 'signed-in')
const has = (role: AccessRole, needed: AnySpec['may']) => ROLE_RIGHTS[role].some(({ permission }) => permissionsOf(needed).includes(permission))
const reachOf = (role: AccessRole, needed: AnySpec['may']) => ROLE_RIGHTS[role].find(({ permission }) => permissionsOf(needed).includes(permission))?.reach

/** Every route with its answer, for a readable difference. */
async function answers(asked: readonly AnySpec[], headers: (spec: AnySpec) => Promise<Record<string, string>>, employee?: string): Promise<string[]> {
  const lines: string[] = []
  for (const spec of asked) lines.push(`${spec.id}: ${await answerOf(spec, await headers(spec), employee)}`)
  return lines
}

const all = (asked: readonly AnySpec[], answer: string | ((spec: AnySpec) => string)) => asked.map((spec) => `${spec.id}: ${typeof answer === 'string' ? answer : answer(spec)}`)

describe('every route', () => {
  it('is seen here: the same that the document of the API names', () => {
    const document = JSON.parse(readFileSync(new URL('../../../docs/api/openapi.json', import.meta.url), 'utf8')) as {
      paths: Record<string, Record<string, { operationId?: string }>>
    } // Our own document.
    const named = Object.values(document.paths).flatMap((path) => Object.values(path).flatMap(({ operationId }) => (operationId === undefined ? [] : [operationId])))
    expect(routes.map(({ spec }) => spec.id).sort()).toEqual(named.sort())
    expect(specs.length).toBeGreaterThan(30)
    expect(guarded.length).toBeGreaterThan(10)
  })

  it('but those for anyone refuses a stranger, and whoever brings a made-up or a revoked session or key', async () => {
    for (const headers of [{}, { cookie: 'heng_session=made-up' }, { authorization: 'Bearer heng_made-up' }, { authorization: 'Basic bWU6bWU=' }] as Record<string, string>[]) {
      expect(await answers(closed, async () => ({ 'x-heng': '1', ...headers }))).toEqual(all(closed, '401 http.not-signed-in'))
    }
    expect(await answers(closed, () => cookie('admin', true))).toEqual(all(closed, '401 http.not-signed-in'))
  })

  it('refuses who is signed in and has no role', async () => {
    expect(await answers(guarded, () => cookie('none'))).toEqual(all(guarded, '403 http.forbidden'))
  })

  it.each(ACCESS_ROLES)('lets %s do what the role may, and nothing else', async (role) => {
    const self = EMPLOYEE[role] ?? 'ann'
    expect(await answers(closed, () => cookie(role), self)).toEqual(all(closed, ({ may }) => (may === 'signed-in' || has(role, may) ? 'let through' : '403 http.forbidden')))
  })

  it.each(ACCESS_ROLES)('about an employee is not there for %s where the employee is out of reach', async (role) => {
    const about = guarded.filter(({ path, may }) => path.includes('{employee}') && has(role, may))
    for (const employee of [STRANGER, 'nobody', '%00', "x' or true --"]) {
      const answer = ({ may }: AnySpec) => (reachOf(role, may) === 'all' && employee === STRANGER ? 'let through' : '404 access.not-visible')
      expect(await answers(about, () => cookie(role), encodeURIComponent(employee).replaceAll('%2500', '%00'))).toEqual(all(about, answer))
    }
  })

  it('that writes refuses a page of another site, whoever is signed in', async () => {
    const writing = closed.filter(({ method }) => method !== 'get')
    expect(writing.length).toBeGreaterThan(10)
    const foreign = async () => ({ ...(await cookie('admin')), origin: 'https://evil.example' })
    expect(await answers(writing, foreign)).toEqual(all(writing, '403 http.cross-site'))
    const without = async () => ({ cookie: (await cookie('admin')).cookie ?? '' })
    expect(await answers(writing, without)).toEqual(all(writing, '403 http.cross-site'))
  })

  it('lets a key do what is in its scopes, and nothing else', async () => {
    const scopes: Permission[] = ['org.read', 'audit.read']
    const session = await scratch.store.tx((tx) => startSession(tx, userOf('admin'), 'password', visitor))
    const who = await whoOfSession(scratch.store, session.token, NOW)
    if (who === null) throw new Error('nobody is signed in')
    const { token } = await scratch.store.tx((tx) => addKey(tx, who, { name: 'k', scopes, days: 1 }, NOW))
    expect(await answers(guarded, async () => ({ authorization: `Bearer ${token}` }))).toEqual(
      all(guarded, ({ may }) => (permissionsOf(may).some((one) => scopes.includes(one)) ? 'let through' : '403 http.forbidden')),
    )
  })
})

describe('the table of roles', () => {
  it('keeps apart what must be apart', () => {
    const roles = (permission: Permission) => ACCESS_ROLES.filter((role) => has(role, permission))
    expect(Object.fromEntries(PERMISSIONS.map((permission) => [permission, roles(permission).join(' ')]))).toEqual({
      'org.read': 'sales manager hr executive comp-admin admin',
      'org.write': 'admin',
      'data.read': 'sales manager executive comp-admin admin',
      'data.write': 'admin',
      'rating.read': 'sales manager hr executive comp-admin',
      'rating.write': 'hr comp-admin',
      'rule.read': 'sales manager hr executive comp-admin admin',
      'rule.write': 'comp-admin admin',
      'target.read': 'sales manager hr executive comp-admin',
      'target.write': 'comp-admin',
      'score.read': 'sales manager hr executive comp-admin admin',
      'pay.read': 'sales manager hr executive comp-admin',
      'pay.write': 'comp-admin',
      'run.start': 'comp-admin admin',
      'comment.write': 'sales manager hr executive comp-admin',
      'user.manage': 'admin',
      'audit.read': 'admin',
    })
    expect(['sales', 'manager', 'hr'].map((role) => reachOf(role as AccessRole, 'pay.read'))).toEqual(['own', 'reports', 'all']) // Three of the roles.
  })
})
