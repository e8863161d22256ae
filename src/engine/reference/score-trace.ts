import type { LineIr, SchemeIr } from '../ir.ts'
import type { ScoreResult } from '../results.ts'
import type { FactFactor } from './facts.ts'
import type { FormulaParts, Reason, TargetTrace, Trace } from './trace.ts'

/** What a scheme came to, and why. */
export interface ScoreTrace {
  readonly result: ScoreResult
  readonly scheme: SchemeIr
  readonly employee: string
  readonly period: string
  /** Whose weights counted. */
  readonly weights: 'line' | 'period' | 'newcomer'
  /** Whole months; null for who is there since ever. */
  readonly tenure: number | null
  /** One for each line of the result, in its order. */
  readonly lines: readonly LineTrace[]
  /** Σ weight × points and Σ weight of the lines that counted, and their quotient. */
  readonly weighted: { readonly sum: string; readonly weights: string; readonly average: string | null }
  /** What points beside the weights add. */
  readonly added: string
  /** What the sum was multiplied by for outside causes, with the reason. */
  readonly factor: FactFactor | null
  /** After additions and gates, before rounding. */
  readonly unrounded: string | null
  /** Why there is no score. */
  readonly why: Reason | null
}

export interface LineTrace {
  readonly line: LineIr
  readonly measure: Trace
  /** Where the target came from; null for fixed ones, for formulas and for lines without. */
  readonly target: TargetTrace | null
  /** What a target that is a formula came from; null for others. */
  readonly formula: { readonly value: string | null; readonly why: Reason | null; readonly parts: FormulaParts } | null
  /** For outside causes: the row that multiplied the points of the rule, and those points. */
  readonly factor: (FactFactor & { readonly judged: string }) | null
  /** Why it was not judged by its rule, where it was not. */
  readonly why: Reason | null
}
