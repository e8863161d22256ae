import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query'
import type { Paging } from '../ui/table/props.ts'

/** A page of a list of the API: paged by key. */
export interface ListPage<Row> {
  readonly items: readonly Row[]
  readonly next: string | null
  readonly total: number | null
}

/** Pages that an export loads at most, at 200 rows each. */
const MOST_PAGES = 500

interface Pages<Row> {
  readonly rows: readonly Row[] | undefined
  readonly paging: Paging<Row>
  readonly error: unknown
  readonly again: () => void
}

/** A list of the API, page after page, for a DataTable. `load` gets `after`, undefined for the first page. */
export function usePages<Row>(queryKey: QueryKey, load: (after: string | undefined, signal?: AbortSignal) => Promise<ListPage<Row>>): Pages<Row> {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => load(pageParam, signal),
    initialPageParam: undefined as string | undefined, // The first page has no key; the type cannot be told otherwise.
    getNextPageParam: (last: ListPage<Row>) => last.next ?? undefined,
  })
  return {
    rows: data?.pages.flatMap((page) => page.items),
    paging: { total: data?.pages[0]?.total ?? null, hasMore: hasNextPage, loading: isFetchingNextPage, more: () => void fetchNextPage(), all: () => everything(load) },
    error,
    again: () => void refetch(),
  }
}

async function everything<Row>(load: (after: string | undefined) => Promise<ListPage<Row>>): Promise<readonly Row[]> {
  const rows: Row[] = []
  let after: string | undefined
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await load(after)
    rows.push(...page.items)
    if (page.next === null) return rows
    after = page.next
  }
  throw new Error(`a list has more than ${MOST_PAGES} pages`)
}
