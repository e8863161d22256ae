import { Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import type { EarningTrace } from '../../engine/reference/earning.ts'
import type { ScoreTrace } from '../../engine/reference/score-trace.ts'
import type { Trace } from '../../engine/reference/trace.ts'
import type { Read } from '../../store/types.ts'
import { explainNow } from './explain.ts'
import { explainResultsNow, payVersions, scoreVersions } from './explain-results.ts'
import type { PeriodNow } from './newest.ts'

/** What is to be explained. `id`: of a measure, a line of the scheme, a component of a plan. */
export type Subject = { readonly kind: 'score' | 'pay' } | { readonly kind: 'measure' | 'line' | 'component'; readonly id: string }

/** `score`, `pay`, `measure:won_revenue`, `line:revenue`, `component:commission`. Errors: `explain.no-subject`. */
export function subjectOf(text: string): Subject {
  if (text === 'score' || text === 'pay') return { kind: text }
  const [, kind, id] = /^(measure|line|component):(.+)$/s.exec(text) ?? []
  if ((kind === 'measure' || kind === 'line' || kind === 'component') && id !== undefined) return { kind, id }
  throw new Refusal('explain.no-subject', { subject: text.slice(0, 200) })
}

export const isAboutPay = (subject: Subject): boolean => subject.kind === 'pay' || subject.kind === 'component'

/** One explanation before anything is left out of it. */
export interface Explained {
  readonly employee: { readonly id: string; readonly name: string }
  /** What the run stored, and what the interpreter came to from the records. */
  readonly stored: unknown
  readonly recomputed: unknown
  readonly agrees: boolean
  readonly trace:
    | { readonly kind: 'measure'; readonly trace: Trace }
    | { readonly kind: 'score'; readonly score: ScoreTrace | null }
    | { readonly kind: 'pay'; readonly earnings: readonly EarningTrace[] }
  readonly versions: Readonly<Record<string, number>>
  /** Where targets and pay items came from: `sales 2026-03` → `targets.csv`. */
  readonly sources: Readonly<Record<string, string>>
}

/**
 * Explain what the newest run of a period came to for a person, at the moment of `read`.
 * Errors: `run.not-found` where there is no run yet; `explain.*`.
 */
export async function explained(read: Read, now: PeriodNow, of: { readonly employee: string; readonly subject: Subject }): Promise<Explained> {
  const { input, newest, period } = now
  if (newest === null) throw new Refusal('run.not-found', { period: period.id })
  const at = { employee: of.employee, run: newest.run }
  await requireInRun(read, at, period.id)
  return of.subject.kind === 'measure'
    ? await measureExplained(read, now, { ...at, measure: of.subject.id })
    : resultExplained(input, await explainResultsNow(read, input, at), of.subject)
}

/** Whoever came after the run is in the next one. Errors: `explain.not-active`. */
async function requireInRun(read: Read, { employee, run }: { employee: string; run: string }, period: string): Promise<void> {
  const row = await read.first<{ name: string }>(sql`select name from app.employee where employee_id = ${employee}`)
  const there = await read.first(sql`select 1 as found from calc.value where run_id = ${run}::bigint and employee_id = ${employee}`)
  if (there === undefined) throw new Refusal('explain.not-active', { employee: row?.name ?? employee, period })
}

async function measureExplained(read: Read, { input }: PeriodNow, of: { readonly employee: string; readonly run: string; readonly measure: string }): Promise<Explained> {
  const { measures } = input.program
  const measure = Object.hasOwn(measures, of.measure) ? measures[of.measure] : undefined
  if (measure === undefined || measure.hidden) throw new Refusal('explain.no-measure', { measure: of.measure })
  const e = await explainNow(read, input, { employee: of.employee, run: of.run, measure })
  return { employee: e.employee, stored: e.value, recomputed: e.trace.value, agrees: e.agrees, trace: { kind: 'measure', trace: e.trace }, versions: e.versions, sources: {} }
}

function resultExplained(input: PeriodNow['input'], e: Awaited<ReturnType<typeof explainResultsNow>>, subject: Exclude<Subject, { kind: 'measure' }>): Explained {
  const common = { employee: e.employee, sources: Object.fromEntries(e.sources) }
  if (subject.kind === 'score' || subject.kind === 'line') {
    const line = subject.kind === 'line' ? subject.id : null
    const score = scoreOf(e.score, line)
    const stored = line === null ? e.stored.score : (e.stored.score?.lines.find((l) => l.line === line) ?? null)
    const recomputed = line === null ? (score?.result ?? null) : (score?.result.lines[0] ?? null)
    return { ...common, stored, recomputed, agrees: e.agrees.score, trace: { kind: 'score', score }, versions: score === null ? {} : scoreVersions(input, score) }
  }
  const component = subject.kind === 'component' ? subject.id : null
  const earnings = e.earnings.filter((x) => component === null || x.result.component === component)
  if (component !== null && earnings.length === 0) throw new Refusal('explain.no-subject', { subject: component })
  return {
    ...common,
    stored: e.stored.earnings.filter((x) => component === null || x.component === component),
    recomputed: earnings.map((x) => x.result),
    agrees: e.agrees.pay,
    trace: { kind: 'pay', earnings },
    versions: payVersions(input, earnings),
  }
}

/** The score with that line alone; all of it where none is named. Errors: `explain.no-subject`. */
function scoreOf(score: ScoreTrace | null, line: string | null): ScoreTrace | null {
  if (score === null || line === null) return score
  const at = score.result.lines.findIndex((l) => l.line === line)
  if (at < 0) throw new Refusal('explain.no-subject', { subject: line })
  return { ...score, result: { ...score.result, lines: score.result.lines.slice(at, at + 1) }, lines: score.lines.slice(at, at + 1) }
}
