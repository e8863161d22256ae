import type { Period } from '../../base/calendar.ts'
import { type Decimal, dec, divide, roundHalfUp, settled, shownText } from '../../base/decimal.ts'
import { DIVISION_SCALE } from '../../base/limits.ts'
import type { LineIr, SchemeIr } from '../ir.ts'
import type { LineResult, ScoreResult } from '../results.ts'
import { answer, formula, type State, targetAnswer, textOf } from './answer.ts'
import { factorFor } from './factors.ts'
import { isFor, tenureOf } from './presence.ts'
import { attainmentOf, needsTarget, passes, pointsOf } from './rules.ts'
import type { LineTrace, ScoreTrace } from './score-trace.ts'
import type { Reason, TargetTrace, Trace } from './trace.ts'

interface Line {
  readonly result: LineResult
  readonly trace: LineTrace
  readonly points: Decimal | null
  readonly weight: Decimal
}

/** The score of a person in a period, worked out once; null for who has no scheme in it. Throws where two are in force, which the checker refuses. */
export function scoreOf(state: State, of: { employee: string; period: Period }): ScoreTrace | null {
  const key = JSON.stringify([of.period.id, of.employee])
  const known = state.scores.get(key)
  if (known !== undefined) return known
  const made = judged(state, of)
  state.scores.set(key, made)
  return made
}

function judged(state: State, of: { employee: string; period: Period }): ScoreTrace | null {
  const { employee, period } = of
  const { program, facts } = state.book
  const inForce = Object.entries(program.schemes).filter(([, scheme]) => isFor(facts, scheme, of))
  const [found, other] = inForce
  if (found === undefined) return null
  if (other !== undefined) throw new Error(`the schemes ${found[0]} and ${other[0]} are in force for ${employee} in ${period.id}`)
  const [id, scheme] = found
  const tenure = tenureOf(facts, employee, period)?.months ?? null
  const weights = weightsFor(scheme, period, tenure)
  const lines = scheme.lines.map((line) => judge(state, { ...of, scheme, line, weight: weightOf(line, weights.named) }))
  const factor = factorFor(facts, { ...of, scheme, line: null })
  return total({ id, scheme, employee, period: period.id, weights: weights.from, tenure, factor, lines })
}

interface Weights {
  readonly from: ScoreTrace['weights']
  /** Null: the lines' own. */
  readonly named: Readonly<Record<string, string>> | null
}

function weightsFor(scheme: SchemeIr, period: Period, tenure: number | null): Weights {
  if (scheme.newcomers !== null && tenure !== null && tenure < scheme.newcomers.months) return { from: 'newcomer', named: scheme.newcomers.weights }
  const ofPeriod = scheme.weights[period.id]
  return ofPeriod === undefined ? { from: 'line', named: null } : { from: 'period', named: ofPeriod }
}

/** Gates and points beside the weights never weigh anything. */
const besideWeights = (line: LineIr): boolean => dec(line.weight).isZero()

function weightOf(line: LineIr, named: Weights['named']): Decimal {
  if (named === null || besideWeights(line)) return dec(line.weight)
  return dec(named[line.line] ?? '0')
}

function judge(state: State, of: { employee: string; period: Period; scheme: SchemeIr; line: LineIr; weight: Decimal }): Line {
  const { employee, period, scheme, line, weight } = of
  const measured = answer(state, { employee, measure: line.measure, asked: { line: 'own' }, period })
  const asked = targetFor(state, { employee, period, scheme, line })
  const actual = measured.value
  const attainment = attainmentOf(actual, asked.value)
  const why = noData(line, { actual, attainment, measured: measured.trace, target: asked.trace?.why ?? asked.formula?.why ?? null })
  const { state: how, points: judged } = verdict(line, { actual, target: asked.value, attainment, hasData: why === null })
  const row = how === 'scored' ? factorFor(state.book.facts, { employee, period, scheme, line: line.line }) : null
  const points = row === null || judged === null ? judged : judged.times(row.factor)
  const result: LineResult = {
    line: line.line,
    weight: shownText(weight),
    target: textOf(asked.value),
    actual: textOf(actual),
    attainment: textOf(attainment),
    factor: textOf(row?.factor ?? null),
    points: textOf(points),
    state: how,
  }
  return {
    result,
    points,
    weight,
    trace: { line, measure: measured.trace, target: asked.trace, formula: asked.formula, factor: row === null ? null : { ...row, judged: textOf(judged) ?? '' }, why },
  }
}

interface Asked {
  readonly value: Decimal | null
  readonly trace: TargetTrace | null
  readonly formula: LineTrace['formula']
}

function targetFor(state: State, of: { employee: string; period: Period; scheme: SchemeIr; line: LineIr }): Asked {
  const { employee, period, scheme, line } = of
  const { target } = line
  switch (target.kind) {
    case 'none':
      return { value: null, trace: null, formula: null }
    case 'fixed':
      return { value: dec(target.value), trace: null, formula: null }
    case 'targets': {
      const { level, prorated } = target
      return { ...targetAnswer(state, { employee, measure: line.measure, level, prorated, scope: { line: 'own' }, shifts: [], period, rules: scheme }), formula: null }
    }
    case 'formula': {
      const { value, why, parts } = formula(state, { employee, asked: { line: 'own' }, period }, target.expr)
      return { value, trace: null, formula: { value: textOf(value), why, parts } }
    }
    default:
      return target satisfies never
  }
}

/** Why a line cannot be judged by its rule, or null where it can. */
function noData(line: LineIr, of: { actual: Decimal | null; attainment: Decimal | null; measured: Trace; target: Reason | null }): Reason | null {
  if (of.actual === null) return of.measured.why ?? { code: 'why.no-value', params: { measure: line.measure, period: of.measured.period ?? '' } }
  if (!needsTarget(line.rule) || of.attainment !== null) return null
  return of.target ?? { code: 'why.target-not-above-zero', params: { measure: line.measure, period: of.measured.period ?? '' } }
}

interface Verdict {
  readonly state: LineResult['state']
  readonly points: Decimal | null
}

function verdict(line: LineIr, of: { actual: Decimal | null; target: Decimal | null; attainment: Decimal | null; hasData: boolean }): Verdict {
  const { rule } = line
  if (rule.rule === 'gate') {
    const passed = of.actual === null ? line.noData !== 'zero' : passes(rule.op, of.actual, dec(rule.value))
    return { state: passed ? 'passed' : 'failed', points: null }
  }
  if (of.hasData) return { state: 'scored', points: pointsOf(rule, of) }
  if (besideWeights(line)) return { state: 'skipped', points: null }
  switch (line.noData) {
    case 'skip':
      return { state: 'skipped', points: null }
    case 'zero':
      return { state: 'zero', points: dec(0) }
    case 'full':
      return { state: 'full', points: dec(100) }
    default:
      return line.noData satisfies never
  }
}

function total(of: Pick<ScoreTrace, 'scheme' | 'employee' | 'period' | 'weights' | 'tenure' | 'factor'> & { id: string; lines: readonly Line[] }): ScoreTrace {
  const { id, lines, ...common } = of
  const { scheme } = common
  let [sum, weights, added] = [dec(0), dec(0), dec(0)]
  for (const { points, weight, trace } of lines) {
    if (points === null) continue
    if (besideWeights(trace.line)) added = added.plus(points)
    else {
      sum = sum.plus(weight.times(points))
      weights = weights.plus(weight)
    }
  }
  const average = divide(sum, weights, DIVISION_SCALE)
  const unrounded = average === null ? null : throughGates(average.plus(added).times(common.factor?.factor ?? '1'), lines)
  const score = unrounded === null ? null : roundHalfUp(settled(unrounded), scheme.round)
  const grade = score === null ? null : (scheme.grades.find((g) => g.from === null || score.gte(dec(g.from))) ?? null)
  const result: ScoreResult = {
    scheme: id,
    score: textOf(score),
    grade: grade?.grade ?? null,
    coefficient: textOf(grade?.coefficient ?? null),
    factor: textOf(common.factor?.factor ?? null),
    lines: lines.map((l) => l.result),
  }
  return {
    result,
    ...common,
    lines: lines.map((l) => l.trace),
    weighted: { sum: shownText(sum), weights: shownText(weights), average: textOf(average) },
    added: shownText(added),
    unrounded: textOf(unrounded),
    why: score === null ? { code: 'why.no-line-counts', params: { scheme: id, period: common.period, employee: common.employee } } : null,
  }
}

/** A gate that fails lets no more than its most through. */
function throughGates(score: Decimal, lines: readonly Line[]): Decimal {
  return lines.reduce((left, { result, trace: { line } }) => {
    const most = line.rule.rule === 'gate' && result.state === 'failed' ? dec(line.rule.most) : null
    return most !== null && left.gt(most) ? most : left
  }, score)
}
