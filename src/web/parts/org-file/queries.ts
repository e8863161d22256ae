import { apiFetch } from '../../api/fetch.ts'
import type { components } from '../../api/schema.d.ts'

/** What a file can be about. */
export type Kind = 'people' | 'units'

type Schemas = components['schemas']

/** The fields of a file are texts here: one page shows both kinds. */
export type FilePreview = Omit<Schemas['PeoplePreview'], 'fields' | 'mapping' | 'rows'> & {
  readonly fields: readonly { readonly field: string; readonly names: readonly string[] }[]
  readonly mapping: Readonly<Partial<Record<string, string>>>
  readonly rows: readonly { readonly line: number; readonly cells: Readonly<Partial<Record<string, string>>> }[]
}

export type FileReport = Schemas['PeopleReport'] | Schemas['UnitsReport']

/** Field → column of the file, where somebody chose. */
export type Columns = Readonly<Partial<Record<string, string>>>

async function send(kind: Kind, what: 'preview' | 'import', file: File, columns: Columns): Promise<Response> {
  const body = new FormData()
  body.append('file', file, file.name)
  return await apiFetch(new Request(`/api/${kind}/${what}?choices=${encodeURIComponent(JSON.stringify({ columns }))}`, { method: 'POST', body }))
}

export const previewFile = async (kind: Kind, file: File, columns: Columns): Promise<FilePreview> => (await send(kind, 'preview', file, columns)).json() as Promise<FilePreview> // What the document of the API says; so below.
export const importFile = async (kind: Kind, file: File, columns: Columns): Promise<FileReport> => (await send(kind, 'import', file, columns)).json() as Promise<FileReport>
