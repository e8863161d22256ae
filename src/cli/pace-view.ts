import { nameIn } from '../base/diagnostic.ts'
import type { Program } from '../engine/ir.ts'
import type { PaceState } from '../engine/pace.ts'
import type { LoadedProgram } from '../server/measures/queries.ts'
import type { Pace, PaceRow } from '../server/runs/pace.ts'
import type { Context } from './context.ts'
import { MISSING, shownNumber, shownValue } from './figures.ts'
import type { Output } from './output.ts'
import type { Column } from './table.ts'

/** A mark and a word each: told apart without colours, too. */
const MARKS = { 'on-track': '●', cautioned: '▲', 'off-track': '✗' } as const satisfies Record<PaceState, string>

/** Who stands where on a day, with what is expected by then; the states counted first. */
export function showPace({ output, config }: Context, { loaded, period, pace }: { readonly loaded: LoadedProgram; readonly period: string; readonly pace: Pace }): void {
  const { elapsed, day, rows } = pace
  output.lines(output.colours.bold(output.say('pace.title', { period, day, days: elapsed.days, of: elapsed.of })))
  if (rows.length === 0) {
    output.lines(output.say('pace.nothing'))
    return
  }
  const counts = (['on-track', 'cautioned', 'off-track'] as const).map((state) => `${MARKS[state]} ${output.say(`pace.${state}`)} ${rows.filter((r) => r.state === state).length}`)
  output.lines(counts.join(config.lang === 'zh' ? '，' : ', '), '')
  const columns: Column[] = [
    { title: output.say('run.people'), align: 'left' },
    { title: output.say('score.line'), align: 'left' },
    ...(['actual', 'target'] as const).map((key): Column => ({ title: output.say(`score.${key}`), align: 'right' })),
    { title: output.say('pace.expected'), align: 'right' },
    { title: output.say('pace.state'), align: 'left' },
  ]
  output.table(
    columns,
    rows.map((r, i) => rowOf(r, { output, loaded, lang: config.lang, repeated: rows[i - 1]?.employee === r.employee })),
  )
}

function rowOf(r: PaceRow, of: { readonly output: Output; readonly loaded: LoadedProgram; readonly lang: 'zh' | 'en'; readonly repeated: boolean }): string[] {
  const { output, loaded, lang, repeated } = of
  const measure = loaded.program.measures[r.measure]
  const money = { currency: loaded.company.currency, scale: loaded.company.currencyDecimals }
  const figure = (text: string | null): string => (measure === undefined ? shownNumber(text) : shownValue(text, measure, money))
  const person = r.name === r.employee ? r.employee : `${r.name} (${r.employee})`
  return [repeated ? '' : person, lineName(loaded.program, r, lang), figure(r.actual), figure(r.target), figure(r.expected), stateText(output, r.state)]
}

function lineName(program: Program, { scheme, line }: PaceRow, lang: 'zh' | 'en'): string {
  const found = program.schemes[scheme]?.lines.find((l) => l.line === line)
  return found === undefined ? line : nameIn(found.name, lang, line)
}

function stateText({ say, colours }: Output, state: PaceState | null): string {
  if (state === null) return `${MISSING} ${say('pace.no-actual')}`
  const paint = { 'on-track': colours.green, cautioned: colours.yellow, 'off-track': colours.red }[state]
  return paint(`${MARKS[state]} ${say(`pace.${state}`)}`)
}
