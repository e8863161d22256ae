import { describe, nameIn, type Params } from '../base/diagnostic.ts'
import { type Names, namesFrom, printExpr, printMeasure, printScope } from '../engine/index.ts'
import type { Expr, MeasureIr, Program, ValueRef } from '../engine/ir.ts'
import type { AggregateParts, Counted, FormulaParts, LeftOut, Reason, TargetTrace, Trace } from '../engine/reference/trace.ts'
import type { LoadedProgram } from '../server/measures/queries.ts'
import type { Explanation } from '../server/runs/explain.ts'
import type { Context } from './context.ts'
import { exactValue, grouped, MISSING, shownValue, unitSuffix } from './figures.ts'
import { withId } from './labels.ts'
import { substituted, withPercents } from './substituted.ts'
import type { Column } from './table.ts'
import { catalogue } from './text/catalogue.ts'

/** What explaining needs throughout. */
export interface View {
  readonly context: Context
  readonly loaded: LoadedProgram
  readonly names: Names
  /** Most records listed for one measure. */
  readonly rows: number
  /** What people are called. */
  readonly people: ReadonlyMap<string, string>
}

export function viewFor(context: Context, loaded: LoadedProgram, more: { readonly rows: number; readonly people: ReadonlyMap<string, string> }): View {
  const { lang } = context.config
  return { context, loaded, names: namesFrom({ datasets: loaded.datasets, measures: loaded.program.measures }, lang), ...more }
}

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

/** Two spaces a level: a measure that another one uses stands below it. */
export function indented(view: View, depth: number, ...lines: readonly string[]): void {
  view.context.output.lines(...lines.map((line) => (line === '' ? '' : '  '.repeat(depth) + line)))
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
  if (trace.parts.kind === 'formula') showFormula(view, { program, measure, trace, parts: trace.parts, told, depth })
}

function showWhy(view: View, trace: Trace, depth: number): void {
  if (trace.why !== null) showReason(view, trace.why, trace.value === null ? 'explain.why-empty' : 'explain.zero-why', depth)
}

/** Why something is empty or 0, and what to do about it. */
export function showReason(view: View, why: Reason, title: 'explain.why-empty' | 'explain.zero-why' | 'score.why-no-data', depth: number): void {
  const { output, config } = view.context
  const { say, cure } = describe({ code: why.code, params: withNames(view, why.params) }, config.lang, catalogue)
  indented(view, depth, output.colours.yellow(`${output.say(title)}${say}`), `  ${output.say('error.cure', { cure })}`)
}

/** Ids inside a reason become the names people know. */
function withNames(view: View, params: Params): Params {
  const { dataset, measure, employee, field } = params
  return {
    ...params,
    ...(dataset === undefined ? {} : { dataset: view.names.dataset(String(dataset)) }),
    ...(measure === undefined ? {} : { measure: view.names.measure(String(measure)) }),
    ...(employee === undefined ? {} : { employee: personName(view, String(employee)) }),
    ...(field === undefined || dataset === undefined ? {} : { field: view.names.field(String(dataset), String(field)) }),
  }
}

/** What tells measures apart that were shown already: each is shown once, down to its records. */
export function toldKey({ measure, scope, shifts }: ValueRef, period: string | null): string {
  return JSON.stringify([measure, scope, shifts, period])
}

interface FormulaView {
  readonly program: Program
  readonly measure: MeasureIr
  readonly trace: Trace
  readonly parts: FormulaParts
  readonly told: Set<string>
  readonly depth: number
}

function showFormula(view: View, f: FormulaView): void {
  const { output, config } = view.context
  const options = { lang: config.lang, names: view.names }
  const calculated = printExpr(f.parts.expr, options)
  const withFigures = printExpr(substituted(f.parts.expr, withPercents(view.names, figureIn(f.parts))), options)
  const rounding = f.trace.rounding === null ? '' : output.say('explain.rounded-note', f.trace.rounding)
  indented(view, f.depth, output.labelled(output.say('explain.formula'), calculated), `  = ${withFigures}`, `  = ${exactValue(f.trace.value, f.measure.percent)}${rounding}`)
  for (const target of f.parts.targets) indented(view, f.depth, targetLine(view, target))
  for (const { trace, ref } of f.parts.values) {
    const key = toldKey(ref, trace.period)
    const measure = f.program.measures[trace.measure]
    if (measure === undefined) continue
    const scope = printScope(trace.scope, config.lang)
    const name = `${measureName(view, trace.measure)}${scope === '' ? '' : output.aside(scope)}${trace.period === null || trace.period === f.trace.period ? '' : ` · ${trace.period}`}`
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

function showRecords(view: View, trace: Trace, parts: AggregateParts, depth: number): void {
  const { output } = view.context
  if (parts.average !== null)
    indented(
      view,
      depth,
      output.labelled(
        output.say('explain.formula'),
        `${output.say('explain.average', { sum: grouped(parts.average.sum), over: grouped(parts.average.over) })} = ${exactValue(trace.value, false)}`,
      ),
    )
  if (trace.rounding !== null) indented(view, depth, `  ${output.say('explain.rounded', trace.rounding)}`)
  const shown = parts.counted.slice(0, view.rows)
  if (parts.counted.length === 0 && trace.why === null) indented(view, depth, output.say('explain.records-none'))
  if (parts.counted.length > 0) {
    indented(view, depth, output.say('explain.records', { shown: shown.length, all: parts.counted.length }))
    recordTable(view, parts, { shown, trace, depth })
    if (shown.length < parts.counted.length)
      indented(view, depth, output.colours.dim(output.say('explain.more', { count: parts.counted.length - shown.length, all: parts.counted.length })))
  }
  showLeftOut(view, parts.leftOut, depth)
}

function recordTable(view: View, parts: AggregateParts, at: { readonly shown: readonly Counted[]; readonly trace: Trace; readonly depth: number }): void {
  const { output } = view.context
  const { shown: counted, trace } = at
  const others = counted.some((c) => c.employee !== trace.employee)
  const shares = counted.some((c) => c.share !== '1')
  const foreign = counted.some((c) => c.converted !== undefined)
  const left = (title: string): Column => ({ title, align: 'left' })
  const right = (title: string): Column => ({ title, align: 'right' })
  const columns = [
    left(output.say('explain.date')),
    left(output.say('explain.record')),
    ...(others ? [left(output.say('explain.credited'))] : []),
    ...(shares ? [right(output.say('explain.share'))] : []),
    ...(foreign ? [right(output.say('explain.original'))] : []),
    ...(parts.fn === 'count' ? [] : [right(output.say('explain.value'))]),
    ...(shares && parts.weight === 'share' ? [right(output.say('explain.contributes'))] : []),
    left(output.say('explain.source')),
  ]
  const rows = counted.map((c) => [
    c.day,
    recordText(c),
    ...(others ? [personName(view, c.employee)] : []),
    ...(shares ? [c.share] : []),
    ...(foreign ? [originalText(c)] : []),
    ...(parts.fn === 'count' ? [] : [parts.fn === 'distinct' ? (c.value ?? MISSING) : figureText(c.value)]),
    ...(shares && parts.weight === 'share' ? [figureText(c.contributes)] : []),
    sourceText(c),
  ])
  output.table(columns, rows, { indent: '  '.repeat(at.depth) })
}

/** Amounts in other currencies, as the record has them, with their rate. */
function originalText({ converted }: Counted): string {
  return converted === undefined ? '' : converted.map(({ amount, currency, rate }) => `${grouped(amount)} ${currency} × ${rate}`).join(', ')
}

function figureText(value: string | null): string {
  return value === null ? MISSING : /^-?\d+(\.\d+)?$/.test(value) ? grouped(value) : value
}

/** The key of the record, as its author would look it up. */
function recordText(c: Pick<Counted, 'key' | 'record'>): string {
  return (
    Object.values(c.key)
      .map((v) => (v === null ? MISSING : String(v)))
      .join(' / ') || c.record
  )
}

function sourceText(at: { readonly source: string | null; readonly line: number | null }): string {
  return at.source === null ? MISSING : at.line === null ? at.source : `${at.source}:${at.line}`
}

function showLeftOut(view: View, leftOut: readonly LeftOut[], depth: number): void {
  const { output, config } = view.context
  // What belongs to others or to other periods explains an empty value, and only clutters any other.
  const telling = leftOut.filter((l) => l.records > 0 && l.reason !== 'others' && l.reason !== 'other-period')
  if (telling.length === 0) return
  const text = telling.map((l) => {
    const [example] = l.examples
    const such = example === undefined ? '' : output.say('explain.example', { record: recordText(example), source: sourceText(example) })
    return output.say(`explain.left.${l.reason}`, { records: l.records }) + such + becauseText(view, l)
  })
  indented(view, depth, output.colours.dim(output.say('explain.left-out') + text.join(config.lang === 'zh' ? '；' : '; ')))
}

/** What stood in the way of the examples, each cause once, with what to do about it. */
function becauseText(view: View, { examples }: LeftOut): string {
  const { config, output } = view.context
  const causes = examples.flatMap(({ because }) => (because === null ? [] : [describe({ code: because.code, params: withNames(view, because.params) }, config.lang, catalogue)]))
  const texts = [...new Set(causes.map(({ say, cure }) => [say, cure].join(config.lang === 'zh' ? '' : ' ')))]
  return texts.length === 0 ? '' : output.say('explain.because', { cause: texts.join(config.lang === 'zh' ? '' : ' ') })
}

/** What was asked of the person, and in which periods. */
export function targetLine(view: View, target: TargetTrace): string {
  const { output } = view.context
  const measure = view.loaded.program.measures[target.measure]
  const figure = (text: string | null) => (measure === undefined ? (text ?? MISSING) : readable(view, measure, text))
  const rows = target.rows.map((r) => `${r.period} ${figure(r.value)}`).join(' + ')
  return output.labelled(output.say(`level.${target.level}`), `${measureName(view, target.measure)} = ${figure(target.value)}${rows === '' ? '' : output.aside(rows)}`)
}

export function measureName(view: View, measure: string): string {
  return view.names.measure(measure)
}

export function personName(view: View, id: string): string {
  return withId(view.people.get(id) ?? id, id)
}

export function readable(view: View, measure: MeasureIr, value: string | null): string {
  const { currency, currencyDecimals } = view.loaded.company
  const shown = shownValue(value, measure, { currency, scale: currencyDecimals })
  return value === null ? shown : shown + unitSuffix(measure, view.loaded.company, view.context.config.lang)
}
