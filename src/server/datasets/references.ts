import type { Diagnostic } from '../../base/diagnostic.ts'
import { ident, type Sql, sql } from '../../base/sql.ts'
import type { DatasetDocument, FieldDocument } from '../../engine/documents/dataset.ts'
import { nearNames } from '../../engine/near.ts'
import type { Read } from '../../store/types.ts'
import { columnType, fieldNames, fieldOf, tableOf } from './table.ts'

/** Where a reference looks. */
export interface ReferencedKey {
  readonly table: Sql
  readonly key: Sql
  /** Condition on the other table's row `o` for a value of the reference. */
  readonly matches: (value: Sql) => Sql
}

/** Table and key that a reference refers to; null where the other dataset has no table, or no single key. */
export async function referencedKey(read: Read, field: FieldDocument, datasets: readonly DatasetDocument[]): Promise<ReferencedKey | null> {
  const target = datasets.find((d) => d.dataset === field.to)
  const keys = target?.key.filter((k) => k !== target.effective) ?? []
  const [name] = keys
  if (target === undefined || name === undefined || keys.length > 1) return null
  const table = tableOf(target.dataset)
  const exists = await read.first<{ found: boolean }>(sql`select exists (select 1 from app.dataset_state where dataset = ${target.dataset}) as found`)
  if (exists?.found !== true) return null
  const key = columnType(fieldOf(target, name)) === 'text' ? ident('o', name) : sql`${ident('o', name)}::text`
  return { table, key, matches: (value) => sql`${key} = ${value}` }
}

/** Different values named for one reference. */
const VALUES_SHOWN = 20

/** Keys of the other dataset that are compared with a value; more would take longer than the hint is worth. */
const KEYS_COMPARED = 20_000

/** A value of a reference that finds nothing. */
interface UnknownValue {
  readonly value: string
  readonly rows: string
  /** The first line that says so. */
  readonly first: string | null
  /** How many such values there are, this one included. */
  readonly all: string
}

/**
 * References that find nothing, most frequent first: a notice per field and value (`import.reference-unknown`), with the nearest existing key
 * where there is one (`import.reference-near`); beyond VALUES_SHOWN their number (`import.reference-more`).
 * Looks at the current records, or at other `rows` with the same fields (of which `fields` are there).
 */
export async function referenceMismatches(
  read: Read,
  document: DatasetDocument,
  more: { readonly datasets: readonly DatasetDocument[]; readonly file?: string; readonly among?: { readonly rows: Sql; readonly fields: readonly string[] } },
): Promise<Diagnostic[]> {
  const { rows, fields } = more.among ?? { rows: tableOf(document.dataset), fields: fieldNames(document) }
  const notices: Diagnostic[] = []
  for (const name of fields) {
    const field = fieldOf(document, name)
    if (field.type !== 'reference') continue
    const target = await referencedKey(read, field, more.datasets)
    const found = target === null ? [] : await unknownValues(read, rows, { name, target })
    if (target === null || found.length === 0) continue
    const keys = await someKeys(read, target)
    const place = { ...(more.file === undefined ? {} : { file: more.file }), path: ['fields', name] }
    const about = { dataset: document.dataset, field: name, to: field.to ?? '' }
    notices.push(...found.map((value) => ({ ...mismatch(value, about, keys), place })))
    const hidden = Number(found[0]?.all ?? 0) - found.length
    if (hidden > 0) notices.push({ code: 'import.reference-more', severity: 'warning', place, params: { ...about, count: hidden } })
  }
  return notices
}

function mismatch({ value, rows, first }: UnknownValue, about: Diagnostic['params'], keys: readonly string[]): Pick<Diagnostic, 'code' | 'severity' | 'params'> {
  const near = nearNames(value, keys)[0]
  const params = { ...about, value, rows: Number(rows), first: first ?? '' }
  return near === undefined
    ? { code: 'import.reference-unknown', severity: 'warning', params }
    : { code: 'import.reference-near', severity: 'warning', params: { ...params, near } }
}

function unknownValues(read: Read, rows: Sql, { name, target }: { name: string; target: ReferencedKey }): Promise<UnknownValue[]> {
  const value = ident('v', name)
  // First each different value once: far fewer than rows, and then only those are looked up.
  return read.query(sql`
    select ${value} as value, v.rows, v.first, count(*) over ()::text as all from
      (select ${ident('t', name)}, count(*) as rows, min(t._line)::text as first from ${rows} as t
       where ${ident('t', name)} is not null group by 1) as v
    where not exists (select 1 from ${target.table} as o where ${target.matches(value)})
    order by v.rows desc, 1 limit ${VALUES_SHOWN}::bigint`)
}

async function someKeys(read: Read, target: ReferencedKey): Promise<string[]> {
  const rows = await read.query<{ key: string }>(sql`select distinct ${target.key} as key from ${target.table} as o limit ${KEYS_COMPARED}::bigint`)
  return rows.map((r) => r.key)
}
