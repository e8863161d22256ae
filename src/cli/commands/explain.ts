import { lastDay } from '../../base/calendar.ts'
import { requirePeriod } from '../../base/calendar-check.ts'
import { nameIn, Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import type { LoadedProgram } from '../../server/measures/queries.ts'
import { type Explanation, explainRun } from '../../server/runs/explain.ts'
import { explainResults, payVersions, scoreVersions } from '../../server/runs/explain-results.ts'
import type { RunInput } from '../../server/runs/recorded.ts'
import { computeRun, type RunEmployee, type RunProgress, type RunResult } from '../../server/runs/run.ts'
import type { Store } from '../../store/types.ts'
import { type CommandModule, type Context, requiredArg, textOption } from '../context.ts'
import { withCompany, withRules } from '../database.ts'
import { viewFor } from '../explain-context.ts'
import { showPayExplained, showResults, showScoreExplained } from '../explain-results-view.ts'
import { showExplanation } from '../explain-view.ts'
import { shownValue, unitSuffix } from '../figures.ts'
import { employeeNamed, inReadingOrder, periodAsked } from '../named.ts'
import { numberOption } from '../numbers.ts'
import { resultsJson, typed } from '../run-view.ts'
import { type ResultSubject, subjectNamed } from '../subject.ts'
import { EXIT } from '../troubles.ts'
import { progressText } from './run.ts'

/** Records listed where nobody asked for more: a screenful. */
const ROWS_SHOWN = 15

export const explainCommand: CommandModule = {
  name: 'explain',
  examples: [
    'heng explain "Darcel Schlecht" won_revenue --period 2017-Q2',
    'heng explain 李晓雨 --period 2026-Q1',
    'heng explain 李晓雨 pay --period 2026-Q1',
    'heng explain E001 win_rate --period 2026-Q1 --rows 100',
  ],
  define(command, say) {
    command
      .argument('<employee>', say('explain.employee'))
      .argument('[measure]', say('explain.measure'))
      .requiredOption('--period <period>', say('run.period'))
      .option('--rows <count>', say('explain.rows'), String(ROWS_SHOWN))
  },
  async run(context, args, options) {
    const rows = numberOption(options, 'rows', 0)
    return withCompany(context.config, (store) =>
      withRules(store, async (loaded) => {
        const period = periodAsked(() => requirePeriod(loaded.calendar, textOption(options, 'period') ?? ''))
        const employee = await store.read((read) => employeeNamed(read, requiredArg(args, 0)))
        const input: RunInput = { program: loaded.program, calendar: loaded.calendar, versions: loaded.versions, period }
        const asked = args[1]
        if (asked === undefined) return listValues(context, { store, loaded, input, employee })
        const subject = subjectNamed(loaded.program, asked)
        if (subject.kind !== 'measure') return explainResult(context, { store, loaded, input, employee }, { subject, rows })
        return explainOne(context, { store, loaded, input, employee }, { measure: subject.measure.measure, rows })
      }),
    )
  },
}

export interface Asked {
  readonly store: Store
  readonly loaded: LoadedProgram
  readonly input: RunInput
  readonly employee: string
}

/** Explain one value. The evaluators differing is a fault of ours, with an exit code of its own. */
export async function explainOne(context: Context, { store, loaded, input, employee }: Asked, how: { readonly measure: string; readonly rows: number }): Promise<number> {
  const { output } = context
  const progress = output.progress()
  const explanation = await explainRun(
    store,
    input,
    { employee, measure: how.measure },
    { signal: context.signal, onProgress: (p) => progress.show(progressText(output, p), p.done, p.of) },
  ).finally(() => progress.stop())
  const people = await peopleNames(store)
  showExplanation(viewFor(context, loaded, { rows: how.rows, people }), explanation)
  output.json(explanationJson(explanation))
  return explanation.agrees ? EXIT.done : EXIT.differ
}

function explanationJson(e: Explanation): object {
  return {
    employee: e.employee,
    measure: e.measure.measure,
    period: e.period.id,
    run: e.run,
    value: e.value,
    recomputed: e.trace.value,
    agrees: e.agrees,
    trace: e.trace,
    versions: e.versions,
  }
}

async function peopleNames(store: Store): Promise<Map<string, string>> {
  const rows = await store.read((read) => read.query<{ id: string; name: string }>(sql`select employee_id as id, name from app.employee`))
  return new Map(rows.map((r) => [r.id, r.name]))
}

/** Explain the score, the pay or a component: how it came about, tier by tier, down to the records. */
export async function explainResult(context: Context, { store, loaded, input, employee }: Asked, how: { readonly subject: ResultSubject; readonly rows: number }): Promise<number> {
  const { output } = context
  const e = await withProgress(context, (onProgress) => explainResults(store, input, employee, { signal: context.signal, onProgress }))
  const view = viewFor(context, loaded, { rows: how.rows, people: await peopleNames(store) })
  const common = { employee: e.employee, period: e.period.id, run: e.run }
  if (how.subject.kind === 'score') {
    const versions = e.score === null ? {} : scoreVersions(input, e.score)
    showScoreExplained(view, e, versions)
    output.json({ ...common, score: e.stored.score, recomputed: e.score?.result ?? null, agrees: e.agrees.score, trace: e.score, versions })
    return e.agrees.score ? EXIT.done : EXIT.differ
  }
  const of = how.subject.kind === 'pay' ? null : how.subject.component
  const earnings = e.earnings.filter((x) => of === null || x.result.component === of)
  const versions = payVersions(input, earnings)
  showPayExplained(view, e, { earnings, versions, asked: of })
  const stored = e.stored.earnings.filter((x) => of === null || x.component === of)
  output.json({ ...common, earnings: stored, recomputed: earnings.map((x) => x.result), agrees: e.agrees.pay, traces: earnings, versions })
  return e.agrees.pay ? EXIT.done : EXIT.differ
}

async function withProgress<T>({ output }: Context, part: (onProgress: (p: RunProgress) => void) => Promise<T>): Promise<T> {
  const progress = output.progress()
  return await part((p) => progress.show(progressText(output, p), p.done, p.of)).finally(() => progress.stop())
}

/** Score, pay and all measures of one person. */
async function listValues(context: Context, asked: Asked): Promise<number> {
  const { output } = context
  const { store, loaded, input, employee } = asked
  const result = await withProgress(context, (onProgress) => computeRun(store, input, { signal: context.signal, onProgress }))
  const person = result.employees.find((e) => e.id === employee)
  if (person === undefined) throw new Refusal('explain.not-active', { employee, period: input.period.id })
  const { program } = loaded
  const judged = Object.keys(program.schemes).length + Object.keys(program.incentives).length > 0
  const e = judged ? await explainResults(store, input, employee, { signal: context.signal }) : null
  if (e !== null) {
    showResults(viewFor(context, loaded, { rows: 0, people: await peopleNames(store) }), e)
    if (e.score !== null || e.earnings.length > 0)
      output.lines(output.colours.dim(output.say('explain.more-results', { employee: typed(person, result.employees), period: input.period.id })))
    output.lines('')
  }
  listMeasures(context, asked, { result, person })
  output.json({ employee: { id: person.id, name: person.name }, period: input.period.id, run: result.run, ...resultsJson(person, program), measures: person.values })
  return e === null || (e.agrees.score && e.agrees.pay) ? EXIT.done : EXIT.differ
}

function listMeasures({ output, config }: Context, { loaded, input }: Asked, { result, person }: { readonly result: RunResult; readonly person: RunEmployee }): void {
  const money = { currency: loaded.company.currency, scale: loaded.company.currencyDecimals }
  output.lines(output.colours.bold(output.say('explain.list', { employee: person.name, period: `${input.period.id} (${input.period.from} – ${lastDay(input.period)})` })))
  const measures = inReadingOrder(result.measures, loaded.measures)
  const named = measures.some((m) => nameIn(m.name, config.lang, m.measure) !== m.measure)
  output.table(
    [
      { title: output.say('explain.measure-column'), align: 'left' },
      ...(named ? [{ title: '', align: 'left' as const }] : []),
      { title: output.say('explain.value-column'), align: 'right' },
      { title: '', align: 'left' },
    ],
    measures.map((m) => [
      nameIn(m.name, config.lang, m.measure),
      ...(named ? [m.measure] : []),
      shownValue(person.values[m.measure] ?? null, m, money),
      unitSuffix(m, loaded.company, config.lang).trim(),
    ]),
  )
}
