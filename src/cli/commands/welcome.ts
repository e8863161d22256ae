import { fileURLToPath } from 'node:url'
import stringWidth from 'string-width'
import { previousPeriod } from '../../base/calendar.ts'
import { nameIn } from '../../base/diagnostic.ts'
import type { MeasureIr } from '../../engine/ir.ts'
import { markDemo } from '../../server/access/company.ts'
import { loadProgram } from '../../server/measures/queries.ts'
import { applyPlan } from '../../server/plan/apply.ts'
import type { RunInput } from '../../server/runs/recorded.ts'
import { computeRun, type RunEmployee, type RunResult } from '../../server/runs/run.ts'
import { currentCompany, setCurrentCompany } from '../../store/companies.ts'
import { type CompanyStore, listCompanies } from '../../store/open-store.ts'
import { type CommandModule, type Context, flagOption } from '../context.ts'
import { withCompany } from '../database.ts'
import { latestPeriodWithData } from '../latest.ts'
import { inReadingOrder } from '../named.ts'
import { goodFolder } from '../plan-folder.ts'
import { type RankBy, ranked } from '../ranking.ts'
import { quoted, showRun, typed } from '../run-view.ts'
import { pad } from '../table.ts'
import { EXIT } from '../troubles.ts'
import { type Asked, explainOne, explainResult } from './explain.ts'
import { columnsFor, progressText } from './run.ts'
import { serve } from './serve.ts'

/** The made-up company that ships with the program. */
const EXAMPLE = fileURLToPath(new URL('../../../examples/qingshan', import.meta.url))

/** Measures in the ranking: as many as fit a screen. */
const MEASURES_SHOWN = 6

/** Records listed below the explained number. */
const ROWS_SHOWN = 6

export const welcomeCommand: CommandModule = {
  name: 'welcome',
  examples: ['npm start', 'heng welcome'],
  define(command, say) {
    command.option('--serve', say('welcome.serve'))
  },
  async run(context, _args, options) {
    const { config, output } = context
    output.lines(output.colours.bold(output.say('help.tagline')), '')
    const company = await companyToShow(context)
    return withCompany(
      config,
      async (store) => {
        const exit = await present(context, store)
        if (!flagOption(options, 'serve')) return exit
        output.lines('')
        return serve(context, store, {})
      },
      { company },
    )
  },
}

/** The current company; the shipped one is loaded where there is none. */
async function companyToShow(context: Context): Promise<string> {
  const { config, output } = context
  const databaseUrl = config.databaseUrl ?? undefined
  output.note(output.say('welcome.starting'))
  const known = await listCompanies({ home: config.home, databaseUrl })
  const current = config.company ?? (databaseUrl === undefined ? await currentCompany(config.home) : known[0])
  if (current !== undefined && known.includes(current)) return current
  const [only] = known
  if (only !== undefined && current === undefined) return only
  output.note(output.say('welcome.loading'))
  const { plan } = await goodFolder(context, EXAMPLE, undefined)
  const { company } = plan.company.document
  const progress = output.progress()
  await withCompany(
    config,
    async (store) => {
      await applyPlan(store, plan, {
        signal: context.signal,
        lang: config.lang,
        onProgress: (p) => progress.show(p.what === '' ? output.say('progress.documents') : output.say('progress.import', { dataset: p.what }), p.done, p.of),
      })
      // Only what ships may be looked at as anybody; the same folder applied by somebody is a company like any other.
      await store.tx(markDemo)
    },
    { company, create: true },
  ).finally(() => progress.stop())
  if (databaseUrl === undefined) await setCurrentCompany(config.home, company)
  return company
}

async function present(context: Context, store: CompanyStore): Promise<number> {
  const { output, signal } = context
  const loaded = await store.read(loadProgram)
  const period = await store.read(latestPeriodWithData)
  if (period === null) {
    output.lines(output.say('apply.next-no-data'))
    return EXIT.done
  }
  const input: RunInput = { program: loaded.program, calendar: loaded.calendar, versions: loaded.versions, period }
  const progress = output.progress()
  const result = await computeRun(store, input, { signal, onProgress: (p) => progress.show(progressText(output, p), p.done, p.of) }).finally(() => progress.stop())
  const telling = tellingMeasures(result, inReadingOrder(result.measures, loaded.measures))
  const { measures, by, results } = columnsFor(result, { measures: telling, by: undefined, asked: false })
  if (by === undefined) {
    output.lines(output.say('run.no-measures'))
    return EXIT.done
  }
  output.lines(output.say('welcome.ranking', { measure: rankText(context, by) }))
  showRun(context, { loaded, result, measures, by, results, all: false, whole: false })
  const [best] = ranked(result.employees, by)
  if (best === undefined) return EXIT.done
  output.lines('', output.colours.bold(`— ${output.say('welcome.one-number')} —`), '')
  const exit = await explainBest(context, { store, loaded, input, employee: best.id }, { best, by })
  const subject = by.kind === 'measure' ? quoted(by.measure.measure) : best.earnings.length > 0 ? 'pay' : 'score'
  showNext(context, { employee: typed(best, result.employees), subject, period: period.id, before: previousPeriod(loaded.calendar, period)?.id ?? period.id })
  return exit
}

function rankText({ output, config }: Context, by: RankBy): string {
  return by.kind === 'measure' ? nameIn(by.measure.name, config.lang, by.measure.measure) : output.say(`run.${by.kind}`)
}

/** From the pay of the first of the ranking back to the records; else from their score, else from the measure people are ranked by. */
async function explainBest(context: Context, asked: Asked, { best, by }: { readonly best: RunEmployee; readonly by: RankBy }): Promise<number> {
  if (by.kind === 'measure') return explainOne(context, asked, { measure: by.measure.measure, rows: ROWS_SHOWN })
  return explainResult(context, asked, { subject: { kind: best.earnings.length > 0 ? 'pay' : 'score' }, rows: ROWS_SHOWN })
}

/** The first measures that say something about anybody, with the first of a team beside the one people are ranked by. */
function tellingMeasures(result: RunResult, measures: readonly MeasureIr[]): MeasureIr[] {
  const filled = (m: MeasureIr) => result.employees.filter((e) => (e.values[m.measure] ?? null) !== null && e.values[m.measure] !== '0').length
  const own = measures.filter((m) => m.scope.line === 'own' && filled(m) > 0)
  const team = measures.filter((m) => m.scope.line !== 'own' && filled(m) > 0)
  return [...own.slice(0, 1), ...team.slice(0, 1), ...own.slice(1, MEASURES_SHOWN - 1)]
}

function showNext({ output, config }: Context, about: { employee: string; subject: string; period: string; before: string }): void {
  const docs = config.lang === 'zh' ? 'docs/guide.md' : 'docs/en/guide.md'
  const rows = [
    [`bin/heng explain ${about.employee} ${about.subject} --period ${about.period}`, output.say('welcome.next.explain')],
    [`bin/heng run --period ${about.before}`, output.say('welcome.next.run')],
    ['bin/heng apply my-company', output.say('welcome.next.own', { docs })],
    ['bin/heng help', output.say('welcome.next.help')],
    ['bin/heng stop', output.say('welcome.next.stop')],
  ] as const
  const width = Math.max(...rows.map(([command]) => stringWidth(command)))
  output.lines('', output.colours.bold(output.say('welcome.next')))
  for (const [command, text] of rows) output.lines(`  ${output.colours.cyan(pad(command, width, 'left'))}  ${text}`)
}
