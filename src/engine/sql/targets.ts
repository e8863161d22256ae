import { PERIOD_KINDS, type Period } from '../../base/calendar.ts'
import { ident, joinSql, type Sql, sql } from '../../base/sql.ts'
import type { TargetLevel } from '../ir.ts'
import type { Step } from '../steps.ts'

/** Kinds of periods, the coarsest first. */
const COARSEST_FIRST = [...PERIOD_KINDS].reverse()

/**
 * select employee_id, measure, level, value, from_date, until_date — the targets that count in a period: of each person, measure and level the row of that very period,
 * else every row inside it that no row of a coarser kind covers, in whole or in part. A row that leaves a level empty is none for it.
 */
export function selectCounted(period: Period, measures: readonly string[], levels: readonly TargetLevel[]): Sql {
  const very = sql`t.kind = ${period.kind}::text and t.from_date = ${period.from}::date and t.until_date = ${period.until}::date`
  const rank = sql`case when ${very} then 0 else array_position(${COARSEST_FIRST}::text[], t.kind) end`
  const each = joinSql(
    levels.map((level) => sql`(${level}::text, ${ident('t', level)})`),
    ', ',
  )
  const within = sql`t.measure = any(${measures}::text[]) and t.from_date >= ${period.from}::date and t.until_date <= ${period.until}::date`
  const inside = sql`select t.employee_id, t.measure, l.level, l.value, t.from_date, t.until_date, ${rank} as rank from app.target as t cross join lateral (values ${each}) as l (level, value) where ${within} and l.value is not null`
  // What coarser rows cover is gathered as one goes: joined with one another, the targets of a thousand people take seconds.
  const days = sql`daterange(i.from_date, i.until_date)`
  const coarser = sql`range_agg(${days}) over (partition by i.employee_id, i.measure, i.level order by i.rank groups between unbounded preceding and 1 preceding)`
  return sql`select x.employee_id, x.measure, x.level, x.value, x.from_date, x.until_date from (select i.*, ${days} as days, ${coarser} as covered from (${inside}) as i) as x where x.covered is null or not x.covered && x.days`
}

/** select employee_id, v<step> … — targets of one period, the rows that count added up. Who has none at all is left out. */
export function selectTargets(steps: readonly Step[]): Sql {
  const period = steps[0]?.period
  if (period == null) throw new Error('targets without a period')
  const counted = selectCounted(period, [...new Set(steps.map((s) => s.measure))], [...new Set(steps.map(levelOf))])
  const columns = steps.map((step) => sql`, sum(x.value) filter (where x.measure = ${step.measure}::text and x.level = ${levelOf(step)}::text) as ${ident(`v${step.index}`)}`)
  return sql`select x.employee_id${joinSql(columns, ' ')} from (${counted}) as x group by x.employee_id`
}

function levelOf(step: Step): TargetLevel {
  if (step.body.kind !== 'target') throw new Error(`step ${step.index} is not a target`)
  return step.body.level
}
