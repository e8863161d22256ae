import { queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '../../api/client.ts'
import type { Body } from '../../parts/documents/queries.ts'

const getMeasures = (signal?: AbortSignal) => dataOf(api.GET('/measures', signal === undefined ? {} : { signal }))
const getMeasure = (measure: string, signal: AbortSignal) => dataOf(api.GET('/measures/{measure}', { params: { path: { measure } }, signal }))
const getValue = (measure: string, of: { readonly employee: string; readonly period: string }, signal: AbortSignal) =>
  dataOf(api.GET('/explanations/{employee}', { params: { path: { employee: of.employee }, query: { period: of.period, subject: `measure:${measure}` } }, signal }))
const previewOf = (body: Body, of: { readonly employee: string; readonly period: string }, signal: AbortSignal) =>
  dataOf(api.POST('/drafts/preview/measure', { body: { body: { ...body }, documents: [], ...of }, signal }))

export type MeasureRow = Awaited<ReturnType<typeof getMeasures>>['items'][number]
export type MeasureDetail = Awaited<ReturnType<typeof getMeasure>>

export const measuresQuery = queryOptions({ queryKey: ['documents', 'library'], queryFn: ({ signal }) => getMeasures(signal) })

export const measureQuery = (measure: string) => queryOptions({ queryKey: ['documents', 'library', measure], queryFn: ({ signal }) => getMeasure(measure, signal) })

/** What the newest run of a period came to for a person. */
export const valueQuery = (measure: string, of: { readonly employee: string; readonly period: string }) =>
  queryOptions({ queryKey: ['explanation', of.employee, of.period, `measure:${measure}`], queryFn: ({ signal }) => getValue(measure, of, signal), retry: false })

export const previewQuery = (body: Body, of: { readonly employee: string; readonly period: string }) =>
  queryOptions({ queryKey: ['drafts', 'preview', JSON.stringify(body), of], queryFn: ({ signal }) => previewOf(body, of, signal) })

/** Measures for the search of the frame. */
export async function findMeasures(q: string, signal: AbortSignal): Promise<readonly MeasureRow[]> {
  const { items } = await getMeasures(signal)
  const wanted = q.toLowerCase()
  return items.filter((m) => m.name.toLowerCase().includes(wanted) || m.measure.toLowerCase().includes(wanted)).slice(0, 10)
}
