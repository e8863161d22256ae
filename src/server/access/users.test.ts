import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { addCompany, addTestUser, appOn, Browser, type Clock, GOOD_PASSWORD, later, NOW, permissionsIn } from './testing.ts'
import { addPeople } from './testing-people.ts'

let scratch: ScratchStore
let app: FastifyInstance
let admin: Browser
const clock: Clock = { now: NOW }

beforeAll(async () => {
  scratch = await scratchStore()
  await addCompany(scratch.store)
  await addPeople(scratch.store)
  app = await appOn(scratch.store, clock)
  await addTestUser(scratch.store, 'root', { roles: ['admin'] })
  admin = new Browser(app)
  await admin.signIn('root')
})

afterAll(async () => {
  await app.close()
  await scratch.drop()
})

const add = (login: string, more: object = {}) => admin.ask('POST', '/users', { login, name: `Name ${login}`, ...more })

describe('users', () => {
  it('are made with roles and a link for a password, which nobody else sees', async () => {
    const made = await add('Ann@tests.example', { email: 'ann@tests.example', employee: 'ann', roles: [{ role: 'sales' }] })
    expect(made.body).toMatchObject({
      user: { login: 'ann@tests.example', employee: 'ann', hasPassword: false, disabled: false, roles: [{ role: 'sales', from: '2026-05-20', until: null, reach: null }] },
      link: { path: expect.stringMatching(/^\/sign-in#password=[\w-]{43}$/) },
    })
    const token = made.body.link.path.split('=')[1]
    const ann = new Browser(app)
    const came = await ann.ask('POST', '/session/link', { token, password: GOOD_PASSWORD })
    expect([came.status, came.body.user.employee, permissionsIn(came.body).includes('score.read')]).toEqual([200, 'ann', true])
    expect((await admin.ask('GET', '/users?q=ANN')).body).toMatchObject({ items: [{ login: 'ann@tests.example', hasPassword: true }], next: null, total: 1 })
    expect(JSON.stringify((await admin.ask('GET', '/audit')).body)).not.toContain(token)
  })

  it('are refused with the reason', async () => {
    const codes = [
      await add('ANN@tests.example'),
      await add('twin', { email: 'Ann@Tests.example' }),
      await add('twin', { employee: 'ann' }),
      await add('twin', { employee: 'nobody' }),
      await add('twin', { roles: [{ role: 'sales', from: '2026-05-20', until: '2026-05-20' }] }),
      await add('twin', { roles: [{ role: 'king' }] }),
      await add('t win'),
    ].map(({ status, body }) => `${status} ${body.code}`)
    expect(codes).toEqual([
      '409 access.login-taken',
      '409 access.email-taken',
      '409 access.employee-taken',
      '422 access.employee-unknown',
      '400 access.dates-reversed',
      expect.stringMatching(/http\.invalid$/),
      '422 access.login-invalid',
    ])
    expect((await admin.ask('GET', '/users?q=twin')).body.items).toEqual([])
  })

  it('have roles from a day to a day, with a reach of their own', async () => {
    const { body } = await add('lent', { employee: 'wim', roles: [{ role: 'manager', from: '2026-05-21', until: '2026-06-01', reach: 'units' }] })
    const wim = new Browser(app)
    await wim.ask('POST', '/session/link', { token: body.link.path.split('=')[1], password: GOOD_PASSWORD })
    const grants = async () => (await wim.ask('GET', '/session')).body.grants.filter((grant: { permission: string }) => ['score.read', 'rule.read'].includes(grant.permission))
    expect(await grants()).toEqual([])
    later(clock, 24 * 3600)
    await wim.signIn('lent')
    expect(await grants()).toEqual([
      { permission: 'rule.read', reach: 'all', employee: 'wim' },
      { permission: 'score.read', reach: 'units', employee: 'wim' },
    ])
    later(clock, 11 * 24 * 3600)
    await wim.signIn('lent')
    expect(await grants()).toEqual([])
    await admin.signIn('root')
  })

  it('lose a role at once', async () => {
    const user = await addTestUser(scratch.store, 'fading', { roles: ['executive'] })
    const browser = new Browser(app)
    await browser.signIn('fading')
    const { body } = await admin.ask('GET', `/users/${user}`)
    expect((await admin.ask('DELETE', `/users/${user}/roles/${body.roles[0].id}`)).body.roles).toEqual([])
    expect((await browser.ask('GET', '/session')).body.grants).toEqual([])
    expect((await admin.ask('DELETE', `/users/${user}/roles/${body.roles[0].id}`)).status).toBe(404)
  })

  it('do not change their own rights, and one administrator is always left', async () => {
    const root = (await admin.ask('GET', '/session')).body.user.id
    expect((await admin.ask('POST', `/users/${root}/roles`, { role: 'comp-admin' })).body.code).toBe('access.own-rights')
    expect((await admin.ask('PATCH', `/users/${root}`, { employee: 'boss' })).body.code).toBe('access.own-rights')
    const second = await addTestUser(scratch.store, 'second', { roles: ['admin'], role: { until: '2027-01-01' } })
    const other = new Browser(app)
    await other.signIn('second')
    const roles = (await other.ask('GET', `/users/${root}`)).body.roles
    expect((await other.ask('DELETE', `/users/${root}/roles/${roles[0].id}`)).body.code).toBe('access.last-admin')
    expect((await other.ask('PATCH', `/users/${root}`, { disabled: true })).body.code).toBe('access.last-admin')
    expect((await admin.ask('GET', '/session')).status).toBe(200)
    expect((await admin.ask('PATCH', `/users/${second}`, { disabled: true })).body.disabled).toBe(true)
    expect((await other.ask('GET', '/session')).status).toBe(401)
  })

  it('are proposed from the people, with what they do', async () => {
    const { body } = await admin.ask('GET', '/users/proposals?limit=3')
    expect(body.items.map((one: { employee: string; roles: string[] }) => `${one.employee} ${one.roles}`)).toEqual(['boss sales,manager', 'eve sales,manager', 'hana sales'])
    const rest = (await admin.ask('GET', `/users/proposals?after=${body.next}`)).body
    expect(rest.items.map((one: { employee: string }) => one.employee)).toEqual(['sam', 'tom'])
    expect([body.total, rest.next]).toEqual([5, null])
  })

  it('are listed page by page', async () => {
    const seen: string[] = []
    let after = ''
    do {
      const { body } = await admin.ask('GET', `/users?limit=2${after}`)
      seen.push(...body.items.map((user: { login: string }) => user.login))
      after = body.next === null ? '' : `&after=${body.next}`
    } while (after !== '')
    expect(seen).toEqual([...seen].sort())
    expect(seen).toContain('root')
    expect(new Set(seen).size).toBe(seen.length)
  })
})

describe('sessions', () => {
  it('are listed and ended, by oneself and by whoever manages users', async () => {
    const user = await addTestUser(scratch.store, 'busy', { roles: ['sales'] })
    const [a, b, c] = [new Browser(app, '10.0.1.1'), new Browser(app, '10.0.1.2'), new Browser(app, '10.0.1.3')]
    for (const browser of [a, b, c]) await browser.signIn('busy')
    const list = (await a.ask('GET', '/sessions')).body as { id: string; current: boolean; address: string }[]
    expect(list.map(({ address, current }) => `${address} ${current}`).sort()).toEqual(['10.0.1.1 true', '10.0.1.2 false', '10.0.1.3 false'])
    const ofB = list.find(({ address }) => address === '10.0.1.2')?.id
    expect((await a.ask('DELETE', `/sessions/${ofB}`)).status).toBe(204)
    expect((await b.ask('GET', '/session')).status).toBe(401)
    expect((await a.ask('DELETE', `/sessions/${ofB}`)).status).toBe(404)
    const foreign = (await admin.ask('GET', '/sessions')).body[0].id
    expect((await a.ask('DELETE', `/sessions/${foreign}`)).status).toBe(404)
    expect((await a.ask('DELETE', '/sessions')).body).toEqual({ ended: 1 })
    expect((await admin.ask('GET', `/users/${user}/sessions`)).body).toMatchObject([{ address: '10.0.1.1', current: false, agent: 'a browser' }])
    expect((await admin.ask('DELETE', `/users/${user}/sessions`)).body).toEqual({ ended: 1 })
    expect((await a.ask('GET', '/session')).status).toBe(401)
  })
})

describe('the audit trail', () => {
  it('has an entry for each of these, with who and whom, and its chain holds', async () => {
    const { body } = await admin.ask('GET', '/audit?command=user.&limit=200')
    expect(new Set(body.items.map((entry: { command: string }) => entry.command))).toEqual(new Set(['user.add', 'user.take-role', 'user.change']))
    expect(body.items.at(-1)).toMatchObject({ name: 'Name of root', via: 'session', command: 'user.add', detail: { login: 'Ann@tests.example', roles: 'sales' }, ip: '10.0.0.1' })
    expect((await admin.ask('GET', '/audit?command=session.start&limit=1')).body.items[0]).toMatchObject({ name: 'Name of busy', via: 'nobody' })
    const stranger = new Browser(app, '10.66.0.1')
    await stranger.signIn('busy', 'not the password')
    await stranger.signIn('my password, typed as a login', 'x')
    const refused = await admin.ask('GET', '/audit?command=session.refused')
    expect(refused.body.items.map(({ object, ip, user }: Record<string, unknown>) => [object, ip, user])).toEqual([
      [null, '10.66.0.1', null],
      [expect.stringMatching(/^user\/\d+$/), '10.66.0.1', null],
    ])
    expect(refused.text).not.toContain('typed as a login')
    expect((await admin.ask('GET', '/audit/check')).body).toMatchObject({ sound: true, seq: null })
    expect((await admin.ask('GET', `/audit?after=${Buffer.from('["x"]').toString('base64url')}`)).body.code).toBe('http.bad-page')
    expect((await admin.ask('GET', '/audit?until=9999-12-31&from=2026-05-21&limit=1')).body.items).toHaveLength(1)
  })
})
