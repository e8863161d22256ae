import type { AmountIr, ComponentIr, CurveIr, Expr, IncentiveIr, LineIr, LookupIr, RuleIr, SchemeIr, ScopeIr, Shift, TiersIr } from '../ir.ts'
import { num } from './build.ts'
import { rewrite, rewriteAmount } from './rewrite.ts'

/** Small mistakes in tables, targets, schemes and plans. */
export const RULE_BUGS = [
  'tier-boundary-swapped',
  'marginal-becomes-whole',
  'whole-becomes-marginal',
  'interpolated-becomes-marginal',
  'tier-scale-ignored',
  'last-tier-left-open',
  'first-tier-closed-at-zero',
  'curve-point-dropped',
  'lookup-last-row-first',
  'lookup-otherwise-becomes-zero',
  'lookup-boundary-swapped',
  'target-level-mixed-up',
  'target-never-prorated',
  'target-shift-dropped',
  'team-target-becomes-own',
  'team-target-without-self',
  'team-target-one-level-deeper',
  'target-formula-ignored',
  'to-date-dropped',
  'score-instead-of-coefficient',
  'presence-ignored',
  'tenure-one-month-more',
  'skip-becomes-zero',
  'zero-becomes-skip',
  'full-becomes-skip',
  'period-weights-ignored',
  'newcomers-ignored',
  'newcomers-one-month-longer',
  'factors-ignored',
  'factors-always',
  'gate-ignored',
  'gate-bound-passes-not',
  'line-cap-ignored',
  'line-floor-ignored',
  'threshold-ignored',
  'bands-of-the-other',
  'lower-method-swapped',
  'worst-and-best-swapped',
  'points-start-forgotten',
  'grade-bound-excluded',
  'score-rounding',
  'start-day-swapped',
  'plan-for-anybody',
  'plan-edition-since-ever',
  'before-not-subtracted',
  'conditions-ignored',
  'amount-floor-ignored',
  'amount-cap-ignored',
  'amount-rounding',
] as const

export type RuleBug = (typeof RULE_BUGS)[number]

/** The mistake wherever an expression has a place for it. */
export function spoilRead(e: Expr, kind: RuleBug): Expr {
  switch (e.node) {
    case 'tiers':
      return { ...e, table: spoilTiers(e.table, kind), scale: kind === 'tier-scale-ignored' ? null : e.scale }
    case 'curve':
      return { ...e, table: spoilCurve(e.table, kind) }
    case 'lookup':
      return { ...e, table: spoilLookup(e.table, kind) }
    case 'target': {
      const { level } = e
      if (kind === 'target-level-mixed-up') return { ...e, level: level === 'target' ? 'stretch' : 'target' }
      return {
        ...e,
        scope: spoilTargetScope(e.scope, kind),
        prorated: e.prorated && kind !== 'target-never-prorated',
        shifts: kind === 'target-shift-dropped' ? e.shifts.slice(1) : withoutToDate(e.shifts, kind),
      }
    }
    case 'value':
      return { ...e, ref: { ...e.ref, shifts: withoutToDate(e.ref.shifts, kind) } }
    case 'result':
      return kind === 'score-instead-of-coefficient' && e.what === 'coefficient' ? { ...e, what: 'score' } : e
    case 'presence':
      return kind === 'presence-ignored' ? num(1) : e
    case 'tenure':
      return kind === 'tenure-one-month-more' ? { node: 'add', left: e, right: num(1) } : e
    default:
      return e
  }
}

function spoilTargetScope(scope: ScopeIr, kind: RuleBug): ScopeIr {
  if (scope.line === 'own') return scope
  switch (kind) {
    case 'team-target-becomes-own':
      return { line: 'own' }
    case 'team-target-without-self':
      return { ...scope, self: !scope.self }
    case 'team-target-one-level-deeper':
      return { ...scope, depth: scope.depth === null ? null : scope.depth + 1 }
    default:
      return scope
  }
}

function withoutToDate(shifts: readonly Shift[], kind: RuleBug): readonly Shift[] {
  return kind === 'to-date-dropped' ? shifts.filter((s) => s !== 'to-date') : shifts
}

const other = (boundary: 'begins' | 'ends'): 'begins' | 'ends' => (boundary === 'begins' ? 'ends' : 'begins')

function spoilTiers(t: TiersIr, kind: RuleBug): TiersIr {
  const last = t.tiers.length - 1
  switch (kind) {
    case 'tier-boundary-swapped':
      return { ...t, boundary: other(t.boundary) }
    case 'marginal-becomes-whole':
      return t.mode === 'marginal' ? { ...t, mode: 'whole' } : t
    case 'whole-becomes-marginal':
      return t.mode === 'whole' ? { ...t, mode: 'marginal' } : t
    case 'interpolated-becomes-marginal':
      return t.mode === 'interpolated' ? { ...t, mode: 'marginal' } : t
    case 'last-tier-left-open':
      return t.mode === 'interpolated' ? t : { ...t, tiers: t.tiers.map((tier, i) => (i === last ? { ...tier, until: null } : tier)) }
    case 'first-tier-closed-at-zero':
      return { ...t, tiers: t.tiers.map((tier) => (tier.from === null ? { ...tier, from: '0' } : tier)) }
    default:
      return t
  }
}

function spoilCurve(c: CurveIr, kind: RuleBug): CurveIr {
  return kind === 'curve-point-dropped' && c.points.length > 2 ? { ...c, points: c.points.filter((_, i) => i !== 1) } : c
}

function spoilLookup(l: LookupIr, kind: RuleBug): LookupIr {
  switch (kind) {
    case 'lookup-last-row-first':
      return { ...l, rows: [...l.rows].reverse() }
    case 'lookup-otherwise-becomes-zero':
      return { ...l, otherwise: l.otherwise ?? '0' }
    case 'lookup-boundary-swapped':
      return { ...l, dimensions: l.dimensions.map((d) => ({ ...d, boundary: other(d.boundary) })) }
    default:
      return l
  }
}

export function spoilScheme(s: SchemeIr, kind: RuleBug): SchemeIr {
  const scheme = { ...s, lines: s.lines.map((line) => spoilLine(line, kind)) }
  switch (kind) {
    case 'period-weights-ignored':
      return { ...scheme, weights: {} }
    case 'newcomers-ignored':
      return { ...scheme, newcomers: null }
    case 'newcomers-one-month-longer':
      return { ...scheme, newcomers: s.newcomers === null ? null : { ...s.newcomers, months: s.newcomers.months + 1 } }
    case 'factors-ignored':
      return { ...scheme, factors: false }
    case 'factors-always':
      return { ...scheme, factors: true }
    case 'grade-bound-excluded':
      // The smallest step above the bound that a score of this scheme can make.
      return { ...scheme, grades: s.grades.map((g) => ({ ...g, from: g.from === null ? null : justAbove(g.from) })) }
    case 'score-rounding':
      return { ...scheme, round: s.round + 1 }
    case 'start-day-swapped':
      return { ...scheme, startDay: otherStart(s.startDay) }
    default:
      return scheme
  }
}

const otherStart = (startDay: SchemeIr['startDay']): SchemeIr['startDay'] => (startDay === 'counted' ? 'not-counted' : 'counted')

const justAbove = (bound: string): string => (bound.startsWith('-') ? bound : bound.includes('.') ? `${bound}0001` : `${bound}.00001`)

function spoilLine(line: LineIr, kind: RuleBug): LineIr {
  const { noData } = line
  const target: LineIr['target'] = line.target.kind === 'formula' ? { ...line.target, expr: rewrite(line.target.expr, (e) => spoilRead(e, kind)) } : line.target
  const next = { ...line, target, rule: spoilRule(line.rule, kind) }
  switch (kind) {
    case 'skip-becomes-zero':
      return { ...next, noData: noData === 'skip' ? 'zero' : noData }
    case 'zero-becomes-skip':
      return { ...next, noData: noData === 'zero' ? 'skip' : noData }
    case 'full-becomes-skip':
      return { ...next, noData: noData === 'full' ? 'skip' : noData }
    case 'target-level-mixed-up':
      return target.kind === 'targets' ? { ...next, target: { ...target, level: target.level === 'target' ? 'stretch' : 'target' } } : next
    case 'target-formula-ignored':
      return target.kind === 'formula' ? { ...next, target: { kind: 'targets', level: 'target', prorated: false } } : next
    case 'target-never-prorated':
      return target.kind === 'targets' ? { ...next, target: { ...target, prorated: false } } : next
    default:
      return next
  }
}

function spoilRule(rule: RuleIr, kind: RuleBug): RuleIr {
  switch (rule.rule) {
    case 'linear':
      if (kind === 'threshold-ignored') return { ...rule, threshold: null }
      return unlimited(rule, kind)
    case 'points':
      return kind === 'points-start-forgotten' ? { ...rule, start: '0' } : unlimited(rule, kind)
    case 'bands':
      return kind === 'bands-of-the-other' ? { ...rule, of: rule.of === 'actual' ? 'attainment' : 'actual' } : { ...rule, bands: spoilTiers(rule.bands, kind) }
    case 'curve':
      return { ...rule, curve: spoilCurve(rule.curve, kind) }
    case 'lower':
      return kind === 'lower-method-swapped' ? { ...rule, method: rule.method === 'ratio' ? 'difference' : 'ratio' } : rule
    case 'range':
      return kind === 'worst-and-best-swapped' ? { ...rule, worst: rule.best, best: rule.worst } : rule
    case 'gate':
      if (kind === 'gate-ignored') return { ...rule, most: '1000000000000' }
      return kind === 'gate-bound-passes-not' && (rule.op === '>=' || rule.op === '<=') ? { ...rule, op: rule.op === '>=' ? '>' : '<' } : rule
    default:
      return rule satisfies never
  }
}

function unlimited<R extends { readonly floor: string | null; readonly cap: string | null }>(rule: R, kind: RuleBug): R {
  if (kind === 'line-cap-ignored') return { ...rule, cap: null }
  return kind === 'line-floor-ignored' ? { ...rule, floor: null } : rule
}

export function spoilIncentive(plan: IncentiveIr, kind: RuleBug, change: (e: Expr) => Expr): IncentiveIr {
  const components = plan.components.map((c) => spoilComponent(c, kind, change))
  switch (kind) {
    case 'plan-for-anybody':
      return { ...plan, components, roles: null }
    case 'plan-edition-since-ever':
      return { ...plan, components, from: null }
    case 'start-day-swapped':
      return { ...plan, components, startDay: otherStart(plan.startDay) }
    default:
      return { ...plan, components }
  }
}

function spoilComponent(c: ComponentIr, kind: RuleBug, change: (e: Expr) => Expr): ComponentIr {
  const amount = (a: AmountIr): AmountIr => spoilAmount(rewriteAmount(a, change), kind)
  const before = c.before === null || kind === 'before-not-subtracted' ? null : amount(c.before)
  return { ...c, now: amount(c.now), before, round: kind === 'amount-rounding' ? c.round + 1 : c.round }
}

function spoilAmount(a: AmountIr, kind: RuleBug): AmountIr {
  switch (kind) {
    case 'conditions-ignored':
      return { ...a, conditions: a.conditions.map((c) => ({ ...c, when: { node: 'boolean', value: true } })) }
    case 'amount-floor-ignored':
      return { ...a, floor: null }
    case 'amount-cap-ignored':
      return { ...a, cap: null }
    default:
      return a
  }
}
