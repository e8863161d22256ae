import type { FastifyInstance, FastifyServerOptions } from 'fastify'
import { askedOf } from './registry.ts'

/** Something that lines can be written to: standard error. */
export interface LogStream {
  write(line: string): void
}

/**
 * A log of lines of JSON: failures, and with `all` whatever happens. It holds no cookies, keys, passwords, bodies or queries: what is written is chosen here, one thing at a time.
 * Values that the database's own messages quote are left out too.
 */
export function loggerFor(stream: LogStream | null, all: boolean): NonNullable<FastifyServerOptions['logger']> {
  if (stream === null) return false
  return { level: all ? 'info' : 'error', stream, base: null, serializers: { err: errorShown, req: () => ({}), res: () => ({}) } }
}

interface ErrorShown {
  readonly type: string
  readonly message: string
  readonly stack: string
  [more: string]: unknown
}

function errorShown(error: unknown): ErrorShown {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error), stack: '' }
  const { name, message, stack = '', cause } = error
  const { code } = error as { code?: unknown } // Errors of the driver and of Node carry a code.
  return { type: name, message, stack, ...(typeof code === 'string' ? { code } : {}), ...(cause === undefined ? {} : { cause: errorShown(cause) }) }
}

/** A line a request: who asked for what, how it ended, how long it took. The query may hold a code of sign-in, so only the path is named. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, ip } = request
    const user = askedOf(request)?.who?.user ?? null
    request.log.info({ method, path: request.url.split('?')[0], status: reply.statusCode, ms: Math.round(reply.elapsedTime), user, ip }, 'request')
  })
}
