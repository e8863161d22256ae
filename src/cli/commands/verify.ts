import { type Failure, verifyRuns } from '../../server/runs/verify/verify.ts'
import { withTrialStores } from '../../store/trial-store.ts'
import type { CommandModule, Context } from '../context.ts'
import { MISSING } from '../figures.ts'
import { numberOption } from '../numbers.ts'
import { EXIT } from '../troubles.ts'

/** Failures told one by one: they mostly have the same cause. */
const FAILURES_SHOWN = 10

/** Databases that work on random companies side by side: while one waits for the server, the interpreter works for the other. */
const DATABASES = 3

export const verifyCommand: CommandModule = {
  name: 'verify',
  examples: ['heng verify --runs 200', 'heng verify --runs 1 --seed 17'],
  define(command, say) {
    command.option('--runs <count>', say('verify.runs'), '200').option('--seed <seed>', say('verify.seed'), '1')
  },
  async run(context, _args, options) {
    const { output, config, signal } = context
    const runs = numberOption(options, 'runs', 1)
    const seed = numberOption(options, 'seed', 0)
    const progress = output.progress()
    const onProgress = (done: number) => progress.show(output.say('verify.progress'), done, runs)
    const result = await withTrialStores({ home: config.home, count: DATABASES, ...(config.databaseUrl === null ? {} : { databaseUrl: config.databaseUrl }) }, (stores) =>
      verifyRuns(stores, { runs, seed, signal, onProgress }),
    ).finally(() => progress.stop())
    for (const failure of result.failures.slice(0, FAILURES_SHOWN)) showFailure(context, failure, seed)
    output.json({ seed, ...result })
    output.lines(output.say('verify.compared', { count: result.compared }), output.say('verify.result', { passed: result.passed, failed: result.failed }))
    return result.failed === 0 ? EXIT.done : EXIT.differ
  },
}

function showFailure({ output }: Context, failure: Failure, first: number): void {
  const [difference] = failure.differences
  const what =
    difference === undefined
      ? (failure.error ?? '')
      : `${difference.name} · ${difference.employee} · ${difference.period}: ${difference.sql ?? MISSING} ≠ ${difference.reference ?? MISSING}`
  output.note(output.colours.red(output.say('verify.failure', { seed: failure.seed, round: failure.seed - first + 1, what })), output.say('verify.again', { seed: failure.seed }))
}
