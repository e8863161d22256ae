import { requirePeriod } from '../../base/calendar-check.ts'
import { backtestPlan } from '../../server/plan/backtest.ts'
import { backtestJson, showBacktest } from '../backtest-view.ts'
import { type CommandModule, requiredArg, textOption } from '../context.ts'
import { withCompany } from '../database.ts'
import { periodAsked } from '../named.ts'
import { goodFolder } from '../plan-folder.ts'
import { EXIT, tellDiagnostics, UsageProblem } from '../troubles.ts'
import { progressText } from './run.ts'

export const backtestCommand: CommandModule = {
  name: 'backtest',
  examples: ['heng export my-draft', 'heng backtest my-draft --periods 2026-Q1', 'heng backtest my-draft --periods 2025-Q3,2025-Q4 --json'],
  define(command, say) {
    command.argument('<dir>', say('backtest.dir')).requiredOption('--periods <periods>', say('backtest.periods')).option('--data <dir>', say('apply.data'))
  },
  async run(context, args, options) {
    const { config, output } = context
    const dir = requiredArg(args, 0)
    const { plan } = await goodFolder(context, dir, textOption(options, 'data'))
    const { company, calendar } = plan.company.document
    const asked = (textOption(options, 'periods') ?? '').split(/[,，、;；\s]+/).filter((id) => id !== '')
    if (asked.length === 0) throw new UsageProblem('usage.missing-value', { name: '--periods' }, 'backtest')
    const periods = [...new Set(asked.map((id) => periodAsked(() => requirePeriod(calendar, id)).id))]
    const progress = output.progress()
    const found = await withCompany(
      config,
      (store) => backtestPlan(store, plan, { periods, signal: context.signal, onProgress: (p) => progress.show(progressText(output, p), p.done, p.of) }),
      { company },
    ).finally(() => progress.stop())
    output.json(backtestJson(found, config.lang))
    if (config.json) return EXIT.done
    showBacktest(context, { found, company: plan.company.document, dir })
    tellDiagnostics([...found.diagnostics, ...found.periods.flatMap((p) => p.diagnostics)], config.lang, output)
    return EXIT.done
  },
}
