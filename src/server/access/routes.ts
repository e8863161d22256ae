import type { Route } from '../http/route.ts'
import type { OidcSettings } from './oidc.ts'
import { auditRoutes } from './routes-audit.ts'
import { delegationRoutes } from './routes-delegations.ts'
import { keyRoutes } from './routes-keys.ts'
import { oidcRoutes } from './routes-oidc.ts'
import { sessionRoutes } from './routes-session.ts'
import { sessionsRoutes } from './routes-sessions.ts'
import { userRoutes } from './routes-users.ts'

/** Every route of sign-in, users and rights. */
export function accessRoutes(oidc: OidcSettings | null): readonly Route[] {
  return [...sessionRoutes(oidc), ...oidcRoutes(oidc), ...sessionsRoutes, ...userRoutes, ...keyRoutes, ...delegationRoutes, ...auditRoutes]
}
