import { queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '../../api/client.ts'

/** Runs of a period that are looked through for one from before today. */
const RUNS = 200

interface RunListed {
  readonly run: string
  readonly finishedAt: string
}

/** The newest run and the newest from before a day in the company’s time zone; null where there are not both. The list begins with the newest. */
export function runsAround(runs: readonly RunListed[], today: string, timezone: string): { readonly after: RunListed; readonly before: RunListed } | null {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: timezone })
  const [after] = runs
  const before = runs.find(({ finishedAt }) => day.format(new Date(finishedAt)) < today)
  return after === undefined || before === undefined || after.run === before.run ? null : { after, before }
}

const getChanges = async (of: { readonly period: string; readonly today: string; readonly timezone: string }, signal: AbortSignal) => {
  const { items } = await dataOf(api.GET('/runs', { params: { query: { period: of.period, limit: RUNS } }, signal }))
  const both = runsAround(items, of.today, of.timezone)
  if (both === null) return { runs: items.length, compared: null }
  return {
    runs: items.length,
    compared: await dataOf(api.GET('/runs/{run}/compare/{other}', { params: { path: { run: both.after.run, other: both.before.run }, query: { limit: RUNS } }, signal })),
  }
}

export type Changed = NonNullable<Awaited<ReturnType<typeof getChanges>>['compared']>

/** What the newest run changed against the newest one from before today. */
export const changesQuery = (of: { readonly period: string; readonly today: string; readonly timezone: string }) =>
  queryOptions({ queryKey: ['changes', of], queryFn: ({ signal }) => getChanges(of, signal) })
