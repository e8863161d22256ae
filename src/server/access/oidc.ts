import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import * as client from 'openid-client'
import { z } from 'zod'
import { Refusal } from '../../base/diagnostic.ts'
import { OIDC_MINUTES } from '../../base/limits.ts'

/** Another sign-in service (OpenID Connect) through which users may come in. */
export interface OidcSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What people call it; shown on the button. */
  readonly name: string | null
  /** Address of the application as browsers see it, `https://heng.example`; null: as the request names it. */
  readonly origin: string | null
}

/** Settings as somebody wrote them; null: not written. */
export type OidcWritten = { readonly [Part in keyof OidcSettings]: string | null }

/** The settings, or null where none of the three that it takes are written. Errors: `access.oidc-incomplete`, `access.http-issuer`, `access.origin-invalid`. */
export function oidcFrom({ issuer, clientId, clientSecret, name, origin }: OidcWritten): OidcSettings | null {
  if (issuer === null && clientId === null && clientSecret === null) return null
  if (issuer === null || clientId === null || clientSecret === null) {
    const missing = [issuer === null && 'HENG_OIDC_ISSUER', clientId === null && 'HENG_OIDC_CLIENT_ID', clientSecret === null && 'HENG_OIDC_CLIENT_SECRET']
    throw new Refusal('access.oidc-incomplete', { missing: missing.filter((part) => part !== false).join(', ') })
  }
  const settings = { issuer, clientId, clientSecret, name, origin: originIn(origin) }
  issuerOf(settings)
  return settings
}

/** Whom the service says came back. */
export interface Came {
  readonly issuer: string
  readonly subject: string
  /** Only an address that the service has verified. */
  readonly email: string | null
  /** Where in the application they wanted to go. */
  readonly back: string
}

/** The way to the service and back. */
export interface Oidc {
  /** Where to send the browser, and what it must bring back, signed. Errors: `access.oidc-failed`. */
  leave(callback: string, back: string, now: Date): Promise<{ readonly address: string; readonly cookie: string }>
  /** Who came back; `cookie` is what `leave` gave. Errors: `access.oidc-stale`, `access.oidc-failed`. */
  comeBack(address: URL, cookie: string, now: Date): Promise<Came>
}

/** Code flow with PKCE, state and nonce (OpenID Connect Core 3.1, RFC 7636). The service is asked what it can do when it is first needed. Errors: `access.http-issuer`. */
export function oidcOver(settings: OidcSettings): Oidc {
  const issuer = issuerOf(settings)
  const key = Buffer.from(hkdfSync('sha256', settings.clientSecret, '', 'heng sign-in cookie', 32))
  let known: Promise<client.Configuration> | null = null
  const configuration = () => {
    known ??= discover(issuer, settings)
    known.catch(() => {
      known = null // Asked again next time: the service may have been away.
    })
    return known
  }
  return {
    leave: async (callback, back, now) => {
      const config = await configuration().catch(failed)
      const trip: Trip = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
        back: safePath(back),
        until: now.getTime() + OIDC_MINUTES * 60_000,
      }
      const address = client.buildAuthorizationUrl(config, {
        redirect_uri: callback,
        scope: 'openid email profile',
        state: trip.state,
        nonce: trip.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(trip.verifier),
        code_challenge_method: 'S256',
      })
      return { address: address.href, cookie: signed(trip, key) }
    },
    comeBack: async (address, cookie, now) => {
      const trip = tripIn(cookie, key)
      if (trip === null || trip.until < now.getTime()) throw new Refusal('access.oidc-stale')
      const config = await configuration().catch(failed)
      return { ...(await claimsOf(config, address, trip).catch(failed)), back: trip.back }
    },
  }
}

/** Errors: `access.origin-invalid`. */
function originIn(address: string | null): string | null {
  if (address === null) return null
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || !['http:', 'https:'].includes(url.protocol)) throw new Refusal('access.origin-invalid', { address })
  return url.origin
}

/** Only this machine may be asked without https. */
function issuerOf({ issuer }: OidcSettings): URL {
  const url = URL.canParse(issuer) ? new URL(issuer) : null
  if (url === null || (url.protocol !== 'https:' && !isHere(url))) throw new Refusal('access.http-issuer', { issuer })
  return url
}

const isHere = ({ protocol, hostname }: URL) => protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)

function discover(issuer: URL, { clientId, clientSecret }: OidcSettings): Promise<client.Configuration> {
  return client.discovery(issuer, clientId, clientSecret, undefined, isHere(issuer) ? { execute: [client.allowInsecureRequests] } : {})
}

async function claimsOf(config: client.Configuration, address: URL, trip: Trip): Promise<Omit<Came, 'back'>> {
  const tokens = await client.authorizationCodeGrant(config, address, {
    pkceCodeVerifier: trip.verifier,
    expectedState: trip.state,
    expectedNonce: trip.nonce,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (claims === undefined) throw new Error('no identity was given')
  const asked = claims['email'] === undefined && config.serverMetadata().userinfo_endpoint !== undefined
  const said = asked ? await client.fetchUserInfo(config, tokens.access_token, claims.sub) : claims
  const email = said['email_verified'] === true && typeof said['email'] === 'string' ? said['email'] : null
  return { issuer: claims.iss, subject: claims.sub, email }
}

/** What happened, in words that hold no secret: messages of the library and the service’s own error. */
function failed(error: unknown): never {
  const { message, error: code } = error as { message?: unknown; error?: unknown } // Errors of the library carry what the service said.
  throw new Refusal('access.oidc-failed', { reason: typeof code === 'string' ? code : String(message ?? error).slice(0, 200) }, { cause: error })
}

/** What has to be the same on the way back. */
const TripSchema = z.strictObject({ state: z.string(), nonce: z.string(), verifier: z.string(), back: z.string(), until: z.number() })

type Trip = z.infer<typeof TripSchema>

function signed(trip: Trip, key: Buffer): string {
  const text = Buffer.from(JSON.stringify(trip)).toString('base64url')
  return `${text}.${signature(text, key).toString('base64url')}`
}

function tripIn(cookie: string, key: Buffer): Trip | null {
  const [text = '', sign = ''] = cookie.split('.')
  const [given, right] = [Buffer.from(sign, 'base64url'), signature(text, key)]
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null
  return TripSchema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))).data ?? null
}

function signature(text: string, key: Buffer): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

/** A path of our own: whatever a browser could read as another site leads home. */
export function safePath(path: string): string {
  return /^\/(?![/\\])[^\\\p{C}]*$/u.test(path) ? path : '/'
}
