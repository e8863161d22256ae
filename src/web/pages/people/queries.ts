import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '../../api/client.ts'

const getPerson = (employee: string, on: string | undefined, signal: AbortSignal) =>
  dataOf(api.GET('/people/{employee}', { params: { path: { employee }, query: on === undefined ? {} : { on } }, signal }))
const getUnits = (on: string | undefined, signal: AbortSignal) => dataOf(api.GET('/units', { params: { query: on === undefined ? {} : { on } }, signal }))
const getChoices = (signal: AbortSignal) => dataOf(api.GET('/org-choices', { signal }))
const getTree = (line: 'reporting' | 'sponsor', on: string | undefined, signal: AbortSignal) =>
  dataOf(api.GET('/people-tree', { params: { query: { line, ...(on === undefined ? {} : { on }) } }, signal }))

export type PersonDetail = Awaited<ReturnType<typeof getPerson>>
export type UnitRow = Awaited<ReturnType<typeof getUnits>>['items'][number]

export type LineNode = Awaited<ReturnType<typeof getTree>>['items'][number]

/** Everything here begins with 'people', so that one change asks all of it again. */
export const personQuery = (employee: string, on: string | undefined) =>
  queryOptions({ queryKey: ['people', 'one', employee, on], queryFn: ({ signal }) => getPerson(employee, on, signal), placeholderData: keepPreviousData })

export const unitsQuery = (on: string | undefined) =>
  queryOptions({ queryKey: ['people', 'units', on], queryFn: ({ signal }) => getUnits(on, signal), placeholderData: keepPreviousData })

export const choicesQuery = queryOptions({ queryKey: ['people', 'choices'], queryFn: ({ signal }) => getChoices(signal) })

export const treeQuery = (line: 'reporting' | 'sponsor', on: string | undefined) =>
  queryOptions({ queryKey: ['people', 'tree', line, on], queryFn: ({ signal }) => getTree(line, on, signal), placeholderData: keepPreviousData })
