import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/shell-route.ts'

export const insightRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/insight',
  component: lazyRouteComponent(() => import('./InsightPage.tsx'), 'InsightPage'),
  staticData: { may: 'score.read', entry: { section: 'insight', title: 'insight:title' } },
})

/** Reached from a person’s score. */
export const personInsightRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/insight/$employee',
  component: lazyRouteComponent(() => import('./PersonInsightPage.tsx'), 'PersonInsightPage'),
  staticData: { may: 'score.read' },
})
