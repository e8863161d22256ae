/** One thing that is wrong, with its place, as the API says it in the reader's language. */
export interface ProblemDetail {
  readonly code: string
  readonly severity?: 'error' | 'warning' | 'info' | undefined
  readonly detail: string
  readonly cure?: string | undefined
  /** `path` inside the body, or file, line and column. */
  readonly place?: Readonly<Record<string, unknown>> | undefined
}

/** What went wrong and what to do: the body of `application/problem+json`, or the same made here when there was no answer. */
export interface Problem {
  readonly code: string
  /** HTTP status; 0 when there was no answer. */
  readonly status: number
  readonly detail: string
  readonly cure?: string | undefined
  readonly params?: Readonly<Record<string, unknown>> | undefined
  readonly errors?: readonly ProblemDetail[] | undefined
}

/** A problem as something that can be thrown; carries the sentence, never a stack for readers. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem, cause?: unknown) {
    super(`${problem.code}: ${problem.detail}`, cause === undefined ? undefined : { cause })
    this.name = 'ProblemError'
    this.problem = problem
  }
}

/** Codes of problems that are made in the browser; their sentences stand in text/…/ui.ts. */
export const OFFLINE = 'web.offline'
export const UNKNOWN = 'web.unknown'

/** The problem behind anything that was thrown. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  return { code: UNKNOWN, status: 0, detail: '' }
}

/** The sentences about fields by the name of the field, for forms: `{ password: '…' }`. */
export function fieldProblems(problem: Problem | null): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const { place, detail } of problem?.errors ?? []) {
    const path = place?.['path']
    const last = Array.isArray(path) ? path.at(-1) : path
    if (typeof last === 'string' || typeof last === 'number') found[String(last)] ??= detail
  }
  return found
}
