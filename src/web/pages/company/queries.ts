import { queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '../../api/client.ts'
import type { Body } from '../../parts/documents/queries.ts'

const getEffect = (body: Body, signal: AbortSignal) => dataOf(api.POST('/drafts/company/effect', { body: { body: { ...body } }, signal }))
const getQuarters = (signal: AbortSignal) => dataOf(api.GET('/periods', { params: { query: { kind: 'quarter' } }, signal }))

export type Effect = NonNullable<Awaited<ReturnType<typeof getEffect>>>
export type Span = Effect['year'][number]

/** What publishing a draft of the company would do; null where it cannot be read. */
export const effectQuery = (body: Body) =>
  queryOptions({ queryKey: ['drafts', 'company-effect', JSON.stringify(body)], queryFn: ({ signal }) => getEffect(body, signal), staleTime: 60_000 })

/** The quarters around today. */
export const quartersQuery = queryOptions({ queryKey: ['periods', 'quarters'], queryFn: ({ signal }) => getQuarters(signal) })
