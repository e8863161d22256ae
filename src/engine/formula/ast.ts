import type { CompareOp } from '../ir.ts'

/** Part of a formula: offsets into its text (UTF-16, as editors count), half-open. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** A name as written, quotes taken off. */
export interface Segment {
  readonly name: string
  readonly span: Span
}

export type ArithmeticOp = '+' | '-' | '*' | '/'
export type BinaryOp = ArithmeticOp | CompareOp | 'and' | 'or' | 'contains' | 'starts'

/** What a formula says, before names and types are known. */
export type Ast =
  /** `value` is plain decimal text; a percent is already divided by 100. `money`: the sign or word that makes it an amount, as its author wrote it: ¥, $, 元, CNY. */
  | { readonly kind: 'number'; readonly value: string; readonly percent: boolean; readonly money?: string; readonly span: Span }
  | { readonly kind: 'text'; readonly value: string; readonly span: Span }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly span: Span }
  | { readonly kind: 'null'; readonly span: Span }
  | { readonly kind: 'path'; readonly segments: readonly Segment[]; readonly span: Span }
  | { readonly kind: 'neg' | 'not'; readonly of: Ast; readonly span: Span }
  | { readonly kind: 'binary'; readonly op: BinaryOp; readonly left: Ast; readonly right: Ast; readonly span: Span }
  | { readonly kind: 'in'; readonly of: Ast; readonly list: readonly Ast[]; readonly negated: boolean; readonly span: Span }
  | { readonly kind: 'empty'; readonly of: Ast; readonly negated: boolean; readonly span: Span }
  | { readonly kind: 'call'; readonly fn: FunctionId; readonly args: readonly Ast[]; readonly span: Span }
  | {
      readonly kind: 'seen'
      readonly what: 'first' | 'earlier'
      readonly keys: readonly Ast[]
      readonly where: Ast | null
      readonly withinDays: number | null
      readonly span: Span
    }
  /** Where something was expected and not found: the error is already reported, later stages stay silent about it. */
  | { readonly kind: 'missing'; readonly span: Span }

export type FunctionId =
  | 'if'
  | 'round'
  | 'abs'
  | 'min'
  | 'max'
  | 'days'
  | 'value_or'
  | 'date'
  | 'year'
  | 'month'
  | 'contains'
  | 'starts'
  | 'previous'
  | 'last_year'
  | 'year_to_date'
  | 'team'
  | 'downline'
  | TableFunctionId
  | TargetFunctionId
  | ResultFunctionId

/** Reads a table of numbers. */
export type TableFunctionId = 'tiers' | 'curve' | 'lookup'
/** Reads targets of a measure. */
export type TargetFunctionId = 'target' | 'stretch' | 'challenge' | 'attainment' | 'prorated_target' | 'prorated_attainment'
/** Reads what else is known of a person in a period: only in incentive plans. */
export type ResultFunctionId = 'pay' | 'score' | 'coefficient' | 'grade' | 'tenure' | 'presence'
