import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SESSION_DAYS, SESSION_IDLE_HOURS } from '../../base/limits.ts'
import { sql } from '../../base/sql.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { addCompany, addTestUser, appOn, Browser, type Clock, GOOD_PASSWORD, later, NOW, permissionsIn } from './testing.ts'

let scratch: ScratchStore
let app: FastifyInstance
const clock: Clock = { now: NOW }

beforeAll(async () => {
  scratch = await scratchStore()
  await addCompany(scratch.store)
  app = await appOn(scratch.store, clock)
  await addTestUser(scratch.store, 'Li.Na', { roles: ['sales'], email: 'na@tests.example' })
})

afterAll(async () => {
  await app.close()
  await scratch.drop()
})

describe('signing in', () => {
  it('gives a cookie that scripts cannot read, and says who came in', async () => {
    const browser = new Browser(app)
    const answer = await browser.ask('POST', '/session', { login: ' li.na ', password: GOOD_PASSWORD })
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      user: { login: 'li.na', name: 'Name of Li.Na', employee: null, demo: false },
      roles: ['sales'],
      company: { id: 'tests', demo: false, today: '2026-05-20' },
    })
    expect(permissionsIn(answer.body)).toContain('score.read')
    expect([answer.headers['set-cookie']].flat().join('\n')).toMatch(/heng_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+(\n|$)/)
    expect((await browser.ask('GET', '/session')).body).toEqual(answer.body)
  })

  it('keeps only hashes of tokens, and of the password', async () => {
    const browser = new Browser(app)
    await browser.signIn('li.na')
    const token = browser.cookies.get('heng_session') ?? ''
    const rows = await scratch.store.read((read) =>
      read.query<{ all: string }>(sql`select row_to_json(t)::text as all from (select * from app.session) t union all select row_to_json(t)::text from (select * from app.device) t
        union all select row_to_json(t)::text from (select * from app.user_password) t`),
    )
    expect(rows.length).toBeGreaterThan(2)
    const text = rows.map((row) => row.all).join('\n')
    for (const secret of [token, browser.cookies.get('heng_device') ?? '', Buffer.from(token).toString('hex'), GOOD_PASSWORD]) expect(text).not.toContain(secret)
    expect(text).toContain('$argon2id$')
  })

  it('says the same of a wrong password, an unknown login and a disabled user', async () => {
    await addTestUser(scratch.store, 'gone', { roles: ['sales'] })
    await scratch.store.tx((tx) => tx.run(sql`update app.user set disabled_at = now() where login = 'gone'`))
    const answers = [
      await new Browser(app, '10.1.0.1').signIn('li.na', 'wrong'),
      await new Browser(app, '10.1.0.2').signIn('nobody'),
      await new Browser(app, '10.1.0.3').signIn('gone'),
    ]
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(Array(3).fill([401, 'access.sign-in-failed']))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  })

  it('takes a new token each time, and the old session of the browser is over', async () => {
    const browser = new Browser(app)
    await browser.signIn('li.na')
    const before = browser.cookies.get('heng_session') ?? ''
    await browser.signIn('li.na')
    expect(browser.cookies.get('heng_session')).not.toBe(before)
    const old = new Browser(app)
    old.cookies.set('heng_session', before)
    expect((await old.ask('GET', '/session')).status).toBe(401)
  })

  it('never begins a session under a token that was there before', async () => {
    const browser = new Browser(app)
    browser.cookies.set('heng_session', 'fixed-by-a-stranger')
    await browser.signIn('li.na')
    expect(browser.cookies.get('heng_session')).not.toBe('fixed-by-a-stranger')
    const stranger = new Browser(app)
    stranger.cookies.set('heng_session', 'fixed-by-a-stranger')
    expect((await stranger.ask('GET', '/session')).status).toBe(401)
  })

  it('refuses a page of another site', async () => {
    const answer = await new Browser(app).ask('POST', '/session', { login: 'li.na', password: GOOD_PASSWORD }, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })
    expect([answer.status, answer.body.code, answer.headers['set-cookie']]).toEqual([403, 'http.cross-site', undefined])
  })

  it('remembers the language', async () => {
    const browser = new Browser(app)
    await browser.signIn('li.na')
    expect((await browser.ask('PATCH', '/session', { lang: 'en' })).body.user.lang).toBe('en')
    expect((await browser.ask('GET', '/session')).body.user.lang).toBe('en')
  })
})

describe('a session', () => {
  it('is over after signing out', async () => {
    const browser = new Browser(app)
    await browser.signIn('li.na')
    const token = browser.cookies.get('heng_session') ?? ''
    expect((await browser.ask('DELETE', '/session')).status).toBe(204)
    expect(browser.cookies.has('heng_session')).toBe(false)
    browser.cookies.set('heng_session', token)
    expect((await browser.ask('GET', '/session')).body.code).toBe('http.not-signed-in')
  })

  it('ends when nobody uses it, and lasts while somebody does, but not for ever', async () => {
    const [used, idle] = [new Browser(app), new Browser(app)]
    await used.signIn('li.na')
    await idle.signIn('li.na')
    for (let hours = 0; hours < SESSION_IDLE_HOURS + 6; hours += 6) {
      later(clock, 6 * 3600)
      expect((await used.ask('GET', '/session')).status).toBe(200)
    }
    expect((await idle.ask('GET', '/session')).status).toBe(401)
    for (let hours = 0; hours < SESSION_DAYS * 24; hours += 11) {
      later(clock, 11 * 3600)
      await used.ask('GET', '/session')
    }
    expect((await used.ask('GET', '/session')).status).toBe(401)
  })

  it('is over with its user', async () => {
    const user = await addTestUser(scratch.store, 'leaver', { roles: ['sales'] })
    const browser = new Browser(app)
    expect((await browser.signIn('leaver')).status).toBe(200)
    await scratch.store.tx((tx) => tx.run(sql`update app.user set disabled_at = now() where user_id = ${user}::int`))
    expect((await browser.ask('GET', '/session')).status).toBe(401)
  })
})

describe('one’s own password', () => {
  it('is changed by who knows it, and ends the other sessions', async () => {
    await addTestUser(scratch.store, 'changer', { roles: ['sales'] })
    const [here, there] = [new Browser(app), new Browser(app)]
    await here.signIn('changer')
    await there.signIn('changer')
    expect((await here.ask('POST', '/session/password', { old: 'not it', password: 'quiet river of stones' })).body.code).toBe('access.wrong-password')
    expect((await here.ask('POST', '/session/password', { old: GOOD_PASSWORD, password: 'changer123' })).body.code).toBe('access.password-own-name')
    expect((await here.ask('POST', '/session/password', { old: GOOD_PASSWORD, password: 'quiet river of stones' })).status).toBe(204)
    expect((await here.ask('GET', '/session')).status).toBe(200)
    expect((await there.ask('GET', '/session')).status).toBe(401)
    expect((await new Browser(app).signIn('changer')).status).toBe(401)
    expect((await new Browser(app).signIn('changer', 'quiet river of stones')).status).toBe(200)
  })
})

describe('how one can sign in', () => {
  it('is known to anyone, and names nobody outside the demo company', async () => {
    expect((await new Browser(app).ask('GET', '/session/options')).body).toEqual({ oidc: null, demo: false, demoRoles: [], firstRun: false })
  })
})
