import { queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '../../api/client.ts'
import { apiFetch } from '../../api/fetch.ts'

/** Whom the figures are about, as the address says it. */
export interface GroupOf {
  readonly period: string
  readonly unit?: string | undefined
  readonly employee?: string | undefined
}

export interface OutlookOf extends GroupOf {
  readonly measure?: string | undefined
  /** How it looked on that day. */
  readonly day?: string | undefined
}

const asked = ({ period, unit, employee }: GroupOf) => ({ period, ...(unit === undefined ? {} : { unit }), ...(employee === undefined ? {} : { employee }) })
const askedOutlook = ({ measure, day, ...of }: OutlookOf) => ({ ...asked(of), ...(measure === undefined ? {} : { measure }), ...(day === undefined ? {} : { day }) })

const getTrend = (of: GroupOf, signal: AbortSignal) => dataOf(api.GET('/insight/trend', { params: { query: asked(of) }, signal }))
const getDistribution = (of: GroupOf, signal: AbortSignal) => dataOf(api.GET('/insight/distribution', { params: { query: asked(of) }, signal }))
const getOutlook = (of: OutlookOf, signal: AbortSignal) => dataOf(api.GET('/insight/outlook', { params: { query: askedOutlook(of) }, signal }))
const getFunnels = (of: GroupOf, signal: AbortSignal) => dataOf(api.GET('/insight/funnels', { params: { query: asked(of) }, signal }))
const getRisk = ({ period, unit }: GroupOf, signal: AbortSignal) =>
  dataOf(api.GET('/standings', { params: { query: { period, limit: RISK_SHOWN, ...(unit === undefined ? {} : { unit }) } }, signal }))

/** People named who most need help. */
const RISK_SHOWN = 10

export type Trend = Awaited<ReturnType<typeof getTrend>>
export type TrendPoint = Trend['points'][number]
export type Distribution = Awaited<ReturnType<typeof getDistribution>>
export type Band = Distribution['bands'][number]
export type Outlook = Awaited<ReturnType<typeof getOutlook>>
export type Funnel = Awaited<ReturnType<typeof getFunnels>>['items'][number]
export type Risk = Awaited<ReturnType<typeof getRisk>>

/** Everything here is asked again when a run is announced (parts/Events.tsx). */
export const trendQuery = (of: GroupOf) => queryOptions({ queryKey: ['insight', 'trend', of], queryFn: ({ signal }) => getTrend(of, signal) })
export const distributionQuery = (of: GroupOf) => queryOptions({ queryKey: ['insight', 'distribution', of], queryFn: ({ signal }) => getDistribution(of, signal) })
export const outlookQuery = (of: OutlookOf) => queryOptions({ queryKey: ['insight', 'outlook', of], queryFn: ({ signal }) => getOutlook(of, signal) })
export const funnelsQuery = (of: GroupOf) => queryOptions({ queryKey: ['insight', 'funnels', of], queryFn: ({ signal }) => getFunnels(of, signal) })
export const riskQuery = (of: GroupOf) => queryOptions({ queryKey: ['insight', 'risk', of], queryFn: ({ signal }) => getRisk(of, signal) })

/** The figures behind a chart as an XLSX file. */
export async function sheetOf(sheet: 'trend' | 'scores' | 'grades' | 'outlook' | 'costs' | 'funnel', of: OutlookOf): Promise<Blob> {
  const search = new URLSearchParams({ ...askedOutlook(of), sheet })
  return (await apiFetch(new Request(`/api/insight/workbook?${search}`))).blob()
}
