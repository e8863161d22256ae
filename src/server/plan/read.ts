import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Diagnostic, Place } from '../../base/diagnostic.ts'
import type { Placed } from '../../engine/check/report.ts'
import type { CompanyDocument } from '../../engine/documents/company.ts'
import type { DatasetDocument, SourceDocument } from '../../engine/documents/dataset.ts'
import type { IncentiveDocument } from '../../engine/documents/incentive.ts'
import type { MeasureDocument } from '../../engine/documents/measure.ts'
import { type DocumentKind, type DocumentOf, parseDocument } from '../../engine/documents/parse.ts'
import type { SchemeDocument } from '../../engine/documents/scheme.ts'
import type { TableDocument } from '../../engine/documents/table.ts'
import { TARGET_FIELDS, TARGET_NAMES, type TargetRow } from '../goals/rows.ts'
import { PAY_FIELDS, PAY_NAMES, type PayRow } from '../incentives/rows.ts'
import { PERSON_FIELDS, PERSON_NAMES, type PersonRow, RATE_FIELDS, type RateRow, UNIT_FIELDS, UNIT_NAMES, type UnitRow } from '../org/rows.ts'
import { FACTOR_FIELDS, FACTOR_NAMES, type FactorRow } from '../schemes/rows.ts'
import { listPlanFiles, type PlanFile, type PlanFileKind } from './files.ts'
import { type Folders, findSource, type RowsShape, readRows, readYamlFile } from './rows.ts'
import type { YamlEntry } from './yaml.ts'

/** A document of a plan folder: parsed, with the way back to its place, and as its author wrote it. */
export interface PlanDocument<T> extends Placed<T> {
  readonly file: string
  readonly body: unknown
}

/** A data file that the plan imports into a dataset. */
export interface PlanData {
  readonly dataset: string
  /** Path that can be opened. */
  readonly path: string
  /** The file as the plan names it. */
  readonly name: string
  readonly source: Partial<SourceDocument>
}

/** A plan folder, read. Rows are null where the folder holds no such file: what is known stays as it is. */
export interface Plan {
  readonly dir: string
  readonly dataDir: string
  readonly company: PlanDocument<CompanyDocument> | null
  readonly datasets: readonly PlanDocument<DatasetDocument>[]
  readonly measures: readonly PlanDocument<MeasureDocument>[]
  readonly tables: readonly PlanDocument<TableDocument>[]
  readonly schemes: readonly PlanDocument<SchemeDocument>[]
  readonly incentives: readonly PlanDocument<IncentiveDocument>[]
  readonly people: readonly PersonRow[] | null
  readonly units: readonly UnitRow[] | null
  readonly rates: readonly RateRow[] | null
  readonly targets: readonly TargetRow[] | null
  readonly factors: readonly FactorRow[] | null
  readonly pay: readonly PayRow[] | null
  readonly data: readonly PlanData[]
}

const PEOPLE: RowsShape<(typeof PERSON_FIELDS)[number]> = { fields: PERSON_FIELDS, names: PERSON_NAMES, required: ['id'] }
const UNITS: RowsShape<(typeof UNIT_FIELDS)[number]> = { fields: UNIT_FIELDS, names: UNIT_NAMES, required: ['id'] }
const RATES: RowsShape<(typeof RATE_FIELDS)[number]> = { fields: RATE_FIELDS, required: RATE_FIELDS }
const TARGETS: RowsShape<(typeof TARGET_FIELDS)[number]> = { fields: TARGET_FIELDS, names: TARGET_NAMES, required: ['employee', 'measure', 'period', 'target'] }
const FACTORS: RowsShape<(typeof FACTOR_FIELDS)[number]> = { fields: FACTOR_FIELDS, names: FACTOR_NAMES, required: ['period', 'unit', 'factor', 'reason', 'by'] }
const PAY: RowsShape<(typeof PAY_FIELDS)[number]> = { fields: PAY_FIELDS, names: PAY_NAMES, required: ['employee', 'item', 'amount'] }

/**
 * Read a plan folder. Whatever is wrong comes back at once, each thing with its place; the plan holds what could be read.
 * `data`: folder of the data files, instead of the one company.yaml names.
 */
export async function readPlan(dir: string, options: { readonly data?: string | undefined } = {}): Promise<{ readonly plan: Plan; readonly diagnostics: readonly Diagnostic[] }> {
  const { files, diagnostics } = await listPlanFiles(dir)
  const found: Diagnostic[] = [...diagnostics]
  const of = (kind: PlanFileKind) => files.filter((f) => f.kind === kind)
  const companies = await readDocuments('company', of('company'), found)
  const company = onlyCompany(dir, companies, files.length > 0 || diagnostics.length === 0, found)
  const dataDir = await dataFolder(dir, { asked: options.data, company, found })
  const folders: Folders = { dir, dataDir: dataDir ?? dir }
  const datasets = await readDocuments('dataset', of('dataset'), found)
  const measures = await readDocuments('measure', of('measure'), found)
  const rows = async <Field extends string>(kind: PlanFileKind, shape: RowsShape<Field>) => {
    const [file] = of(kind)
    if (file === undefined) return null
    // Without its data folder every source would be missing: that is said once.
    if (dataDir === null && file.format === 'yaml') return null
    const read = await readRows(file, shape, folders)
    found.push(...read.diagnostics)
    return read.rows
  }
  const plan: Plan = {
    dir,
    dataDir: folders.dataDir,
    company,
    datasets,
    measures,
    tables: await readDocuments('table', of('table'), found),
    schemes: await readDocuments('scheme', of('scheme'), found),
    incentives: await readDocuments('incentive', of('incentive'), found),
    people: await rows('people', PEOPLE),
    units: await rows('units', UNITS),
    rates: await rows('rates', RATES),
    targets: await rows('targets', TARGETS),
    factors: await rows('factors', FACTORS),
    pay: await rows('pay', PAY),
    data: [...(dataDir === null || isAbsent(company, datasets, options.data, found) ? [] : await dataOf(datasets, folders, found)), ...builtInData(files)],
  }
  return { plan, diagnostics: found }
}

async function readDocuments<K extends DocumentKind>(kind: K, files: readonly PlanFile[], found: Diagnostic[]): Promise<PlanDocument<DocumentOf<K>>[]> {
  const documents: PlanDocument<DocumentOf<K>>[] = []
  for (const file of files) {
    const { entries, diagnostics } = await readYamlFile(file.path)
    found.push(...diagnostics)
    if (entries.length === 0 && diagnostics.length === 0)
      found.push({ code: 'plan.document-empty', severity: kind === 'company' ? 'error' : 'warning', place: { file: file.path }, params: { file: file.path } })
    for (const entry of entries) {
      const wrong = wrongKind(kind, entry)
      if (wrong !== null) {
        found.push(wrong)
        continue
      }
      const { document, diagnostics: troubles } = parseDocument(kind, entry.value)
      for (const d of troubles) found.push({ ...d, place: d.code === 'document.unknown-key' ? entry.namePlace(d.place.path ?? []) : entry.place(d.place.path ?? [], d.place.span) })
      if (document !== null) documents.push({ document, file: file.path, body: entry.value, locate: locator(entry) })
    }
  }
  return documents
}

function locator(entry: YamlEntry): NonNullable<Placed<unknown>['locate']> {
  return (path, span) => {
    const { line, column } = entry.place(path, span)
    return line === undefined || column === undefined ? undefined : { line, column }
  }
}

const FOLDER_OF = { company: 'company.yaml', dataset: 'datasets/', measure: 'measures/', table: 'tables/', scheme: 'schemes/', incentive: 'incentives/' } as const

/** A measure among the datasets, or the other way round: said as that, not as a dozen unknown keys. */
function wrongKind(kind: DocumentKind, entry: YamlEntry): Diagnostic | null {
  const { value } = entry
  if (typeof value !== 'object' || value === null || kind in value) return null
  // A measure names its dataset, so `dataset` alone does not make a dataset.
  const other = (['measure', 'scheme', 'incentive', 'table', 'company', 'dataset'] as const).find((k) => k !== kind && k in value)
  if (other === undefined) return null
  return { code: 'plan.wrong-folder', severity: 'error', place: entry.namePlace([other]), params: { folder: FOLDER_OF[kind], key: other, wanted: FOLDER_OF[other] } }
}

function onlyCompany(dir: string, companies: readonly PlanDocument<CompanyDocument>[], readable: boolean, found: Diagnostic[]): PlanDocument<CompanyDocument> | null {
  const [company, second] = companies
  const hasErrors = found.some((d) => d.severity === 'error')
  if (company === undefined && readable && !hasErrors) found.push({ code: 'plan.no-company', severity: 'error', place: { file: dir }, params: {} })
  if (second !== undefined) found.push({ code: 'plan.company-many', severity: 'error', place: placeIn(second, ['company']), params: { count: companies.length } })
  return company ?? null
}

function placeIn(document: Placed<unknown>, path: readonly (string | number)[]): Place {
  return { ...(document.file === undefined ? {} : { file: document.file }), ...document.locate?.(path), path }
}

/** The folder of the data files; null where it does not exist. */
async function dataFolder(dir: string, how: { asked: string | undefined; company: PlanDocument<CompanyDocument> | null; found: Diagnostic[] }): Promise<string | null> {
  const { asked, company, found } = how
  const named = company?.document.data
  const folder = asked ?? (typeof named === 'string' ? resolve(dir, named) : dir)
  const isFolder = await stat(folder).then(
    (s) => s.isDirectory(),
    () => false,
  )
  if (isFolder) return folder
  if (folder === dir) return null
  const place: Place = asked === undefined && company !== null ? placeIn(company, ['data']) : {}
  found.push({ code: 'plan.data-folder-missing', severity: 'error', place, params: { dir: folder } })
  return null
}

/** Whether the plan says that its data files are elsewhere, as one that was written out by `heng export` does. */
function isAbsent(company: Plan['company'], datasets: Plan['datasets'], asked: string | undefined, found: Diagnostic[]): boolean {
  if (company === null || company.document.data !== false || asked !== undefined) return false
  const sources = datasets.reduce((sum, d) => sum + d.document.source.length, 0)
  if (sources > 0) found.push({ code: 'plan.data-elsewhere', severity: 'info', place: placeIn(company, ['data']), params: { files: sources } })
  return true
}

/** The data files of all datasets, found in the data folder or beside the plan. */
async function dataOf(datasets: readonly PlanDocument<DatasetDocument>[], folders: Folders, found: Diagnostic[]): Promise<PlanData[]> {
  const data: PlanData[] = []
  for (const dataset of datasets) {
    const single = !Array.isArray((dataset.body as { source?: unknown }).source) // The parse has shown that it is a map.
    for (const [i, source] of dataset.document.source.entries()) {
      const at = await findSource(source.file, folders)
      if ('path' in at) data.push({ dataset: dataset.document.dataset, path: at.path, name: nameOf(source), source })
      else found.push({ code: at.code, severity: 'error', place: placeIn(dataset, single ? ['source', 'file'] : ['source', i, 'file']), params: at.params })
    }
  }
  return data
}

/** A workbook may fill several datasets: lines are those of a sheet. */
function nameOf({ file, sheet }: SourceDocument): string {
  return sheet === undefined ? file : `${file} [${sheet}]`
}

/** entered.csv and ratings.csv fill the built-in datasets of the same names. */
function builtInData(files: readonly PlanFile[]): PlanData[] {
  return files.flatMap((f) => (f.kind === 'entered' || f.kind === 'ratings' ? [{ dataset: f.kind, path: f.path, name: f.name, source: { file: f.name } }] : []))
}
