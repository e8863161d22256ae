import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '../../api/client.ts'
import { apiFetch } from '../../api/fetch.ts'

export interface Choices {
  readonly columns: Readonly<Record<string, string>>
  readonly mode: 'merge' | 'complete' | 'delete'
  readonly onError: 'reject' | 'skip'
  readonly encoding?: 'utf-8' | 'gb18030' | 'utf-16le'
  readonly sheet?: string
}

const getUpload = (upload: string, signal: AbortSignal) => dataOf(api.GET('/uploads/{upload}', { params: { path: { upload } }, signal }))
const getPreview = (upload: string, choices: Choices, signal: AbortSignal) =>
  dataOf(api.GET('/uploads/{upload}/preview', { params: { path: { upload }, query: { choices: JSON.stringify(choices) } }, signal }))
const getUndo = (id: number, signal: AbortSignal) => dataOf(api.GET('/imports/{import}/undo', { params: { path: { import: String(id) } }, signal }))

export type Upload = Awaited<ReturnType<typeof getUpload>>
export type Report = NonNullable<Upload['report']>
export type Preview = Awaited<ReturnType<typeof getPreview>>

export const uploadQuery = (upload: string) => queryOptions({ queryKey: ['uploads', upload], queryFn: ({ signal }) => getUpload(upload, signal), staleTime: 0 })

export const previewQuery = (upload: string, choices: Choices) =>
  queryOptions({
    queryKey: ['uploads', upload, 'preview', choices],
    queryFn: ({ signal }) => getPreview(upload, choices, signal),
    placeholderData: keepPreviousData,
  })

export const undoQuery = (id: number) => queryOptions({ queryKey: ['imports', id, 'undo'], queryFn: ({ signal }) => getUndo(id, signal), staleTime: 0 })

export const getImports = (after: string | undefined, signal?: AbortSignal) =>
  dataOf(api.GET('/imports', { params: { query: { limit: 100, ...(after === undefined ? {} : { after }) } }, ...(signal === undefined ? {} : { signal }) }))

export type ImportRow = Awaited<ReturnType<typeof getImports>>['items'][number]

/** Send a file; the browser streams it from disk. */
export async function sendFile(dataset: string, file: File): Promise<Upload> {
  const body = new FormData()
  body.append('file', file, file.name)
  const answer = await apiFetch(new Request(`/api/datasets/${encodeURIComponent(dataset)}/uploads`, { method: 'POST', body }))
  return answer.json() as Promise<Upload> // What the document of the API says of uploadFile.
}

export async function badRowsOf(upload: string): Promise<Blob> {
  return (await apiFetch(new Request(`/api/uploads/${upload}/bad-rows`))).blob()
}

export const startImport = (upload: string, choices: Choices) => dataOf(api.POST('/uploads/{upload}/import', { params: { path: { upload } }, body: choices }))
