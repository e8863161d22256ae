import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { createApp, routes } from '../app.ts'

let scratch: ScratchStore
let folder: string
let app: FastifyInstance

beforeAll(async () => {
  scratch = await scratchStore()
  folder = await mkdtemp(join(tmpdir(), 'heng-pages-'))
  await mkdir(join(folder, 'web', 'assets'), { recursive: true })
  await writeFile(join(folder, 'web', 'index.html'), '<!doctype html><title>Heng</title>')
  await writeFile(join(folder, 'web', 'icon.svg'), '<svg/>')
  await writeFile(join(folder, 'web', 'assets', 'main-abc.js'), `console.log(${JSON.stringify('x'.repeat(5_000))})`)
  await writeFile(join(folder, 'web', 'assets', 'lying-def.js'), 'plain')
  await writeFile(join(folder, 'web', 'assets', 'lying-def.js.br'), 'compressed')
  await writeFile(join(folder, 'secret.txt'), 'secret')
  app = await createApp({ store: scratch.store, config: { pages: join(folder, 'web'), version: '9.9.9' } })
})

afterAll(async () => {
  await app?.close()
  await scratch?.drop()
  await rm(folder, { recursive: true, force: true })
})

const HTML = { accept: 'text/html,application/xhtml+xml' }

describe('the pages', () => {
  it.each(['/', '/scoreboard?period=2026-Q1', '/people/%E6%9D%8E/pay', '/sign-in'])('come for every place inside the application: %s', async (url) => {
    const answer = await app.inject({ url, headers: HTML })
    expect([answer.statusCode, answer.headers['content-type'], answer.headers['cache-control'], answer.body]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-cache',
      '<!doctype html><title>Heng</title>',
    ])
    expect(answer.headers['content-security-policy']).toContain("script-src 'self';")
  })

  it('keep for good what never changes, and ask again for the rest', async () => {
    const script = await app.inject({ url: '/assets/main-abc.js', headers: { 'accept-encoding': 'br' } })
    expect([script.statusCode, script.headers['cache-control'], script.headers['content-encoding']]).toEqual([200, 'public, max-age=31536000, immutable', 'br'])
    expect((await app.inject('/icon.svg')).headers['cache-control']).toBe('no-cache')
  })

  it('come in the compressed form that lies beside them, to whoever reads it', async () => {
    const read = async (encoding: string) => {
      const { headers, body } = await app.inject({ url: '/assets/lying-def.js', headers: { 'accept-encoding': encoding } })
      return [headers['content-encoding'], headers['content-type'], headers['cache-control'], body]
    }
    const type = 'application/javascript; charset=utf-8'
    expect(await read('gzip, br')).toEqual(['br', type, 'public, max-age=31536000, immutable', 'compressed'])
    expect(await read('identity')).toEqual([undefined, type, 'public, max-age=31536000, immutable', 'plain'])
  })

  it.each([
    ['/assets/gone.js', HTML],
    ['/api/gone', HTML],
    ['/gone.png', { accept: 'image/png' }],
    ['/../secret.txt', {}],
    ['/%2e%2e/secret.txt', {}],
    ['/assets/..%2f..%2fsecret.txt', {}],
  ])('are not what somebody gets who asks for %s', async (url, headers) => {
    const answer = await app.inject({ url, headers })
    expect([answer.statusCode >= 400, answer.headers['content-type']]).toEqual([true, 'application/problem+json; charset=utf-8'])
    expect(answer.body).not.toContain('secret"')
  })
})

describe('the reference of the API', () => {
  it('is a page whose scripts are files, over the document of all routes', async () => {
    const page = await app.inject({ url: '/docs/', headers: HTML })
    expect(page.statusCode).toBe(200)
    expect(page.body).not.toMatch(/<script(?![^>]*\bsrc=)/)
    const document = (await app.inject('/docs/json')).json()
    expect([document.openapi, document.info.version, Object.keys(document.paths).length]).toEqual(['3.1.0', '9.9.9', new Set(routes.map((route) => route.spec.path)).size])
    const script = await app.inject('/docs/static/swagger-initializer.js')
    expect(script.body).toContain('x-heng')
    expect(() => new Function(script.body)).not.toThrow()
  })
})

describe('without pages', () => {
  it('there is the API alone', async () => {
    const api = await createApp({ store: scratch.store, config: { pages: join(folder, 'nothing') } })
    expect([(await api.inject({ url: '/', headers: HTML })).statusCode, (await api.inject('/api/health')).statusCode]).toEqual([404, 200])
    await api.close()
  })
})
