import { queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '../../api/client.ts'

const getComments = (object: string, after: string | undefined, signal?: AbortSignal) =>
  dataOf(api.GET('/comments', { params: { query: { object, limit: 200, ...(after === undefined ? {} : { after }) } }, ...(signal === undefined ? {} : { signal }) }))

export type Comments = Awaited<ReturnType<typeof getComments>>
export type Comment = Comments['items'][number]
export type Mention = Comment['mentions'][number]

/** All comments: a talk of thousands has no page of its own, so that the newest are never missing. */
async function allComments(object: string, signal: AbortSignal): Promise<Comments> {
  const first = await getComments(object, undefined, signal)
  const items = [...first.items]
  for (let after = first.next; after !== null; ) {
    const page = await getComments(object, after, signal)
    items.push(...page.items)
    after = page.next
  }
  return { ...first, items, next: null }
}

/** Asked again when comments are announced (parts/Events.tsx). */
export const commentsQuery = (object: string) => queryOptions({ queryKey: ['comments', object], queryFn: ({ signal }) => allComments(object, signal) })

export const findPeople = (object: string, q: string) => dataOf(api.GET('/comments/people', { params: { query: { object, q } } }))

export interface Written {
  readonly text: string
  readonly mentions: string[]
}

export const addComment = (object: string, body: Written) => dataOf(api.POST('/comments', { params: { query: { object } }, body }))
export const editComment = (comment: string, body: Written) => dataOf(api.PUT('/comments/{comment}', { params: { path: { comment } }, body }))
export const deleteComment = (comment: string) => dataOf(api.DELETE('/comments/{comment}', { params: { path: { comment } } }))
