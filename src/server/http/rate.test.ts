import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { STRANGERS_REQUESTS_A_MINUTE, STRANGERS_WRITES_A_MINUTE } from '../../base/limits.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { createApp } from '../app.ts'

let scratch: ScratchStore
let app: FastifyInstance
beforeAll(async () => {
  scratch = await scratchStore()
  app = await createApp({ store: scratch.store })
})
afterAll(async () => {
  await app?.close()
  await scratch?.drop()
})

/** The statuses that a stranger at an address gets, one request after another. */
async function statuses(times: number, from: string, request: { readonly method: 'GET' | 'POST'; readonly url: string }): Promise<number[]> {
  const found: number[] = []
  for (let at = 0; at < times; at++) found.push((await app.inject({ ...request, remoteAddress: from })).statusCode)
  return found
}

test.each([
  ['reads', STRANGERS_REQUESTS_A_MINUTE, { method: 'GET', url: '/api/session/options' }],
  ['writes', STRANGERS_WRITES_A_MINUTE, { method: 'POST', url: '/api/session' }],
] as const)('whoever sends too many %s in a minute is told to wait, and nobody else', async (what, most, request) => {
  const [mine, other] = what === 'reads' ? ['10.1.0.1', '10.1.0.2'] : ['10.2.0.1', '10.2.0.2']
  expect(await statuses(most, mine, request)).not.toContain(429)
  const refused = await app.inject({ ...request, remoteAddress: mine, headers: { 'accept-language': 'zh-CN' } })
  expect([refused.statusCode, refused.json().code]).toEqual([429, 'http.throttled'])
  expect(refused.json().params.seconds).toBeGreaterThan(0)
  expect(refused.json().params.seconds).toBeLessThanOrEqual(60)
  expect(Number(refused.headers['retry-after'])).toBe(refused.json().params.seconds)
  expect((await app.inject({ ...request, remoteAddress: other })).statusCode).not.toBe(429)
})
