import type { Store } from '../store/types.ts'
import { EXPORT_JOB, exportJob } from './exports/export-job.ts'
import type { JobKind, JobKinds } from './jobs/job.ts'
import { startWorker, type Worker } from './jobs/worker.ts'
import { tellScores } from './notifications/notifications.ts'
import { BACKTEST_JOB, backtestJob } from './plan/backtest-job.ts'
import { IMPORT_JOB, importJob } from './records/import-job.ts'
import { UNDO_JOB, undoJob } from './records/undo.ts'
import { watchInputs } from './runs/auto.ts'
import { RUN_JOB, runJob } from './runs/run-job.ts'

/** Whoever's score a run changed is told. Done twice it tells once: see tellScores. */
function thenTell(kind: JobKind): JobKind {
  return {
    ...kind,
    run: async (store, input, work) => {
      const result = await kind.run(store, input, work)
      const run = typeof result === 'object' && result !== null && 'run' in result ? result.run : null
      if (typeof run === 'string') await store.tx((tx) => tellScores(tx, run))
      return result
    },
  }
}

/** Every kind of work that outlives a request, by name. */
const kinds: JobKinds = { [RUN_JOB]: thenTell(runJob), [BACKTEST_JOB]: backtestJob, [IMPORT_JOB]: importJob, [UNDO_JOB]: undoJob, [EXPORT_JOB]: exportJob }

export interface WorkOptions {
  readonly store: Store
  /** Address of the database itself; see src/store/held-locks.ts. */
  readonly url: string
  readonly now: () => Date
  readonly onError?: (error: unknown) => void
}

/** Work on jobs in this process, and ask for runs when something changes that they rest on. */
export function startWork({ store, url, now, onError }: WorkOptions): Worker {
  return startWorker({ store, url, kinds, beforeLook: watchInputs(now), ...(onError === undefined ? {} : { onError }) })
}
