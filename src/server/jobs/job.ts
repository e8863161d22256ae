import type { Diagnostic, Params, Place } from '../../base/diagnostic.ts'
import type { Store } from '../../store/types.ts'

export const JOB_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const

export type JobState = (typeof JOB_STATES)[number]

/** `done` of `of` parts; `what` is being worked on. `stage` is a word of the kind of work. */
export interface JobProgress {
  readonly stage: string
  readonly what: string
  readonly done: number
  readonly of: number
}

/** Why a job failed, without words: they are found when it is read, in the reader's language. */
export interface JobProblem {
  readonly code: string
  readonly params: Params
  readonly place: Place
  readonly details: readonly Diagnostic[]
}

export interface Job {
  readonly id: string
  readonly kind: string
  readonly state: JobState
  /** Somebody wants it to end; it has not yet. */
  readonly cancelAsked: boolean
  readonly input: unknown
  readonly progress: JobProgress | null
  readonly result: unknown
  readonly error: JobProblem | null
  /** Id of the user; null: the program itself. */
  readonly createdBy: string | null
  /** Instants as ISO text in UTC. */
  readonly createdAt: string
  readonly startedAt: string | null
  readonly finishedAt: string | null
  readonly attempts: number
}

/** What a kind of work gets beside its input. */
export interface Work {
  /** Given when the job is to end: every transaction of the store it works with is stopped then. */
  readonly signal: AbortSignal
  readonly progress: (progress: JobProgress) => void
  readonly job: Pick<Job, 'id' | 'createdBy' | 'attempts'>
}

/**
 * A kind of work. What it did must be the same when it is done twice: a process may die after the work and before the job is marked as done.
 * `alone`: no two of the kind at the same time in one process, because they would only wait for each other.
 */
export interface JobKind {
  readonly alone: boolean
  /** Answers the result, plain data. */
  readonly run: (store: Store, input: unknown, work: Work) => Promise<unknown>
}

/** By name: `run`, `backtest`. */
export type JobKinds = Readonly<Record<string, JobKind>>
