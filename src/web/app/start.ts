import { MutationCache, QueryCache, type QueryClient } from '@tanstack/react-query'
import { createQueryClient } from '../api/query-client.ts'
import { sessionQuery } from '../api/session.ts'
import { problemOf } from '../ui/problem.ts'
import { createAppRouter } from './router.ts'

/** What is there once: what is known of the server, and where one is. */
export interface Started {
  readonly queries: QueryClient
  readonly router: ReturnType<typeof createAppRouter>
}

/** Everything the first page waits for is asked for at once, beside its language: who is signed in, and the code of the page at the address. */
export function start(): Started {
  const queries = createQueryClient({ queries: new QueryCache({ onError: left }), mutations: new MutationCache({ onError: left }) })
  const router = createAppRouter(queries)
  /** A session that ended meanwhile: back to signing in, and from there to the same page. */
  function left(error: unknown): void {
    if (problemOf(error).status !== 401 || queries.getQueryData(sessionQuery.queryKey) == null) return
    queries.setQueryData(sessionQuery.queryKey, null)
    void router.invalidate()
  }
  void queries.prefetchQuery(sessionQuery)
  // Code that cannot be loaded is told when the page is opened.
  const [routes] = router.getMatchedRoutes(router.latestLocation.pathname)
  for (const route of routes) router.loadRouteChunk(route)?.catch(() => undefined)
  return { queries, router }
}
