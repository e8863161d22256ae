import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/shell-route.ts'

export const datasetNewRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/data/new',
  component: lazyRouteComponent(() => import('./NewDatasetPage.tsx'), 'NewDatasetPage'),
  staticData: { may: 'rule.write' },
})

export const datasetAboutRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/data/$dataset/about',
  component: lazyRouteComponent(() => import('./AboutDatasetPage.tsx'), 'AboutDatasetPage'),
  staticData: { may: 'rule.read' },
})

export const datasetEditRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/data/$dataset/edit',
  component: lazyRouteComponent(() => import('./EditDatasetPage.tsx'), 'EditDatasetPage'),
  staticData: { may: 'rule.write' },
})
