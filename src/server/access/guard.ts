import type { FastifyRequest } from 'fastify'
import { sql } from '../../base/sql.ts'
import { SESSION_COOKIE } from '../http/cookie.ts'
import type { Guard } from '../http/guard.ts'
import { visible } from './visible.ts'
import { whoOfKey, whoOfSession } from './who-of.ts'

/** Sign-in and rights as the registry asks for them. A request with a key is judged by it alone, whatever cookies it brings. */
export function accessGuard(now: () => Date): Guard {
  return {
    authenticate: async (store, request) => {
      const { authorization } = request.headers
      if (authorization !== undefined) return whoOfKey(store, bearerOf(authorization), now())
      const token = sessionToken(request)
      return token === null ? null : whoOfSession(store, token, now())
    },
    reaches: async (read, who, permission, employee, day) => (await read.first(sql`select 1 as seen where ${employee} in (${visible(who, permission, day)})`)) !== undefined,
  }
}

function bearerOf(authorization: string): string {
  return /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? ''
}

/** The token of the session cookie; null where the browser sent none. */
export function sessionToken(request: FastifyRequest): string | null {
  const token = request.cookies[SESSION_COOKIE]
  return token === undefined || token === '' ? null : token
}
