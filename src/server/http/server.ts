import { randomUUID } from 'node:crypto'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import { Refusal, type TextCatalogue } from '../../base/diagnostic.ts'
import { BODY_BYTES, PATH_PARAM_CHARS, REQUEST_MS } from '../../base/limits.ts'
import { requireShallow } from './input.ts'
import { type LogStream, loggerFor, logRequests } from './log.ts'
import { servePages } from './pages.ts'
import { answerError, type Refuse, refuser } from './refuse.ts'
import { takeUploads } from './upload.ts'

export interface ServerOptions {
  /** Every sentence about a code. */
  readonly catalogue: TextCatalogue
  /** Where requests and failures are written, a line of JSON each; null: nowhere. */
  readonly log: LogStream | null
  /** Write requests too, not failures alone. */
  readonly logRequests: boolean
  /** Believe `X-Forwarded-*`: only behind a proxy that sets them. */
  readonly trustProxy: boolean
  /** Folder of the built pages; null: none are served. */
  readonly pages: string | null
}

/** A server without routes of features: how bodies are read, what is said when something goes wrong, the headers that browsers obey, and the pages. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const refuse = refuser(options.catalogue)
  const app = Fastify({
    logger: loggerFor(options.log, options.logRequests),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy,
    bodyLimit: BODY_BYTES,
    requestTimeout: REQUEST_MS,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: PATH_PARAM_CHARS },
    genReqId: () => randomUUID(),
    return503OnClosing: true,
    frameworkErrors: (error, request, reply) => answerError(refuse, error, request, reply),
  })
  readJson(app)
  app.setErrorHandler((error, request, reply) => answerError(refuse, error, request, reply))
  if (options.logRequests) logRequests(app)
  await app.register(cookie)
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: POLICY },
    strictTransportSecurity: { includeSubDomains: false },
    referrerPolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
  })
  await app.register(compress, { threshold: COMPRESSED_BYTES, brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: QUICK } } })
  await takeUploads(app)
  await answerElsewhere(app, options, refuse)
  return app
}

/** Smaller answers travel as they are. */
const COMPRESSED_BYTES = 2_048

/** Brotli's best takes a hundred times as long and saves little. */
const QUICK = 4

/** What pages may load: our own files alone. antd writes styles into the page, hence inline styles; scripts never. */
const POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
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

/** Addresses that are no route: a place inside the application, or nothing. */
async function answerElsewhere(app: FastifyInstance, options: ServerOptions, refuse: Refuse): Promise<void> {
  const pages = await servePages(app, options.pages)
  app.setNotFoundHandler(async (request, reply) => {
    if (await pages(request, reply)) return reply
    return refuse(new Refusal('http.not-found', { path: request.url.split('?')[0] ?? '' }), request, reply)
  })
}
