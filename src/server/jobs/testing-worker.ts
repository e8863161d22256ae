import { appendFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { connectStore } from '../../store/pool.ts'
import type { JobKinds } from './job.ts'
import { startWorker } from './worker.ts'

/** Kinds of work for tests: `slow` says in a file that it began and ended; the first attempt hangs until its process is killed. */
export function testKinds(file: string): JobKinds {
  return {
    slow: {
      alone: false,
      run: async (_store, input, { signal, job }) => {
        appendFileSync(file, `begin ${job.attempts} ${JSON.stringify(input)}\n`)
        if (job.attempts === 1) await sleep(600_000, undefined, { signal })
        appendFileSync(file, `end ${job.attempts}\n`)
        return { attempts: job.attempts }
      },
    },
  }
}

/** A process of its own that works on jobs until it is killed: `node --import tsx testing-worker.ts URL FILE`. */
const [url, file] = process.argv.slice(2)
if (process.argv[1] === import.meta.filename && url !== undefined && file !== undefined) {
  startWorker({ store: connectStore(url), url, kinds: testKinds(file) })
}
