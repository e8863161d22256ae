import { queryOptions } from '@tanstack/react-query'
import type { TableDocument } from '../../../engine/documents/table.ts'
import type { AmountIr } from '../../../engine/ir.ts'
import { api, dataOf } from '../../api/client.ts'

const getPlans = (signal: AbortSignal) => dataOf(api.GET('/incentives', { signal }))
const getPlan = (plan: string, signal: AbortSignal) => dataOf(api.GET('/incentives/{plan}', { params: { path: { plan } }, signal }))
const getTables = (signal: AbortSignal) => dataOf(api.GET('/tables', { signal }))
const getTable = (table: string, signal: AbortSignal) => dataOf(api.GET('/tables/{table}', { params: { path: { table } }, signal }))

export type PlanRow = Awaited<ReturnType<typeof getPlans>>['items'][number]
export type PlanDetail = Awaited<ReturnType<typeof getPlan>>
export type PlanComponent = PlanDetail['components'][number]
export type PlanLeaf = PlanComponent['asks'][number]
export type RuleFinding = PlanDetail['findings'][number]
export type TableRow = Awaited<ReturnType<typeof getTables>>['items'][number]
export type RateTable = PlanDetail['tables'][number]
export type TableDetail = Awaited<ReturnType<typeof getTable>>
export type TableUse = TableDetail['usedBy'][number]

/** Everything here begins with `rules`: asked again when something was published. */
export const plansQuery = queryOptions({ queryKey: ['rules', 'incentives'], queryFn: ({ signal }) => getPlans(signal) })
export const planQuery = (plan: string) => queryOptions({ queryKey: ['rules', 'incentives', plan], queryFn: ({ signal }) => getPlan(plan, signal) })
export const tablesQuery = queryOptions({ queryKey: ['rules', 'tables'], queryFn: ({ signal }) => getTables(signal) })
export const tableQuery = (table: string) => queryOptions({ queryKey: ['rules', 'tables', table], queryFn: ({ signal }) => getTable(table, signal) })

/** The API sends both as the engine has them. */
export const documentOf = ({ document }: Pick<RateTable, 'document'>): TableDocument => document as unknown as TableDocument
export const amountOf = ({ amount }: Pick<PlanComponent, 'amount'>): AmountIr => amount as unknown as AmountIr
