import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '../../api/client.ts'

const getUnit = (unit: string, on: string | undefined, signal: AbortSignal) =>
  dataOf(api.GET('/units/{unit}', { params: { path: { unit }, query: on === undefined ? {} : { on } }, signal }))
const previewMove = (unit: string, query: { readonly from: string; readonly parent: string }, signal: AbortSignal) =>
  dataOf(api.GET('/units/{unit}/move', { params: { path: { unit }, query }, signal }))
const previewClose = (unit: string, query: { readonly from: string; readonly to?: string }, signal: AbortSignal) =>
  dataOf(api.GET('/units/{unit}/close', { params: { path: { unit }, query }, signal }))

export type UnitDetail = Awaited<ReturnType<typeof getUnit>>
export type MoveEffect = Awaited<ReturnType<typeof previewMove>>
export type CloseEffect = Awaited<ReturnType<typeof previewClose>>

/** Begins with 'people', as everything that a change of the organisation asks again. */
export const unitQuery = (unit: string, on: string | undefined) =>
  queryOptions({ queryKey: ['people', 'unit', unit, on], queryFn: ({ signal }) => getUnit(unit, on, signal), placeholderData: keepPreviousData })

/** Effects are asked anew each time: somebody else may have changed something. A refusal is an answer, not a failure to try again. */
const FRESH = { gcTime: 0, staleTime: 0, retry: false } as const

export const moveQuery = (unit: string, asked: Parameters<typeof previewMove>[1]) =>
  queryOptions({ queryKey: ['people-effect', 'unit-move', unit, asked], queryFn: ({ signal }) => previewMove(unit, asked, signal), ...FRESH })

export const closeQuery = (unit: string, asked: Parameters<typeof previewClose>[1]) =>
  queryOptions({ queryKey: ['people-effect', 'unit-close', unit, asked], queryFn: ({ signal }) => previewClose(unit, asked, signal), ...FRESH })
