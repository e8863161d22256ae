import type { QueryClient } from '@tanstack/react-query'
import type { Entry } from './entry.ts'
import type { SearchSource } from './search-source.ts'

/** What router.ts puts together and the frame and the loaders get. */
export interface RouterContext {
  readonly queries: QueryClient
  readonly entries: readonly Entry[]
  readonly sources: readonly SearchSource[]
}
