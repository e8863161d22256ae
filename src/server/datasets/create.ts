import { ident, joinSql, type Sql, sql } from '../../base/sql.ts'
import type { DatasetDocument } from '../../engine/documents/dataset.ts'
import { choiceCheck, columns, dayIndexFields, fieldNames, fieldOf, historyOf, isRequired, keepFunction, partOf, tableOf, typeSql } from './table.ts'

/** The statements that make the tables of a dataset. */
export function createStatements(document: DatasetDocument): Sql[] {
  const { dataset } = document
  const fields = fieldNames(document).map((name) => sql`${ident(name)} ${typeSql(fieldOf(document, name))}`)
  const required = fieldNames(document).filter((name) => isRequired(document, name))
  const system = sql`_change bigint not null, _import int, _line bigint`
  return [
    sql`create table ${tableOf(dataset)} (_id bigint generated always as identity primary key, ${system}, ${joinSql([...fields, ...fieldNames(document).flatMap((name) => choices(document, name))], ', ')})`,
    ...required.map((name) => sql`alter table ${tableOf(dataset)} alter column ${ident(name)} set not null`),
    sql`create table ${historyOf(dataset)} (_id bigint not null, ${system}, ${joinSql(fields, ', ')}, _ended bigint not null, _deleted boolean not null)`,
    keepFunction(document),
    sql`create trigger keep before update or delete on ${tableOf(dataset)} for each row execute function ${partOf(dataset, 'keep')}()`,
    sql`create trigger no_truncate before truncate on ${tableOf(dataset)} for each statement execute function app.refuse_truncate()`,
    sql`create trigger no_truncate before truncate on ${historyOf(dataset)} for each statement execute function app.refuse_truncate()`,
    sql`create index ${ident(`${dataset}~change`)} on ${tableOf(dataset)} using brin (_change)`,
    sql`create index ${ident(`${dataset}~hended`)} on ${historyOf(dataset)} using brin (_ended)`,
    ...keyIndexes(document),
    ...dayIndex(document),
    sql`insert into app.dataset_state (dataset, change, rows, checksum) values (${dataset}, 0, 0, 0)`,
  ]
}

function choices(document: DatasetDocument, name: string): Sql[] {
  const found = choiceCheck(name, fieldOf(document, name))
  return found === null ? [] : [sql`constraint ${ident(found.name)} check (${found.check})`]
}

/** One record a key, and the way from a key to its history. */
export function keyIndexes(document: DatasetDocument): Sql[] {
  const { dataset, key } = document
  return [keyIndex(document), sql`create index ${ident(`${dataset}~hkey`)} on ${historyOf(dataset)} (${columns(key)})`]
}

/** An empty day of validity is a value like others: two of them are the same key. */
export function keyIndex({ dataset, key }: DatasetDocument): Sql {
  return sql`create unique index ${ident(`${dataset}~key`)} on ${tableOf(dataset)} (${columns(key)}) nulls not distinct`
}

export function dayIndex(document: DatasetDocument): Sql[] {
  const fields = dayIndexFields(document)
  return fields.length === 0 ? [] : [sql`create index ${ident(`${document.dataset}~day`)} on ${tableOf(document.dataset)} (${columns(fields)})`]
}
