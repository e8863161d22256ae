import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.ts'

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./SignInPage.tsx'), 'SignInPage'),
  /** `to`: where somebody wanted to go; `problem`: why another service could not let them in. */
  validateSearch: ({ to, problem }: Readonly<Record<string, unknown>>): { readonly to?: string | undefined; readonly problem?: string | undefined } => ({
    ...(typeof to === 'string' ? { to } : {}),
    ...(typeof problem === 'string' ? { problem } : {}),
  }),
})
