import type { Store } from '../store/types.ts'
import type { JobKinds } from './jobs/job.ts'
import { startWorker, type Worker } from './jobs/worker.ts'
import { BACKTEST_JOB, backtestJob } from './plan/backtest-job.ts'
import { IMPORT_JOB, importJob } from './records/import-job.ts'
import { UNDO_JOB, undoJob } from './records/undo.ts'
import { watchInputs } from './runs/auto.ts'
import { RUN_JOB, runJob } from './runs/run-job.ts'

/** Every kind of work that outlives a request, by name. */
const kinds: JobKinds = { [RUN_JOB]: runJob, [BACKTEST_JOB]: backtestJob, [IMPORT_JOB]: importJob, [UNDO_JOB]: undoJob }

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
