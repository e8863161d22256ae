import { ident, type Sql, sql } from '../../base/sql.ts'
import type { DatasetDocument } from '../../engine/documents/dataset.ts'
import { isoInstant } from '../../store/instants.ts'
import type { Read } from '../../store/types.ts'
import { columnType, fieldOf, tableOf } from '../datasets/table.ts'

/** A file that changed a dataset, as the lists show it. */
export interface ImportRow {
  readonly importId: number
  readonly dataset: string
  readonly mode: 'merge' | 'complete' | 'delete'
  readonly file: string
  readonly bytes: number
  readonly read: number
  readonly bad: number
  readonly inserted: number
  readonly changed: number
  readonly same: number
  readonly deleted: number
  readonly finishedAt: string
  /** Null: by the command line. */
  readonly by: string | null
  readonly undone: { readonly by: string; readonly at: string; readonly reason: string; readonly kept: number } | null
}

interface Stored extends Omit<ImportRow, 'undone'> {
  readonly undoneBy: string | null
  readonly undoneAt: string | null
  readonly undoneReason: string | null
  readonly kept: number | null
}

/** Imports, the newest first: of one dataset or of all, `which` of them (a condition on `i`), from the one after `after`; or one import alone. */
export async function importRows(
  read: Read,
  asked: { readonly dataset?: string | undefined; readonly importId?: number; readonly which?: Sql; readonly after?: number | null; readonly limit: number },
): Promise<ImportRow[]> {
  const { dataset, importId, which = sql`true`, after = null, limit } = asked
  const where = sql`${which} and ${dataset === undefined ? sql`true` : sql`i.dataset = ${dataset}`} and ${importId === undefined ? sql`true` : sql`i.import_id = ${importId}::int`} and ${after === null ? sql`true` : sql`i.import_id < ${after}::int`}`
  const rows = await read.query<Stored>(sql`
    select i.import_id as "importId", i.dataset, i.mode, i.file, i.bytes::float8 as bytes, i.rows_read::float8 as read, i.rows_bad::float8 as bad, i.inserted::float8 as inserted,
      i.changed::float8 as changed, i.same::float8 as same, i.deleted::float8 as deleted, ${isoInstant(sql`i.finished_at`)} as "finishedAt", c.user_name as by,
      u.user_name as "undoneBy", ${isoInstant(sql`u.changed_at`)} as "undoneAt", u.reason as "undoneReason", u.kept::float8 as kept
    from app.import as i left join app.record_change as c on c.change = i.change left join app.record_change as u on u.undoes = i.import_id
    where ${where} order by i.import_id desc limit ${limit}::int`)
  return rows.map(({ undoneBy, undoneAt, undoneReason, kept, ...row }) => ({
    ...row,
    undone: undoneBy === null || undoneAt === null ? null : { by: undoneBy, at: undoneAt, reason: undoneReason ?? '', kept: kept ?? 0 },
  }))
}

/** The newest import of every dataset. */
export async function lastImports(read: Read): Promise<Map<string, { file: string; at: string }>> {
  const rows = await read.query<{ dataset: string; file: string; at: string }>(
    sql`select distinct on (dataset) dataset, file, ${isoInstant(sql`finished_at`)} as at from app.import order by dataset, import_id desc`,
  )
  return new Map(rows.map(({ dataset, ...last }) => [dataset, last]))
}

/** Rows of every dataset. */
export async function rowCounts(read: Read): Promise<Map<string, number>> {
  const rows = await read.query<{ dataset: string; rows: number }>(sql`select dataset, rows::float8 as rows from app.dataset_state`)
  return new Map(rows.map((r) => [r.dataset, r.rows]))
}

/** The last day that a record of a dataset counts on; null where the day is not the record’s own. */
export async function latestDay(read: Read, document: DatasetDocument): Promise<string | null> {
  const { date } = document
  if (date === undefined || !(date in document.fields) || columnType(fieldOf(document, date)) !== 'date') return null
  const row = await read.first<{ day: string | null }>(sql`select max(${ident('r', date)})::text as day from ${tableOf(document.dataset)} as r`)
  return row?.day ?? null
}
