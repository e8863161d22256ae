import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/shell-route.ts'
import { schemesQuery } from './queries.ts'

export const schemesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/schemes',
  component: lazyRouteComponent(() => import('./SchemesPage.tsx'), 'SchemesPage'),
  loader: ({ context }) => context.queries.prefetchQuery(schemesQuery),
  staticData: { may: 'rule.read', entry: { section: 'schemes', title: 'schemes:title' } },
})

export const schemeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/schemes/$scheme',
  component: lazyRouteComponent(() => import('./SchemePage.tsx'), 'SchemePage'),
  staticData: { may: 'rule.read' },
})
