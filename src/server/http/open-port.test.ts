import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { CLOSE_MS, FINISH_MS } from '../../base/limits.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { createApp } from '../app.ts'
import { closeSoon, openPort } from './open-port.ts'
import { query } from './route.ts'

let scratch: ScratchStore

beforeAll(async () => {
  scratch = await scratchStore()
})

afterAll(() => scratch?.drop())

/** An application with a route that takes so long, and a request to it under way. */
async function busy(takesMs: number) {
  let begun = () => {}
  let over = false
  const underWay = new Promise<void>((resolve) => {
    begun = resolve
  })
  const slow = query({ id: 'beSlow', method: 'get', path: '/slow', tag: 'x', summary: 'x', may: 'anyone', reply: z.object({}) }, async () => {
    begun()
    await wait(takesMs)
    over = true
    return {}
  })
  const app = await createApp({ store: scratch.store, more: [slow] })
  const port = await openPort(app, { host: '127.0.0.1', port: 0, orNext: false })
  const client = new AbortController()
  const answer = fetch(`http://127.0.0.1:${port}/api/slow`, { signal: client.signal })
  await underWay
  return { app, answer, leave: () => client.abort(), over: () => over }
}

describe('a server that is told to stop', () => {
  it('finishes what it is at', async () => {
    const { app, answer } = await busy(300)
    const [closed, given] = await Promise.all([closeSoon(app), answer])
    expect([closed, given.status]).toEqual([undefined, 200])
  })

  it('finishes what it is at although whoever asked has left', async () => {
    const { app, answer, leave, over } = await busy(300)
    const left = expect(answer).rejects.toThrow()
    leave()
    await left
    await closeSoon(app)
    expect(over()).toBe(true)
  })

  it('does not wait for ever', async () => {
    const { app, answer } = await busy(CLOSE_MS + 6_000)
    const cut = expect(answer).rejects.toThrow()
    const began = Date.now()
    await closeSoon(app)
    await cut
    expect(Date.now() - began).toBeLessThan(CLOSE_MS + FINISH_MS + 3_000)
  })
})
