import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { Provider } from 'oidc-provider'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OIDC_MINUTES } from '../../base/limits.ts'
import { sql } from '../../base/sql.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { type OidcSettings, oidcFrom, oidcOver, safePath } from './oidc.ts'
import { addCompany, addTestUser, appOn, Browser, type Clock, later, NOW } from './testing.ts'

const ORIGIN = 'http://127.0.0.1:4600'
const SECRET = 'a secret of the client that nobody sees'

let scratch: ScratchStore
let app: FastifyInstance
let service: Server
let settings: OidcSettings
const clock: Clock = { now: NOW }

/** Accounts of the service by subject. */
const accounts: Record<string, { email?: string; email_verified?: boolean }> = {
  li: { email: 'Li@tests.example', email_verified: true },
  unverified: { email: 'wang@tests.example', email_verified: false },
  stranger: { email: 'stranger@elsewhere.example', email_verified: true },
  nameless: {},
  second: { email: 'li@tests.example', email_verified: true },
  out: { email: 'out@tests.example', email_verified: true },
}

beforeAll(async () => {
  scratch = await scratchStore()
  await addCompany(scratch.store)
  service = createServer()
  await new Promise<void>((done) => service.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(service.address() as AddressInfo).port}` // A server that listens on a port.
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'heng', client_secret: SECRET, redirect_uris: [`${ORIGIN}/api/session/oidc/callback`] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...accounts[sub] }) }),
    pkce: { required: () => true },
  })
  service.on('request', provider.callback())
  settings = { issuer, clientId: 'heng', clientSecret: SECRET, name: '统一登录', origin: ORIGIN }
  app = await appOn(scratch.store, clock, settings)
  await addTestUser(scratch.store, 'li', { email: 'li@tests.example', roles: ['sales'] })
  await addTestUser(scratch.store, 'wang', { email: 'wang@tests.example' })
})

afterAll(async () => {
  await app.close()
  service.closeAllConnections()
  await new Promise((done) => service.close(done))
  await scratch.drop()
})

/** A person at the pages of the service: signs in, agrees, and is sent back; answers the address they come back to. */
async function atService(address: string, account: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let next = address
  for (let step = 0; step < 12; step++) {
    const posted = next.includes('/interaction/') && !next.endsWith('/abort')
    const prompt = posted ? await (await fetch(next, { headers: { cookie: [...cookies].map((c) => c.join('=')).join('; ') } })).text() : ''
    const form = prompt.includes('name="prompt" value="login"') ? { prompt: 'login', login: account, password: 'any' } : { prompt: 'consent' }
    const answer = await fetch(next, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map((c) => c.join('=')).join('; ') },
      ...(posted ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/s)
      cookies.set(name, value)
    }
    next = new URL(answer.headers.get('location') ?? '', next).href
    if (next.startsWith(ORIGIN)) return new URL(next)
  }
  throw new Error(`the service never sent anybody back: ${next}`)
}

/** The whole way; answers where the application sends the browser in the end. */
async function come(browser: Browser, account: string, back = '/scores?period=2026-05'): Promise<string> {
  const left = await browser.ask('GET', `/session/oidc?back=${encodeURIComponent(back)}`)
  const returned = await atService(String(left.headers.location), account)
  const answer = await browser.ask('GET', returned.pathname.slice('/api'.length) + returned.search)
  expect(answer.status).toBe(302)
  return String(answer.headers.location)
}

describe('signing in through another service', () => {
  it('is offered by name, and its secret is shown nowhere', async () => {
    const options = await new Browser(app).ask('GET', '/session/options')
    expect(options.body.oidc).toEqual({ name: '统一登录' })
    const left = await new Browser(app).ask('GET', '/session/oidc')
    expect(options.text + JSON.stringify(left.headers)).not.toContain(SECRET)
    expect(new URL(String(left.headers.location)).searchParams.get('code_challenge_method')).toBe('S256')
  })

  it('lets a user in by the address it has verified, and knows them by their subject from then on', async () => {
    const browser = new Browser(app)
    expect(await come(browser, 'li')).toBe('/scores?period=2026-05')
    expect((await browser.ask('GET', '/session')).body.user.login).toBe('li')
    expect(browser.cookies.has('heng_oidc')).toBe(false)
    await scratch.store.tx((tx) => tx.run(sql`update app.user set email = 'new@tests.example' where login = 'li'`))
    const again = new Browser(app)
    await come(again, 'li')
    expect((await again.ask('GET', '/session')).body.user.login).toBe('li')
    await scratch.store.tx((tx) => tx.run(sql`update app.user set email = 'li@tests.example' where login = 'li'`))
    const entries = await scratch.store.read((read) => read.query<{ name: string }>(sql`select user_name as name from app.audit where command = 'session.oidc'`))
    expect(entries).toEqual([{ name: 'Name of li' }, { name: 'Name of li' }])
  })

  it('lets nobody else in: not verified, unknown, without an address, a second subject with the same address, disabled', async () => {
    const out = await addTestUser(scratch.store, 'out', { email: 'out@tests.example' })
    expect(await come(new Browser(app), 'out')).toBe('/scores?period=2026-05')
    await scratch.store.tx((tx) => tx.run(sql`update app.user set disabled_at = now() where user_id = ${out}::int`))
    for (const account of ['unverified', 'stranger', 'nameless', 'second', 'out']) {
      const browser = new Browser(app)
      expect(`${account} ${await come(browser, account)}`).toBe(`${account} /sign-in?problem=access.oidc-nobody`)
      expect(browser.cookies.has('heng_session')).toBe(false)
    }
    expect(await scratch.store.read((read) => read.query(sql`select count(*)::int as users from app.user`))).toEqual([{ users: 3 }])
  })

  it('ends in the browser in which it began, once, and in time', async () => {
    const browser = new Browser(app)
    const left = await browser.ask('GET', '/session/oidc')
    const returned = await atService(String(left.headers.location), 'li')
    const path = returned.pathname.slice('/api'.length) + returned.search
    const arrive = async (at: Browser, where = path) => String((await at.ask('GET', where)).headers.location)
    expect(await arrive(new Browser(app))).toBe('/sign-in?problem=access.oidc-stale')
    const other = new Browser(app)
    await other.ask('GET', '/session/oidc')
    expect(await arrive(other)).toBe('/sign-in?problem=access.oidc-failed') // The state is that of somebody else’s trip.
    const forged = new Browser(app)
    const [text = ''] = (browser.cookies.get('heng_oidc') ?? '').split('.')
    forged.cookies.set('heng_oidc', `${text}.${Buffer.from('x').toString('base64url')}`)
    expect(await arrive(forged)).toBe('/sign-in?problem=access.oidc-stale')
    const trip = browser.cookies.get('heng_oidc') ?? ''
    later(clock, OIDC_MINUTES * 60 + 1)
    expect(await arrive(browser)).toBe('/sign-in?problem=access.oidc-stale')
    clock.now = NOW
    browser.cookies.set('heng_oidc', trip)
    expect(await arrive(browser)).toBe('/')
    browser.cookies.set('heng_oidc', trip)
    expect(await arrive(browser)).toBe('/sign-in?problem=access.oidc-failed') // A code is good once.
  })

  it('tells when the person says no, and when the service is away', async () => {
    const browser = new Browser(app)
    const left = await browser.ask('GET', '/session/oidc')
    const state = new URL(String(left.headers.location)).searchParams.get('state')
    expect((await browser.ask('GET', `/session/oidc/callback?error=access_denied&state=${state}`)).headers.location).toBe('/sign-in?problem=access.oidc-failed')
    const away = await appOn(scratch.store, clock, { ...settings, issuer: 'http://127.0.0.1:9' })
    expect((await new Browser(away).ask('GET', '/session/oidc')).headers.location).toBe('/sign-in?problem=access.oidc-failed')
    await away.close()
  })

  it('is off where nothing is set, and refuses a service without https elsewhere', async () => {
    const off = await appOn(scratch.store, clock)
    expect((await new Browser(off).ask('GET', '/session/oidc')).body.code).toBe('access.oidc-off')
    await off.close()
    for (const issuer of ['http://login.example', 'ftp://login.example', 'login.example'])
      expect(() => oidcOver({ ...settings, issuer })).toThrow(expect.objectContaining({ code: 'access.http-issuer' }))
  })

  it('needs all of its settings, and an address that is one', () => {
    const none = { issuer: null, clientId: null, clientSecret: null, name: null, origin: null }
    expect(oidcFrom({ ...none, origin: 'https://heng.example/' })).toBeNull()
    expect(oidcFrom({ ...settings, origin: 'https://heng.example/app' })).toEqual({ ...settings, origin: 'https://heng.example' })
    expect(() => oidcFrom({ ...none, issuer: 'https://login.example' })).toThrow(
      expect.objectContaining({ code: 'access.oidc-incomplete', params: { missing: 'HENG_OIDC_CLIENT_ID, HENG_OIDC_CLIENT_SECRET' } }),
    )
    expect(() => oidcFrom({ ...settings, origin: 'heng.example' })).toThrow(expect.objectContaining({ code: 'access.origin-invalid' }))
  })

  it.each([
    ['/scores?a=1#b', '/scores?a=1#b'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    ['/a\nb', '/'],
    ['', '/'],
  ])('goes back to our own pages alone: %j', (path, goes) => {
    expect(safePath(path)).toBe(goes)
  })
})
