import { SHOWN_SCALE } from '../../base/limits.ts'
import { integer, joinSql, type Sql, sql } from '../../base/sql.ts'

/**
 * JSON put together as text, of constants and expressions that give text, and read by the database once at the end:
 * building it value by value, as jsonb_build_object does, takes several times as long for everybody.
 */
export type JsonText = readonly (string | Sql)[]

/** A number as canonical decimal text, at most SHOWN_SCALE places; the twin of `shownText` in base/decimal.ts. */
export const canonical = (value: Sql): Sql => sql`trim_scale(round(${value}, ${integer(SHOWN_SCALE)}))::text`

export const NULL_JSON: JsonText = ['null']

/** A number, as text in quotes, or null. Digits need no escaping. */
export const numberJson = (value: Sql): JsonText => [sql`coalesce('"' || ${canonical(value)} || '"', 'null')`]

/** What prints as JSON by itself (a whole number, a boolean), or null. */
export const plainJson = (value: Sql): JsonText => [sql`coalesce((${value})::text, 'null')`]

/** Any text, or null. */
export const textJson = (value: Sql): JsonText => [sql`coalesce(to_json(${value})::text, 'null')`]

/** A text that is known now. */
export const constantJson = (text: string): JsonText => [JSON.stringify(text)]

export function objectJson(pairs: readonly (readonly [key: string, value: JsonText])[]): JsonText {
  return ['{', ...pairs.flatMap(([key, value], i) => [`${i === 0 ? '' : ','}${JSON.stringify(key)}:`, ...value]), '}']
}

export function listJson(items: readonly JsonText[]): JsonText {
  return ['[', ...items.flatMap((item, i) => (i === 0 ? item : [',', ...item])), ']']
}

/** PostgreSQL takes at most a hundred arguments a call. */
const ARGUMENTS_A_CALL = 100

/** The text, as an expression. */
export function jsonAsText(json: JsonText): Sql {
  const parts = mergedConstants(json).map((p) => (typeof p === 'string' ? sql`${p}::text` : p))
  const calls: Sql[] = []
  for (let i = 0; i < parts.length; i += ARGUMENTS_A_CALL) calls.push(sql`concat(${joinSql(parts.slice(i, i + ARGUMENTS_A_CALL), ', ')})`)
  return calls.length === 1 ? joinSql(calls, ' || ') : sql`(${joinSql(calls, ' || ')})`
}

/** The text, read as JSON and kept as it is: taking it apart into jsonb takes as long again, and so does printing that. */
export const asJson = (json: JsonText): Sql => sql`${jsonAsText(json)}::json`

function mergedConstants(json: JsonText): (string | Sql)[] {
  const merged: (string | Sql)[] = []
  for (const part of json) {
    const last = merged.at(-1)
    if (typeof part === 'string' && typeof last === 'string') merged[merged.length - 1] = last + part
    else merged.push(part)
  }
  return merged
}
