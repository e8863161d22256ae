import type { Body } from './body.ts'

/** What a draft was, is, and was before it was undone. */
export interface History {
  readonly past: readonly Body[]
  readonly now: Body
  readonly future: readonly Body[]
  /** Where the last change was made: typing on in one place is one step. */
  readonly place: string | null
}

/** Steps that can be undone. */
const MOST = 100

/** Nothing was changed yet. */
export const begin = (now: Body): History => ({ past: [], now, future: [], place: null })

export function changed({ past, now, place }: History, next: Body, at: string | null): History {
  const typingOn = at !== null && at === place
  return { past: typingOn ? past : [...past, now].slice(-MOST), now: next, future: [], place: at }
}

export function undone({ past, now, future, place }: History): History {
  const before = past.at(-1)
  return before === undefined ? { past, now, future, place } : { past: past.slice(0, -1), now: before, future: [now, ...future], place: null }
}

export function redone({ past, now, future, place }: History): History {
  const [next, ...rest] = future
  return next === undefined ? { past, now, future, place } : { past: [...past, now], now: next, future: rest, place: null }
}
