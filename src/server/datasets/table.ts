import { createHash } from 'node:crypto'
import { ident, joinSql, literal, type Sql, sql } from '../../base/sql.ts'
import { type DatasetDocument, type FieldDocument, ROW_KEY } from '../../engine/documents/dataset.ts'

/**
 * The table of a dataset: data."<dataset>" holds the current version of each record, data."<dataset>~history" every earlier one.
 * Beside the fields: `_id`, `_change` (the change that wrote the version), `_import`, `_line`; in the history also
 * `_ended` (the change that replaced or deleted it) and `_deleted`.
 */

export type ColumnType = 'text' | 'bigint' | 'numeric' | 'date' | 'timestamptz' | 'boolean'

/** Fields of one dataset: PostgreSQL's rows end at 1,600 columns, dropped ones included. */
export const DATASET_FIELDS = 500

export function tableOf(dataset: string): Sql {
  return ident('data', dataset)
}

export function historyOf(dataset: string): Sql {
  return ident('data', `${dataset}~history`)
}

/** Name of something that belongs to a dataset's table, such as an index. */
export function partOf(dataset: string, part: 'key' | 'day' | 'change' | 'keep' | 'hkey' | 'hended'): Sql {
  return ident('data', `${dataset}~${part}`)
}

/** The lock that all writers of a dataset take. */
export function datasetLock(dataset: string): string {
  return `dataset:${dataset}`
}

/**
 * The lock that whoever alters tables takes alone, before any other, and whoever reads several of them at length shares. A reader that came between would wait
 * for a table while it holds another that the writer wants; and a table that is written anew looks empty to a transaction that began before.
 */
export const TABLES_LOCK = 'tables'

export function columnType(field: FieldDocument): ColumnType {
  switch (field.type) {
    case 'text':
    case 'choice':
    case 'employee':
    case 'reference':
      return 'text'
    case 'integer':
      return 'bigint'
    case 'decimal':
    case 'money':
      return 'numeric'
    case 'date':
      return 'date'
    case 'timestamp':
      return 'timestamptz'
    case 'boolean':
      return 'boolean'
    default:
      return field.type satisfies never
  }
}

const TYPE_SQL: Readonly<Record<ColumnType, Sql>> = {
  text: sql`text collate "C"`,
  bigint: sql`bigint`,
  numeric: sql`numeric`,
  date: sql`date`,
  timestamptz: sql`timestamptz`,
  boolean: sql`boolean`,
}

export function typeSql(field: FieldDocument): Sql {
  return TYPE_SQL[columnType(field)]
}

/** Fields in the order of the document. */
export function fieldNames(document: DatasetDocument): string[] {
  return Object.keys(document.fields)
}

export function fieldOf(document: DatasetDocument, name: string): FieldDocument {
  const field = document.fields[name]
  if (field === undefined) throw new Error(`no field ${name} in dataset ${document.dataset}`)
  return field
}

/** Columns as a list; with an alias, qualified by it. */
export function columns(names: readonly string[], alias?: string): Sql {
  return joinSql(
    names.map((n) => (alias === undefined ? ident(n) : ident(alias, n))),
    ', ',
  )
}

/** Whether two rows have the same key; an empty day of validity equals another empty one. Equalities only, so that a hash join can be used. */
export function sameKey(document: DatasetDocument, left: string, right: string): Sql {
  const side = (alias: string, k: string) => (k === document.effective ? sql`coalesce(${ident(alias, k)}, '-infinity')` : ident(alias, k))
  return joinSql(
    document.key.map((k) => sql`${side(left, k)} = ${side(right, k)}`),
    ' and ',
  )
}

/** Hash of a row's content, as bigint. The fields go in by name, so that their order in the document does not matter; 55.0 and 55.00 are the same. */
export function contentHash(document: DatasetDocument, alias: string): Sql {
  return sql`hash_record_extended(row(${columns(fieldNames(document).sort(), alias)}), 0)`
}

/** Sum of the content hashes of some rows of a dataset. */
export function checksumOf(document: DatasetDocument, from: Sql, where: Sql): Sql {
  return sql`(select coalesce(sum(${contentHash(document, 'h')}), 0) from ${from} as h where ${where})`
}

/** Whether every record must have the field: it says so, or it is part of the key (an empty day of validity means since ever). */
export function isRequired(document: DatasetDocument, name: string): boolean {
  return fieldOf(document, name).required || (document.key.includes(name) && name !== document.effective)
}

/** True where a row is known by its content alone. */
export function hasRowKey(document: DatasetDocument): boolean {
  return document.key.includes(ROW_KEY)
}

/** The check that a choice is one of those of the document. Its name holds a hash, so that a changed list is another check. */
export function choiceCheck(name: string, field: FieldDocument): { name: string; check: Sql } | null {
  if (field.type !== 'choice' || field.choices === undefined) return null
  const hash = createHash('sha256')
    .update(JSON.stringify([name, field.choices]))
    .digest('hex')
    .slice(0, 16)
  return { name: `choice~${hash}`, check: sql`${ident(name)} in (${joinSql(field.choices.map(literal), ', ')})` }
}

/** The fields of the index by day and owner, where the record itself has them. */
export function dayIndexFields(document: DatasetDocument): string[] {
  const own = (name: string | undefined) => (name !== undefined && name in document.fields ? [name] : [])
  const day = own(document.date)
  return day.length === 0 ? own(document.owner) : [...day, ...own(document.owner)]
}

/**
 * The trigger that keeps what a change replaces. A statement that forgets to name its change gets one, so that no version is lost.
 * Deletions take their change from the setting heng.change of the transaction.
 */
export function keepFunction(document: DatasetDocument): Sql {
  const names = ['_id', '_change', '_import', '_line', ...fieldNames(document)]
  const body = sql`
declare
  ended bigint;
begin
  if tg_op = 'DELETE' or new._change = old._change then
    ended := coalesce(nullif(current_setting('heng.change', true), '')::bigint, nextval('app.change_seq'));
  else
    ended := new._change;
  end if;
  insert into ${historyOf(document.dataset)} (${columns(names)}, _ended, _deleted)
    values (${columns(names, 'old')}, ended, tg_op = 'DELETE');
  if tg_op = 'DELETE' then
    return old;
  end if;
  new._change := ended;
  return new;
end`
  return sql`create or replace function ${partOf(document.dataset, 'keep')}() returns trigger language plpgsql as ${literal(body.parts.join(''))}`
}
