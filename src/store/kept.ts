import { type Sql, sql } from '../base/sql.ts'
import type { Read } from './types.ts'

/** Databases whose answers are kept at the same time: a server has one, tests a few. */
const PLACES = 8

interface Kept<T> {
  readonly marker: string
  readonly answer: Promise<T>
}

/**
 * A question whose answer is kept until a marker moves, once a database and process. `marker` selects one text that is another whenever the answer may be;
 * whoever asks while the answer is being worked out waits for the same one. The answer is shared: nobody may change it.
 */
export function keptWhile<T>(marker: Sql, make: (read: Read) => Promise<T>): (read: Read) => Promise<T> {
  const kept = new Map<string, Kept<T>>()
  return async (read) => {
    const now = await read.first<{ place: string; marker: string }>(sql`select current_database() || ' ' || pg_postmaster_start_time()::text as place, (${marker})::text as marker`)
    if (now === undefined) throw new Error('the database answered nothing')
    const known = kept.get(now.place)
    if (known?.marker === now.marker) return await known.answer
    const answer = make(read)
    kept.delete(now.place)
    kept.set(now.place, { marker: now.marker, answer })
    for (const place of [...kept.keys()].slice(0, -PLACES)) kept.delete(place)
    // What failed may succeed for the next one who asks.
    answer.catch(() => {
      if (kept.get(now.place)?.answer === answer) kept.delete(now.place)
    })
    return await answer
  }
}
