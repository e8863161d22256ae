import { type CalendarSpec, type Period, periodOf } from '../../base/calendar.ts'
import { sql } from '../../base/sql.ts'
import { DatasetSchema } from '../../engine/documents/dataset.ts'
import type { AmountIr, ComponentIr, Expr, IncentiveIr, LineIr, MeasureIr, Program, RuleIr, SchemeIr, ScopeIr, TargetLevel, TierIr, TiersIr } from '../../engine/ir.ts'
import { aggregateIr, compare, field, measureIr, ownedBy, text } from '../../engine/random/build.ts'
import type { AmountResult } from '../../engine/results.ts'
import { type Bench, datasetBench } from '../datasets/testing.ts'
import { computeRun, type RunEmployee, type RunResult } from './run.ts'

/** Rules written as representation by hand, over one dataset of numbers that people have on days. */
export const CALENDAR: CalendarSpec = { kind: 'months', yearStartMonth: 1, yearNamedBy: 'start', weekStart: 'monday' }

export const ENTRIES = DatasetSchema.parse({
  dataset: 'entries',
  key: ['id'],
  owner: 'who',
  date: 'day',
  fields: { id: 'text', day: 'date', who: 'employee', what: 'text', amount: 'decimal' },
})

const FIELD = { required: false, to: null, unit: {}, currency: null, currencyField: null }

export function periodNamed(id: string): Period {
  const found = periodOf(CALENDAR, id)
  if (found === null) throw new Error(`no period ${id}`)
  return found
}

/** A measure over the entries of its name: sum (0 without any) or last (null without any); `per` is what counts of each record. */
export function measure(name: string, fn: 'sum' | 'last' = 'sum', more: { per?: Expr; of?: string; team?: boolean } = {}): MeasureIr {
  const aggregate = aggregateIr({
    fn,
    dataset: 'entries',
    date: field('day', 'date'),
    credit: ownedBy('who'),
    value: more.per ?? field('amount', 'decimal'),
    filter: compare('=', field('what', 'text'), text(more.of ?? name)),
  })
  const scope = more.team === true ? ({ line: 'reporting', depth: null, self: true, asOf: 'record' } as const) : ({ line: 'own' } as const)
  return measureIr({ measure: name, scope, body: { kind: 'aggregate', aggregate } })
}

export const target = (name: string, more: { level?: TargetLevel; prorated?: boolean; scope?: ScopeIr; shifts?: Extract<Expr, { node: 'target' }>['shifts'] } = {}): Expr => ({
  node: 'target',
  measure: name,
  level: more.level ?? 'target',
  prorated: more.prorated ?? false,
  scope: more.scope ?? { line: 'own' },
  shifts: more.shifts ?? [],
})
export const pay = (item: string): Expr => ({ node: 'pay', item })
export const presence: Expr = { node: 'presence' }
export const tenure: Expr = { node: 'tenure' }
export const result = (what: 'score' | 'coefficient' | 'grade'): Expr => ({ node: 'result', what })

/** Tiers written `from-until rate`: bounds may be `any` and `open`; `=` before a number makes it an amount. */
export function tiersOf(mode: TiersIr['mode'], boundary: TiersIr['boundary'], ...rows: readonly string[]): TiersIr {
  const tiers = rows.map((row): TierIr => {
    const [bounds, pays] = row.split(' ')
    const [from, until] = (bounds ?? '').split('..')
    const isAmount = pays?.startsWith('=') === true
    return {
      from: from === 'any' ? null : (from ?? null),
      until: until === 'open' ? null : (until ?? null),
      rate: isAmount ? null : (pays ?? null),
      amount: isAmount ? (pays?.slice(1) ?? null) : null,
    }
  })
  return { table: 't', mode, boundary, tiers }
}
export const tiers = (table: TiersIr, of: Expr, scale: Expr | null = null): Expr => ({ node: 'tiers', table, of, scale })

export const LINEAR: RuleIr = { rule: 'linear', threshold: null, floor: null, cap: null }

export function line(name: string, weight: string | number, more: Partial<LineIr> = {}): LineIr {
  return {
    line: name,
    name,
    measure: name,
    weight: String(weight),
    kpi: true,
    target: { kind: 'targets', level: 'target', prorated: false },
    rule: LINEAR,
    noData: 'skip',
    ...more,
  }
}

const IN_FORCE = { roles: null, every: 'month', from: null, until: null, startDay: 'counted' } as const

export function scheme(role: string, lines: readonly LineIr[], more: Partial<SchemeIr> = {}): SchemeIr {
  return { ...IN_FORCE, roles: [role], scheme: `scheme ${role}`, name: role, lines, weights: {}, newcomers: null, factors: true, grades: [], round: 2, ...more }
}

export function incentive(role: string, components: readonly ComponentIr[], more: Partial<IncentiveIr> = {}): IncentiveIr {
  return { ...IN_FORCE, roles: [role], incentive: `plan ${role}`, name: role, components, ...more }
}

export const amount = (of: Expr, more: Partial<AmountIr> = {}): AmountIr => ({ amount: of, conditions: [], floor: null, cap: null, ...more })

export function component(name: string, now: AmountIr, more: Partial<ComponentIr> = {}): ComponentIr {
  return { component: name, name, now, before: null, round: 2, ...more }
}

export interface RulesBench {
  readonly store: Bench['store']
  /** Somebody with one stretch or more of `role from until`; `-` is open. */
  readonly person: (id: string, ...stretches: readonly string[]) => Promise<void>
  /** Numbers of people on days: `who what day amount`. */
  readonly enter: (...rows: readonly string[]) => Promise<void>
  /** `who measure period target stretch challenge`; `-` is not set. */
  readonly targets: (...rows: readonly string[]) => Promise<void>
  /** `who item amount from`; without a day: since ever. */
  readonly pays: (...rows: readonly string[]) => Promise<void>
  readonly run: (rules: RulesGiven, period: string) => Promise<RunResult>
  /** What is stored beside an earning. */
  readonly derivation: (run: RunResult, who: string, name: string) => Promise<{ now: AmountResult; before: AmountResult | null }>
  readonly close: () => Promise<void>
}

export interface RulesGiven {
  readonly measures: readonly MeasureIr[]
  readonly schemes?: Readonly<Record<string, SchemeIr>>
  readonly incentives?: Readonly<Record<string, IncentiveIr>>
}

export function programOf({ measures, schemes, incentives }: RulesGiven): Program {
  const fields = { id: 'text', day: 'date', who: 'employee', what: 'text', amount: 'decimal' } as const
  return {
    measures: Object.fromEntries(measures.map((m) => [m.measure, m])),
    company: { company: 'x', timezone: 'Asia/Shanghai', currency: 'CNY', currencyScale: 2 },
    datasets: { entries: { dataset: 'entries', key: ['id'], effective: null, fields: Object.fromEntries(Object.entries(fields).map(([k, type]) => [k, { ...FIELD, type }])) } },
    schemes: schemes ?? {},
    incentives: incentives ?? {},
  }
}

export async function rulesBench(): Promise<RulesBench> {
  const bench = await datasetBench([ENTRIES])
  const { store } = bench
  let entries = 0
  const given = (cell: string | undefined): string | null => (cell === undefined || cell === '-' ? null : cell)
  return {
    store,
    person: async (id, ...stretches) => {
      await store.tx(async (tx) => {
        await tx.run(sql`insert into app.employee (employee_id, name) values (${id}, ${id})`)
        for (const stretch of stretches) {
          const [role, from, until] = stretch.split(' ')
          await tx.run(
            sql`insert into app.assignment (employee_id, role, from_date, until_date) values (${id}, ${given(role)}, coalesce(${given(from)}::date, '-infinity'), coalesce(${given(until)}::date, 'infinity'))`,
          )
        }
      })
    },
    enter: async (...rows) => {
      const lines = rows.map((row) => {
        const [who, what, day, value] = row.split(' ')
        entries += 1
        return `X${entries},${day},${who},${what},${value}`
      })
      const { rows: read } = await bench.load(ENTRIES, `id,day,who,what,amount\n${lines.join('\n')}\n`)
      if (read.bad > 0 || read.inserted !== rows.length) throw new Error(JSON.stringify(read))
    },
    targets: async (...rows) => {
      await store.tx(async (tx) => {
        for (const row of rows) {
          const [who, name, id, ...levels] = row.split(' ')
          const period = periodNamed(id ?? '')
          await tx.run(
            sql`insert into app.target (employee_id, measure, period, kind, from_date, until_date, target, stretch, challenge) values (${given(who)}, ${given(name)}, ${period.id}, ${period.kind}, ${period.from}::date, ${period.until}::date, ${given(levels[0])}::numeric, ${given(levels[1])}::numeric, ${given(levels[2])}::numeric)`,
          )
        }
      })
    },
    pays: async (...rows) => {
      await store.tx(async (tx) => {
        for (const row of rows) {
          const [who, item, value, from] = row.split(' ')
          await tx.run(
            sql`insert into app.pay (employee_id, item, amount, from_date) values (${given(who)}, ${given(item)}, ${given(value)}::numeric, coalesce(${given(from)}::date, '-infinity'))`,
          )
        }
      })
    },
    run: (rules, period) => computeRun(store, { program: programOf(rules), calendar: CALENDAR, period: periodNamed(period), versions: {} }),
    derivation: async ({ run }, who, name) => {
      const row = await store.read((read) =>
        read.first<{ derivation: { now: AmountResult; before: AmountResult | null } }>(
          sql`select derivation from calc.earning where run_id = ${run}::bigint and employee_id = ${who} and component = ${name}`,
        ),
      )
      if (row === undefined) throw new Error(`no ${name} of ${who}`)
      return row.derivation
    },
    close: bench.close,
  }
}

/** One person of a run. */
export function whoIs(run: RunResult, id: string): RunEmployee {
  const found = run.employees.find((e) => e.id === id)
  if (found === undefined) throw new Error(`${id} is not listed`)
  return found
}

export const amountsOf = (run: RunResult, id: string): (string | null)[] => whoIs(run, id).earnings.map((e) => e.amount)
