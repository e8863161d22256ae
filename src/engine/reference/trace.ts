import type { Day } from '../../base/calendar.ts'
import type { Params } from '../../base/diagnostic.ts'
import type { AggregateFn, Expr, ScopeIr, TargetLevel, ValueRef } from '../ir.ts'

/** Why something is empty. The sentences are in why-texts.ts. */
export interface Reason {
  readonly code: string
  readonly params: Params
}

/**
 * How a value came about, as plain data: it can be stored, sent and printed.
 * Traces inside a trace are shared where a measure is used twice, so write out large ones with care.
 */
export interface Trace {
  readonly measure: string
  readonly employee: string
  /** The scope it was computed under: the measure's own, else the one it was asked under. */
  readonly scope: ScopeIr
  /** Null where a shift led outside the calendar. */
  readonly period: string | null
  /** Canonical decimal text, or null. */
  readonly value: string | null
  /** Why the value is null, or why nothing was counted where it is 0. */
  readonly why: Reason | null
  /** What `round` of the measure did; null where it changed nothing. */
  readonly rounding: { readonly scale: number; readonly before: string } | null
  readonly parts: AggregateParts | FormulaParts | { readonly kind: 'no-period' }
}

export interface FormulaParts {
  readonly kind: 'formula'
  readonly expr: Expr
  /** Each reference to another measure, in the order written, once. */
  readonly values: readonly { readonly ref: ValueRef; readonly trace: Trace }[]
  /** Each target it reads, in the order written. */
  readonly targets: readonly TargetTrace[]
}

type TargetRows = readonly { readonly period: string; readonly value: string }[]

/** What was asked of a person, and from which rows of targets.csv that comes. */
export interface TargetTrace {
  readonly measure: string
  readonly level: TargetLevel
  /** Whose targets: the person's own, or those of everybody on a line. */
  readonly scope: ScopeIr
  /** Null where a shift led outside the calendar. */
  readonly period: string | null
  /** As it counts: prorated where that was asked for. */
  readonly value: string | null
  readonly why: Reason | null
  /** The person's own; none where `members` have theirs. */
  readonly rows: TargetRows
  /** Over a line: everybody on it by id, with a null value for who has no target. Null for a person's own target. */
  readonly members: readonly { readonly employee: string; readonly value: string | null; readonly rows: TargetRows }[] | null
  /** Null where it is not prorated. */
  readonly presence: PresenceTrace | null
}

/** Days of a period on which the person held a role of the rules. */
export interface PresenceTrace {
  readonly days: number
  readonly of: number
  readonly share: string
}

export interface AggregateParts {
  readonly kind: 'aggregate'
  readonly fn: AggregateFn
  readonly weight: 'share' | 'full'
  readonly dataset: string
  /** One row for each record and person credited with it, by day, record key and person. */
  readonly counted: readonly Counted[]
  readonly leftOut: readonly LeftOut[]
  /** For an average: what was divided by what. */
  readonly average: { readonly sum: string; readonly over: string } | null
}

/** An amount as the record has it, and what one unit of its currency was worth. */
export interface Converted {
  readonly amount: string
  readonly currency: string
  readonly rate: string
}

/** A record that counted, for one person. */
export interface Counted {
  readonly dataset: string
  readonly record: string
  readonly key: Readonly<Record<string, string | boolean | null>>
  readonly day: Day
  readonly employee: string
  /** Credited share of the record, 0.7 for 70 %; above 1 where overlays add up. */
  readonly share: string
  /** The record's own value as text; null for a count. */
  readonly value: string | null
  /** What it adds to the result; for distinct, min, max and last null where another record decided. */
  readonly contributes: string | null
  /** Amounts in other currencies that its value was made from; not there where there are none. */
  readonly converted?: readonly Converted[]
  readonly source: string | null
  readonly line: number | null
}

/**
 * filter: the condition does not hold · filter-empty: the condition is null · value-empty: nothing to add up ·
 * others: in the period, credited to nobody asked for · undated · other-period: credited, but on other days.
 */
export type LeftOutReason = 'filter' | 'filter-empty' | 'value-empty' | 'others' | 'undated' | 'other-period'

export interface LeftOut {
  readonly reason: LeftOutReason
  readonly records: number
  /** The first few of them. */
  readonly examples: readonly LeftOutRecord[]
}

/** A record that did not count, with the reason where there is more to say than that it did not. */
interface LeftOutRecord extends Pick<Counted, 'record' | 'key' | 'source' | 'line'> {
  readonly day: Day | null
  readonly because: Reason | null
}
