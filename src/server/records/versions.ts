import { ident, joinSql, type Sql, sql } from '../../base/sql.ts'
import type { DatasetDocument } from '../../engine/documents/dataset.ts'
import { isoInstant } from '../../store/instants.ts'
import type { Read } from '../../store/types.ts'
import { columns, fieldNames, historyOf, tableOf } from '../datasets/table.ts'
import { type FieldValue, fieldColumnsOf, fieldsIn } from './list.ts'

/** One version of a record, with who wrote it and from where. */
export interface Version {
  readonly change: string
  /** The change that ended it; null while it is current. */
  readonly ended: string | null
  readonly deleted: boolean
  readonly kind: 'import' | 'manual' | 'undo'
  /** Null: by the command line. */
  readonly by: string | null
  readonly reason: string
  readonly at: string | null
  readonly file: string | null
  readonly line: number | null
  readonly fields: Readonly<Record<string, FieldValue>>
  /** Who deleted it, where it was deleted. */
  readonly end: { readonly by: string | null; readonly reason: string; readonly at: string | null; readonly kind: Version['kind'] } | null
}

/** Versions of one record that are answered; a record changed more often is a mistake of an import. */
const VERSIONS = 500

/** All versions of the records with the key that a record has or had, the newest first. */
export async function versionsOf(read: Read, document: DatasetDocument, record: string): Promise<Version[]> {
  const { dataset } = document
  const keyOf = (from: Sql): Sql => sql`select ${columns(document.key, 'k')} from ${from} as k where k._id = ${record}::bigint`
  const same = joinSql(
    document.key.map((k) => sql`${ident('r', k)} is not distinct from ${ident('known', k)}`),
    ' and ',
  )
  const system = sql`r._change, r._import, r._line`
  const names = fieldNames(document)
  const rows = await read.query<Record<string, FieldValue>>(sql`
    with known as (select * from (${keyOf(tableOf(dataset))} union all ${keyOf(historyOf(dataset))}) as k limit 1)
    select v._change::text as change, v._ended::text as ended, v._deleted as deleted, v._line::text as line, i.file, ${isoInstant(sql`coalesce(c.changed_at, i.finished_at)`)} as at,
      coalesce(c.kind, 'import') as kind, c.user_name as by, coalesce(c.reason, '') as reason,
      e.kind as "endKind", e.user_name as "endBy", e.reason as "endReason", ${isoInstant(sql`e.changed_at`)} as "endAt"${fieldColumnsOf(document, 'v')}
    from (select ${system}, null::bigint as _ended, false as _deleted, ${columns(names, 'r')} from ${tableOf(dataset)} as r, known where ${same}
      union all select ${system}, r._ended, r._deleted, ${columns(names, 'r')} from ${historyOf(dataset)} as r, known where ${same}) as v
    left join app.import as i on i.import_id = v._import left join app.record_change as c on c.change = v._change left join app.record_change as e on e.change = v._ended
    order by v._change desc, v._ended desc nulls first limit ${VERSIONS}::int`)
  return rows.map((row) => versionIn(document, row))
}

function versionIn(document: DatasetDocument, row: Readonly<Record<string, FieldValue>>): Version {
  const text = (name: string): string | null => (row[name] === null || row[name] === undefined ? null : String(row[name]))
  const kind = (name: string): Version['kind'] => (text(name) ?? 'import') as Version['kind'] // The table checks it.
  const deleted = row['deleted'] === true
  // What was typed in has no file; its line is that of nothing.
  const file = text('file')
  const line = file === null ? null : text('line')
  return {
    change: text('change') ?? '',
    ended: text('ended'),
    deleted,
    kind: kind('kind'),
    by: text('by'),
    reason: text('reason') ?? '',
    at: text('at'),
    file,
    line: line === null ? null : Number(line),
    fields: fieldsIn(document, row),
    end: deleted ? { by: text('endBy'), reason: text('endReason') ?? '', at: text('endAt'), kind: kind('endKind') } : null,
  }
}
