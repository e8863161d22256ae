import { type CalendarSpec, type Day, lastDay, lastYear, type Period, periodOf, previousPeriod } from '../../base/calendar.ts'
import { type Decimal, decimalText, roundHalfUp } from '../../base/decimal.ts'
import type { AggregateIr, Expr, MeasureIr, Program, ScopeIr, Shift, ValueRef } from '../ir.ts'
import { walk } from '../walk.ts'
import { aggregate } from './aggregate.ts'
import { type Book, openBook } from './book.ts'
import { type CreditedRecord, creditedRecords } from './credit.ts'
import { evalExpr } from './expr.ts'
import type { Facts } from './facts.ts'
import { teamOn } from './lines.ts'
import type { FormulaParts, Reason, Trace } from './trace.ts'
import { asNumber } from './value.ts'

export interface Ask {
  readonly employee: string
  readonly measure: string
  /** Id of a period. */
  readonly period: string
}

/** Answers any number of questions about the same facts. What one answer worked out serves the next. */
export interface Evaluator {
  readonly trace: (ask: Ask) => Trace
}

interface Answer {
  readonly value: Decimal | null
  readonly trace: Trace
}

interface State {
  readonly book: Book
  readonly calendar: CalendarSpec
  /** By measure, scope, period and person. Null while it is being worked out. */
  readonly answers: Map<string, Answer | null>
  readonly credited: Map<AggregateIr, readonly CreditedRecord[]>
  readonly teams: Map<string, ReadonlySet<string>>
}

/** One value of a person, computed the slow and obvious way, with how it came about. Throws for a measure the program does not hold. */
export function evaluate(program: Program, calendar: CalendarSpec, facts: Facts, ask: Ask): Trace {
  return openEvaluator(program, calendar, facts).trace(ask)
}

export function openEvaluator(program: Program, calendar: CalendarSpec, facts: Facts): Evaluator {
  const state: State = { book: openBook(program, facts), calendar, answers: new Map(), credited: new Map(), teams: new Map() }
  return { trace: ({ employee, measure, period }) => answer(state, { employee, measure, asked: { line: 'own' }, period: periodOf(calendar, period) }).trace }
}

interface Question {
  readonly employee: string
  readonly measure: string
  /** The scope of whoever asks; a measure with a scope of its own keeps that. */
  readonly asked: ScopeIr
  readonly period: Period | null
}

function answer(state: State, question: Question): Answer {
  const measure = state.book.program.measures[question.measure]
  if (measure === undefined) throw new Error(`no measure ${question.measure} in the program`)
  const scope = measure.scope.line === 'own' ? question.asked : measure.scope
  const key = JSON.stringify([question.measure, scope, question.period?.id ?? null, question.employee])
  const known = state.answers.get(key)
  if (known === null) throw new Error(`the measure ${question.measure} refers to itself`)
  if (known !== undefined) return known
  state.answers.set(key, null)
  const made = compute(state, { ...question, asked: scope }, measure)
  state.answers.set(key, made)
  return made
}

function compute(state: State, question: Question, measure: MeasureIr): Answer {
  const { body } = measure
  const made = body.kind === 'formula' ? formula(state, question, body.expr) : ofRecords(state, question, body.aggregate)
  const { value: before, why, parts } = made
  const value = before === null || measure.round === null ? before : roundHalfUp(before, measure.round)
  const trace: Trace = {
    measure: question.measure,
    employee: question.employee,
    scope: question.asked,
    period: question.period?.id ?? null,
    value: value === null ? null : decimalText(value),
    why,
    rounding: before === null || value === null || measure.round === null || before.eq(value) ? null : { scale: measure.round, before: decimalText(before) },
    parts,
  }
  return { value, trace }
}

interface Made {
  readonly value: Decimal | null
  readonly why: Reason | null
  readonly parts: Trace['parts']
}

/** Outside the calendar every aggregate is empty. */
function ofRecords(state: State, question: Question, a: AggregateIr): Made {
  const { period, employee, asked: scope } = question
  if (period === null) return { value: null, why: { code: 'why.no-period', params: {} }, parts: { kind: 'no-period' } }
  const credited = state.credited.get(a) ?? creditedRecords(state.book, a)
  state.credited.set(a, credited)
  const end = lastDay(period)
  return aggregate({ book: state.book, aggregate: a, scope, employee, period, credited, teamOn: (day) => teamFor(state, { scope, employee, day, end }) })
}

function teamFor(state: State, of: { scope: ScopeIr; employee: string; day: Day; end: Day }): ReadonlySet<string> {
  const { scope, employee } = of
  if (scope.line === 'own') return new Set([employee])
  const day = scope.asOf === 'record' ? of.day : of.end
  const key = JSON.stringify([scope, employee, day])
  const team = state.teams.get(key) ?? teamOn(state.book.facts, scope, { employee, day })
  state.teams.set(key, team)
  return team
}

/** A formula computes with whatever its measures yield, also outside the calendar, where those are empty. */
function formula(state: State, question: Question, expr: Expr): Made {
  const values = references(expr).map((ref) => ({ ref, of: referred(state, question, ref) }))
  const notes: Reason[] = []
  const valueOf = (ref: ValueRef): Decimal | null => {
    const found = values.find((v) => sameRef(v.ref, ref))
    if (found === undefined) throw new Error(`a reference to ${ref.measure} was not collected`)
    if (found.of.value === null) notes.push({ code: 'why.no-value', params: { measure: ref.measure, period: found.of.trace.period ?? '' } })
    return found.of.value
  }
  const value = asNumber(evalExpr(expr, { kind: 'values', valueOf, note: (reason) => notes.push(reason) }))
  const parts: FormulaParts = { kind: 'formula', expr, values: values.map(({ ref, of }) => ({ ref, trace: of.trace })) }
  return { value, why: value === null ? (notes[0] ?? { code: 'why.formula-empty', params: {} }) : null, parts }
}

function referred(state: State, question: Question, ref: ValueRef): Answer {
  const asked = ref.scope.line === 'own' ? question.asked : ref.scope
  return answer(state, { employee: question.employee, measure: ref.measure, asked, period: shifted(state.calendar, question.period, ref.shifts) })
}

/** Shifts are applied from left to right; what leads outside the calendar stays outside. */
function shifted(calendar: CalendarSpec, period: Period | null, shifts: readonly Shift[]): Period | null {
  return shifts.reduce<Period | null>((p, shift) => (p === null ? null : shift === 'previous' ? previousPeriod(calendar, p) : lastYear(calendar, p)), period)
}

const sameRef = (a: ValueRef, b: ValueRef): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The references of a formula in the order written, each once. */
function references(expr: Expr): ValueRef[] {
  const found: ValueRef[] = []
  walk(expr, (e) => {
    if (e.node === 'value' && !found.some((ref) => sameRef(ref, e.ref))) found.push(e.ref)
  })
  return found
}
