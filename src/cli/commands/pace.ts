import { dayInZone, lastDay, type Period } from '../../base/calendar.ts'
import { requirePeriod } from '../../base/calendar-check.ts'
import { rulesInForce } from '../../engine/in-force.ts'
import { parseDay } from '../../server/org/rows.ts'
import { readPace } from '../../server/runs/pace.ts'
import { computeAnd } from '../../server/runs/run.ts'
import { type CommandModule, textOption } from '../context.ts'
import { withCompany, withRules } from '../database.ts'
import { periodAsked } from '../named.ts'
import { showPace } from '../pace-view.ts'
import { EXIT, UsageProblem } from '../troubles.ts'

export const paceCommand: CommandModule = {
  name: 'pace',
  examples: ['heng pace --period 2026-Q1', 'heng pace --period 2026-Q1 --on 2026-02-14', 'heng pace --period 2026-Q1 --json'],
  define(command, say) {
    command.requiredOption('--period <period>', say('run.period')).option('--on <day>', say('pace.on'))
  },
  async run(context, _args, options) {
    const { config, output } = context
    await withCompany(config, (store) =>
      withRules(store, async ({ program, calendar, versions, ...loaded }) => {
        const period = periodAsked(() => requirePeriod(calendar, textOption(options, 'period') ?? ''))
        const day = dayAsked(textOption(options, 'on'), period, program.company.timezone)
        const input = { program, calendar, period, versions }
        const rules = rulesInForce(program, period)
        const pace = await computeAnd(store, input, { signal: context.signal }, (read, run) => readPace(read, { run, program, rules, period, day }))
        output.json({ period: period.id, day, elapsed: pace.elapsed, lines: pace.rows })
        if (!config.json) showPace(context, { loaded: { program, calendar, versions, ...loaded }, period: period.id, pace })
      }),
    )
    return EXIT.done
  },
}

/** The day that is asked about; today where none is, and never beyond the period's last. */
function dayAsked(text: string | undefined, period: Period, timezone: string): string {
  const day = text === undefined ? dayInZone(new Date().toISOString(), timezone) : parseDay(text)
  if (day === undefined) throw new UsageProblem('usage.bad-day', { day: text ?? '' }, 'pace')
  if (day < period.from) throw new UsageProblem('usage.day-before', { day, period: period.id, from: period.from }, 'pace')
  return day >= period.until ? lastDay(period) : day
}
