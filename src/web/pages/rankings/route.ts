import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/shell-route.ts'

export const rankingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rankings',
  component: lazyRouteComponent(() => import('./RankingsPage.tsx'), 'RankingsPage'),
  staticData: { may: 'score.read', entry: { section: 'runs', title: 'rankings:title' } },
})
