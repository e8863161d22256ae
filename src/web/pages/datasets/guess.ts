import type { api } from '../../api/client.ts'
import { apiFetch } from '../../api/fetch.ts'

/** What the server proposes for a file. */
export interface Guessed {
  readonly body: Readonly<Record<string, unknown>> & { readonly dataset: string }
  readonly rows: number
}

/** Send a file to be looked at; nothing of it is kept. */
export async function guessDataset(file: File): Promise<Guessed> {
  const body = new FormData()
  body.append('file', file)
  const answer = await apiFetch(new Request(`/api/${PATH}`, { method: 'POST', body }))
  return await answer.json()
}

/** The generated client sends JSON alone; its types keep this address true. */
const PATH = 'drafts/datasets/guess' satisfies Parameters<typeof api.POST>[0] extends `/${infer Path}` ? Path : never

/** Files that new datasets were made for, until they are imported: a draft on the server holds no file. */
const files = new Map<string, File>()

export function keepFile(dataset: string, file: File): void {
  files.set(dataset, file)
}

/** The file of a new dataset; asked for once. */
export function takeFile(dataset: string): File | undefined {
  const file = files.get(dataset)
  files.delete(dataset)
  return file
}
