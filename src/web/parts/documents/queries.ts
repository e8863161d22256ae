import { queryOptions } from '@tanstack/react-query'
import { WRITTEN_ON } from '../../api/ask-again.ts'
import { api, dataOf } from '../../api/client.ts'

const KINDS = ['company', 'dataset', 'measure', 'table', 'scheme', 'incentive'] as const

export type DocumentKind = (typeof KINDS)[number]

/** A kind that an address names; what is none asks for a document that is not there. */
export const kindNamed = (text: string): DocumentKind => KINDS.find((kind) => kind === text) ?? 'company'

/** The page of a document in force. */
export function pageOfDocument(kind: DocumentKind, id: string): string {
  if (kind === 'company') return '/settings/company'
  const folders = { dataset: 'data', measure: 'measures', table: 'tables', scheme: 'schemes', incentive: 'incentives' }
  return `/${folders[kind]}/${encodeURIComponent(id)}${kind === 'dataset' ? '/about' : ''}`
}

/** A document as its author writes it; a draft may hold anything. */
export type Body = Readonly<Record<string, unknown>>

const getDocument = (kind: DocumentKind, id: string, signal?: AbortSignal) =>
  dataOf(api.GET('/documents/{kind}/{id}', { params: { path: { kind, id } }, ...(signal === undefined ? {} : { signal }) }))
export const getDraft = (kind: DocumentKind, id: string, signal?: AbortSignal) =>
  dataOf(api.GET('/drafts/{kind}/{id}', { params: { path: { kind, id } }, ...(signal === undefined ? {} : { signal }) }))
const getVersions = (kind: DocumentKind, id: string, signal: AbortSignal) => dataOf(api.GET('/documents/{kind}/{id}/versions', { params: { path: { kind, id } }, signal }))
const getVersion = (kind: DocumentKind, id: string, version: number, signal: AbortSignal) =>
  dataOf(api.GET('/documents/{kind}/{id}/versions/{version}', { params: { path: { kind, id, version } }, signal }))
const getDrafts = (signal: AbortSignal) => dataOf(api.GET('/drafts', { signal }))

export type DraftRow = Awaited<ReturnType<typeof getDrafts>>['items'][number]

export const checkDraft = (kind: DocumentKind, id: string, body: Body, signal?: AbortSignal) =>
  dataOf(api.POST('/drafts/check', { body: { documents: [{ kind, id, body: { ...body } }] }, ...(signal === undefined ? {} : { signal }) }))

export type DocumentShown = Awaited<ReturnType<typeof getDocument>>
export type DraftShown = NonNullable<Awaited<ReturnType<typeof getDraft>>>
export type VersionShown = Awaited<ReturnType<typeof getVersions>>['items'][number]
export type VersionDetail = Awaited<ReturnType<typeof getVersion>>
export type DraftCheck = Awaited<ReturnType<typeof checkDraft>>
export type DocumentFinding = DraftCheck['findings'][number]
export type Difference = VersionShown['differences'][number]

/** Documents in force whose name or id holds a text. */
export async function documentsNamed(kind: DocumentKind, text: string, signal: AbortSignal) {
  const { items } = await dataOf(api.GET('/documents', { params: { query: { kind } }, signal }))
  const wanted = text.toLowerCase()
  return items.filter(({ id, name }) => name.toLowerCase().includes(wanted) || id.toLowerCase().includes(wanted))
}

/** A document in force. */
export const documentQuery = (kind: DocumentKind, id: string) => queryOptions({ queryKey: ['documents', kind, id], queryFn: ({ signal }) => getDocument(kind, id, signal) })

export const versionsQuery = (kind: DocumentKind, id: string) =>
  queryOptions({ queryKey: ['documents', kind, id, 'versions'], queryFn: ({ signal }) => getVersions(kind, id, signal) })

export const versionQuery = (kind: DocumentKind, id: string, version: number) =>
  queryOptions({ queryKey: ['documents', kind, id, 'versions', version], queryFn: ({ signal }) => getVersion(kind, id, version, signal) })

export const withdrawDocument = (kind: DocumentKind, id: string, note: string) =>
  dataOf(api.POST('/documents/{kind}/{id}/withdraw', { params: { path: { kind, id } }, body: { note } }))

export const draftsQuery = queryOptions({ queryKey: ['drafts'], queryFn: ({ signal }) => getDrafts(signal), staleTime: 0 })

/** A draft with what it is to replace: one of the two is there, or the document does not exist. */
export const editingQuery = (kind: DocumentKind, id: string) =>
  queryOptions({
    queryKey: ['drafts', kind, id],
    queryFn: async ({ signal }) => {
      const draft = await getDraft(kind, id, signal)
      const published = draft !== null && draft.inForce === null ? null : await getDocument(kind, id, signal)
      return { draft, published }
    },
    // What is typed lives on the page; asking again would only disturb, and hide that somebody else saved meanwhile.
    meta: WRITTEN_ON,
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })

/** Begin a document that does not exist yet. Refused where somebody has a draft of that id, or it is in force. */
export const beginDraft = (kind: DocumentKind, id: string, body: Body) =>
  dataOf(api.PUT('/drafts/{kind}/{id}', { params: { path: { kind, id } }, body: { body: { ...body }, revision: null, basedOn: null } }))
