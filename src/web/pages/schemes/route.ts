import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/shell-route.ts'

export const schemesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/schemes',
  component: lazyRouteComponent(() => import('./SchemesPage.tsx'), 'SchemesPage'),
  staticData: { may: 'rule.read', entry: { section: 'schemes', title: 'schemes:title' } },
})

export const schemeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/schemes/$scheme',
  component: lazyRouteComponent(() => import('./SchemePage.tsx'), 'SchemePage'),
  staticData: { may: 'rule.read' },
})

export const newSchemeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/schemes/new',
  component: lazyRouteComponent(() => import('./edit/NewPage.tsx'), 'NewPage'),
  staticData: { may: 'rule.write' },
})

export const editSchemeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/schemes/$scheme/edit',
  component: lazyRouteComponent(() => import('./edit/EditPage.tsx'), 'EditPage'),
  staticData: { may: 'rule.write' },
})

export const backtestRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/schemes/$scheme/backtest',
  component: lazyRouteComponent(() => import('./backtest/BacktestPage.tsx'), 'BacktestPage'),
  staticData: { may: 'rule.write' },
})

export const keptBacktestRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/backtests/$job',
  component: lazyRouteComponent(() => import('./backtest/KeptPage.tsx'), 'KeptPage'),
  staticData: { may: 'rule.write' },
})
