import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/shell-route.ts'

export const targetsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/targets',
  component: lazyRouteComponent(() => import('./TargetsPage.tsx'), 'TargetsPage'),
  staticData: { may: 'target.read', entry: { section: 'goals', title: 'targets:title' } },
})
