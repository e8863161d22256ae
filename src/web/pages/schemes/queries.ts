import { queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '../../api/client.ts'

export const getSchemes = (signal: AbortSignal) => dataOf(api.GET('/schemes', { signal }))
const getScheme = (scheme: string, signal: AbortSignal) => dataOf(api.GET('/schemes/{scheme}', { params: { path: { scheme } }, signal }))

export type SchemeRow = Awaited<ReturnType<typeof getSchemes>>['items'][number]
export type Scheme = Awaited<ReturnType<typeof getScheme>>
export type SchemeLine = Scheme['lines'][number]
export type RoleOption = Awaited<ReturnType<typeof getSchemes>>['roles'][number]

export const schemesQuery = queryOptions({ queryKey: ['schemes'], queryFn: ({ signal }) => getSchemes(signal) })

export const schemeQuery = (scheme: string) => queryOptions({ queryKey: ['schemes', scheme], queryFn: ({ signal }) => getScheme(scheme, signal) })

export const getPeople = (scheme: string, after: string | undefined, signal?: AbortSignal) =>
  dataOf(
    api.GET('/schemes/{scheme}/people', {
      params: { path: { scheme }, query: { limit: 100, ...(after === undefined ? {} : { after }) } },
      ...(signal === undefined ? {} : { signal }),
    }),
  )

export type SchemePerson = Awaited<ReturnType<typeof getPeople>>['items'][number]
