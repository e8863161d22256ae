import { queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '../../api/client.ts'

const listNotices = (query: { readonly limit: number; readonly unread: 'true' | 'false'; readonly after?: string }, signal?: AbortSignal) =>
  dataOf(api.GET('/notifications', { params: { query }, ...(signal === undefined ? {} : { signal }) }))
const getSettings = (signal: AbortSignal) => dataOf(api.GET('/notifications/settings', { signal }))

export type Notice = Awaited<ReturnType<typeof listNotices>>['items'][number]
export type NoticeKind = Notice['kind']

/** Unread ones shown under the bell. */
const SHOWN = 5

/** Asked again when something is announced for the reader (parts/Events.tsx). */
export const unreadQuery = queryOptions({ queryKey: ['notifications', 'unread'], queryFn: ({ signal }) => listNotices({ limit: SHOWN, unread: 'true' }, signal) })

export const noticesPage = (after: string | undefined, signal?: AbortSignal) => listNotices({ limit: 50, unread: 'false', ...(after === undefined ? {} : { after }) }, signal)

export const settingsQuery = queryOptions({ queryKey: ['notifications', 'settings'], queryFn: ({ signal }) => getSettings(signal) })

export const readNotices = (ids: readonly string[], upTo: string | null) => dataOf(api.POST('/notifications/read', { body: { ids: [...ids], upTo } }))

export const saveSettings = (off: readonly NoticeKind[]) => dataOf(api.PUT('/notifications/settings', { body: { off: [...off] } }))
