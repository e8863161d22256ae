import { dec } from '../base/decimal.ts'
import { expressionsOf } from './in-force.ts'
import type { ComponentIr, Expr, Program, TiersIr } from './ir.ts'
import { walk } from './walk.ts'

/** What people call the ways in which a component pays, in the order in which they are told. */
export const PLAN_TRAITS = [
  'marginal',
  'whole',
  'interpolated',
  'curve',
  'lookup',
  'by-target',
  'accelerates',
  'decelerates',
  'per-record',
  'team',
  'split',
  'pay-item',
  'score',
  'newcomers',
  'prorated',
  'gate',
  'floor',
  'cap',
  'year',
] as const

export type PlanTrait = (typeof PLAN_TRAITS)[number]

/** How a component pays, read from what was compiled: nobody has to declare it. */
export function traitsOf({ now, before }: ComponentIr, program: Program): PlanTrait[] {
  const found = new Set<PlanTrait>()
  if (now.conditions.length > 0) found.add('gate')
  if (now.floor !== null) found.add('floor')
  if (now.cap !== null) found.add('cap')
  if (before !== null) found.add('year')
  const seen = new Set<string>()
  const look = (expr: Expr | null, depth: 'plan' | 'measure' | 'record'): void => walk(expr, (e) => tell(e, depth))
  const tell = (e: Expr, depth: 'plan' | 'measure' | 'record'): void => {
    const trait = depth === 'record' ? null : traitOf(e)
    if (trait !== null) found.add(trait)
    if (e.node === 'tiers' && depth !== 'record') for (const each of ofTiers(e.table, e.scale !== null)) found.add(each)
    if (depth === 'record' && (e.node === 'tiers' || e.node === 'curve' || e.node === 'lookup')) found.add('per-record')
    if (e.node === 'value' && !seen.has(e.ref.measure)) readMeasure(e.ref.measure)
  }
  const readMeasure = (id: string): void => {
    seen.add(id)
    const measure = program.measures[id]
    if (measure === undefined) return
    if (measure.scope.line !== 'own') found.add('team')
    if (measure.body.kind === 'formula') look(measure.body.expr, 'measure')
    else {
      if (measure.body.aggregate.credit.splits !== null || measure.body.aggregate.credit.overlays.length > 0) found.add('split')
      look(measure.body.aggregate.value, 'record')
    }
  }
  for (const expr of expressionsOf(now)) look(expr, 'plan')
  return PLAN_TRAITS.filter((trait) => found.has(trait))
}

function traitOf(e: Expr): PlanTrait | null {
  switch (e.node) {
    case 'curve':
    case 'lookup':
      return e.node
    case 'pay':
      return 'pay-item'
    case 'result':
      return 'score'
    case 'tenure':
      return 'newcomers'
    case 'presence':
      return 'prorated'
    case 'target':
      return e.scope.line !== 'own' ? 'team' : e.prorated ? 'prorated' : null
    case 'value':
      return e.ref.scope.line === 'own' ? null : 'team'
    default:
      return null
  }
}

/** Rates that rise from tier to tier accelerate; amounts do so of themselves. */
function ofTiers({ mode, tiers }: TiersIr, scaled: boolean): PlanTrait[] {
  const rates = tiers.flatMap(({ rate }) => (rate === null ? [] : [dec(rate)]))
  const steps = rates.slice(1).map((rate, i) => rate.cmp(rates[i] ?? rate))
  return [
    mode,
    ...(scaled ? (['by-target'] as const) : []),
    ...(steps.some((step) => step > 0) ? (['accelerates'] as const) : []),
    ...(steps.some((step) => step < 0) ? (['decelerates'] as const) : []),
  ]
}
