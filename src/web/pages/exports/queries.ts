import { api, dataOf } from '../../api/client.ts'
import type { TableView } from '../../ui/table/column.ts'
import type { Narrowing } from '../data/queries.ts'

export const getExports = (after: string | undefined, signal?: AbortSignal) =>
  dataOf(api.GET('/exports', { params: { query: { limit: 100, ...(after === undefined ? {} : { after }) } }, ...(signal === undefined ? {} : { signal }) }))

/** A file of records that was asked for. */
export type ExportRow = Awaited<ReturnType<typeof getExports>>['items'][number]

export type ExportFormat = ExportRow['format']

/** Ask for the records that a list shows, all of them, as a file. Answers the job. */
export async function startExport(dataset: string, { view, narrowing, format }: { readonly view: TableView; readonly narrowing: Narrowing; readonly format: ExportFormat }) {
  const { filters, from, until, owner } = narrowing
  const given = { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }), ...(owner === undefined ? {} : { owner }) }
  const body = {
    format,
    ...given,
    ...(view.q === '' ? {} : { q: view.q }),
    ...(view.sort === null ? {} : { sort: view.sort.column }),
    order: view.sort?.down === false ? ('asc' as const) : ('desc' as const),
    // Written by the filters of the page; the server judges them.
    filters: filters === undefined ? [] : JSON.parse(filters),
  }
  return (await dataOf(api.POST('/datasets/{dataset}/exports', { params: { path: { dataset } }, body }))).job
}

/** Where the browser fetches the file. */
export const fileOf = (id: string): string => `/api/exports/${encodeURIComponent(id)}/file`
