import { DIVISION_SCALE } from '../../base/limits.ts'
import type { AggregateFn, AggregateIr, CreditIr, Expr, MeasureIr, ScopeIr, Shift, ValueRef } from '../ir.ts'
import { aggregateIr, binary, div, field, measureIr, num, own } from './build.ts'
import { type Place, type Reachable, randomAny, randomBoolean, randomNumber, reachable } from './exprs.ts'
import { MEASURE_NAMES } from './names.ts'
import type { DatasetShape, Shape } from './shape.ts'

/** What measures are made from. */
export type MeasureGround = Omit<Place, 'over' | 'seen'> & { readonly shape: Shape }

/** Aggregates, and formulas over them and over one another. Every reference points to an earlier measure. */
export function randomMeasures(ground: MeasureGround): Record<string, MeasureIr> {
  const { rng } = ground
  const names = rng.some(MEASURE_NAMES, rng.int(4, 10))
  const aggregates = Math.max(2, Math.ceil(names.length * 0.6))
  const made: MeasureIr[] = []
  for (const [i, name] of names.entries()) made.push(i < aggregates ? randomAggregate(ground, name) : randomFormula(ground, name, made))
  const all = Object.fromEntries(made.map((m) => [m.measure, m]))
  return Object.fromEntries(made.map((m) => [m.measure, withoutTeamLast(m, all)]))
}

function randomAggregate(ground: MeasureGround, name: string): MeasureIr {
  const { rng } = ground
  const dataset = rng.pick(ground.shape.filter((d) => d.counting !== null))
  if (dataset.counting === null) throw new Error(`nobody counts ${dataset.name}`)
  const fields = reachable(ground.shape, dataset)
  const when = randomMeasureDate(ground, dataset, fields)
  const at: Place = { ...ground, over: { kind: 'record', fields, date: when }, seen: true }
  const fn = rng.pick<AggregateFn>(['sum', 'sum', 'sum', 'count', 'count', 'distinct', 'distinct', 'average', 'average', 'min', 'max', 'last'])
  const aggregate: AggregateIr = aggregateIr({
    fn,
    dataset: dataset.name,
    date: when,
    credit: randomCredit(ground, dataset),
    weight: rng.chance(0.5) ? 'share' : 'full',
    value: fn === 'count' ? null : fn === 'distinct' ? randomAny(at, 1) : randomNumber(at, rng.pick([0, 0, 1, 2])),
    filter: rng.chance(0.45) ? null : randomBoolean(at, rng.pick([0, 1, 1, 2, 3])),
  })
  return measureIr({ measure: name, body: { kind: 'aggregate', aggregate }, scope: randomScope(ground), round: rng.pick([null, null, 0, 2, 4]) })
}

/** Mostly the dataset's own date, else another day of the record itself. */
function randomMeasureDate(ground: MeasureGround, dataset: DatasetShape, fields: readonly Reachable[]): Expr {
  const own = dataset.counting?.date ?? { node: 'null' }
  const others = fields.filter((r) => r.path.length === 0 && (r.field.type === 'date' || r.field.type === 'timestamp'))
  if (others.length === 0 || ground.rng.chance(0.7)) return own
  const { field: other } = ground.rng.pick(others)
  return field(other.name, other.type)
}

/** Mostly the dataset's own credit, else another owner, with or without what else the dataset says. */
function randomCredit(ground: MeasureGround, dataset: DatasetShape): CreditIr {
  const { rng } = ground
  const credit = dataset.counting?.credit ?? { owner: { node: 'null' }, splits: null, overlays: [] }
  const others = dataset.fields.filter((f) => f.type === 'employee')
  if (others.length === 0 || rng.chance(0.8)) return credit
  const owner = field(rng.pick(others).name, 'employee')
  return rng.chance(0.5) ? { ...credit, owner } : { owner, splits: null, overlays: [] }
}

export function randomScope({ rng }: Pick<MeasureGround, 'rng'>): ScopeIr {
  if (rng.chance(0.5)) return own
  return { line: rng.pick(['reporting', 'sponsor'] as const), depth: rng.pick([null, null, 1, 2]), self: rng.chance(0.6), asOf: rng.pick(['record', 'period-end'] as const) }
}

function randomFormula(ground: MeasureGround, name: string, earlier: readonly MeasureIr[]): MeasureIr {
  const { rng } = ground
  const refs = (): ValueRef => ({ measure: rng.pick(earlier).measure, scope: rng.chance(0.8) ? own : randomScope(ground), shifts: randomShifts(ground) })
  const value = (ref: ValueRef): Expr => ({ node: 'value', ref })
  const common = { measure: name, scope: rng.chance(0.6) ? own : randomScope(ground), round: rng.pick([null, null, null, null, 0, 2, 4]) }
  switch (rng.int(0, 3)) {
    case 0:
      return measureIr({ ...common, kind: 'ratio', percent: true, body: { kind: 'formula', expr: binary('mul', div(value(refs()), value(refs()), DIVISION_SCALE), num(100)) } })
    case 1: {
      const ref = refs()
      const before = value({ ...ref, shifts: [...ref.shifts, rng.pick(['previous', 'last-year'] as const)] })
      return measureIr({
        ...common,
        kind: 'growth',
        percent: true,
        body: { kind: 'formula', expr: binary('mul', div(binary('sub', value(ref), before), { node: 'abs', of: before }, DIVISION_SCALE), num(100)) },
      })
    }
    default:
      return measureIr({
        ...common,
        body: {
          kind: 'formula',
          expr: randomNumber(
            { ...ground, over: { kind: 'values', refs, target: () => randomTarget(ground, earlier, false), others: null, texts: null }, seen: false },
            rng.int(1, 3),
          ),
        },
      })
  }
}

export function randomShifts({ rng }: Pick<MeasureGround, 'rng'>): Shift[] {
  if (rng.chance(0.7)) return []
  return rng.pick<Shift[]>([
    ['previous'],
    ['last-year'],
    ['to-date'],
    ['to-date'],
    ['previous', 'last-year'],
    ['last-year', 'previous'],
    ['previous', 'previous'],
    ['previous', 'to-date'],
    ['to-date', 'previous'],
    ['to-date', 'last-year'],
  ])
}

/** Targets have no day but the period's last. */
const atPeriodEnd = (scope: ScopeIr): ScopeIr => (scope.line === 'own' ? scope : { ...scope, asOf: 'period-end' })

/** The target of a measure, of one person or of a team, in the period or another. */
export function randomTarget(ground: Pick<MeasureGround, 'rng'>, measures: readonly Pick<MeasureIr, 'measure'>[], prorated: boolean): Extract<Expr, { node: 'target' }> {
  const { rng } = ground
  const scope = prorated || rng.chance(0.6) ? own : atPeriodEnd(randomScope(ground))
  const level = rng.pick(['target', 'target', 'stretch', 'challenge'] as const)
  return { node: 'target', measure: rng.pick(measures).measure, level, prorated, scope, shifts: randomShifts(ground) }
}

/** The last value is one person's: a team has none, and the checker refuses to ask for it. Such a measure takes the largest instead. */
function withoutTeamLast(measure: MeasureIr, all: Readonly<Record<string, MeasureIr>>): MeasureIr {
  const { body } = measure
  if (body.kind !== 'aggregate' || body.aggregate.fn !== 'last') return measure
  const someTeam = measure.scope.line !== 'own' || Object.values(all).some((m) => m.body.kind === 'formula' && asksTeams(m))
  return someTeam ? { ...measure, body: { ...body, aggregate: { ...body.aggregate, fn: 'max' } } } : measure
}

function asksTeams(measure: MeasureIr): boolean {
  return measure.scope.line !== 'own' || JSON.stringify(measure.body).includes('"asOf"')
}
