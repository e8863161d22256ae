import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Diagnostic, Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import type { DatasetDocument } from '../../engine/documents/dataset.ts'
import type { Tx } from '../../store/types.ts'
import { withWorkFolder } from '../../store/work-folder.ts'
import { importRows } from '../datasets/import/import-file.ts'
import type { ImportReport } from '../datasets/import/report.ts'
import { beginChange } from '../datasets/import/stage.ts'
import { requireInForce } from '../datasets/in-force.ts'
import { advanceState, datasetState } from '../datasets/state.ts'
import { datasetLock, hasRowKey, isRequired, tableOf } from '../datasets/table.ts'
import { builtInFiles } from '../measures/built-in-files.ts'
import { measuresForEntry } from '../measures/queries.ts'
import { recordChange } from './changes.ts'
import { ownFields, type Rules } from './crediting.ts'
import { type FieldValue, fieldColumnsOf, fieldsIn } from './list.ts'

/** Who writes a record by hand, and why. */
export interface Writer {
  readonly user: string
  readonly name: string
  readonly reason: string
}

/** Field → text as people write it. */
export type Typed = Readonly<Record<string, string>>

/** Add a record. It goes through every check of an import. Errors: `record.invalid` with a finding a field; `record.exists`; `record.field-unknown`. */
export async function addRecord(tx: Tx, rules: Rules, document: DatasetDocument, { fields, writer }: { readonly fields: Typed; readonly writer: Writer }): Promise<string> {
  const report = await typeIn(tx, rules, document, fields)
  if (report.rows.inserted !== 1) throw new Refusal('record.exists', { dataset: document.dataset })
  await recordChange(tx, { ...writer, change: report.change ?? '', dataset: document.dataset, kind: 'manual' })
  const row = await tx.first<{ id: string }>(sql`select r._id::text as id from ${tableOf(document.dataset)} as r where r._change = ${report.change}::bigint`)
  return row?.id ?? ''
}

export interface Correction {
  readonly record: string
  /** The change that wrote the version somebody looked at. */
  readonly change: string
  readonly fields: Typed
  readonly writer: Writer
}

/** Correct a record: its key stays. Errors: as for adding; `record.changed-meanwhile`, `record.key-fixed`, `record.unknown`. */
export async function correctRecord(tx: Tx, rules: Rules, document: DatasetDocument, { record, change, fields, writer }: Correction): Promise<void> {
  const { dataset, key } = document
  if (hasRowKey(document)) throw new Refusal('record.key-is-content', { dataset })
  const fixed = key.find((k) => k in fields)
  if (fixed !== undefined) throw new Refusal('record.key-fixed', { field: fixed })
  await tx.lock(datasetLock(dataset))
  const current = await requireCurrent(tx, document, { record, change })
  const report = await typeIn(tx, rules, document, rowWith(document, current, fields))
  if (report.change !== null) await recordChange(tx, { ...writer, change: report.change, dataset, kind: 'manual' })
}

/** Delete a record; its versions stay. Errors: `record.changed-meanwhile`, `record.unknown`. */
export async function deleteRecord(tx: Tx, rules: Rules, document: DatasetDocument, { record, change, writer }: Omit<Correction, 'fields'>): Promise<void> {
  const { dataset } = document
  await tx.lock(datasetLock(dataset))
  await requireInForce(tx, rules.versions)
  await requireCurrent(tx, document, { record, change })
  const before = await datasetState(tx, dataset)
  const begun = await beginChange(tx)
  await tx.run(sql`delete from ${tableOf(dataset)} as r where r._id = ${record}::bigint`)
  await advanceState(tx, document, { change: begun.change, inserted: 0, deleted: 1, before })
  await recordChange(tx, { ...writer, change: begun.change, dataset, kind: 'manual' })
}

/** The record as text, field by field, if it still is as somebody saw it. */
async function requireCurrent(tx: Tx, document: DatasetDocument, { record, change }: { readonly record: string; readonly change: string }): Promise<Typed> {
  const row = await tx.first<Record<string, FieldValue>>(
    sql`select r._change::text as change${fieldColumnsOf(document, 'r')} from ${tableOf(document.dataset)} as r where r._id = ${record}::bigint`,
  )
  if (row === undefined) throw new Refusal('record.unknown', { dataset: document.dataset })
  if (row['change'] !== change) throw new Refusal('record.changed-meanwhile')
  return Object.fromEntries(Object.entries(fieldsIn(document, row)).map(([field, value]) => [field, value === null ? '' : String(value)]))
}

/** What a row must hold besides what is corrected, to be read and checked as one of a file: its key, what is required, the currencies of amounts. */
function rowWith(document: DatasetDocument, current: Typed, fields: Typed): Typed {
  const currencies = Object.keys(fields).flatMap((f) => document.fields[f]?.currencyField ?? [])
  const needed = ownFields(document).filter((f) => document.key.includes(f) || isRequired(document, f) || currencies.includes(f))
  return { ...Object.fromEntries(needed.map((f) => [f, current[f] ?? ''])), ...fields }
}

/** Read one row as if it stood in a file: the same readings, the same checks. Errors: `record.invalid`, `record.field-unknown`, `record.empty`. */
async function typeIn(tx: Tx, rules: Rules, document: DatasetDocument, fields: Typed): Promise<ImportReport> {
  const names = Object.keys(fields)
  const unknown = names.find((name) => !ownFields(document).includes(name))
  if (unknown !== undefined) throw new Refusal('record.field-unknown', { field: unknown, dataset: document.dataset })
  if (names.every((name) => fields[name]?.trim() === '')) throw new Refusal('record.empty')
  const importIn = async (folder: string): Promise<ImportReport> => {
    const file = join(folder, 'record.csv')
    await writeFile(file, [names, names.map((name) => fields[name] ?? '')].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join(''), { mode: 0o600 })
    return importRows(tx, document, {
      file,
      fileName: document.dataset,
      source: { columns: Object.fromEntries(names.map((name) => [name, name])), encoding: 'utf-8', delimiter: ',', decimal: 'point' },
      onError: 'reject',
      byHand: true,
      company: { timezone: rules.company.timezone, currency: rules.company.currency },
      datasets: rules.datasets,
      versions: rules.versions,
      ...builtInFiles(document, { calendar: rules.calendar, ...(await measuresForEntry(tx)) }),
    })
  }
  const report = await withWorkFolder(importIn).catch((error: unknown) => {
    throw error instanceof Refusal && error.code === 'import.header' ? invalid(error.details) : error
  })
  if (report.outcome === 'rejected') throw invalid(report.bad.shown)
  return report
}

/** What is wrong with a row, each at its field. */
function invalid(problems: readonly Diagnostic[]): Refusal {
  const details = problems.map((d) => ({ ...d, place: { path: ['fields', String(d.params['field'] ?? d.params['column'] ?? '')] } }))
  return new Refusal('record.invalid', { count: details.length }, { details })
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
