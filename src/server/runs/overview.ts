import type { Day, Period } from '../../base/calendar.ts'
import { sql } from '../../base/sql.ts'
import { rulesInForce } from '../../engine/in-force.ts'
import type { MeasureIr, Program } from '../../engine/ir.ts'
import type { Read } from '../../store/types.ts'
import { isVisible } from '../access/visible.ts'
import type { Who } from '../http/who.ts'

/** A unit with the people who were last in it. */
export interface UnitResult {
  readonly unit: string | null
  readonly name: string | null
  readonly people: number
  readonly scored: number
  readonly average: string | null
  readonly pay: string | null
  /** What its people brought of the main measure. */
  readonly result: string | null
}

export interface OverviewAsked {
  readonly who: Who
  readonly period: Period
  readonly run: string | null
  readonly before: string | null
  readonly on: Day
}

/** Units side by side, of the people one sees; pay of those whose pay one sees. */
export async function unitResults(read: Read, asked: OverviewAsked, measure: string | null): Promise<UnitResult[]> {
  const { who, period, run, on } = asked
  return await read.query<UnitResult>(sql`
    select p.unit_id as unit, u.name, count(*)::int as people, count(s.score)::int as scored, trim_scale(round(avg(s.score), 4))::text as average,
      trim_scale(sum(x.pay))::text as pay, trim_scale(sum((v.figures ->> ${measure}::text)::numeric))::text as result
    from (select distinct on (a.employee_id) a.employee_id, a.unit_id from app.assignment as a
      where a.from_date < ${period.until}::date and a.until_date > ${period.from}::date and ${isVisible(sql`a.employee_id`, who, 'score.read', on)} order by a.employee_id, a.from_date desc) as p
    left join app.unit as u on u.unit_id = p.unit_id
    left join calc.score as s on s.run_id = ${run}::bigint and s.employee_id = p.employee_id
    left join calc.value as v on v.run_id = ${run}::bigint and v.employee_id = p.employee_id
    left join (select g.employee_id, sum(g.amount) as pay from calc.earning as g where g.run_id = ${run}::bigint and ${isVisible(sql`g.employee_id`, who, 'pay.read', on)} group by 1) as x
      on x.employee_id = p.employee_id
    group by 1, 2 order by avg(s.score) desc nulls last, u.name`)
}

/** The amount of money that most schemes in force ask of single people: what pay is set against. Null where none does. */
export function mainMeasure(program: Program, period: Period): MeasureIr | null {
  const asked = new Map<MeasureIr, number>()
  for (const [, scheme] of rulesInForce(program, period).schemes) {
    for (const line of scheme.lines) {
      const measure = program.measures[line.measure]
      const money = measure !== undefined && Object.keys(measure.unit).length === 1 && measure.unit[program.company.currency] === 1
      if (money && measure.scope.line === 'own' && line.kpi) asked.set(measure, (asked.get(measure) ?? 0) + 1)
    }
  }
  return [...asked].reduce<readonly [MeasureIr, number] | null>((best, one) => (best === null || one[1] > best[1] ? one : best), null)?.[0] ?? null
}
