import { type Decimal, dec, decimalText } from '../../base/decimal.ts'
import type { SchemeDocument } from '../documents/scheme.ts'
import type { GradeIr, LineIr, SchemeIr } from '../ir.ts'
import type { Reporter } from './report.ts'
import { factorOf, isFactor, pointsOf } from './scheme-numbers.ts'

/** A coefficient of so much and more is a percent without its sign. */
const PERCENT_FROM = 10

/** The grades, best first. What is wrong is reported. */
export function gradesOf(document: SchemeDocument, report: Reporter): GradeIr[] {
  const { grades } = document
  const names = new Map<string, number>()
  const coefficients = grades.filter((g) => g.coefficient !== undefined).length
  for (const [i, { grade, from, coefficient }] of grades.entries()) {
    const other = names.get(grade)
    if (other !== undefined) report.error('name.duplicate', ['grades', i, 'grade'], { name: grade, other: report.where(['grades', other, 'grade']) })
    else names.set(grade, i)
    const before = grades[i - 1]
    if (from === undefined && i < grades.length - 1) report.error('scheme.grade-all', ['grades', i], { grade })
    else if (from !== undefined && before?.from !== undefined && dec(pointsOf(from)).gte(pointsOf(before.from)))
      report.error('scheme.grades-order', ['grades', i, 'from'], { grade, from, before: before.grade, fromBefore: before.from })
    if (coefficients > 0 && coefficient === undefined) report.error('scheme.coefficient-missing', ['grades', i], { grade })
    if (coefficient !== undefined && dec(factorOf(coefficient)).lt(0)) report.error('scheme.coefficient-negative', ['grades', i, 'coefficient'], { grade, coefficient })
    if (from !== undefined && isFactor(from)) report.warning('scheme.grade-factor', ['grades', i, 'from'], { grade, value: from, meant: decimalText(dec(from).times(100)) })
    warnCoefficient(document, i, report)
  }
  const last = grades.at(-1)
  if (last?.from !== undefined) report.warning('scheme.grade-none', ['grades', grades.length - 1, 'from'], { grade: last.grade, from: last.from })
  return grades.map(({ grade, from, coefficient }) => ({
    grade,
    from: from === undefined ? null : pointsOf(from),
    coefficient: coefficient === undefined ? null : factorOf(coefficient),
  }))
}

function warnCoefficient({ grades }: SchemeDocument, i: number, report: Reporter): void {
  const { grade, coefficient } = grades[i] ?? {}
  const before = grades[i - 1]
  if (grade === undefined || coefficient === undefined) return
  const path = ['grades', i, 'coefficient']
  if (!coefficient.endsWith('%') && dec(coefficient).gte(PERCENT_FROM)) report.warning('scheme.coefficient-large', path, { grade, coefficient })
  else if (before?.coefficient !== undefined && dec(factorOf(coefficient)).gt(factorOf(before.coefficient)))
    report.warning('scheme.coefficient-rises', path, { grade, coefficient, before: before.grade, coefficientBefore: before.coefficient })
}

type Reaching = Pick<SchemeIr, 'lines' | 'grades' | 'weights' | 'newcomers'>

interface Reach {
  /** The most that all lines come to by the weights of the scheme, of a period or of newcomers. Null: without limit. */
  readonly together: Decimal | null
  /** The most that the best line alone comes to, as where all others have no data. */
  readonly alone: Decimal | null
}

/** How far the score of a scheme goes, with what is added beside the weights. */
function reachOf(scheme: Reaching): Reach {
  const weighted = scheme.lines.filter((line) => line.rule.rule !== 'gate' && line.weight !== '0')
  const most = scheme.lines.map((line) => ({ line, most: mostOf(line) }))
  const beside = sum(most.filter(({ line }) => line.rule.rule === 'points' && line.weight === '0').map((m) => m.most))
  const lines = most.filter(({ line }) => weighted.includes(line))
  if (beside === null || lines.length === 0) return { together: null, alone: null }
  const own = Object.fromEntries(weighted.map((line) => [line.line, line.weight]))
  const reached = [own, ...Object.values(scheme.weights), ...(scheme.newcomers === null ? [] : [scheme.newcomers.weights])].map((weights) =>
    sum(lines.map((m) => (m.most === null ? null : m.most.times(weights[m.line.line] ?? '0').div(100)))),
  )
  const greatest = (all: readonly (Decimal | null)[]) => all.reduce((a, b) => (a === null || b === null ? null : a.gt(b) ? a : b))
  return { together: greatest(reached)?.plus(beside) ?? null, alone: greatest(lines.map((m) => m.most))?.plus(beside) ?? null }
}

/** A best grade that nobody can reach: certain where even the best line alone does not come to it, likely where all lines at their most do not. */
export function checkReachable(scheme: Reaching, report: Reporter): void {
  const [first] = scheme.grades
  if (first === undefined || first.from === null) return
  const { together, alone } = reachOf(scheme)
  if (together === null || together.gte(first.from)) return
  const params = { grade: first.grade, from: first.from, most: decimalText(together) }
  if (alone?.lt(first.from)) report.error('scheme.grade-unreachable', ['grades', 0, 'from'], params)
  else report.warning('scheme.grade-unreachable', ['grades', 0, 'from'], params)
}

/** A gate that lets through as much as anybody comes to: whoever fails it loses nothing. */
export function checkGates(scheme: Reaching, report: Reporter): void {
  const { together } = reachOf(scheme)
  for (const [i, { line, rule }] of scheme.lines.entries())
    if (rule.rule === 'gate' && together?.lte(rule.most) === true)
      report.warning('scheme.gate-idle', ['lines', i, 'score', 'most'], { line, most: rule.most, reach: decimalText(together) })
}

/** Null: without limit. */
function sum(all: readonly (Decimal | null)[]): Decimal | null {
  return all.reduce<Decimal | null>((total, one) => (total === null || one === null ? null : total.plus(one)), dec(0))
}

/** The most points a line can come to; null: there is no limit. */
function mostOf(line: LineIr): Decimal | null {
  const most = mostOfRule(line.rule)
  return most === null || line.noData !== 'full' || most.gte(100) ? most : dec(100)
}

function mostOfRule(rule: LineIr['rule']): Decimal | null {
  switch (rule.rule) {
    case 'linear':
      return rule.cap === null ? null : dec(rule.cap)
    case 'bands':
      return highest(rule.bands.tiers.map((tier) => tier.amount ?? '0'))
    case 'curve':
      return highest(rule.curve.points.map((point) => point.value))
    case 'lower':
    case 'range':
      return dec(rule.cap)
    case 'points':
      // What is counted is hardly ever negative: deductions begin at the start.
      return rule.cap !== null ? dec(rule.cap) : dec(rule.each).gt(0) ? null : highest([rule.start, rule.floor ?? rule.start])
    case 'gate':
      return dec(0)
    default:
      return rule satisfies never
  }
}

function highest(values: readonly string[]): Decimal | null {
  return values.map((value) => dec(value)).reduce<Decimal | null>((a, b) => (a === null || b.gt(a) ? b : a), null)
}
