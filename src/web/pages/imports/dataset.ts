import { queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '../../api/client.ts'

const getDataset = (dataset: string, signal: AbortSignal) => dataOf(api.GET('/datasets/{dataset}', { params: { path: { dataset } }, signal }))

/** The dataset a file goes into. */
export type ImportDataset = Awaited<ReturnType<typeof getDataset>>

/** The same answer that the pages of records keep. */
export const importDatasetQuery = (dataset: string) => queryOptions({ queryKey: ['datasets', dataset], queryFn: ({ signal }) => getDataset(dataset, signal) })
