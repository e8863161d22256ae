import type { Period } from '../../base/calendar.ts'
import { type Sql, sql } from '../../base/sql.ts'
import { rulesInForce } from '../../engine/in-force.ts'
import type { MeasureIr, Program } from '../../engine/ir.ts'

/** select scheme, line — every line by which schemes in force in a period ask for a measure. */
export function linesAsking(program: Program, period: Period, measure: string): Sql {
  const asked = rulesInForce(program, period).schemes.flatMap(([id, scheme]) => scheme.lines.filter((line) => line.measure === measure).map((line) => [id, line.line] as const))
  return sql`select * from unnest(${asked.map(([scheme]) => scheme)}::text[], ${asked.map(([, line]) => line)}::text[]) as k (scheme, line)`
}

/** select employee_id — whoever has a target above 0 for a measure in a run. */
export function peopleAsked(program: Program, period: Period, measure: string, run: string): Sql {
  return sql`select s.employee_id from calc.score as s cross join lateral json_array_elements(s.lines) as l
    join (${linesAsking(program, period, measure)}) as k on k.scheme = s.scheme and k.line = l.value ->> 'line' where s.run_id = ${run}::bigint and (l.value ->> 'target')::numeric > 0`
}

/**
 * The measures whose results of single people add up over days and people, and that schemes in force ask for: those a forecast can be made of.
 * In the order in which most schemes ask for them.
 */
export function addedMeasures(program: Program, period: Period): MeasureIr[] {
  const asked = new Map<MeasureIr, number>()
  for (const [, scheme] of rulesInForce(program, period).schemes) {
    for (const line of scheme.lines) {
      const measure = program.measures[line.measure]
      if (measure !== undefined && addsUp(measure)) asked.set(measure, (asked.get(measure) ?? 0) + 1)
    }
  }
  return [...asked].sort(([, a], [, b]) => b - a).map(([measure]) => measure)
}

function addsUp({ body, scope, better }: MeasureIr): boolean {
  return body.kind === 'aggregate' && scope.line === 'own' && better === 'more' && (body.aggregate.fn === 'sum' || body.aggregate.fn === 'count')
}
