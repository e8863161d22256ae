import { queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '../../api/client.ts'

/** Everybody whose targets or scores one sees in the current year: whom one may choose for a new item. */
export const peopleToPayQuery = queryOptions({
  queryKey: ['pay-items', 'people'],
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }) => {
    const { measures, current } = await dataOf(api.GET('/targets/choices', { signal }))
    const [first] = measures
    if (first === undefined || current === null) return []
    const { people } = await dataOf(api.GET('/targets', { params: { query: { measure: first.measure, year: current, level: 'target' } }, signal }))
    return people.map(({ id, name }) => ({ id, name }))
  },
})
