import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal, type TextCatalogue } from '../../base/diagnostic.ts'
import { BODY_BYTES } from '../../base/limits.ts'
import { langOf } from './language.ts'
import { problemOf } from './problem.ts'

/** Answers a request with what is wrong. */
export type Refuse = (refusal: Refusal, request: FastifyRequest, reply: FastifyReply) => FastifyReply

/** Refuses in the reader's language. */
export function refuser(catalogue: TextCatalogue): Refuse {
  return (refusal, request, reply) => {
    for (const header of TAKEN_BACK) reply.removeHeader(header)
    const lang = langOf(request.headers['accept-language'])
    const problem = problemOf(refusal, lang, catalogue)
    const seconds = refusal.params['seconds']
    if (problem.status === 429 && seconds !== undefined) reply.header('retry-after', String(seconds))
    reply.code(problem.status).header('content-language', lang).header('cache-control', 'no-store')
    return reply.type('application/problem+json; charset=utf-8').send(JSON.stringify(problem))
  }
}

/** What a handler said before it failed did not happen. */
const TAKEN_BACK = ['set-cookie', 'etag', 'location', 'cache-control', 'content-disposition']

/** Answer whatever was thrown. What is not a refusal is our mistake: the asker gets a number, the log the rest. */
export function answerError(refuse: Refuse, error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = error instanceof Refusal ? error : refusalOfFramework(error, request)
  if (refusal !== null && !refusal.code.startsWith('store.')) return refuse(refusal, request, reply)
  request.log.error({ err: error }, 'a request failed')
  return refuse(refusal ?? new Refusal('internal', { id: request.id }), request, reply)
}

/** Refusals of the framework in our words; null for what is none. */
function refusalOfFramework(error: unknown, request: FastifyRequest): Refusal | null {
  if (!(error instanceof Error)) return null
  const { code, statusCode, message } = error as { code?: unknown; statusCode?: unknown; message: string } // Errors of Fastify and its plugins carry these.
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Refusal('http.too-large', { limit: request.routeOptions.bodyLimit ?? BODY_BYTES })
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return mediaType(request)
  if (code === 'FST_ERR_CTP_INVALID_JSON_BODY') return new Refusal('http.bad-json', { reason: message })
  // Only the parser of JSON throws this with a status; one of our own is a mistake of ours.
  if (error instanceof SyntaxError && statusCode === 400) return new Refusal('http.bad-json', { reason: message })
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 ? new Refusal('http.bad-request', { reason: message }) : null
}

/** Characters shown of a content type that is not taken. */
const SHOWN = 100

export function mediaType(request: FastifyRequest): Refusal {
  return new Refusal('http.media-type', { type: (request.headers['content-type'] ?? '-').slice(0, SHOWN) })
}
