import type { FastifyInstance } from 'fastify'
import { Refusal } from '../../base/diagnostic.ts'
import { CLOSE_MS, PORTS_TRIED } from '../../base/limits.ts'

/** Where a server is asked to listen. */
export interface Wish {
  readonly host: string
  readonly port: number
  /** Nobody named the port: where it is taken, one of the next will do. */
  readonly orNext: boolean
}

/**
 * Listen; answers the port.
 * Errors: `serve.port-taken`, `serve.port-forbidden`, `serve.host-unknown`.
 */
export async function openPort(app: FastifyInstance, { host, port, orNext }: Wish): Promise<number> {
  for (let tried = port; ; tried++) {
    try {
      await app.listen({ host, port: tried })
      const address = app.server.address()
      return typeof address === 'object' && address !== null ? address.port : tried
    } catch (error) {
      const refusal = refusalOf(error, host, tried)
      if (refusal.code !== 'serve.port-taken' || !orNext || tried - port >= PORTS_TRIED) throw refusal
    }
  }
}

function refusalOf(error: unknown, host: string, port: number): Refusal {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'EADDRINUSE':
      return new Refusal('serve.port-taken', { port }, { cause: error })
    case 'EACCES':
      return new Refusal('serve.port-forbidden', { port }, { cause: error })
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return new Refusal('serve.host-unknown', { host }, { cause: error })
    default:
      throw error
  }
}

/** Take no new requests, finish those under way, and go; whoever is not finished after a while is cut off. */
export async function closeSoon(app: FastifyInstance): Promise<void> {
  const timer = setTimeout(() => app.server.closeAllConnections(), CLOSE_MS)
  try {
    await app.close()
  } finally {
    clearTimeout(timer)
  }
}
