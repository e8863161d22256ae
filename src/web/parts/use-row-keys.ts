import { useState } from 'react'

/** Rows of a list by keys that stay theirs: what is open in a row goes with it when it is moved, and is gone when it is. */
export interface RowKeys {
  readonly items: readonly unknown[]
  readonly keys: readonly number[]
  /** The key that the next new row gets. */
  readonly next: number
}

const NONE: RowKeys = { items: [], keys: [], next: 0 }

/** Keys of rows that have no lasting name of their own. An item is told by its identity, or, where it was changed, by its place. */
export function useRowKeys(items: readonly unknown[]): RowKeys {
  const [known, setKnown] = useState(NONE)
  const now = keysAfter(known, items)
  if (now !== known) setKnown(now)
  return now
}

/** The keys after a change of the items; the same object where nothing is other than before. */
export function keysAfter(before: RowKeys, items: readonly unknown[]): RowKeys {
  if (items.length === before.items.length && items.every((item, at) => item === before.items[at])) return before
  const free = new Set(before.items.keys())
  const take = (at: number): number | undefined => (free.delete(at) ? before.keys[at] : undefined)
  // First whoever is known wherever they stand now: only what is left may have been changed in its place.
  const known = items.map((item, at) => {
    if (free.has(at) && before.items[at] === item) return take(at)
    const found = [...free].find((i) => before.items[i] === item && items[i] !== item)
    return found === undefined ? undefined : take(found)
  })
  let { next } = before
  const keys = known.map((key, at) => {
    const found = key ?? take(at)
    if (found !== undefined) return found
    next += 1
    return next - 1
  })
  return { items, keys, next }
}
