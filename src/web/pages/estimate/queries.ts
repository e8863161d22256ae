import { queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '../../api/client.ts'

const getPeople = (period: string, signal: AbortSignal) => dataOf(api.GET('/scoreboard', { params: { query: { period, sort: 'name', limit: 200 } }, signal }))
const getDataset = (dataset: string, signal: AbortSignal) => dataOf(api.GET('/datasets/{dataset}', { params: { path: { dataset } }, signal }))

export type DatasetShown = Awaited<ReturnType<typeof getDataset>>
export type FieldShown = DatasetShown['fields'][number]

/** Whose pay and score one may work out: everybody whose score one sees. */
export const peopleQuery = (period: string) => queryOptions({ queryKey: ['estimate', 'people', period], queryFn: ({ signal }) => getPeople(period, signal) })

export const datasetShownQuery = (dataset: string) => queryOptions({ queryKey: ['datasets', dataset], queryFn: ({ signal }) => getDataset(dataset, signal) })
