import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/shell-route.ts'

export const companyRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings/company',
  component: lazyRouteComponent(() => import('./CompanyPage.tsx'), 'CompanyPage'),
  staticData: { may: 'rule.read', entry: { section: 'settings', title: 'company:title' } },
})

export const companyEditRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings/company/edit',
  component: lazyRouteComponent(() => import('./EditCompanyPage.tsx'), 'EditCompanyPage'),
  staticData: { may: 'rule.write' },
})
