import { queryOptions } from '@tanstack/react-query'
import type { EarningTrace } from '../../../engine/reference/earning.ts'
import type { LineTrace, ScoreTrace } from '../../../engine/reference/score-trace.ts'
import type { AggregateParts, FormulaParts, Trace } from '../../../engine/reference/trace.ts'
import { api, dataOf } from '../../api/client.ts'

export interface Asked {
  readonly employee: string
  readonly subject: string
  readonly period: string
}

const getExplanation = ({ employee, subject, period }: Asked, signal: AbortSignal) =>
  dataOf(api.GET('/explanations/{employee}', { params: { path: { employee }, query: { period, subject } }, signal }))

export type Explanation = Awaited<ReturnType<typeof getExplanation>>

export const explanationQuery = (asked: Asked) => queryOptions({ queryKey: ['explanation', asked], queryFn: ({ signal }) => getExplanation(asked, signal) })

export const getRecords = ({ employee, subject, period }: Asked, of: { readonly at: string; readonly after?: string | undefined; readonly limit: number }) =>
  dataOf(
    api.GET('/explanations/{employee}/records', {
      params: { path: { employee }, query: { period, subject, at: of.at, limit: of.limit, ...(of.after === undefined ? {} : { after: of.after }) } },
    }),
  )

export type CountedRecord = Awaited<ReturnType<typeof getRecords>>['items'][number]

/** A measure as the API shows it: of its records the first few, how many there are, and where the others are found. */
export interface ShownAggregate extends AggregateParts {
  readonly records: number
  readonly hidden: number
  readonly at: string
}

export interface ShownTrace extends Omit<Trace, 'parts'> {
  readonly parts: ShownAggregate | ShownFormula | { readonly kind: 'no-period' }
}

interface ShownFormula extends Omit<FormulaParts, 'values'> {
  readonly values: readonly { readonly ref: FormulaParts['values'][number]['ref']; readonly trace: ShownTrace }[]
}

export interface ShownLine extends Omit<LineTrace, 'measure'> {
  readonly measure: ShownTrace
}

export interface ShownScore extends Omit<ScoreTrace, 'lines'> {
  readonly lines: readonly ShownLine[]
}

export type ShownEarning = Omit<EarningTrace, 'incentive'>

/** What an explanation is of, with the shapes that shown-trace.ts of the server gives the traces of the engine. */
export type Told =
  | { readonly kind: 'measure'; readonly trace: ShownTrace }
  | { readonly kind: 'score'; readonly score: ShownScore | null }
  | { readonly kind: 'pay'; readonly earnings: readonly ShownEarning[] }

export function toldBy({ kind, trace, traces }: Explanation): Told {
  // The document of the API calls these plain data of the engine.
  if (kind === 'measure') return { kind, trace: trace as unknown as ShownTrace }
  if (kind === 'score') return { kind, score: trace as unknown as ShownScore | null }
  return { kind, earnings: traces as unknown as readonly ShownEarning[] }
}
