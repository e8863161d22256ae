import { type CalendarSpec, type Day, type PeriodKind, periodOf } from '../../base/calendar.ts'
import type { AmountIr, ComponentIr, Expr, IncentiveIr, LineIr, MeasureIr, Program, SchemeIr, ScopeIr, Shift, TargetLevel, TierIr, TiersIr } from '../ir.ts'
import { aggregateIr, field, measureIr, ownedBy, value } from '../random/build.ts'
import { type Evaluator, openEvaluator } from './evaluate.ts'
import type { FactAssignment, FactEdge, FactFactor, FactPay, FactTarget, FactUnitEdge } from './facts.ts'

export const months: CalendarSpec = { kind: 'months', yearStartMonth: 1, yearNamedBy: 'start', weekStart: 'monday' }

/** A small company written down by hand: sales of people, what they are asked, paid and judged by. */
export interface Company {
  /** Who, when, how much; `with` takes a percent of it. */
  readonly sales?: readonly { readonly who: string; readonly day: Day; readonly amount: string | null; readonly with?: readonly [string, string] }[]
  readonly assignments?: readonly FactAssignment[]
  readonly targets?: readonly FactTarget[]
  readonly pay?: readonly FactPay[]
  readonly reporting?: readonly FactEdge[]
  readonly units?: readonly FactUnitEdge[]
  readonly factors?: readonly FactFactor[]
  /** Beside `revenue`, the sum of the amounts by share, and `largest`, which is empty without sales. */
  readonly measures?: readonly MeasureIr[]
  readonly schemes?: Readonly<Record<string, SchemeIr>>
  readonly incentives?: Readonly<Record<string, IncentiveIr>>
  readonly calendar?: CalendarSpec
}

export const always = (employee: string, role: string | null = 'rep'): FactAssignment => ({ employee, role, unit: null, from: null, until: null })
export const works = (employee: string, role: string | null, from: Day | null, until: Day | null = null, unit: string | null = null): FactAssignment => ({
  employee,
  role,
  unit,
  from,
  until,
})
export const asked = (employee: string, period: string, target: string | null, more: Partial<FactTarget> = {}): FactTarget => ({
  employee,
  measure: 'revenue',
  period,
  target,
  stretch: null,
  challenge: null,
  ...more,
})

const amount = field('amount', 'money')
const credit = { ...ownedBy('who'), splits: { dataset: 'shares', record: 'sale', employee: 'who', percent: 'percent', overlay: null } }

/** A sum over the amounts of the sales. */
export function sumOf(measure: string, of: Expr = amount, scope: ScopeIr = { line: 'own' }): MeasureIr {
  return measureIr({ measure, scope, body: { kind: 'aggregate', aggregate: aggregateIr({ fn: 'sum', dataset: 'sales', date: field('day', 'date'), credit, value: of }) } })
}

const largest = measureIr({
  measure: 'largest',
  body: { kind: 'aggregate', aggregate: aggregateIr({ fn: 'max', dataset: 'sales', date: field('day', 'date'), credit, value: amount }) },
})

function datasetOf(dataset: string, fields: Program['datasets'][string]['fields'], key: string[]): Program['datasets'][string] {
  return { dataset, key, effective: null, fields }
}

const typed = (type: 'text' | 'date' | 'employee' | 'money' | 'decimal' | 'reference') => ({ type, required: false, to: null, unit: {}, currency: null, currencyField: null })

export function programOf(of: Company): Program {
  const measures = [sumOf('revenue'), largest, ...(of.measures ?? [])]
  return {
    company: { company: 'c', timezone: 'Asia/Shanghai', currency: 'CNY', currencyScale: 2 },
    datasets: {
      sales: datasetOf('sales', { id: typed('text'), day: typed('date'), who: typed('employee'), amount: typed('money') }, ['id']),
      shares: datasetOf('shares', { sale: typed('reference'), who: typed('employee'), percent: typed('decimal') }, ['sale', 'who']),
    },
    measures: Object.fromEntries(measures.map((m) => [m.measure, m])),
    schemes: of.schemes ?? {},
    incentives: of.incentives ?? {},
  }
}

export function open(of: Company): Evaluator {
  const sales = of.sales ?? []
  const rows = sales.map(({ who, day, amount: n }, i) => ({ id: `s${i}`, source: null, line: null, fields: { id: `s${i}`, day, who, amount: n } }))
  const shares = sales.flatMap(({ with: share }, i) =>
    share === undefined ? [] : [{ id: `s${i}/${share[0]}`, source: null, line: null, fields: { sale: `s${i}`, who: share[0], percent: share[1] } }],
  )
  const assignments = of.assignments ?? [always('ann')]
  return openEvaluator(programOf(of), of.calendar ?? months, {
    employees: [...new Set([...assignments.map((a) => a.employee), ...sales.map((s) => s.who)])],
    records: { sales: rows, shares },
    lines: { reporting: of.reporting ?? [], sponsor: [] },
    rates: [],
    assignments,
    units: of.units ?? [],
    factors: of.factors ?? [],
    targets: of.targets ?? [],
    pay: of.pay ?? [],
  })
}

/** Tiers from one bound to the next: `[['0', '1000', '0.01'], …]`; a bound of null is open. What they pay is a rate, or an amount. */
export function tiers(
  mode: TiersIr['mode'],
  rows: readonly (readonly [string | null, string | null, string])[],
  more: { pays?: 'rate' | 'amount'; boundary?: TiersIr['boundary'] } = {},
): TiersIr {
  const pays = more.pays ?? (mode === 'interpolated' ? 'amount' : 'rate')
  const tier = ([from, until, n]: (typeof rows)[number]): TierIr => ({ from, until, rate: pays === 'rate' ? n : null, amount: pays === 'amount' ? n : null })
  return { table: 'steps', mode, boundary: more.boundary ?? 'begins', tiers: rows.map(tier) }
}

export const readTiers = (table: TiersIr, of: Expr, scale: Expr | null = null): Expr => ({ node: 'tiers', table, of, scale })
export const target = (more: { measure?: string; level?: TargetLevel; prorated?: boolean; scope?: ScopeIr; shifts?: readonly Shift[] } = {}): Expr => ({
  node: 'target',
  measure: 'revenue',
  level: 'target',
  prorated: false,
  scope: { line: 'own' },
  shifts: [],
  ...more,
})
export const attainment = (of: Expr = value('revenue'), to: Expr = target()): Expr => ({ node: 'div', left: of, right: to, scale: 16 })

export const paying = (amountOf: Expr, more: Partial<AmountIr> = {}): AmountIr => ({ amount: amountOf, conditions: [], floor: null, cap: null, ...more })
export const component = (now: AmountIr | Expr, more: Partial<ComponentIr> = {}): ComponentIr => ({
  component: 'pay',
  name: 'pay',
  now: 'node' in now ? paying(now) : now,
  before: null,
  round: 2,
  ...more,
})
export const plan = (components: readonly ComponentIr[], more: Partial<IncentiveIr> = {}): IncentiveIr => ({
  incentive: 'plan',
  name: 'plan',
  roles: null,
  every: 'month',
  from: null,
  until: null,
  startDay: 'counted',
  components,
  ...more,
})

export const line = (more: Partial<LineIr> = {}): LineIr => ({
  line: 'sales',
  name: 'sales',
  measure: 'revenue',
  weight: '100',
  kpi: true,
  target: { kind: 'targets', level: 'target', prorated: false },
  rule: { rule: 'linear', threshold: null, floor: null, cap: null },
  noData: 'skip',
  ...more,
})
export const scheme = (lines: readonly LineIr[], more: Partial<SchemeIr> = {}): SchemeIr => ({
  scheme: 'judged',
  name: 'judged',
  roles: null,
  every: 'month',
  from: null,
  until: null,
  startDay: 'counted',
  lines,
  weights: {},
  newcomers: null,
  factors: true,
  grades: [],
  round: 2,
  ...more,
})

/** What one formula pays ann in a period of its kind. */
export function paid(of: Company, now: AmountIr | Expr, period = '2026-01'): string | null {
  const every = kindOf(period, of.calendar ?? months)
  return open({ ...of, incentives: { plan: plan([component(now)], { every }) } }).earnings({ employee: 'ann', period })[0]?.result.amount ?? null
}

function kindOf(period: string, calendar: CalendarSpec): PeriodKind {
  const found = periodOf(calendar, period)
  if (found === null) throw new Error(`no period ${period}`)
  return found.kind
}

/** Sales of ann in January. */
export const sold = (...amounts: readonly string[]) => amounts.map((n, i) => ({ who: 'ann', day: `2026-01-${String(i + 1).padStart(2, '0')}`, amount: n }))
