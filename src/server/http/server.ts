import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest, type FastifyServerOptions } from 'fastify'
import { type Lang, Refusal, type TextCatalogue } from '../../base/diagnostic.ts'
import { BODY_BYTES, PATH_PARAM_CHARS } from '../../base/limits.ts'
import { takeBack } from './guard.ts'
import { requireShallow } from './input.ts'
import { langOf } from './language.ts'
import { problemOf } from './problem.ts'

export interface ServerOptions {
  /** Every sentence about a code. */
  readonly catalogue: TextCatalogue
  readonly logger: FastifyServerOptions['logger']
  /** Believe `X-Forwarded-*`: only behind a proxy that sets them. */
  readonly trustProxy: boolean
}

/** A server without routes: how bodies are read, what is said when something goes wrong, and the headers that browsers obey. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: options.logger ?? false,
    trustProxy: options.trustProxy,
    bodyLimit: BODY_BYTES,
    routerOptions: { maxParamLength: PATH_PARAM_CHARS },
    genReqId: () => randomUUID(),
    return503OnClosing: true,
  })
  readJson(app)
  app.setErrorHandler((error: FastifyError, request, reply) => refuse(reply, refusalOf(error, request), langOfRequest(request), options.catalogue))
  app.setNotFoundHandler((request, reply) => refuse(reply, new Refusal('http.not-found', { path: request.url.split('?')[0] ?? '' }), langOfRequest(request), options.catalogue))
  await app.register(cookie)
  await app.register(helmet, { contentSecurityPolicy: { useDefaults: false, directives: CSP } })
  return app
}

/** What pages may load: our own files alone. antd writes styles into the page, hence inline styles; scripts never. */
const CSP = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  workerSrc: ["'self'", 'blob:'],
  objectSrc: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
}

/** JSON whose depth is known before it is parsed, and which names no prototype. */
function readJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = String(body)
    if (text.trim() === '') return done(null, undefined)
    try {
      requireShallow(text)
    } catch (error) {
      return done(error as Error) // requireShallow throws refusals.
    }
    parse(request, text, done)
  })
}

function langOfRequest(request: FastifyRequest): Lang {
  return langOf(request.headers['accept-language'])
}

/** Fastify's own refusals in our words; anything unknown is our mistake, told by a number that the log explains. */
function refusalOf(error: FastifyError, request: FastifyRequest): Refusal {
  if (error instanceof Refusal) return error
  const { code, statusCode = 500 } = error
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Refusal('http.too-large', { limit: request.routeOptions.bodyLimit ?? BODY_BYTES })
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new Refusal('http.media-type', { type: String(request.headers['content-type'] ?? '-').slice(0, 100) })
  if (code === 'FST_ERR_CTP_INVALID_JSON_BODY' || error instanceof SyntaxError) return new Refusal('http.bad-json', { reason: error.message })
  if (statusCode >= 400 && statusCode < 500) return new Refusal('http.bad-request', { reason: error.message })
  request.log.error({ err: error, id: request.id }, 'a request failed')
  return new Refusal('internal', { id: request.id })
}

function refuse(reply: FastifyReply, refusal: Refusal, lang: Lang, catalogue: TextCatalogue): FastifyReply {
  takeBack(reply)
  const problem = problemOf(refusal, lang, catalogue)
  const seconds = refusal.params['seconds']
  if (problem.status === 429 && seconds !== undefined) reply.header('retry-after', String(seconds))
  return reply.code(problem.status).header('content-language', lang).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem))
}
