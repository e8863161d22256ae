import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '../../base/sql.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { addTestUser, appOn, Browser } from '../access/testing.ts'
import { applyExample, runOf } from '../plan/examples-testing.ts'
import { tellScores } from './notifications.ts'
import { createJob } from './testing-jobs.ts'

/** The shipped company: QS003 leads QS013 since February; QS001 leads all; QS011 is in another team. */
const PEOPLE = [
  ['zhou', 'QS013', 'sales'],
  ['shen', 'QS003', 'manager'],
  ['chen', 'QS011', 'sales'],
  ['lin', 'QS001', 'executive'],
  ['xu', 'QS002', 'comp-admin'],
] as const

let scratch: ScratchStore
let app: FastifyInstance
const ids = new Map<string, string>()
const browsers = new Map<string, Browser>()

beforeAll(async () => {
  scratch = await scratchStore()
  await applyExample(scratch.store, 'qingshan')
  await runOf(scratch.store, '2026-Q1')
  app = await appOn(scratch.store, { now: new Date('2026-10-10T02:00:00Z') })
  for (const [login, employee, role] of PEOPLE) ids.set(login, await addTestUser(scratch.store, login, { roles: [role], employee }))
  ids.set('root', await addTestUser(scratch.store, 'root', { roles: ['admin'] }))
  for (const login of ids.keys()) {
    const browser = new Browser(app)
    browsers.set(login, browser)
    expect((await browser.signIn(login)).status).toBe(200)
  }
})
afterAll(async () => {
  await app?.close()
  await scratch?.drop()
})

type Method = Parameters<Browser['ask']>[0]
async function ask(who: string, method: Method, path: string, body?: unknown) {
  const answer = await browsers.get(who)?.ask(method, path, body, { 'accept-language': 'en' })
  if (answer === undefined) throw new Error(`nobody is ${who}`)
  return answer
}

const SCORE = 'score/QS013/2026-Q1'
const at = (object: string) => `/comments?object=${encodeURIComponent(object)}`
const write = (who: string, object: string, text: string, mentions: readonly string[] = []) =>
  ask(who, 'POST', at(object), { text, mentions: mentions.map((login) => ids.get(login) ?? '') })
const told = async (who: string) => (await ask(who, 'GET', '/notifications')).body

describe('a comment', () => {
  test('is seen by whoever sees the score, and by nobody else', async () => {
    const made = await write('shen', SCORE, '拜访不够，下周补上 <b>三家</b>')
    expect(made).toMatchObject({ status: 201, body: { by: 'Name of shen', mine: true, text: '拜访不够，下周补上 <b>三家</b>' } })
    for (const [who, mine, mayWrite] of [
      ['zhou', false, true],
      ['shen', true, true],
      ['lin', false, true],
      ['root', false, false],
    ] as const)
      expect((await ask(who, 'GET', at(SCORE))).body).toMatchObject({ items: [{ mine, text: made.body.text }], mayWrite })
    expect(await ask('chen', 'GET', at(SCORE))).toMatchObject({ status: 404, body: { code: 'access.not-visible' } })
    expect(await write('chen', SCORE, 'x')).toMatchObject({ status: 404 })
    expect(await write('root', SCORE, 'x')).toMatchObject({ status: 403 })
  })

  test('is changed and deleted by who wrote it alone; its place stays', async () => {
    const { id } = (await write('zhou', SCORE, 'first')).body
    expect(await ask('shen', 'PUT', `/comments/${id}`, { text: 'mine now' })).toMatchObject({ status: 403, body: { code: 'comment.not-yours.forbidden' } })
    expect((await ask('shen', 'DELETE', `/comments/${id}`)).status).toBe(403)
    expect((await ask('chen', 'DELETE', `/comments/${id}`)).status).toBe(404)
    expect((await ask('zhou', 'PUT', `/comments/${id}`, { text: 'second' })).body).toMatchObject({ text: 'second', editedAt: expect.any(String) })
    expect((await ask('zhou', 'DELETE', `/comments/${id}`)).status).toBe(204)
    expect((await ask('zhou', 'GET', at(SCORE))).body.items.at(-1)).toMatchObject({ id, text: '', deleted: true })
    expect((await ask('zhou', 'PUT', `/comments/${id}`, { text: 'back' })).body.code).toBe('comment.unknown')
    const trail = await scratch.store.read((read) => read.query(sql`select command, object from app.audit where command like 'comment.%' order by seq desc limit 3`))
    expect(trail).toEqual(['comment.delete', 'comment.edit', 'comment.add'].map((command) => ({ command, object: SCORE })))
  })

  test.each([
    ['another spelling of the same', 'score/QS013/2026%2DQ1', 200],
    ['a rule', `measure/${encodeURIComponent('销售额')}`, 200],
    ['a scheme', `scheme/${encodeURIComponent('新客开拓')}`, 200],
    ['an incentive plan that is not there', 'incentive/nothing', 404],
    ['a rule that is not there', 'measure/nothing', 404],
    ['targets of one’s own', 'target/QS013/2026-03', 200],
    ['targets of somebody else', 'target/QS011/2026-03', 404],
    ['targets of a period that is none', 'target/QS013/soon', 400],
    ['somebody who is not there', 'score/QS999/2026-Q1', 404],
    ['no period', 'score/QS013/yesterday', 400],
    ['a run, for who does not see everybody', 'run/1', 403],
    ['nothing', 'score', 404],
    ['half a letter', 'score/%E4/2026-Q1', 404],
    ['a record that is none', 'record/订单/1 or 1=1', 404],
    ['a record of no dataset', 'record/x/1', 404],
    ['a dataset', `dataset/${encodeURIComponent('订单')}`, 200],
    ['a rate table that is not there', 'table/nothing', 404],
    ['oneself', 'person/QS013', 200],
    ['a colleague one does not see', 'person/QS011', 404],
    ['a unit', `unit/${encodeURIComponent('总部')}`, 200],
    ['a unit that is not there', 'unit/nothing', 404],
  ])('on %s', async (_name, object, status) => expect((await ask('zhou', 'GET', at(object))).status).toBe(status))

  test('on a run or on targets is for whoever sees everybody, or sees the person', async () => {
    const { run } = (await ask('lin', 'GET', '/runs?limit=1')).body.items[0]
    for (const [who, object, status] of [
      ['lin', `run/${run}`, 200],
      ['root', `run/${run}`, 200],
      ['shen', `run/${run}`, 403],
      ['shen', 'target/QS013/2026-03', 200],
      ['chen', 'target/QS013/2026-03', 404],
      // Who keeps data and rules sees scores, and no targets.
      ['root', 'target/QS013/2026-03', 403],
    ] as const)
      expect([who, object, (await ask(who, 'GET', at(object))).status]).toEqual([who, object, status])
  })

  test('names people who see it, and tells them; nobody else can be named', async () => {
    const people = (await ask('zhou', 'GET', `/comments/people?object=${encodeURIComponent(SCORE)}&q=Name`)).body.items
    expect(people.map((p: { login: string }) => p.login)).toEqual(['lin', 'root', 'shen', 'xu'])
    expect(await write('zhou', SCORE, '@chen', ['chen'])).toMatchObject({ body: { code: 'comment.mention-blind', params: { name: 'Name of chen' } } })
    await write('zhou', SCORE, '@Name of shen 请看', ['shen', 'shen'])
    const seen = await told('shen')
    expect(seen).toMatchObject({ unread: 1, items: [{ kind: 'mention', object: SCORE, params: { by: 'Name of zhou', text: '@Name of shen 请看' }, read: false }] })
    expect(await told('chen')).toMatchObject({ unread: 0, items: [] })
    await ask('shen', 'POST', '/notifications/read', { ids: [seen.items[0].id] })
    expect(await told('shen')).toMatchObject({ unread: 0, items: [{ read: true }] })
    expect((await ask('shen', 'GET', '/notifications?unread=true')).body.items).toEqual([])
  })

  test('keeps its secret from who may not see the object any more', async () => {
    await write('zhou', SCORE, '@Name of shen again', ['shen'])
    await scratch.store.tx((tx) => tx.run(sql`update app.user_role set ended_at = now() where user_id = ${ids.get('shen') ?? ''}::int`))
    const [first] = (await told('shen')).items
    expect(first).toMatchObject({ kind: 'mention', object: null, params: {} })
    await scratch.store.tx((tx) => tx.run(sql`update app.user_role set ended_at = null where user_id = ${ids.get('shen') ?? ''}::int`))
  })
})

describe('one is told', () => {
  test('of work that is over, if one asked for it, and not of what one has switched off', async () => {
    await createJob(scratch.store, ids.get('lin') ?? '', 'done')
    await createJob(scratch.store, ids.get('lin') ?? '', 'failed')
    await createJob(scratch.store, ids.get('lin') ?? '', 'cancelled')
    expect((await told('lin')).items.map((n: { params: object }) => n.params)).toEqual(['failed', 'done'].map((state) => ({ job: 'run', state, period: '2026-Q1' })))
    expect((await ask('lin', 'PUT', '/notifications/settings', { off: ['job'] })).body).toEqual({ off: ['job'] })
    await createJob(scratch.store, ids.get('lin') ?? '', 'done')
    expect((await told('lin')).items.length).toBe(2)
    expect((await ask('lin', 'GET', '/notifications/settings')).body).toEqual({ off: ['job'] })
  })

  test('of one’s own score that came out otherwise: once, from what one saw last to what it is', async () => {
    const runs: string[] = []
    for (const amount of ['1000', '2000', '3000']) {
      await scratch.store.tx((tx) => tx.run(sql`update app.target set target = target + ${amount}::numeric where employee_id = 'QS013'`))
      runs.push((await runOf(scratch.store, '2026-Q1')).run)
    }
    for (const run of runs) await scratch.store.tx((tx) => tellScores(tx, run))
    for (const run of runs) await scratch.store.tx((tx) => tellScores(tx, run))
    const scores = await scratch.store.read((read) =>
      read.query<{ score: string }>(sql`select score::text from calc.score s join calc.run r using (run_id) where employee_id = 'QS013' and period = '2026-Q1' order by run_id`),
    )
    const items = (await told('zhou')).items.filter((n: { kind: string }) => n.kind === 'score')
    expect(new Set(scores.map((s) => s.score)).size).toBeGreaterThan(1)
    expect(items).toMatchObject([{ object: SCORE, params: { period: '2026-Q1', from: scores[0]?.score, to: scores.at(-1)?.score } }])
    expect((await told('chen')).items).toEqual([])
    await ask('zhou', 'POST', '/notifications/read', { upTo: items[0].id })
    for (const run of runs) await scratch.store.tx((tx) => tellScores(tx, run))
    expect((await told('zhou')).unread).toBe(0)
  })

  test('of targets that others changed: one notification a change, with the first cell and how many more', async () => {
    await ask('zhou', 'POST', '/notifications/read', { upTo: '999999' })
    const edit = (employee: string, period: string, from: string | null, to: string) => ({ employee, measure: '销售额', period, level: 'stretch', from, to })
    const edits = [edit('QS013', '2026-11', null, '510000'), edit('QS013', '2026-12', null, '520000'), edit('QS011', '2026-11', null, '1')]
    expect((await ask('xu', 'POST', '/targets', { edits, reason: '年度冲刺' })).body).toMatchObject({ cells: 3, people: 2 })
    const [one, ...more] = (await ask('zhou', 'GET', '/notifications?unread=true')).body.items
    expect(more).toEqual([])
    const params = { measure: '销售额', name: 'Revenue', percent: 'false', period: '2026-11', level: 'stretch', from: null, to: '510000', by: 'Name of xu', count: '2' }
    expect(one).toMatchObject({ kind: 'target', object: 'target/QS013/2026-11', params })
    expect(one.params).not.toHaveProperty('change')
    // Nothing changed: nothing is told. Switched off: neither.
    await ask('xu', 'POST', '/targets', { edits: [edit('QS013', '2026-11', '510000', '510000')], reason: 'again' })
    await ask('zhou', 'PUT', '/notifications/settings', { off: ['target'] })
    await ask('xu', 'POST', '/targets', { edits: [edit('QS013', '2026-11', '510000', '511000')], reason: 'more' })
    expect((await told('zhou')).unread).toBe(1)
    await ask('zhou', 'PUT', '/notifications/settings', { off: [] })
    // The command line, in as many statements as it takes.
    await scratch.store.tx(async (tx) => {
      for (const period of ['2026-11', '2026-12']) await tx.run(sql`delete from app.target where employee_id = 'QS013' and measure = '销售额' and period = ${period}`)
    })
    const newest = (await told('zhou')).items[0]
    expect(newest).toMatchObject({ kind: 'target', params: { by: null, to: null } })
    expect(Number(newest.params.count)).toBeGreaterThan(1)
  })

  test('of rules that apply to one: whoever holds the role, once a publishing', async () => {
    for (const who of ['zhou', 'chen', 'xu']) await ask(who, 'POST', '/notifications/read', { upTo: '999999' })
    const drafts = []
    for (const [kind, id] of [
      ['scheme', '新客开拓'],
      ['incentive', '新客开拓'],
    ] as const) {
      const { body } = (await ask('xu', 'GET', `/documents/${kind}/${encodeURIComponent(id)}`)).body
      const saved = await ask('xu', 'PUT', `/drafts/${kind}/${encodeURIComponent(id)}`, { body: { ...body, description: 'Other words' }, revision: null })
      drafts.push({ kind, id, revision: saved.body.revision })
    }
    expect((await ask('xu', 'POST', '/drafts/publish', { drafts, note: '新的一年' })).status).toBe(200)
    const roles = await scratch.store.read((read) =>
      read.query<{ login: string; role: string }>(
        sql`select u.login, a.role from app.user u join app.assignment a using (employee_id) where a.from_date <= '2026-10-10' and a.until_date > '2026-10-10'`,
      ),
    )
    const hunters = roles.filter(({ role }) => role === 'hunter').map(({ login }) => login)
    expect(hunters).not.toEqual([])
    for (const login of ids.keys()) {
      const unread = (await ask(login, 'GET', '/notifications?unread=true')).body.items.filter((n: { kind: string }) => n.kind === 'rules')
      const params = { kind: 'scheme', id: '新客开拓', name: 'Hunters', version: '2', withdrawn: null, by: 'Name of xu', count: '2' }
      expect([login, unread]).toMatchObject([login, hunters.includes(login) ? [{ object: `scheme/${encodeURIComponent('新客开拓')}`, params }] : []])
    }
  })

  test('objects are named the same by the database and by the program', async () => {
    const texts = ['QS013', 'a/b', '张 三', "x'y(z)!*", '100%', 'é😀', '']
    const named = await scratch.store.read((read) =>
      read.query<{ part: string }>(sql`select app.uri_part(t) as part from unnest(${texts}::text[]) with ordinality as x (t, n) order by n`),
    )
    expect(named.map((row) => row.part)).toEqual(texts.map(encodeURIComponent))
  })
})
