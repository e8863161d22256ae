import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { EVENT_STREAMS } from '../../base/limits.ts'
import { sql } from '../../base/sql.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { createApp } from '../app.ts'
import { createHub, type Stream } from './hub.ts'
import { guardOf, someone } from './testing.ts'

let scratch: ScratchStore
let app: FastifyInstance
let address: string
let session: string

beforeAll(async () => {
  scratch = await scratchStore()
  session = await startSession()
  const li = someone('1')
  app = await createApp({ store: scratch.store, url: scratch.url, guard: guardOf([{ ...li, via: { kind: 'session', session } }, someone('2')]) })
  address = await app.listen({ host: '127.0.0.1', port: 0 })
})

afterAll(async () => {
  await app?.close()
  await scratch?.drop()
})

async function startSession(): Promise<string> {
  return scratch.store.tx(async (tx) => {
    await tx.run(sql`insert into app.user (login, name) values ('li', '李')`)
    const row = await tx.first<{ id: string }>(sql`
      insert into app.session (token_hash, user_id, how, address, agent, created_at, seen_at) select sha256('x'), user_id, 'password', '', '', now(), now() from app.user returning session_id::text as id`)
    return row?.id ?? ''
  })
}

/** An open stream: what it said so far, and whether it is over. */
async function open(user: string) {
  const stop = new AbortController()
  const answer = await fetch(`${address}/api/events`, { headers: { cookie: `heng_session=${user}` }, signal: stop.signal })
  const heard = { text: '', over: false }
  const reading = async () => {
    for await (const chunk of answer.body ?? []) heard.text += Buffer.from(chunk).toString()
  }
  reading().then(
    () => (heard.over = true),
    () => (heard.over = true),
  )
  return { answer, heard, stop: () => stop.abort() }
}

const announce = (message: object) => scratch.store.tx((tx) => tx.query(sql`select pg_notify('heng', ${JSON.stringify(message)})`))

describe('the stream of events', () => {
  it('is for whoever is signed in', async () => {
    expect((await fetch(`${address}/api/events`)).status).toBe(401)
  })

  it('tells what a command announced when it was done, under the headers of all answers', async () => {
    const { answer, heard, stop } = await open('2')
    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'")
    await announce({ job: 'j-1' })
    await vi.waitFor(() => expect(heard.text).toContain('data: {"job":"j-1"}\n\n'))
    stop()
  })

  it('ends when its session does, and nobody else’s ends with it', async () => {
    const [own, other] = [await open('1'), await open('2')]
    await scratch.store.tx((tx) => tx.run(sql`update app.session set ended_at = now() where session_id::text = ${session}`))
    await vi.waitFor(() => expect(own.heard.over).toBe(true))
    expect(own.heard.text).toContain('event: end')
    expect(own.heard.text).not.toContain('endSession')
    await announce({ job: 'j-2' })
    await vi.waitFor(() => expect(other.heard.text).toContain('j-2'))
    expect(other.heard.over).toBe(false)
    other.stop()
  })

  it('ends when the server stops, which does not wait for it', async () => {
    const late = await createApp({ store: scratch.store, url: scratch.url, guard: guardOf([someone('2')]) })
    address = await late.listen({ host: '127.0.0.1', port: 0 })
    const { heard } = await open('2')
    await late.close()
    await vi.waitFor(() => expect(heard.over).toBe(true))
  })
})

describe('the hub', () => {
  const stream = (user: string, holds: () => Promise<boolean>) => {
    const said: string[] = []
    const joined: Stream = { who: someone(user), send: (message) => said.push(message), beat: () => said.push('beat'), end: () => said.push('end'), holds }
    return { said, joined }
  }

  it('ends streams whose session no longer holds, and keeps those of which nobody knows', async () => {
    const hub = createHub(20)
    const [good, gone, unknown] = [
      stream('1', async () => true),
      stream('2', async () => false),
      stream('3', async () => {
        throw new Error('the database is away')
      }),
    ]
    for (const { joined } of [good, gone, unknown]) hub.join(joined)
    await vi.waitFor(() => expect(good.said.length).toBeGreaterThan(1))
    expect([gone.said, unknown.said[0]]).toEqual([['end'], 'beat'])
    hub.close()
    expect([good.said.at(-1), unknown.said.at(-1)]).toEqual(['end', 'end'])
  })

  it('gives one user so many streams, the newest ones', () => {
    const hub = createHub()
    const streams = Array.from({ length: EVENT_STREAMS + 2 }, () => stream('1', async () => true))
    for (const { joined } of streams) hub.join(joined)
    expect(streams.map(({ said }) => said.length)).toEqual([1, 1, ...Array.from({ length: EVENT_STREAMS }, () => 0)])
    hub.missed()
    expect(streams.at(-1)?.said).toEqual(['{"missed":true}'])
    hub.close()
  })

  it('hands on what it does not understand', () => {
    const hub = createHub()
    const { said, joined } = stream('1', async () => true)
    hub.join(joined)
    for (const message of ['not json', 'null', '7', '{"endSession":"another"}']) hub.heard(message)
    expect(said).toEqual(['not json', 'null', '7'])
    hub.close()
  })
})
