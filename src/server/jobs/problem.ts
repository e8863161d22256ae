import { Refusal } from '../../base/diagnostic.ts'
import type { JobProblem } from './job.ts'

/** Trouble of the database that passes: the work is worth another attempt. */
const PASSING: ReadonlySet<string> = new Set(['store.lost', 'store.not-ready', 'store.unreachable', 'store.too-many-connections'])

/** What a failed job says, without words. Anything that is not a refusal is a fault of ours, whose details stand in the log alone. */
export function problemOf(error: unknown): { readonly problem: JobProblem; readonly passing: boolean; readonly unexpected: boolean } {
  if (!(error instanceof Refusal)) return { problem: { code: 'job.internal', params: {}, place: {}, details: [] }, passing: false, unexpected: true }
  const { code, params, place, details } = error
  return { problem: { code, params, place, details }, passing: PASSING.has(code), unexpected: false }
}
