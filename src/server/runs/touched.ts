import { lastDay } from '../../base/calendar.ts'
import { ident, joinSql, type Sql, sql } from '../../base/sql.ts'
import type { AggregateIr, Expr, Program, ScopeIr } from '../../engine/ir.ts'
import { creditingOf, everybodyCredited } from '../../engine/sql/cells.ts'
import { emit } from '../../engine/sql/expr.ts'
import { fromClause, recordRows } from '../../engine/sql/record.ts'
import type { Step } from '../../engine/steps.ts'
import { walk } from '../../engine/walk.ts'
import type { Read } from '../../store/types.ts'

/** Changes of a dataset after `from`, up to `to`. */
export interface ChangeRange {
  readonly from: string
  readonly to: string
}

/** A step of a plan that adds up records in a period of the calendar. */
export type AggregateStep = Step & { readonly body: { readonly kind: 'aggregate'; readonly aggregate: AggregateIr }; readonly period: NonNullable<Step['period']> }

export function isAggregateStep(step: Step): step is AggregateStep {
  return step.body.kind === 'aggregate' && step.period !== null
}

/** Which records whose versions began or ended in a range a step counts for whom: person → keys of records, as `changedRecords` writes them. */
export async function touchedBy(read: Read, program: Program, step: AggregateStep, range: ChangeRange): Promise<ReadonlyMap<string, readonly string[]>> {
  const parts = (['current', 'history'] as const).map((part) => selectTouched(program, step, { part, range }))
  const rows = await read.query<{ employee: string; keys: string[] }>(
    sql`select x.employee_id as employee, array_agg(distinct x.key order by x.key) as keys from (${joinSql(parts, ' union all ')}) as x where x.employee_id is not null group by 1`,
  )
  return new Map(rows.map((row) => [row.employee, row.keys]))
}

/** select employee_id, key — a version that counted or counts for a person in the period of the step. */
function selectTouched(program: Program, { body, period, scope }: AggregateStep, of: { readonly part: 'current' | 'history'; readonly range: ChangeRange }): Sql {
  const { aggregate } = body
  const { part, range } = of
  const rows = recordRows(program, aggregate.dataset)
  const column = (name: string): Sql => ident(rows.alias, name)
  const within = (change: Sql): Sql => sql`${change} > ${range.from}::bigint and ${change} <= ${range.to}::bigint`
  const day = emit(aggregate.date, { kind: 'record', rows })
  rows.day = day
  const counts = aggregate.filter === null || looksBack(aggregate.filter) ? sql`true` : emit(aggregate.filter, { kind: 'record', rows })
  const everybody = everybodyCredited(program, creditingOf(aggregate), rows)
  const line = lineOf(scope, { day, last: lastDay(period) })
  const ended = part === 'history' ? sql` or ${within(column('_ended'))}` : sql``
  return sql`select ${line.person} as employee_id, ${recordKey(program, aggregate.dataset, rows.alias)} as key from ${fromClause(rows, part)} cross join lateral (${everybody}) as p${line.join} where (${within(column('_change'))}${ended}) and ${day} >= ${period.from}::date and ${day} < ${period.until}::date and (${counts})`
}

/** A condition on earlier records is not looked into: a record that may have met it is better named than passed over. */
function looksBack(filter: Expr): boolean {
  let found = false
  walk(filter, (e) => {
    if (e.node === 'seen') found = true
  })
  return found
}

/** The person a credited record counts for: whoever is credited, or everybody above them on a line. */
function lineOf(scope: ScopeIr, at: { readonly day: Sql; readonly last: string }): { readonly person: Sql; readonly join: Sql } {
  if (scope.line === 'own') return { person: sql`p.employee_id`, join: sql`` }
  const day = scope.asOf === 'record' ? at.day : sql`${at.last}::date`
  const depth = scope.depth === null ? sql`` : sql` and l.depth <= ${scope.depth}::int`
  const self = scope.self ? sql`` : sql` and l.depth > 0`
  return {
    person: sql`l.superior_id`,
    join: sql` join app.line_closure as l on l.line = ${scope.line}::text and l.employee_id = p.employee_id and l.from_date <= ${day} and l.until_date > ${day}${depth}${self}`,
  }
}

/** The fields of a record's key as one text. */
export function recordKey(program: Program, dataset: string, alias: string): Sql {
  const key = joinSql(
    (program.datasets[dataset]?.key ?? []).map((k) => sql`${ident(alias, k)}::text`),
    ', ',
  )
  return sql`concat_ws(' · ', ${key})`
}
