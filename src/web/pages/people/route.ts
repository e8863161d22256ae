import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/shell-route.ts'

export const peopleRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/people',
  component: lazyRouteComponent(() => import('./PeoplePage.tsx'), 'PeoplePage'),
  staticData: { may: 'org.read', entry: { section: 'org', title: 'people:title' } },
})

export const peopleImportRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/people/import',
  component: lazyRouteComponent(() => import('./ImportPage.tsx'), 'ImportPeoplePage'),
  staticData: { may: 'org.write' },
})

export const unitsImportRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/units/import',
  component: lazyRouteComponent(() => import('./ImportPage.tsx'), 'ImportUnitsPage'),
  staticData: { may: 'org.write' },
})

export const unitRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/units/$unit',
  component: lazyRouteComponent(() => import('./UnitPage.tsx'), 'UnitPage'),
  staticData: { may: 'org.read' },
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
