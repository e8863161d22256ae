import { dec, decimalText } from '../base/decimal.ts'
import { ratingSources } from '../engine/index.ts'
import type { MeasureIr, Program } from '../engine/ir.ts'
import type { FormulaParts, Trace } from '../engine/reference/trace.ts'
import { indented, readable, type View } from './explain-context.ts'
import { showRecords } from './explain-records.ts'
import { exactValue, MISSING, shownNumber } from './figures.ts'

interface Rating {
  readonly program: Program
  readonly measure: MeasureIr
  readonly trace: Trace
  readonly parts: FormulaParts
  readonly depth: number
}

interface Rated {
  readonly source: string
  readonly weight: string
  readonly trace: Trace | undefined
  /** Scores that were averaged. */
  readonly count: number
}

/** Who rated and how: each source with its weight, average and number of ratings, what they come to together, then the ratings themselves. */
export function showRating(view: View, rating: Rating): void {
  const { output } = view.context
  const { depth, parts } = rating
  const sources = ratingSources(parts.expr).map(({ source, measure, weight }): Rated => {
    const trace = parts.values.find((v) => v.trace.measure === measure)?.trace
    return { source, weight, trace, count: trace?.parts.kind === 'aggregate' ? trace.parts.counted.length : 0 }
  })
  const titles = [
    { title: output.say('rating.source'), align: 'left' },
    ...(['weight', 'average', 'count'] as const).map((key) => ({ title: output.say(`rating.${key}`), align: 'right' as const })),
    { title: '', align: 'left' },
  ] as const
  const average = (trace: Trace | undefined) => (trace === undefined || trace.value === null ? MISSING : readable(view, rating.measure, trace.value))
  const rows = sources.map((s) => [s.source, `${s.weight} %`, average(s.trace), String(s.count), s.trace?.value == null ? output.say('rating.none') : ''])
  output.table(titles, rows, { indent: '  '.repeat(depth) })
  const together = resultLine(view, rating, sources)
  if (together !== null) indented(view, depth, together)
  for (const { source, trace } of sources) {
    if (trace?.parts.kind !== 'aggregate' || trace.parts.counted.length === 0) continue
    indented(view, depth, '', output.colours.bold(output.say('rating.records', { source })))
    // What does not meet the condition are mostly the ratings of the other sources, which stand beside.
    showRecords(view, trace, { ...trace.parts, average: null, leftOut: trace.parts.leftOut.filter((l) => l.reason !== 'filter') }, depth + 1)
  }
}

/** (60 × 82 + 40 × 91) ÷ 100 = 85.6, over the sources that have ratings. Null: nobody rated. */
function resultLine(view: View, { measure, trace }: Rating, sources: readonly Rated[]): string | null {
  const { output } = view.context
  const present = sources.filter((s) => s.trace?.value != null)
  if (present.length === 0 || trace.value === null) return null
  const sum = present.map((s) => `${s.weight} × ${shownNumber(s.trace?.value ?? null)}`).join(' + ')
  const weights = decimalText(present.reduce((total, s) => total.plus(s.weight), dec(0)))
  const rounding = trace.rounding === null ? '' : output.say('explain.rounded-note', trace.rounding)
  return output.labelled(output.say('rating.result'), `(${sum}) ÷ ${weights} = ${exactValue(trace.value, measure.percent)}${rounding}`)
}
