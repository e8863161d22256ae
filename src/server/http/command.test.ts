import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Sql, sql } from '../../base/sql.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { createApp } from '../app.ts'
import { verifyAudit } from './audit.ts'
import { forgetAnswers } from './idempotency.ts'
import { as, guardOf, someone } from './testing.ts'
import { makeNotes, noteRoutes, notesIn } from './testing-notes.ts'

let scratch: ScratchStore
let app: FastifyInstance

beforeAll(async () => {
  scratch = await scratchStore()
  await makeNotes(scratch.store)
  app = await createApp({ store: scratch.store, guard: guardOf([someone('li'), someone('wang')]), more: noteRoutes, config: { validateReplies: true } })
})

afterAll(async () => {
  await app?.close()
  await scratch?.drop()
})

const post = (url: string, user: string, payload: object, more: Record<string, string> = {}) => app.inject({ method: 'POST', url: `/api${url}`, headers: as(user, more), payload })
const rows = <Row extends object>(statement: Sql) => scratch.store.read((read) => read.query<Row>(statement))
const entries = () =>
  rows<{ seq: string; user_id: string; command: string; object: string; detail: object }>(sql`select seq, user_id, command, object, detail from app.audit order by seq`)
const times = async (text: string) => (await notesIn(scratch.store)).filter((one) => one === text).length

describe('a command', () => {
  it('leaves an entry that says who did what to what', async () => {
    const made = await post('/notes', 'li', { text: 'first' })
    expect([made.statusCode, made.json().text]).toEqual([201, 'first'])
    expect((await entries()).at(-1)).toMatchObject({ user_id: 'li', command: 'note.add', object: `note/${made.json().id}`, detail: { text: 'first' } })
  })

  it.each([
    ['refuse', 409, 'note.already'],
    ['fail', 500, 'internal'],
  ])('that ends badly (%s) leaves nothing: no note, no entry, no answer for its key', async (text, status, code) => {
    const before = (await entries()).length
    const made = await post('/notes', 'li', { text }, { 'idempotency-key': `bad-${text}` })
    expect([made.statusCode, made.json().code]).toEqual([status, code])
    expect(JSON.stringify(made.json())).not.toContain('as the test wishes')
    expect(await times(text)).toBe(0)
    expect((await entries()).length).toBe(before)
    expect(await rows(sql`select 1 from app.idempotency where key = ${`bad-${text}`}`)).toEqual([])
  })

  it('leaves an entry also where it works in its own time', async () => {
    await post('/notes/work', 'wang', { text: 'own time' })
    expect((await entries()).at(-1)).toMatchObject({ user_id: 'wang', command: 'note.work' })
  })
})

describe('the same key again', () => {
  it('is answered the same, and carried out once', async () => {
    const send = () => post('/notes', 'li', { text: 'once' }, { 'idempotency-key': 'k-1' })
    const [first, second] = [await send(), await send()]
    expect([second.statusCode, second.json()]).toEqual([first.statusCode, first.json()])
    expect(await times('once')).toBe(1)
  })

  it('is carried out once also where both come at the same time', async () => {
    const before = (await entries()).length
    const answers = await Promise.all(Array.from({ length: 6 }, () => post('/notes', 'li', { text: 'at once' }, { 'idempotency-key': 'k-2' })))
    expect(new Set(answers.map((one) => `${one.statusCode} ${one.body}`)).size).toBe(1)
    expect(answers[0]?.statusCode).toBe(201)
    expect([await times('at once'), (await entries()).length - before]).toEqual([1, 1])
  })

  it('is refused for another request, and another’s key is another key', async () => {
    await post('/notes', 'li', { text: 'mine' }, { 'idempotency-key': 'k-3' })
    const other = await post('/notes', 'li', { text: 'not mine' }, { 'idempotency-key': 'k-3' })
    expect([other.statusCode, other.json().code]).toEqual([422, 'http.idempotency-differs'])
    expect((await post('/notes', 'wang', { text: 'mine' }, { 'idempotency-key': 'k-3' })).statusCode).toBe(201)
    expect([await times('mine'), await times('not mine')]).toEqual([2, 0])
  })

  it('is carried out where it failed the first time', async () => {
    await post('/notes', 'li', { text: 7 }, { 'idempotency-key': 'k-4' })
    expect((await post('/notes', 'li', { text: 'better' }, { 'idempotency-key': 'k-4' })).statusCode).toBe(201)
  })

  it('answers the same for work in its own time', async () => {
    const send = () => post('/notes/work', 'li', { text: 'work once' }, { 'idempotency-key': 'k-5' })
    expect((await send()).json()).toEqual((await send()).json())
    expect(await times('work once')).toBe(1)
  })

  it.each(['', ' ', 'a b', 'k\u00e9y', 'x'.repeat(201)])('is refused where it is no key: %j', async (key) => {
    const made = await post('/notes', 'li', { text: 'no key' }, { 'idempotency-key': key })
    expect([made.statusCode, made.json().code]).toEqual([400, 'http.bad-idempotency-key'])
  })

  it('is forgotten after some days', async () => {
    await scratch.store.tx((tx) => tx.run(sql`update app.idempotency set at = now() - interval '8 days' where key = 'k-1'`))
    await scratch.store.tx(forgetAnswers)
    expect(await rows(sql`select key from app.idempotency where key in ('k-1', 'k-2')`)).toEqual([{ key: 'k-2' }])
  })
})

describe('a document with versions', () => {
  const change = (note: number, match: string | undefined, text: string) =>
    app.inject({ method: 'PUT', url: `/api/notes/${note}`, headers: as('li', match === undefined ? {} : { 'if-match': match }), payload: { text } })

  it('is changed by whoever saw the latest one, and by nobody else', async () => {
    const { id } = (await post('/notes', 'li', { text: 'v1' })).json()
    const seen = await app.inject({ url: `/api/notes/${id}`, headers: as('li') })
    expect([seen.headers['etag'], seen.headers['cache-control']]).toEqual(['"v1"', 'private, no-cache'])
    const changed = await change(id, 'W/"v1"', 'v2')
    expect([changed.statusCode, changed.headers['etag']]).toEqual([200, '"v2"'])
    expect((await change(id, '"v1"', 'v3')).json()).toMatchObject({ status: 412, code: 'http.changed-meanwhile', params: { version: 2 } })
    expect((await change(id, undefined, 'v3')).json()).toMatchObject({ status: 428, code: 'http.if-match-missing' })
    expect(await times('v3')).toBe(0)
    const again = await app.inject({ url: `/api/notes/${id}`, headers: as('li', { 'if-none-match': '"v2"' }) })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })
})

describe('the audit trail', () => {
  const check = () => scratch.store.read(verifyAudit)
  const tamper = (...statements: readonly Sql[]) =>
    scratch.store.tx(async (tx) => {
      await tx.run(sql`alter table app.audit disable trigger append_only`)
      for (const statement of statements) await tx.run(statement)
      await tx.run(sql`alter table app.audit enable trigger append_only`)
    })
  /** Look at a changed trail, then put it back. */
  const checkAfter = async (statements: readonly Sql[]) => {
    await scratch.store.tx((tx) => tx.run(sql`create table app.audit_kept as table app.audit`))
    await tamper(...statements)
    const found = await check()
    await tamper(sql`delete from app.audit`)
    await tamper(sql`insert into app.audit select * from app.audit_kept`)
    await scratch.store.tx((tx) => tx.run(sql`drop table app.audit_kept`))
    return found
  }

  it('holds after many at the same time', async () => {
    const before = await check()
    await Promise.all(Array.from({ length: 8 }, (_, i) => post('/notes', i % 2 === 0 ? 'li' : 'wang', { text: `side by side ${i}` })))
    const after = await check()
    expect([before.sound, after.sound, Number(after.entries) - Number(before.entries)]).toEqual([true, true, 8])
  })

  it('cannot be changed by a statement', async () => {
    await expect(scratch.store.tx((tx) => tx.run(sql`update app.audit set user_name = 'x' where seq = 1`))).rejects.toThrow('append-only')
    await expect(scratch.store.tx((tx) => tx.run(sql`delete from app.audit`))).rejects.toThrow('append-only')
  })

  // In two steps: one alone meets its own rows, or not, as they happen to lie.
  const MOVED_UP = [
    sql`update app.audit set seq = seq + 1000000 where seq >= 4`,
    sql`update app.audit set seq = case seq when 1000004 then 1000000 else seq - 1000001 end where seq > 1000000`,
  ]
  it.each([
    ['an edited name', [sql`update app.audit set user_name = 'somebody else' where seq = 3`], '3', 'edited'],
    ['an edited time', [sql`update app.audit set at = at + interval '1 microsecond' where seq = 2`], '2', 'edited'],
    ['an edited detail', [sql`update app.audit set detail = '{"text":"other"}' where seq = 1`], '1', 'edited'],
    ['an entry taken out', [sql`delete from app.audit where seq = 4`], '4', 'missing'],
    ['an entry put last and the rest moved up', MOVED_UP, '4', 'cut'],
    ['a hash made up', [sql`update app.audit set hash = sha256('x') where seq = 2`], '2', 'edited'],
    ['an entry that follows another', [sql`update app.audit set previous = sha256('x') where seq = 5`], '5', 'cut'],
  ])('is found broken by %s', async (_name, statements, seq, reason) => {
    expect(await checkAfter(statements)).toMatchObject({ sound: false, seq, reason })
    expect(await check()).toMatchObject({ sound: true })
  })
})
