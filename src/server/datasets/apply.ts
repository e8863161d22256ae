import { type Diagnostic, Refusal } from '../../base/diagnostic.ts'
import { ident, joinSql, sql } from '../../base/sql.ts'
import type { DatasetDocument } from '../../engine/documents/dataset.ts'
import type { Tx } from '../../store/types.ts'
import { alterDataset } from './alter.ts'
import { createStatements } from './create.ts'
import { DATASET_FIELDS, datasetLock, fieldNames, historyOf, tableOf } from './table.ts'

/**
 * Make the tables of a dataset, or bring them from the previous document to this one without losing anything.
 * The document must have passed the checks of the engine. Errors: `dataset.change-refused`, its details saying which change would lose what;
 * `dataset.unfit`, where the database cannot hold such a table.
 */
export async function applyDataset(tx: Tx, document: DatasetDocument, previous: DatasetDocument | null): Promise<void> {
  const details = checkTable(document)
  if (details.length > 0) throw new Refusal('dataset.unfit', { dataset: document.dataset, count: details.length }, { place: { path: ['dataset'] }, details })
  await tx.lock(datasetLock(document.dataset))
  if (previous !== null) return alterDataset(tx, document, previous)
  for (const statement of createStatements(document)) await tx.run(statement)
}

/** Columns that every PostgreSQL table has already. */
const SYSTEM_COLUMNS: ReadonlySet<string> = new Set(['tableoid', 'xmin', 'cmin', 'xmax', 'cmax', 'ctid'])

/** What the database itself does not allow, whatever the document means: names it has taken, more fields than a row holds. */
export function checkTable(document: DatasetDocument): Diagnostic[] {
  const names = fieldNames(document)
  const error = (code: string, path: string[], params: Diagnostic['params']): Diagnostic => ({ code, severity: 'error', place: { path }, params })
  const taken = names.filter((n) => SYSTEM_COLUMNS.has(n)).map((n) => error('dataset.system-field', ['fields', n], { field: n }))
  return names.length > DATASET_FIELDS ? [...taken, error('dataset.too-many-fields', ['fields'], { count: names.length, limit: DATASET_FIELDS })] : taken
}

/** Take away the tables of a dataset whose document was withdrawn. Errors: `dataset.not-empty`, where it has records or had them. */
export async function dropDataset(tx: Tx, document: DatasetDocument): Promise<void> {
  const { dataset } = document
  await tx.lock(datasetLock(dataset))
  const held = await tx.first<{ rows: string }>(sql`select ((select count(*) from ${tableOf(dataset)}) + (select count(*) from ${historyOf(dataset)}))::text as rows`)
  if (held !== undefined && held.rows !== '0') throw new Refusal('dataset.not-empty', { dataset, rows: Number(held.rows) }, { place: { path: ['dataset'] } })
  await tx.run(sql`drop table ${joinSql([tableOf(dataset), historyOf(dataset)], ', ')}`)
  await tx.run(sql`drop function if exists ${ident('data', `${dataset}~keep`)}()`)
  await tx.run(sql`delete from app.dataset_state where dataset = ${dataset}`)
}
