import type { Period } from '../../base/calendar.ts'
import { ident, joinSql, type Sql, sql } from '../../base/sql.ts'
import type { SchemeIr } from '../ir.ts'
import { selectLastUnits } from './presence.ts'

/** The column of the factor of the whole score, and of that of a line. */
export const TOTAL_FACTOR = ident('factor')
export const factorColumn = (line: number): Sql => ident(`f${line}`)

/**
 * select employee_id, factor, f<line> … — the factors for outside causes of those who have any: the row of the nearest unit, where one of them names the scheme that one.
 * The unit is that of the person's last day in the period, and the units above it are those of that day.
 */
export function selectFactors(period: Period, scheme: SchemeIr): Sql {
  const nearest = sql`select distinct on (l.employee_id, f.line) l.employee_id, f.line, f.factor from (${selectLastUnits(period)}) as l join app.unit_closure as c on c.unit_id = l.unit_id and c.from_date <= l.day and c.until_date > l.day join app.factor as f on f.unit_id = c.parent_id and f.period = ${period.id} and f.scheme in ('', ${scheme.scheme}) order by l.employee_id, f.line, c.depth, f.scheme desc`
  const of = (line: string, as: Sql): Sql => sql`, max(n.factor) filter (where n.line = ${line}) as ${as}`
  const lines = scheme.lines.map((line, i) => of(line.line, factorColumn(i)))
  return sql`select n.employee_id${of('', TOTAL_FACTOR)}${joinSql(lines, ' ')} from (${nearest}) as n group by n.employee_id`
}
