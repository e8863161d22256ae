import { sql } from '../../base/sql.ts'
import type { Read } from '../../store/types.ts'
import type { ImportMode } from './import/report.ts'

/** A file that changed something. */
export interface ImportEntry {
  readonly importId: number
  readonly dataset: string
  readonly change: string
  readonly mode: ImportMode
  readonly file: string
  readonly sha256: string
  readonly bytes: number
  readonly read: number
  readonly bad: number
  readonly inserted: number
  readonly changed: number
  readonly same: number
  readonly deleted: number
  /** Instants in UTC. */
  readonly startedAt: string
  readonly finishedAt: string
}

/** Imports, the newest first; of one dataset, or of all. */
export async function listImports(read: Read, of: { readonly dataset?: string; readonly limit: number }): Promise<ImportEntry[]> {
  const only = of.dataset === undefined ? sql`true` : sql`dataset = ${of.dataset}`
  const rows = await read.query<Record<keyof ImportEntry, string>>(sql`
    select import_id as "importId", dataset, change, mode, file, sha256, bytes, rows_read as read, rows_bad as bad, inserted, changed, same, deleted,
      started_at as "startedAt", finished_at as "finishedAt"
    from app.import where ${only} order by import_id desc limit ${of.limit}::bigint`)
  return rows.map((row) => ({
    ...row,
    mode: row.mode as ImportMode, // the table checks it
    importId: Number(row.importId),
    ...numbers(row),
  }))
}

function numbers(row: Record<'bytes' | 'read' | 'bad' | 'inserted' | 'changed' | 'same' | 'deleted', string>) {
  const { bytes, read, bad, inserted, changed, same, deleted } = row
  return { bytes: Number(bytes), read: Number(read), bad: Number(bad), inserted: Number(inserted), changed: Number(changed), same: Number(same), deleted: Number(deleted) }
}
