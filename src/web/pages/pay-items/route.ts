import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/shell-route.ts'

export const payItemsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/pay-items',
  component: lazyRouteComponent(() => import('./PayItemsPage.tsx'), 'PayItemsPage'),
  staticData: { may: 'pay.read', entry: { section: 'incentives', title: 'payItems:title' } },
})
