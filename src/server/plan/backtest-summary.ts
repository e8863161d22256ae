import { type Decimal, dec, decimalText, divide } from '../../base/decimal.ts'
import { SHOWN_SCALE } from '../../base/limits.ts'
import type { RunEmployee } from '../runs/run.ts'

/** What one person comes to under one set of rules. Every number here and below is exact decimal text. */
export interface Outcome {
  readonly score: string | null
  readonly grade: string | null
  /** Sum of the components that could be worked out; null where there is none. */
  readonly pay: string | null
  /** True where a component could not be worked out: the pay is then not the whole. */
  readonly open: boolean
}

/** One person under the rules in force and under the draft. */
export interface PersonCompared {
  readonly id: string
  readonly name: string
  /** Held on the last day of work in the period. */
  readonly role: string | null
  readonly before: Outcome
  readonly after: Outcome
}

/** How scores are spread: quartiles lie between two scores in proportion, as PostgreSQL's percentile_cont and the QUARTILE of spreadsheets have them. */
export interface Spread {
  readonly people: number
  readonly min: string
  readonly lower: string
  readonly median: string
  readonly upper: string
  readonly max: string
}

export interface Move {
  readonly id: string
  readonly name: string
  readonly before: string
  readonly after: string
  readonly difference: string
}

/** People who gain or who lose, and the one who does most (of equal ones the first by id). */
export interface Movers {
  readonly people: number
  readonly largest: Move | null
}

export interface Cost {
  readonly before: string
  readonly after: string
  readonly difference: string
  /** Of what it was, times 100, at SHOWN_SCALE; null where it was 0. */
  readonly percent: string | null
  /** People of whom a part of the pay could not be worked out on either side; the sums lack it. */
  readonly open: number
}

/** What the draft would have changed for a role in a period. */
export interface RoleReport {
  readonly role: string | null
  readonly people: number
  readonly scores: { readonly before: Spread | null; readonly after: Spread | null }
  /** Best first; null: without a grade. Empty where nobody has one. */
  readonly grades: readonly { readonly grade: string | null; readonly before: number; readonly after: number }[]
  /** Who changes grade, by id. */
  readonly regraded: readonly { readonly id: string; readonly name: string; readonly from: string | null; readonly to: string | null }[]
  /** By what people gain and lose: pay where anybody has any, else the score; null where there is neither. */
  readonly by: 'pay' | 'score' | null
  readonly winners: Movers
  readonly losers: Movers
  /** People of whom one figure of the two is missing or not the whole, so that nobody can tell. */
  readonly unknown: number
  /** Null where nobody is paid anything by a plan. */
  readonly cost: Cost | null
}

export function outcomeOf({ score, earnings }: Pick<RunEmployee, 'score' | 'earnings'>): Outcome {
  const known = earnings.flatMap((e) => (e.amount === null ? [] : [dec(e.amount)]))
  return {
    score: score?.score ?? null,
    grade: score?.grade ?? null,
    pay: known.length === 0 ? null : decimalText(sumOf(known)),
    open: known.length < earnings.length,
  }
}

/** A report for each role, by its name; people without a role last. `grades`: of the schemes, best first. */
export function roleReports(people: readonly PersonCompared[], grades: readonly string[]): RoleReport[] {
  const roles = [...new Set(people.map((p) => p.role))].sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
  return roles.map((role) =>
    roleReport(
      role,
      people.filter((p) => p.role === role),
      grades,
    ),
  )
}

function roleReport(role: string | null, people: readonly PersonCompared[], grades: readonly string[]): RoleReport {
  const cost = costOf(people)
  const judged = people.some((p) => p.before.score !== null || p.after.score !== null)
  const by = cost !== null ? 'pay' : judged ? 'score' : null
  const figures = by === null ? [] : people.map((p) => [p, by === 'pay' ? payMove(p) : scoreMove(p)] as const)
  const moves = figures.flatMap(([, move]) => (move === null || move === 'nothing' ? [] : [move]))
  return {
    role,
    people: people.length,
    scores: { before: spreadOf(people.map((p) => p.before.score)), after: spreadOf(people.map((p) => p.after.score)) },
    grades: gradeCounts(people, grades),
    regraded: people.filter((p) => p.before.grade !== p.after.grade).map(({ id, name, before, after }) => ({ id, name, from: before.grade, to: after.grade })),
    by,
    winners: movers(moves, 1),
    losers: movers(moves, -1),
    unknown: figures.filter(([, move]) => move === null).length,
    cost,
  }
}

/** Minimum, quartiles and maximum of the scores there are; null where there are none. */
export function spreadOf(scores: readonly (string | null)[]): Spread | null {
  const sorted = scores
    .filter((s) => s !== null)
    .map((s) => dec(s))
    .sort((a, b) => a.cmp(b))
  const at = (quarter: number): string => {
    // A quarter of a difference is a finite decimal: nothing is rounded.
    const place = ((sorted.length - 1) * quarter) / 4
    const below = sorted[Math.floor(place)] ?? dec('0')
    const above = sorted[Math.ceil(place)] ?? below
    return decimalText(below.plus(above.minus(below).times(place - Math.floor(place))))
  }
  return sorted.length === 0 ? null : { people: sorted.length, min: at(0), lower: at(1), median: at(2), upper: at(3), max: at(4) }
}

/** What the plans cost: null where nobody is paid anything by one. */
export function costOf(people: readonly PersonCompared[]): Cost | null {
  const sides = people.flatMap((p) => [p.before, p.after])
  if (!sides.some((s) => s.pay !== null || s.open)) return null
  const sum = (side: 'before' | 'after') => sumOf(people.map((p) => dec(p[side].pay ?? '0')))
  return costBetween(sum('before'), sum('after'), people.filter((p) => p.before.open || p.after.open).length)
}

/** The cost of several periods together: null where none has any. */
export function costTogether(costs: readonly (Cost | null)[]): Cost | null {
  const known = costs.filter((c) => c !== null)
  if (known.length === 0) return null
  return costBetween(
    sumOf(known.map((c) => dec(c.before))),
    sumOf(known.map((c) => dec(c.after))),
    known.reduce((sum, c) => sum + c.open, 0),
  )
}

function costBetween(before: Decimal, after: Decimal, open: number): Cost {
  const difference = after.minus(before)
  const percent = divide(difference.times(100), before, SHOWN_SCALE)
  return { before: decimalText(before), after: decimalText(after), difference: decimalText(difference), percent: percent === null ? null : decimalText(percent), open }
}

const sumOf = (amounts: readonly Decimal[]): Decimal => amounts.reduce((sum, amount) => sum.plus(amount), dec('0'))

/** How a figure moves; null: nobody can tell; nothing: there is none on either side. */
type Moving = Move | 'nothing' | null

/** Who is in no plan is paid nothing by one. */
function payMove(p: PersonCompared): Moving {
  if (p.before.open || p.after.open) return null
  return p.before.pay === null && p.after.pay === null ? 'nothing' : moveOf(p, p.before.pay ?? '0', p.after.pay ?? '0')
}

/** Who has no score is not worth 0 points: a score that comes or goes is no gain and no loss. */
function scoreMove(p: PersonCompared): Moving {
  const { before, after } = { before: p.before.score, after: p.after.score }
  if (before === null && after === null) return 'nothing'
  return before === null || after === null ? null : moveOf(p, before, after)
}

function moveOf({ id, name }: PersonCompared, before: string, after: string): Move {
  return { id, name, before, after, difference: decimalText(dec(after).minus(dec(before))) }
}

function movers(moves: readonly Move[], sign: 1 | -1): Movers {
  const moved = moves.filter((m) => dec(m.difference).times(sign).gt(0))
  const [largest] = [...moved].sort((a, b) => sign * dec(b.difference).cmp(dec(a.difference)))
  return { people: moved.length, largest: largest ?? null }
}

function gradeCounts(people: readonly PersonCompared[], grades: readonly string[]): RoleReport['grades'] {
  const count = (side: 'before' | 'after', grade: string | null) => people.filter((p) => p[side].grade === grade).length
  const rows = [...grades, null].map((grade) => ({ grade, before: count('before', grade), after: count('after', grade) })).filter((r) => r.before + r.after > 0)
  return rows.every((r) => r.grade === null) ? [] : rows
}
