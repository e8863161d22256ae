import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/shell-route.ts'

export const incentivesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/incentives',
  component: lazyRouteComponent(() => import('./IncentivesPage.tsx'), 'IncentivesPage'),
  staticData: { may: 'rule.read', entry: { section: 'incentives', title: 'incentives:title' } },
})

export const incentiveRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/incentives/$plan',
  component: lazyRouteComponent(() => import('./PlanPage.tsx'), 'PlanPage'),
  staticData: { may: 'rule.read' },
})

export const rateTableRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tables/$table',
  component: lazyRouteComponent(() => import('./TablePage.tsx'), 'TablePage'),
  staticData: { may: 'rule.read' },
})
