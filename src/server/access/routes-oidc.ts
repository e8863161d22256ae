import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../../base/diagnostic.ts'
import type { Store } from '../../store/types.ts'
import { recordAudit } from '../http/audit.ts'
import { dropCookie, setCookie } from '../http/cookie.ts'
import { type Route, raw } from '../http/route.ts'
import { userMeant } from './identities.ts'
import { type Oidc, type OidcSettings, oidcOver } from './oidc.ts'
import { giveCookies, visitorOf } from './routes-session.ts'
import { startSession } from './sessions.ts'
import type { SignedIn } from './sign-in.ts'

const TRIP_COOKIE = 'heng_oidc'
const TRIP_SECONDS = 900
const CALLBACK = '/api/session/oidc/callback'
const tag = 'session'

/** Signing in through another service. Both answers send the browser on; what goes wrong is told by the sign-in page: `/sign-in?problem=CODE`. */
export function oidcRoutes(settings: OidcSettings | null): readonly Route[] {
  const oidc = settings === null ? null : oidcOver(settings)
  return [leave(oidc, settings?.origin ?? null), comeBack(oidc, settings?.origin ?? null)]
}

const leave = (oidc: Oidc | null, origin: string | null): Route =>
  raw(
    {
      id: 'leaveForOidc',
      method: 'get',
      path: '/session/oidc',
      tag,
      summary: 'Send the browser to the other sign-in service. `back` is where it goes in the end.',
      may: 'anyone',
      query: z.object({ back: z.string().max(2_000).default('/') }),
      reply: z.null(),
      contentType: 'text/plain',
    },
    async (_store, { query: { back }, request, reply, now }) => {
      if (oidc === null) throw new Refusal('access.oidc-off')
      const trip = await oidc.leave(originOf(request, origin) + CALLBACK, back, now).catch((error: unknown) => problemOf(error, request))
      if (typeof trip === 'string') return void reply.redirect(trip)
      setCookie(request, reply, { name: TRIP_COOKIE, value: trip.cookie, maxAgeS: TRIP_SECONDS })
      reply.redirect(trip.address)
    },
  )

const comeBack = (oidc: Oidc | null, origin: string | null): Route =>
  raw(
    {
      id: 'comeBackFromOidc',
      method: 'get',
      path: '/session/oidc/callback',
      tag,
      summary: 'Where the other sign-in service sends the browser.',
      may: 'anyone',
      reply: z.null(),
      contentType: 'text/plain',
    },
    async (store, { request, reply, now }) => {
      if (oidc === null) throw new Refusal('access.oidc-off')
      const address = new URL(originOf(request, origin) + request.url)
      const came = await signIn(store, oidc, { address, request, now }).catch((error: unknown) => problemOf(error, request))
      dropCookie(request, reply, TRIP_COOKIE)
      if (typeof came === 'string') return void reply.redirect(came)
      giveCookies(request, reply, came)
      reply.redirect(came.back)
    },
  )

async function signIn(
  store: Store,
  oidc: Oidc,
  { address, request, now }: { readonly address: URL; readonly request: FastifyRequest; readonly now: Date },
): Promise<SignedIn & { readonly back: string }> {
  const came = await oidc.comeBack(address, request.cookies[TRIP_COOKIE] ?? '', now)
  return store.tx(async (tx) => {
    const { user, name } = await userMeant(tx, came, now)
    const started = await startSession(tx, user, 'oidc', visitorOf(request, now))
    await recordAudit(tx, { at: now, user, name, via: 'nobody', command: 'session.oidc', object: `session/${started.session}`, detail: { issuer: came.issuer }, ip: request.ip })
    return { ...started, user, back: came.back }
  })
}

/** Where a refusal is told; anything else goes on. What the other service said is for the administrator, who finds it in the log. */
function problemOf(error: unknown, request: FastifyRequest): string {
  if (!(error instanceof Refusal)) throw error
  if (error.code === 'access.oidc-failed') request.log.error({ reason: error.params['reason'] }, 'signing in through the other service did not work')
  return `/sign-in?problem=${encodeURIComponent(error.code)}`
}

function originOf(request: FastifyRequest, origin: string | null): string {
  return origin ?? `${request.protocol}://${request.host}`
}
