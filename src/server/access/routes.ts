import type { Route } from '../http/route.ts'
import type { OidcSettings } from './oidc.ts'
import { sessionRoutes } from './routes-session.ts'

/** Every route of sign-in, users and rights. */
export function accessRoutes(oidc: OidcSettings | null): readonly Route[] {
  return [...sessionRoutes(oidc)]
}
