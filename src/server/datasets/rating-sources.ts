import type { Day } from '../../base/calendar.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { type Sql, sql } from '../../base/sql.ts'
import { RATINGS } from '../../engine/documents/built-in.ts'
import { nearNames } from '../../engine/near.ts'
import { hintOf } from '../../engine/wording.ts'
import type { Read } from '../../store/types.ts'
import { tableOf } from './table.ts'

/** The sources that each rating knows. A rating that picks its records by conditions of its own is not among them. */
export type RatingSources = ReadonlyMap<string, readonly string[]>

interface Scores {
  readonly measure: string
  readonly source: string
  readonly records: string
  /** File and line of the first of them. */
  readonly example: string
}

/** Scores of a file, in the stage, from sources that their measure does not know: `ratings.source-unknown`, one a source. */
export async function unknownSourcesStaged(read: Read, known: RatingSources, from: { readonly rows: Sql; readonly file: string }): Promise<Diagnostic[]> {
  const rows = await read.query<Scores>(
    sql`select r.measure, r.source, count(*)::text as records, ${from.file}::text || ':' || min(r._line) as example from ${from.rows} as r where r.measure = any(${[...known.keys()]}::text[]) group by r.measure, r.source order by r.measure, r.source`,
  )
  return unknownAmong(rows, known)
}

/** The same of the stored scores of some days. */
export async function unknownSourcesStored(read: Read, known: RatingSources, days: { readonly from: Day; readonly until: Day }): Promise<Diagnostic[]> {
  const rows = await read.query<Scores>(
    sql`select r.measure, r.source, count(*)::text as records, min(i.file || ':' || r._line) as example from ${tableOf(RATINGS)} as r left join app.import as i on i.import_id = r._import where r.measure = any(${[...known.keys()]}::text[]) and r.date >= ${days.from}::date and r.date < ${days.until}::date group by r.measure, r.source order by r.measure, r.source`,
  )
  return unknownAmong(rows, known)
}

function unknownAmong(rows: readonly Scores[], known: RatingSources): Diagnostic[] {
  return rows.flatMap(({ measure, source, records, example }) => {
    const sources = known.get(measure) ?? []
    if (sources.includes(source)) return []
    const params = { measure, source, records: Number(records), example: example ?? '–', ...hintOf(nearNames(source, sources), sources) }
    return [{ code: 'ratings.source-unknown', severity: 'warning', place: {}, params }]
  })
}
