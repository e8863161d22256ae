import { dec } from '../../base/decimal.ts'
import type { SchemeDocument } from '../documents/scheme.ts'
import type { Expr, LineIr } from '../ir.ts'
import { nearNames } from '../near.ts'
import { walk } from '../walk.ts'
import { hintOf, worded } from '../wording.ts'
import { type Catalogue, findName, type MeasureInfo, spellings } from './catalogue.ts'
import { compileOverMeasures } from './compile.ts'
import { asDeclared } from './measure-check.ts'
import type { DocumentPath, Reporter } from './report.ts'
import { actualOf, pointsOf } from './scheme-numbers.ts'
import { needsTarget, ruleOf } from './scheme-rules.ts'
import { sameUnit, unitWording } from './units.ts'

export type LineDocument = SchemeDocument['lines'][number]

export interface SchemeCheck {
  readonly catalogue: Catalogue
  readonly report: Reporter
}

/** Whether a line is one of those whose weights sum to 100: all but gates, and points that are added to the score. A weight it lacks is reported elsewhere. */
export function isWeighted({ weight, score }: LineDocument): boolean {
  return score.rule !== 'gate' && (weight !== undefined || score.rule !== 'points')
}

/** The lines of a scheme; those that are wrong are left out, and reported. */
export function linesOf(document: SchemeDocument, c: SchemeCheck): LineIr[] {
  const seen = new Map<string, number>()
  return document.lines.flatMap((line, i) => {
    const path: DocumentPath = ['lines', i]
    const other = seen.get(line.line)
    if (other !== undefined) c.report.error('name.duplicate', [...path, 'line'], { name: line.line, other: c.report.where(['lines', other, 'line']) })
    else seen.set(line.line, i)
    if (line.line in Object.prototype) c.report.error('name.reserved', [...path, 'line'], { name: line.line })
    const ir = lineOf(line, path, c)
    return ir === null ? [] : [ir]
  })
}

function lineOf(line: LineDocument, path: DocumentPath, c: SchemeCheck): LineIr | null {
  const measure = measureNamed(line.measure, [...path, 'measure'], c)
  checkWeight(line, path, c)
  const target = targetOf(line, measure, path, c)
  const rule = ruleOf(line.score, { line: line.line, weighted: isWeighted(line), measure, path, ...c })
  if (measure === null || rule === null || target === null) return null
  return {
    line: line.line,
    name: line.name ?? line.line,
    measure: measure.id,
    weight: isWeighted(line) ? pointsOf(line.weight ?? '0') : '0',
    kpi: line.kind === 'kpi',
    target,
    rule,
    noData: line.noData,
  }
}

/** A measure by id or by a name in either language. Null: reported. */
function measureNamed(name: string, path: DocumentPath, { catalogue, report }: SchemeCheck): MeasureInfo | null {
  const { measureIndex, measures } = catalogue
  const found = findName(measureIndex, name)
  if (found.kind === 'one') return measures.get(found.id) ?? null
  if (found.kind === 'several') report.error('name.ambiguous', path, { name, candidates: found.ids.join(', ') })
  else report.error('name.unknown-measure', path, { name, ...hintOf(nearNames(name, spellings(measureIndex)), [...measures.keys()]) })
  return null
}

const isNothing = (weight: string): boolean => dec(pointsOf(weight)).isZero()

function checkWeight(document: LineDocument, path: DocumentPath, { report }: SchemeCheck): void {
  const { line, weight, score } = document
  if (weight === undefined) {
    if (isWeighted(document)) report.error('scheme.no-weight', path, { line })
  } else if (score.rule === 'gate') report.error(isNothing(weight) ? 'scheme.gate-weight-none' : 'scheme.gate-weight', [...path, 'weight'], { line, weight })
  else if (score.rule === 'points' && isNothing(weight)) report.error('scheme.points-weight', [...path, 'weight'], { line })
}

/** Null: reported. */
function targetOf(line: LineDocument, measure: MeasureInfo | null, path: DocumentPath, c: SchemeCheck): LineIr['target'] | null {
  const { target, prorate } = line
  const at = [...path, 'target']
  if (!needsTarget(line.score)) {
    if (target !== undefined) c.report.warning('scheme.target-unused', at, { line: line.line, rule: line.score.rule })
    if (prorate) c.report.error('scheme.prorate-unused', [...path, 'prorate'], { line: line.line })
    return prorate ? null : { kind: 'none' }
  }
  if (typeof target !== 'object') {
    if (prorate && measure !== null && isRate(measure))
      c.report.warning('scheme.prorate-rate', [...path, 'prorate'], { line: line.line, ...worded('measure', measure.names, measure.id) })
    return { kind: 'targets', level: target ?? 'target', prorated: prorate }
  }
  if (prorate) c.report.error('scheme.prorate-unused', [...path, 'prorate'], { line: line.line })
  if ('formula' in target) {
    const expr = formulaOf(target.formula, { line: line.line, measure, path: [...at, 'formula'] }, c)
    return expr === null || prorate ? null : { kind: 'formula', expr }
  }
  const value = actualOf(target.fixed, { line: line.line, measure, path: [...at, 'fixed'], ...c })
  if (value !== null && !dec(value).gt(0)) c.report.error('scheme.target-zero', [...at, 'fixed'], { line: line.line, value })
  return value === null || !dec(value).gt(0) || prorate ? null : { kind: 'fixed', value }
}

/** A target over measures and targets, in the unit of the measure and as it is stored. Null: reported. */
function formulaOf(
  text: string,
  of: { readonly line: string; readonly measure: MeasureInfo | null; readonly path: DocumentPath },
  { catalogue, report }: SchemeCheck,
): Expr | null {
  const { typed } = compileOverMeasures({ text, path: of.path, catalogue, report })
  if (typed.type.kind === 'unknown' || of.measure === null) return null
  const { unit } = of.measure
  if (typed.type.kind === 'number' && !sameUnit(typed.type.unit, unit.unit)) {
    const [actual, due] = [unitWording(typed.type.unit, catalogue.units.names), unitWording(unit.unit, catalogue.units.names)]
    report.error('scheme.target-unit', of.path, { line: of.line, text, ...worded('actual', actual), ...worded('due', due) }, typed.span)
    return null
  }
  const expr = asDeclared(typed, { info: of.measure, catalogue, report }, { path: of.path, text })
  if (expr === null || readsSomething(expr)) return expr
  report.error('scheme.target-constant', of.path, { line: of.line, text })
  return null
}

function readsSomething(expr: Expr): boolean {
  let found = false
  walk(expr, (e) => {
    if (e.node === 'value' || e.node === 'target') found = true
  })
  return found
}

/** Whether half the days do not make half of it: a rate, a growth, a mark. */
function isRate({ unit, document }: MeasureInfo): boolean {
  return unit.percent || document.kind === 'ratio' || document.kind === 'growth' || document.kind === 'rating'
}
