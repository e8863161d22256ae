import { type MutationCache, type QueryCache, QueryClient } from '@tanstack/react-query'
import { problemOf } from '../ui/problem.ts'

/** An answer is taken as fresh this long: moving between pages asks once. */
const FRESH_MS = 30_000

/** A read is tried this often where the server could not be reached. */
const TRIES = 2

export function createQueryClient(caches: { readonly queries: QueryCache; readonly mutations: MutationCache }): QueryClient {
  return new QueryClient({
    queryCache: caches.queries,
    mutationCache: caches.mutations,
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        retry: (failed, error) => failed < TRIES && mayPass(error),
        refetchOnWindowFocus: true,
        // A query is handed on to what is drawn later (the list of a field that is opened): it must not be what the query was when the page last looked.
        notifyOnChangeProps: 'all',
      },
      mutations: { retry: false },
    },
  })
}

/** Whether a failure may be over the next time: nobody answered, or the server was being restarted. A refusal stays a refusal. */
function mayPass(error: unknown): boolean {
  const { status } = problemOf(error)
  return status === 0 || status === 502 || status === 503 || status === 504
}
