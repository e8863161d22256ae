import { Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import { isoInstant } from '../../store/instants.ts'
import type { Read, Tx } from '../../store/types.ts'

export interface CommentRow {
  readonly id: string
  readonly object: string
  readonly user: string
  readonly by: string
  readonly text: string
  readonly mentions: readonly { readonly user: string; readonly name: string }[]
  readonly at: string
  readonly editedAt: string | null
  readonly deleted: boolean
}

const COLUMNS = sql`c.comment_id::text as id, c.object, c.user_id::text as user, u.name as by, c.text, ${isoInstant(sql`c.created_at`)} as at,
  ${isoInstant(sql`c.edited_at`)} as "editedAt", c.deleted_at is not null as deleted,
  coalesce((select json_agg(json_build_object('user', m.user_id::text, 'name', n.name) order by n.name) from app.comment_mention m join app.user n using (user_id)
    where m.comment_id = c.comment_id), '[]') as mentions`

/** Comments of an object, the oldest first, from the one after `after`. */
export function listComments(read: Read, object: string, { after, limit }: { readonly after: string; readonly limit: number }): Promise<CommentRow[]> {
  return read.query<CommentRow>(sql`
    select ${COLUMNS} from app.comment c join app.user u using (user_id) where c.object = ${object} and c.comment_id > ${after}::bigint order by c.comment_id limit ${limit}::int`)
}

/** One comment. Errors: `comment.unknown`. */
export async function commentNumbered(read: Read, id: string): Promise<CommentRow> {
  const row = await read.first<CommentRow>(sql`select ${COLUMNS} from app.comment c join app.user u using (user_id) where c.comment_id = ${id}::bigint`)
  if (row === undefined || row.deleted) throw new Refusal('comment.unknown')
  return row
}

export interface NewComment {
  readonly object: string
  readonly user: string
  readonly text: string
  readonly mentions: readonly string[]
  readonly now: Date
}

export async function addComment(tx: Tx, { object, user, text, mentions, now }: NewComment): Promise<string> {
  const row = await tx.first<{ id: string }>(sql`
    insert into app.comment (object, user_id, text, created_at) values (${object}, ${user}::int, ${text}, ${now.toISOString()}::timestamptz) returning comment_id::text as id`)
  if (row === undefined) throw new Error('an insert returned nothing')
  await setMentions(tx, row.id, mentions)
  return row.id
}

/** Change what a comment says. */
export async function editComment(tx: Tx, id: string, { text, mentions, now }: Pick<NewComment, 'text' | 'mentions' | 'now'>): Promise<void> {
  await tx.run(sql`update app.comment set text = ${text}, edited_at = ${now.toISOString()}::timestamptz where comment_id = ${id}::bigint`)
  await tx.run(sql`delete from app.comment_mention where comment_id = ${id}::bigint`)
  await setMentions(tx, id, mentions)
}

export async function deleteComment(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.run(sql`delete from app.comment_mention where comment_id = ${id}::bigint`)
  await tx.run(sql`update app.comment set text = '', deleted_at = ${now.toISOString()}::timestamptz where comment_id = ${id}::bigint`)
}

async function setMentions(tx: Tx, id: string, mentions: readonly string[]): Promise<void> {
  await tx.run(sql`insert into app.comment_mention (comment_id, user_id) select ${id}::bigint, m::int from (select distinct unnest(${[...mentions]}::text[]) as m) as d`)
}
