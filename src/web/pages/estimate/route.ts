import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/shell-route.ts'

export const estimateRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/estimate',
  component: lazyRouteComponent(() => import('./EstimatePage.tsx'), 'EstimatePage'),
  staticData: { may: 'score.read', entry: { section: 'incentives', title: 'estimate:title' } },
})
