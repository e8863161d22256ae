import type { Day, PeriodKind } from '../base/calendar.ts'
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
 * A number that a division went into (`inexact`) is settled, rounded half up at SETTLED_SCALE, where it is compared, looked for in a list, asked of a table
 * (`of`, keys that are ranges, a bound times `scale`) and before it is rounded; otherwise it goes on with all its digits.
 */
export type Expr =
  /**
   * `money`: an amount in the company's currency, and how its author wrote that (¥, 元, CNY). `percent`: its author wrote it with a percent sign (80% is 0.8).
   * Neither changes a figure; both are printed as they were written.
   */
  | { readonly node: 'number'; readonly value: string; readonly money?: string; readonly percent?: true }
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
  /** Null where the divisor is zero, or is a target not above 0, against which nothing is measured; rounded half up at `scale`. */
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
  /**
   * Null where `of` is null, or `scale` is given and null or not above 0. With `scale` every bound is a share of it.
   * Below the lowest bound: 0. Interpolated parts are divided at DIVISION_SCALE: part × amount ÷ width (no tier of such a table is open).
   */
  | { readonly node: 'tiers'; readonly table: TiersIr; readonly of: Expr; readonly scale: Expr | null }
  /** Between two points: value + (of − at) × (next value − value) ÷ (next at − at), divided at DIVISION_SCALE. */
  | { readonly node: 'curve'; readonly table: CurveIr; readonly of: Expr }
  /** One key a dimension. */
  | { readonly node: 'lookup'; readonly table: LookupIr; readonly keys: readonly Expr[] }
  /**
   * The target of the person for a measure in the period, whatever the scope of the formula: the row of that very period; else the sum of the rows inside it
   * that no row of a coarser kind covers, in whole or in part (a quarter and the months after it); else null. `prorated`: times `presence`, settled and rounded half up at TARGET_SCALE. Where it is shifted, the target of that period
   * (and the presence in it). A row that leaves the level empty is no row for that level. Inside: no day of the row's period lies outside. Null outside the calendar.
   * With a `scope` other than own: the sum of what is asked of each one in it, by the line as it was on the last day of that period (`asOf` period-end). Who has no target adds
   * nothing; null where nobody has one. Never prorated: members hold roles that the rules do not know.
   */
  | { readonly node: 'target'; readonly measure: string; readonly level: TargetLevel; readonly prorated: boolean; readonly scope: ScopeIr; readonly shifts: readonly Shift[] }
  /** The newest amount of a pay item (base salary, …) valid on or before the last day of the period. Only in incentive plans. */
  | { readonly node: 'pay'; readonly item: string }
  /** What the person's scheme came to in the period: null without a scheme or a score. Only in incentive plans. */
  | { readonly node: 'result'; readonly what: 'score' | 'coefficient' | 'grade' }
  /**
   * Whole months from the first day of the person's first assignment to the first day of the period, never below 0: the difference of year and month,
   * less one where the day of the month is not reached. Null where that assignment has no first day (since ever): nobody's newcomer. Only in incentive plans.
   */
  | { readonly node: 'tenure' }
  /** Share of the period's days on which the person held a role of the plan (any, where the plan is for anybody), at DIVISION_SCALE. Only in incentive plans. */
  | { readonly node: 'presence' }
  | {
      readonly node: 'seen'
      readonly what: 'first' | 'earlier'
      readonly keys: readonly Expr[]
      readonly where: Expr | null
      readonly withinDays: number | null
      readonly date: Expr
    }

/**
 * Tables of numbers that formulas read: tiers, curves and lookups. Numbers are exact decimal text; a percent is a fraction (1 % is 0.01).
 * They stand inside the expressions that use them, so that an expression is complete in itself; `table` is the id of the document, for people.
 */
export interface TiersIr {
  readonly table: string
  /**
   * marginal: each tier pays its rate on the part of the quantity that lies in it; with amounts, every tier that is reached pays its amount.
   * whole: the tier the quantity lies in pays its rate on all of it (as far as the last bound), or its amount. interpolated: amounts, each earned in proportion to the part of the tier that is filled.
   */
  readonly mode: 'marginal' | 'whole' | 'interpolated'
  /**
   * Which tier a quantity exactly on a bound lies in: the one that begins there or the one that ends there. The lowest bound always lies in the first tier.
   * A tier is reached when the quantity lies in it or above it. A quantity on or above the last bound lies in the last tier.
   */
  readonly boundary: 'begins' | 'ends'
  /** Ascending, each beginning where the one before ends. All have rates, or all have amounts. */
  readonly tiers: readonly TierIr[]
}

export interface TierIr {
  /** Null, only in the first tier: reaches below zero; its part is then the quantity itself, up to `until`. Elsewhere the part of a tier is never below 0. */
  readonly from: string | null
  /** Null, only in the last tier: open. A quantity above the last bound counts as that bound. */
  readonly until: string | null
  readonly rate: string | null
  readonly amount: string | null
}

/** Straight lines between points; flat before the first and after the last. `at` rises. */
export interface CurveIr {
  readonly table: string
  readonly points: readonly { readonly at: string; readonly value: string }[]
}

/** The first row whose cells all fit; `otherwise` where none does (null: empty). */
export interface LookupIr {
  readonly table: string
  readonly dimensions: readonly { readonly name: string; readonly kind: 'text' | 'range'; readonly boundary: 'begins' | 'ends' }[]
  readonly rows: readonly { readonly cells: readonly LookupCell[]; readonly value: string }[]
  readonly otherwise: string | null
}

/** A key that is null fits `any` alone. Bounds of a range as in TiersIr: `begins` means from ≤ x < until, `ends` from < x ≤ until; null is open. */
export type LookupCell =
  | { readonly kind: 'any' }
  | { readonly kind: 'text'; readonly values: readonly string[] }
  | { readonly kind: 'range'; readonly from: string | null; readonly until: string | null }

export type TargetLevel = 'target' | 'stretch' | 'challenge'

export type ScopeIr =
  | { readonly line: 'own' }
  /**
   * Everybody below a person on a line, at most `depth` steps down (null: all), the person included when `self` (also who never stood on the line).
   * `asOf` record: the line as it was on each record's date; period-end: as it was on the last day of the period.
   */
  | { readonly line: 'reporting' | 'sponsor'; readonly depth: number | null; readonly self: boolean; readonly asOf: 'record' | 'period-end' }

/**
 * to-date: from the first day of the year that most of the period lies in to the period's last day; the year of a week begins with its first week. before: the same up to the day before the period begins
 * (no period where it is the year's first). Their ids are `2026-03~to-date` and `2026-03~before`.
 * A further shift of such a stretch: previous and last-year shift the period it was made from (2025-03~to-date is the year before 2026-03~to-date);
 * to-date leaves it as it is; before has no period, since it begins with the year.
 */
export type Shift = 'previous' | 'last-year' | 'to-date' | 'before'

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
  /** Decimal places of the value, half up of what is settled; null: as exact as it comes, stored and shown with at most SHOWN_SCALE places. */
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
  /** By document id. For a period at most one of them is in force for a role. */
  readonly schemes: Readonly<Record<string, SchemeIr>>
  /** By document id. */
  readonly incentives: Readonly<Record<string, IncentiveIr>>
}

/** Whom rules are for, and when: periods of one kind that begin in [from, until). */
export interface InForce {
  /** The role held on the person's last day in the period decides. Null: anybody. */
  readonly roles: readonly string[] | null
  readonly every: PeriodKind
  readonly from: Day | null
  readonly until: Day | null
  /** Whether a person's first day (of their first assignment, whatever the role) counts as present; it does in any case where it is the first day of the period. */
  readonly startDay: 'counted' | 'not-counted'
}

export interface SchemeIr extends InForce {
  readonly scheme: string
  readonly name: LocalName
  readonly lines: readonly LineIr[]
  /** Weights of all weighted lines in single periods, by period id; elsewhere those of the lines. A weighted line that is not named weighs 0; gates and points beside the weights always do. */
  readonly weights: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Other weights for people whose tenure is below so many months; before those of the period. */
  readonly newcomers: { readonly months: number; readonly weights: Readonly<Record<string, string>> } | null
  /**
   * Whether factors for outside causes are taken (rows of period, unit, scheme or any, line or the whole score). The row of the nearest unit counts, from the unit of the person's last day
   * in the period upwards by the units of that day; at one unit, a row that names the scheme before one that does not. Never two of them multiplied.
   * A line's multiplies the points of its rule (after floor and cap, and only where it was judged); the score's multiplies the sum, with what was added beside the weights, before gates and rounding.
   */
  readonly factors: boolean
  /** Best first: the first whose `from` is at most the score. Empty: no grades. */
  readonly grades: readonly GradeIr[]
  /** Decimal places of the score, half up. */
  readonly round: number
}

export interface GradeIr {
  readonly grade: string
  /** Null: everybody below. */
  readonly from: string | null
  readonly coefficient: string | null
}

/**
 * One thing that is judged. No data: the actual is null, or the rule needs a target and there is none above 0 (lower and bands, curve of actual need none… see `RuleIr`).
 * The score of a line is in points, 100 for what is asked; the score of a scheme is Σ weight × points ÷ Σ weight over the lines that are not skipped, divided at
 * DIVISION_SCALE, plus what `points` lines without weight add, limited by gates that fail, then settled and rounded. Without any line that counts it is null:
 * where the weights of the lines that are not skipped sum to 0, whatever points or gates there are besides.
 * Actual, target and the bounds of a rule are in the terms the measure is stored in (a percent measure: times 100). Grades go by the rounded score.
 */
export interface LineIr {
  readonly line: string
  readonly name: LocalName
  readonly measure: string
  /** Percent of the scheme. '0' for gates and for points that are added beside the weights: they are known by this, not by the weight of a period. */
  readonly weight: string
  readonly kpi: boolean
  readonly target:
    | { readonly kind: 'targets'; readonly level: TargetLevel; readonly prorated: boolean }
    | { readonly kind: 'fixed'; readonly value: string }
    /** Over measures and targets, in the terms the measure is stored in. Never prorated. */
    | { readonly kind: 'formula'; readonly expr: Expr }
    | { readonly kind: 'none' }
  readonly rule: RuleIr
  /** skip: left out, the others weigh more · zero: 0 points · full: 100 points. A gate: skip and full pass, zero fails. Points beside the weights add nothing (their state is skipped, their points null, whatever is written here). */
  readonly noData: 'skip' | 'zero' | 'full'
}

/** Attainment is actual ÷ target at DIVISION_SCALE (1.2 for 120 %); in points it is times 100. What bands, curves, thresholds and gates are asked with is settled. `floor`, then `cap` limit the points (null: no limit), those below a threshold too. */
export type RuleIr =
  /** Points: attainment × 100; 0 where they are below `threshold`. Needs a target above 0. */
  | { readonly rule: 'linear'; readonly threshold: string | null; readonly floor: string | null; readonly cap: string | null }
  /** Points of the band (tiers with amounts, mode whole) that attainment in points, or the actual, lies in. Attainment needs a target above 0. */
  | { readonly rule: 'bands'; readonly of: 'attainment' | 'actual'; readonly bands: TiersIr }
  | { readonly rule: 'curve'; readonly of: 'attainment' | 'actual'; readonly curve: CurveIr }
  /** Less is better. ratio: target ÷ actual × 100 (an actual of 0 or below: `cap`); difference: (2 − actual ÷ target) × 100. Needs a target above 0. */
  | { readonly rule: 'lower'; readonly method: 'ratio' | 'difference'; readonly floor: string; readonly cap: string }
  /** (actual − worst) ÷ (best − worst) × 100, divided at DIVISION_SCALE; worst may be above best. No target. */
  | { readonly rule: 'range'; readonly worst: string; readonly best: string; readonly floor: string; readonly cap: string }
  /** start + each × actual. Without weight: added to the score. No target. */
  | { readonly rule: 'points'; readonly start: string; readonly each: string; readonly floor: string | null; readonly cap: string | null }
  /** Passed where the actual compares so with `value`; else the score is at most `most` (0: one vote against decides). No target, no points. */
  | { readonly rule: 'gate'; readonly op: CompareOp; readonly value: string; readonly most: string }

export interface IncentiveIr extends InForce {
  readonly incentive: string
  readonly name: LocalName
  readonly components: readonly ComponentIr[]
}

/**
 * One part of what a person earns: `amount`, 0 where a condition does not hold (or is null), at least `floor`, at most `cap`, settled and rounded half up at `round`.
 * A condition that does not hold pays 0 whatever the floor. Null where every condition holds and the amount, the floor or the cap is null. With `before` (cumulative over the year): the same worked out for `before`
 * (conditions, floor and cap with their own `before`) is taken off; a `before` that is null counts as 0.
 * In this order: conditions, floor, cap, rounding. Now and before are each rounded, then subtracted, so that the year's amounts sum to the last `now`.
 * In the first period of a year (no period before it) nothing is worked out for `before`: EarningResult.before is null.
 */
export interface ComponentIr {
  readonly component: string
  readonly name: LocalName
  readonly now: AmountIr
  readonly before: AmountIr | null
  readonly round: number
}

export interface AmountIr {
  readonly amount: Expr
  readonly conditions: readonly { readonly name: LocalName; readonly when: Expr }[]
  readonly floor: Expr | null
  readonly cap: Expr | null
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
