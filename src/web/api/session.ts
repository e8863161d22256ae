import { queryOptions } from '@tanstack/react-query'
import { problemOf } from '../ui/problem.ts'
import { api, dataOf } from './client.ts'

const getSession = (signal: AbortSignal) => dataOf(api.GET('/session', { signal }))
const getSessionOptions = (signal: AbortSignal) => dataOf(api.GET('/session/options', { signal }))

export type Session = Awaited<ReturnType<typeof getSession>>
export type SessionOptions = Awaited<ReturnType<typeof getSessionOptions>>
export type Permission = Session['grants'][number]['permission']
/** A permission, or several of which one is enough: the server judges the rest by what is asked for. */
export type Needed = Permission | readonly [Permission, ...Permission[]]
export type DemoRole = SessionOptions['demoRoles'][number]['role']

/** Who is signed in; null for nobody. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      return await getSession(signal)
    } catch (error) {
      if (problemOf(error).status === 401) return null
      throw error
    }
  },
})

/** How one can sign in here. */
export const sessionOptionsQuery = queryOptions({
  queryKey: ['session', 'options'],
  queryFn: ({ signal }) => getSessionOptions(signal),
})
