import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Params } from '../../base/diagnostic.ts'
import type { Store, Tx } from '../../store/types.ts'
import { recordAudit } from './audit.ts'
import { hasAlready } from './etag.ts'
import type { Asked } from './guard.ts'
import { type Answer, type Claim, claimOf, keepAnswer, storedAnswer, takeKey } from './idempotency.ts'
import { parsed } from './input.ts'
import type { AnySpec, Audit, Handler, Route } from './route.ts'

/** What answering takes besides the request. */
export interface Answering {
  readonly store: Store
  /** Check replies against their schemas: in tests. A long list takes longer to check than to make. */
  readonly validateReplies: boolean
}

interface Call {
  readonly route: Route
  readonly asked: Asked
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** Carry out a request that its guard has let through, and send the answer. */
export async function answer(answering: Answering, call: Call): Promise<FastifyReply> {
  const { route, reply, request } = call
  const input = inputOf(call)
  const { handler } = route
  switch (handler.kind) {
    case 'query':
    case 'look': {
      const body = await answering.store.read((read) => handler.run(read, input as never)) // Parsed by the schemas of this very route; so below.
      return send(reply, request, answerOf(answering, call, body))
    }
    case 'command':
      return send(reply, request, await runCommand(answering, call, handler, input))
    case 'work':
      return send(reply, request, await runWork(answering, call, handler, input))
    case 'raw':
      await handler.run(answering.store, input as never)
      return reply
    default:
      return handler satisfies never
  }
}

/** Everything in one transaction: the key, the change, the answer, the entry in the audit trail. */
async function runCommand(answering: Answering, call: Call, handler: Handler & { kind: 'command' }, input: object): Promise<Answer> {
  const claim = claimFor(call)
  return answering.store.tx(async (tx) => {
    const stored = claim === null ? null : await takeKey(tx, claim)
    if (stored !== null) return stored
    const notes = notesFor(call, handler.name)
    const body = await handler.run(tx, { ...input, audit: notes.audit } as never)
    const given = answerOf(answering, call, body)
    if (claim !== null) await keepAnswer(tx, claim, given)
    await notes.record(tx)
    return given
  })
}

/** The work has transactions of its own and can be repeated; the entry and the answer follow when it is done. */
async function runWork(answering: Answering, call: Call, handler: Handler & { kind: 'work' }, input: object): Promise<Answer> {
  const { store } = answering
  const claim = claimFor(call)
  const stored = claim === null ? null : await store.read((read) => storedAnswer(read, claim))
  if (stored !== null) return stored
  const notes = notesFor(call, handler.name)
  const body = await handler.run(store, { ...input, audit: notes.audit } as never)
  const given = answerOf(answering, call, body)
  await store.tx(async (tx) => {
    if (claim !== null) await keepAnswer(tx, claim, given)
    await notes.record(tx)
  })
  return given
}

/** Strangers have no keys of their own, secrets are not kept, and a file is not read twice: such requests are carried out each time. */
function claimFor({ route: { spec }, asked, request }: Call): Claim | null {
  return asked.who === null || spec.secret === true || spec.upload !== undefined ? null : claimOf(request, asked.who.user)
}

function inputOf({ route: { spec }, asked, request, reply }: Call): object {
  return {
    ...asked,
    params: parsed(spec.params, request.params, 'params'),
    query: parsed(spec.query, request.query, 'query'),
    body: parsed(spec.body, request.body, 'body'),
    request,
    reply,
  }
}

/** What a handler says for the audit trail, and the entry that comes of it. */
function notesFor({ asked, request }: Call, command: string): { audit: Audit; record: (tx: Tx) => Promise<void> } {
  let object: string | null = null
  let detail: Params = {}
  let told = false
  let by = { user: asked.who?.user ?? null, name: asked.who?.name ?? '' }
  const audit: Audit = {
    about: (what, more = {}) => {
      object = what
      detail = more
    },
    by: (user, name) => {
      by = { user, name }
    },
    nothingNew: () => {
      told = true
    },
  }
  const record = async (tx: Tx): Promise<void> => {
    if (!told) await recordAudit(tx, { ...by, at: asked.now, via: asked.who?.via.kind ?? 'nobody', command, object, detail, ip: request.ip })
  }
  return { audit, record }
}

function answerOf({ validateReplies }: Answering, { route: { spec }, reply }: Call, body: unknown): Answer {
  const status = spec.status ?? 200
  const said = validateReplies ? checked(spec, body) : body
  const headers = Object.fromEntries(['etag', 'location'].flatMap((name) => (reply.hasHeader(name) ? [[name, String(reply.getHeader(name))]] : [])))
  return { status, headers, body: status === 204 ? undefined : said }
}

/** A reply that its own schema refuses is a mistake of ours. */
function checked(spec: AnySpec, body: unknown): unknown {
  const result = spec.reply.safeParse(body)
  if (!result.success) throw new Error(`the reply of ${spec.id} is not what it says: ${result.error.message}`)
  return result.data
}

function send(reply: FastifyReply, request: FastifyRequest, given: Answer): FastifyReply {
  reply.headers(given.headers)
  // Answers are about people: no proxy and no disk may keep them.
  reply.header('cache-control', given.headers['etag'] === undefined ? 'no-store' : 'private, no-cache')
  if (given.status === 200 && hasAlready(request, given.headers['etag'])) return reply.code(304).send()
  reply.code(given.status)
  return given.body === undefined ? reply.send() : reply.type('application/json; charset=utf-8').send(JSON.stringify(given.body))
}
