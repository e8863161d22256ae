import { queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '../../api/client.ts'
import { apiFetch } from '../../api/fetch.ts'
import { isDecimal } from '../../ui/numbers.ts'
import type { TableView } from '../../ui/table/column.ts'

const SORTS = ['score', 'change', 'pay', 'name'] as const

type Sorting = (typeof SORTS)[number]

const isSorting = (column: string): column is Sorting => SORTS.some((sort) => sort === column)

/** What the view of the table asks of the API. */
export function askedBy(period: string, { q, sort, filters }: TableView) {
  const known = (['unit', 'role', 'scheme', 'grade'] as const).flatMap((name) => (filters[name] === undefined ? [] : [[name, filters[name]] as const]))
  return {
    period,
    ...(q === '' ? {} : { q }),
    ...(sort === null || !isSorting(sort.column) ? {} : { sort: sort.column, order: sort.down ? ('desc' as const) : ('asc' as const) }),
    ...Object.fromEntries(known),
    ...bandIn(filters['score']),
  }
}

/** `80~90` of a filter: scores from the one, below the other; open ends are empty. */
function bandIn(band: string | undefined): { readonly from?: string; readonly below?: string } {
  const [from = '', below = ''] = (band ?? '').split('~')
  return { ...(isDecimal(from) ? { from } : {}), ...(isDecimal(below) ? { below } : {}) }
}

export const getBoard = (
  period: string,
  view: TableView,
  more: { readonly after?: string | undefined; readonly limit?: number; readonly signal?: AbortSignal | undefined } = {},
) => {
  const { after, limit, signal } = more
  const query = { ...askedBy(period, view), ...(after === undefined ? {} : { after }), ...(limit === undefined ? {} : { limit }) }
  return dataOf(api.GET('/scoreboard', { params: { query }, ...(signal === undefined ? {} : { signal }) }))
}

export type Board = Awaited<ReturnType<typeof getBoard>>
export type BoardPerson = Board['items'][number]

const getChoices = (period: string, signal: AbortSignal) => dataOf(api.GET('/scoreboard/choices', { params: { query: { period } }, signal }))

export type Choices = Awaited<ReturnType<typeof getChoices>>

export const choicesQuery = (period: string) => queryOptions({ queryKey: ['scoreboard', 'choices', period], queryFn: ({ signal }) => getChoices(period, signal) })

/** The workbook of everybody who fits the view. */
export async function boardWorkbook(period: string, view: TableView): Promise<Blob> {
  const search = new URLSearchParams(askedBy(period, view))
  return (await apiFetch(new Request(`/api/scoreboard/workbook?${search}`))).blob()
}
