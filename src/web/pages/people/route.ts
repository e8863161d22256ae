import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/shell-route.ts'

export const peopleRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/people',
  component: lazyRouteComponent(() => import('./PeoplePage.tsx'), 'PeoplePage'),
  staticData: { may: 'org.read', entry: { section: 'org', title: 'people:title' } },
})

export const personRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/people/$employee',
  component: lazyRouteComponent(() => import('./PersonPage.tsx'), 'PersonPage'),
  staticData: { may: 'org.read' },
})

export const treeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/people-tree',
  component: lazyRouteComponent(() => import('./TreePage.tsx'), 'TreePage'),
  staticData: { may: 'org.read', entry: { section: 'org', title: 'people:tree.title' } },
})
