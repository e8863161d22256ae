import { ident, joinSql, type Sql, sql } from '../../base/sql.ts'
import type { DatasetDocument } from '../../engine/documents/dataset.ts'
import type { Read } from '../../store/types.ts'
import { columns, fieldNames, fieldOf, historyOf, tableOf, typeSql } from './table.ts'

/** One version of a record, with the import that wrote it. */
export interface RecordVersion {
  readonly id: string
  /** The change that wrote it, and the one that replaced or deleted it; null while it is current. */
  readonly change: string
  readonly ended: string | null
  readonly deleted: boolean
  readonly file: string | null
  readonly line: number | null
  readonly at: string | null
  /** Field → text as the database writes it (true and false for booleans); null where empty. */
  readonly fields: Readonly<Record<string, string | boolean | null>>
}

/** Versions of one record that are answered; a record changed more often is a mistake of an import. */
const VERSIONS = 1_000

/** All versions of the record with this key (field → text), the newest first. */
export async function recordHistory(read: Read, document: DatasetDocument, key: Readonly<Record<string, string | null>>): Promise<RecordVersion[]> {
  const names = fieldNames(document)
  const matches = joinSql(
    document.key.map((k) => keyMatches(document, k, key[k] ?? null)),
    ' and ',
  )
  const system = sql`r._id, r._change, r._import, r._line`
  const rows = await read.query<Record<string, string | boolean | number | null>>(sql`
    select v._id::text, v._change::text, v._ended::text, v._deleted, i.file as "_file", v._line::int, i.finished_at as "_at", ${columns(names, 'v')} from (
      select ${system}, null::bigint as _ended, false as _deleted, ${columns(names, 'r')} from ${tableOf(document.dataset)} as r where ${matches}
      union all
      select ${system}, r._ended, r._deleted, ${columns(names, 'r')} from ${historyOf(document.dataset)} as r where ${matches}) as v
    left join app.import as i on i.import_id = v._import
    order by v._change desc, v._ended desc nulls first limit ${VERSIONS}::bigint`)
  return rows.map((row) => ({
    id: String(row._id),
    change: String(row._change),
    ended: row._ended === null ? null : String(row._ended),
    deleted: row._deleted === true,
    file: row._file === null ? null : String(row._file),
    line: row._line === null ? null : Number(row._line),
    at: row._at === null ? null : String(row._at),
    fields: Object.fromEntries(names.map((n) => [n, fieldValue(row[n] ?? null)])),
  }))
}

/** The value is cast, not the column, so that the index by key leads to the record. */
function keyMatches(document: DatasetDocument, name: string, value: string | null): Sql {
  return value === null ? sql`${ident('r', name)} is null` : sql`${ident('r', name)} = ${value}::${typeSql(fieldOf(document, name))}`
}

function fieldValue(value: string | boolean | number | null): string | boolean | null {
  return typeof value === 'number' ? String(value) : value
}
