import { lastDay } from '../base/calendar.ts'
import { type Lang, nameIn } from '../base/diagnostic.ts'
import type { MeasureIr, Program } from '../engine/ir.ts'
import type { LineResult } from '../engine/results.ts'
import type { LoadedProgram } from '../server/measures/queries.ts'
import type { RunEmployee, RunResult } from '../server/runs/run.ts'
import type { Context } from './context.ts'
import { MISSING, type Money, shownFixed, shownMoney, shownValue } from './figures.ts'
import { withId } from './labels.ts'
import type { Output } from './output.ts'
import { payOf, type RankBy, ranked } from './ranking.ts'
import type { Column } from './table.ts'
import { diagnosticJson } from './troubles.ts'

/** What programs get: exact decimal text, or null. A company without schemes or plans has no keys of theirs. */
export function runJson(result: RunResult, measures: readonly MeasureIr[], about: { readonly program: Program; readonly lang: Lang }): object {
  return {
    period: result.period.id,
    run: result.run,
    inputsHash: result.inputsHash,
    ...(result.notices.length === 0 ? {} : { notices: result.notices.map((n) => diagnosticJson(n, about.lang)) }),
    employees: result.employees.map((e) => ({
      id: e.id,
      name: e.name,
      ...resultsJson(e, about.program),
      measures: Object.fromEntries(measures.map((m) => [m.measure, e.values[m.measure] ?? null])),
    })),
  }
}

/** Score and earnings of one person for programs. */
export function resultsJson({ score, earnings }: Pick<RunEmployee, 'score' | 'earnings'>, program: Program): object {
  const line = ({ line: id, target, actual, attainment, factor, points, weight, state }: LineResult) => ({
    line: id,
    ...{ target, actual, attainment, factor, score: points, weight },
    ...(state === 'passed' || state === 'failed' ? { gate: state } : {}),
  })
  return {
    ...(Object.keys(program.schemes).length === 0
      ? {}
      : {
          score: score?.score ?? null,
          grade: score?.grade ?? null,
          coefficient: score?.coefficient ?? null,
          factor: score?.factor ?? null,
          lines: (score?.lines ?? []).map(line),
        }),
    ...(Object.keys(program.incentives).length === 0 ? {} : { earnings: earnings.map(({ incentive, component, amount }) => ({ incentive, component, amount })) }),
  }
}

export interface Shown {
  readonly loaded: LoadedProgram
  readonly result: RunResult
  readonly measures: readonly MeasureIr[]
  readonly by: RankBy | undefined
  /** Score, grade and pay before the measures, where anybody has them. */
  readonly results: boolean
  /** Also those without any figure. */
  readonly all: boolean
  /** Every measure, in as many tables as it takes; otherwise those that fit side by side. */
  readonly whole: boolean
}

/** Columns that every table repeats: rank and person. */
const REPEATED = 2

interface ShownColumn {
  readonly column: Column
  readonly cell: (e: RunEmployee) => string
}

/** The results as a table, the best first. */
export function showRun({ output, config }: Context, shown: Shown): void {
  const { loaded, result, measures, by, all, whole } = shown
  const { period } = result
  const { company } = loaded
  output.lines(
    output.colours.bold(output.say('run.title', { company: nameIn(company.name, config.lang, company.company), period: period.id, from: period.from, to: lastDay(period) })),
    '',
  )
  const people = ranked(result.employees, by)
  const listed = all ? people : people.filter((e) => (shown.results && hasResult(e)) || measures.some((m) => hasFigure(e, m)))
  const money = { currency: company.currency, scale: company.currencyDecimals }
  const own = shown.results ? resultColumns(output, loaded.program, { people, money }) : []
  const units = unitColumn(output, people)
  const before = [...units, ...own]
  const more = measures.map((m): ShownColumn => ({ column: right(nameIn(m.name, config.lang, m.measure)), cell: (e) => shownValue(e.values[m.measure] ?? null, m, money) }))
  const columns = [right(output.say('run.rank')), left(output.say('run.people')), ...[...before, ...more].map((c) => c.column)]
  const rows = listed.map((e, i) => [String(i + 1), personText(e), ...[...before, ...more].map((c) => c.cell(e))])
  const leading = REPEATED + before.length
  const fit = whole ? columns.length : Math.max(own.length > 0 ? leading : leading + 1, output.fitting(columns, rows, { repeat: REPEATED }))
  if (rows.length > 0) output.table(columns.slice(0, fit), rows, { repeat: REPEATED })
  if (listed.length < people.length) output.lines('', output.say(shown.results ? 'run.hidden' : 'run.hidden-asked', { count: people.length - listed.length }))
  const hidden = whole || rows.length === 0 ? 0 : result.measures.length - Math.min(measures.length, fit - leading)
  if (hidden > 0) output.lines('', output.say('run.more-measures', { count: hidden, period: period.id }))
  showFooter(output, shown, listed[0])
}

function showFooter(output: Output, { result, by }: Shown, first: RunEmployee | undefined): void {
  const period = result.period.id
  output.lines('', output.colours.dim(output.say('run.footer', { run: result.run, hash: result.inputsHash.slice(0, 12) })))
  if (first === undefined || by === undefined) return
  const employee = typed(first, result.employees)
  if (by.kind === 'measure') output.lines(output.colours.dim(output.say('run.explain-hint', { employee, measure: quoted(by.measure.measure), period })))
  else output.lines(output.colours.dim(output.say('run.explain-results-hint', { employee, period })))
}

const left = (title: string): Column => ({ title, align: 'left' })
const right = (title: string): Column => ({ title, align: 'right' })

/** A company without units needs no column of dashes. */
function unitColumn(output: Output, people: readonly RunEmployee[]): ShownColumn[] {
  return people.some((e) => e.unit !== null) ? [{ column: left(output.say('run.unit')), cell: (e) => e.unit ?? MISSING }] : []
}

/** Score, grade and pay, each where anybody has one. */
function resultColumns(output: Output, program: Program, of: { people: readonly RunEmployee[]; money: Money }): ShownColumn[] {
  const { people, money } = of
  const score = (e: RunEmployee) => shownFixed(e.score?.score ?? null, program.schemes[e.score?.scheme ?? '']?.round ?? 2)
  const pay = (e: RunEmployee) => {
    const { sum, open } = payOf(e)
    return shownMoney(sum, money) + (open ? output.say('run.pay-open') : '')
  }
  return [
    ...(people.some((e) => e.score !== null) ? [{ column: right(output.say('run.score')), cell: score }] : []),
    ...(people.some((e) => (e.score?.grade ?? null) !== null) ? [{ column: left(output.say('run.grade')), cell: (e: RunEmployee) => e.score?.grade ?? MISSING }] : []),
    ...(people.some((e) => e.earnings.length > 0) ? [{ column: right(output.say('run.pay')), cell: pay }] : []),
  ]
}

/** What to type for a person: the name, or the id where others have that name; a name is in quotes. */
export function typed(e: RunEmployee, all: readonly RunEmployee[]): string {
  return all.some((other) => other.id !== e.id && other.name === e.name) ? quoted(e.id) : `"${e.name}"`
}

/** A word of a command line, in quotes where a shell would cut or change it. */
export function quoted(word: string): string {
  return /^[\p{L}\p{N}_.:@%+-]+$/u.test(word) ? word : `"${word}"`
}

function personText(e: RunEmployee): string {
  return withId(e.name, e.id)
}

function hasResult(e: RunEmployee): boolean {
  return (e.score?.score ?? null) !== null || e.earnings.some((x) => x.amount !== '0')
}

export function hasFigure(e: RunEmployee, m: MeasureIr): boolean {
  const value = e.values[m.measure] ?? null
  return value !== null && value !== '0'
}
