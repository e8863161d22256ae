import { lastDay } from '../../base/calendar.ts'
import { requirePeriod } from '../../base/calendar-check.ts'
import { dec } from '../../base/decimal.ts'
import { type Lang, nameIn } from '../../base/diagnostic.ts'
import type { MeasureIr } from '../../engine/ir.ts'
import type { LoadedProgram } from '../../server/measures/queries.ts'
import { computeRun, type RunEmployee, type RunProgress, type RunResult } from '../../server/runs/run.ts'
import { type CommandModule, type Context, flagOption, listOption, textOption } from '../context.ts'
import { withCompany, withRules } from '../database.ts'
import { MISSING, shownValue } from '../figures.ts'
import { daysWithData } from '../latest.ts'
import { inReadingOrder, measureNamed, periodAsked } from '../named.ts'
import type { Output } from '../output.ts'
import { diagnosticJson, EXIT, tellDiagnostics } from '../troubles.ts'

export const runCommand: CommandModule = {
  name: 'run',
  examples: ['heng run --period 2026-Q1', 'heng run --period 2017-Q2 --measure won_revenue --measure win_rate', 'heng run --period 2026-03 --json'],
  define(command, say) {
    command
      .requiredOption('--period <period>', say('run.period'))
      .option('--measure <measure>', say('run.measure'), (value: string, before: string[]) => [...before, value], [] as string[])
      .option('--sort <measure>', say('run.sort'))
      .option('--all-measures', say('run.all-measures'))
      .option('--all', say('run.all'))
  },
  async run(context, _args, options) {
    const { config, output } = context
    await withCompany(config, (store) =>
      withRules(store, async (loaded) => {
        const period = periodAsked(() => requirePeriod(loaded.calendar, textOption(options, 'period') ?? ''))
        const asked = listOption(options, 'measure').map((name) => measureNamed(loaded.program, name))
        const sort = textOption(options, 'sort')
        const by = sort === undefined ? undefined : measureNamed(loaded.program, sort)
        const progress = output.progress()
        const { program, calendar, versions } = loaded
        const result = await computeRun(
          store,
          { program, calendar, period, versions },
          {
            signal: context.signal,
            ...(asked.length === 0 ? {} : { shown: by === undefined ? asked : [by, ...asked] }),
            onProgress: (p) => progress.show(progressText(output, p), p.done, p.of),
          },
        ).finally(() => progress.stop())
        const measures = asked.length === 0 ? inReadingOrder(result.measures, loaded.measures) : asked
        output.json(runJson(result, measures, config.lang))
        if (config.json) return
        // The column people are ranked by is there to be seen.
        const columns = by === undefined || asked.includes(by) ? measures : [by, ...measures.filter((m) => m !== by)]
        await hintWhereEmpty(context, result, () => store.read((read) => daysWithData(read, loaded.datasets)))
        const whole = asked.length > 0 || flagOption(options, 'allMeasures')
        showRun(context, { loaded, result, measures: columns, by: by ?? columns[0], all: flagOption(options, 'all'), whole })
        tellDiagnostics(result.notices, config.lang, output)
        if (result.measures.length === 0) output.lines(output.say('run.no-measures'))
        else if (result.employees.length === 0) output.lines(output.say('run.empty'))
      }),
    )
    return EXIT.done
  },
}

export function progressText(output: Output, p: RunProgress): string {
  return p.stage === 'collect' ? output.say('progress.collect', { what: p.what }) : output.say('progress.measure')
}

/** What programs get: exact decimal text, or null. */
function runJson(result: RunResult, measures: readonly MeasureIr[], lang: Lang): object {
  return {
    period: result.period.id,
    run: result.run,
    inputsHash: result.inputsHash,
    ...(result.notices.length === 0 ? {} : { notices: result.notices.map((n) => diagnosticJson(n, lang)) }),
    employees: result.employees.map(({ id, name, values }) => ({ id, name, measures: Object.fromEntries(measures.map((m) => [m.measure, values[m.measure] ?? null])) })),
  }
}

export interface Shown {
  readonly loaded: LoadedProgram
  readonly result: RunResult
  readonly measures: readonly MeasureIr[]
  /** The measure people are ranked by. */
  readonly by: MeasureIr | undefined
  /** Also those without any figure. */
  readonly all: boolean
  /** Every measure, in as many tables as it takes; otherwise those that fit side by side. */
  readonly whole: boolean
}

/** Columns that every table repeats: rank and person. */
const REPEATED = 2

/** The results as a table, the best first. */
export function showRun({ output, config }: Context, { loaded, result, measures, by, all, whole }: Shown): void {
  const { period } = result
  const { company } = loaded
  output.lines(
    output.colours.bold(output.say('run.title', { company: nameIn(company.name, config.lang, company.company), period: period.id, from: period.from, to: lastDay(period) })),
    '',
  )
  const people = ranked(result.employees, by)
  const shown = all ? people : people.filter((e) => measures.some((m) => hasFigure(e, m)))
  const money = { currency: company.currency, scale: company.currencyDecimals }
  // A company without units needs no column of dashes.
  const units = people.some((e) => e.unit !== null)
  const leading = [
    { title: output.say('run.rank'), align: 'right' as const },
    { title: output.say('run.people'), align: 'left' as const },
    ...(units ? [{ title: output.say('run.unit'), align: 'left' as const }] : []),
  ]
  const columns = [...leading, ...measures.map((m) => ({ title: nameIn(m.name, config.lang, m.measure), align: 'right' as const }))]
  const rows = shown.map((e, i) => [String(i + 1), personText(e), ...(units ? [e.unit ?? MISSING] : []), ...measures.map((m) => shownValue(e.values[m.measure] ?? null, m, money))])
  const fit = whole ? columns.length : Math.max(leading.length + 1, output.fitting(columns, rows, { repeat: REPEATED }))
  if (rows.length > 0) output.table(columns.slice(0, fit), rows, { repeat: REPEATED })
  if (shown.length < people.length) output.lines('', output.say('run.hidden', { count: people.length - shown.length }))
  const more = whole || rows.length === 0 ? 0 : result.measures.length - Math.min(measures.length, fit - leading.length)
  if (more > 0) output.lines('', output.say('run.more-measures', { count: more, period: period.id }))
  output.lines('', output.colours.dim(output.say('run.footer', { run: result.run, hash: result.inputsHash.slice(0, 12) })))
  const [first] = shown
  if (first !== undefined && by !== undefined)
    output.lines(output.colours.dim(output.say('run.explain-hint', { employee: typed(first, result.employees), measure: quoted(by.measure), period: period.id })))
}

/** What to type for a person: the name, or the id where others have that name; a name is in quotes. */
export function typed(e: RunEmployee, all: readonly RunEmployee[]): string {
  return all.some((other) => other.id !== e.id && other.name === e.name) ? quoted(e.id) : `"${e.name}"`
}

/** A word of a command line, in quotes where a shell would cut or change it. */
export function quoted(word: string): string {
  return /^[\p{L}\p{N}_.:@%+-]+$/u.test(word) ? word : `"${word}"`
}

/** The name, with the id where it says more. */
function personText(e: RunEmployee): string {
  return e.name === e.id ? e.name : `${e.name} (${e.id})`
}

function hasFigure(e: RunEmployee, m: MeasureIr): boolean {
  const value = e.values[m.measure] ?? null
  return value !== null && value !== '0'
}

/** The best first, by whether more or less is better; people without a value last, equal ones by id. */
export function ranked(employees: readonly RunEmployee[], by: MeasureIr | undefined): RunEmployee[] {
  if (by === undefined) return [...employees]
  const sign = by.better === 'more' ? -1 : 1
  return [...employees].sort((a, b) => {
    const [x, y] = [a.values[by.measure] ?? null, b.values[by.measure] ?? null]
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1
    return sign * dec(x).cmp(dec(y))
  })
}

async function hintWhereEmpty({ output }: Context, result: RunResult, days: () => Promise<{ first: string; last: string } | null>): Promise<void> {
  if (result.employees.length === 0 || result.measures.length === 0 || result.employees.some((e) => result.measures.some((m) => hasFigure(e, m)))) return
  const found = await days()
  if (found !== null) output.lines(output.colours.yellow(output.say('run.nothing', { from: found.first, to: found.last })), '')
}
