import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { createApp } from '../app.ts'
import { as, guardOf, someone } from '../http/testing.ts'
import { claim, end } from './claim.ts'
import { enqueue } from './queue.ts'

let scratch: ScratchStore
let app: FastifyInstance
beforeAll(async () => {
  scratch = await scratchStore()
  const people = [someone('li', { may: ['score.read'] }), someone('wang', { may: ['score.read'] }), someone('boss', { may: ['run.start'] })]
  app = await createApp({ store: scratch.store, guard: guardOf(people), config: { validateReplies: true } })
})
afterAll(async () => {
  await app?.close()
  await scratch?.drop()
})

const get = async (who: string, url: string, lang = 'en') => {
  const answer = await app.inject({ method: 'GET', url, headers: as(who, { 'accept-language': lang }) })
  return { status: answer.statusCode, body: answer.json() }
}
const ask = (by: string | null, input: unknown = {}) => scratch.store.tx((tx) => enqueue(tx, { kind: 'x', input, by }))

test('everybody sees their own jobs, page by page; whoever may start runs all of them, but of others neither what was asked nor what came of it', async () => {
  const [one, two, other] = [await ask('li', { secret: 1 }), await ask('li'), await ask('wang', { secret: 2 })]
  const first = await get('li', '/api/jobs?limit=1')
  expect(first.body).toMatchObject({ items: [{ id: two, mine: true, state: 'queued' }], next: expect.any(String) })
  const second = await get('li', `/api/jobs?limit=1&after=${first.body.next}`)
  expect(second.body).toMatchObject({ items: [{ id: one, input: { secret: 1 } }], next: null })
  expect((await get('boss', '/api/jobs')).body.items).toMatchObject([{ id: other }, { id: two }, { id: one }])
  expect((await get('boss', `/api/jobs/${other}`)).body).toMatchObject({ mine: false, input: null, result: null })
  expect(await get('li', `/api/jobs/${other}`)).toMatchObject({ status: 404, body: { code: 'job.unknown' } })
  expect(await get('li', '/api/jobs/nonsense')).toMatchObject({ status: 404, body: { code: 'job.unknown', detail: 'There is no such job, or it is not yours.' } })
  expect((await get('nobody', '/api/jobs')).status).toBe(401)
})

test('a job that failed says why in the reader’s language, with every detail for whoever asked', async () => {
  const id = await ask('li')
  const details = [{ code: 'run.no-owner', severity: 'warning' as const, place: { line: 3 }, params: { dataset: 'orders', period: '2026-Q1', records: 2, example: 'a.csv:2' } }]
  await scratch.store.tx(async (tx) => {
    const taken = await claim(tx, id)
    if (taken !== null) await end(tx, taken, { state: 'failed', error: { code: 'run.unknown', params: { run: '9' }, place: {}, details } })
  })
  expect((await get('li', `/api/jobs/${id}`, 'zh')).body).toMatchObject({
    state: 'failed',
    error: { code: 'run.unknown', errors: [{ code: 'run.no-owner', detail: expect.stringContaining('没有负责人') }] },
  })
  expect((await get('boss', `/api/jobs/${id}`)).body.error).toMatchObject({ code: 'run.unknown', errors: [] })
  expect((await get('li', '/api/jobs?open=true')).body.items.map((j: { id: string }) => j.id)).not.toContain(id)
})

test('one’s own job can be cancelled, another’s by whoever may start runs; the same request again changes nothing', async () => {
  const id = await ask('wang')
  const cancel = (who: string, headers = {}) => app.inject({ method: 'POST', url: `/api/jobs/${id}/cancel`, headers: as(who, headers) })
  expect((await cancel('li')).statusCode).toBe(404)
  expect((await cancel('wang', { 'x-heng': '0' })).json().code).toBe('http.cross-site')
  const answer = await cancel('boss', { 'idempotency-key': 'k1' })
  expect(answer.json()).toMatchObject({ id, state: 'cancelled' })
  expect((await cancel('boss', { 'idempotency-key': 'k1' })).json()).toEqual(answer.json())
  expect((await cancel('wang')).json()).toMatchObject({ state: 'cancelled', finishedAt: answer.json().finishedAt })
})
