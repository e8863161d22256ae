import { dec } from '../../base/decimal.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { BUILT_IN_DATASETS } from '../documents/built-in.ts'
import type { DatasetDocument } from '../documents/dataset.ts'
import type { CreditIr, DatasetFieldIr, DatasetIr, Expr } from '../ir.ts'
import { nearNames } from '../near.ts'
import { hintOf, worded } from '../wording.ts'
import { type Catalogue, type DatasetInfo, type FieldInfo, spellings } from './catalogue.ts'
import { checkField } from './check-fields.ts'
import { compilePath, type FormulaAt } from './compile.ts'
import { checkId } from './names.ts'
import { type DocumentPath, type Placed, type Reporter, reporterFor } from './report.ts'
import { fieldWords } from './typed.ts'

/** A checked dataset: its IR, its default date, and who counts its records. Null where there is none or it is wrong. */
export interface CheckedDataset {
  readonly ir: DatasetIr
  readonly date: Expr | null
  readonly credit: CreditIr | null
  /** Whether owner and date are missing because they are wrong: that is reported already. */
  readonly ownerWrong: boolean
  readonly dateWrong: boolean
}

/** Check every dataset, the built-in ones included. */
export function checkDatasets(sources: readonly Placed<DatasetDocument>[], catalogue: Catalogue, sink: Diagnostic[]): ReadonlyMap<string, CheckedDataset> {
  const checked = new Map<string, CheckedDataset>()
  for (const document of BUILT_IN_DATASETS) check({ document }, catalogue, reporterFor({ document }, sink), checked)
  const first = new Map<string, string>()
  for (const source of sources) {
    const report = reporterFor(source, sink)
    const id = source.document.dataset
    const other = first.get(id)
    if (BUILT_IN_DATASETS.some((d) => d.dataset === id)) report.error('dataset.built-in', ['dataset'], { name: id })
    else if (other !== undefined) report.error('name.duplicate', ['dataset'], { name: id, other })
    else {
      first.set(id, report.where(['dataset']))
      check(source, catalogue, report, checked)
    }
  }
  return checked
}

function check(source: Placed<DatasetDocument>, catalogue: Catalogue, report: Reporter, checked: Map<string, CheckedDataset>): void {
  const { document } = source
  const dataset = catalogue.datasets.get(document.dataset)
  if (dataset === undefined) return
  checkId('dataset', dataset.id, ['dataset'], report)
  if (dataset.fields.size === 0) report.error('dataset.no-fields', ['fields'], { dataset: dataset.id })
  for (const field of dataset.fields.values()) checkField(field, { dataset, catalogue, report })
  checkKey(dataset, report)
  for (const [i, sourceFile] of document.source.entries())
    for (const name of Object.keys(sourceFile.columns)) ownField(dataset, name, [...sourcePath(document, i), 'columns', name], report)
  const before = report.errors()
  const date = document.date === undefined ? null : employeeOrDate('date', { text: document.date, path: ['date'], catalogue, report }, dataset)
  const dateWrong = report.errors() > before
  const owner = document.owner === undefined ? null : employeeOrDate('owner', { text: document.owner, path: ['owner'], catalogue, report }, dataset)
  const ownerWrong = document.owner !== undefined && owner === null
  const splits = checkSplits(dataset, catalogue, report)
  const overlays = checkOverlays(dataset, catalogue, report)
  checked.set(dataset.id, { ir: datasetIr(dataset), date, credit: owner === null ? null : { owner, splits, overlays }, ownerWrong, dateWrong })
}

/** `source` may be one mapping or a list of them; a path into a single one has no index. */
function sourcePath(document: DatasetDocument, i: number): DocumentPath {
  return document.source.length === 1 ? ['source'] : ['source', i]
}

/** A field of this dataset by its id. Null: reported. */
function ownField(dataset: DatasetInfo, name: string, path: DocumentPath, report: Reporter): FieldInfo | null {
  const field = dataset.fields.get(name)
  if (field !== undefined) return field
  report.error('name.unknown-field', path, {
    name,
    ...worded('dataset', dataset.names, dataset.id),
    ...hintOf(nearNames(name, spellings(dataset.index)), [...dataset.fields.keys()]),
  })
  return null
}

function checkKey(dataset: DatasetInfo, report: Reporter): void {
  const { key, effective } = dataset.document
  for (const [i, name] of key.entries()) {
    const field = ownField(dataset, name, ['key', i], report)
    if (key.indexOf(name) < i) report.error('dataset.key-twice', ['key', i], { name })
    const type = field?.document.type
    if (type === 'boolean' || type === 'money' || type === 'decimal') report.error('dataset.key-type', ['key', i], { name, ...worded('type', fieldWords(type)) })
  }
  if (effective === undefined) return
  const field = ownField(dataset, effective, ['effective'], report)
  if (field === null) return
  if (field.document.type !== 'date') report.error('dataset.effective-type', ['effective'], { name: effective, ...worded('type', fieldWords(field.document.type)) })
  if (key.length < 2) report.error('dataset.effective-key', ['effective'], { name: effective })
}

/** The field that `owner` or `date` names, never through a dataset whose versions depend on the date. Null: reported. */
export function employeeOrDate(what: 'owner' | 'date', at: FormulaAt, dataset: DatasetInfo): Expr | null {
  const found = compilePath(at, dataset)
  if (found === null) return null
  const { field, path } = found.reached
  const dated = path.find((step) => at.catalogue.datasets.get(step.dataset)?.document.effective !== undefined)
  if (dated !== undefined) {
    at.report.error('path.effective', at.path, { name: at.text, dataset: dated.dataset, from: dataset.id }, found.span)
    return null
  }
  const type = field.document.type
  if (what === 'owner' ? type === 'employee' : type === 'date' || type === 'timestamp') return found.expr
  at.report.error(what === 'owner' ? 'dataset.owner-type' : 'dataset.date-type', at.path, { name: at.text, ...worded('type', fieldWords(type)) }, found.span)
  return null
}

function checkSplits(dataset: DatasetInfo, catalogue: Catalogue, report: Reporter): CreditIr['splits'] {
  const { splits } = dataset.document
  if (splits === undefined) return null
  const target = catalogue.datasets.get(splits.dataset)
  if (target === undefined) {
    report.error('name.unknown-dataset', ['splits', 'dataset'], {
      name: splits.dataset,
      ...hintOf(nearNames(splits.dataset, catalogue.datasets.keys()), [...catalogue.datasets.keys()]),
    })
    return null
  }
  const record = ownField(target, splits.record, ['splits', 'record'], report)
  if (record !== null && (record.document.type !== 'reference' || record.document.to !== dataset.id))
    report.error('dataset.splits-record', ['splits', 'record'], { name: splits.record, dataset: dataset.id })
  const expected = { employee: ['employee'], percent: ['decimal', 'integer'], overlay: ['boolean'] } as const
  for (const part of ['employee', 'percent', 'overlay'] as const) {
    const name = splits[part]
    const field = name === undefined ? null : ownField(target, name, ['splits', part], report)
    const types: readonly string[] = expected[part]
    if (field === null || types.includes(field.document.type)) continue
    report.error('dataset.splits-type', ['splits', part], {
      name: field.id,
      ...worded('expected', fieldWords(expected[part][0])),
      ...worded('type', fieldWords(field.document.type)),
    })
  }
  return { dataset: splits.dataset, record: splits.record, employee: splits.employee, percent: splits.percent, overlay: splits.overlay ?? null }
}

function checkOverlays(dataset: DatasetInfo, catalogue: Catalogue, report: Reporter): CreditIr['overlays'] {
  return dataset.document.overlays.flatMap((overlay, i) => {
    const to = employeeOrDate('owner', { text: overlay.to, path: ['overlays', i, 'to'], catalogue, report }, dataset)
    const good = isPercent(overlay.percent)
    if (!good) report.error('dataset.overlay-percent', ['overlays', i, 'percent'], { percent: overlay.percent })
    return to === null || !good ? [] : [{ to, percent: overlay.percent }]
  })
}

/** A plain decimal above 0 and at most 100. */
export function isPercent(text: string): boolean {
  return /^\d{1,3}(\.\d{1,10})?$/.test(text) && dec(text).gt(0) && dec(text).lte(100)
}

function datasetIr(dataset: DatasetInfo): DatasetIr {
  const { key, effective } = dataset.document
  const fields = [...dataset.fields.values()].map((field): [string, DatasetFieldIr] => {
    const d = field.document
    const required = d.required || (key.includes(field.id) && field.id !== effective)
    return [field.id, { type: d.type, required, to: d.to ?? null, unit: field.unit.unit, currency: d.currency ?? null, currencyField: d.currencyField ?? null }]
  })
  return { dataset: dataset.id, key, effective: effective ?? null, fields: Object.fromEntries(fields) }
}
