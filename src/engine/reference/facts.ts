import type { Day } from '../../base/calendar.ts'

/** A record as the interpreter sees it. Numbers are decimal text, dates are days, timestamps are ISO instants in UTC (`…Z`), the rest is text or boolean. */
export interface FactRecord {
  readonly id: string
  /** File and line the newest version came from, where known. */
  readonly source: string | null
  readonly line: number | null
  readonly fields: Readonly<Record<string, string | boolean | null>>
}

/** One stretch of a line: `superior` is the direct superior or sponsor of `employee` from a day up to, not including, `until` (null: open). */
export interface FactEdge {
  readonly employee: string
  readonly superior: string
  readonly from: Day | null
  readonly until: Day | null
}

/** One rate: so many units of the company's currency for one of `currency`, from `day` on. */
export interface FactRate {
  readonly currency: string
  readonly day: Day
  readonly rate: string
}

/** Where somebody worked from a day up to, not including, `until` (null: open): in which role and unit. */
export interface FactAssignment {
  readonly employee: string
  readonly role: string | null
  readonly unit: string | null
  readonly from: Day | null
  readonly until: Day | null
}

/** What is asked of a person in a period, by its id; levels that were not set are null. */
export interface FactTarget {
  readonly employee: string
  readonly measure: string
  readonly period: string
  readonly target: string | null
  readonly stretch: string | null
  readonly challenge: string | null
}

/** One stretch of the units: `parent` stands directly above `unit` from a day up to, not including, `until` (null: open). */
export interface FactUnitEdge {
  readonly unit: string
  readonly parent: string
  readonly from: Day | null
  readonly until: Day | null
}

/** A factor for outside causes, for a unit and whoever is below it: of one scheme or (null) any, of one line or (null) the whole score. */
export interface FactFactor {
  readonly period: string
  readonly unit: string
  /** The scheme without its edition. */
  readonly scheme: string | null
  readonly line: string | null
  readonly factor: string
  readonly reason: string
  readonly by: string
}

/** An amount of a pay item, valid from a day (null: since ever) until a later one. */
export interface FactPay {
  readonly employee: string
  readonly item: string
  readonly from: Day | null
  readonly amount: string
}

/** Everything the interpreter may look at. It resolves references, credit, lines and rates itself, from these rows alone. */
export interface Facts {
  readonly employees: readonly string[]
  readonly records: Readonly<Record<string, readonly FactRecord[]>>
  readonly lines: { readonly reporting: readonly FactEdge[]; readonly sponsor: readonly FactEdge[] }
  readonly rates: readonly FactRate[]
  readonly assignments: readonly FactAssignment[]
  readonly units: readonly FactUnitEdge[]
  readonly factors: readonly FactFactor[]
  readonly targets: readonly FactTarget[]
  readonly pay: readonly FactPay[]
  /** True where only the records that may count for the people asked for were brought along: then nothing is said about those of others. */
  readonly partial?: boolean
}
