import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SIGN_IN_FREE_FAILURES, SIGN_IN_FREE_FAILURES_ADDRESS, SIGN_IN_FREE_FAILURES_LOGIN, SIGN_IN_WAIT_SECONDS_LOGIN } from '../../base/limits.ts'
import { sql } from '../../base/sql.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { addTestUser, appOn, Browser, type Clock, later, NOW } from './testing.ts'
import { brakesFor, takeAttempt, waitAfter } from './throttle.ts'

let scratch: ScratchStore
let app: FastifyInstance
const clock: Clock = { now: NOW }

beforeAll(async () => {
  scratch = await scratchStore()
  app = await appOn(scratch.store, clock)
  await addTestUser(scratch.store, 'victim')
})

beforeEach(() => scratch.store.tx(async (tx) => void (await tx.run(sql`delete from app.sign_in_wait`))))

afterAll(async () => {
  await app.close()
  await scratch.drop()
})

/** Codes of so many wrong passwords in a row. */
async function guess(browser: Browser, times: number, login = 'victim'): Promise<string[]> {
  const codes: string[] = []
  for (let i = 0; i < times; i++) codes.push((await browser.signIn(login, `guess number ${i}`)).body.code)
  return codes
}

describe('guessing a password', () => {
  it('is slowed down after some failures, longer each time, also for logins that are not there', async () => {
    for (const login of ['victim', 'nobody-of-this-name']) {
      const stranger = new Browser(app, `10.2.0.${login.length}`)
      expect(await guess(stranger, SIGN_IN_FREE_FAILURES + 1, login)).toEqual([...Array(SIGN_IN_FREE_FAILURES).fill('access.sign-in-failed'), 'access.throttled'])
      const answer = await stranger.signIn(login)
      expect([answer.status, answer.headers['retry-after'], answer.body.params.seconds]).toEqual([429, '1', 1])
      later(clock, 1)
      expect(await guess(stranger, 2, login)).toEqual(['access.sign-in-failed', 'access.throttled'])
      later(clock, 1)
      expect(await guess(stranger, 1, login)).toEqual(['access.throttled'])
    }
    expect([5, 6, 8, 15, 40].map((failures) => waitAfter(failures, 5, 900))).toEqual([1, 2, 8, 900, 900])
  })

  it('does not go faster by asking often at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => new Browser(app, '10.3.0.1').signIn('victim', 'a guess of many')))
    expect(answers.filter(({ body }) => body.code === 'access.sign-in-failed')).toHaveLength(SIGN_IN_FREE_FAILURES)
  })

  it('goes no faster from many addresses, and does not make who is known wait', async () => {
    const home = new Browser(app, '10.4.0.1')
    expect((await home.signIn('victim')).status).toBe(200)
    const codes: string[] = []
    for (let i = 0; i < SIGN_IN_FREE_FAILURES_LOGIN + 5; i++) codes.push(...(await guess(new Browser(app, `10.5.0.${i}`), 1)))
    expect(codes.filter((code) => code === 'access.sign-in-failed')).toHaveLength(SIGN_IN_FREE_FAILURES_LOGIN)
    const known = new Browser(app, '10.4.0.99')
    known.cookies.set('heng_device', home.cookies.get('heng_device') ?? '')
    expect((await known.signIn('victim')).status).toBe(200) // The browser is known, at an address that is not.
    expect((await new Browser(app, '10.4.0.1').signIn('victim')).status).toBe(200) // The address is known, with another browser.
    const elsewhere = new Browser(app, '10.6.0.1')
    expect((await elsewhere.signIn('victim')).body.code).toBe('access.throttled')
    later(clock, SIGN_IN_WAIT_SECONDS_LOGIN)
    expect((await elsewhere.signIn('victim')).status).toBe(200) // Nobody waits longer than that.
  })

  it('of many logins from one address is slowed down too', async () => {
    const attempt = (login: string) =>
      scratch.store
        .tx(async (tx) => takeAttempt(tx, await brakesFor(tx, { login, address: '10.7.0.1', device: null, now: clock.now }), clock.now))
        .then(
          () => 'taken',
          (error) => error.code,
        )
    for (let i = 0; i < SIGN_IN_FREE_FAILURES_ADDRESS; i++) expect(await attempt(`spray-${i}`)).toBe('taken')
    expect(await attempt('one-more')).toBe('access.throttled')
    expect((await new Browser(app, '10.7.0.1').signIn('victim')).body.code).toBe('access.throttled')
  })

  it('with somebody’s device cookie for another login gains nothing', async () => {
    await addTestUser(scratch.store, 'other')
    const other = new Browser(app, '10.8.0.1')
    await other.signIn('other')
    expect((await guess(other, SIGN_IN_FREE_FAILURES + 1)).at(-1)).toBe('access.throttled')
  })

  it('is forgiven by success, and forgotten in a day', async () => {
    const browser = new Browser(app, '10.9.0.1')
    await guess(browser, SIGN_IN_FREE_FAILURES - 1)
    expect((await browser.signIn('victim')).status).toBe(200)
    expect(await guess(browser, 2)).toEqual(['access.sign-in-failed', 'access.sign-in-failed'])
    later(clock, 25 * 3600)
    await guess(browser, 1)
    expect(await scratch.store.read((read) => read.query(sql`select failures from app.sign_in_wait`))).toEqual([{ failures: 1 }])
  })

  it('never makes two attempts wait for each other', async () => {
    const brakes = ['a', 'b', 'c', 'd'].map((name) => ({ key: Buffer.from(name), free: 1000, most: 1 }))
    const shuffled = (turn: number) => [...brakes.slice(turn % 4), ...brakes.slice(0, turn % 4)]
    await Promise.all(Array.from({ length: 40 }, (_, turn) => scratch.store.tx((tx) => takeAttempt(tx, shuffled(turn), NOW))))
    expect(await scratch.store.read((read) => read.query(sql`select distinct failures from app.sign_in_wait`))).toEqual([{ failures: 40 }])
  })
})
