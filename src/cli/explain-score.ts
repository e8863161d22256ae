import { dec, decimalText } from '../base/decimal.ts'
import { nameIn } from '../base/diagnostic.ts'
import type { LineIr } from '../engine/ir.ts'
import type { LineTrace, ScoreTrace } from '../engine/reference/score-trace.ts'
import type { TargetTrace } from '../engine/reference/trace.ts'
import type { LineResult } from '../engine/results.ts'
import { ruleWords } from '../engine/rule-words.ts'
import type { ResultsExplanation } from '../server/runs/explain-results.ts'
import { indented, measureName, periodText, readable, showReason, type View } from './explain-context.ts'
import { curveLine, plainFigure, showBands } from './explain-tables.ts'
import { showBody, showFormula, showTeamOf, targetScope, toldKey } from './explain-view.ts'
import { MISSING, shownFixed, shownNumber, shownShare, shownValue } from './figures.ts'
import { withId } from './labels.ts'
import { pointsCalculation } from './rule-words.ts'
import type { Column } from './table.ts'

/** The score as a table of lines, the sum, the gates and the grade. */
export function showScore(view: View, score: ScoreTrace, depth = 0): void {
  const { output, config } = view.context
  const { scheme, result } = score
  const name = nameIn(scheme.name, config.lang, scheme.scheme)
  indented(view, depth, output.say('score.scheme', { scheme: withId(name, result.scheme) }))
  if (score.weights !== 'line')
    output.lines(output.say(`score.weights-${score.weights}`, { period: score.period, months: score.scheme.newcomers?.months ?? 0, tenure: score.tenure ?? 0 }))
  lineTable(view, score, depth)
  if (score.why !== null) showReason(view, score.why, 'explain.why-empty', depth)
  else indented(view, depth, '', ...totalLines(view, score))
}

function lineTable(view: View, score: ScoreTrace, depth: number): void {
  const { output } = view.context
  const columns: Column[] = [
    { title: output.say('score.line'), align: 'left' },
    ...(['target', 'actual', 'attainment', 'points', 'weight'] as const).map((key): Column => ({ title: output.say(`score.${key}`), align: 'right' })),
    { title: '', align: 'left' },
  ]
  const rows = score.result.lines.map((line, i) => {
    const trace = score.lines[i]
    const value = (text: string | null) => (text === null ? MISSING : trace === undefined ? text : valueOf(view, trace.line, text))
    return [
      trace === undefined ? line.line : lineName(view, trace.line),
      value(line.target),
      value(line.actual),
      shownShare(line.attainment),
      shownNumber(line.points),
      line.weight === '0' ? '' : `${shownNumber(line.weight)} %`,
      line.factor !== null ? `× ${line.factor}` : line.state === 'scored' ? '' : output.say(`score.state-${line.state}`),
    ]
  })
  output.table(columns, rows, { indent: '  '.repeat(depth) })
}

function lineName({ context }: View, line: LineIr): string {
  return nameIn(line.name, context.config.lang, line.line)
}

function valueOf(view: View, line: LineIr, text: string): string {
  const measure = view.loaded.program.measures[line.measure]
  const { currency, currencyDecimals } = view.loaded.company
  return measure === undefined ? text : shownValue(text, measure, { currency, scale: currencyDecimals })
}

/** Σ weight × points ÷ Σ weight, additions, gates, rounding, grade: a line each, and only what there is. */
function totalLines(view: View, score: ScoreTrace): string[] {
  const { output } = view.context
  const { result, scheme, weighted } = score
  const counted = result.lines.filter((l) => l.points !== null && l.weight !== '0')
  const sum = counted.map((l) => `${shownNumber(l.weight)} × ${shownNumber(l.points)}`).join(' + ')
  const lines = [`(${sum}) ÷ ${shownNumber(weighted.weights)} = ${shownNumber(weighted.average)}`]
  if (score.added !== '0') lines.push(output.say('score.added', { added: shownNumber(score.added) }))
  if (score.factor !== null && weighted.average !== null) {
    const { factor, unit, reason, by } = score.factor
    const after = dec(weighted.average).plus(score.added).times(factor)
    lines.push(output.say('score.factor', { factor, unit, reason, by, after: shownNumber(decimalText(after)) }))
  }
  for (const [i, l] of result.lines.entries()) {
    const line = score.lines[i]?.line
    if (l.state === 'failed' && line?.rule.rule === 'gate')
      lines.push(output.colours.yellow(output.say('score.gate-failed', { line: lineName(view, line), most: shownNumber(line.rule.most) })))
  }
  lines.push(output.colours.bold(output.say('score.total', { score: shownFixed(result.score, scheme.round), scale: scheme.round })))
  const grade = scheme.grades.find((g) => g.grade === result.grade)
  if (grade !== undefined) {
    const from = grade.from === null ? output.say('score.grade-rest') : `≥ ${shownNumber(grade.from)}`
    lines.push(output.say(grade.coefficient === null ? 'score.grade-is' : 'score.grade-coefficient', { grade: grade.grade, from, coefficient: shownNumber(grade.coefficient) }))
  }
  return lines
}

/** The score with the rule of every line, where its target comes from, and the measure beneath, down to the records. */
export function showScoreInFull(view: View, e: ResultsExplanation, score: ScoreTrace): void {
  showScore(view, score)
  const told = new Set<string>()
  for (const [i, line] of score.lines.entries()) {
    const result = score.result.lines[i]
    if (result !== undefined) showLine(view, { e, line, result, told })
  }
}

function showLine(view: View, of: { readonly e: ResultsExplanation; readonly line: LineTrace; readonly result: LineResult; readonly told: Set<string> }): void {
  const { output, config } = view.context
  const { e, line, result, told } = of
  const value = (text: string) => valueOf(view, line.line, text)
  const weight = result.weight === '0' ? '' : ` · ${shownNumber(result.weight)} %`
  const kind = line.line.rule.rule === 'gate' ? 'score.kind-gate' : line.line.kpi ? 'score.kind-kpi' : 'score.kind-ordinary'
  output.lines('', output.colours.bold(`${lineName(view, line.line)}${weight}`) + output.colours.dim(` · ${output.say(kind)}`))
  indented(view, 1, output.labelled(output.say('score.rule'), ruleWords(line.line.rule, config.lang, { number: shownNumber, value })))
  showRuleTable(view, line.line, result)
  const calculation = pointsCalculation(line.line.rule, line.factor === null ? result : { ...result, points: line.factor.judged }, value)
  if (calculation !== null) indented(view, 1, output.labelled(output.say('score.points'), calculation))
  if (line.factor !== null) {
    const { factor, unit, reason, by } = line.factor
    indented(view, 1, output.say('score.line-factor', { points: shownNumber(line.factor.judged), factor, unit, reason, by, after: shownNumber(result.points) }))
  }
  if (line.line.target.kind === 'fixed') indented(view, 1, output.say('score.target-fixed', { target: value(line.line.target.value) }))
  if (line.formula !== null) showTargetFormula(view, of, line.formula)
  if (line.target !== null) showTarget(view, { e, target: line.target, depth: 1 })
  if (line.why !== null) showReason(view, line.why, 'score.why-no-data', 1)
  const measure = e.program.measures[line.line.measure]
  if (measure === undefined) return
  const head = output.labelled(output.say('score.actual'), `${measureName(view, measure.measure)} = ${readable(view, measure, line.measure.value)}`)
  indented(view, 1, head)
  const key = toldKey({ measure: line.line.measure, scope: { line: 'own' }, shifts: [] }, line.measure.period)
  if (told.has(key)) return
  told.add(key)
  showBody(view, e.program, line.measure, told, 2)
}

/** A target that is a formula: its figures, and whose targets and which measures they are. */
function showTargetFormula(view: View, { e, line, told }: Parameters<typeof showLine>[1], { value, why, parts }: NonNullable<LineTrace['formula']>): void {
  const measure = e.program.measures[line.line.measure]
  if (measure === undefined) return
  indented(view, 1, `${view.context.output.say('score.target')}: ${readable(view, measure, value)}`)
  showFormula(view, { program: e.program, measure, trace: { value, period: e.period.id, rounding: null }, parts, told, depth: 2 })
  if (why !== null) showReason(view, why, 'explain.why-empty', 2)
}

function showRuleTable(view: View, line: LineIr, result: LineResult): void {
  const { rule } = line
  if (rule.rule !== 'bands' && rule.rule !== 'curve') return
  const { output } = view.context
  const value = (text: string) => (rule.of === 'actual' ? valueOf(view, line, text) : `${shownNumber(text)} %`)
  const figures = { of: value, rate: plainFigure(false), pays: plainFigure(false), key: () => plainFigure(false) }
  const of = rule.of === 'actual' ? result.actual : result.attainment === null ? null : inPoints(result.attainment)
  if (rule.rule === 'curve') indented(view, 1, curveLine(output, rule.curve, { result: { of, value: result.points }, figures }))
  else showBands(output, rule.bands, { of, figures, indent: '  ', title: output.say('score.points') })
}

/** Attainment in points: 1.2 is 120. */
function inPoints(attainment: string): string {
  return decimalText(dec(attainment).times(100))
}

/** What was asked, and from which rows that comes. */
export function showTarget(view: View, of: { readonly e: ResultsExplanation; readonly target: TargetTrace; readonly depth: number }): void {
  const { output } = view.context
  const { e, target, depth } = of
  const measure = e.program.measures[target.measure]
  const figure = (text: string | null) => (measure === undefined ? (text ?? MISSING) : readable(view, measure, text))
  const head = output.labelled(
    output.say(`level.${target.level}`),
    `${measureName(view, target.measure)}${targetScope(view, target)}${target.period === null || target.period === e.period.id ? '' : ` · ${periodText(view, target.period)}`} = ${figure(target.value)}`,
  )
  const rows = target.rows.map((r) => {
    const source = e.sources.get(`${target.measure} ${r.period}`)
    return `${r.period} ${figure(r.value)}${source === undefined ? '' : output.aside(source)}`
  })
  indented(view, depth, head)
  if (rows.length > 0) indented(view, depth + 1, output.colours.dim(rows.join(' + ')))
  showTeamOf(view, target, depth + 1)
  if (target.presence !== null)
    indented(view, depth + 1, output.colours.dim(output.say('presence.days', { days: target.presence.days, of: target.presence.of, share: shownShare(target.presence.share) })))
  if (target.why !== null) showReason(view, target.why, 'explain.why-empty', depth + 1)
}
