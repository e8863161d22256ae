import type { CalendarSpec } from '../../../base/calendar.ts'
import { canonicalJson } from '../../../engine/canonical-json.ts'
import type { Program } from '../../../engine/ir.ts'
import { openEvaluator } from '../../../engine/reference/evaluate.ts'
import type { Facts } from '../../../engine/reference/facts.ts'
import type { EarningResult, LineResult, ScoreResult } from '../../../engine/results.ts'

/** What a run stored for somebody. */
export interface Stored {
  readonly score: ScoreResult | null
  readonly earnings: readonly EarningResult[]
}

/** A figure that came out differently; `what` names it, `of` the line or the component. */
export interface Difference {
  readonly what: 'score' | 'grade' | 'coefficient' | 'factor' | 'component' | 'derivation' | `line.${LineField}`
  readonly of: string
  readonly stored: string | null
  readonly recomputed: string | null
}

export interface Comparison {
  /** Figures that were compared. */
  readonly figures: number
  readonly differences: readonly Difference[]
}

const LINE_FIELDS = ['weight', 'target', 'actual', 'attainment', 'factor', 'points', 'state'] as const

type LineField = (typeof LINE_FIELDS)[number]

interface Asked {
  readonly program: Program
  readonly calendar: CalendarSpec
  readonly facts: Facts
  readonly employee: string
  readonly period: string
  /** Whether the pay items are among the facts: without them pay cannot be worked out. */
  readonly pay: boolean
}

/** Score and pay worked out from the records alone, by the interpreter that the server explains with. */
export function recompute({ program, calendar, facts, employee, period, pay }: Asked): Stored {
  const evaluator = openEvaluator(program, calendar, facts)
  return { score: evaluator.score({ employee, period })?.result ?? null, earnings: pay ? evaluator.earnings({ employee, period }).map((each) => each.result) : [] }
}

/** Every figure of both, to the last digit. */
export function compare(stored: Stored, recomputed: Stored): Comparison {
  const pairs = [...scorePairs(stored.score, recomputed.score), ...earningPairs(stored.earnings, recomputed.earnings)]
  return { figures: pairs.length, differences: pairs.filter((pair) => pair.stored !== pair.recomputed) }
}

function scorePairs(stored: ScoreResult | null, recomputed: ScoreResult | null): Difference[] {
  if (stored === null && recomputed === null) return []
  const head = (['score', 'grade', 'coefficient', 'factor'] as const).map((what) => ({ what, of: '', stored: stored?.[what] ?? null, recomputed: recomputed?.[what] ?? null }))
  const ids = [...new Set([...(stored?.lines ?? []), ...(recomputed?.lines ?? [])].map(({ line }) => line))]
  const lines = ids.flatMap((id) => linePairs(id, lineOf(stored, id), lineOf(recomputed, id)))
  return [...head, ...lines]
}

const lineOf = (score: ScoreResult | null, id: string): LineResult | undefined => score?.lines.find(({ line }) => line === id)

function linePairs(of: string, stored: LineResult | undefined, recomputed: LineResult | undefined): Difference[] {
  return LINE_FIELDS.map((field) => ({ what: `line.${field}` as const, of, stored: stored?.[field] ?? null, recomputed: recomputed?.[field] ?? null }))
}

function earningPairs(stored: readonly EarningResult[], recomputed: readonly EarningResult[]): Difference[] {
  const key = (each: EarningResult) => JSON.stringify([each.incentive, each.component])
  const both = [...new Set([...stored, ...recomputed].map(key))].map((id) => [stored.find((each) => key(each) === id), recomputed.find((each) => key(each) === id)] as const)
  return both.flatMap(([left, right]) => {
    const of = (left ?? right)?.component ?? ''
    const amounts = { what: 'component' as const, of, stored: left?.amount ?? null, recomputed: right?.amount ?? null }
    return [amounts, { what: 'derivation' as const, of, stored: derivation(left), recomputed: derivation(right) }]
  })
}

/** Tiers, conditions, floor and cap as one text. */
function derivation(earning: EarningResult | undefined): string | null {
  return earning === undefined ? null : canonicalJson({ now: earning.now, before: earning.before })
}
