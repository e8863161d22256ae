import type { Day } from '../../base/calendar.ts'
import { LocalNameSchema } from '../../engine/documents/company.ts'
import type { Read } from '../../store/types.ts'
import { listDocuments } from '../measures/documents.ts'
import type { NamesOfIds } from '../measures/words.ts'
import { roleNames } from './people.ts'

const Named = LocalNameSchema.optional().catch(undefined)

/** What telling the documents of a company takes: the names of what stands in them as ids. */
export async function namesOfIds(read: Read, today: Day): Promise<NamesOfIds> {
  const documents = await listDocuments(read)
  const named = (wanted: 'measure' | 'dataset') =>
    new Map(documents.filter(({ kind }) => kind === wanted).map(({ id, body }) => [id, Named.parse((body as Readonly<Record<string, unknown>>)['name'])] as const)) // A document is a map.
  return { measures: named('measure'), datasets: named('dataset'), roles: await roleNames(read, today) }
}
