import { type CalendarSpec, type Day, type PeriodKind, periodOf } from '../../base/calendar.ts'
import type { AmountIr, ComponentIr, Expr, GradeIr, IncentiveIr, InForce, LineIr, MeasureIr, RuleIr, SchemeIr, Shift, ValueRef } from '../ir.ts'
import { compare, num } from './build.ts'
import { type Place, randomBoolean, randomNumber, randomTable } from './exprs.ts'
import { randomScope, randomTarget } from './measures.ts'
import { COMPONENT_NAMES, GRADES, INCENTIVE_NAMES, LINE_NAMES, PAY_ITEMS, ROLES, SCHEME_NAMES } from './names.ts'
import { LARGE, POINTS, SMALL } from './numbers.ts'
import { rewriteAmount } from './rewrite.ts'
import type { Rng } from './rng.ts'
import { randomBands, randomCurve } from './tables.ts'

/** What schemes and plans are made from. */
export type RuleGround = Omit<Place, 'over' | 'seen'> & {
  readonly calendar: CalendarSpec
  readonly periods: readonly string[]
  readonly measures: Readonly<Record<string, MeasureIr>>
}

/** By document id: for each kind of period of the world one scheme for everybody, or several for roles that differ, each in one or two editions. */
export function randomSchemes(ground: RuleGround): Record<string, SchemeIr> {
  const { rng } = ground
  const names = rng.some(SCHEME_NAMES, SCHEME_NAMES.length)
  const found: Record<string, SchemeIr> = {}
  for (const every of kindsOf(ground)) {
    for (const roles of shareOut(rng)) {
      const name = names.pop()
      if (name === undefined) return found
      for (const edition of editions(ground, every))
        Object.assign(found, { [idOf(name, edition)]: randomScheme(ground, name, { roles, every, ...edition, startDay: startDay(rng) }) })
    }
  }
  return found
}

/** By document id: plans for some roles or for anybody; several may be in force for one person. */
export function randomIncentives(ground: RuleGround): Record<string, IncentiveIr> {
  const { rng } = ground
  const kinds = kindsOf(ground)
  const found: Record<string, IncentiveIr> = {}
  for (const name of rng.some(INCENTIVE_NAMES, rng.int(1, 3))) {
    const every = rng.pick(kinds)
    const roles = rng.chance(0.4) ? null : rng.some(ROLES.slice(0, 4), rng.int(1, 3))
    for (const edition of editions(ground, every))
      found[idOf(name, edition)] = { incentive: name, name, roles, every, ...edition, startDay: startDay(rng), components: randomComponents(ground) }
  }
  return found
}

const startDay = (rng: Rng): InForce['startDay'] => rng.pick(['counted', 'not-counted'] as const)

function kindsOf({ calendar, periods }: RuleGround): PeriodKind[] {
  return [...new Set(periods.flatMap((id) => periodOf(calendar, id)?.kind ?? []))]
}

/** Roles of schemes that stand side by side: everybody in one, or no role in two of them. */
function shareOut(rng: Rng): (readonly string[] | null)[] {
  if (rng.chance(0.4)) return [null]
  const roles = rng.some(ROLES, ROLES.length)
  return [roles.slice(0, 2), roles.slice(2, 3 + rng.int(0, 2))]
}

interface Edition {
  readonly from: Day | null
  readonly until: Day | null
}

/** One edition, or two that meet on the first day of a period. */
function editions({ rng, calendar, periods }: RuleGround, every: PeriodKind): Edition[] {
  const starts = periods.flatMap((id) => {
    const period = periodOf(calendar, id)
    return period?.kind === every ? [period.from] : []
  })
  const cut = rng.pick(starts)
  const kind = rng.int(0, 9)
  if (kind < 6) return [{ from: null, until: null }]
  if (kind === 6) return [{ from: cut, until: null }]
  return [
    { from: null, until: cut },
    { from: cut, until: null },
  ]
}

const idOf = (name: string, { from }: Edition): string => (from === null ? name : `${name}@${from}`)

const WEIGHTS = [['100'], ['60', '40'], ['50', '30.0', '20'], ['33.3', '33.3', '33.4'], ['70', '20', '10'], ['25', '25', '25', '25']] as const

function randomScheme(ground: RuleGround, scheme: string, inForce: InForce): SchemeIr {
  const { rng, periods } = ground
  const names = rng.some(LINE_NAMES, LINE_NAMES.length)
  const weights = rng.pick(WEIGHTS)
  const weighted = names.slice(0, weights.length)
  const beside = names.slice(weights.length, weights.length + rng.int(0, 2))
  const lines = [...weighted.map((line, i) => randomLine(ground, line, weights[i] ?? '0')), ...beside.map((line) => randomLine(ground, line, '0'))]
  const other = (): Record<string, string> => {
    const turned = rng.some(weights, weights.length)
    return Object.fromEntries(weighted.map((line, i) => [line, turned[i] ?? '0']))
  }
  const spread = (): Record<string, string> => (rng.chance(0.3) ? Object.fromEntries(weighted.slice(0, 1).map((line) => [line, '100'])) : other())
  return {
    scheme,
    name: scheme,
    ...inForce,
    lines: rng.some(lines, lines.length),
    weights: Object.fromEntries(rng.some(periods, rng.pick([0, 0, 1, 2])).map((id) => [id, spread()])),
    newcomers: rng.chance(0.35) ? { months: rng.pick([1, 2, 3, 6, 12, 24]), weights: spread() } : null,
    factors: rng.chance(0.8),
    grades: randomGrades(rng),
    round: rng.pick([0, 2, 2, 4]),
  }
}

function randomGrades(rng: Rng): GradeIr[] {
  const grades = GRADES.slice(0, rng.pick([0, 2, 3, 4, 5]))
  const bounds = rng.some([...POINTS, '90', '70.5', '-50'], grades.length).sort((a, b) => Number(b) - Number(a))
  const open = rng.chance(0.6)
  return grades.map((grade, i) => ({
    grade,
    from: open && i === grades.length - 1 ? null : (bounds[i] ?? '0'),
    coefficient: rng.chance(0.25) ? null : rng.pick(['1.50', '1.2', '1', '0.8', '0']),
  }))
}

function randomLine(ground: RuleGround, line: string, weight: string): LineIr {
  const { rng } = ground
  const rule = weight === '0' ? rng.pick([randomPoints, randomGate])(rng) : rng.pick([linear, linear, bands, curve, lower, range, randomPoints])(rng)
  const level = rng.pick(['target', 'target', 'stretch', 'challenge'] as const)
  const target: LineIr['target'] = rng.chance(0.6)
    ? { kind: 'targets', level, prorated: rng.chance(0.4) }
    : rng.chance(0.4)
      ? { kind: 'formula', expr: targetFormula(ground) }
      : rng.chance(0.8)
        ? { kind: 'fixed', value: rng.pick(['1', '10', '100', '500', '0.5', '1000.0']) }
        : { kind: 'none' }
  return {
    line,
    name: line,
    measure: rng.pick(Object.keys(ground.measures)),
    weight,
    kpi: rng.chance(0.8),
    target: rule.rule === 'gate' || rule.rule === 'points' || rule.rule === 'range' ? { kind: 'none' } : target,
    rule,
    noData: rng.pick(['skip', 'skip', 'zero', 'full'] as const),
  }
}

/** A share of somebody's targets, or any other number over measures and targets. */
function targetFormula(ground: RuleGround): Expr {
  const { rng } = ground
  const at = placeOf(ground, false)
  return rng.chance(0.7)
    ? { node: 'mul', left: { ...randomTarget(ground, Object.values(ground.measures), false), shifts: [] }, right: num(rng.pick(['0.85', '1', '0.9'])) }
    : randomNumber(at, 1)
}

const maybe = <T>(rng: Rng, value: T): T | null => (rng.chance(0.5) ? null : value)

const linear = (rng: Rng): RuleIr => ({
  rule: 'linear',
  threshold: maybe(rng, rng.pick(['50', '60', '80', '100'])),
  floor: maybe(rng, rng.pick(['0', '20', '60'])),
  cap: maybe(rng, rng.pick(['100', '120', '150'])),
})

function bands(rng: Rng): RuleIr {
  const of = rng.pick(['attainment', 'actual'] as const)
  return { rule: 'bands', of, bands: randomBands(rng, of === 'attainment' ? POINTS : rng.pick([SMALL, LARGE])) }
}

function curve(rng: Rng): RuleIr {
  const of = rng.pick(['attainment', 'actual'] as const)
  return { rule: 'curve', of, curve: randomCurve(rng, of === 'attainment' ? POINTS : rng.pick([SMALL, LARGE]), POINTS) }
}

const lower = (rng: Rng): RuleIr => ({
  rule: 'lower',
  method: rng.pick(['ratio', 'difference'] as const),
  floor: rng.pick(['0', '-50', '20']),
  cap: rng.pick(['100', '150', '200']),
})

function range(rng: Rng): RuleIr {
  const [worst = '0', best = '100'] = rng.some(rng.pick([SMALL, LARGE]), 2)
  return { rule: 'range', worst, best, floor: rng.pick(['0', '-20']), cap: rng.pick(['100', '120.5']) }
}

const randomPoints = (rng: Rng): RuleIr => ({
  rule: 'points',
  start: rng.pick(['0', '0', '100', '5']),
  each: rng.pick(['1', '-5', '0.5', '-0.01', '10']),
  floor: maybe(rng, rng.pick(['0', '-20'])),
  cap: maybe(rng, rng.pick(['10', '100', '150'])),
})

const randomGate = (rng: Rng): RuleIr => ({
  rule: 'gate',
  op: rng.pick(['=', '<>', '<', '<=', '>', '>='] as const),
  value: rng.pick(['0', '1', '2', '10', '100', '500']),
  most: rng.pick(['0', '0', '60', '79.5']),
})

function randomComponents(ground: RuleGround): ComponentIr[] {
  const { rng, company } = ground
  return rng.some(COMPONENT_NAMES, rng.int(1, 3)).map((component) => {
    const amount = randomAmount(ground)
    const cumulative = rng.chance(0.3)
    return {
      component,
      name: component,
      now: cumulative ? shiftedBy(amount, 'to-date') : amount,
      before: cumulative ? shiftedBy(amount, 'before') : null,
      round: rng.pick([company.currencyScale, company.currencyScale, 0, 4]),
    }
  })
}

/** Every measure and target of an amount, in a further shifted period. */
function shiftedBy(amount: AmountIr, shift: Shift): AmountIr {
  return rewriteAmount(amount, (e) => {
    if (e.node === 'value') return { ...e, ref: { ...e.ref, shifts: [...e.ref.shifts, shift] } }
    return e.node === 'target' ? { ...e, shifts: [...e.shifts, shift] } : e
  })
}

function randomAmount(ground: RuleGround): AmountIr {
  const { rng } = ground
  const at = placeOf(ground)
  const formula = (): Expr => (rng.chance(0.5) ? { node: 'coalesce', of: [randomNumber(at, 2), num('0')] } : rng.chance(0.5) ? randomTable(at, 1) : randomNumber(at, rng.int(0, 2)))
  return {
    amount: formula(),
    conditions: Array.from({ length: rng.pick([0, 0, 1, 1, 2]) }, (_, i) => ({ name: `when ${i}`, when: randomCondition(at) })),
    floor: rng.chance(0.25) ? (rng.chance(0.5) ? num(rng.pick(['0', '10', '100'])) : randomNumber(at, 0)) : null,
    cap: rng.chance(0.3) ? (rng.chance(0.5) ? num(rng.pick(['50', '100', '1000'])) : randomNumber(at, 0)) : null,
  }
}

function randomCondition(at: Place): Expr {
  const { rng } = at
  if (rng.chance(0.2)) return compare(rng.pick(['=', '<>', '>='] as const), { node: 'result', what: 'grade' }, { node: 'text', value: rng.pick(GRADES) })
  return rng.chance(0.5) ? compare(rng.pick(['>=', '>', '<='] as const), randomNumber(at, 0), num(rng.pick([...SMALL, ...LARGE]))) : randomBoolean(at, 1)
}

/** `paying`: a plan, which reads more than a formula over measures. */
function placeOf(ground: RuleGround, paying = true): Place {
  const { rng } = ground
  const measures = Object.values(ground.measures)
  const target = (): Expr => ({ ...randomTarget(ground, measures, paying && rng.chance(0.4)), ...(rng.chance(0.7) ? { shifts: [] } : {}) })
  const others = (): Expr =>
    rng.pick<() => Expr>([
      target,
      target,
      () => ({ node: 'pay', item: rng.pick(PAY_ITEMS) }),
      () => ({ node: 'result', what: rng.pick(['score', 'coefficient'] as const) }),
      () => ({ node: 'tenure' }),
      () => ({ node: 'presence' }),
    ])()
  // The last value is one person's: where some measure takes it, no team is asked.
  const teams = !JSON.stringify(measures).includes('"fn":"last"')
  const refs = (): ValueRef => ({
    measure: rng.pick(measures).measure,
    scope: teams && rng.chance(0.15) ? randomScope(ground) : { line: 'own' },
    shifts: rng.chance(0.85) ? [] : [rng.pick(['previous', 'last-year', 'to-date'] as const)],
  })
  return { ...ground, over: { kind: 'values', refs, target, others: paying ? others : null, texts: paying ? () => ({ node: 'result', what: 'grade' }) : null }, seen: false }
}
