import { JOB_CANDIDATES, JOB_POLL_MS, JOB_PROGRESS_MS, JOBS_AT_ONCE } from '../../base/limits.ts'
import { sql } from '../../base/sql.ts'
import { cancellable } from '../../store/cancel.ts'
import { type HeldLocks, holdLocks } from '../../store/held-locks.ts'
import type { Store } from '../../store/types.ts'
import { type Claimed, claim, end, giveBack, jobLock, type Outcome, report } from './claim.ts'
import type { JobKinds, JobProgress } from './job.ts'
import { problemOf } from './problem.ts'
import { openJobs } from './queue.ts'

export interface WorkerOptions {
  readonly store: Store
  /** Address of the same database: locks are held on a connection of their own. */
  readonly url: string
  readonly kinds: JobKinds
  /** Done before each look for jobs: whatever may have to ask for one. */
  readonly beforeLook?: (store: Store) => Promise<void>
  /** Told of what went wrong that no reader of the job is told. */
  readonly onError?: (error: unknown) => void
}

export interface Worker {
  /** Look for jobs now rather than at the next turn. */
  readonly wake: () => void
  /** Stop: work under way is given back, for this process's next start or for another process. */
  readonly stop: () => Promise<void>
}

/** Why the work of a job is stopped. */
type Stop = 'cancelled' | 'stopping' | 'lost'

interface Running {
  readonly kind: string
  readonly stop: (why: Stop) => void
  readonly over: Promise<void>
}

/** Work on jobs in this process until it is told to stop. */
export function startWorker(options: WorkerOptions): Worker {
  const crew = new Crew(options)
  const over = crew.work()
  return {
    wake: () => crew.wake(),
    stop: async () => {
      crew.leave()
      await over
    },
  }
}

/** Owns the locks and the jobs under way. */
class Crew {
  readonly #options: WorkerOptions
  readonly #running = new Map<string, Running>()
  #locks: HeldLocks | null = null
  #leaving = false
  #wake: () => void = () => undefined

  constructor(options: WorkerOptions) {
    this.#options = options
  }

  wake(): void {
    this.#wake()
  }

  leave(): void {
    this.#leaving = true
    for (const job of this.#running.values()) job.stop('stopping')
    this.#wake()
  }

  async work(): Promise<void> {
    while (!this.#leaving) {
      const woken = new Promise<void>((resolve) => {
        this.#wake = resolve
      })
      // Trouble of the database passes: the next look may succeed.
      await this.#look().catch((error: unknown) => this.#options.onError?.(error))
      if (!this.#leaving) await Promise.race([woken, pause(JOB_POLL_MS)])
    }
    await Promise.all([...this.#running.values()].map((job) => job.over))
    await this.#locks?.close()
  }

  async #look(): Promise<void> {
    const { store, beforeLook } = this.#options
    await this.#stopCancelled()
    await beforeLook?.(store)
    const locks = await this.#heldLocks()
    const open = this.#running.size < JOBS_AT_ONCE ? await store.read((read) => openJobs(read, Object.keys(this.#options.kinds), JOB_CANDIDATES)) : []
    for (const { id, kind } of open) {
      if (this.#leaving || this.#running.size >= JOBS_AT_ONCE) return
      if (this.#running.has(id) || this.#mustWait(kind) || !(await locks.tryLock(jobLock(id)))) continue
      const job = await store.tx((tx) => claim(tx, id))
      if (job === null) await locks.unlock(jobLock(id))
      else this.#begin(locks, job)
    }
  }

  #mustWait(kind: string): boolean {
    return this.#options.kinds[kind]?.alone === true && [...this.#running.values()].some((job) => job.kind === kind)
  }

  async #heldLocks(): Promise<HeldLocks> {
    if (this.#locks !== null && !this.#locks.lost.aborted) return this.#locks
    const locks = await holdLocks(this.#options.url)
    this.#locks = locks
    // Another process may have taken the jobs already: what is done here would be done twice.
    locks.lost.addEventListener('abort', () => {
      if (!this.#leaving) for (const job of this.#running.values()) job.stop('lost')
    })
    return locks
  }

  async #stopCancelled(): Promise<void> {
    if (this.#running.size === 0) return
    const ids = [...this.#running.keys()]
    const asked = await this.#options.store.read((read) =>
      read.query<{ id: string }>(sql`select job_id::text as id from app.job where job_id = any(${ids}::uuid[]) and cancel_asked`),
    )
    for (const { id } of asked) this.#running.get(id)?.stop('cancelled')
  }

  #begin(locks: HeldLocks, job: Claimed): void {
    const controller = new AbortController()
    let why: Stop | null = null
    const over = this.#do(job, { signal: controller.signal, why: () => why })
      .catch((error: unknown) => this.#options.onError?.(error))
      .finally(async () => {
        this.#running.delete(job.id)
        await locks.unlock(jobLock(job.id)).catch(() => undefined)
        this.#wake()
      })
    const stop = (reason: Stop) => {
      why ??= reason
      controller.abort()
    }
    this.#running.set(job.id, { kind: job.kind, stop, over })
    // Either may have happened while the job was being taken.
    if (this.#leaving) stop('stopping')
    else if (locks.lost.aborted) stop('lost')
  }

  async #do(job: Claimed, stopping: { readonly signal: AbortSignal; readonly why: () => Stop | null }): Promise<void> {
    const { store, kinds, onError } = this.#options
    const told = reporter(store, job)
    try {
      const work = { signal: stopping.signal, progress: told.progress, job }
      const result = await kinds[job.kind]?.run(cancellable(store, stopping.signal), job.input, work)
      await told.settle()
      await this.#end(job, { state: 'done', result })
    } catch (error) {
      await told.settle()
      const why = stopping.why()
      if (why === 'lost') return
      if (why === 'stopping') return await store.tx((tx) => giveBack(tx, job))
      if (why === 'cancelled') return await this.#end(job, { state: 'cancelled' })
      const { problem, passing, unexpected } = problemOf(error)
      if (unexpected) onError?.(error)
      // Without its lock the job counts as left behind, and is taken again.
      if (!passing) await this.#end(job, { state: 'failed', error: problem })
    }
  }

  async #end(job: Claimed, outcome: Outcome): Promise<void> {
    await this.#options.store.tx((tx) => end(tx, job, outcome))
  }
}

/** Writes progress at most every JOB_PROGRESS_MS; what came last in between is written then. */
function reporter(store: Store, job: Claimed) {
  let next: JobProgress | null = null
  let timer: NodeJS.Timeout | null = null
  let writing: Promise<unknown> = Promise.resolve()
  const write = () => {
    timer = null
    const progress = next
    next = null
    // Progress that cannot be written is no reason to stop working.
    if (progress !== null) writing = store.tx((tx) => report(tx, job, progress)).catch(() => undefined)
  }
  return {
    progress: (progress: JobProgress) => {
      next = progress
      timer ??= setTimeout(write, JOB_PROGRESS_MS)
    },
    settle: async () => {
      if (timer !== null) clearTimeout(timer)
      write()
      await writing
    },
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
