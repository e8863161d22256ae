import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/shell-route.ts'

/** Reached from the scoreboard, rankings, the workbench. */
export const scoreRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/scores/$employee',
  component: lazyRouteComponent(() => import('./ScorePage.tsx'), 'ScorePage'),
  staticData: { may: 'score.read' },
})
