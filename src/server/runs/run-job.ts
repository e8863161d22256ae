import { z } from 'zod'
import { requirePeriod } from '../../base/calendar-check.ts'
import { Refusal } from '../../base/diagnostic.ts'
import type { Store } from '../../store/types.ts'
import type { JobKind } from '../jobs/job.ts'
import { rulesInForceNow } from '../measures/rules-cache.ts'
import { atRun } from './explain.ts'
import type { RunOptions } from './run.ts'

/** The kind of job that computes a period; its input is `{ period }`, its result `{ run, period }`. */
export const RUN_JOB = 'run'

const Input = z.object({ period: z.string() })

/** Times the rules are read again because somebody changed them between the reading and the run. */
const MOST_READINGS = 5

/** Done twice, the second time finds the run of the first. */
export const runJob: JobKind = {
  alone: true,
  run: async (store, input, { signal, progress }) => {
    const { period } = Input.parse(input)
    return { period, run: await runPeriod(store, period, { signal, onProgress: progress, aside: true }) }
  },
}

/** The number of a run of the period with the inputs of now: the one there is, else a new one. */
async function runPeriod(store: Store, id: string, options: RunOptions): Promise<string> {
  for (let readings = 1; ; readings++) {
    const { program, calendar, versions } = await store.read(rulesInForceNow)
    try {
      return await atRun(store, { program, calendar, versions, period: requirePeriod(calendar, id) }, options, (_read, run) => Promise.resolve(run))
    } catch (error) {
      if (readings === MOST_READINGS || !(error instanceof Refusal && error.code === 'rules.changed')) throw error
    }
  }
}
