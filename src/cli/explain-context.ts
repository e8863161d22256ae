import { describe, type Params } from '../base/diagnostic.ts'
import { type Names, namesFrom } from '../engine/index.ts'
import type { MeasureIr } from '../engine/ir.ts'
import type { Reason } from '../engine/reference/trace.ts'
import type { LoadedProgram } from '../server/measures/queries.ts'
import type { Context } from './context.ts'
import { shownValue, unitSuffix } from './figures.ts'
import { withId } from './labels.ts'
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

/** Two spaces a level: a measure that another one uses stands below it. */
export function indented(view: View, depth: number, ...lines: readonly string[]): void {
  view.context.output.lines(...lines.map((line) => (line === '' ? '' : '  '.repeat(depth) + line)))
}

/** Why something is empty or 0, and what to do about it. */
export function showReason(view: View, why: Reason, title: 'explain.why-empty' | 'explain.zero-why' | 'score.why-no-data', depth: number): void {
  const { output, config } = view.context
  const { say, cure } = describe({ code: why.code, params: withNames(view, why.params) }, config.lang, catalogue)
  indented(view, depth, output.colours.yellow(`${output.say(title)}${say}`), `  ${output.say('error.cure', { cure })}`)
}

/** A stretch of a year in words. */
export function periodText({ context }: View, id: string): string {
  const [period = id, stretch] = id.split('~')
  if (stretch === 'to-date') return context.output.say('period.to-date', { period })
  return stretch === 'before' ? context.output.say('period.before', { period }) : period
}

/** Ids inside a reason become the names people know. */
export function withNames(view: View, params: Params): Params {
  const { dataset, measure, employee, field, period } = params
  return {
    ...params,
    ...(period === undefined ? {} : { period: periodText(view, String(period)) }),
    ...(dataset === undefined ? {} : { dataset: view.names.dataset(String(dataset)) }),
    ...(measure === undefined ? {} : { measure: view.names.measure(String(measure)) }),
    ...(employee === undefined ? {} : { employee: personName(view, String(employee)) }),
    ...(field === undefined || dataset === undefined ? {} : { field: view.names.field(String(dataset), String(field)) }),
  }
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
