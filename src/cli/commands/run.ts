import { requirePeriod } from '../../base/calendar-check.ts'
import type { MeasureIr, Program } from '../../engine/ir.ts'
import { daysWithData } from '../../server/datasets/days.ts'
import { computeRun, type RunProgress, type RunResult } from '../../server/runs/run.ts'
import { type CommandModule, type Context, flagOption, listOption, textOption } from '../context.ts'
import { withCompany, withRules } from '../database.ts'
import { inReadingOrder, measureNamed, PAY_WORDS, periodAsked, SCORE_WORDS } from '../named.ts'
import type { Output } from '../output.ts'
import type { RankBy } from '../ranking.ts'
import { hasFigure, runJson, type Shown, showRun } from '../run-view.ts'
import { EXIT, tellDiagnostics } from '../troubles.ts'

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
        const by = sort === undefined ? undefined : rankNamed(loaded.program, sort)
        const progress = output.progress()
        const { program, calendar, versions } = loaded
        const result = await computeRun(
          store,
          { program, calendar, period, versions },
          {
            signal: context.signal,
            ...(asked.length === 0 ? {} : { shown: by?.kind === 'measure' ? [by.measure, ...asked] : asked }),
            onProgress: (p) => progress.show(progressText(output, p), p.done, p.of),
          },
        ).finally(() => progress.stop())
        const measures = asked.length === 0 ? inReadingOrder(result.measures, loaded.measures) : asked
        output.json(runJson(result, measures, { program, lang: config.lang }))
        if (config.json) return
        await hintWhereEmpty(context, result, () => store.read((read) => daysWithData(read, loaded.datasets)))
        const whole = asked.length > 0 || flagOption(options, 'allMeasures')
        showRun(context, { loaded, result, ...columnsFor(result, { measures, by, asked: asked.length > 0 }), all: flagOption(options, 'all'), whole })
        tellDiagnostics(result.notices, config.lang, output)
        if (result.measures.length === 0) output.lines(output.say('run.no-measures'))
        else if (result.employees.length === 0) output.lines(output.say('run.empty'))
      }),
    )
    return EXIT.done
  },
}

const PROGRESS = { collect: 'progress.collect', measure: 'progress.measure', score: 'progress.score', reward: 'progress.reward' } as const

export function progressText(output: Output, p: RunProgress): string {
  return output.say(PROGRESS[p.stage], { what: p.what })
}

/** What `--sort` names: a measure, or the score or the pay where no measure is called so. */
function rankNamed(program: Program, name: string): RankBy {
  const wanted = name.trim().toLowerCase()
  const isMeasure = Object.values(program.measures).some((m) => m.measure === name)
  if (!isMeasure && Object.keys(program.schemes).length > 0 && SCORE_WORDS.includes(wanted)) return { kind: 'score' }
  if (!isMeasure && Object.keys(program.incentives).length > 0 && PAY_WORDS.includes(wanted)) return { kind: 'pay' }
  return { kind: 'measure', measure: measureNamed(program, name) }
}

/** Where people have scores they are ranked by them, else by what they earn, else by the first measure; what they are ranked by is there to be seen. */
export function columnsFor(
  result: RunResult,
  of: { readonly measures: readonly MeasureIr[]; readonly by: RankBy | undefined; readonly asked: boolean },
): Pick<Shown, 'measures' | 'by' | 'results'> {
  const { measures, asked } = of
  const first: RankBy | undefined = measures[0] === undefined ? undefined : { kind: 'measure', measure: measures[0] }
  const scored = result.employees.some((e) => e.score !== null)
  const paid = result.employees.some((e) => e.earnings.length > 0)
  const usual: RankBy | undefined = asked ? first : scored ? { kind: 'score' } : paid ? { kind: 'pay' } : first
  const by = of.by ?? usual
  const ranking = by?.kind === 'measure' ? by.measure : undefined
  const ahead = ranking !== undefined && !(asked && measures.includes(ranking)) ? [ranking, ...measures.filter((m) => m !== ranking)] : measures
  return { measures: ahead, by, results: !asked || by?.kind !== 'measure' }
}

async function hintWhereEmpty({ output }: Context, result: RunResult, days: () => Promise<{ first: string; last: string } | null>): Promise<void> {
  if (result.employees.length === 0 || result.measures.length === 0) return
  if (result.employees.some((e) => e.earnings.length > 0 || result.measures.some((m) => hasFigure(e, m)))) return
  const found = await days()
  if (found !== null) output.lines(output.colours.yellow(output.say('run.nothing', { from: found.first, to: found.last })), '')
}
