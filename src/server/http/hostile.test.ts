import { readFile, stat } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Refusal } from '../../base/diagnostic.ts'
import { JSON_DEPTH } from '../../base/limits.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { createApp } from '../app.ts'
import { dropCookie, setCookie } from './cookie.ts'
import { keyIn, page } from './paging.ts'
import { query, type Route, work } from './route.ts'
import { as, guardOf, someone } from './testing.ts'
import { makeNotes, noteRoutes, notesIn } from './testing-notes.ts'
import { withUpload } from './upload.ts'

let scratch: ScratchStore
let app: FastifyInstance
let left = ''
const lines: string[] = []

const more: readonly Route[] = [
  ...noteRoutes,
  query(
    { id: 'getCookie', method: 'get', path: '/cookie', tag: 'x', summary: 'x', may: 'anyone', query: z.object({ fail: z.string().optional() }), reply: z.object({}) },
    async (_read, { request, reply, query }) => {
      setCookie(request, reply, { name: 'heng_session', value: 'a-b_c', maxAgeS: 60 })
      if (query.fail !== undefined) throw new Refusal('x.conflict')
      return {}
    },
  ),
  query({ id: 'dropCookie', method: 'get', path: '/cookie/drop', tag: 'x', summary: 'x', may: 'anyone', reply: z.object({}) }, async (_read, { request, reply }) => {
    dropCookie(request, reply, 'heng_session')
    return {}
  }),
  query({ id: 'breakDown', method: 'get', path: '/break', tag: 'x', summary: 'x', may: 'anyone', reply: z.object({}) }, async (read) => {
    await read.query({ kind: 'sql', parts: ["select 'secret-value'::int"], values: [] })
    return {}
  }),
  work(
    'file.send',
    {
      id: 'sendFile',
      method: 'post',
      path: '/files',
      tag: 'x',
      summary: 'x',
      may: 'data.write',
      upload: { bytes: 1_000 },
      reply: z.object({ name: z.string(), text: z.string() }),
    },
    (_store, { request }) =>
      withUpload(request, 1_000, async ({ path, name }) => {
        left = path
        return { name, text: await readFile(path, 'utf8') }
      }),
  ),
]

beforeAll(async () => {
  scratch = await scratchStore()
  await makeNotes(scratch.store)
  app = await createApp({
    store: scratch.store,
    guard: guardOf([someone('li')]),
    more,
    config: { validateReplies: true, trustProxy: true, log: { write: (line) => lines.push(line) }, logRequests: true },
  })
})

afterAll(async () => {
  await app?.close()
  await scratch?.drop()
})

const send = async (payload: string, headers: Record<string, string> = {}) => {
  const answer = await app.inject({ method: 'POST', url: '/api/notes', headers: as('li', { 'content-type': 'application/json', ...headers }), payload })
  return [answer.statusCode, answer.json().code]
}

describe('a hostile body', () => {
  it.each([
    ['huge', JSON.stringify({ text: 'x'.repeat(1_100_000) }), 413, 'http.too-large'],
    ['deep', `{"text":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 400, 'http.too-deep'],
    ['deep in objects', `${'{"text":'.repeat(JSON_DEPTH + 1)}1${'}'.repeat(JSON_DEPTH + 1)}`, 400, 'http.too-deep'],
    ['no JSON', '{"text": nonsense', 400, 'http.bad-json'],
    ['cut off', '{"text": "abc', 400, 'http.bad-json'],
    ['empty', '', 422, 'http.invalid'],
    ['null', 'null', 422, 'http.invalid'],
    ['a list', '[1, 2]', 422, 'http.invalid'],
    ['a prototype', '{"text":"x","__proto__":{"admin":true}}', 400, 'http.bad-json'],
    ['a prototype in disguise', '{"text":"x","\\u005f_proto__":{"admin":true}}', 400, 'http.bad-json'],
    ['a constructor', '{"text":"x","constructor":{"prototype":{"admin":true}}}', 400, 'http.bad-json'],
    ['NUL', '{"text":"a\\u0000b"}', 400, 'http.bad-text'],
    ['NUL in a name', '{"text":"a","b\\u0000":1}', 400, 'http.bad-text'],
    ['half a character', '{"text":"a\\ud83d"}', 400, 'http.bad-text'],
    ['the other half', '{"text":"\\ude00a"}', 400, 'http.bad-text'],
    ['an unknown field', '{"text":"a","admin":true}', 422, 'http.invalid'],
    ['a number for a text', '{"text":1e999}', 422, 'http.invalid'],
  ])('%s is refused', async (_name, body, status, code) => {
    expect(await send(body)).toEqual([status, code])
    expect(await notesIn(scratch.store)).toEqual([])
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false)
  })

  it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'nonsense'])('of type %s is refused', async (type) => {
    expect(await send('text=a', { 'content-type': type })).toEqual([415, 'http.media-type'])
  })

  it('may hold brackets and whole characters in texts', async () => {
    const text = `${'[{'.repeat(200)}"\\😀衡`
    const answer = await app.inject({ method: 'POST', url: '/api/notes', headers: as('li'), payload: { text } })
    expect([answer.statusCode, answer.json().text]).toEqual([201, text])
  })
})

describe('a hostile address', () => {
  it.each([
    ['/api/notes/%', 400],
    ['/api/notes/%ff', 400],
    ['/api/notes/1%00', 400],
    ['/api/notes/one', 422],
    ['/api/notes/9999999999999999999999', 422],
    ['/api/notes-of/..%2f..%2fetc%2fpasswd', 200],
    ['/api/../package.json', 404],
    ['/..%2f..%2fpackage.json', 404],
    ['//evil.example/x', 404],
  ])('%s is answered with %i', async (url, status) => {
    const answer = await app.inject({ url, headers: as('li') })
    expect([url, answer.statusCode]).toEqual([url, status])
    if (status !== 200) expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  })
})

describe('a file that is sent', () => {
  const upload = (name: string, content: string, headers: Record<string, string> = {}) => {
    const payload = `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n${content}\r\n--b--\r\n`
    return app.inject({ method: 'POST', url: '/api/files', headers: as('li', { 'content-type': 'multipart/form-data; boundary=b', ...headers }), payload })
  }

  it.each([
    ['业绩.csv', '业绩.csv'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\\\temp\\\\x.csv', 'x.csv'],
    ['a\u202evsc.exe', 'avsc.exe'],
    ['..', 'file'],
    [`${'x'.repeat(300)}.csv`, 'x'.repeat(200)],
  ])('is called %j: kept under a name of ours, shown as %j, gone afterwards', async (name, shown) => {
    const answer = await upload(name, 'a,b')
    expect([answer.statusCode, answer.json()]).toEqual([200, { name: shown, text: 'a,b' }])
    expect(left).toMatch(/heng-work-[\w.-]+\/file$/)
    await expect(stat(left)).rejects.toThrow('ENOENT')
  })

  it('is refused where it is too large, cut off, not there, or no file at all', async () => {
    const code = async (answer: ReturnType<typeof upload>) => [(await answer).statusCode, (await answer).json().code]
    expect(await code(upload('x', 'y'.repeat(1_001)))).toEqual([413, 'http.too-large'])
    const cut = app.inject({
      method: 'POST',
      url: '/api/files',
      headers: as('li', { 'content-type': 'multipart/form-data; boundary=b' }),
      payload: '--b\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\nabc',
    })
    expect((await code(cut))[0]).toBe(400)
    const none = app.inject({ method: 'POST', url: '/api/files', headers: as('li', { 'content-type': 'multipart/form-data; boundary=b' }), payload: '--b--\r\n' })
    expect(await code(none)).toEqual([400, 'http.no-file'])
    expect(await code(app.inject({ method: 'POST', url: '/api/files', headers: as('li'), payload: { a: 1 } }))).toEqual([415, 'http.media-type'])
  })
})

describe('cookies', () => {
  it('are kept from scripts and other sites, and from plain connections where there is a better one', async () => {
    const cookieOf = async (headers: Record<string, string>) => (await app.inject({ url: '/api/cookie', headers })).headers['set-cookie']
    expect(await cookieOf({})).toBe('heng_session=a-b_c; Path=/; HttpOnly; SameSite=Lax; Max-Age=60')
    expect(await cookieOf({ 'x-forwarded-proto': 'https' })).toBe('heng_session=a-b_c; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure')
    expect((await app.inject('/api/cookie/drop')).headers['set-cookie']).toContain('heng_session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0')
  })

  it('are taken back where the request is refused', async () => {
    const answer = await app.inject('/api/cookie?fail=1')
    expect([answer.statusCode, answer.headers['set-cookie']]).toEqual([409, undefined])
  })
})

describe('pages of a list', () => {
  it('go on after the last key, and refuse what is none', () => {
    const { next, items } = page(['a', 'b', 'c'], 2, { item: (row) => row, key: (row) => [row, 1] })
    expect([items, keyIn(next ?? '', 2), keyIn(undefined, 2)]).toEqual([['a', 'b'], ['b', 1], null])
    expect(page(['a', 'b'], 2, { item: (row) => row, key: (row) => [row] }).next).toBeNull()
    for (const after of [
      '',
      'x',
      '%',
      Buffer.from('{"a":1}').toString('base64url'),
      Buffer.from('["a"]').toString('base64url'),
      Buffer.from('["a\\u0000",1]').toString('base64url'),
    ]) {
      expect(() => keyIn(after, 2), after).toThrow('http.bad-page')
    }
  })
})

describe('what an answer and the log say', () => {
  it('gives no more than a number for a mistake of ours; the log has the rest', async () => {
    const answer = await app.inject({ url: '/api/break?token=very-secret', headers: as('li', { authorization: 'Bearer heng_secret', 'accept-language': 'en' }) })
    expect([answer.statusCode, answer.json().code]).toEqual([500, 'internal'])
    expect(answer.body).not.toContain('secret-value')
    const { id } = answer.json().params
    expect(lines.filter((line) => line.includes(id)).map((line) => JSON.parse(line).msg)).toEqual(['a request failed', 'request'])
  })

  it('never holds cookies, keys, queries or bodies', async () => {
    await app.inject({
      method: 'POST',
      url: '/api/notes?token=in-query',
      headers: as('li', { authorization: 'Bearer heng_in-header' }),
      payload: { text: 'in-body', password: 'in-password' },
    })
    const log = lines.join('\n')
    expect(log).toContain('"path":"/api/notes"')
    for (const secret of ['heng_session', 'in-query', 'heng_in-header', 'in-body', 'in-password', 'very-secret', 'heng_secret']) expect(log, secret).not.toContain(secret)
  })

  it('tells browsers to load nothing from elsewhere, to run no script written into a page, and to keep nothing', async () => {
    const { headers } = await app.inject({ url: '/api/notes', headers: as('li') })
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('http')
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin' })
  })
})
