import type { Period } from '../../base/calendar.ts'
import { type Sql, sql } from '../../base/sql.ts'
import type { RulesInForce } from '../../engine/in-force.ts'
import type { MeasureIr } from '../../engine/ir.ts'
import type { EarningResult, ScoreResult } from '../../engine/results.ts'
import type { Read } from '../../store/types.ts'

export interface RunEmployee {
  readonly id: string
  readonly name: string
  readonly unit: string | null
  /** Canonical decimal text, or null where the value is empty. */
  readonly values: Readonly<Record<string, string | null>>
  /** Null where no scheme is for the person. */
  readonly score: ScoreResult | null
  /** A row a component of the plans for the person, in their order. */
  readonly earnings: readonly Earning[]
}

/** An amount without its derivation, which is read where it is asked for. */
export type Earning = Pick<EarningResult, 'incentive' | 'component' | 'amount'>

interface Asked {
  readonly period: Period
  readonly measures: readonly MeasureIr[]
  readonly rules: RulesInForce
}

/** Everybody of a finished run, by id, with values, score and earnings. */
export async function readEmployees(read: Read, run: string, { period, measures, rules }: Asked): Promise<RunEmployee[]> {
  const rows = await read.query<Pick<RunEmployee, 'id' | 'name' | 'unit' | 'values'>>(
    sql`select e.employee_id as id, e.name, u.name as unit, v.figures as values from calc.value as v join app.employee as e on e.employee_id = v.employee_id left join (${lastUnits(period)}) as l on l.employee_id = e.employee_id left join app.unit as u on u.unit_id = l.unit_id where v.run_id = ${run}::bigint order by e.employee_id`,
  )
  const scores = await readScores(read, run, rules)
  const earnings = await readEarnings(read, run, rules)
  return rows.map((r) => ({
    ...r,
    values: Object.fromEntries(measures.map((m) => [m.measure, r.values[m.measure] ?? null])),
    score: scores.get(r.id) ?? null,
    earnings: earnings.get(r.id) ?? [],
  }))
}

const lastUnits = (period: Period): Sql =>
  sql`select distinct on (a.employee_id) a.employee_id, a.unit_id from app.assignment as a where a.from_date < ${period.until}::date order by a.employee_id, a.from_date desc`

async function readScores(read: Read, run: string, rules: RulesInForce): Promise<Map<string, ScoreResult>> {
  if (rules.schemes.length === 0) return new Map()
  const rows = await read.query<ScoreResult & { employee: string }>(
    sql`select s.employee_id as employee, s.scheme, trim_scale(s.score)::text as score, s.grade, trim_scale(s.coefficient)::text as coefficient, trim_scale(s.factor)::text as factor, s.lines from calc.score as s where s.run_id = ${run}::bigint`,
  )
  return new Map(rows.map(({ employee, ...score }) => [employee, score]))
}

async function readEarnings(read: Read, run: string, rules: RulesInForce): Promise<Map<string, Earning[]>> {
  const found = new Map<string, Earning[]>()
  if (rules.incentives.length === 0) return found
  const order = rules.incentives.flatMap(([id, plan]) => plan.components.map((c) => [id, c.component]))
  const rows = await read.query<Earning & { employee: string }>(
    sql`select x.employee_id as employee, x.incentive, x.component, trim_scale(x.amount)::text as amount from calc.earning as x join unnest(${order.map(([id]) => id ?? '')}::text[], ${order.map(([, c]) => c ?? '')}::text[]) with ordinality as o (incentive, component, place) on o.incentive = x.incentive and o.component = x.component where x.run_id = ${run}::bigint order by x.employee_id, o.place`,
  )
  for (const { employee, ...earning } of rows) {
    const mine = found.get(employee)
    if (mine === undefined) found.set(employee, [earning])
    else mine.push(earning)
  }
  return found
}
