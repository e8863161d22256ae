import type { QueryClient } from '@tanstack/react-query'
import { createRouter } from '@tanstack/react-router'
import { boardRoute } from '../pages/board/route.ts'
import { signInRoute } from '../pages/sign-in/route.ts'
import { BrokenPage } from '../pages/whole/BrokenPage.tsx'
import { PageSkeleton } from '../ui/Skeletons.tsx'
import { entriesOf } from './entry.ts'
import { pages, searchSources } from './pages.ts'
import { rootRoute } from './root-route.ts'
import { parseSearch, stringifySearch } from './search-params.ts'
import { shellRoute } from './shell-route.ts'

/** A page that comes quicker than this shows no skeleton: it would only flicker. */
const PENDING_MS = 200

const routeTree = rootRoute.addChildren([shellRoute.addChildren(pages), signInRoute, boardRoute])

export function createAppRouter(queries: QueryClient) {
  return createRouter({
    routeTree,
    context: { queries, entries: entriesOf(pages), sources: searchSources },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    // The query client knows what is fresh.
    defaultPreloadStaleTime: 0,
    defaultPendingMs: PENDING_MS,
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: BrokenPage,
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
