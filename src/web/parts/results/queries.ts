import { queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '../../api/client.ts'

const getScore = (employee: string, period: string, signal?: AbortSignal) =>
  dataOf(api.GET('/scores/{employee}', { params: { path: { employee }, query: { period } }, ...(signal === undefined ? {} : { signal }) }))
const getPay = (employee: string, period: string, signal?: AbortSignal) =>
  dataOf(api.GET('/pay/{employee}', { params: { path: { employee }, query: { period } }, ...(signal === undefined ? {} : { signal }) }))
const getFacts = (employee: string, period: string, signal?: AbortSignal) =>
  dataOf(api.GET('/facts/{employee}', { params: { path: { employee }, query: { period } }, ...(signal === undefined ? {} : { signal }) }))
const getProgram = (signal?: AbortSignal) => dataOf(api.GET('/program', signal === undefined ? {} : { signal }))
const getOverview = (period: string, signal?: AbortSignal) => dataOf(api.GET('/overview', { params: { query: { period } }, ...(signal === undefined ? {} : { signal }) }))

export type Score = Awaited<ReturnType<typeof getScore>>
export type ScoreLine = Score['lines'][number]
export type Pay = Awaited<ReturnType<typeof getPay>>
export type PayComponent = Pay['plans'][number]['components'][number]
export type AmountShown = NonNullable<PayComponent['now']>
export type FactsShown = Awaited<ReturnType<typeof getFacts>>
export type ProgramShown = Awaited<ReturnType<typeof getProgram>>
export type Overview = Awaited<ReturnType<typeof getOverview>>

/** Everything here is asked again when a run is announced (parts/Events.tsx). */
export const scoreQuery = (employee: string, period: string) => queryOptions({ queryKey: ['score', employee, period], queryFn: ({ signal }) => getScore(employee, period, signal) })

export const payQuery = (employee: string, period: string) => queryOptions({ queryKey: ['pay', employee, period], queryFn: ({ signal }) => getPay(employee, period, signal) })

export const factsQuery = (employee: string, period: string) => queryOptions({ queryKey: ['facts', employee, period], queryFn: ({ signal }) => getFacts(employee, period, signal) })

/** The rules in force; they change only when somebody publishes. */
export const programQuery = queryOptions({ queryKey: ['program'], staleTime: 5 * 60_000, queryFn: ({ signal }) => getProgram(signal) })

export const overviewQuery = (period: string) => queryOptions({ queryKey: ['overview', period], queryFn: ({ signal }) => getOverview(period, signal) })

export const getStandings = (period: string, of: { readonly employee?: string; readonly lacking?: 'true'; readonly after?: string | undefined; readonly limit?: number }) =>
  dataOf(
    api.GET('/standings', {
      params: {
        query: {
          period,
          ...(of.employee === undefined ? {} : { employee: of.employee }),
          ...(of.lacking === undefined ? {} : { lacking: of.lacking }),
          ...(of.after === undefined ? {} : { after: of.after }),
          ...(of.limit === undefined ? {} : { limit: of.limit }),
        },
      },
    }),
  )

export type Standings = Awaited<ReturnType<typeof getStandings>>
export type Standing = Standings['items'][number]

export const standingsQuery = (period: string, of: { readonly employee?: string; readonly lacking?: 'true'; readonly limit?: number } = {}) =>
  queryOptions({ queryKey: ['standings', period, of], queryFn: () => getStandings(period, of) })
