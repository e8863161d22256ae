import { PERIOD_KINDS } from '../../base/calendar.ts'
import { ident, joinSql, type Sql, sql } from '../../base/sql.ts'
import type { TargetLevel } from '../ir.ts'
import type { Step } from '../steps.ts'

/** Kinds of periods, the coarsest first. */
const COARSEST_FIRST = [...PERIOD_KINDS].reverse()

const LEVELS = { target: ident('x', 'target'), stretch: ident('x', 'stretch'), challenge: ident('x', 'challenge') } as const satisfies Record<TargetLevel, Sql>

/**
 * select employee_id, v<step> … — targets of one period: of each level the row of that very period,
 * else the sum of the rows of the coarsest kind inside it.
 */
export function selectTargets(steps: readonly Step[]): Sql {
  const period = steps[0]?.period
  if (period == null) throw new Error('targets without a period')
  const measures = [...new Set(steps.map((s) => s.measure))]
  const very = sql`t.kind = ${period.kind}::text and t.from_date = ${period.from}::date and t.until_date = ${period.until}::date`
  const rank = sql`case when ${very} then 0 else array_position(${COARSEST_FIRST}::text[], t.kind) end`
  const inside = sql`t.measure = any(${measures}::text[]) and t.from_date >= ${period.from}::date and t.until_date <= ${period.until}::date`
  const sums = sql`select t.employee_id, t.measure, ${rank} as rank, sum(t.target) as target, sum(t.stretch) as stretch, sum(t.challenge) as challenge from app.target as t where ${inside} group by 1, 2, 3`
  const columns = steps.map((step) => sql`, ${ofStep(step)} as ${ident(`v${step.index}`)}`)
  return sql`select x.employee_id${joinSql(columns, ' ')} from (${sums}) as x group by x.employee_id`
}

function ofStep(step: Step): Sql {
  if (step.body.kind !== 'target') throw new Error(`step ${step.index} is not a target`)
  const level = LEVELS[step.body.level]
  return sql`(array_agg(${level} order by x.rank) filter (where x.measure = ${step.measure}::text and ${level} is not null))[1]`
}
