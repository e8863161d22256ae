import { queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '../../api/client.ts'

export interface RankingOf {
  readonly period: string
  /** Id of a measure, or `score`. */
  readonly measure?: string | undefined
  readonly by?: 'value' | 'improvement' | undefined
  readonly role?: string | undefined
  readonly after?: string | undefined
  readonly limit?: number
}

export const getRanking = ({ period, measure, by, role, after, limit }: RankingOf, signal?: AbortSignal) =>
  dataOf(
    api.GET('/rankings', {
      params: {
        query: {
          period,
          ...(measure === undefined ? {} : { measure }),
          ...(by === undefined ? {} : { by }),
          ...(role === undefined ? {} : { role }),
          ...(after === undefined ? {} : { after }),
          ...(limit === undefined ? {} : { limit }),
        },
      },
      ...(signal === undefined ? {} : { signal }),
    }),
  )

export type Ranking = Awaited<ReturnType<typeof getRanking>>
export type Ranked = Ranking['items'][number]

/** The most a page of the API holds; one’s neighbours are looked for in it. */
const MOST = 200

export const rankingQuery = (of: RankingOf) => queryOptions({ queryKey: ['ranking', of], queryFn: ({ signal }) => getRanking({ limit: MOST, ...of }, signal) })

/** Neighbours shown on either side. */
const SIDE = 2

/** Oneself between the next two on either side, as far as they are shown; oneself alone where the list does not reach that far. */
export function neighbours({ items, me }: Pick<Ranking, 'items' | 'me'>): readonly Ranked[] {
  if (me === null) return []
  const at = items.findIndex((each) => each.id === me.id)
  return at < 0 ? [me] : items.slice(Math.max(0, at - SIDE), at + SIDE + 1)
}
