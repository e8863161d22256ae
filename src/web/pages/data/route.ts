import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/shell-route.ts'

export const datasetsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/data',
  component: lazyRouteComponent(() => import('./DatasetsPage.tsx'), 'DatasetsPage'),
  staticData: { may: ['data.read', 'rating.read'], entry: { section: 'data', title: 'data:title' } },
})

export const datasetRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/data/$dataset',
  component: lazyRouteComponent(() => import('./RecordsPage.tsx'), 'RecordsPage'),
  staticData: { may: ['data.read', 'rating.read'] },
})

export const recordRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/data/$dataset/$record',
  component: lazyRouteComponent(() => import('./RecordPage.tsx'), 'RecordPage'),
  staticData: { may: ['data.read', 'rating.read'] },
})
