import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.ts'

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./SignInPage.tsx'), 'SignInPage'),
  /** `to`: where somebody wanted to go. */
  validateSearch: ({ to }: Readonly<Record<string, unknown>>): { readonly to?: string | undefined } => (typeof to === 'string' ? { to } : {}),
})
