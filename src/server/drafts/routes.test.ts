import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '../../base/sql.ts'
import { type Company, openCompany, whoWith } from '../runs/testing-company.ts'
import { ask } from './testing-asking.ts'

let c: Company
beforeAll(async () => {
  c = await openCompany([whoWith('comp', null, 'comp-admin'), whoWith('root', null, 'admin'), whoWith('ann', 'QS011', 'sales')], { work: false })
})
afterAll(() => c?.drop())

const NEW = { measure: 'big_orders', name: { zh: '大单数', en: 'Big orders' }, kind: 'aggregate', dataset: '订单', aggregate: 'count', unit: 'number' }

const codes = (answer: { body: { findings: { code: string }[] } }) => answer.body.findings.map((f) => f.code)

async function anyMeasure(kind: string): Promise<{ id: string; body: Record<string, unknown>; version: number }> {
  const { body } = await ask(c, 'comp', 'GET', '/documents?kind=measure')
  for (const { id } of body.items) {
    const detail = (await ask(c, 'comp', 'GET', `/documents/measure/${id}`)).body
    if (detail.body.kind === kind) return detail
  }
  throw new Error(`no measure of kind ${kind}`)
}

describe('documents in force', () => {
  test('are listed by kind with their names, and nobody is told of drafts who may not write rules', async () => {
    await ask(c, 'comp', 'PUT', '/drafts/scheme/新客开拓', { body: { scheme: '新客开拓' }, revision: null })
    const mine = (await ask(c, 'comp', 'GET', '/documents?kind=scheme')).body.items
    const theirs = (await ask(c, 'ann', 'GET', '/documents?kind=scheme')).body.items
    expect(mine.map((d: { kind: string }) => d.kind)).toEqual(mine.map(() => 'scheme'))
    expect(mine.find((d: { id: string }) => d.id === '新客开拓')).toMatchObject({ version: 1, by: null, draft: true })
    expect(theirs.every((d: { draft: boolean }) => !d.draft)).toBe(true)
    await ask(c, 'comp', 'DELETE', '/drafts/scheme/新客开拓')
    const kinds = new Set((await ask(c, 'ann', 'GET', '/documents')).body.items.map((d: { kind: string }) => d.kind))
    expect([...kinds].sort()).toEqual(['company', 'dataset', 'incentive', 'measure', 'scheme', 'table'])
  })

  test('one is shown as its author wrote it, as text too, with its version as ETag', async () => {
    const measure = await anyMeasure('aggregate')
    const answer = await c.app.inject({ method: 'GET', url: `/api/documents/measure/${encodeURIComponent(measure.id)}`, headers: { cookie: 'heng_session=ann' } })
    expect(answer.headers['etag']).toBe('"v1"')
    expect(answer.json().yaml).toContain('kind: aggregate')
    expect((await ask(c, 'ann', 'GET', '/documents/measure/none')).body.code).toBe('document.unknown')
  })
})

describe('a draft', () => {
  test('is kept as it was typed, wrong or not, and two who save it do not overwrite each other', async () => {
    expect((await ask(c, 'comp', 'GET', '/drafts/measure/half')).body).toBeNull()
    expect((await ask(c, 'comp', 'PUT', '/drafts/measure/half', { body: { measure: 'half', formula: '1 +' }, revision: null })).body).toEqual({ revision: 1 })
    expect((await ask(c, 'comp', 'PUT', '/drafts/measure/half', { body: { measure: 'half', formula: '1 + 1' }, revision: 1 })).body).toEqual({ revision: 2 })
    const late = await ask(c, 'root', 'PUT', '/drafts/measure/half', { body: { measure: 'half' }, revision: 1 })
    expect([late.status, late.body.code, late.body.params.by]).toEqual([412, 'draft.changed-meanwhile', 'comp'])
    expect((await ask(c, 'root', 'GET', '/drafts/measure/half')).body).toMatchObject({ revision: 2, basedOn: null, inForce: null, body: { measure: 'half', formula: '1 + 1' } })
    expect((await ask(c, 'root', 'DELETE', '/drafts/measure/half?revision=1')).status).toBe(412)
    expect((await ask(c, 'root', 'DELETE', '/drafts/measure/half?revision=2')).status).toBe(204)
    expect((await ask(c, 'comp', 'GET', '/drafts')).body.items).toEqual([])
  })

  test('of a new document is not begun under an id that is in force', async () => {
    const { id, body } = await anyMeasure('ratio')
    const taken = await ask(c, 'comp', 'PUT', `/drafts/measure/${id}`, { body, revision: null, basedOn: null })
    expect([taken.status, taken.body.code]).toEqual([409, 'draft.id-taken'])
  })

  test('is nobody’s who may not write rules', async () => {
    expect((await ask(c, 'ann', 'GET', '/drafts')).status).toBe(403)
    expect((await ask(c, 'ann', 'PUT', '/drafts/measure/x', { body: {}, revision: null })).status).toBe(403)
    expect((await ask(c, 'ann', 'POST', '/drafts/check', { documents: [] })).status).toBe(403)
  })

  test('that is no document is refused', async () => {
    for (const body of [null, 7, 'text', []]) expect((await ask(c, 'comp', 'PUT', '/drafts/measure/x', { body, revision: null })).status).toBe(422)
    expect((await ask(c, 'comp', 'PUT', '/drafts/recipe/x', { body: {}, revision: null })).status).toBe(422)
  })
})

describe('checking', () => {
  test('says what is wrong, in which document, field and line, and what is different', async () => {
    const { id, body } = await anyMeasure('ratio')
    const wrong = await ask(c, 'comp', 'POST', '/drafts/check', { documents: [{ kind: 'measure', id, body: { ...body, numerator: 'nothing_there', category: 'odd' } }] })
    expect(wrong.body.publishable).toBe(false)
    expect(wrong.body.findings).toEqual([
      expect.objectContaining({ code: 'document.choice', document: { kind: 'measure', id }, place: expect.objectContaining({ path: ['category'], line: expect.any(Number) }) }),
    ])
    const unknown = await ask(c, 'comp', 'POST', '/drafts/check', { documents: [{ kind: 'measure', id, body: { ...body, numerator: 'nothing_there' } }] })
    expect(unknown.body.findings[0]).toMatchObject({ severity: 'error', document: { kind: 'measure', id }, place: { path: ['numerator'] } })
    expect(unknown.body.differences).toEqual([
      {
        kind: 'measure',
        id,
        changes: [{ path: 'numerator', place: 'numerator', before: body['numerator'], after: 'nothing_there', beforeText: expect.any(String), afterText: 'nothing_there' }],
      },
    ])
    expect(unknown.body.findings[0].detail).not.toBe('')
  })

  test('of what is right says nothing, and names what the draft breaks elsewhere', async () => {
    const { id, body } = await anyMeasure('aggregate')
    const good = await ask(c, 'comp', 'POST', '/drafts/check', { documents: [{ kind: 'measure', id, body }] })
    expect(good.body).toMatchObject({ findings: [], differences: [{ changes: [] }], publishable: true })
    const { id: used, numerator } = (await anyMeasure('ratio')).body as { id: string; numerator: string }
    expect(used).toBeUndefined()
    const renamed = (await ask(c, 'comp', 'GET', `/documents/measure/${numerator}`)).body
    const broken = await ask(c, 'comp', 'POST', '/drafts/check', { documents: [{ kind: 'measure', id: numerator, body: { ...renamed.body, measure: 'another_name' } }] })
    expect(codes(broken)).toContain('draft.id-fixed')
  })

  test('an id of another document is not taken', async () => {
    const { id, body } = await anyMeasure('ratio')
    expect(codes(await ask(c, 'comp', 'POST', '/drafts/check', { documents: [{ kind: 'measure', id: 'new-1', body: { ...body, measure: id } }] }))).toContain('draft.id-taken')
    expect(
      codes(await ask(c, 'comp', 'POST', '/drafts/check', { documents: [{ kind: 'dataset', id: 'entered', body: { dataset: 'entered', key: ['id'], fields: { id: 'text' } } }] })),
    ).toContain('document.fixed')
  })
})

describe('publishing', () => {
  test('makes the next version of a draft, with who and why, and the draft is gone', async () => {
    const { id, body } = await anyMeasure('entered')
    await ask(c, 'comp', 'PUT', `/drafts/measure/${id}`, { body: { ...body, better: 'less' }, revision: null })
    const done = await ask(c, 'comp', 'POST', `/drafts/measure/${id}/publish`, { note: 'Less is better.', revision: 1 })
    expect(done.body).toMatchObject({ kind: 'measure', id, version: 2, same: false, warnings: [{ code: 'scheme.direction', severity: 'warning', document: { kind: 'scheme' } }] })
    expect((await ask(c, 'comp', 'GET', `/drafts/measure/${id}`)).body).toBeNull()
    const [newest, first] = (await ask(c, 'ann', 'GET', `/documents/measure/${id}/versions`)).body.items
    expect(newest).toMatchObject({
      version: 2,
      by: 'comp',
      note: 'Less is better.',
      withdrawn: false,
      differences: [{ path: 'better', before: body['better'] ?? null, after: 'less' }],
    })
    expect(first).toMatchObject({ version: 1, by: null, note: '', differences: [] })
    expect(newest.differences).toMatchObject([{ place: 'better', beforeText: body['better'] === undefined ? null : 'more', afterText: 'less' }])
    expect((await ask(c, 'ann', 'GET', `/documents/measure/${id}/versions/1`)).body).toMatchObject({ body, version: 1, newest: 2, differences: [], withdrawn: false })
    const second = (await ask(c, 'ann', 'GET', `/documents/measure/${id}/versions/2`)).body
    expect(second).toMatchObject({ by: 'comp', note: 'Less is better.', differences: [{ place: 'better', afterText: 'less' }] })
    expect(second.said).toContainEqual({ path: 'better', group: '', place: 'better', text: 'less' })
    expect((await ask(c, 'ann', 'GET', `/documents/measure/${id}/versions/9`)).status).toBe(404)
    const audit = await c.scratch.store.read((read) => read.query<{ command: string; object: string }>(sql`select command, object from app.audit order by seq desc limit 1`))
    expect(audit).toEqual([{ command: 'document.publish', object: `measure/${id}` }])
  })

  test('the audit trail says once an hour that somebody is at a draft, and everything else', async () => {
    const entries = () =>
      c.scratch.store.read((read) =>
        read.query<{ command: string; user: string }>(sql`select command, user_name as "user" from app.audit where object = 'measure/typed' order by seq`),
      )
    const save = (who: string, revision: number | null) => ask(c, who, 'PUT', '/drafts/measure/typed', { body: { measure: 'typed', round: revision ?? 0 }, revision })
    for (const [who, revision] of [
      ['comp', null],
      ['comp', 1],
      ['root', 2],
      ['comp', 3],
      ['root', 4],
    ] as const)
      expect((await save(who, revision)).status).toBe(200)
    await ask(c, 'comp', 'DELETE', '/drafts/measure/typed')
    await save('comp', null)
    await save('root', 1)
    await ask(c, 'comp', 'DELETE', '/drafts/measure/typed')
    const names = ['save comp', 'save root', 'discard comp', 'save comp', 'save root', 'discard comp']
    expect((await entries()).map(({ command, user }) => `${command.replace('draft.', '')} ${user}`)).toEqual(names)
  })

  test('a draft that is wrong is refused with its findings, and stays', async () => {
    await ask(c, 'comp', 'PUT', '/drafts/measure/big_orders', { body: { ...NEW, dataset: 'nowhere' }, revision: null })
    const refused = await ask(c, 'comp', 'POST', '/drafts/measure/big_orders/publish', { revision: 1 })
    expect([refused.status, refused.body.code]).toEqual([422, 'draft.refused'])
    expect(refused.body.errors[0]).toMatchObject({ severity: 'error', place: { file: 'measure/big_orders' } })
    expect((await ask(c, 'comp', 'GET', '/drafts/measure/big_orders')).body.revision).toBe(1)
    expect((await ask(c, 'comp', 'POST', '/drafts/measure/big_orders/publish', { revision: 9 })).status).toBe(412)
    await ask(c, 'comp', 'DELETE', '/drafts/measure/big_orders')
    expect((await ask(c, 'comp', 'POST', '/drafts/measure/big_orders/publish', { revision: 1 })).body.code).toBe('draft.unknown')
  })

  test('two who publish different documents at once keep both; the same document twice is told', async () => {
    const { id, body } = await anyMeasure('growth')
    const other = await anyMeasure('ratio')
    await ask(c, 'comp', 'PUT', `/drafts/measure/${id}`, { body: { ...body, round: 3 }, revision: null })
    await ask(c, 'comp', 'PUT', `/drafts/measure/${other.id}`, { body: { ...other.body, round: 3 }, revision: null })
    const done = await Promise.all([id, other.id].map((one) => ask(c, 'comp', 'POST', `/drafts/measure/${one}/publish`, { revision: 1 })))
    expect(done.map((d) => d.status)).toEqual([200, 200])
    for (const one of [id, other.id]) expect((await ask(c, 'ann', 'GET', `/documents/measure/${one}`)).body.body.round).toBe(3)
    await c.scratch.store.tx((tx) =>
      tx.run(
        sql`insert into app.draft (kind, id, body, based_on, revision, user_id, user_name) select kind, id, body, 1, 1, 'x', 'x' from app.document where id = ${id} and version = 1`,
      ),
    )
    const late = await ask(c, 'comp', 'POST', `/drafts/measure/${id}/publish`, { revision: 1 })
    expect([late.status, late.body.code]).toEqual([409, 'draft.outdated'])
    await ask(c, 'comp', 'PUT', `/drafts/measure/${id}`, { body: { ...body, round: 4 }, revision: 1, basedOn: late.body.params.version })
    expect((await ask(c, 'comp', 'POST', `/drafts/measure/${id}/publish`, { revision: 2 })).body).toMatchObject({ version: 3, same: false })
  })

  test('documents that need each other are published together, or none of them', async () => {
    const dataset = { dataset: 'visits2', key: ['id'], fields: { id: 'text', on: 'date', who: 'employee' }, owner: 'who', date: 'on' }
    const measure = { ...NEW, measure: 'visits2_count', dataset: 'visits2' }
    await ask(c, 'root', 'PUT', '/drafts/dataset/visits2', { body: dataset, revision: null })
    await ask(c, 'root', 'PUT', '/drafts/measure/visits2_count', { body: measure, revision: null })
    expect((await ask(c, 'root', 'POST', '/drafts/measure/visits2_count/publish', { revision: 1 })).status).toBe(422)
    const both = await ask(c, 'root', 'POST', '/drafts/publish', {
      note: 'Visits',
      drafts: [
        { kind: 'dataset', id: 'visits2', revision: 1 },
        { kind: 'measure', id: 'visits2_count', revision: 1 },
      ],
    })
    expect(both.body.items.map((d: { id: string; version: number }) => [d.id, d.version])).toEqual([
      ['visits2', 1],
      ['visits2_count', 1],
    ])
    expect((await ask(c, 'root', 'GET', '/datasets/visits2')).body.fields.length).toBe(3)
    const used = await ask(c, 'root', 'POST', '/documents/dataset/visits2/withdraw', { note: '' })
    expect(used).toMatchObject({ status: 409, body: { code: 'document.in-use', params: { count: 1, documents: 'measure/visits2_count' } } })
    expect((await ask(c, 'root', 'POST', '/documents/measure/visits2_count/withdraw', { note: 'A mistake.' })).body).toEqual({ version: 2 })
    expect((await ask(c, 'root', 'POST', '/documents/dataset/visits2/withdraw', { note: '' })).body).toEqual({ version: 2 })
    expect((await ask(c, 'root', 'GET', '/documents/measure/visits2_count')).status).toBe(404)
    expect((await ask(c, 'root', 'GET', '/documents/measure/visits2_count/versions')).body.items[0]).toMatchObject({ withdrawn: true, note: 'A mistake.' })
    expect((await ask(c, 'root', 'POST', '/documents/company/qingshan/withdraw', { note: '' })).body.code).toBe('document.fixed')
    expect((await ask(c, 'root', 'POST', '/documents/dataset/订单/withdraw', { note: '' })).body.code).toBe('document.has-records')
  })
})

describe('the value of a drafted measure', () => {
  test('is worked out for one person and not kept', async () => {
    const sum = await anyMeasure('aggregate')
    const asked = { body: { ...sum.body, measure: 'tried' }, employee: 'QS011', period: '2026-Q2' }
    const { body } = await ask(c, 'comp', 'POST', '/drafts/preview/measure', asked)
    expect(body).toMatchObject({ value: expect.stringMatching(/^-?\d/), records: expect.any(Number), until: '2026-06-30' })
    expect((await ask(c, 'comp', 'GET', '/documents/measure/tried')).status).toBe(404)
  })

  test('that is wrong, or of somebody who was not there, says why', async () => {
    const wrong = await ask(c, 'comp', 'POST', '/drafts/preview/measure', { body: { ...NEW, dataset: 'nowhere' }, employee: 'QS011', period: '2026-Q2' })
    expect(wrong.body).toMatchObject({ value: null, problem: { severity: 'error' } })
    const early = await ask(c, 'comp', 'POST', '/drafts/preview/measure', { body: (await anyMeasure('aggregate')).body, employee: 'QS011', period: '2019-Q2' })
    expect(early.body.value).toBeNull()
    expect((await ask(c, 'comp', 'POST', '/drafts/preview/measure', { body: NEW, employee: 'nobody', period: '2026-Q2' })).status).toBe(404)
  })
})
