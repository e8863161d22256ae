import { queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '../../../api/client.ts'
import { type Body, getDraft } from '../../../parts/documents/queries.ts'
import { listAt, textAt } from '../edit/body.ts'

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
  readonly body: Body
  /** Ids of schemes in force that are left out. */
  readonly without: readonly string[]
}

/** Ratings that lines are judged by are written on the page of the scheme and published with it: their drafts are tried with it. */
async function ratingsOf(body: Body) {
  const measures = new Set(listAt(body, ['lines']).map((line) => textAt(line, ['measure'])))
  const { items } = await dataOf(api.GET('/drafts'))
  const drafts = []
  for (const { kind, id } of items) if (kind === 'measure' && measures.has(id)) drafts.push(await getDraft(kind, id))
  return drafts.flatMap((draft) => (draft?.body['kind'] === 'rating' ? [{ kind: 'measure' as const, body: draft.body }] : []))
}

export async function startBacktest({ periods, body, without }: Trial) {
  const documents = [{ kind: 'scheme' as const, body: { ...body } }, ...(await ratingsOf(body))]
  return await dataOf(api.POST('/backtests', { body: { periods: [...periods], documents, without: without.map((id) => ({ kind: 'scheme' as const, id })) } }))
}
