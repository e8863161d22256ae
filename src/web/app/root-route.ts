import { createRootRouteWithContext, retainSearchParams } from '@tanstack/react-router'
import { NotFoundPage } from '../pages/whole/NotFoundPage.tsx'
import type { RouterContext } from './context.ts'
import { type SharedSearch, sharedSearch } from './search-params.ts'

/** Above every page: what an address may hold, and what stands where no page is. */
export const rootRoute = createRootRouteWithContext<RouterContext>()({
  validateSearch: (search: Readonly<Record<string, unknown>>): SharedSearch => sharedSearch(search),
  search: { middlewares: [retainSearchParams(['period', 'lang'])] },
  notFoundComponent: NotFoundPage,
})
