import type { FastifyRequest } from 'fastify'
import type { Day } from '../../base/calendar.ts'
import { type Lang, Refusal } from '../../base/diagnostic.ts'
import type { Read, Store } from '../../store/types.ts'
import { parsed } from './input.ts'
import type { Permission } from './permission.ts'
import { type AnySpec, permissionsOf } from './route.ts'
import { may, type Who } from './who.ts'

/** What the API asks of sign-in and rights; the feature `access` answers, and this folder does not know it. */
export interface Guard {
  /** Whoever sends the request, by session or key; null for a stranger, also with a credential that is no longer good. Never throws for bad credentials. */
  authenticate(store: Store, request: FastifyRequest): Promise<Who | null>
  /** Whether the permission of that person reaches this employee on that day. False also where there is no such employee. */
  reaches(read: Read, who: Who, permission: Permission, employee: string, day: Day): Promise<boolean>
}

/** What is known of a request when its guard has let it through. */
export interface Asked {
  readonly who: Who | null
  readonly lang: Lang
  readonly today: Day
  readonly now: Date
}

/** Methods that only look. */
const LOOKING = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The header that pages of ours send with every write: a form on another site cannot. */
const OWN_HEADER = 'x-heng'

/**
 * Refuse a request that may not do what its route does: before its body is read, and before anything is said about what it asks for.
 * Errors: `http.not-signed-in`, `http.cross-site`, `http.forbidden`, `access.not-visible`.
 */
export async function letThrough(store: Store, guard: Guard, asked: { spec: AnySpec; request: FastifyRequest; today: Day; who: Who | null }): Promise<void> {
  const { spec, request, who, today } = asked
  if (spec.may !== 'anyone' && who === null) throw new Refusal('http.not-signed-in')
  if (!LOOKING.has(request.method) && who?.via.kind !== 'key') requireSameSite(request)
  const [permission, ...others] = permissionsOf(spec.may)
  if (permission === undefined || who === null) return
  if (![permission, ...others].some((one) => may(who, one))) throw new Refusal('http.forbidden', { permission })
  const employee = employeeIn(request)
  if (employee === undefined) return
  const seen = await store.read(async (read) => guard.reaches(read, who, permission, employee, await dayOf(read, spec, request, today)))
  if (!seen) throw new Refusal('access.not-visible')
}

function employeeIn(request: FastifyRequest): string | undefined {
  const employee = (request.params as Record<string, string | undefined>)['employee'] // Fastify's parameters of a path are texts.
  if (employee?.includes('\0')) throw new Refusal('access.not-visible')
  return employee
}

/** The day on which reach is judged. What is asked badly is told by the route itself, to somebody who may see the person today. */
async function dayOf(read: Read, spec: AnySpec, request: FastifyRequest, today: Day): Promise<Day> {
  if (spec.dayOf === undefined) return today
  try {
    const asked = { params: parsed(spec.params, request.params, 'params'), query: parsed(spec.query, request.query, 'query'), today }
    return await spec.dayOf(read, asked as never) // Parsed by the schemas of this very route.
  } catch (error) {
    if (error instanceof Refusal) return today
    throw error
  }
}

/** A browser sends cookies along with whatever another site makes it send: writes must come from our own pages. */
function requireSameSite(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site']
  const { origin } = request.headers
  const foreign = (site !== undefined && site !== 'same-origin') || (origin !== undefined && originHost(origin) !== request.host)
  if (foreign || request.headers[OWN_HEADER] !== '1') throw new Refusal('http.cross-site')
}

function originHost(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
