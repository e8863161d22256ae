import { queryOptions } from '@tanstack/react-query'
import { api, dataOf } from './client.ts'

const getJob = (job: string, signal: AbortSignal) => dataOf(api.GET('/jobs/{job}', { params: { path: { job } }, signal }))

/** Work that outlives a request. */
export type Job = Awaited<ReturnType<typeof getJob>>

export const jobQuery = (job: string) => queryOptions({ queryKey: ['jobs', job], queryFn: ({ signal }) => getJob(job, signal), staleTime: 0 })

/** One's own work that waits or is under way. */
export const openJobsQuery = queryOptions({
  queryKey: ['jobs', 'open'],
  queryFn: async ({ signal }): Promise<readonly Job[]> => {
    const { items } = await dataOf(api.GET('/jobs', { params: { query: { open: 'true' } }, signal }))
    return items.filter(({ mine }) => mine)
  },
})

export const cancelJob = (job: string) => dataOf(api.POST('/jobs/{job}/cancel', { params: { path: { job } } }))

/** Whether nothing more will come of it. */
export function isOver({ state }: Job): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled'
}
