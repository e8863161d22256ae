import { queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '../../api/client.ts'
import { apiFetch } from '../../api/fetch.ts'
import type { Edit, Level } from './edits.ts'

/** Which matrix: a measure over a year, or everything of a period. */
export type Which = { readonly measure: string; readonly year: string } | { readonly period: string }

const getChoices = (signal: AbortSignal) => dataOf(api.GET('/targets/choices', { signal }))
const getMatrix = (which: Which, level: Level, signal: AbortSignal) => dataOf(api.GET('/targets', { params: { query: { ...which, level } }, signal }))
const getHistory = (of: { readonly employee: string; readonly measure: string; readonly period: string }, signal: AbortSignal) =>
  dataOf(api.GET('/targets/{employee}/history', { params: { path: { employee: of.employee }, query: { measure: of.measure, period: of.period } }, signal }))

export type Choices = Awaited<ReturnType<typeof getChoices>>
export type Matrix = Awaited<ReturnType<typeof getMatrix>>
export type Column = Matrix['columns'][number]
export type Person = Matrix['people'][number]
export type Change = Awaited<ReturnType<typeof getHistory>>['items'][number]

export const choicesQuery = queryOptions({ queryKey: ['targets', 'choices'], staleTime: 5 * 60_000, queryFn: ({ signal }) => getChoices(signal) })

export const matrixQuery = (which: Which, level: Level) => queryOptions({ queryKey: ['targets', 'matrix', which, level], queryFn: ({ signal }) => getMatrix(which, level, signal) })

export const historyQuery = (of: { readonly employee: string; readonly measure: string; readonly period: string }) =>
  queryOptions({ queryKey: ['targets', 'history', of], staleTime: 0, queryFn: ({ signal }) => getHistory(of, signal) })

export const saveTargets = (edits: readonly Edit[], reason: string) =>
  dataOf(api.POST('/targets', { body: { edits: edits.map(({ employee, measure, period, level, from, to }) => ({ employee, measure, period, level, from, to })), reason } }))

export interface FilePreview {
  readonly file: string
  readonly rows: number
  readonly same: number
  readonly edits: readonly (Omit<Edit, 'percent'> & { readonly name: string; readonly writable: boolean })[]
  readonly problems: readonly {
    readonly code: string
    readonly severity: 'error' | 'warning' | 'info'
    readonly detail: string
    readonly cure: string
    readonly place: { readonly line?: number }
  }[]
}

/** What a file would change; nothing is stored. */
export async function previewFile(file: File): Promise<FilePreview> {
  const body = new FormData()
  body.append('file', file, file.name)
  return (await apiFetch(new Request('/api/targets/preview', { method: 'POST', body }))).json() as Promise<FilePreview> // What the document of the API says of previewTargetFile.
}

export async function targetFile(which: Which, format: 'csv' | 'xlsx'): Promise<Blob> {
  return (await apiFetch(new Request(`/api/targets/file?${new URLSearchParams({ ...which, format })}`))).blob()
}
