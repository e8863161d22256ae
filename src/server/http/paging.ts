import { z } from 'zod'
import { Refusal } from '../../base/diagnostic.ts'
import { PAGE_ROWS, PAGE_ROWS_MOST } from '../../base/limits.ts'

/** The key of the last row of a page: the values that the list is sorted by, the unique one last. */
export type PageKey = readonly (string | number | null)[]

/** Query of a list: `z.object({ ...pageQuery, period: … })`. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(PAGE_ROWS_MOST).default(PAGE_ROWS).describe('Rows of a page.'),
  after: z.string().max(2_000).optional().describe('`next` of the page before.'),
}

/** Reply of a list. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    next: z.string().nullable().describe('`after` of the next page; null on the last one.'),
    total: z.number().int().nullable().describe('Rows on all pages; null where counting would cost too much.'),
  })
}

/** A page from one row more than asked for: whoever reads `limit + 1` rows knows whether there is a next page. */
export function page<Row, Item>(
  rows: readonly Row[],
  limit: number,
  more: { readonly item: (row: Row) => Item; readonly key: (row: Row) => PageKey; readonly total?: number | null },
) {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const next = rows.length > limit && last !== undefined ? Buffer.from(JSON.stringify(more.key(last))).toString('base64url') : null
  return { items: shown.map(more.item), next, total: more.total ?? null }
}

/** The key in `after`, of as many values as the list is sorted by; null at the beginning. Errors: `http.bad-page`. */
export function keyIn(after: string | undefined, values: number): PageKey | null {
  if (after === undefined) return null
  const key = Key.safeParse(jsonIn(after))
  if (!key.success || key.data.length !== values || key.data.some((value) => typeof value === 'string' && value.includes('\0'))) throw new Refusal('http.bad-page')
  return key.data
}

const Key = z.array(z.union([z.string(), z.number(), z.null()]))

function jsonIn(after: string): unknown {
  try {
    return JSON.parse(Buffer.from(after, 'base64url').toString('utf8'))
  } catch {
    throw new Refusal('http.bad-page')
  }
}
