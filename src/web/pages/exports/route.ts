import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/shell-route.ts'

export const exportsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/exports',
  component: lazyRouteComponent(() => import('./ExportsPage.tsx'), 'ExportsPage'),
  staticData: { may: ['data.read', 'rating.read'], entry: { section: 'data', title: 'exports:title' } },
})
