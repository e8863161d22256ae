import { Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import type { DocumentKind } from '../../engine/documents/parse.ts'
import { isoInstant } from '../../store/instants.ts'
import type { Read } from '../../store/types.ts'
import { type Telling, type Told, toldDifferences } from '../measures/words.ts'
import type { DocumentKey } from './store.ts'

/** A document in force, with when and by whom this version was published; `by` is null for what the command line applied. */
export interface PublishedVersion extends DocumentKey {
  readonly version: number
  readonly body: Readonly<Record<string, unknown>>
  readonly publishedAt: string
  readonly by: string | null
}

const columns = sql`d.kind, d.id, d.version, d.body, ${isoInstant(sql`d.published_at`)} as "publishedAt", p.user_name as by`
const published = sql`left join app.publication p on p.kind = d.kind and p.id = d.id and p.version = d.version`

/** Documents in force, of one kind or all, in the order in which they were first published. */
export function documentsInForce(read: Read, kind: DocumentKind | undefined): Promise<PublishedVersion[]> {
  const of = kind === undefined ? sql`true` : sql`kind = ${kind}`
  return read.query<PublishedVersion>(sql`
    select ${columns} from (select distinct on (kind, id) *, min(published_at) over (partition by kind, id) as since from app.document where ${of} order by kind, id, version desc) as d
    ${published} where d.body is not null order by d.kind, d.since, d.id`)
}

/** One document in force. Errors: `document.unknown`. */
export async function documentInForce(read: Read, { kind, id }: DocumentKey): Promise<PublishedVersion> {
  const row = await read.first<PublishedVersion>(sql`select ${columns} from app.document d ${published} where d.kind = ${kind} and d.id = ${id} order by d.version desc limit 1`)
  if (row === undefined || row.body === null) throw new Refusal('document.unknown', { id })
  return row
}

export interface VersionRow {
  readonly version: number
  readonly publishedAt: string
  readonly by: string | null
  readonly note: string
  /** With this version the document was withdrawn. */
  readonly withdrawn: boolean
  /** Against the version before it; of the first one everything is new, and nothing is listed. */
  readonly differences: readonly Told[]
  /** What it says; null where it was withdrawn. */
  readonly body: Readonly<Record<string, unknown>> | null
}

/** Every version of a document, the newest first. Errors: `document.unknown`. */
export async function versionsOf(read: Read, { kind, id }: DocumentKey, telling: Omit<Telling, 'kind'>): Promise<VersionRow[]> {
  const rows = await read.query<Omit<PublishedVersion, 'body'> & { readonly body: VersionRow['body']; readonly note: string | null }>(
    sql`select ${columns}, p.note from app.document d ${published} where d.kind = ${kind} and d.id = ${id} order by d.version`,
  )
  if (rows.length === 0) throw new Refusal('document.unknown', { id })
  return rows
    .map(({ version, publishedAt, by, note, body }, i) => {
      const before = rows[i - 1]?.body ?? null
      const differences = before === null || body === null ? [] : toldDifferences(before, body, { ...telling, kind })
      return { version, publishedAt, by, note: note ?? '', withdrawn: body === null, differences, body }
    })
    .reverse()
}
