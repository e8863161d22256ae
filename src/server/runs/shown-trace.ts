import { TRACE_RECORDS } from '../../base/limits.ts'
import type { EarningTrace, PartTrace } from '../../engine/reference/earning.ts'
import type { ScoreTrace } from '../../engine/reference/score-trace.ts'
import type { AggregateParts, Counted, Trace } from '../../engine/reference/trace.ts'
import type { SeesRecords } from './seen-people.ts'

/** A trace as it leaves the server: of the records of each measure the first few, and only those of people the asker sees. */
export function shownTrace(trace: Trace, sees: SeesRecords): object {
  const { parts } = trace
  switch (parts.kind) {
    case 'aggregate':
      return { ...trace, parts: shownParts(trace, parts, sees) }
    case 'formula':
      return { ...trace, parts: { ...parts, values: parts.values.map(({ ref, trace: of }) => ({ ref, trace: shownTrace(of, sees) })) } }
    case 'no-period':
      return trace
    default:
      return parts satisfies never
  }
}

/** `records` counts those that may be seen, `hidden` the others; `at` names the measure for the pages of records. */
function shownParts(trace: Trace, parts: AggregateParts, sees: SeesRecords): object {
  const seen = parts.counted.filter((c) => sees(c.employee, c.dataset))
  const hidden = parts.counted.length - seen.length
  // Whose the records are that were left out is not known here: they are named where everything else may be seen too.
  const open = hidden === 0 && sees(trace.employee, parts.dataset)
  const leftOut = parts.leftOut.map((l) => ({ ...l, examples: open ? l.examples : [] }))
  return { ...parts, counted: seen.slice(0, TRACE_RECORDS), leftOut, records: seen.length, hidden, at: placeOf(trace) }
}

/** Names a measure among the traces of one explanation. */
export function placeOf({ measure, scope, period }: Pick<Trace, 'measure' | 'scope' | 'period'>): string {
  return Buffer.from(JSON.stringify([measure, scope, period])).toString('base64url')
}

export function shownScore(score: ScoreTrace, sees: SeesRecords): object {
  return { ...score, scheme: { ...score.scheme, lines: [] }, lines: score.lines.map((l) => ({ ...l, measure: shownTrace(l.measure, sees) })) }
}

export function shownEarning({ incentive: _incentive, ...earning }: EarningTrace, sees: SeesRecords): object {
  const { now, before } = earning
  const parts = (all: readonly PartTrace[]) => all.map((part) => shownPart(part, sees))
  return { ...earning, now: { ...now, parts: parts(now.parts) }, before: before === null ? null : { ...before, parts: parts(before.parts) } }
}

function shownPart(part: PartTrace, sees: SeesRecords): object {
  if (part.kind === 'measure') return { ...part, trace: shownTrace(part.trace, sees) }
  if (part.kind === 'result') return { ...part, score: part.score === null ? null : shownScore(part.score, sees) }
  return part
}

/** Every trace of a score or of earnings, those inside others not yet. */
export function outerTraces(score: ScoreTrace | null, earnings: readonly EarningTrace[]): Trace[] {
  const parts = earnings.flatMap((e) => [...e.now.parts, ...(e.before?.parts ?? [])])
  const ofParts = parts.flatMap((p) => (p.kind === 'measure' ? [p.trace] : p.kind === 'result' ? outerTraces(p.score, []) : []))
  return [...(score?.lines.map((l) => l.measure) ?? []), ...ofParts]
}

/** The records behind the measure at that place, of people the asker sees; null where there is no such measure. */
export function recordsAt(traces: readonly Trace[], at: string, sees: SeesRecords): readonly Counted[] | null {
  const seen = new Set<Trace>()
  const waiting = [...traces]
  for (let trace = waiting.pop(); trace !== undefined; trace = waiting.pop()) {
    if (seen.has(trace)) continue
    seen.add(trace)
    if (trace.parts.kind === 'aggregate' && placeOf(trace) === at) return trace.parts.counted.filter((c) => sees(c.employee, c.dataset))
    if (trace.parts.kind === 'formula') waiting.push(...trace.parts.values.map((v) => v.trace))
  }
  return null
}
