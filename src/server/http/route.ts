import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Day } from '../../base/calendar.ts'
import type { Lang, Params } from '../../base/diagnostic.ts'
import type { Read, Store, Tx } from '../../store/types.ts'
import type { Permission } from './permission.ts'
import type { Who } from './who.ts'

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** What a route needs: a permission, one of several (its handler judges which for what is asked), being signed in and no more, or nothing at all. */
export type Needs = Permission | readonly [Permission, ...Permission[]] | 'signed-in' | 'anyone'

/** The permissions of which one is needed; none where being signed in, or not even that, is enough. */
export function permissionsOf(may: Needs): readonly Permission[] {
  if (may === 'signed-in' || may === 'anyone') return []
  return typeof may === 'string' ? [may] : may
}

type Shape = z.ZodObject | undefined
type Body = z.ZodType | undefined
type Parsed<S extends z.ZodType | undefined> = S extends z.ZodType ? z.output<S> : undefined

/** A route as it is written down beside its feature: everything the document of the API says about it. */
export interface RouteSpec<P extends Shape, Q extends Shape, B extends Body, R extends z.ZodType> {
  /** Name in the document and in the generated client, `listScores`: a verb first, unique. */
  readonly id: string
  readonly method: Method
  /** Below `/api`, parameters in braces: `/runs/{run}/scores/{employee}`. A parameter named `employee` is checked against the reach of `may`, on the day the route gives with `dayOf`, else today. */
  readonly path: string
  /** The feature; groups the document. */
  readonly tag: string
  /** One sentence in English for the document. */
  readonly summary: string
  readonly may: Needs
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly reply: R
  /** 200 unless told; 201 for something made, 202 for work that goes on, 204 for nothing to say (`reply: z.null()`). */
  readonly status?: 200 | 201 | 202 | 204
  /** Content type of the answer, for `raw`; `application/json` unless told. */
  readonly contentType?: string
  /** Largest body in bytes; BODY_BYTES of base/limits.ts unless told. */
  readonly bodyBytes?: number
  /** The day on which the reach over `{employee}` is judged; today unless told. A page of a past period gives its last day, or today if that is earlier. */
  dayOf?(read: Read, asked: { readonly params: Parsed<P>; readonly query: Parsed<Q>; readonly today: Day }): Promise<Day>
  /** What is sent or answered holds a secret (a password, a new key): nothing of it is kept for repeated requests. */
  readonly secret?: true
  /** Files sent as multipart/form-data, of at most so many bytes each; the handler reads them from `request`. Such a route has no `body`. */
  readonly upload?: { readonly bytes: number }
}

/** What every handler gets beside the database. `who` is null only where the route is for anyone. */
export interface Input<P extends Shape, Q extends Shape, B extends Body> {
  readonly who: Who
  readonly params: Parsed<P>
  readonly query: Parsed<Q>
  readonly body: Parsed<B>
  readonly lang: Lang
  /** Today in the company's time zone. */
  readonly today: Day
  readonly now: Date
  /** For what no schema says: cookies, address, headers. Features should not need it. */
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** What a command's audit entry says beyond who, when and which command. */
export interface Audit {
  /** What it was about: `measure/won_revenue`, `user/7`; the latest call counts. */
  about(object: string, detail?: Params): void
  /** Who did it, where nobody was signed in before: at sign-in. */
  by(user: string, name: string): void
  /** An earlier entry says it already: what is saved while somebody types. */
  nothingNew(): void
}

/** What a route does. `input: never`: only the registry calls it, with what the schemas of this very route parsed. */
export type Handler =
  | { readonly kind: 'query'; readonly run: (read: Read, input: never) => Promise<unknown> }
  | { readonly kind: 'look'; readonly run: (read: Read, input: never) => Promise<unknown> }
  | { readonly kind: 'command'; readonly name: string; readonly run: (tx: Tx, input: never) => Promise<unknown> }
  | { readonly kind: 'work'; readonly name: string; readonly run: (store: Store, input: never) => Promise<unknown> }
  | { readonly kind: 'raw'; readonly run: (store: Store, input: never) => Promise<void> }

export type AnySpec = RouteSpec<Shape, Shape, Body, z.ZodType>

export interface Route {
  readonly spec: AnySpec
  readonly handler: Handler
}

/** A route that only looks. A document tells its version with `showVersion` of etag.ts. */
export function query<P extends Shape, Q extends Shape, R extends z.ZodType>(
  spec: RouteSpec<P, Q, undefined, R>,
  run: (read: Read, input: Input<P, Q, undefined>) => Promise<z.input<R>>,
): Route {
  return { spec, handler: { kind: 'query', run } }
}

/** A route that only looks, at something that is sent to it: a draft to check. Asked by post; nothing is stored and nothing is audited. */
export function look<P extends Shape, Q extends Shape, B extends Body, R extends z.ZodType>(
  spec: RouteSpec<P, Q, B, R>,
  run: (read: Read, input: Input<P, Q, B>) => Promise<z.input<R>>,
): Route {
  return { spec, handler: { kind: 'look', run } }
}

/** A route that writes: permission, one transaction, idempotency key, the change, and an entry in the audit trail named `name`, in this order. A refusal undoes all of it. */
export function command<P extends Shape, Q extends Shape, B extends Body, R extends z.ZodType>(
  name: string,
  spec: RouteSpec<P, Q, B, R>,
  run: (tx: Tx, input: Input<P, Q, B> & { audit: Audit }) => Promise<z.input<R>>,
): Route {
  return { spec, handler: { kind: 'command', name, run } }
}

/** A route that writes in transactions of its own (publishing a plan, which takes the locks of many). It must be idempotent by itself; the audit entry follows when it is done. */
export function work<P extends Shape, Q extends Shape, B extends Body, R extends z.ZodType>(
  name: string,
  spec: RouteSpec<P, Q, B, R>,
  run: (store: Store, input: Input<P, Q, B> & { audit: Audit }) => Promise<z.input<R>>,
): Route {
  return { spec, handler: { kind: 'work', name, run } }
}

/** A route that answers by itself: files, streams of events. `reply` describes it for the document alone. */
export function raw<P extends Shape, Q extends Shape, R extends z.ZodType>(
  spec: RouteSpec<P, Q, undefined, R>,
  run: (store: Store, input: Input<P, Q, undefined>) => Promise<void>,
): Route {
  return { spec, handler: { kind: 'raw', run } }
}
