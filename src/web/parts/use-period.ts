import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, dataOf } from '../api/client.ts'
import { useAddressParam } from '../ui/AddressDrawer.tsx'

const listPeriods = (signal: AbortSignal) => dataOf(api.GET('/periods', { signal }))

type Periods = Awaited<ReturnType<typeof listPeriods>>

/** A period as the API lists it: `from` and `last` are its first and last day, `latest` its newest run. */
export type Period = Periods['items'][number]

/** The periods that can be looked at: around today and around the records. */
export const periodsQuery = queryOptions({ queryKey: ['periods'], staleTime: 5 * 60_000, queryFn: ({ signal }) => listPeriods(signal) })

interface PeriodState {
  /** The period of the address, else where to begin; undefined while loading, and where there is none. */
  readonly period: string | undefined
  /** What is known about it; undefined for one that is not among the listed. */
  readonly current: Period | undefined
  readonly periods: readonly Period[] | undefined
  readonly error: unknown
  /** Ask for the periods again. */
  again(): void
  choose(id: string): void
}

/** The one filter that all pages share: `?period=2026-Q1`. */
export function usePeriod(): PeriodState {
  const { data, error, refetch } = useQuery(periodsQuery)
  const [asked, setAsked] = useAddressParam('period')
  const period = asked ?? (data === undefined ? undefined : usual(data))
  return { period, current: data?.items.find(({ id }) => id === period), periods: data?.items, error, again: () => void refetch(), choose: setAsked }
}

/** Where to begin: what the server proposes, else the period that holds today, else the last one listed. */
export function usual({ latest, items }: Pick<Periods, 'latest' | 'items'>): string | undefined {
  return latest ?? items.find(({ kind, state }) => kind === 'month' && state === 'current')?.id ?? items.at(-1)?.id
}
