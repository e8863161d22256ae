import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, dataOf } from '../../api/client.ts'
import { vocabularyQuery } from './formula-names.ts'

/** A source that a rating may be made of. */
export interface ProposedSource {
  readonly source: string
  /** Scores of it there are; null where one may not know, or they lie in a dataset of the company's own. */
  readonly ratings: number | null
}

const getSources = (signal: AbortSignal) => dataOf(api.GET('/rating-sources', { signal }))

const sourcesQuery = queryOptions({ queryKey: ['documents', 'rating-sources'], queryFn: ({ signal }) => getSources(signal) })

/** The sources of a dataset: of the built-in one those that the company's scores and ratings name, of one's own the choices of its field `source`. */
export function useProposedSources(dataset: string): readonly ProposedSource[] {
  const own = dataset !== 'ratings'
  const { data } = useQuery({ ...sourcesQuery, enabled: !own })
  const { data: words } = useQuery({ ...vocabularyQuery, enabled: own })
  if (!own) return data?.items ?? []
  const field = words?.datasets.find(({ id }) => id === dataset)?.fields.find(({ id }) => id === 'source')
  return (field?.choices ?? []).map((source) => ({ source, ratings: null }))
}
