import { nameIn } from '../base/diagnostic.ts'
import { printExpr, printMeasure, printScope } from '../engine/index.ts'
import type { Expr, MeasureIr, Program, ValueRef } from '../engine/ir.ts'
import type { FormulaParts, TargetTrace, Trace } from '../engine/reference/trace.ts'
import type { Explanation } from '../server/runs/explain.ts'
import { indented, measureName, periodText, personName, readable, showReason, type View } from './explain-context.ts'
import { showMembers } from './explain-members.ts'
import { showRating } from './explain-rating.ts'
import { showRecords } from './explain-records.ts'
import { exactValue, MISSING } from './figures.ts'
import { substituted, withPercents } from './substituted.ts'

/** One number: the sentence, the definition, the calculation with its figures, the records, the versions. */
export function showExplanation(view: View, explanation: Explanation): void {
  const { output } = view.context
  const { measure, trace, value, period } = explanation
  const params = { employee: personName(view, explanation.employee.id), period: period.id, measure: measureName(view, measure.measure), value: readable(view, measure, value) }
  output.lines(output.colours.bold(output.say(value === null ? 'explain.sentence-empty' : 'explain.sentence', params)))
  showBody(view, explanation.program, trace, new Set(), 0)
  const said = { sql: exactValue(value, measure.percent), interpreter: exactValue(trace.value, measure.percent) }
  output.lines('', explanation.agrees ? output.colours.green(output.say('explain.agree', said)) : output.colours.red(output.say('explain.differ', said)))
  const versions = Object.entries(explanation.versions).map(([id, version]) => `${id} v${version}`)
  output.lines(output.colours.dim(output.labelled(output.say('explain.versions'), versions.join(output.say('list.separator')))))
}

export function showBody(view: View, program: Program, trace: Trace, told: Set<string>, depth: number): void {
  const { output, config } = view.context
  const measure = program.measures[trace.measure]
  if (measure === undefined) return
  indented(view, depth, output.labelled(output.say('explain.definition'), printMeasure(measure, { lang: config.lang, names: view.names })))
  const description = view.loaded.measures.find((m) => m.measure === trace.measure)?.description
  if (description !== undefined && depth === 0) indented(view, depth, `  ${output.colours.dim(nameIn(description, config.lang, ''))}`)
  showWhy(view, trace, depth)
  if (trace.parts.kind === 'aggregate') showRecords(view, trace, trace.parts, depth)
  if (trace.parts.kind !== 'formula') return
  if (measure.kind === 'rating') showRating(view, { program, measure, trace, parts: trace.parts, depth })
  else showFormula(view, { program, measure, trace, parts: trace.parts, told, depth })
}

function showWhy(view: View, trace: Trace, depth: number): void {
  if (trace.why !== null) showReason(view, trace.why, trace.value === null ? 'explain.why-empty' : 'explain.zero-why', depth)
}

/** What tells measures apart that were shown already: each is shown once, down to its records. */
export function toldKey({ measure, scope, shifts }: ValueRef, period: string | null): string {
  return JSON.stringify([measure, scope, shifts, period])
}

interface FormulaView {
  readonly program: Program
  readonly measure: MeasureIr
  readonly trace: Pick<Trace, 'value' | 'period' | 'rounding'>
  readonly parts: FormulaParts
  readonly told: Set<string>
  readonly depth: number
}

/** A formula with its figures, and below it what it reads. */
export function showFormula(view: View, f: FormulaView): void {
  const { output, config } = view.context
  const options = { lang: config.lang, names: view.names }
  const calculated = printExpr(f.parts.expr, options)
  const withFigures = printExpr(substituted(f.parts.expr, withPercents(view.names, figureIn(f.parts))), options)
  const rounding = f.trace.rounding === null ? '' : output.say('explain.rounded-note', f.trace.rounding)
  indented(view, f.depth, output.labelled(output.say('explain.formula'), calculated), `  = ${withFigures}`, `  = ${exactValue(f.trace.value, f.measure.percent)}${rounding}`)
  for (const target of f.parts.targets) {
    indented(view, f.depth, targetLine(view, target))
    showTeamOf(view, target, f.depth + 1)
  }
  for (const { trace, ref } of f.parts.values) {
    const key = toldKey(ref, trace.period)
    const measure = f.program.measures[trace.measure]
    if (measure === undefined) continue
    const scope = printScope(trace.scope, config.lang)
    const name = `${measureName(view, trace.measure)}${scope === '' ? '' : output.aside(scope)}${trace.period === null || trace.period === f.trace.period ? '' : ` · ${periodText(view, trace.period)}`}`
    indented(view, f.depth, '', output.colours.bold(output.labelled(name, readable(view, measure, trace.value))))
    if (f.told.has(key)) continue
    f.told.add(key)
    showBody(view, f.program, trace, f.told, f.depth + 1)
  }
}

/** What stands in the place of a measure or a target in a formula with figures. */
function figureIn(parts: FormulaParts): (e: Expr) => Expr | undefined {
  const values = new Map(parts.values.map((v) => [JSON.stringify(v.ref), v.trace.value]))
  const targets = [...parts.targets]
  const literal = (value: string | null | undefined): Expr => (value == null ? { node: 'null' } : { node: 'number', value })
  return (e) => {
    if (e.node === 'value') return literal(values.get(JSON.stringify(e.ref)))
    // Targets come in the order written, which is that of the replacement.
    return e.node === 'target' ? literal(targets.shift()?.value) : undefined
  }
}

/** The people behind a target over a line; nothing for a person's own. */
export function showTeamOf(view: View, { members, measure }: TargetTrace, depth: number): void {
  const { output } = view.context
  const found = view.loaded.program.measures[measure]
  const figure = (text: string | null) => (found === undefined ? (text ?? MISSING) : readable(view, found, text))
  if (members !== null) showMembers(members, { output, figure, person: (id) => personName(view, id), rows: view.rows, indent: '  '.repeat(depth) })
}

/** Whose target it is where it is not the person's own: the words of a scope in brackets. */
export function targetScope(view: View, { scope }: TargetTrace): string {
  const words = printScope(scope, view.context.config.lang)
  return words === '' ? '' : view.context.output.aside(words)
}

/** What was asked of the person, and in which periods. */
function targetLine(view: View, target: TargetTrace): string {
  const { output } = view.context
  const measure = view.loaded.program.measures[target.measure]
  const figure = (text: string | null) => (measure === undefined ? (text ?? MISSING) : readable(view, measure, text))
  const rows = target.rows.map((r) => `${r.period} ${figure(r.value)}`).join(' + ')
  return output.labelled(
    output.say(`level.${target.level}`),
    `${measureName(view, target.measure)}${targetScope(view, target)} = ${figure(target.value)}${rows === '' ? '' : output.aside(rows)}`,
  )
}
