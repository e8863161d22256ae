import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/shell-route.ts'

export const usersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings/users',
  component: lazyRouteComponent(() => import('./UsersPage.tsx'), 'UsersPage'),
  staticData: { may: 'user.manage', entry: { section: 'settings', title: 'settings:users' } },
})

export const rolesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings/roles',
  component: lazyRouteComponent(() => import('./RolesPage.tsx'), 'RolesPage'),
  staticData: { may: 'user.manage', entry: { section: 'settings', title: 'settings:matrix' } },
})

export const auditRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings/audit',
  component: lazyRouteComponent(() => import('./AuditPage.tsx'), 'AuditPage'),
  staticData: { may: 'audit.read', entry: { section: 'settings', title: 'settings:audit' } },
})
