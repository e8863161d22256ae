import { type CalendarSpec, type Day, lastDay, type Period } from '../../base/calendar.ts'
import { type Decimal, dec, roundHalfUp, settled, shownText } from '../../base/decimal.ts'
import { TARGET_SCALE } from '../../base/limits.ts'
import type { AggregateIr, Expr, InForce, MeasureIr, ScopeIr, Shift, TargetLevel, ValueRef } from '../ir.ts'
import { walk } from '../walk.ts'
import { TARGET_LEVELS, worded } from '../wording.ts'
import { aggregate } from './aggregate.ts'
import type { Book } from './book.ts'
import { type CreditedRecord, creditedRecords } from './credit.ts'
import { evalExpr, type PersonalNode } from './expr.ts'
import { teamOn } from './lines.ts'
import { type Presence, presenceOf } from './presence.ts'
import type { ScoreTrace } from './score-trace.ts'
import { shifted } from './stretch.ts'
import { targetOf } from './targets.ts'
import type { FormulaParts, PresenceTrace, Reason, TargetTrace, Trace } from './trace.ts'
import { asNumber } from './value.ts'

export interface Answer {
  readonly value: Decimal | null
  readonly trace: Trace
}

export interface State {
  readonly book: Book
  readonly calendar: CalendarSpec
  /** By measure, scope, period and person. Null while it is being worked out. */
  readonly answers: Map<string, Answer | null>
  readonly credited: Map<AggregateIr, readonly CreditedRecord[]>
  readonly teams: Map<string, ReadonlySet<string>>
  /** By whom the rules are for, period and person. */
  readonly presences: Map<string, Presence>
  /** By period and person. */
  readonly scores: Map<string, ScoreTrace | null>
}

export interface Question {
  readonly employee: string
  readonly measure: string
  /** The scope of whoever asks; a measure with a scope of its own keeps that. */
  readonly asked: ScopeIr
  readonly period: Period | null
}

/** The value of a measure for a person in a period, worked out once. Throws for a measure the program does not hold. */
export function answer(state: State, question: Question): Answer {
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
  const value = before === null || measure.round === null ? before : roundHalfUp(settled(before), measure.round)
  const [shownBefore, shownValue] = [textOf(before), textOf(value)]
  const trace: Trace = {
    measure: question.measure,
    employee: question.employee,
    scope: question.asked,
    period: question.period?.id ?? null,
    value: shownValue,
    why,
    rounding: shownBefore === null || measure.round === null || shownBefore === shownValue ? null : { scale: measure.round, before: shownBefore },
    parts,
  }
  return { value, trace }
}

interface Made {
  readonly value: Decimal | null
  readonly why: Reason | null
  readonly parts: Trace['parts']
}

/** What a formula over measures and targets came to, and from what. */
export interface FormulaAnswer extends Made {
  readonly parts: FormulaParts
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
export function formula(state: State, question: Pick<Question, 'employee' | 'asked' | 'period'>, expr: Expr): FormulaAnswer {
  const values = references(expr).map((ref) => ({ ref, of: referred(state, question, ref) }))
  const notes: Reason[] = []
  const valueOf = (ref: ValueRef): Decimal | null => {
    const found = values.find((v) => sameRef(v.ref, ref))
    if (found === undefined) throw new Error(`a reference to ${ref.measure} was not collected`)
    if (found.of.value === null) notes.push(noValue(found.of.trace))
    return found.of.value
  }
  const personal = (node: PersonalNode): Decimal | null => {
    if (node.node !== 'target') throw new Error(`a measure has no ${node.node}: it stands in incentive plans alone`)
    const { value, trace } = targetAnswer(state, { ...node, employee: question.employee, period: question.period, rules: null })
    if (trace.why !== null) notes.push(trace.why)
    return value
  }
  const value = asNumber(evalExpr(expr, { kind: 'values', valueOf, personal, note: (reason) => notes.push(reason) }))
  const targets = targetNodes(expr).map((node) => targetAnswer(state, { ...node, employee: question.employee, period: question.period, rules: null }).trace)
  const parts: FormulaParts = { kind: 'formula', expr, values: values.map(({ ref, of }) => ({ ref, trace: of.trace })), targets }
  return { value, why: value === null ? (notes[0] ?? { code: 'why.formula-empty', params: {} }) : null, parts }
}

/** Said of a measure that a formula needs and that is empty. */
export function noValue(trace: Trace): Reason {
  return { code: 'why.no-value', params: { measure: trace.measure, period: trace.period ?? '' } }
}

/** A measure as a formula refers to it, in the shifted period. */
export function referred(state: State, question: Pick<Question, 'employee' | 'asked' | 'period'>, ref: ValueRef): Answer {
  const asked = ref.scope.line === 'own' ? question.asked : ref.scope
  return answer(state, { employee: question.employee, measure: ref.measure, asked, period: shifted(state.calendar, question.period, ref.shifts) })
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

type TargetNode = Extract<Expr, { node: 'target' }>

function targetNodes(expr: Expr): TargetNode[] {
  const found: TargetNode[] = []
  walk(expr, (e) => {
    if (e.node === 'target') found.push(e)
  })
  return found
}

export interface TargetAsk {
  readonly employee: string
  readonly measure: string
  readonly level: TargetLevel
  readonly prorated: boolean
  readonly scope: ScopeIr
  readonly shifts: readonly Shift[]
  readonly period: Period | null
  /** Whose roles and first day presence goes by; null in the formula of a measure, which prorates nothing. */
  readonly rules: InForce | null
}

interface TargetAnswer {
  readonly value: Decimal | null
  readonly trace: TargetTrace
}

/** A target in a shifted period: the person's own, in proportion to the days in the role where that is asked for, or the sum of a team's. */
export function targetAnswer(state: State, ask: TargetAsk): TargetAnswer {
  const { measure, level } = ask
  const period = shifted(state.calendar, ask.period, ask.shifts)
  if (ask.prorated && ask.rules === null) throw new Error(`the target of ${measure} is prorated in the formula of a measure, where nobody has a role`)
  if (period === null) {
    const why: Reason = { code: 'why.no-period', params: {} }
    return { value: null, trace: { measure, level, scope: ask.scope, period: null, value: null, why, rows: [], members: null, presence: null } }
  }
  return ask.scope.line === 'own' ? ownTarget(state, ask, period) : teamTarget(state, ask, period)
}

function ownTarget(state: State, ask: TargetAsk, period: Period): TargetAnswer {
  const { employee, measure, level, scope, rules } = ask
  const { facts } = state.book
  const found = targetOf(facts, state.calendar, { employee, measure, level, period })
  const presence = ask.prorated && rules !== null ? presenceFor(state, rules, { employee, period }) : null
  const value = found.value === null || presence === null ? found.value : roundHalfUp(settled(found.value.times(presence.share)), TARGET_SCALE)
  const why = value === null ? { code: 'why.no-target', params: { measure, period: period.id, employee, column: level, ...worded('level', TARGET_LEVELS[level], level) } } : null
  const how = presence === null ? null : presenceTrace(presence)
  return { value, trace: { measure, level, scope, period: period.id, value: textOf(value), why, rows: found.rows, members: null, presence: how } }
}

/** Who belongs to the line on the last day of the period; those without a target are listed and add nothing. */
function teamTarget(state: State, ask: TargetAsk, period: Period): TargetAnswer {
  const { employee, measure, level, scope } = ask
  if (ask.prorated) throw new Error(`the target of ${measure} is prorated over a team, whose roles the rules do not know`)
  const day = lastDay(period)
  const team = [...teamFor(state, { scope, employee, day, end: day })].sort()
  const members = team.map((member) => ({ member, found: targetOf(state.book.facts, state.calendar, { employee: member, measure, level, period }) }))
  const asked = members.flatMap(({ found }) => (found.value === null ? [] : [found.value]))
  const value = asked.length === 0 ? null : asked.reduce((sum, one) => sum.plus(one))
  const why = value === null ? { code: 'why.no-team-target', params: { measure, period: period.id, employee, day, people: team.length } } : null
  const told = members.map(({ member, found }) => ({ employee: member, value: textOf(found.value), rows: found.rows }))
  return { value, trace: { measure, level, scope, period: period.id, value: textOf(value), why, rows: [], members: told, presence: null } }
}

/** On how many days of a period a person held a role of the rules, counted once. */
export function presenceFor(state: State, rules: InForce, of: { employee: string; period: Period }): Presence {
  const key = JSON.stringify([rules.roles, rules.startDay, of.period.id, of.employee])
  const presence = state.presences.get(key) ?? presenceOf(state.book.facts, rules, of)
  state.presences.set(key, presence)
  return presence
}

export function presenceTrace(presence: Presence): PresenceTrace {
  return { ...presence, share: shownText(presence.share) }
}

/** Canonical decimal text as it is stored and shown, or null. */
export function textOf(value: Decimal | string | null): string | null {
  return value === null ? null : shownText(typeof value === 'string' ? dec(value) : value)
}
