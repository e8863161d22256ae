import { ENTERED } from '../documents/built-in.ts'
import type { MeasureDocument } from '../documents/measure.ts'
import type { Ast } from '../formula/ast.ts'
import { printAst } from '../formula/print.ts'
import type { AggregateIr, BodyIr, CreditIr, Expr, FieldType } from '../ir.ts'
import { nearNames } from '../near.ts'
import { hintOf, worded } from '../wording.ts'
import type { DatasetInfo } from './catalogue.ts'
import { employeeOrDate } from './check-datasets.ts'
import { compileCondition, compileOverRecord } from './compile.ts'
import { asDeclared, type MeasureCheck } from './measure-check.ts'
import { unitWording } from './units.ts'

type Aggregate = MeasureDocument & { kind: 'aggregate' }
type Entered = MeasureDocument & { kind: 'entered' }

/** The dataset of a measure, by id. Null: reported. */
export function datasetOf(name: string, c: MeasureCheck): DatasetInfo | null {
  const dataset = c.catalogue.datasets.get(name)
  if (dataset !== undefined) return dataset
  c.report.error('name.unknown-dataset', ['dataset'], { name, ...hintOf(nearNames(name, c.catalogue.datasets.keys()), [...c.catalogue.datasets.keys()]) })
  return null
}

/** Whose records they are and on which day they count: the measure's own words, else the dataset's. Null: reported. */
export function ownerAndDate(
  document: { owner?: string | undefined; date?: string | undefined },
  dataset: DatasetInfo,
  c: MeasureCheck,
): { credit: CreditIr | null; date: Expr | null } {
  const { catalogue, report } = c
  const checked = c.datasets.get(dataset.id)
  const at = (path: 'owner' | 'date', text: string) => ({ text, path: [path], catalogue, report })
  const date = document.date === undefined ? (checked?.date ?? null) : employeeOrDate('date', at('date', document.date), dataset)
  if (date === null && document.date === undefined && checked?.dateWrong !== true) report.error('measure.no-date', ['dataset'], { measure: c.info.id, dataset: dataset.id })
  if (document.owner === undefined) {
    const credit = checked?.credit ?? null
    if (credit === null && checked?.ownerWrong !== true) report.error('measure.no-owner', ['dataset'], { measure: c.info.id, dataset: dataset.id })
    return { credit, date }
  }
  // Another owner has its own credit: the shares of the dataset are shares of its own owner.
  const owner = employeeOrDate('owner', at('owner', document.owner), dataset)
  return { credit: owner === null ? null : { owner, splits: null, overlays: [] }, date }
}

/** sum, count, distinct, average, min or max over the records of a dataset. */
export function aggregateBody(document: Aggregate, c: MeasureCheck): BodyIr | null {
  const dataset = datasetOf(document.dataset, c)
  if (dataset === null) return null
  const { credit, date } = ownerAndDate(document, dataset, c)
  const fn = document.aggregate
  checkValueAndCredit(document, c)
  checkUnit(document, c)
  const value = document.value === undefined || fn === 'count' ? null : valueOf(document.value, { fn, dataset, date }, c)
  const filter = filterOf(document.filter, ['filter'], { dataset, date }, c)
  if (credit === null || date === null || filter === undefined || (value === null && fn !== 'count')) return null
  const weight = document.credit ?? (fn === 'sum' ? 'share' : 'full')
  return { kind: 'aggregate', aggregate: { dataset: dataset.id, date, credit, weight, fn, value, filter } }
}

function checkValueAndCredit(document: Aggregate, { report }: MeasureCheck): void {
  const { aggregate } = document
  if (aggregate === 'count' && document.value !== undefined) report.error('measure.value-for-count', ['value'])
  if (aggregate !== 'count' && document.value === undefined) report.error('measure.no-value', ['aggregate'], { aggregate })
  if (document.credit === 'share' && (aggregate === 'distinct' || aggregate === 'min' || aggregate === 'max')) report.error('measure.credit-share', ['credit'], { aggregate })
}

/** What is counted is counted in a unit of its own; percentages are not added up. */
function checkUnit(document: Aggregate, c: MeasureCheck): void {
  const { unit, percent } = c.info.unit
  if (document.aggregate === 'sum' && percent) c.report.error('unit.sum-of-percent', ['unit'])
  if (document.aggregate !== 'count' && document.aggregate !== 'distinct') return
  const [only, ...more] = Object.entries(unit)
  const counts = only === undefined || (more.length === 0 && only[1] === 1 && only[0] !== c.catalogue.units.currency)
  if (percent || !counts)
    c.report.error('unit.count', ['unit'], {
      aggregate: document.aggregate,
      ...worded('unit', percent ? { zh: '百分比', en: 'percent' } : unitWording(unit, c.catalogue.units.names)),
    })
}

interface Over {
  readonly dataset: DatasetInfo
  readonly date: Expr | null
}

function valueOf(text: string, over: Over & { fn: Aggregate['aggregate'] }, c: MeasureCheck): Expr | null {
  const at = { text, path: ['value'], catalogue: c.catalogue, report: c.report }
  const { typed } = compileOverRecord(at, over.dataset, over.date)
  if (over.fn === 'distinct') return typed.type.kind === 'unknown' ? null : typed.expr
  return asDeclared(typed, c, at)
}

/** A condition over a record; null: none asked for; undefined: wrong and reported. */
export function filterOf(text: string | undefined, path: readonly (string | number)[], over: Over, c: MeasureCheck): Expr | null | undefined {
  if (text === undefined) return null
  const at = { text, path, catalogue: c.catalogue, report: c.report }
  const condition = compileCondition(at, over.dataset, over.date)
  if (condition === null) return undefined
  warnNever(condition.ast, path, c)
  return condition.expr
}

/** `stage = "Won" and stage = "Lost"` never holds. */
function warnNever(ast: Ast, path: readonly (string | number)[], c: MeasureCheck): void {
  const seen = new Map<string, string>()
  const visit = (node: Ast): void => {
    if (node.kind !== 'binary') return
    if (node.op === 'and') {
      visit(node.left)
      visit(node.right)
    }
    if (node.op !== '=' || node.left.kind !== 'path' || node.right.kind !== 'text') return
    const field = printAst(node.left, 'en')
    const before = seen.get(field)
    if (before !== undefined && before !== node.right.value) c.report.warning('measure.never', path, { field, left: before, right: node.right.value }, node.span)
    seen.set(field, node.right.value)
  }
  visit(ast)
}

export function ownField(field: string, type: FieldType): Expr {
  return { node: 'field', path: [], field, type }
}

export function equalsText(of: Expr, value: string): Expr {
  return { node: 'compare', op: '=', left: of, right: { node: 'text', value } }
}

/** Values entered by hand are an aggregate over the built-in dataset `entered`; a percentage is entered as such, 71.43. */
export function enteredBody(document: Entered, c: MeasureCheck): BodyIr | null {
  const credit = c.datasets.get(ENTERED)?.credit ?? null
  if (document.over === 'sum' && c.info.unit.percent) c.report.error('unit.sum-of-percent', ['over'])
  if (credit === null) return null
  const aggregate: AggregateIr = {
    dataset: ENTERED,
    date: ownField('date', 'date'),
    credit,
    weight: 'full',
    fn: document.over,
    value: ownField('value', 'decimal'),
    filter: equalsText(ownField('measure', 'text'), c.info.id),
  }
  return { kind: 'aggregate', aggregate }
}
