import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { LINK_MINUTES, PASSWORD_LINK_DAYS } from '../../base/limits.ts'
import { sql } from '../../base/sql.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { createPasswordLink, createSetupLink, createSignInLink, type Link, linkPath } from './links.ts'
import { addCompany, addTestUser, appOn, Browser, type Clock, GOOD_PASSWORD, later, NOW } from './testing.ts'

let scratch: ScratchStore
let app: FastifyInstance
const clock: Clock = { now: NOW }

beforeAll(async () => {
  scratch = await scratchStore()
  await addCompany(scratch.store)
  app = await appOn(scratch.store, clock)
})

beforeEach(() =>
  scratch.store.tx(async (tx) => {
    for (const table of [sql`app.user_role`, sql`app.session`, sql`app.device`, sql`app.link`, sql`app.user_password`, sql`app.user`]) await tx.run(sql`delete from ${table}`)
  }),
)

afterAll(async () => {
  await app.close()
  await scratch.drop()
})

const setup = () => scratch.store.tx((tx) => createSetupLink(tx, clock.now))
const me = (link: Link, login = 'first') => ({ token: link.token, login, name: 'The First', password: GOOD_PASSWORD })
const count = async () => (await scratch.store.read((read) => read.first<{ users: number }>(sql`select count(*)::int as users from app.user`)))?.users

describe('the first administrator', () => {
  it('is made by the link, and may give rights and look after schemes and pay', async () => {
    expect((await new Browser(app).ask('GET', '/session/options')).body.firstRun).toBe(true)
    const browser = new Browser(app)
    const link = await setup()
    expect(linkPath(link)).toMatch(/^\/sign-in#setup=[\w-]{43}$/)
    const answer = await browser.ask('POST', '/session/link', me(link))
    expect([answer.status, answer.body.user.login, answer.body.roles]).toEqual([200, 'first', ['comp-admin', 'admin']])
    expect((await browser.ask('GET', '/users')).body.items).toMatchObject([{ login: 'first', name: 'The First' }])
    expect((await new Browser(app).ask('GET', '/session/options')).body.firstRun).toBe(false)
    expect((await new Browser(app).signIn('first')).status).toBe(200)
    await expect(setup()).rejects.toMatchObject({ code: 'access.already-set-up' })
  })

  it('is one, also when two try at the same time with one link or with two', async () => {
    const [one, two] = [await setup(), await setup()]
    const tries = [me(one, 'a'), me(one, 'b'), me(two, 'c'), me(two, 'd')].map((body) => new Browser(app).ask('POST', '/session/link', body))
    const answers = await Promise.all(tries)
    expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1)
    for (const { status, body } of answers.filter((answer) => answer.status !== 200))
      expect([
        [410, 'access.link-spent'],
        [409, 'access.already-set-up'],
      ]).toContainEqual([status, body.code])
    expect(await count()).toBe(1)
  })

  it('needs a login, a name and a good password, and may try again', async () => {
    const link = await setup()
    const browser = new Browser(app)
    const ask = async (body: object) => (await browser.ask('POST', '/session/link', { token: link.token, ...body })).body.code
    expect(await ask({})).toBe('access.link-needs')
    expect(await ask({ login: 'first', name: 'The First', password: 'woaini1314' })).toBe('access.password-common')
    expect(await ask({ login: 'two words', name: 'The First', password: GOOD_PASSWORD })).toBe('access.login-invalid')
    expect(await count()).toBe(0)
    expect((await browser.ask('POST', '/session/link', me(link))).status).toBe(200)
  })

  it('is not made by a link that is too old, or made up', async () => {
    const link = await setup()
    later(clock, LINK_MINUTES * 60)
    expect((await new Browser(app).ask('POST', '/session/link', me(link))).body.code).toBe('access.link-spent')
    expect((await new Browser(app).ask('POST', '/session/link', me({ ...link, token: 'x' }))).status).toBe(410)
    expect(await count()).toBe(0)
  })
})

describe('a link', () => {
  it('to come in works once', async () => {
    const user = await addTestUser(scratch.store, 'li')
    const link = await scratch.store.tx((tx) => createSignInLink(tx, user, { now: clock.now, by: null }))
    const answers = await Promise.all([1, 2, 3].map(() => new Browser(app).ask('POST', '/session/link', { token: link.token })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410])
  })

  it('to choose a password makes it the only one, and ends sessions and earlier links', async () => {
    const user = await addTestUser(scratch.store, 'li')
    const before = new Browser(app)
    await before.signIn('li')
    const make = () => scratch.store.tx((tx) => createPasswordLink(tx, user, { now: clock.now, by: null }))
    const [void1, link] = [await make(), await make()]
    later(clock, PASSWORD_LINK_DAYS * 24 * 3600 - 60)
    expect((await new Browser(app).ask('POST', '/session/link', { token: void1.token, password: 'seven boats under lamps' })).status).toBe(410)
    expect((await new Browser(app).ask('POST', '/session/link', { token: link.token })).body.code).toBe('access.link-needs')
    const fresh = new Browser(app)
    expect((await fresh.ask('POST', '/session/link', { token: link.token, password: 'seven boats under lamps' })).status).toBe(200)
    expect((await fresh.ask('GET', '/session')).status).toBe(200)
    expect((await before.ask('GET', '/session')).status).toBe(401)
    expect((await new Browser(app).signIn('li')).status).toBe(401)
    expect((await new Browser(app).signIn('li', 'seven boats under lamps')).status).toBe(200)
  })

  it('lets who forgot the password choose another, for as long as a link is good', async () => {
    const user = await addTestUser(scratch.store, 'li')
    const link = await scratch.store.tx((tx) => createSignInLink(tx, user, { now: clock.now, by: null }))
    const browser = new Browser(app)
    expect((await browser.ask('POST', '/session/link', { token: link.token })).body.user.hasPassword).toBe(false)
    expect((await browser.ask('POST', '/session/password', { password: 'seven boats under lamps' })).status).toBe(204)
    expect((await new Browser(app).signIn('li', 'seven boats under lamps')).status).toBe(200)
    later(clock, LINK_MINUTES * 60 + 1)
    expect((await browser.ask('GET', '/session')).body.user.hasPassword).toBe(true)
    expect((await browser.ask('POST', '/session/password', { password: 'eight boats under lamps' })).body.code).toBe('access.wrong-password')
  })

  it('of somebody disabled meanwhile leads nowhere', async () => {
    const user = await addTestUser(scratch.store, 'li')
    const link = await scratch.store.tx((tx) => createSignInLink(tx, user, { now: clock.now, by: null }))
    await scratch.store.tx((tx) => tx.run(sql`update app.user set disabled_at = now()`))
    expect((await new Browser(app).ask('POST', '/session/link', { token: link.token })).status).toBe(410)
  })

  it('is in no table as it is', async () => {
    const link = await setup()
    const row = await scratch.store.read((read) => read.first<{ all: string }>(sql`select row_to_json(l)::text as all from app.link l`))
    expect(row?.all).toContain('setup')
    expect(row?.all).not.toContain(link.token)
  })
})
