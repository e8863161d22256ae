import { queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '../../../api/client.ts'

const getBacktest = (job: string, signal: AbortSignal) => dataOf(api.GET('/backtests/{job}', { params: { path: { job } }, signal }))
const listBacktests = (scheme: string, signal: AbortSignal) => dataOf(api.GET('/backtests', { params: { query: { scheme, limit: 50 } }, signal }))

export type Backtest = Awaited<ReturnType<typeof getBacktest>>
export type BacktestRow = Awaited<ReturnType<typeof listBacktests>>['items'][number]
export type Result = NonNullable<Backtest['result']>
export type PeriodCompared = Result['periods'][number]
export type RoleCompared = PeriodCompared['roles'][number]
export type PersonCompared = PeriodCompared['people'][number]
export type Cost = NonNullable<PeriodCompared['cost']>

export const backtestQuery = (job: string) => queryOptions({ queryKey: ['backtests', job], queryFn: ({ signal }) => getBacktest(job, signal), staleTime: 0 })

export const backtestsQuery = (scheme: string) => queryOptions({ queryKey: ['backtests', 'of', scheme], queryFn: ({ signal }) => listBacktests(scheme, signal), staleTime: 0 })

export interface Trial {
  readonly periods: readonly string[]
  readonly body: Readonly<Record<string, unknown>>
  /** Ids of schemes in force that are left out. */
  readonly without: readonly string[]
}

export const startBacktest = ({ periods, body, without }: Trial) =>
  dataOf(
    api.POST('/backtests', {
      body: { periods: [...periods], documents: [{ kind: 'scheme', body: { ...body } }], without: without.map((id) => ({ kind: 'scheme' as const, id })) },
    }),
  )
