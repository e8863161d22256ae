import { queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '../api/client.ts'

export interface PeopleAsked {
  readonly q?: string | undefined
  readonly unit?: string | undefined
  readonly role?: string | undefined
  readonly state?: PersonState | 'all' | undefined
  readonly on?: string | undefined
  readonly after?: string | undefined
  readonly sort?: 'id' | 'name' | 'unit' | 'from' | undefined
  readonly order?: 'asc' | 'desc' | undefined
  readonly limit?: number
}

/** People one sees, as on a day. */
export const getPeople = (asked: PeopleAsked, signal?: AbortSignal) => {
  const query = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined && value !== ''))
  return dataOf(api.GET('/people', { params: { query }, ...(signal === undefined ? {} : { signal }) }))
}

export type PersonShown = Awaited<ReturnType<typeof getPeople>>['items'][number]
export type PersonState = PersonShown['state']

/** A few people for a word, for fields where one is chosen. */
export const peopleFoundQuery = (q: string) =>
  queryOptions({ queryKey: ['people', 'found', q], queryFn: ({ signal }) => getPeople({ q, limit: 50, state: 'all' }, signal), staleTime: 30_000 })
