import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '../../base/sql.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { addCompany, addTestUser, appOn, Browser, type Clock, later, NOW } from './testing.ts'
import { addPeople } from './testing-people.ts'
import { visible } from './visible.ts'
import { whoOfSession } from './who-of.ts'

let scratch: ScratchStore
let app: FastifyInstance
const clock: Clock = { now: NOW }
const browsers = new Map<string, Browser>()
const ids = new Map<string, string>()

beforeAll(async () => {
  scratch = await scratchStore()
  await addCompany(scratch.store)
  await addPeople(scratch.store)
  app = await appOn(scratch.store, clock)
  for (const [employee, role] of [
    ['eve', 'manager'],
    ['wim', 'manager'],
    ['ann', 'sales'],
    ['sam', 'sales'],
    ['hana', 'hr'],
    ['boss', 'executive'],
  ] as const) {
    ids.set(employee, await addTestUser(scratch.store, employee, { roles: [role], employee }))
  }
  ids.set('root', await addTestUser(scratch.store, 'root', { roles: ['admin'] }))
  ids.set('bare', await addTestUser(scratch.store, 'bare'))
  for (const login of ids.keys()) {
    const browser = new Browser(app)
    await browser.signIn(login)
    browsers.set(login, browser)
  }
})

afterAll(async () => {
  await app.close()
  await scratch.drop()
})

/** So many days pass, and everybody signs in again. */
async function forward(days: number): Promise<void> {
  later(clock, days * 24 * 3600)
  for (const [login, browser] of browsers) await browser.signIn(login)
}

const as = (login: string) => browsers.get(login) ?? new Browser(app)
const id = (login: string) => ids.get(login) ?? ''
const week = { fromDate: '2026-05-20', untilDate: '2026-05-27', reason: '休假' }

/** Whom somebody sees the scores of today. */
async function seen(login: string): Promise<string> {
  const who = await whoOfSession(scratch.store, as(login).cookies.get('heng_session') ?? '', clock.now)
  if (who === null) return 'nobody'
  const rows = await scratch.store.read((read) =>
    read.query<{ id: string }>(sql`select employee_id as id from app.employee where employee_id in (${visible(who, 'score.read', who.day)}) order by 1`),
  )
  return rows.map((row) => row.id).join(' ')
}

describe('standing in', () => {
  it('gives what the person away has, counted from them, on the days given', async () => {
    expect(await seen('ann')).toBe('ann')
    const { status, body } = await as('eve').ask('POST', '/delegations', { to: id('ann'), ...week, fromDate: '2026-05-21' })
    expect([status, body]).toMatchObject([201, { from: { name: 'Name of eve', employee: 'eve' }, to: { employee: 'ann' }, reason: '休假' }])
    expect(await seen('ann')).toBe('ann')
    await forward(1)
    expect(await seen('ann')).toBe('ann eve')
    expect((await as('ann').ask('GET', '/session')).body.delegations).toEqual([{ id: body.id, name: 'Name of eve', employee: 'eve', until: '2026-05-27' }])
    expect((await as('ann').ask('GET', '/delegations')).body).toHaveLength(1)
    expect((await as('sam').ask('GET', '/delegations')).body).toEqual([])
    await forward(6)
    expect(await seen('ann')).toBe('ann')
    await forward(-7)
    await as('root').ask('DELETE', `/delegations/${body.id}`)
  })

  it('may be for some things alone, and ends at once when either side says so', async () => {
    const { body } = await as('eve').ask('POST', '/delegations', { to: id('ann'), ...week, permissions: ['target.read'] })
    expect(await seen('ann')).toBe('ann')
    const grants = (await as('ann').ask('GET', '/session')).body.grants as { delegation?: string; permission: string }[]
    expect(grants.filter(({ delegation }) => delegation !== undefined)).toEqual([{ permission: 'target.read', reach: 'reports', employee: 'eve', delegation: body.id }])
    expect((await as('sam').ask('DELETE', `/delegations/${body.id}`)).status).toBe(404)
    expect((await as('ann').ask('DELETE', `/delegations/${body.id}`)).status).toBe(204)
    expect((await as('ann').ask('GET', '/session')).body.delegations).toEqual([])
  })

  it('is not handed on, and is gone with the roles or the user it comes from', async () => {
    const made = await as('wim').ask('POST', '/delegations', { to: id('sam'), ...week })
    expect(await seen('sam')).toBe('sam tom wim')
    expect((await as('sam').ask('POST', '/delegations', { to: id('wim'), ...week, permissions: ['run.start'] })).body.code).toBe('access.delegation-beyond')
    const second = await as('sam').ask('POST', '/delegations', { to: id('wim'), ...week })
    expect(second.body.permissions).toEqual(expect.arrayContaining(['score.read']))
    await scratch.store.tx((tx) => tx.run(sql`update app.user_role set ended_at = now() where user_id = ${id('wim')}::int`))
    expect(await seen('sam')).toBe('sam')
    expect(await seen('wim')).toBe('sam') // What sam has of their own, and not what sam had from wim.
    await scratch.store.tx((tx) => tx.run(sql`update app.user_role set ended_at = null where user_id = ${id('wim')}::int`))
    await scratch.store.tx((tx) => tx.run(sql`update app.user set disabled_at = now() where user_id = ${id('wim')}::int`))
    expect(await seen('sam')).toBe('sam')
    await scratch.store.tx((tx) => tx.run(sql`update app.user set disabled_at = null where user_id = ${id('wim')}::int`))
    for (const { body } of [made, second]) await as('root').ask('DELETE', `/delegations/${body.id}`)
  })

  it('is for somebody of one’s unit, above or below, and for anybody where an administrator says so', async () => {
    const offered = async (login: string) =>
      (await as(login).ask('GET', '/delegations/stand-ins')).body.map((one: { employee: string | null; name: string }) => one.employee ?? one.name).sort()
    expect(await offered('ann')).toEqual(['boss', 'eve'])
    expect(await offered('eve')).toEqual(['ann', 'boss'])
    expect(await offered('bare')).toEqual([])
    expect(await offered('root')).toEqual(['Name of bare', 'ann', 'boss', 'eve', 'hana', 'sam', 'wim'])
    expect((await as('ann').ask('GET', '/delegations/stand-ins?q=EVE')).body).toHaveLength(1)
    expect((await as('ann').ask('POST', '/delegations', { to: id('sam'), ...week })).body.code).toBe('user.unknown')
    expect((await as('root').ask('POST', '/delegations', { from: id('ann'), to: id('sam'), ...week })).status).toBe(201)
    expect(await seen('sam')).toBe('ann sam')
  })

  it('is refused with the reason', async () => {
    const ask = async (login: string, body: object) => (await as(login).ask('POST', '/delegations', { ...week, ...body })).body.code
    expect(await ask('eve', { to: id('eve') })).toBe('access.delegation-self')
    expect(await ask('eve', { from: id('wim'), to: id('ann') })).toBe('user.unknown')
    expect(await ask('root', { from: id('hana'), to: id('root') })).toBe('access.own-rights')
    expect(await ask('root', { from: id('bare'), to: id('ann') })).toBe('access.delegation-empty')
    expect(await ask('root', { from: '99999', to: id('ann') })).toBe('user.unknown')
    expect(await ask('root', { from: "1' or true", to: id('ann') })).toBe('user.unknown')
    expect(await ask('root', { from: id('eve'), to: '1e3' })).toBe('user.unknown')
    expect(await ask('eve', { to: id('ann'), untilDate: '2026-05-20' })).toBe('access.dates-reversed')
    expect(await ask('eve', { to: id('ann'), fromDate: '2026-05-01', untilDate: '2026-05-20' })).toBe('access.in-the-past')
    expect(await ask('eve', { to: id('ann'), untilDate: '9999-12-31' })).toBe('access.too-long')
    expect(await ask('eve', { to: id('ann'), reason: '  ' })).toBe('http.invalid')
    expect(await ask('root', { from: id('eve'), to: id('ann'), permissions: ['user.manage'] })).toBe('access.delegation-beyond')
  })
})
