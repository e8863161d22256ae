import type { Day, Period } from '../../base/calendar.ts'
import { SHOWN_SCALE } from '../../base/limits.ts'
import { integer, sql } from '../../base/sql.ts'
import type { RulesInForce } from '../../engine/in-force.ts'
import type { Program } from '../../engine/ir.ts'
import { type Elapsed, elapsedOn, growsWithDays, OFF_TRACK, type PaceState } from '../../engine/pace.ts'
import type { Read } from '../../store/types.ts'

/** One line of somebody's scheme, with what is expected of them by a day. Numbers are canonical decimal text in the terms of the measure. */
export interface PaceRow {
  readonly employee: string
  readonly name: string
  readonly scheme: string
  readonly line: string
  readonly measure: string
  readonly actual: string | null
  readonly target: string
  readonly expected: string
  /** Null: there is no actual. */
  readonly state: PaceState | null
}

export interface Pace {
  readonly day: Day
  readonly elapsed: Elapsed
  readonly rows: readonly PaceRow[]
}

/** How the lines of a run that have a target stand on a day, person by person, in the order of the scheme. The meaning of the states stands in engine/pace.ts, which computes the same. */
export async function readPace(
  read: Read,
  of: { readonly run: string; readonly program: Program; readonly rules: RulesInForce; readonly period: Period; readonly day: Day },
): Promise<Pace> {
  const { run, program, rules, period, day } = of
  const elapsed = elapsedOn(period, day)
  if (elapsed.days === 0) return { day, elapsed, rows: [] }
  const lines = rules.schemes.flatMap(([id, scheme]) =>
    scheme.lines.flatMap((line, place) => {
      const measure = program.measures[line.measure]
      return measure === undefined ? [] : [{ id, place, line, measure }]
    }),
  )
  const less = lines.map(({ line, measure }) => String(line.rule.rule === 'lower' || measure.better === 'less'))
  const known = sql`unnest(${lines.map((l) => l.id)}::text[], ${lines.map((l) => l.line.line)}::text[], ${lines.map((l) => l.line.measure)}::text[], ${lines.map((l) => String(l.place))}::int[], ${lines.map((l) => String(growsWithDays(l.measure)))}::boolean[], ${less}::boolean[]) as k (scheme, line, measure, place, grows, less)`
  const scored = sql`select s.employee_id, s.scheme, l->>'line' as line, (l->>'actual')::numeric as actual, (l->>'target')::numeric as target from calc.score as s cross join json_array_elements(s.lines) as l where s.run_id = ${run}::bigint`
  const weighed = sql`select x.employee_id, x.scheme, x.line, k.measure, k.place, k.less, x.actual, x.target, k.grows, case when k.grows then x.actual * ${integer(elapsed.of)} else x.actual end as done, case when k.grows then x.target * ${integer(elapsed.days)} else x.target end as due from (${scored}) as x join ${known} on k.scheme = x.scheme and k.line = x.line where x.target > 0`
  const more = sql`case when w.done >= w.due then 'on-track' when w.done > w.due * (1 - ${OFF_TRACK}::numeric) then 'cautioned' else 'off-track' end`
  const fewer = sql`case when w.done <= w.due then 'on-track' when w.done < w.due * (1 + ${OFF_TRACK}::numeric) then 'cautioned' else 'off-track' end`
  const expected = sql`case when w.grows then app.divide(w.due, ${integer(elapsed.of)}::numeric, ${integer(SHOWN_SCALE)}) else w.due end`
  const rows = await read.query<PaceRow>(
    sql`select w.employee_id as employee, e.name, w.scheme, w.line, w.measure, trim_scale(w.actual)::text as actual, trim_scale(w.target)::text as target, trim_scale(${expected})::text as expected, case when w.actual is null then null when w.less then ${fewer} else ${more} end as state from (${weighed}) as w join app.employee as e on e.employee_id = w.employee_id order by w.employee_id, w.place`,
  )
  return { day, elapsed, rows }
}
