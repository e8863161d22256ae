/** Places that fit on a screen read from afar. */
const MOST = 10

interface Places {
  readonly items: readonly { readonly id: string; readonly rank: number }[]
  readonly of: number
  readonly shows: 'visible' | 'upper-half' | 'all'
}

/**
 * Who is shown on a screen in a room: where the company has not said that all may be seen, nobody of the lower half, whoever stands before the screen and whatever they
 * may see elsewhere.
 */
export function shownRanks<P extends Places>({ items, of, shows }: P): P['items'] {
  const half = Math.ceil(of / 2)
  return items.filter(({ rank }) => shows === 'all' || rank <= half).slice(0, MOST)
}
