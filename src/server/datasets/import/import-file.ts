import { type Diagnostic, Refusal } from '../../../base/diagnostic.ts'
import { sql } from '../../../base/sql.ts'
import { type DatasetDocument, ROW_KEY } from '../../../engine/documents/dataset.ts'
import { cancelOn } from '../../../store/cancel.ts'
import type { Store, Tx } from '../../../store/types.ts'
import { loadDirectory } from '../../org/queries.ts'
import { requireInForce } from '../in-force.ts'
import { unknownSourcesStaged } from '../rating-sources.ts'
import { referenceMismatches } from '../references.ts'
import { advanceState, type DatasetState, datasetState } from '../state.ts'
import { datasetLock, hasRowKey } from '../table.ts'
import { BadRows } from './bad-rows.ts'
import { fieldColumns } from './columns.ts'
import { knownColumns, matchHeader } from './header.ts'
import { copyLines, type Reading } from './read-rows.ts'
import type { ImportMode, ImportOptions, ImportReport } from './report.ts'
import { fractionNotices, setCheck } from './set-checks.ts'
import {
  analyzeTable,
  beginChange,
  type Change,
  createStage,
  deleteAbsent,
  deleteListed,
  dropLines,
  fillEmpty,
  fillStage,
  hasDuplicates,
  keyRows,
  mergeStage,
  STAGE,
  touchedBy,
  useMemory,
} from './stage.ts'
import { named, openTable, type TableFile } from './table-file.ts'

/**
 * Import a file into a dataset, in one transaction: all of it, its good rows, or nothing.
 * Bad rows are in the report (`outcome: 'rejected'` when they stopped the import). Errors: refusals about the file as a whole
 * (`import.file-*`, `import.header`, `csv.*`, encodings, sheets), `import.cancelled`, and what the store refuses.
 */
export async function importFile(store: Store, document: DatasetDocument, options: ImportOptions): Promise<ImportReport> {
  return store.tx(async (tx) => {
    const cancelling = await cancelOn(store, tx, options.signal)
    try {
      const report = await importRows(tx, document, options)
      // Whoever cancelled before the end must not find the file imported.
      if (options.signal?.aborted === true) throw new Refusal('import.cancelled')
      return report
    } catch (error) {
      throw options.signal?.aborted === true && !(error instanceof Refusal) ? new Refusal('import.cancelled', {}, { cause: error }) : error
    } finally {
      await cancelling.settle()
    }
  })
}

/** The same inside a transaction of the caller. What a rejected import did is undone; the transaction goes on. */
export async function importRows(tx: Tx, document: DatasetDocument, options: ImportOptions): Promise<ImportReport> {
  const startedAt = new Date()
  const fileName = options.fileName ?? options.file
  const source = options.source ?? document.source[0] ?? {}
  if (options.signal?.aborted === true) throw new Refusal('import.cancelled')
  const file = await openTable({ file: options.file, fileName, source, signal: options.signal, known: (names) => knownColumns(document, source, names) })
  const mode = options.mode ?? 'merge'
  const bad = new BadRows({ path: options.badRowsFile, lang: options.lang ?? 'zh', names: file.header })
  try {
    const work = await prepare(tx, { document, options, file, mode, bad, startedAt })
    return await carryOut(tx, work)
  } catch (error) {
    throw error instanceof Refusal ? named(error, { fileName }) : error
  } finally {
    bad.abandon()
    await file.close()
  }
}

interface Prepared {
  readonly document: DatasetDocument
  readonly options: ImportOptions
  readonly file: TableFile
  readonly mode: ImportMode
  readonly bad: BadRows
  readonly startedAt: Date
}

interface Work extends Prepared, Change {
  readonly reading: Reading
  readonly staged: number
  readonly before: DatasetState
  readonly notices: ImportReport['notices']
  readonly onError: 'reject' | 'skip'
}

/** Read the file into the stage. */
async function prepare(tx: Tx, p: Prepared): Promise<Work> {
  const { document, options, file, mode, bad } = p
  const source = options.source ?? document.source[0] ?? {}
  const header = matchHeader(file.header, document, { source, mode, file: file.name, line: file.headerLine })
  await tx.lock(datasetLock(document.dataset))
  await requireInForce(tx, options.versions ?? {})
  await useMemory(tx)
  const columns = fieldColumns(header.sources, file.header, {
    document,
    datasets: new Map(options.datasets.map((d) => [d.dataset, d])),
    directory: options.directory ?? (await loadDirectory(tx)),
    currency: options.company.currency,
    serialsFrom: file.serialsFrom,
    decimalComma: source.decimal === 'comma',
    periodEnd: options.periodEnd,
    measureOf: options.measureOf,
    isPercent: options.isPercent,
  })
  const inFile = columns.map((c) => c.field)
  await createStage(tx, document, inFile)
  const reading: Reading = { file, columns, bad, rows: 0, progress: options.progress, signal: options.signal }
  const staged = await fillStage(tx, inFile, { timezone: options.company.timezone, chunks: copyLines(reading) })
  const fields = hasRowKey(document) ? [...inFile, ROW_KEY] : inFile
  if (hasRowKey(document)) await keyRows(tx, document, inFile)
  // Deleting what a bad row may have meant to keep would be a loss: a complete import takes all rows or none.
  const onError = mode === 'complete' ? 'reject' : (options.onError ?? document.onError)
  if (mode === 'complete' && staged === 0 && bad.rows === 0)
    throw new Refusal('import.complete-empty', { dataset: document.dataset, file: file.name }, { place: { file: file.name } })
  return { ...p, reading, staged, before: await datasetState(tx, document.dataset), notices: header.notices, onError, fields, ...(await changeFor(tx, options)) }
}

async function changeFor(tx: Tx, { byHand }: ImportOptions): Promise<Pick<Change, 'change' | 'importId'>> {
  const begun = await beginChange(tx)
  return byHand === true ? { ...begun, importId: null } : begun
}

/** Thrown inside the savepoint to undo a try; carries nothing, the problems are among the bad rows. */
class Undone extends Error {}

/** Most rounds of leaving bad rows out: each round leaves out at least one row, and one that was bad because of another is rare. */
const MOST_ROUNDS = 100

async function carryOut(tx: Tx, work: Work): Promise<ImportReport> {
  let staged = work.staged
  for (let round = 0; round < MOST_ROUNDS; round++) {
    checkSignal(work)
    // A file of which nothing is good is the wrong file, or read the wrong way.
    if (staged === 0 && work.bad.rows > 0) break
    work.options.progress?.({ stage: 'storing', bytes: work.file.result.bytes, totalBytes: work.file.totalBytes, rows: work.reading.rows })
    const found = await attempt(tx, work, staged)
    if (found.kind === 'done') return found.report
    if (work.onError === 'reject') break
    staged -= found.lines.length
    await dropLines(tx, found.lines)
  }
  return report(work, { outcome: 'rejected', inserted: 0, changed: 0, same: 0, deleted: 0, notices: [] })
}

function checkSignal(work: Work): void {
  if (work.options.signal?.aborted === true) throw new Refusal('import.cancelled')
}

type Attempt = { readonly kind: 'done'; readonly report: ImportReport } | { readonly kind: 'bad'; readonly lines: readonly string[] }

/** Store the stage and look at the outcome as a whole; undo it where something is wrong with the set, or was with rows. */
async function attempt(tx: Tx, work: Work, staged: number): Promise<Attempt> {
  let lines: readonly string[] = []
  try {
    const done = await tx.savepoint(async () => {
      const stored = await store(tx, work)
      const wrong = await setCheck(tx, work, stored.duplicates)
      for (const row of wrong) work.bad.add(row.problems, [])
      lines = wrong.map((w) => w.line)
      if (wrong.length > 0 || (work.bad.rows > 0 && work.onError === 'reject')) throw new Undone()
      return finish(tx, work, { ...stored, staged })
    })
    return { kind: 'done', report: done }
  } catch (error) {
    if (error instanceof Undone) return { kind: 'bad', lines }
    throw error
  }
}

interface Stored {
  readonly touched: number
  readonly duplicates: boolean
}

/** The server's word for a key that comes twice in a new index. */
const KEY_TWICE = '23505'

async function store(tx: Tx, work: Work): Promise<Stored> {
  if (work.mode === 'delete') return { touched: await deleteListed(tx, work.document), duplicates: false }
  if (work.before.rows > 0 && (await hasDuplicates(tx, work.document))) return { touched: 0, duplicates: true }
  try {
    const touched = await tx.savepoint(() => (work.before.rows === 0 ? fillEmpty(tx, work) : mergeStage(tx, work)))
    if (work.mode === 'complete') await deleteAbsent(tx, work.document)
    return { touched, duplicates: false }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === KEY_TWICE) return { touched: 0, duplicates: true }
    throw error
  }
}

/** Share of the rows above which the planner's sample is taken anew. */
const MUCH_CHANGED = 0.1

async function finish(tx: Tx, work: Work, stored: { touched: number; staged: number }): Promise<ImportReport> {
  const { document, change } = work
  const { changed, deleted } = stored.touched === 0 && work.mode === 'merge' ? { changed: 0, deleted: 0 } : await touchedBy(tx, document, change)
  const inserted = work.mode === 'delete' ? 0 : stored.touched - changed
  const touched = inserted + changed + deleted
  if (touched > 0) await advanceState(tx, document, { change, inserted, deleted, before: work.before })
  if (touched > MUCH_CHANGED * work.before.rows) await analyzeTable(tx, document.dataset)
  const notices = work.mode === 'delete' ? [] : await noticesOf(tx, work)
  const same = work.mode === 'delete' ? stored.staged - deleted : stored.staged - inserted - changed
  const done = report(work, { outcome: touched > 0 ? 'imported' : 'unchanged', inserted, changed, same, deleted, notices })
  if (touched > 0 && work.importId !== null) await remember(tx, work, done)
  return done
}

/** What is worth knowing of the rows that were good. */
async function noticesOf(tx: Tx, work: Work): Promise<Diagnostic[]> {
  const { options, file } = work
  const lost = await referenceMismatches(tx, work.document, { datasets: options.datasets, file: file.name, among: { rows: STAGE, fields: work.fields } })
  const unknown = options.ratingSources === undefined ? [] : await unknownSourcesStaged(tx, options.ratingSources, { rows: STAGE, file: file.name })
  return [...lost, ...(await fractionNotices(tx, work)), ...unknown]
}

interface Outcome {
  readonly outcome: ImportReport['outcome']
  readonly inserted: number
  readonly changed: number
  readonly same: number
  readonly deleted: number
  readonly notices: ImportReport['notices']
}

function report(work: Work, { outcome, notices, ...counts }: Outcome): ImportReport {
  const { file, bad, reading, startedAt } = work
  const imported = outcome === 'imported'
  return {
    dataset: work.document.dataset,
    file: file.name,
    mode: work.mode,
    outcome,
    rows: { read: reading.rows, bad: bad.rows, ...counts },
    bad: bad.finish(),
    notices: [...work.notices, ...notices],
    change: imported ? work.change : null,
    importId: imported ? work.importId : null,
    encoding: file.encoding,
    delimiter: file.delimiter,
    sha256: file.result.sha256,
    bytes: file.result.bytes,
    startedAt: startedAt.toISOString(),
    ms: Date.now() - startedAt.getTime(),
  }
}

async function remember(tx: Tx, work: Work, done: ImportReport): Promise<void> {
  const { rows } = done
  await tx.run(sql`
    insert into app.import (import_id, dataset, change, mode, file, sha256, bytes, rows_read, rows_bad, inserted, changed, same, deleted, started_at, finished_at)
    overriding system value values (${work.importId}, ${done.dataset}, ${work.change}, ${done.mode}, ${done.file}, ${done.sha256}, ${done.bytes},
      ${rows.read}, ${rows.bad}, ${rows.inserted}, ${rows.changed}, ${rows.same}, ${rows.deleted}, ${done.startedAt}, clock_timestamp())`)
}
