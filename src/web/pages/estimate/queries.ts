import { queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '../../api/client.ts'

const getDataset = (dataset: string, signal: AbortSignal) => dataOf(api.GET('/datasets/{dataset}', { params: { path: { dataset } }, signal }))

export type DatasetShown = Awaited<ReturnType<typeof getDataset>>
export type FieldShown = DatasetShown['fields'][number]

export const datasetShownQuery = (dataset: string) => queryOptions({ queryKey: ['datasets', dataset], queryFn: ({ signal }) => getDataset(dataset, signal) })
