import { lastDay, type Period } from '../../base/calendar.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { NOTICE_NAMES } from '../../base/limits.ts'
import { sql } from '../../base/sql.ts'
import { expressionsOf, type RulesInForce } from '../../engine/in-force.ts'
import type { Expr, IncentiveIr } from '../../engine/ir.ts'
import { selectPay } from '../../engine/sql/presence.ts'
import { partsOf } from '../../engine/walk.ts'
import { worded } from '../../engine/wording.ts'
import type { Read } from '../../store/types.ts'

/** People of a run whose plan reads a pay item that they have no amount of on the last day of the period: what reads it comes to nothing, without a word. */
export async function payNotices(read: Read, run: string, { incentives }: RulesInForce, period: Period): Promise<Diagnostic[]> {
  const found: Diagnostic[] = []
  for (const [id, plan] of incentives) {
    for (const item of itemsOf(plan)) {
      const people = sql`select distinct x.employee_id from calc.earning as x where x.run_id = ${run}::bigint and x.incentive = ${id}`
      const rows = await read.query<{ name: string }>(sql`
        select e.name from (${people}) as m join app.employee as e on e.employee_id = m.employee_id left join (${selectPay(period, item)}) as p on p.employee_id = m.employee_id
        where p.amount is null order by e.employee_id`)
      if (rows.length > 0)
        found.push(
          payLacking(
            plan,
            item,
            rows.map((r) => r.name),
            period,
          ),
        )
    }
  }
  return found
}

function payLacking(plan: IncentiveIr, item: string, names: readonly string[], period: Period): Diagnostic {
  const shown = [...names.slice(0, NOTICE_NAMES), ...(names.length > NOTICE_NAMES ? ['…'] : [])]
  const params = { incentive: plan.incentive, item, people: names.length, day: lastDay(period), ...worded('names', { zh: shown.join('、'), en: shown.join(', ') }) }
  return { code: 'incentives.pay-lacking', severity: 'warning', place: {}, params }
}

/** The items that a plan reads, but where its formulas say what holds without. */
function itemsOf(plan: IncentiveIr): string[] {
  return [...new Set(plan.components.flatMap((c) => expressionsOf(c.now).flatMap(itemsIn)))]
}

function itemsIn(expr: Expr): string[] {
  if (expr.node === 'empty' || expr.node === 'coalesce') return []
  return expr.node === 'pay' ? [expr.item] : partsOf(expr).flatMap(itemsIn)
}
