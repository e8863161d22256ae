import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { createApp, routes } from '../app.ts'
import { faultsOf } from './registry.ts'
import { command, query, type Route } from './route.ts'
import { as, guardOf, someone } from './testing.ts'
import { makeNotes, noteRoutes, notesIn } from './testing-notes.ts'

let scratch: ScratchStore
let app: FastifyInstance

beforeAll(async () => {
  scratch = await scratchStore()
  await makeNotes(scratch.store)
  const people = [someone('li'), someone('reader', { may: ['org.read'] }), someone('wang', { may: ['score.read'], reach: 'own', employee: 'w-1' })]
  app = await createApp({ store: scratch.store, guard: guardOf(people), more: noteRoutes, config: { validateReplies: true } })
})

afterAll(async () => {
  await app?.close()
  await scratch?.drop()
})

describe('routes that must not start', () => {
  const reply = z.object({})
  const shown = (spec: object): Route => query({ id: 'x', method: 'get', path: '/x', tag: 't', summary: 's', may: 'org.read', reply, ...spec } as never, async () => ({}))

  it('none of the product is one', () => {
    expect(routes.length).toBeGreaterThan(0)
    expect(faultsOf(routes)).toEqual([])
  })

  it.each([
    ['no permission', [shown({ may: undefined })], 'nobody’s permission'],
    ['a permission that is none', [shown({ may: 'org.reed' })], 'nobody’s permission'],
    ['an id twice', [shown({}), shown({ path: '/y' })], 'two routes have this id'],
    ['an employee shown to anyone', [shown({ path: '/x/{employee}', params: z.object({ employee: z.string() }), may: 'anyone' })], 'judged by one permission'],
    ['an employee shown to whoever is signed in', [shown({ path: '/x/{employee}', params: z.object({ employee: z.string() }), may: 'signed-in' })], 'judged by one permission'],
    ['a parameter nobody describes', [shown({ path: '/x/{run}' })], 'the path has {run}'],
    ['a path that is none', [shown({ path: '/X y' })], 'is no path'],
    ['a command asked by get', [command('x.y', { id: 'x', method: 'get', path: '/x', tag: 't', summary: 's', may: 'org.read', reply }, async () => ({}))], 'not asked by get'],
  ])('%s', async (_name, bad, why) => {
    expect(faultsOf(bad).join('\n')).toContain(why)
    await expect(createApp({ store: scratch.store, more: bad })).rejects.toThrow(why)
  })
})

describe('who may do what', () => {
  it('tells anyone that the server is well', async () => {
    const answer = await app.inject('/api/health')
    expect([answer.statusCode, answer.json()]).toEqual([200, { ok: true }])
  })

  it('refuses a stranger, somebody without the permission, and another’s page, before anything is read', async () => {
    const ask = async (method: 'GET' | 'POST', url: string, headers: Record<string, string>) => {
      const answer = await app.inject({ method, url, headers, ...(method === 'POST' ? { payload: '{ nonsense' } : {}) })
      return [answer.statusCode, answer.json().code]
    }
    expect(await ask('GET', '/api/notes', {})).toEqual([401, 'http.not-signed-in'])
    expect(await ask('GET', '/api/notes', as('nobody-known'))).toEqual([401, 'http.not-signed-in'])
    expect(await ask('POST', '/api/notes', {})).toEqual([401, 'http.not-signed-in'])
    expect(await ask('POST', '/api/notes', { ...as('reader'), 'content-type': 'application/json' })).toEqual([403, 'http.forbidden'])
    expect(await ask('GET', '/api/notes-of/w-1', as('reader'))).toEqual([403, 'http.forbidden'])
    expect(await ask('GET', '/api/notes-of/w-2', as('wang'))).toEqual([404, 'access.not-visible'])
    expect(await ask('GET', '/api/notes-of/w-1%00', as('wang'))).toEqual([404, 'access.not-visible'])
  })

  it('shows what one may see, also under a long Chinese id', async () => {
    expect((await app.inject({ url: '/api/notes-of/w-1', headers: as('wang') })).json()).toEqual({ of: 'w-1' })
    const id = '员'.repeat(200)
    expect((await app.inject({ url: `/api/notes-of/${encodeURIComponent(id)}`, headers: as('li') })).json()).toEqual({ of: id })
  })

  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['an origin that is none', { origin: 'null' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
    ['no header of ours', { 'x-heng': '' }],
  ])('refuses a write from %s', async (_name, headers) => {
    const answer = await app.inject({ method: 'POST', url: '/api/notes', headers: as('li', headers), payload: { text: 'from elsewhere' } })
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'http.cross-site'])
    expect(await notesIn(scratch.store)).not.toContain('from elsewhere')
  })

  it('takes a write from its own pages', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/notes',
      headers: as('li', { origin: 'http://localhost:4600', host: 'localhost:4600' }),
      payload: { text: 'ours' },
    })
    expect(answer.statusCode).toBe(201)
    expect(await notesIn(scratch.store)).toContain('ours')
  })
})

describe('what is refused', () => {
  it('is told in the reader’s language, with place and cure', async () => {
    const refused = async (language: string) =>
      (await app.inject({ method: 'POST', url: '/api/notes', headers: as('li', { 'accept-language': language }), payload: { text: 7, tags: ['a', 'c'], more: 1 } })).json()
    const zh = await refused('zh-CN,zh;q=0.9,en;q=0.8')
    expect(zh).toMatchObject({ status: 422, code: 'http.invalid', detail: '提交的内容有 3 处不对。' })
    expect(zh.errors.map((one: { place: { path: string[] }; detail: string }) => [one.place.path.join('.'), one.detail])).toEqual([
      ['body.text', '“text”应当是文本。'],
      ['body.tags.1', '“tags.1”不能是这个值。'],
      ['body.more', '没有名为“more”的字段。'],
    ])
    const en = await refused('fr,en;q=0.8,zh;q=0.7')
    expect(en.errors[0]).toMatchObject({ code: 'http.field-type', detail: '“text” must be a text.', cure: 'Make it a text.', params: { field: 'text', expected: 'string' } })
    expect(en.errors[1].cure).toBe('It can be: a, b.')
  })

  it('is a problem also where there is no such address', async () => {
    const answer = await app.inject({ url: '/api/nothing?token=x', headers: { 'accept-language': 'en' } })
    expect([answer.statusCode, answer.headers['content-type'], answer.json().detail]).toEqual([404, 'application/problem+json; charset=utf-8', 'There is nothing at /api/nothing.'])
  })
})
