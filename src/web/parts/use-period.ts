import { queryOptions, useQuery } from '@tanstack/react-query'
import { apiFetch } from '../api/fetch.ts'
import { useAddressParam } from '../ui/AddressDrawer.tsx'

export interface Period {
  readonly id: string
  readonly kind: string
  readonly from: string
  readonly until: string
  readonly state: 'open' | 'closed'
  readonly run: unknown
}

/** The periods that can be looked at: around today and around the data. */
export const periodsQuery = queryOptions({
  queryKey: ['periods'],
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }): Promise<readonly Period[]> => (await (await apiFetch(new Request('/api/periods', { signal }))).json()).items,
})

interface PeriodState {
  /** The period of the address, else the one that most wish to see; undefined while loading, and where there is none. */
  readonly period: string | undefined
  readonly current: Period | undefined
  readonly periods: readonly Period[] | undefined
  readonly error: unknown
  choose(id: string): void
}

/** The one filter that all pages share: `?period=2026-Q1`. */
export function usePeriod(): PeriodState {
  const { data: periods, error } = useQuery(periodsQuery)
  const [asked, setAsked] = useAddressParam('period')
  const period = asked ?? (periods === undefined ? undefined : usual(periods)?.id)
  return { period, current: periods?.find(({ id }) => id === period), periods, error, choose: setAsked }
}

/** The latest month that was worked out; else the latest of any kind; else the latest month. */
export function usual(periods: readonly Period[]): Period | undefined {
  const latest = (fits: (period: Period) => boolean) => periods.filter(fits).toSorted((a, b) => (a.until < b.until ? 1 : -1))[0]
  return latest(({ kind, run }) => kind === 'month' && run !== null) ?? latest(({ run }) => run !== null) ?? latest(({ kind }) => kind === 'month') ?? periods[0]
}
