import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '../../base/sql.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { markDemo } from './company.ts'
import { DEMO_ROLES } from './demo.ts'
import { addCompany, addTestUser, appOn, Browser, NOW } from './testing.ts'
import { addPeople } from './testing-people.ts'

let scratch: ScratchStore
let app: FastifyInstance

beforeAll(async () => {
  scratch = await scratchStore()
  await addCompany(scratch.store)
  await addPeople(scratch.store)
  app = await appOn(scratch.store, { now: NOW })
})

afterAll(async () => {
  await app.close()
  await scratch.drop()
})

const setDemo = (value: string) => scratch.store.tx((tx) => tx.run(sql`update app.setting set value = ${value}::jsonb where name = 'demo'`))

describe('looking around as somebody', () => {
  it('is for the demo company alone', async () => {
    for (const role of DEMO_ROLES) {
      const answer = await new Browser(app).ask('POST', '/session/demo', { role })
      expect([answer.status, answer.body.code, answer.headers['set-cookie']]).toEqual([403, 'access.no-demo', undefined])
    }
    expect(await scratch.store.read((read) => read.query(sql`select 1 from app.user`))).toEqual([])
  })

  it('shows each role as the same person every time', async () => {
    await scratch.store.tx(markDemo)
    const options = (await new Browser(app).ask('GET', '/session/options')).body
    expect(options).toMatchObject({ demo: true, firstRun: false })
    expect(options.demoRoles.map((one: { role: string; employee: string | null }) => `${one.role} ${one.employee}`)).toEqual([
      'sales sam',
      'manager wim',
      'hr hana',
      'executive boss',
      'comp-admin null',
      'admin null',
    ])
    for (const role of DEMO_ROLES) {
      const [first, second] = [await new Browser(app).ask('POST', '/session/demo', { role }), await new Browser(app).ask('POST', '/session/demo', { role })]
      expect(first.body).toMatchObject({ roles: [role], user: { demo: true }, company: { demo: true } })
      expect(second.body.user).toEqual(first.body.user)
    }
  })

  it('gives nothing that would last: no password, no key, no sign-in by login', async () => {
    const browser = new Browser(app)
    const { body } = await browser.ask('POST', '/session/demo', { role: 'admin' })
    expect((await browser.ask('POST', '/session/password', { password: 'quiet river of stones' })).body.code).toBe('access.demo-forbidden')
    expect((await browser.ask('POST', '/keys', { name: 'k', scopes: ['org.read'] })).body.code).toBe('access.demo-forbidden')
    expect((await browser.ask('POST', `/users/${body.user.id}/link`)).body.code).toBe('access.demo-forbidden')
    expect((await browser.signIn(body.user.login)).status).toBe(401)
  })

  it('ends the moment the company is no demo any more', async () => {
    const browser = new Browser(app)
    await browser.ask('POST', '/session/demo', { role: 'executive' })
    expect((await browser.ask('GET', '/session')).status).toBe(200)
    for (const value of ['false', '"true"', 'null', '1']) {
      await setDemo(value)
      expect((await browser.ask('GET', '/session')).status).toBe(401)
      expect((await new Browser(app).ask('POST', '/session/demo', { role: 'sales' })).body.code).toBe('access.no-demo')
    }
    await setDemo('true')
  })

  it('does not stand in the way of a real user who is the same employee', async () => {
    await addTestUser(scratch.store, 'real-sam', { employee: 'sam' })
    expect((await new Browser(app).ask('POST', '/session/demo', { role: 'sales' })).body.user).toMatchObject({ name: 'Sam', employee: 'sam', demo: true })
    expect((await new Browser(app).signIn('real-sam')).body.user).toMatchObject({ login: 'real-sam', employee: 'sam', demo: false })
  })
})
