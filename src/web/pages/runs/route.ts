import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/shell-route.ts'

export const runsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/runs',
  component: lazyRouteComponent(() => import('./RunsPage.tsx'), 'RunsPage'),
  staticData: { may: 'score.read', entry: { section: 'runs', title: 'runs:title' } },
})

export const runRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/runs/$run',
  component: lazyRouteComponent(() => import('./RunPage.tsx'), 'RunPage'),
  staticData: { may: 'score.read' },
})
