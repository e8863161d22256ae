import { queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '../../api/client.ts'
import type { Body } from '../../parts/documents/queries.ts'

const getEffect = (body: Body, signal: AbortSignal) => dataOf(api.POST('/drafts/company/effect', { body: { body: { ...body } }, signal }))
const getQuarters = (signal: AbortSignal) => dataOf(api.GET('/periods', { params: { query: { kind: 'quarter' } }, signal }))

/** Rates shown before somebody asks for more. */
const RATES = 12

/** Exchange rates, the latest first. */
export const getRates = (after: string | undefined, signal?: AbortSignal) =>
  dataOf(api.GET('/rates', { params: { query: { limit: RATES, ...(after === undefined ? {} : { after }) } }, ...(signal === undefined ? {} : { signal }) }))

export type Rate = Awaited<ReturnType<typeof getRates>>['items'][number]

/** Set a rate; an empty one takes it away. */
export const changeRate = (edit: { readonly currency: string; readonly day: string; readonly seen: string | null; readonly to: string }) =>
  dataOf(api.POST('/rates', { body: edit }))

export type Effect = NonNullable<Awaited<ReturnType<typeof getEffect>>>
export type Span = Effect['year'][number]

/** What publishing a draft of the company would do; null where it cannot be read. */
export const effectQuery = (body: Body) =>
  queryOptions({ queryKey: ['drafts', 'company-effect', JSON.stringify(body)], queryFn: ({ signal }) => getEffect(body, signal), staleTime: 60_000 })

/** The quarters around today. */
export const quartersQuery = queryOptions({ queryKey: ['periods', 'quarters'], queryFn: ({ signal }) => getQuarters(signal) })
