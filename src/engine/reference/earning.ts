import { lastDay, type Period, previousPeriod } from '../../base/calendar.ts'
import { Decimal, dec, roundHalfUp, settled, shownText } from '../../base/decimal.ts'
import { type DerivedNode, derivedNodes } from '../derivation.ts'
import type { AmountIr, ComponentIr, Expr, IncentiveIr } from '../ir.ts'
import type { AmountResult, EarningResult, PartResult } from '../results.ts'
import { noValue, presenceFor, presenceTrace, referred, type State, targetAnswer, textOf } from './answer.ts'
import { asked, evalExpr, type Ground, type PersonalNode, unheard } from './expr.ts'
import type { FactPay, Facts } from './facts.ts'
import { isFor, tenureOf } from './presence.ts'
import { scoreOf } from './score.ts'
import type { ScoreTrace } from './score-trace.ts'
import { firstOfYear, shifted } from './stretch.ts'
import { curveOf, lookupOf, tiersOf } from './tables.ts'
import type { PresenceTrace, Reason, TargetTrace, Trace } from './trace.ts'
import { asBoolean, asNumber, type Value, valueText } from './value.ts'

/** What a component of a plan came to, and why. */
export interface EarningTrace {
  readonly result: EarningResult
  readonly component: ComponentIr
  readonly incentive: IncentiveIr
  readonly employee: string
  readonly period: string
  readonly now: AmountTrace
  /** Null where the component is not cumulative, or the period is the year's first. */
  readonly before: AmountTrace | null
  /** Cumulative, and no edition of the plan was for the person at the beginning of the year: the first of the year's periods in which one was. What came before counts in the tiers and is not paid. */
  readonly since: string | null
}

export interface AmountTrace {
  /** One for each of `derivedNodes`, and of the parts of the result. */
  readonly parts: readonly PartTrace[]
  /** Why the amount is empty. */
  readonly why: Reason | null
}

/** What one of the parts of an amount is. */
export type PartTrace =
  | { readonly kind: 'measure'; readonly trace: Trace }
  | { readonly kind: 'target'; readonly trace: TargetTrace }
  /** `row` null: no amount of that item. */
  | { readonly kind: 'pay'; readonly item: string; readonly row: FactPay | null }
  /** Null: no scheme. */
  | { readonly kind: 'result'; readonly what: 'score' | 'coefficient' | 'grade'; readonly score: ScoreTrace | null }
  /** Null: there since ever. */
  | { readonly kind: 'tenure'; readonly since: string | null }
  | { readonly kind: 'presence'; readonly presence: PresenceTrace }
  | { readonly kind: 'table'; readonly node: Extract<DerivedNode, { node: 'tiers' | 'curve' | 'lookup' }> }

interface Situation {
  readonly state: State
  readonly rules: IncentiveIr
  readonly employee: string
  readonly period: Period
}

/** What every plan that is for a person pays in a period. */
export function earningsOf(state: State, of: { employee: string; period: Period }): EarningTrace[] {
  const { program, facts } = state.book
  const plans = Object.entries(program.incentives).filter(([, plan]) => isFor(facts, plan, of))
  return plans.flatMap(([id, plan]) => plan.components.map((component) => earning(id, component, { state, rules: plan, ...of })))
}

function earning(id: string, component: ComponentIr, at: Situation): EarningTrace {
  const now = worked(component.now, at)
  const hasBefore = shifted(at.state.calendar, at.period, ['before']) !== null
  const before = component.before === null || !hasBefore ? null : worked(component.before, at)
  const rounded = (amount: Decimal | null): Decimal | null => (amount === null ? null : roundHalfUp(settled(amount), component.round))
  const amount = rounded(now.amount)?.minus(rounded(before?.amount ?? null) ?? dec(0)) ?? null
  return {
    result: { incentive: id, component: component.component, amount: textOf(amount), now: now.result, before: before?.result ?? null },
    component,
    incentive: at.rules,
    employee: at.employee,
    period: at.period.id,
    now: now.trace,
    before: before?.trace ?? null,
    since: before === null ? null : firstPaid(component.component, at),
  }
}

/** The first period of the year in which an edition of the plan paid the component to the person; null where it is the year's first. */
function firstPaid(component: string, { state, rules, employee, period }: Situation): string | null {
  const { program, facts } = state.book
  const begins = firstOfYear(state.calendar, period)?.from ?? period.from
  const editions = Object.values(program.incentives).filter((p) => p.incentive === rules.incentive && p.components.some((c) => c.component === component))
  let [first, earliest] = [period, period]
  for (let at: Period | null = period; at !== null && at.from >= begins; at = previousPeriod(state.calendar, at)) {
    earliest = at
    if (editions.some((p) => isFor(facts, p, { employee, period: at ?? period }))) first = at
  }
  return first.id === earliest.id ? null : first.id
}

interface Worked {
  readonly amount: Decimal | null
  readonly result: AmountResult
  readonly trace: AmountTrace
}

function worked(ir: AmountIr, at: Situation): Worked {
  const notes: Reason[] = []
  const ground = groundOf(at, (reason) => notes.push(reason))
  const { raw, amount, conditions, floor, cap } = amountOn(ir, ground)
  const parts = derivedNodes(ir).map((node) => partOf(node, at))
  return {
    amount,
    result: { raw: textOf(raw), amount: textOf(amount), conditions, floor: textOf(floor ?? null), cap: textOf(cap ?? null), parts: parts.map((p) => p.result) },
    trace: { parts: parts.map((p) => p.trace), why: amount === null ? (notes[0] ?? { code: 'why.formula-empty', params: {} }) : null },
  }
}

/** An amount before rounding, with what it went through. Undefined: there is no such limit. */
export interface LimitedAmount {
  /** What the formula gives. */
  readonly raw: Decimal | null
  readonly amount: Decimal | null
  readonly conditions: readonly (boolean | null)[]
  readonly floor: Decimal | null | undefined
  readonly cap: Decimal | null | undefined
}

/** 0 where a condition does not hold, whatever the limits; else what the formula gives, at least the floor, then at most the cap. */
export function amountOn(ir: AmountIr, ground: Ground): LimitedAmount {
  const raw = asNumber(evalExpr(ir.amount, ground))
  const conditions = ir.conditions.map((c) => asBoolean(evalExpr(c.when, ground)))
  const floor = ir.floor === null ? undefined : asNumber(evalExpr(ir.floor, ground))
  const cap = ir.cap === null ? undefined : asNumber(evalExpr(ir.cap, ground))
  const raised = beyond(raw, floor, (amount, limit) => amount.lt(limit))
  const amount = conditions.every((holds) => holds === true) ? beyond(raised, cap, (x, limit) => x.gt(limit)) : dec(0)
  return { raw, amount, conditions, floor, cap }
}

/** The limit where the amount lies beyond it. Undefined: there is no limit; null: it is empty, and so is what it limits. */
function beyond(amount: Decimal | null, limit: Decimal | null | undefined, lies: (amount: Decimal, limit: Decimal) => boolean): Decimal | null {
  if (limit === undefined) return amount
  if (amount === null || limit === null) return null
  return lies(amount, limit) ? limit : amount
}

/** Where the formulas of a plan stand: among the measures, targets and facts of one person. */
function groundOf(at: Situation, note: (reason: Reason) => void): Extract<Ground, { kind: 'values' }> {
  return {
    kind: 'values',
    note,
    valueOf: (ref) => {
      const { value, trace } = referred(at.state, { employee: at.employee, asked: { line: 'own' }, period: at.period }, ref)
      if (value === null) note(noValue(trace))
      return value
    },
    personal: (node) => {
      const { value, why } = personal(node, at)
      if (value === null && why !== null) note(why)
      return value
    },
  }
}

interface Personal {
  readonly value: Value
  readonly trace: PartTrace
  readonly why: Reason | null
}

function personal(node: PersonalNode, at: Situation): Personal {
  const { state, employee, period, rules } = at
  const { facts } = state.book
  switch (node.node) {
    case 'target': {
      const { value, trace } = targetAnswer(state, { ...node, employee, period, rules })
      return { value, trace: { kind: 'target', trace }, why: trace.why }
    }
    case 'pay': {
      const row = payOf(facts, { employee, item: node.item, period })
      return {
        value: row === null ? null : dec(row.amount),
        trace: { kind: 'pay', item: node.item, row },
        why: { code: 'why.no-pay', params: { item: node.item, employee, day: lastDay(period) } },
      }
    }
    case 'result': {
      const score = scoreOf(state, { employee, period })
      return { value: resultValue(score, node.what), trace: { kind: 'result', what: node.what, score }, why: noResult(score, at) }
    }
    case 'tenure': {
      const tenure = tenureOf(facts, employee, period)
      return {
        value: tenure === null ? null : dec(tenure.months),
        trace: { kind: 'tenure', since: tenure?.since ?? null },
        why: { code: 'why.no-first-day', params: { employee } },
      }
    }
    case 'presence': {
      const presence = presenceFor(state, rules, { employee, period })
      return { value: presence.share, trace: { kind: 'presence', presence: presenceTrace(presence) }, why: null }
    }
    default:
      return node satisfies never
  }
}

/** The newest amount of an item that is valid on the last day of a period. */
function payOf(facts: Facts, of: { employee: string; item: string; period: Period }): FactPay | null {
  const day = lastDay(of.period)
  const valid = facts.pay.filter((p) => p.employee === of.employee && p.item === of.item && (p.from === null || p.from <= day))
  return valid.reduce<FactPay | null>((newest, p) => (newest === null || (p.from ?? '') > (newest.from ?? '') ? p : newest), null)
}

function resultValue(score: ScoreTrace | null, what: 'score' | 'coefficient' | 'grade'): Value {
  if (score === null) return null
  if (what === 'grade') return score.result.grade
  const text = score.result[what]
  return text === null ? null : dec(text)
}

function noResult(score: ScoreTrace | null, at: Situation): Reason {
  const params = { employee: at.employee, period: at.period.id }
  if (score === null) return { code: 'why.no-scheme', params }
  return score.why ?? { code: 'why.no-grade', params: { ...params, score: score.result.score ?? '' } }
}

/** One part of an amount, worked out by itself. */
function partOf(node: DerivedNode, at: Situation): { readonly result: PartResult; readonly trace: PartTrace } {
  const ground = groundOf(at, unheard)
  const askedOf = (e: Expr): Decimal | null => asNumber(asked(e, ground))
  switch (node.node) {
    case 'value': {
      const { value, trace } = referred(at.state, { employee: at.employee, asked: { line: 'own' }, period: at.period }, node.ref)
      return { result: textOf(value), trace: { kind: 'measure', trace } }
    }
    case 'tiers': {
      const [quantity, scale] = [askedOf(node.of), node.scale === null ? undefined : asNumber(evalExpr(node.scale, ground))]
      const { value, tiers } = tiersOf(node.table, quantity, scale)
      const rows = tiers.map(({ part, pays }) => ({ part: shownText(part), pays: shownText(pays) }))
      return { result: { of: textOf(quantity), scale: textOf(scale ?? null), value: textOf(value), tiers: rows }, trace: { kind: 'table', node } }
    }
    case 'curve': {
      const x = askedOf(node.of)
      return { result: { of: textOf(x), value: textOf(curveOf(node.table, x)) }, trace: { kind: 'table', node } }
    }
    case 'lookup': {
      const keys = node.keys.map((key) => asked(key, ground))
      const { row, value } = lookupOf(node.table, keys)
      return { result: { row, value: textOf(value) }, trace: { kind: 'table', node } }
    }
    case 'target':
    case 'pay':
    case 'result':
    case 'tenure':
    case 'presence': {
      const { value, trace } = personal(node, at)
      return { result: value === null ? null : value instanceof Decimal ? shownText(value) : valueText(value), trace }
    }
    default:
      return node satisfies never
  }
}
