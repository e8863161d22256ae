import type { Day } from '../base/calendar.ts'
import type { LocalName } from '../base/diagnostic.ts'

/**
 * The intermediate representation: plain data that the checker makes and that both evaluators consume.
 * It can be stored, hashed, compared and printed. Nothing in it needs the documents again.
 */

/** Product of base units with exponents: yuan per customer is `{ CNY: 1, customer: -1 }`; a plain number is `{}`. */
export type Unit = Readonly<Record<string, number>>

export type ExprType =
  | { readonly kind: 'number'; readonly unit: Unit }
  /** A bare number in a formula: takes on the unit of what it meets. */
  | { readonly kind: 'literal' }
  | { readonly kind: 'text' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'date' }
  | { readonly kind: 'null' }

/** One step from a record through a reference: `field` holds the key of a record in `dataset`. */
export interface PathStep {
  readonly field: string
  readonly dataset: string
}

export type FieldType = 'text' | 'integer' | 'decimal' | 'money' | 'date' | 'timestamp' | 'boolean' | 'choice' | 'employee' | 'reference'

export type CompareOp = '=' | '<>' | '<' | '<=' | '>' | '>='

/**
 * Expressions. Null rules: arithmetic, comparison, least, greatest and functions with a null part are null;
 * and/or/not follow three-valued logic; a filter that is null does not hold; `if` takes `else` when the condition is null.
 * `in` is true when one is equal, else null when anything compared is null; nothing is in an empty list. `empty` is about null alone: '' is a text.
 * Texts are equal character by character, case included, and sort by code point (collation "C"). False comes before true.
 */
export type Expr =
  | { readonly node: 'number'; readonly value: string }
  | { readonly node: 'text'; readonly value: string }
  | { readonly node: 'boolean'; readonly value: boolean }
  | { readonly node: 'date'; readonly value: Day }
  | { readonly node: 'null' }
  /**
   * A record's field, through zero or more references. Timestamps come as the day in the company's time zone.
   * A reference holds the key of its target as text. Null where a step holds nothing or finds nothing.
   * A dated target is read in its newest version valid on the record's date (`date` of the measure), on every step of the path the same date;
   * so the date itself goes through no dated target. A version without a day is valid since ever, and the oldest.
   */
  | { readonly node: 'field'; readonly path: readonly PathStep[]; readonly field: string; readonly type: FieldType }
  /** Another measure's value, at the level of formulas. */
  | { readonly node: 'value'; readonly ref: ValueRef }
  | { readonly node: 'add' | 'sub' | 'mul'; readonly left: Expr; readonly right: Expr }
  /** Null where the divisor is zero; rounded half up at `scale`. */
  | { readonly node: 'div'; readonly left: Expr; readonly right: Expr; readonly scale: number }
  | { readonly node: 'neg' | 'abs' | 'not' | 'empty'; readonly of: Expr }
  | { readonly node: 'round'; readonly of: Expr; readonly scale: number }
  | { readonly node: 'compare'; readonly op: CompareOp; readonly left: Expr; readonly right: Expr }
  | { readonly node: 'and' | 'or'; readonly left: Expr; readonly right: Expr }
  | { readonly node: 'in'; readonly of: Expr; readonly list: readonly Expr[] }
  | { readonly node: 'if'; readonly when: Expr; readonly then: Expr; readonly else: Expr }
  | { readonly node: 'coalesce' | 'least' | 'greatest'; readonly of: readonly Expr[] }
  /** Whole days from one date to another: `to − from`. */
  | { readonly node: 'days'; readonly from: Expr; readonly to: Expr }
  | { readonly node: 'part'; readonly part: 'year' | 'month'; readonly of: Expr }
  | { readonly node: 'contains' | 'starts'; readonly of: Expr; readonly text: Expr }
  /**
   * An amount of money in the company's currency: times the newest rate of `currency` on or before `on`, rounded half up at `scale`.
   * An amount in the company's own currency stays as it is, unrounded, whatever the day. Null where there is no rate.
   */
  | { readonly node: 'convert'; readonly of: Expr; readonly currency: Expr; readonly to: string; readonly on: Expr; readonly scale: number }
  /**
   * `first`: no other record of the dataset with the same keys that satisfies `where` comes before this one, by (date, then record key).
   * `earlier`: some record with the same keys that satisfies `where` has an earlier date. Keys that are null: first and earlier are both false.
   * `withinDays`: only records of at most so many days before count as earlier ones. `date` is the date of the measure.
   * All records of the dataset are looked at, whoever is credited; keys, date and `where` of an earlier record are read on that record, on its own date.
   * Undated records are neither first nor earlier ones. Inside `keys`, `where` and `date` there is no other `seen`.
   * Record key: the fields of the dataset's key in order, each by its type, an empty one (since ever) before all others.
   */
  | {
      readonly node: 'seen'
      readonly what: 'first' | 'earlier'
      readonly keys: readonly Expr[]
      readonly where: Expr | null
      readonly withinDays: number | null
      readonly date: Expr
    }

export type ScopeIr =
  | { readonly line: 'own' }
  /**
   * Everybody below a person on a line, at most `depth` steps down (null: all), the person included when `self` (also who never stood on the line).
   * `asOf` record: the line as it was on each record's date; period-end: as it was on the last day of the period.
   */
  | { readonly line: 'reporting' | 'sponsor'; readonly depth: number | null; readonly self: boolean; readonly asOf: 'record' | 'period-end' }

export type Shift = 'previous' | 'last-year'

/**
 * `scope` own takes the scope of the measure that asks (a team's win rate is the ratio of the team's counts).
 * A measure whose own scope is not `own` keeps it, whatever scope it is asked under.
 * Shifts move the period from left to right, and with it the day of a line as of the period's end. Where one leads outside the calendar,
 * aggregates are null (sums and counts too), and formulas compute with those nulls.
 */
export interface ValueRef {
  readonly measure: string
  readonly scope: ScopeIr
  readonly shifts: readonly Shift[]
}

export type AggregateFn = 'sum' | 'count' | 'distinct' | 'average' | 'min' | 'max' | 'last'

/**
 * Who counts a record of a dataset, and by what share. The same for every measure over the dataset unless the measure names another owner.
 * Several shares of one person on one record (what is left, splits, overlays) add up to one. A share of 0 or nobody's share is none;
 * where the splits take 100 % or more, nothing is left. A split without a percent takes nothing; one without an employee takes its percent all the same.
 */
export interface CreditIr {
  /** Field of type employee, possibly through references. */
  readonly owner: Expr
  /** A dataset with one row a share: `record` refers to this dataset, `employee`, `percent` (0–100]. What the shares leave goes to the owner. */
  readonly splits: { readonly dataset: string; readonly record: string; readonly employee: string; readonly percent: string; readonly overlay: string | null } | null
  /** Further people who count the record beyond the owner's 100 %. */
  readonly overlays: readonly { readonly to: Expr; readonly percent: string }[]
}

export interface AggregateIr {
  readonly dataset: string
  /** Type date. A record whose date is null belongs to no period. */
  readonly date: Expr
  readonly credit: CreditIr
  /**
   * share: sums, counts and averages are weighted by the credited share; full: everybody credited counts the whole.
   * A team adds up what its members count: a record shared by two of them counts twice in full, and 70 % + 30 % by share.
   * distinct, min, max and last are not weighted: a share above 0 is enough, and a team's distinct values are a union.
   */
  readonly weight: 'share' | 'full'
  readonly fn: AggregateFn
  /** What is added up, averaged, compared or told apart; null for count. */
  readonly value: Expr | null
  readonly filter: Expr | null
}

/**
 * Sum, count and distinct over no records are 0; average, min, max, last over none are null. Records whose value is null are skipped (a count has no value).
 * Average is sum ÷ count (÷ sum of shares when weighted; of the records whose value is not null), at DIVISION_SCALE before `round`.
 * Count weighted by share is the sum of shares. Distinct tells apart by value: 1.0 is 1, 'a' is not 'A'.
 * Last is the value of the latest record by (date, then record key, then person).
 */
export type BodyIr = { readonly kind: 'aggregate'; readonly aggregate: AggregateIr } | { readonly kind: 'formula'; readonly expr: Expr }

export interface MeasureIr {
  readonly measure: string
  /** The kind its author wrote; entered and rating are compiled to aggregates and formulas. */
  readonly kind: 'aggregate' | 'ratio' | 'growth' | 'formula' | 'entered' | 'rating'
  readonly name: LocalName
  readonly unit: Unit
  /** Shown as so many hundredths: the value is stored times 100. */
  readonly percent: boolean
  readonly better: 'more' | 'less'
  readonly scope: ScopeIr
  /** Decimal places of the value, half up; null: as exact as it comes. */
  readonly round: number | null
  readonly body: BodyIr
  /** True for helpers the checker made (a rating's sources): computed and explained, not listed. */
  readonly hidden: boolean
}

/** All checked measures of a company, by id. */
export interface Program {
  readonly measures: Readonly<Record<string, MeasureIr>>
  readonly company: CompanyIr
  readonly datasets: Readonly<Record<string, DatasetIr>>
}

export interface CompanyIr {
  readonly company: string
  readonly timezone: string
  readonly currency: string
  /** Decimal places of the company's currency: 2 for yuan, 0 for yen. */
  readonly currencyScale: number
}

export interface DatasetFieldIr {
  readonly type: FieldType
  readonly required: boolean
  /** Target of a reference. */
  readonly to: string | null
  /** Unit of a number; money has the company's currency once converted. */
  readonly unit: Unit
  /** Fixed currency of a money field, or the field that holds it. */
  readonly currency: string | null
  readonly currencyField: string | null
}

export interface DatasetIr {
  readonly dataset: string
  readonly key: readonly string[]
  /** Field (date) from which a version of a record's key is valid; part of the key. Null: one record a key. */
  readonly effective: string | null
  readonly fields: Readonly<Record<string, DatasetFieldIr>>
}
