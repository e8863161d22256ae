import type { Day } from '../../base/calendar.ts'
import { ident, joinSql, sql } from '../../base/sql.ts'
import type { DatasetDocument } from '../../engine/documents/dataset.ts'
import type { Read } from '../../store/types.ts'
import { tableOf } from './table.ts'

/** First and last day on which records count, over the datasets whose date is a field of their own; null where there are none. */
export async function daysWithData(read: Read, datasets: readonly DatasetDocument[]): Promise<{ first: Day; last: Day } | null> {
  const dated = datasets.flatMap((d) => {
    const type = d.date === undefined ? undefined : d.fields[d.date]?.type
    return d.date !== undefined && (type === 'date' || type === 'timestamp')
      ? [sql`select min(${ident(d.date)})::date as first, max(${ident(d.date)})::date as last from ${tableOf(d.dataset)}`]
      : []
  })
  if (dated.length === 0) return null
  const row = await read.first<{ first: string | null; last: string | null }>(
    sql`select min(first)::text as first, max(last)::text as last from (${joinSql(dated, ' union all ')}) as x`,
  )
  return row?.first == null || row.last == null ? null : { first: row.first, last: row.last }
}
