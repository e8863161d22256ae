/** A day as ISO text, `2026-03-31`. Compares as text. */
export type Day = string

export type PeriodKind = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year'

/** A span of whole days: from the first day up to, not including, `until`. */
export interface Period {
  /** `2026`, `2026-H1`, `2026-Q1`, `2026-03`, `2026-W05`, `2026-03-31`. */
  readonly id: string
  readonly kind: PeriodKind
  readonly from: Day
  readonly until: Day
}

/** How a company cuts time. */
export type CalendarSpec =
  /** Calendar months; the year begins on the first of `yearStartMonth` (1–12) and is named by the year it begins or ends in. */
  | { readonly kind: 'months'; readonly yearStartMonth: number; readonly yearNamedBy: 'start' | 'end'; readonly weekStart: 'monday' | 'sunday' }
  /** Years of 52 or 53 weeks; quarters of three periods with these weeks; the 53rd week goes to the last period. `years` maps a year to its first day. */
  | { readonly kind: 'weeks'; readonly pattern: readonly [number, number, number]; readonly years: Readonly<Record<string, Day>>; readonly weekStart: 'monday' | 'sunday' }
  /** Quarters that begin on given days (`03-05` every year, or listed by quarter id); months stay calendar months. */
  | { readonly kind: 'quarters'; readonly quarterStarts: readonly [string, string, string, string] | Readonly<Record<string, Day>>; readonly weekStart: 'monday' | 'sunday' }
