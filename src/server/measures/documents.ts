import { createHash } from 'node:crypto'
import { sql } from '../../base/sql.ts'
import { canonicalJson } from '../../engine/canonical-json.ts'
import type { DocumentKind } from '../../engine/documents/parse.ts'
import type { Read, Tx } from '../../store/types.ts'

/** The newest version of a published document, as its author wrote it. */
export interface PublishedDocument {
  readonly kind: DocumentKind
  readonly id: string
  readonly version: number
  readonly body: unknown
  readonly hash: string
}

/** All documents in force: the newest version of each that was not withdrawn, in the order in which they were first published: that of the plan folder. */
export async function listDocuments(read: Read): Promise<PublishedDocument[]> {
  return (await newestVersions(read)).filter((d) => d.body !== null)
}

async function newestVersions(read: Read): Promise<PublishedDocument[]> {
  return read.query<PublishedDocument>(sql`
    select kind, id, version, body, hash from (select distinct on (kind, id) *, min(published_at) over (partition by kind, id) as since from app.document order by kind, id, version desc) as d
    order by kind, since, id`)
}

/** The body a document last had, withdrawn since or not; undefined where it never was published. */
export async function lastBody(read: Read, kind: DocumentKind, id: string): Promise<unknown> {
  const row = await read.first<{ body: unknown }>(sql`select body from app.document where kind = ${kind} and id = ${id} and body is not null order by version desc limit 1`)
  return row?.body
}

/** Two bodies with the same hash say the same, whatever the order of their keys. */
export function bodyHash(body: unknown): string {
  return createHash('sha256').update(canonicalJson(body)).digest('hex')
}

/**
 * Publish a body as the next version of a document; null withdraws it. Nothing happens where the newest version says the same.
 * The time is that of the statement, not of the transaction: it keeps the order of a plan folder.
 */
export async function publishDocument(tx: Tx, document: { readonly kind: DocumentKind; readonly id: string; readonly body: unknown }): Promise<'added' | 'changed' | 'same'> {
  const { kind, id, body } = document
  const hash = body === null ? '' : bodyHash(body)
  const newest = await tx.first<{ version: number; hash: string; gone: boolean }>(
    sql`select version, hash, body is null as gone from app.document where kind = ${kind} and id = ${id} order by version desc limit 1`,
  )
  if (newest !== undefined && newest.gone === (body === null) && newest.hash === hash) return 'same'
  if (newest === undefined && body === null) return 'same'
  const text = body === null ? null : JSON.stringify(body)
  await tx.run(
    sql`insert into app.document (kind, id, version, body, hash, published_at) values (${kind}, ${id}, ${(newest?.version ?? 0) + 1}::int, ${text}::json, ${hash}, clock_timestamp())`,
  )
  return newest === undefined || newest.gone ? 'added' : 'changed'
}
