import { requirePeriod } from '../../base/calendar-check.ts'
import { type DocumentChange, documentChanges, totalPay } from '../../server/runs/changed-documents.ts'
import { compareRuns } from '../../server/runs/compare.ts'
import { showComparison, type WrittenChanges } from '../compare-view.ts'
import { type CommandModule, textOption } from '../context.ts'
import { withCompany, withRules } from '../database.ts'
import { periodAsked } from '../named.ts'
import { EXIT, UsageProblem } from '../troubles.ts'

export const compareCommand: CommandModule = {
  name: 'compare',
  examples: ['heng compare --period 2026-Q1', 'heng compare --period 2026-Q1 --runs 3,5', 'heng compare --period 2026-Q1 --json'],
  define(command, say) {
    command.requiredOption('--period <period>', say('run.period')).option('--runs <runs>', say('compare.runs'))
  },
  async run(context, _args, options) {
    const { config, output } = context
    const runs = runsAsked(textOption(options, 'runs'))
    await withCompany(config, (store) =>
      withRules(store, async (loaded) => {
        const period = periodAsked(() => requirePeriod(loaded.calendar, textOption(options, 'period') ?? ''))
        const { found, cost, inside } = await store.read(async (read) => {
          const found = await compareRuns(read, loaded.program, { calendar: loaded.calendar, period, runs })
          return {
            found,
            cost: await totalPay(read, found.before.run, found.after.run),
            inside: asWritten(await documentChanges(read, found.documents, { lang: config.lang, names: NO_NAMES })),
          }
        })
        const documents = found.documents.map((d) => ({ ...d, changes: inside.find((c) => c.document === d.document)?.changes ?? [] }))
        // A line of which the weight alone moved is told by its document: its points stayed.
        const people = found.people.map((p) => ({ ...p, lines: p.lines.filter((l) => l.before !== l.after) }))
        output.json({ period: period.id, ...found, documents, people, cost })
        if (!config.json) showComparison(context, { loaded, period, found, cost, inside })
      }),
    )
    return EXIT.done
  },
}

/** Whoever compares here has the documents before them: places and values as they are written there. */
const NO_NAMES = { measures: new Map(), datasets: new Map(), roles: new Map() }

function asWritten(found: readonly DocumentChange[]): WrittenChanges[] {
  return found.map(({ document, changes }) => ({ document, changes: changes.map(({ path, before, after }) => ({ what: path, before, after })) }))
}

/** `3,5`: the earlier one first. */
function runsAsked(text: string | undefined): readonly [string, string] | null {
  if (text === undefined) return null
  const found = /^\s*(\d{1,18})\s*(?:,|\.\.|→)\s*(\d{1,18})\s*$/.exec(text)
  if (found === null) throw new UsageProblem('usage.bad-runs', { runs: text }, 'compare')
  return [found[1] ?? '', found[2] ?? '']
}
