import { createRoute, redirect } from '@tanstack/react-router'
import { sessionQuery } from '../api/session.ts'
import { periodsQuery } from '../parts/use-period.ts'
import { rootRoute } from './root-route.ts'
import { Shell } from './shell/Shell.tsx'

/** Parent of every page that needs somebody signed in; whoever is not goes to sign in and comes back. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    const session = await context.queries.ensureQueryData(sessionQuery)
    // The address of the page to come back to; it is checked again when it is used.
    if (session === null) throw redirect({ to: '/sign-in', search: { to: location.href } })
    // Nearly every page begins with its period.
    void context.queries.prefetchQuery(periodsQuery)
  },
})
