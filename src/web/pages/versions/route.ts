import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/shell-route.ts'

export const versionRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/versions/$kind/$id/$version',
  component: lazyRouteComponent(() => import('./VersionPage.tsx'), 'VersionPage'),
  staticData: { may: 'rule.read' },
})
