import { ident, joinSql, type Sql, sql } from '../../base/sql.ts'
import type { Program } from '../../engine/ir.ts'
import { type Crediting, everybodyCredited } from '../../engine/sql/cells.ts'
import { emit } from '../../engine/sql/expr.ts'
import { dataTable, fromClause, recordRows } from '../../engine/sql/record.ts'
import type { Read } from '../../store/types.ts'
import { creditingsOf } from './creditings.ts'
import type { Changes } from './dirty.ts'
import { recordKey } from './touched.ts'

/** A version of a record that came, or a record that went, between two moments. */
export interface ChangedRecord {
  /** Its number, under which its page stands. */
  readonly id: string
  readonly dataset: string
  /** The fields of its key, as text. */
  readonly key: string
  readonly what: 'new' | 'corrected' | 'deleted'
  readonly file: string | null
  readonly line: number | null
  /** Whoever counts it: owner, shares, overlays. */
  readonly employees: readonly string[]
}

/** The records of all datasets that changed between two watermarks, with whoever they are credited to by any measure; `most` of each dataset. */
export async function changedRecords(read: Read, program: Program, between: { before: Changes; after: Changes; most: number }): Promise<ChangedRecord[]> {
  const found: ChangedRecord[] = []
  for (const dataset of Object.keys(program.datasets)) {
    const range = { from: between.before[dataset] ?? '0', to: between.after[dataset] ?? '0' }
    if (range.from === range.to) continue
    const credits = creditingsOf(program, dataset)
    const parts = (['current', 'history'] as const).flatMap((part) =>
      (credits.length === 0 ? [null] : credits).map((crediting) => selectChanged(program, { dataset, part, crediting, range })),
    )
    const rows = await read.query<ChangedRecord>(
      sql`select ${dataset} as dataset, x._id::text as id, x.key, x.what, x.file, x.line::int as line, coalesce(array_agg(distinct x.employee_id) filter (where x.employee_id is not null), '{}') as employees from (${joinSql(parts, ' union all ')}) as x group by x.key, x.what, x.file, x.line, x._id order by x._id, x.what limit ${between.most}::int`,
    )
    found.push(...rows)
  }
  return found
}

/** select _id, key, what, file, line, employee_id — versions that began in the range, and records that were deleted in it. */
function selectChanged(program: Program, of: { dataset: string; part: 'current' | 'history'; crediting: Crediting | null; range: { from: string; to: string } }): Sql {
  const { dataset, part, crediting, range } = of
  const rows = recordRows(program, dataset)
  const column = (name: string): Sql => ident(rows.alias, name)
  const within = (change: Sql): Sql => sql`${change} > ${range.from}::bigint and ${change} <= ${range.to}::bigint`
  const gone = part === 'history' ? sql`(${column('_deleted')} and ${within(column('_ended'))})` : sql`false`
  const replaced = sql`exists (select 1 from ${dataTable(dataset, 'history')} as older where older._id = ${column('_id')} and older._ended = ${column('_change')})`
  if (crediting !== null) rows.day = emit(crediting.date, { kind: 'record', rows })
  const everybody = crediting === null ? sql`select null::text as employee_id` : everybodyCredited(program, crediting, rows)
  return sql`select ${column('_id')} as _id, ${recordKey(program, dataset, rows.alias)} as key, case when ${gone} then 'deleted' when ${replaced} then 'corrected' else 'new' end as what, (select i.file from app.import as i where i.import_id = ${column('_import')}) as file, ${column('_line')} as line, p.employee_id from ${fromClause(rows, part)} left join lateral (${everybody}) as p on true where ${within(column('_change'))} or ${gone}`
}
