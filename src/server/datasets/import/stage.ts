import { ident, joinSql, literal, type Sql, sql } from '../../../base/sql.ts'
import { type DatasetDocument, ROW_KEY } from '../../../engine/documents/dataset.ts'
import type { Read, Tx } from '../../../store/types.ts'
import { dayIndex, keyIndex } from '../create.ts'
import { columns, columnType, fieldOf, historyOf, partOf, sameKey, tableOf, typeSql } from '../table.ts'

/** The rows of the file, typed, before they are set against what is there. Lives as long as the transaction. */
export const STAGE = ident('pg_temp', 'heng_stage')

/** A change under way. */
export interface Change {
  readonly document: DatasetDocument
  /** Fields the file holds; others keep their values. */
  readonly fields: readonly string[]
  readonly change: string
  /** Null where there is no file: rows that were typed in. */
  readonly importId: number | null
}

/** Memory for sorting and hashing while a file is stored: a million keys fit. */
const WORK_MEMORY = '128MB'

export async function useMemory(tx: Tx): Promise<void> {
  await tx.query(sql`select set_config('work_mem', ${WORK_MEMORY}, true), set_config('maintenance_work_mem', ${WORK_MEMORY}, true)`)
}

export async function createStage(tx: Tx, document: DatasetDocument, fields: readonly string[]): Promise<void> {
  await tx.run(sql`drop table if exists ${STAGE}`)
  const typed = fields.map((f) => sql`${ident(f)} ${typeSql(fieldOf(document, f))}`)
  await tx.run(sql`create temp table heng_stage (_line bigint, ${joinSql(typed, ', ')}) on commit drop`)
}

/** Fill the stage from lines of COPY text. Times without an offset are read in the company's time zone. */
export async function fillStage(tx: Tx, fields: readonly string[], more: { timezone: string; chunks: AsyncIterable<Buffer> }): Promise<number> {
  await tx.query(sql`select set_config('TimeZone', ${more.timezone}, true)`)
  const rows = await tx.copyIn(sql`copy ${STAGE} (_line, ${columns(fields)}) from stdin`, more.chunks)
  await tx.query(sql`select set_config('TimeZone', 'UTC', true)`)
  return rows
}

/**
 * Give every row of the stage its key where a row is known by its content: a hash of the fields that hold something, and for equal rows the
 * number among them. So the same file again is the same rows, in whatever order.
 */
export async function keyRows(tx: Tx, document: DatasetDocument, fields: readonly string[]): Promise<void> {
  const text = (f: string): Sql => (columnType(fieldOf(document, f)) === 'numeric' ? sql`trim_scale(${ident(f)})::text` : sql`${ident(f)}::text`)
  const parts = fields.map((f) => sql`${literal(`${f}=`)} || ${text(f)}`)
  const content = sql`md5(concat_ws(chr(31), ${joinSql(parts, ', ')}))`
  const row = ident(ROW_KEY)
  await tx.run(sql`alter table ${STAGE} add column ${row} text collate "C"`)
  await tx.run(sql`
    update ${STAGE} as s set ${row} = n.content || case when n.number > 1 then '-' || n.number else '' end
    from (select ctid as place, x.content, row_number() over (partition by x.content order by _line) as number from (select ctid, _line, ${content} as content from ${STAGE}) as x) as n
    where s.ctid = n.place`)
}

/** Numbers for a change and its import, in the order of commits because the dataset is locked. */
export async function beginChange(tx: Tx): Promise<{ change: string; importId: number }> {
  const row = await tx.first<{ change: string; importId: string }>(sql`
    select nextval('app.change_seq') as change, nextval(pg_get_serial_sequence('app.import', 'import_id')) as "importId"`)
  if (row === undefined) throw new Error('no change number')
  await tx.query(sql`select set_config('heng.change', ${row.change}, true)`)
  return { change: row.change, importId: Number(row.importId) }
}

/** Add what is new and change what differs; answers how many rows were touched. No key may come twice: the second would silently win. */
export function mergeStage(tx: Tx, { document, fields, change, importId }: Change): Promise<number> {
  const values = fields.filter((f) => !document.key.includes(f))
  const set = values.map((f) => sql`${ident(f)} = ${ident('excluded', f)}`)
  const resolution =
    values.length === 0
      ? sql`nothing`
      : sql`update set ${joinSql(set, ', ')}, _change = excluded._change, _import = excluded._import, _line = excluded._line
        where (${columns(values, 't')}) is distinct from (${columns(values, 'excluded')})`
  return tx.run(sql`
    insert into ${tableOf(document.dataset)} as t (${columns(fields)}, _change, _import, _line)
    select ${columns(fields, 's')}, ${change}::bigint, ${importId}::int, s._line from ${STAGE} as s
    on conflict (${columns(document.key)}) do ${resolution}`)
}

/** The same into an empty table: indexes are made afterwards, from sorted keys, which takes a fraction of the time. A key twice is an error (23505). */
export async function fillEmpty(tx: Tx, { document, fields, change, importId }: Change): Promise<number> {
  const { dataset } = document
  await tx.run(sql`drop index ${partOf(dataset, 'key')}`)
  await tx.run(sql`drop index if exists ${partOf(dataset, 'day')}`)
  const rows = await tx.run(sql`
    insert into ${tableOf(dataset)} (${columns(fields)}, _change, _import, _line)
    select ${columns(fields, 's')}, ${change}::bigint, ${importId}::int, s._line from ${STAGE} as s`)
  for (const index of [keyIndex(document), ...dayIndex(document)]) await tx.run(index)
  return rows
}

/** Delete the records whose keys the file does not hold. */
export async function deleteAbsent(tx: Tx, document: DatasetDocument): Promise<number> {
  await tx.run(sql`analyze ${STAGE}`)
  return tx.run(sql`delete from ${tableOf(document.dataset)} as t where not exists (select 1 from ${STAGE} as s where ${sameKey(document, 's', 't')})`)
}

/** Delete the records whose keys the file lists. */
export async function deleteListed(tx: Tx, document: DatasetDocument): Promise<number> {
  await tx.run(sql`analyze ${STAGE}`)
  return tx.run(sql`delete from ${tableOf(document.dataset)} as t using ${STAGE} as s where ${sameKey(document, 's', 't')}`)
}

export async function hasDuplicates(read: Read, document: DatasetDocument): Promise<boolean> {
  const keys = columns(document.key)
  const row = await read.first<{ twice: boolean }>(sql`select exists (select 1 from ${STAGE} group by ${keys} having count(*) > 1) as twice`)
  return row?.twice === true
}

/** Keys that several lines of the file share, at most `limit`. */
export function duplicateKeys(read: Read, document: DatasetDocument, limit: number): Promise<{ key: string; lines: string[] }[]> {
  const key = joinSql(
    document.key.map((k) => sql`${ident(k)}::text`),
    ', ',
  )
  return read.query(sql`
    select concat_ws(' / ', ${key}) as key, array_agg(_line order by _line)::text[] as lines from ${STAGE}
    group by ${columns(document.key)} having count(*) > 1 order by min(_line) limit ${limit}::bigint`)
}

/** Take lines out of the stage. */
export async function dropLines(tx: Tx, lines: readonly string[]): Promise<void> {
  await tx.run(sql`delete from ${STAGE} where _line = any(${[...lines]}::bigint[])`)
}

export interface Touched {
  readonly changed: number
  readonly deleted: number
}

export async function touchedBy(read: Read, document: DatasetDocument, change: string): Promise<Touched> {
  const row = await read.first<{ changed: string; deleted: string }>(sql`
    select count(*) filter (where not _deleted) as changed, count(*) filter (where _deleted) as deleted
    from ${historyOf(document.dataset)} where _ended = ${change}::bigint`)
  return { changed: Number(row?.changed ?? 0), deleted: Number(row?.deleted ?? 0) }
}

/** Sample the table anew where so much has changed that plans made for the old content would be wrong. */
export function analyzeTable(tx: Tx, dataset: string): Promise<number> {
  return tx.run(sql`analyze ${tableOf(dataset)}`)
}
