import { describe } from '../base/diagnostic.ts'
import type { AggregateParts, Counted, LeftOut, Trace } from '../engine/reference/trace.ts'
import { indented, personName, type View, withNames } from './explain-context.ts'
import { exactValue, grouped, MISSING } from './figures.ts'
import type { Column } from './table.ts'
import { catalogue } from './text/catalogue.ts'

/** The records a value was made from, a row each, and what was left out. */
export function showRecords(view: View, trace: Trace, parts: AggregateParts, depth: number): void {
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
