import { dec, decimalText } from '../../base/decimal.ts'
import { DIVISION_SCALE } from '../../base/limits.ts'
import { RATINGS } from '../documents/built-in.ts'
import type { MeasureDocument } from '../documents/measure.ts'
import type { BodyIr, CreditIr, Expr, MeasureIr } from '../ir.ts'
import { nearNames } from '../near.ts'
import { hintOf, worded } from '../wording.ts'
import type { DatasetInfo } from './catalogue.ts'
import { isPercent } from './check-datasets.ts'
import { compileOverRecord } from './compile.ts'
import { datasetOf, equalsText, filterOf, ownerAndDate, ownField } from './measure-aggregate.ts'
import { asDeclared, type MeasureCheck } from './measure-check.ts'
import { scopeOf } from './scopes.ts'

type Rating = MeasureDocument & { kind: 'rating' }

interface Source {
  readonly id: string
  readonly weight: string
  readonly filter: Expr | null
}

/**
 * A rating becomes one hidden average a source, `<id>#<source>`, and a formula that weights the sources that have data:
 * (Σ weight × average) ÷ (Σ weight), both over the sources present. Null: reported.
 */
export function ratingBody(document: Rating, c: MeasureCheck): { sources: MeasureIr[]; body: BodyIr } | null {
  checkWeights(document, c)
  const dataset = datasetOf(document.dataset, c)
  if (dataset === null) return null
  const { credit, date } = ownerAndDate(document, dataset, c)
  const score = scoreOf(document, dataset, date, c)
  const sources = Object.entries(document.sources).flatMap(([name, source]) => {
    const filter = sourceFilter(name, source.filter, { dataset, date }, c)
    return filter === undefined ? [] : [{ id: `${c.info.id}#${name}`, weight: source.weight, filter }]
  })
  if (
    credit === null ||
    date === null ||
    score === null ||
    sources.length !== Object.keys(document.sources).length ||
    !sources.every((s) => isPercent(s.weight)) ||
    sources.length === 0
  )
    return null
  return { sources: sources.map((source) => sourceMeasure(document, source, { dataset: dataset.id, credit, date, score }, c)), body: { kind: 'formula', expr: weighted(sources) } }
}

function checkWeights(document: Rating, c: MeasureCheck): void {
  const entries = Object.entries(document.sources)
  if (entries.length === 0) c.report.error('measure.no-sources', ['sources'], { measure: c.info.id })
  const wrong = entries.filter(([, { weight }]) => !isPercent(weight))
  for (const [source, { weight }] of wrong) c.report.error('measure.weight', ['sources', source, 'weight'], { source, weight })
  const sum = wrong.length > 0 || entries.length === 0 ? dec(100) : entries.reduce((total, [, { weight }]) => total.plus(weight), dec(0))
  if (!sum.eq(100)) c.report.error('measure.weights', ['sources'], { sum: decimalText(sum) })
}

/** The built-in ratings hold scores in the unit of their measure; in a dataset of one's own the field says its unit. */
function scoreOf(document: Rating, dataset: DatasetInfo, date: Expr | null, c: MeasureCheck): Expr | null {
  const at = { text: document.score, path: ['score'], catalogue: c.catalogue, report: c.report }
  const { typed } = compileOverRecord(at, dataset, date)
  if (dataset.id === RATINGS && document.score === 'score') return typed.expr
  return asDeclared(typed, c, at)
}

/** Which records come from a source. Undefined: reported. */
function sourceFilter(name: string, filter: string | undefined, over: { dataset: DatasetInfo; date: Expr | null }, c: MeasureCheck): Expr | null | undefined {
  const ofMeasure = over.dataset.id === RATINGS ? equalsText(ownField('measure', 'text'), c.info.id) : null
  const path = ['sources', name, 'filter']
  if (filter !== undefined) {
    const expr = filterOf(filter, path, over, c)
    if (expr === undefined || expr === null || ofMeasure === null) return expr
    return { node: 'and', left: ofMeasure, right: expr }
  }
  const field = over.dataset.fields.get('source')
  if (field === undefined || (field.document.type !== 'text' && field.document.type !== 'choice' && field.document.type !== 'reference')) {
    c.report.error('measure.no-source-field', ['sources', name], { ...worded('dataset', over.dataset.names, over.dataset.id), source: name })
    return undefined
  }
  const choices = field.document.type === 'choice' ? (field.document.choices ?? []) : null
  if (choices !== null && !choices.includes(name)) {
    c.report.error('choice.unknown', ['sources', name], { field: field.id, value: name, ...hintOf(nearNames(name, choices), choices) })
    return undefined
  }
  const ofSource = equalsText(ownField('source', field.document.type), name)
  return ofMeasure === null ? ofSource : { node: 'and', left: ofMeasure, right: ofSource }
}

function sourceMeasure(document: Rating, source: Source, over: { dataset: string; credit: CreditIr; date: Expr; score: Expr }, { info }: MeasureCheck): MeasureIr {
  const { dataset, credit, date, score } = over
  return {
    measure: source.id,
    kind: 'aggregate',
    name: source.id.slice(info.id.length + 1),
    unit: info.unit.unit,
    percent: info.unit.percent,
    better: document.better,
    scope: scopeOf(document.scope),
    round: null,
    body: { kind: 'aggregate', aggregate: { dataset, date, credit, weight: 'full', fn: 'average', value: score, filter: source.filter } },
    hidden: true,
  }
}

function weighted(sources: readonly Source[]): Expr {
  const zero: Expr = { node: 'number', value: '0' }
  const parts = sources.map((source) => {
    const value: Expr = { node: 'value', ref: { measure: source.id, scope: { line: 'own' }, shifts: [] } }
    const weight: Expr = { node: 'number', value: source.weight }
    const points: Expr = { node: 'coalesce', of: [{ node: 'mul', left: value, right: weight }, zero] }
    const present: Expr = { node: 'if', when: { node: 'empty', of: value }, then: zero, else: weight }
    return { points, present }
  })
  const add = (all: readonly Expr[]): Expr => all.slice(1).reduce<Expr>((left, right) => ({ node: 'add', left, right }), all[0] ?? zero)
  return { node: 'div', left: add(parts.map((p) => p.points)), right: add(parts.map((p) => p.present)), scale: DIVISION_SCALE }
}
