import { queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '../../api/client.ts'

/** The most a page of the API holds: runs to compare with, people of a comparison. */
export const MOST = 200

export const getRuns = (of: { readonly period?: string | undefined; readonly after?: string | undefined; readonly limit?: number }, signal?: AbortSignal) =>
  dataOf(
    api.GET('/runs', {
      params: {
        query: {
          ...(of.period === undefined ? {} : { period: of.period }),
          ...(of.after === undefined ? {} : { after: of.after }),
          ...(of.limit === undefined ? {} : { limit: of.limit }),
        },
      },
      ...(signal === undefined ? {} : { signal }),
    }),
  )

const getRun = (run: string, signal: AbortSignal) => dataOf(api.GET('/runs/{run}', { params: { path: { run } }, signal }))
const getComparison = (run: string, other: string, signal: AbortSignal) =>
  dataOf(api.GET('/runs/{run}/compare/{other}', { params: { path: { run, other }, query: { limit: MOST } }, signal }))

export type RunListed = Awaited<ReturnType<typeof getRuns>>['items'][number]
export type Run = Awaited<ReturnType<typeof getRun>>
export type Comparison = Awaited<ReturnType<typeof getComparison>>
export type Mover = Comparison['items'][number]
export type Change = NonNullable<Mover['score']>

export const runQuery = (run: string) => queryOptions({ queryKey: ['runs', 'one', run], queryFn: ({ signal }) => getRun(run, signal) })

export const runsOfQuery = (period: string) => queryOptions({ queryKey: ['runs', 'of', period], queryFn: ({ signal }) => getRuns({ period, limit: MOST }, signal) })

export const comparisonQuery = (run: string, other: string) =>
  queryOptions({ queryKey: ['runs', 'comparison', run, other], queryFn: ({ signal }) => getComparison(run, other, signal) })

export const startRun = (period: string) => dataOf(api.POST('/runs', { body: { period } }))
