import { queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '../../api/client.ts'
import { apiFetch } from '../../api/fetch.ts'

const getPayItems = (signal: AbortSignal) => dataOf(api.GET('/pay-items', { signal }))
const getHistory = (employee: string, signal: AbortSignal) => dataOf(api.GET('/pay-items/{employee}/history', { params: { path: { employee } }, signal }))

export type PayItems = Awaited<ReturnType<typeof getPayItems>>
export type PayItem = PayItems['items'][number]
export type PayChange = Awaited<ReturnType<typeof getHistory>>['items'][number]

export const payItemsQuery = queryOptions({ queryKey: ['pay-items'], queryFn: ({ signal }) => getPayItems(signal) })

export const payHistoryQuery = (employee: string) =>
  queryOptions({ queryKey: ['pay-items', 'history', employee], staleTime: 0, queryFn: ({ signal }) => getHistory(employee, signal) })

/** An amount as it was seen and as it shall be; `from` empty: since ever, `to` empty: none any more. */
export interface PayEdit {
  readonly employee: string
  readonly item: string
  readonly from: string
  readonly seen: string | null
  readonly to: string
}

export const savePayItems = (edits: readonly PayEdit[], reason: string) => dataOf(api.POST('/pay-items', { body: { edits: [...edits], reason } }))

export interface PayPreview {
  readonly file: string
  readonly rows: number
  readonly same: number
  readonly edits: readonly (PayEdit & { readonly name: string; readonly writable: boolean })[]
  readonly problems: readonly {
    readonly code: string
    readonly severity: 'error' | 'warning' | 'info'
    readonly detail: string
    readonly cure: string
    readonly place: { readonly line?: number }
  }[]
}

/** What a file would change; nothing is stored. */
export async function previewPay(file: File): Promise<PayPreview> {
  const body = new FormData()
  body.append('file', file, file.name)
  return (await apiFetch(new Request('/api/pay-items/preview', { method: 'POST', body }))).json() as Promise<PayPreview> // What the document of the API says of previewPayFile.
}
