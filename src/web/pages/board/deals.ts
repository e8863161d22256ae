import { queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '../../api/client.ts'

const getDeals = (period: string, signal: AbortSignal) => dataOf(api.GET('/insight/deals', { params: { query: { period } }, signal }))

/** Asked again when a run is announced, as everything is: new records are followed by runs. */
export const dealsQuery = (period: string) => queryOptions({ queryKey: ['insight', 'deals', period], queryFn: ({ signal }) => getDeals(period, signal) })
