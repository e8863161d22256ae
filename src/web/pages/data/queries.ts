import { queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '../../api/client.ts'
import type { TableView } from '../../ui/table/column.ts'

export const getDatasets = (signal: AbortSignal) => dataOf(api.GET('/datasets', { signal }))
const getDataset = (dataset: string, signal: AbortSignal) => dataOf(api.GET('/datasets/{dataset}', { params: { path: { dataset } }, signal }))
const getRecord = (dataset: string, record: string, signal: AbortSignal) =>
  dataOf(api.GET('/datasets/{dataset}/records/{record}', { params: { path: { dataset, record } }, signal }))

export type DatasetRow = Awaited<ReturnType<typeof getDatasets>>['items'][number]
export type DatasetDetail = Awaited<ReturnType<typeof getDataset>>
export type Field = DatasetDetail['fields'][number]
export type RecordDetail = Awaited<ReturnType<typeof getRecord>>
export type Version = RecordDetail['versions'][number]

export const datasetsQuery = queryOptions({ queryKey: ['datasets'], queryFn: ({ signal }) => getDatasets(signal) })

export const datasetQuery = (dataset: string) => queryOptions({ queryKey: ['datasets', dataset], queryFn: ({ signal }) => getDataset(dataset, signal) })

export const recordQuery = (dataset: string, record: string) =>
  queryOptions({ queryKey: ['datasets', dataset, 'record', record], queryFn: ({ signal }) => getRecord(dataset, record, signal) })

/** What narrows a list of records besides the search: stands in the address. */
export interface Narrowing {
  readonly filters?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
  /** Whoever owns a record or has a share of it. */
  readonly owner?: string | undefined
}

interface Asked extends Narrowing {
  readonly view: TableView
  readonly after: string | undefined
  readonly signal?: AbortSignal | undefined
}

export const getRecords = (dataset: string, { view, after, signal, ...narrowing }: Asked) => {
  const { q, sort } = view
  const order = sort === null ? {} : { sort: sort.column, order: sort.down ? ('desc' as const) : ('asc' as const) }
  const given = Object.fromEntries(Object.entries({ ...narrowing, after }).filter(([, value]) => value !== undefined))
  const query = { limit: 100, ...(q === '' ? {} : { q }), ...order, ...given }
  return dataOf(api.GET('/datasets/{dataset}/records', { params: { path: { dataset }, query }, ...(signal === undefined ? {} : { signal }) }))
}

export type RecordRow = Awaited<ReturnType<typeof getRecords>>['items'][number] & { readonly people: Readonly<Record<string, string>> }
