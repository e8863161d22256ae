import { Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import type { DocumentKind } from '../../engine/documents/parse.ts'
import { isoInstant } from '../../store/instants.ts'
import type { Read, Tx } from '../../store/types.ts'
import type { Who } from '../http/who.ts'

export interface DocumentKey {
  readonly kind: DocumentKind
  readonly id: string
}

/** A document that somebody works on. */
export interface StoredDraft extends DocumentKey {
  readonly body: Readonly<Record<string, unknown>>
  /** The version in force when it was begun or brought up to date; null where there was none. */
  readonly basedOn: number | null
  readonly revision: number
  readonly by: string
  readonly at: string
}

const columns = sql`kind, id, body, based_on as "basedOn", revision, user_name as by, ${isoInstant(sql`saved_at`)} as at`

/** All drafts, the one saved last first. */
export function listDrafts(read: Read): Promise<StoredDraft[]> {
  return read.query<StoredDraft>(sql`select ${columns} from app.draft order by saved_at desc, kind, id`)
}

export function draftOf(read: Read, { kind, id }: DocumentKey): Promise<StoredDraft | undefined> {
  return read.first<StoredDraft>(sql`select ${columns} from app.draft where kind = ${kind} and id = ${id}`)
}

/** The newest version of a document, with whether it is in force. */
export async function newestVersion(read: Read, { kind, id }: DocumentKey): Promise<{ readonly version: number; readonly body: unknown } | undefined> {
  return read.first<{ version: number; body: unknown }>(sql`select version, body from app.document where kind = ${kind} and id = ${id} order by version desc limit 1`)
}

/** The version of a document in force; null where there is none. */
export async function versionInForce(read: Read, key: DocumentKey): Promise<number | null> {
  const newest = await newestVersion(read, key)
  return newest === undefined || newest.body === null ? null : newest.version
}

export interface Saving extends DocumentKey {
  readonly body: Readonly<Record<string, unknown>>
  /** The revision its author saw; null: there was no draft yet. */
  readonly revision: number | null
  /** The version in force that its author has seen since; what the draft was begun from where not given. */
  readonly basedOn?: number | null | undefined
}

/** Save a draft, right or wrong. Answers its revision. Errors: `draft.changed-meanwhile`; `draft.id-taken` for a new document of an id that is in force. */
export async function saveDraft(tx: Tx, draft: Saving, who: Who): Promise<number> {
  await lockDraft(tx, draft)
  const known = await draftOf(tx, draft)
  requireRevision(known, draft.revision)
  const revision = (known?.revision ?? 0) + 1
  if (known === undefined && draft.basedOn === null && (await versionInForce(tx, draft)) !== null) throw new Refusal('draft.id-taken', { id: draft.id })
  const { basedOn = known === undefined ? await versionInForce(tx, draft) : known.basedOn } = draft
  await tx.run(sql`
    insert into app.draft (kind, id, body, based_on, revision, user_id, user_name)
    values (${draft.kind}, ${draft.id}, ${JSON.stringify(draft.body)}::json, ${basedOn}::int, ${revision}::int, ${who.user}, ${who.name})
    on conflict (kind, id) do update set body = excluded.body, based_on = excluded.based_on, revision = excluded.revision, user_id = excluded.user_id,
      user_name = excluded.user_name, saved_at = clock_timestamp()`)
  return revision
}

/** Forget a draft. Nothing happens where there is none. Errors: `draft.changed-meanwhile`. */
export async function discardDraft(tx: Tx, key: DocumentKey, revision: number | null): Promise<void> {
  await lockDraft(tx, key)
  const known = await draftOf(tx, key)
  if (known === undefined) return
  if (revision !== null) requireRevision(known, revision)
  await tx.run(sql`delete from app.draft where kind = ${key.kind} and id = ${key.id}`)
}

/** Errors: `draft.changed-meanwhile` with who saved it. */
export function requireRevision(known: StoredDraft | undefined, revision: number | null): void {
  if ((known?.revision ?? null) !== revision) throw new Refusal('draft.changed-meanwhile', { by: known?.by ?? '', revision: known?.revision ?? 0 })
}

/** Two who save at once come one after the other. */
async function lockDraft(tx: Tx, { kind, id }: DocumentKey): Promise<void> {
  await tx.lock(`draft ${kind}/${id}`)
}
