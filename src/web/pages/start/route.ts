import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/shell-route.ts'

export const startRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/start',
  component: lazyRouteComponent(() => import('./StartPage.tsx'), 'StartPage'),
  staticData: { may: 'org.write', entry: { section: 'settings', title: 'start:title' } },
})
