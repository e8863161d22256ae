import { queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '../../api/client.ts'

const getRoles = (signal: AbortSignal) => dataOf(api.GET('/access-roles', { signal }))
const getUser = (user: string, signal: AbortSignal) => dataOf(api.GET('/users/{user}', { params: { path: { user } }, signal }))
const getSessions = (user: string, signal: AbortSignal) => dataOf(api.GET('/users/{user}/sessions', { params: { path: { user } }, signal }))
const getKeys = (user: string, signal: AbortSignal) => dataOf(api.GET('/users/{user}/keys', { params: { path: { user } }, signal }))

export const getUsers = (q: string, after: string | undefined, signal?: AbortSignal) =>
  dataOf(
    api.GET('/users', { params: { query: { limit: 100, ...(q === '' ? {} : { q }), ...(after === undefined ? {} : { after }) } }, ...(signal === undefined ? {} : { signal }) }),
  )

/** All who work here and cannot sign in yet. */
export async function getProposals(signal: AbortSignal): Promise<readonly Proposal[]> {
  const found: Proposal[] = []
  for (let after: string | null | undefined; after !== null; ) {
    const page: ProposalPage = await dataOf(api.GET('/users/proposals', { params: { query: { limit: 200, ...(after === undefined ? {} : { after }) } }, signal }))
    found.push(...page.items)
    after = page.next
  }
  return found
}

interface ProposalPage {
  readonly items: readonly Proposal[]
  readonly next: string | null
}

export interface Proposal {
  readonly employee: string
  readonly name: string
  readonly email: string | null
  readonly unit: string | null
  readonly login: string
  readonly roles: AccessRole[]
}

export type User = Awaited<ReturnType<typeof getUser>>
export type AccessRole = Awaited<ReturnType<typeof getRoles>>[number]['role']
export type Reach = Awaited<ReturnType<typeof getRoles>>[number]['rights'][number]['reach']
export type UserLink = Awaited<ReturnType<typeof makeLink>>

export const makeLink = (user: string) => dataOf(api.POST('/users/{user}/link', { params: { path: { user } } }))

export const rolesQuery = queryOptions({ queryKey: ['access-roles'], queryFn: ({ signal }) => getRoles(signal), staleTime: 5 * 60_000 })
export const userQuery = (user: string) => queryOptions({ queryKey: ['users', 'one', user], queryFn: ({ signal }) => getUser(user, signal) })
export const userSessionsQuery = (user: string) => queryOptions({ queryKey: ['users', 'sessions', user], queryFn: ({ signal }) => getSessions(user, signal) })
export const userKeysQuery = (user: string) => queryOptions({ queryKey: ['users', 'keys', user], queryFn: ({ signal }) => getKeys(user, signal) })
export const proposalsQuery = queryOptions({ queryKey: ['users', 'proposals'], queryFn: ({ signal }) => getProposals(signal) })

export const REACHES: readonly Reach[] = ['own', 'reports', 'unit', 'units', 'all']
