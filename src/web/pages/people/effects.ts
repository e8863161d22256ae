import { queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '../../api/client.ts'

type Texts = Readonly<Record<string, string>>

const previewHire = (query: Texts & { readonly id: string; readonly name: string; readonly from: string }, signal: AbortSignal) =>
  dataOf(api.GET('/people-hire', { params: { query }, signal }))
const previewTransfer = (employee: string, query: Texts & { readonly from: string }, signal: AbortSignal) =>
  dataOf(api.GET('/people/{employee}/transfer', { params: { path: { employee }, query }, signal }))
const previewLeave = (employee: string, query: Texts & { readonly lastDay: string }, signal: AbortSignal) =>
  dataOf(api.GET('/people/{employee}/leave', { params: { path: { employee }, query }, signal }))

export type Effect = Awaited<ReturnType<typeof previewTransfer>>

/** Effects are asked anew each time: somebody else may have changed something. A refusal is an answer, not a failure to try again. */
const FRESH = { gcTime: 0, staleTime: 0, retry: false } as const

export const hireEffectQuery = (asked: Parameters<typeof previewHire>[0]) =>
  queryOptions({ queryKey: ['people-effect', 'hire', asked], queryFn: ({ signal }) => previewHire(asked, signal), ...FRESH })

export const transferEffectQuery = (employee: string, asked: Parameters<typeof previewTransfer>[1]) =>
  queryOptions({ queryKey: ['people-effect', 'transfer', employee, asked], queryFn: ({ signal }) => previewTransfer(employee, asked, signal), ...FRESH })

export const leaveEffectQuery = (employee: string, asked: Parameters<typeof previewLeave>[1]) =>
  queryOptions({ queryKey: ['people-effect', 'leave', employee, asked], queryFn: ({ signal }) => previewLeave(employee, asked, signal), ...FRESH })
