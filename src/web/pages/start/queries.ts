import { queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '../../api/client.ts'
import type { components } from '../../api/schema.d.ts'

const getStart = (signal: AbortSignal) => dataOf(api.GET('/start', { signal }))
const getTemplates = (signal: AbortSignal) => dataOf(api.GET('/templates', { signal }))

export type StartState = Awaited<ReturnType<typeof getStart>>
export type Template = Awaited<ReturnType<typeof getTemplates>>['items'][number]

/** How far the company is; asked again whenever the page is opened. */
export const startQuery = queryOptions({ queryKey: ['start'], queryFn: ({ signal }) => getStart(signal), staleTime: 0 })

export const templatesQuery = queryOptions({ queryKey: ['templates'], queryFn: ({ signal }) => getTemplates(signal), staleTime: Number.POSITIVE_INFINITY })

export const beginCompany = (body: components['schemas']['CompanyToBegin']) => dataOf(api.POST('/start/company', { body }))

export const startRun = (period: string) => dataOf(api.POST('/runs', { body: { period } }))

/** Where a file of a template is fetched from. */
export const templateFile = (template: string, name: string) => `/api/templates/${template}/file?name=${encodeURIComponent(name)}`

const getFirst = (period: string, signal: AbortSignal) => dataOf(api.GET('/scoreboard', { params: { query: { period, limit: 1 } }, signal }))

/** Whoever stands first in a period. */
export const firstQuery = (period: string) => queryOptions({ queryKey: ['scoreboard', 'first', period], queryFn: ({ signal }) => getFirst(period, signal) })
