import { type Sql, sql } from '../base/sql.ts'

/** A timestamp with time zone as ISO text in UTC with milliseconds: `2026-03-31T08:15:30.123Z`. */
export function isoInstant(of: Sql): Sql {
  return sql`to_char(${of} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}
