import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Day } from '../../base/calendar.ts'
import { BODY_BYTES, FINISH_MS } from '../../base/limits.ts'
import type { Store } from '../../store/types.ts'
import { answer } from './answer.ts'
import { type Asked, type Guard, letThrough } from './guard.ts'
import { langOf } from './language.ts'
import { PERMISSIONS } from './permission.ts'
import type { Rate } from './rate.ts'
import { mediaType } from './refuse.ts'
import { type AnySpec, permissionsOf, type Route } from './route.ts'

/** What the routes are given to work with. */
export interface RegistryOptions {
  readonly store: Store
  readonly guard: Guard
  readonly now: () => Date
  /** The day of that instant in the company's time zone. */
  readonly dayAt: (now: Date) => Promise<Day>
  readonly validateReplies: boolean
  readonly rate: Rate
}

const asked = new WeakMap<FastifyRequest, Asked>()

/** Who sent a request; null for a stranger, and before the guard has looked. */
export function askedOf(request: FastifyRequest): Asked | undefined {
  return asked.get(request)
}

/** Put routes on the server, below /api. Throws where a route must not be started: see `faultsOf`. */
export function register(app: FastifyInstance, routes: readonly Route[], options: RegistryOptions): void {
  const faults = faultsOf(routes)
  if (faults.length > 0) throw new Error(`routes that cannot be started:\n${faults.join('\n')}`)
  const finishing = finishWith(app)
  for (const route of routes) {
    const { spec } = route
    app.route({
      method: spec.method.toUpperCase(),
      url: urlOf(spec),
      bodyLimit: spec.bodyBytes ?? BODY_BYTES,
      onRequest: (request) =>
        finishing(async () => {
          const now = options.now()
          const [today, who] = await Promise.all([options.dayAt(now), options.guard.authenticate(options.store, request)])
          await options.rate(request, who)
          asked.set(request, { who, now, today, lang: langOf(request.headers['accept-language']) })
          await letThrough(options.store, options.guard, { spec, request, today, who })
          requireTaken(request, spec)
        }),
      handler: (request, reply) =>
        finishing(async () => {
          const known = asked.get(request)
          if (known === undefined) throw new Error(`${spec.id} was reached without its guard`)
          return answer(options, { route, asked: known, request, reply })
        }),
    })
  }
}

/**
 * Work that goes on although whoever asked has left keeps the application from closing for a moment: what closes after it,
 * the store first of all, is still needed.
 */
function finishWith(app: FastifyInstance): <T>(work: () => Promise<T>) => Promise<T> {
  const underWay = new Set<Promise<unknown>>()
  app.addHook('onClose', async () => {
    await Promise.race([Promise.allSettled(underWay), sleep(FINISH_MS, undefined, { ref: false })])
  })
  return (work) => {
    const one = work()
    underWay.add(one)
    const over = () => void underWay.delete(one)
    one.then(over, over)
    return one
  }
}

/** Files go to routes that take files, and nothing else does. */
function requireTaken(request: FastifyRequest, spec: AnySpec): void {
  const isFiles = /^multipart\//i.test(request.headers['content-type'] ?? '')
  if (isFiles !== (spec.upload !== undefined)) throw mediaType(request)
}

/** `/api/runs/:run` for `/runs/{run}`. */
function urlOf(spec: AnySpec): string {
  return `/api${spec.path.replaceAll(/\{(\w+)\}/g, ':$1')}`
}

/** Why routes may not be started, a line each: the guard could not do its work for them, or the document would lie. */
export function faultsOf(routes: readonly Route[]): string[] {
  const ids = new Map<string, number>()
  for (const { spec } of routes) ids.set(spec.id, (ids.get(spec.id) ?? 0) + 1)
  const twice = [...ids].filter(([, times]) => times > 1).map(([id]) => `${id}: two routes have this id`)
  return [...twice, ...routes.flatMap(({ spec, handler }) => faultsOfSpec(spec, handler.kind).map((fault) => `${spec.id}: ${fault}`))]
}

const NEEDS: readonly string[] = [...PERMISSIONS, 'signed-in', 'anyone']

function faultsOfSpec(spec: AnySpec, kind: Route['handler']['kind']): string[] {
  const inPath = [...spec.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
  const described = Object.keys(spec.params?.shape ?? {})
  const faults: (string | false)[] = [
    ![spec.may ?? 'none'].flat().every((one) => NEEDS.includes(one)) && `it says nobody’s permission (${spec.may})`,
    inPath.includes('employee') && permissionsOf(spec.may).length !== 1 && `{employee} is judged by one permission, not by ${spec.may}`,
    !/^(\/[a-z][a-z-]*|\/\{[a-z]\w*\})+$/.test(spec.path) && `${spec.path} is no path`,
    [...inPath].sort().join() !== [...described].sort().join() && `the path has {${inPath.join()}}, params has {${described.join()}}`,
    kind !== 'query' && kind !== 'raw' && spec.method === 'get' && 'a route that writes is not asked by get',
    kind === 'query' && spec.method !== 'get' && 'a route that only looks is asked by get',
    kind === 'look' && spec.method !== 'post' && 'a route that looks at what is sent is asked by post',
  ]
  return faults.filter((fault) => fault !== false)
}
