import { z } from 'zod'
import { Refusal } from '../../base/diagnostic.ts'
import { COMMENT_LENGTH, COMMENT_MENTIONS } from '../../base/limits.ts'
import { sql } from '../../base/sql.ts'
import type { Read, Tx } from '../../store/types.ts'
import { keyIn, page, pageOf, pageQuery } from '../http/paging.ts'
import { command, query, type Route } from '../http/route.ts'
import type { Who } from '../http/who.ts'
import { addComment, type CommentRow, commentNumbered, deleteComment, editComment, listComments } from './comments.ts'
import { type Commented, commentedIn, objectText, requireSeen, requireWriting } from './object.ts'
import { mentionable, userSees } from './people.ts'

const Person = z.object({ user: z.string(), name: z.string() })

const CommentShown = z
  .object({
    id: z.string(),
    by: z.string(),
    mine: z.boolean(),
    text: z.string().describe('As it was typed; empty where it was deleted.'),
    mentions: z.array(Person),
    at: z.string(),
    editedAt: z.string().nullable(),
    deleted: z.boolean(),
  })
  .meta({ id: 'Comment' })

const objectQuery = z.object({
  object: z
    .string()
    .max(1_000)
    .describe(
      '`score/EMPLOYEE/PERIOD`, `target/EMPLOYEE/PERIOD`, `record/DATASET/ID`, `run/ID`, `person/EMPLOYEE`, `unit/UNIT`, `measure/ID`, `scheme/ID`, `incentive/ID`, `table/ID`, `dataset/ID`; each part percent-encoded.',
    ),
})

const Written = z.strictObject({
  text: z.string().trim().min(1).max(COMMENT_LENGTH),
  mentions: z
    .array(z.string().regex(/^\d{1,9}$/))
    .max(COMMENT_MENTIONS)
    .default([])
    .describe('Ids of users who are named; each of them must see the object.'),
})

const commentPath = z.object({ comment: z.string().regex(/^\d{1,18}$/) })

const tag = 'comments'

function shown({ user, object: _, mentions, ...row }: CommentRow, who: Who): z.input<typeof CommentShown> {
  return { ...row, mine: user === who.user, mentions: mentions.map((m) => ({ ...m })) }
}

/** Whoever is named gets a word of it; what they may not see they must not be led to. */
async function requireMentionable(read: Read, mentions: readonly string[], object: Commented, who: Who): Promise<void> {
  for (const user of new Set(mentions)) {
    if (await userSees(read, user, object, who)) continue
    const row = await read.first<{ name: string }>(sql`select name from app.user where user_id = ${user}::int`)
    throw new Refusal('comment.mention-blind', { name: row?.name ?? user })
  }
}

/** A comment of one's own on something one still sees. Errors: `comment.unknown`, `comment.not-yours.forbidden`, those of `requireWriting`. */
async function ownComment(read: Read, id: string, who: Who): Promise<CommentRow> {
  const row = await commentNumbered(read, id)
  await requireWriting(read, who, commentedIn(row.object))
  if (row.user !== who.user) throw new Refusal('comment.not-yours.forbidden')
  return row
}

/** Called with every comment that names people, in its transaction. */
export type Told = (
  tx: Tx,
  of: { readonly comment: string; readonly object: string; readonly by: string; readonly text: string; readonly mentions: readonly string[] },
) => Promise<void>

const readRoutes: readonly Route[] = [
  query(
    {
      id: 'listComments',
      method: 'get',
      path: '/comments',
      tag,
      summary: 'Comments on an object one sees, the oldest first.',
      may: 'signed-in',
      query: objectQuery.extend(pageQuery),
      reply: pageOf(CommentShown).extend({ mayWrite: z.boolean() }),
    },
    async (read, { query: asked, who }) => {
      const object = commentedIn(asked.object)
      await requireSeen(read, who, object)
      const [after = '0'] = keyIn(asked.after, 1) ?? []
      const rows = await listComments(read, objectText(object), { after: /^\d{1,18}$/.test(String(after)) ? String(after) : '0', limit: asked.limit + 1 })
      return { ...page(rows, asked.limit, { item: (row) => shown(row, who), key: (row) => [row.id] }), mayWrite: await mayWrite(read, who, object) }
    },
  ),
  query(
    {
      id: 'listMentionable',
      method: 'get',
      path: '/comments/people',
      tag,
      summary: 'Users who see an object and can be named in a comment on it.',
      may: 'comment.write',
      query: objectQuery.extend({ q: z.string().max(100).default('') }),
      reply: z.object({ items: z.array(Person.extend({ login: z.string() })) }),
    },
    async (read, { query: { object: text, q }, who }) => {
      const object = commentedIn(text)
      await requireWriting(read, who, object)
      return { items: (await mentionable(read, object, q, who)).map((m) => ({ ...m })) }
    },
  ),
]

async function mayWrite(read: Read, who: Who, object: Commented): Promise<boolean> {
  try {
    await requireWriting(read, who, object)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

const deleteRoute: Route = command(
  'comment.delete',
  {
    id: 'deleteComment',
    method: 'delete',
    path: '/comments/{comment}',
    tag,
    summary: 'Delete a comment of one’s own; its place stays.',
    may: 'comment.write',
    params: commentPath,
    reply: z.null(),
    status: 204,
  },
  async (tx, { params, who, now, audit }) => {
    const row = await ownComment(tx, params.comment, who)
    await deleteComment(tx, row.id, now)
    audit.about(row.object, { comment: row.id })
    return null
  },
)

/** Routes of comments; `told` hears whom a comment names. */
export function commentRoutes(told: Told): readonly Route[] {
  return [
    ...readRoutes,
    command(
      'comment.add',
      {
        id: 'addComment',
        method: 'post',
        path: '/comments',
        tag,
        summary: 'Comment on an object one sees.',
        may: 'comment.write',
        query: objectQuery,
        body: Written,
        reply: CommentShown,
        status: 201,
      },
      async (tx, { query: asked, body, who, now, audit }) => {
        const object = commentedIn(asked.object)
        await requireWriting(tx, who, object)
        await requireMentionable(tx, body.mentions, object, who)
        const text = objectText(object)
        const id = await addComment(tx, { object: text, user: who.user, ...body, now })
        await told(tx, { comment: id, object: text, by: who.name, text: body.text, mentions: body.mentions })
        audit.about(text, { comment: id })
        return shown(await commentNumbered(tx, id), who)
      },
    ),
    deleteRoute,
    command(
      'comment.edit',
      {
        id: 'editComment',
        method: 'put',
        path: '/comments/{comment}',
        tag,
        summary: 'Change a comment of one’s own.',
        may: 'comment.write',
        params: commentPath,
        body: Written,
        reply: CommentShown,
      },
      async (tx, { params, body, who, now, audit }) => {
        const row = await ownComment(tx, params.comment, who)
        await requireMentionable(tx, body.mentions, commentedIn(row.object), who)
        await editComment(tx, row.id, { ...body, now })
        const before = new Set(row.mentions.map((m) => m.user))
        await told(tx, { comment: row.id, object: row.object, by: who.name, text: body.text, mentions: body.mentions.filter((user) => !before.has(user)) })
        audit.about(row.object, { comment: row.id })
        return shown(await commentNumbered(tx, row.id), who)
      },
    ),
  ]
}
