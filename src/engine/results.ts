/**
 * What schemes and incentive plans come to, as both evaluators tell it: plain data, stored beside the result, shown in explanations, compared by `heng verify`.
 * Every number is canonical decimal text (no trailing zeros, no exponent).
 */
export interface ScoreResult {
  /** Id of the scheme's document. */
  readonly scheme: string
  readonly score: string | null
  readonly grade: string | null
  readonly coefficient: string | null
  /** For outside causes: what the sum was multiplied by before gates and rounding; null: nothing. */
  readonly factor: string | null
  /** In the order of the scheme. */
  readonly lines: readonly LineResult[]
}

export interface LineResult {
  readonly line: string
  /** The weight that counted: of the line, the period or the newcomer. */
  readonly weight: string
  /** As it counted: prorated where the line says so. Null where the line has none. */
  readonly target: string | null
  readonly actual: string | null
  /** Actual ÷ target; null without an actual or a target above 0. */
  readonly attainment: string | null
  /** For outside causes: what the points of the rule were multiplied by; null: nothing, or not judged. */
  readonly factor: string | null
  /** 100 for what is asked, times the factor; null where skipped, and for gates. */
  readonly points: string | null
  /** scored · skipped, zero, full: no data · passed, failed: a gate. */
  readonly state: 'scored' | 'skipped' | 'zero' | 'full' | 'passed' | 'failed'
}

export interface EarningResult {
  /** Id of the plan's document. */
  readonly incentive: string
  readonly component: string
  readonly amount: string | null
  readonly now: AmountResult
  readonly before: AmountResult | null
}

export interface AmountResult {
  /** What the formula gave, before conditions, floor and cap. */
  readonly raw: string | null
  /** What they left of it; before rounding. */
  readonly amount: string | null
  readonly conditions: readonly (boolean | null)[]
  readonly floor: string | null
  readonly cap: string | null
  /** One for each node of `derivedNodes` (derivation.ts), in its order. */
  readonly parts: readonly PartResult[]
}

/** A leaf's value as text (a grade as it is), or how a table came to its value. */
export type PartResult = string | null | TiersResult | CurveResult | LookupResult

/**
 * `tiers` has one entry a tier: the part of the quantity that lies in it (whatever the mode) and what it pays; empty where the quantity is null, or the scale is null or not above 0.
 * `of` is the quantity as it came, also beyond the last bound. Entries below the lowest bound are 0 and 0.
 */
export interface TiersResult {
  readonly of: string | null
  readonly scale: string | null
  readonly value: string | null
  readonly tiers: readonly { readonly part: string; readonly pays: string }[]
}

export interface CurveResult {
  readonly of: string | null
  readonly value: string | null
}

/** `row` counts from 0; null: none fits. */
export interface LookupResult {
  readonly row: number | null
  readonly value: string | null
}
