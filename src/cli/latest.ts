import { latestPeriod, type Period, previousPeriod } from '../base/calendar.ts'
import { ident, joinSql, sql } from '../base/sql.ts'
import type { DatasetDocument } from '../engine/documents/dataset.ts'
import { tableOf } from '../server/datasets/table.ts'
import { loadProgram } from '../server/measures/queries.ts'
import type { Read, Store } from '../store/types.ts'

/** First and last day on which records count, over the datasets whose date is a field of their own; null where there are none. */
export async function daysWithData(read: Read, datasets: readonly DatasetDocument[]): Promise<{ first: string; last: string } | null> {
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

/** The newest quarter that a record falls into; null where there are no dated records. */
export async function latestQuarter(read: Read): Promise<Period | null> {
  const { calendar, datasets } = await loadProgram(read)
  const days = await daysWithData(
    read,
    datasets.filter((d) => d.dataset !== 'entered'),
  )
  if (days === null) return null
  const quarter = latestPeriod(calendar, 'quarter', days.last)
  return quarter !== null && quarter.until <= days.first ? previousPeriod(calendar, quarter) : quarter
}

export async function latestQuarterWithData(store: Store): Promise<string | null> {
  return (await store.read(latestQuarter))?.id ?? null
}
