import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/shell-route.ts'

export const scoreboardRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/scoreboard',
  component: lazyRouteComponent(() => import('./ScoreboardPage.tsx'), 'ScoreboardPage'),
  staticData: { may: 'score.read', entry: { section: 'runs', title: 'scores:title' } },
})
