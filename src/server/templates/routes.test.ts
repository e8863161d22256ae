import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { createApp } from '../app.ts'
import { as, guardOf, someone } from '../http/testing.ts'

let scratch: ScratchStore
let app: FastifyInstance
beforeAll(async () => {
  scratch = await scratchStore()
  const guard = guardOf([someone('root'), someone('seller', { may: ['rule.read'] })])
  app = await createApp({ store: scratch.store, guard, config: { validateReplies: true, company: 'north' } })
})
afterAll(async () => {
  await app?.close()
  await scratch?.drop()
})

async function ask(method: 'GET' | 'POST', url: string, more: { body?: object; who?: string; lang?: string } = {}) {
  const headers = as(more.who ?? 'root', { 'accept-language': more.lang ?? 'en' })
  const answer = await app.inject({ method, url: `/api${url}`, headers, ...(more.body === undefined ? {} : { payload: more.body }) })
  return { status: answer.statusCode, headers: answer.headers, text: answer.body, body: answer.body.startsWith('{') ? answer.json() : null }
}

const company = { name: '北风贸易', currency: 'CNY', timezone: 'Asia/Shanghai', yearStartMonth: 4, templates: [] as string[], examples: false }

describe('before a company was begun', () => {
  test('everything is empty, and there are no periods', async () => {
    expect((await ask('GET', '/start')).body).toMatchObject({ company: null, people: { all: 0 }, datasets: [], targets: 0, run: null })
    expect((await ask('GET', '/periods')).body).toEqual({ items: [], kinds: [], latest: null, records: null })
  })

  test.each(['zh', 'en'])('templates say in %s what they hold', async (lang) => {
    const { items } = (await ask('GET', '/templates', { lang })).body
    expect(items.map((t: { id: string }) => t.id)).toEqual(['direct-seller', 'farmer', 'hr', 'hunter', 'sales-manager'])
    const hunter = items.find((t: { id: string }) => t.id === 'hunter')
    expect(hunter).toMatchObject({
      name: lang === 'zh' ? '新客开拓' : 'Hunter',
      about: lang === 'zh' ? '发展新客户的销售。' : 'Sales people who win new customers.',
      people: 3,
      files: expect.arrayContaining(['people.csv', 'targets.csv', 'data/订单.csv']),
    })
    const weights = hunter.lines.map((line: { weight: string | null }) => Number(line.weight ?? 0))
    expect(weights.reduce((a: number, b: number) => a + b, 0)).toBe(100)
    for (const t of items) expect([t.about.length > 5, t.datasets.length > 1, t.lines.length > 1]).toEqual([true, true, true])
  })

  test('their files can be fetched to be filled in, and no other file', async () => {
    const file = await ask('GET', `/templates/hunter/file?name=${encodeURIComponent('data/订单.csv')}`)
    expect(file.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'content-disposition': expect.stringContaining('attachment') })
    expect(file.text).toMatch(/^\ufeff订单号|^\ufeff编号|^\ufeff[^\n]*,/)
    for (const name of ['../hunter/company.yaml', 'company.yaml', 'data/../../../package.json', '/etc/passwd', 'data'])
      expect((await ask('GET', `/templates/hunter/file?name=${encodeURIComponent(name)}`)).body).toMatchObject({ code: 'template.file-unknown' })
    expect((await ask('GET', '/templates/..%2f/file?name=people.csv')).body.code).toBe('template.unknown')
  })

  test.each([
    ['no name', { name: ' ' }],
    ['no currency', { currency: 'yuan' }],
    ['a made-up time zone', { timezone: 'Mars/Base' }],
    ['a thirteenth month', { yearStartMonth: 13 }],
    ['something else', { salary: 1 }],
  ])('%s is refused', async (_name, wrong) => {
    const { status } = await ask('POST', '/start/company', { body: { ...company, ...wrong } })
    expect(status).toBe(422)
    expect((await ask('GET', '/start')).body.company).toBeNull()
  })

  test('a template that is not there, example people of two templates, and whoever may not are refused; nothing is begun', async () => {
    expect((await ask('POST', '/start/company', { body: { ...company, templates: ['hunters'] } })).body.code).toBe('template.unknown')
    expect((await ask('POST', '/start/company', { body: { ...company, templates: ['hunter', 'farmer'], examples: true } })).body.code).toBe('start.examples-of-one')
    expect((await ask('POST', '/start/company', { body: company, who: 'seller' })).status).toBe(403)
    expect((await ask('GET', '/start')).body.company).toBeNull()
  })
})

describe('a company', () => {
  test('begins empty, then takes all templates at once, and then no more', async () => {
    const begun = await ask('POST', '/start/company', { body: company })
    expect([begun.status, begun.body.company]).toEqual([201, { id: 'north', name: '北风贸易', currency: 'CNY', timezone: 'Asia/Shanghai', yearStartMonth: 4 }])
    expect(begun.body.rules).toEqual({ datasets: 0, measures: 0, schemes: 0, incentives: 0 })
    const all = ['hunter', 'farmer', 'sales-manager', 'hr', 'direct-seller']
    const full = await ask('POST', '/start/company', { body: { ...company, templates: all } })
    expect(full.body.rules).toMatchObject({ schemes: 5 })
    expect(full.body.people.all).toBe(0)
    expect(full.body.datasets.find((d: { dataset: string }) => d.dataset === '订单')).toMatchObject({ rows: 0, measures: expect.any(Number) })
    expect((await ask('POST', '/start/company', { body: { ...company, templates: ['hunter'] } })).body).toMatchObject({ code: 'start.already', status: 409 })
  })

  test('says of each version who began with it', async () => {
    for (const of of ['company/north', `dataset/${encodeURIComponent('订单')}`, `scheme/${encodeURIComponent('新客开拓')}`]) {
      const { items } = (await ask('GET', `/documents/${of}/versions`)).body
      expect(items.length).toBeGreaterThan(0)
      expect(new Set(items.map((version: { by: string | null }) => version.by))).toEqual(new Set(['root']))
    }
  })
})
