import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { API_KEYS_A_USER } from '../../base/limits.ts'
import { sql } from '../../base/sql.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { addCompany, addTestUser, appOn, Browser, type Clock, later, NOW, permissionsIn } from './testing.ts'

let scratch: ScratchStore
let app: FastifyInstance
let owner: Browser
let user: string
const clock: Clock = { now: NOW }

beforeAll(async () => {
  scratch = await scratchStore()
  await addCompany(scratch.store)
  app = await appOn(scratch.store, clock)
  user = await addTestUser(scratch.store, 'owner', { roles: ['comp-admin'] })
  owner = new Browser(app)
  await owner.signIn('owner')
})

afterAll(async () => {
  await app.close()
  await scratch.drop()
})

const add = (more: object = {}) => owner.ask('POST', '/keys', { name: 'bi', scopes: ['score.read'], ...more })
const byKey = (token: string) => ({ 'x-heng': '', 'sec-fetch-site': 'cross-site', authorization: `Bearer ${token}` })

describe('a key', () => {
  it('is told once, and may what is in its scopes', async () => {
    const { status, body } = await add({ scopes: ['score.read', 'score.read', 'org.read'] })
    expect([status, body.token]).toEqual([201, expect.stringMatching(/^heng_[\w-]{43}$/)])
    expect(body.key).toMatchObject({ name: 'bi', shown: body.token.slice(0, 9), scopes: ['score.read', 'org.read'], seenAt: null })
    const session = await new Browser(app).ask('GET', '/session', undefined, byKey(body.token))
    expect([session.status, session.body.via, permissionsIn(session.body).sort()]).toEqual([200, 'key', ['org.read', 'score.read']])
    const list = await owner.ask('GET', '/keys')
    expect(list.body[0]).toMatchObject({ id: body.key.id, seenAt: '2026-05-20T02:00:00.000Z' })
    expect(list.text).not.toContain(body.token)
    const stored = await scratch.store.read((read) =>
      read.query<{ all: string }>(sql`select row_to_json(k)::text as all from app.api_key k union all select row_to_json(i)::text from app.idempotency i`),
    )
    expect(stored.map((row) => row.all).join()).not.toContain(body.token.slice(9))
  })

  it('never reaches further than its user, now or later', async () => {
    expect((await add({ scopes: ['score.read', 'user.manage', 'audit.read'] })).body).toMatchObject({
      code: 'access.scopes-beyond',
      params: { permissions: 'user.manage, audit.read' },
    })
    const { body } = await add({ scopes: ['pay.read'] })
    await scratch.store.tx((tx) => tx.run(sql`update app.user_role set ended_at = now() where user_id = ${user}::int`))
    expect((await new Browser(app).ask('GET', '/session', undefined, byKey(body.token))).body.grants).toEqual([])
    await scratch.store.tx((tx) => tx.run(sql`update app.user_role set ended_at = null where user_id = ${user}::int`))
  })

  it('does not make keys, end sessions of its own or change passwords', async () => {
    const { body } = await add()
    const ask = async (method: 'POST' | 'DELETE', path: string, what?: object) => (await new Browser(app).ask(method, path, what, byKey(body.token))).body?.code
    expect(await ask('POST', '/keys', { name: 'more', scopes: ['score.read'] })).toBe('access.session-wanted')
    expect(await ask('DELETE', '/session')).toBe('access.session-wanted')
    expect(await ask('DELETE', '/sessions')).toBe('access.session-wanted')
    expect(await ask('POST', '/session/password', { password: 'quiet river of stones' })).toBe('access.session-wanted')
    expect(await ask('POST', '/delegations', { to: '1', fromDate: '2026-05-20', untilDate: '2026-05-21', reason: 'x' })).toBe('access.session-wanted')
  })

  it('is over when it is revoked, expires or its user is disabled', async () => {
    const [revoked, short, kept] = [(await add()).body, (await add({ days: 1 })).body, (await add()).body]
    const stranger = new Browser(app)
    await addTestUser(scratch.store, 'stranger', { roles: ['sales'] })
    await stranger.signIn('stranger')
    expect((await stranger.ask('DELETE', `/keys/${revoked.key.id}`)).status).toBe(404)
    expect((await owner.ask('DELETE', `/keys/${revoked.key.id}`)).status).toBe(204)
    const status = async ({ token }: { token: string }) => (await new Browser(app).ask('GET', '/session', undefined, byKey(token))).status
    expect([await status(revoked), await status(short), await status(kept)]).toEqual([401, 200, 200])
    later(clock, 24 * 3600)
    expect([await status(short), await status(kept)]).toEqual([401, 200])
    await scratch.store.tx((tx) => tx.run(sql`update app.user set disabled_at = now() where user_id = ${user}::int`))
    expect(await status(kept)).toBe(401)
    await scratch.store.tx((tx) => tx.run(sql`update app.user set disabled_at = null where user_id = ${user}::int`))
  })

  it('is judged alone: a cookie beside it gives nothing', async () => {
    await owner.signIn('owner')
    expect((await owner.ask('GET', '/session', undefined, { authorization: 'Bearer heng_wrong' })).status).toBe(401)
  })

  it('is one of a few', async () => {
    const there = (await owner.ask('GET', '/keys')).body.length
    const answers = await Promise.all(Array.from({ length: API_KEYS_A_USER - there + 3 }, () => add()))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(API_KEYS_A_USER - there)
    expect(answers.find(({ status }) => status !== 201)?.body.code).toBe('access.too-many-keys')
  })
})
