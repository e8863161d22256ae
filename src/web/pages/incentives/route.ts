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

export const newPlanRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/incentives/new',
  component: lazyRouteComponent(() => import('./NewDocumentPage.tsx'), 'NewPlanPage'),
  staticData: { may: 'rule.write' },
})

export const newRateTableRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tables/new',
  component: lazyRouteComponent(() => import('./NewDocumentPage.tsx'), 'NewTablePage'),
  staticData: { may: 'rule.write' },
})

export const editPlanRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/incentives/$plan/edit',
  component: lazyRouteComponent(() => import('./EditPlanPage.tsx'), 'EditPlanPage'),
  staticData: { may: 'rule.write' },
})

export const editRateTableRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tables/$table/edit',
  component: lazyRouteComponent(() => import('./EditTablePage.tsx'), 'EditTablePage'),
  staticData: { may: 'rule.write' },
})

export const earningsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/earnings',
  component: lazyRouteComponent(() => import('./EarningsPage.tsx'), 'EarningsPage'),
  staticData: { may: 'pay.read', entry: { section: 'incentives', title: 'incentives:earned' } },
})
