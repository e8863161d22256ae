import { daysBetween, type Period } from '../../base/calendar.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { ident, integer, type Sql, sql } from '../../base/sql.ts'
import type { RulesInForce } from '../../engine/in-force.ts'
import { selectPresence } from '../../engine/sql/presence.ts'
import { selectCounted } from '../../engine/sql/targets.ts'
import type { Read } from '../../store/types.ts'
import { eachOnce, lackingWarning } from '../goals/gap-notices.ts'
import { type Gap, gapsOf, type TargetAsked, targetsAsked } from '../goals/gaps.ts'

/** People of a run whose rules read a target that they lack, that is 0 or less, or that would be prorated twice: the line or the amount is not what its author meant, without a word. */
export async function targetNotices(read: Read, run: string, rules: RulesInForce, period: Period): Promise<Diagnostic[]> {
  const found: Diagnostic[] = []
  for (const asked of targetsAsked(rules)) {
    for (const gap of gapsOf(asked)) {
      const rows = await read.query<{ name: string }>(
        sql`select e.name from (${peopleOf(run, asked)}) as m join app.employee as e on e.employee_id = m.employee_id where e.employee_id ${lacking(asked, gap, period)} order by e.employee_id`,
      )
      if (rows.length > 0) found.push(lackingWarning({ asked, gap, people: rows.length, names: rows.map((r) => r.name), period: period.id }))
    }
  }
  return eachOnce(found)
}

/** select employee_id — whom the run judged or paid by the rules. */
function peopleOf(run: string, { kind, id }: TargetAsked): Sql {
  if (kind === 'scheme') return sql`select s.employee_id from calc.score as s where s.run_id = ${run}::bigint and s.scheme = ${id}`
  return sql`select distinct x.employee_id from calc.earning as x where x.run_id = ${run}::bigint and x.incentive = ${id}`
}

/** A condition on an employee_id: in or not in a set. */
function lacking(asked: TargetAsked, gap: Gap, period: Period): Sql {
  const inside = sql`t.measure = ${asked.measure} and ${ident('t', asked.level)} is not null and t.from_date >= ${period.from}::date and t.until_date <= ${period.until}::date`
  if (gap === 'missing') return sql`not in (select t.employee_id from app.target as t where ${inside})`
  const counted = selectCounted(period, [asked.measure], [asked.level])
  if (gap === 'nothing') return sql`in (select c.employee_id from (${counted}) as c group by 1 having sum(c.value) <= 0)`
  const given = sql`select c.employee_id, sum(c.until_date - c.from_date) as days from (${counted}) as c group by 1`
  const all = integer(daysBetween(period.from, period.until))
  return sql`in (select g.employee_id from (${given}) as g join (${selectPresence(period, { ...asked.inForce, startDay: 'counted' })}) as p on p.employee_id = g.employee_id where g.days < ${all} and p.share < 1)`
}
