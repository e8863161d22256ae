import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '../../base/diagnostic.ts'
import { COUNTED_CALLERS, REQUESTS_A_MINUTE, STRANGERS_REQUESTS_A_MINUTE, STRANGERS_WRITES_A_MINUTE, WRITES_A_MINUTE } from '../../base/limits.ts'
import type { Who } from './who.ts'

/** Counts a request. Errors: `http.throttled` with the seconds to wait. */
export type Rate = (request: FastifyRequest, who: Who | null) => Promise<void>

/**
 * How many requests somebody may send: people and keys are counted by user, everybody else by address. What guards passwords against
 * guessing is another thing, and stands with sign-in.
 */
export async function createRate(app: FastifyInstance): Promise<Rate> {
  await app.register(rateLimit, { global: false, timeWindow: 60_000, cache: COUNTED_CALLERS })
  const byAddress = (request: FastifyRequest) => request.ip
  const users = new WeakMap<FastifyRequest, string>()
  const byUser = (request: FastifyRequest) => users.get(request) ?? request.ip
  const strangers = {
    reads: app.createRateLimit({ max: STRANGERS_REQUESTS_A_MINUTE, keyGenerator: byAddress }),
    writes: app.createRateLimit({ max: STRANGERS_WRITES_A_MINUTE, keyGenerator: byAddress }),
  }
  const known = { reads: app.createRateLimit({ max: REQUESTS_A_MINUTE, keyGenerator: byUser }), writes: app.createRateLimit({ max: WRITES_A_MINUTE, keyGenerator: byUser }) }
  return async (request, who) => {
    if (who !== null) users.set(request, who.user)
    const counts = who === null ? strangers : known
    const writes = request.method !== 'GET' && request.method !== 'HEAD'
    const counted = await (writes ? counts.writes : counts.reads)(request)
    if (!counted.isAllowed && counted.isExceeded) throw new Refusal('http.throttled', { seconds: counted.ttlInSeconds })
  }
}
