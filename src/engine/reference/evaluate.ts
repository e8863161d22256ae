import { type CalendarSpec, type Period, periodOf } from '../../base/calendar.ts'
import type { Program } from '../ir.ts'
import { answer, type State } from './answer.ts'
import { openBook } from './book.ts'
import { type EarningTrace, earningsOf } from './earning.ts'
import type { Facts } from './facts.ts'
import { scoreOf } from './score.ts'
import type { ScoreTrace } from './score-trace.ts'
import type { Trace } from './trace.ts'

export interface Ask {
  readonly employee: string
  readonly measure: string
  /** Id of a period. */
  readonly period: string
}

/** Answers any number of questions about the same facts. What one answer worked out serves the next. */
export interface Evaluator {
  readonly trace: (ask: Ask) => Trace
  /** What the person's scheme came to in a period; null for who has none in it. */
  readonly score: (of: { employee: string; period: string }) => ScoreTrace | null
  /** What the person's incentive plans came to in a period, component by component, in the order of the plans. */
  readonly earnings: (of: { employee: string; period: string }) => EarningTrace[]
}

/** One value of a person, computed the slow and obvious way, with how it came about. Throws for a measure the program does not hold. */
export function evaluate(program: Program, calendar: CalendarSpec, facts: Facts, ask: Ask): Trace {
  return openEvaluator(program, calendar, facts).trace(ask)
}

export function openEvaluator(program: Program, calendar: CalendarSpec, facts: Facts): Evaluator {
  const state: State = { book: openBook(program, facts), calendar, answers: new Map(), credited: new Map(), teams: new Map(), presences: new Map(), scores: new Map() }
  const known = (id: string): Period => {
    const period = periodOf(calendar, id)
    if (period === null) throw new Error(`the calendar knows no period ${id}`)
    return period
  }
  return {
    trace: ({ employee, measure, period }) => answer(state, { employee, measure, asked: { line: 'own' }, period: periodOf(calendar, period) }).trace,
    score: ({ employee, period }) => scoreOf(state, { employee, period: known(period) }),
    earnings: ({ employee, period }) => earningsOf(state, { employee, period: known(period) }),
  }
}
