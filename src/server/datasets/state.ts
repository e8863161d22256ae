import { sql } from '../../base/sql.ts'
import type { DatasetDocument } from '../../engine/documents/dataset.ts'
import type { Read, Tx } from '../../store/types.ts'
import { checksumOf, historyOf, tableOf } from './table.ts'

/** What a dataset holds now; see app.dataset_state. */
export interface DatasetState {
  readonly change: string
  readonly rows: number
  readonly checksum: string
}

export async function datasetState(read: Read, dataset: string): Promise<DatasetState> {
  const row = await read.first<{ change: string; rows: string; checksum: string }>(sql`select change, rows, checksum from app.dataset_state where dataset = ${dataset}`)
  return row === undefined ? { change: '0', rows: 0, checksum: '0' } : { ...row, rows: Number(row.rows) }
}

/** Bring the state up to date after a change, from the rows it touched alone. */
export async function advanceState(tx: Tx, document: DatasetDocument, now: { change: string; inserted: number; deleted: number; before: DatasetState }): Promise<void> {
  const { dataset } = document
  const isFirst = now.before.rows === 0
  await summarizeChanges(tx, dataset)
  const change = sql`${now.change}::bigint`
  // Without statistics the planner reads the whole table; the index by change leads straight to the rows.
  if (!isFirst) await tx.query(sql`select set_config('enable_seqscan', 'off', true)`)
  const come = checksumOf(document, tableOf(dataset), isFirst ? sql`true` : sql`_change = ${change}`)
  const gone = isFirst ? sql`0` : checksumOf(document, historyOf(dataset), sql`_ended = ${change}`)
  await tx.run(sql`
    update app.dataset_state set change = ${change}, rows = rows + ${now.inserted - now.deleted}::bigint, checksum = checksum + ${come} - ${gone}
    where dataset = ${dataset}`)
  if (!isFirst) await tx.query(sql`select set_config('enable_seqscan', 'on', true)`)
}

/** The indexes by change learn which pages are new: pages they have not summed up are read on every question for what changed. */
async function summarizeChanges(tx: Tx, dataset: string): Promise<void> {
  for (const index of [`${dataset}~change`, `${dataset}~hended`]) await tx.query(sql`select brin_summarize_new_values(format('%I.%I', 'data', ${index}::text)::regclass)`)
}

/** Work the state out anew from all rows: after a change of the document that changes what a row's content is. */
export async function recountState(tx: Tx, document: DatasetDocument): Promise<void> {
  const { dataset } = document
  await tx.run(sql`
    update app.dataset_state set rows = (select count(*) from ${tableOf(dataset)}), checksum = ${checksumOf(document, tableOf(dataset), sql`true`)}
    where dataset = ${dataset}`)
}
