import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/shell-route.ts'

export const measuresRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/measures',
  component: lazyRouteComponent(() => import('./MeasuresPage.tsx'), 'MeasuresPage'),
  staticData: { may: 'rule.read', entry: { section: 'measures', title: 'measures:title' } },
})

export const measureNewRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/measures/new',
  component: lazyRouteComponent(() => import('./NewMeasurePage.tsx'), 'NewMeasurePage'),
  staticData: { may: 'rule.write' },
})

export const measureRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/measures/$measure',
  component: lazyRouteComponent(() => import('./MeasurePage.tsx'), 'MeasurePage'),
  staticData: { may: 'rule.read' },
})

export const measureEditRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/measures/$measure/edit',
  component: lazyRouteComponent(() => import('./EditMeasurePage.tsx'), 'EditMeasurePage'),
  staticData: { may: 'rule.write' },
})
