import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/shell-route.ts'

export const importRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/data/$dataset/import',
  component: lazyRouteComponent(() => import('./ImportPage.tsx'), 'ImportPage'),
  staticData: { may: ['data.write', 'rating.write'] },
})

export const importsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/imports',
  component: lazyRouteComponent(() => import('./ImportsPage.tsx'), 'ImportsPage'),
  staticData: { may: ['data.write', 'rating.write'], entry: { section: 'data', title: 'data:imports.title' } },
})
