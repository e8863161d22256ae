import { joinSql, type Sql, sql } from '../../base/sql.ts'

/** PostgreSQL takes at most a hundred arguments a call: so many pairs of an object, or items of a list. */
const PAIRS_A_CALL = 50

/** A number as canonical decimal text. */
export const canonical = (value: Sql): Sql => sql`trim_scale(${value})::text`

/** One JSON object of any number of pairs, each `key, value`. */
export function objectOf(pairs: readonly Sql[]): Sql {
  return calls(pairs, (some) => sql`jsonb_build_object(${some})`)
}

/** One pair of an object. */
export const pair = (key: string, value: Sql): Sql => sql`${key}::text, ${value}`

/** One JSON list of any number of items. */
export function listOf(items: readonly Sql[]): Sql {
  return calls(items, (some) => sql`jsonb_build_array(${some})`)
}

function calls(items: readonly Sql[], call: (some: Sql) => Sql): Sql {
  const made: Sql[] = []
  for (let i = 0; i < Math.max(1, items.length); i += PAIRS_A_CALL) made.push(call(joinSql(items.slice(i, i + PAIRS_A_CALL), ', ')))
  return made.length === 1 ? joinSql(made, ' || ') : sql`(${joinSql(made, ' || ')})`
}
