import type { Lang } from '../../base/diagnostic.ts'
import { type Diagnostic, Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import { BUILT_IN_DATASETS } from '../../engine/documents/built-in.ts'
import type { DatasetDocument } from '../../engine/documents/dataset.ts'
import { cancelOn } from '../../store/cancel.ts'
import type { Read, Store, Tx } from '../../store/types.ts'
import { importRows } from '../datasets/import/import-file.ts'
import type { ImportReport } from '../datasets/import/report.ts'
import { referenceMismatches } from '../datasets/references.ts'
import { datasetLock, TABLES_LOCK } from '../datasets/table.ts'
import { type CompleteImport, importTargets } from '../goals/import-targets.ts'
import type { TargetWorld } from '../goals/plan-targets.ts'
import { importPay } from '../incentives/import-pay.ts'
import { builtInFiles } from '../measures/built-in-files.ts'
import { measuresForEntry } from '../measures/queries.ts'
import { importPeople, type OrgImport } from '../org/import-people.ts'
import { importRates } from '../org/import-rates.ts'
import { importUnits } from '../org/import-units.ts'
import { loadDirectory } from '../org/queries.ts'
import { unconvertedIn } from '../runs/notices.ts'
import { importFactors } from '../schemes/import-factors.ts'
import type { FactorWorld } from '../schemes/plan-factors.ts'
import type { CheckedPlan } from './check.ts'
import { hasErrors } from './check.ts'
import { inDependencyOrder } from './order.ts'
import { type DocumentChanges, publishPlan } from './publish.ts'
import type { PlanData } from './read.ts'
import { unknownRoles } from './role-names.ts'

export interface ApplyProgress {
  readonly stage: 'documents' | 'people' | 'import'
  /** The dataset under way. */
  readonly what: string
  readonly done: number
  readonly of: number
}

export interface ApplyOptions {
  /** What to do when rows are bad; what each dataset says where not given. */
  readonly onError?: 'reject' | 'skip' | undefined
  /** Withdraw documents in force that the folder no longer holds. */
  readonly prune?: boolean
  /** Where the bad rows of a dataset go; nowhere where not given. */
  readonly badRowsFile?: (dataset: string) => string
  readonly lang?: Lang
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: ApplyProgress) => void
  /** Called in the transaction when everything is done. */
  readonly told?: (tx: Tx, report: ApplyReport) => Promise<void>
}

export interface ApplyReport {
  readonly company: string
  readonly documents: DocumentChanges
  /** Null where the folder holds no such file. */
  readonly people: OrgImport | null
  readonly units: OrgImport | null
  readonly rates: OrgImport | null
  readonly targets: CompleteImport | null
  readonly factors: CompleteImport | null
  readonly pay: CompleteImport | null
  readonly imports: readonly ImportReport[]
  /** References that find nothing, over all datasets of the plan. */
  readonly mismatches: readonly Diagnostic[]
  readonly warnings: readonly Diagnostic[]
}

/**
 * Apply a checked plan: publish documents, make and alter tables, update people, import data files. All of it happens or nothing;
 * applying the same folder again changes nothing.
 * Errors: `plan.company-differs`, `plan.left-over`, `plan.refused` with everything that is wrong with people, targets and other rows, `dataset.change-refused`,
 * and refusals about single files (`import.*`, `csv.*`).
 */
export async function applyPlan(store: Store, plan: CheckedPlan, options: ApplyOptions = {}): Promise<ApplyReport> {
  return store.tx(async (tx) => {
    const cancelling = await cancelOn(store, tx, options.signal)
    try {
      const report = await applyIn(tx, plan, { ...options, skips: () => Promise.resolve(false) })
      await options.told?.(tx, report)
      return report
    } finally {
      await cancelling.settle()
    }
  })
}

export interface ApplyInOptions extends ApplyOptions {
  /** True for a data file that need not be read; a look at differences leaves out what was imported before. */
  readonly skips: (tx: Tx, data: PlanData, documents: DocumentChanges) => Promise<boolean>
}

/**
 * Keep runs and imports away until all is done, before anything is touched: they would come between two tables, one of which they hold.
 * Everybody takes these locks in this order.
 */
async function lockTables(tx: Tx, plan: CheckedPlan): Promise<void> {
  await tx.lock('plan')
  await tx.lock(TABLES_LOCK)
  const known = await tx.query<{ dataset: string }>(sql`select dataset from app.dataset_state`)
  const datasets = new Set([...known.map((k) => k.dataset), ...plan.datasets.map((d) => d.document.dataset)])
  for (const dataset of [...datasets].sort()) await tx.lock(datasetLock(dataset))
}

/** The same inside a transaction of the caller. */
export async function applyIn(tx: Tx, plan: CheckedPlan, options: ApplyInOptions): Promise<ApplyReport> {
  await lockTables(tx, plan)
  options.onProgress?.({ stage: 'documents', what: '', done: 0, of: 1 })
  const documents = await publishPlan(tx, plan, options.prune === true)
  options.onProgress?.({ stage: 'people', what: '', done: 0, of: 1 })
  options.signal?.throwIfAborted()
  const units = plan.units === null ? null : await importUnits(tx, plan.units)
  const people = plan.people === null ? null : await importPeople(tx, plan.people)
  const rates = plan.rates === null ? null : await importRates(tx, plan.rates)
  const targets = plan.targets === null ? null : await importTargets(tx, plan.targets, targetWorld(plan))
  const factors = plan.factors === null ? null : await importFactors(tx, plan.factors, factorWorld(plan))
  const pay = plan.pay === null ? null : await importPay(tx, plan.pay, plan.program)
  const told = [units, people, rates, targets, factors, pay].flatMap((r) => r?.diagnostics ?? [])
  if (hasErrors(told)) throw new Refusal('plan.refused', { count: told.filter((d) => d.severity === 'error').length }, { details: told })
  const imports = await importAll(tx, plan, documents, options)
  const bad = imports.filter((r) => r.outcome === 'rejected')
  if (bad.length > 0) throw rejected(bad)
  return {
    company: plan.company.document.company,
    documents,
    units,
    people,
    rates,
    targets,
    factors,
    pay,
    imports,
    mismatches: await mismatches(tx, plan, imports),
    warnings: [
      ...told,
      ...unknownRoles(plan, await rolesHeld(tx)),
      ...imports.flatMap((r) => r.notices.filter((n) => !isMismatch(n))),
      ...(await unconvertedIn(tx, plan.program, new Set(imports.map((r) => r.dataset)))),
    ],
  }
}

/** Every role that anybody has or had. */
async function rolesHeld(read: Read): Promise<Set<string>> {
  const rows = await read.query<{ role: string }>(sql`select distinct role from app.assignment where role is not null`)
  return new Set(rows.map((r) => r.role))
}

/** What rows of targets are read against, but for the people. */
export function targetWorld(plan: CheckedPlan): Omit<TargetWorld, 'directory'> {
  const { calendar, currency } = plan.company.document
  return { measures: Object.values(plan.program.measures), calendar, currency }
}

/** What rows of factors are read against, but for the units. */
export function factorWorld(plan: CheckedPlan): Omit<FactorWorld, 'units'> {
  return { schemes: Object.values(plan.program.schemes), calendar: plan.company.document.calendar }
}

function rejected(bad: readonly ImportReport[]): Refusal {
  const rows = bad.reduce((sum, r) => sum + r.rows.bad, 0)
  const [none] = bad.filter((r) => r.rows.bad === r.rows.read)
  const details = bad.flatMap((r) => r.bad.shown)
  const files = bad.flatMap((r) => (r.bad.file === null ? [] : [r.bad.file]))
  if (none !== undefined && bad.every((r) => r.rows.bad === r.rows.read)) return new Refusal('plan.no-good-row', { count: none.rows.bad, file: none.file }, { details })
  return new Refusal(files.length === 0 ? 'plan.bad-rows' : 'plan.bad-rows-file', { count: rows, files: files.join(', ') }, { details })
}

/** Imports name a file as the plan does; a reader wants the path that opens. */
function withPath(d: Diagnostic, report: ImportReport, data: PlanData): Diagnostic {
  return d.place.file !== report.file ? d : { ...d, place: { ...d.place, file: data.path } }
}

function isMismatch(d: Diagnostic): boolean {
  return d.code === 'import.reference-unknown' || d.code === 'import.reference-near'
}

async function importAll(tx: Tx, plan: CheckedPlan, documents: DocumentChanges, options: ApplyInOptions): Promise<ImportReport[]> {
  const datasets: DatasetDocument[] = [...plan.datasets.map((d) => d.document), ...BUILT_IN_DATASETS]
  const directory = plan.data.length === 0 ? undefined : await loadDirectory(tx)
  const { timezone, currency, calendar } = plan.company.document
  const rules = { calendar, ...(await measuresForEntry(tx)) }
  const reports: ImportReport[] = []
  for (const document of inDependencyOrder(datasets)) {
    for (const data of plan.data.filter((d) => d.dataset === document.dataset)) {
      options.signal?.throwIfAborted()
      if (await options.skips(tx, data, documents)) continue
      const report = await importRows(tx, document, {
        file: data.path,
        fileName: data.name,
        source: data.source,
        company: { timezone, currency },
        datasets,
        ...(directory === undefined ? {} : { directory }),
        ...(options.onError === undefined ? {} : { onError: options.onError }),
        ...(options.lang === undefined ? {} : { lang: options.lang }),
        ...(options.signal === undefined ? {} : { signal: options.signal }),
        ...(options.badRowsFile === undefined ? {} : { badRowsFile: options.badRowsFile(document.dataset) }),
        ...builtInFiles(document, rules),
        progress: (p) => options.onProgress?.({ stage: 'import', what: document.dataset, done: p.bytes, of: p.totalBytes }),
      }).catch((error: unknown) => {
        throw atPath(error, data)
      })
      const moved = (d: Diagnostic): Diagnostic => withPath(d, report, data)
      reports.push({ ...report, notices: report.notices.map(moved), bad: { ...report.bad, shown: report.bad.shown.map(moved) } })
    }
  }
  return reports
}

/** A refusal about a file names it as the plan does; a reader wants the path that opens. */
function atPath(error: unknown, data: PlanData): unknown {
  if (!(error instanceof Refusal)) return error
  const moved = <P extends { readonly file?: string }>(place: P): P => (place.file === undefined || place.file === data.name ? { ...place, file: data.path } : place)
  return new Refusal(error.code, error.params, { place: moved(error.place), details: error.details.map((d) => ({ ...d, place: moved(d.place) })), cause: error })
}

/**
 * References that find nothing. An import looks for itself, after what it refers to was imported;
 * only datasets that refer to each other in a circle are looked at again.
 */
async function mismatches(tx: Tx, plan: CheckedPlan, imports: readonly ImportReport[]): Promise<Diagnostic[]> {
  const order = inDependencyOrder(plan.datasets.map((d) => d.document))
  const position = new Map(order.map((d, i) => [d.dataset, i]))
  const found: Diagnostic[] = []
  for (const [i, document] of order.entries()) {
    const report = imports.findLast((r) => r.dataset === document.dataset)
    if (report === undefined) continue
    const looksAhead = Object.values(document.fields).some((f) => f.to !== undefined && (position.get(f.to) ?? -1) > i)
    found.push(...(looksAhead ? await referenceMismatches(tx, document, { datasets: plan.datasets.map((d) => d.document), file: report.file }) : report.notices.filter(isMismatch)))
  }
  return found
}
