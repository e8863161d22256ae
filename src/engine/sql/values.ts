import { lastDay, type Period } from '../../base/calendar.ts'
import { ident, integer, joinSql, type Sql, sql } from '../../base/sql.ts'
import type { AggregateIr, Program, ScopeIr } from '../ir.ts'
import type { Span } from '../spans.ts'
import type { Plan, Step } from '../steps.ts'
import { combine, selectKeys } from './cells.ts'
import { emit } from './expr.ts'
import { type GroupTable, keysIn, type Layout, slotsIn } from './layout.ts'

/** What the statement for the values of a run is made from. */
export interface ValueInput {
  readonly program: Program
  readonly plan: Plan
  readonly layout: Layout
  /** The spans of a period: the same that the span tables were filled with. */
  readonly spans: (period: Period) => readonly Span[]
}

interface Building extends ValueInput {
  readonly ctes: Sql[]
  readonly names: Map<string, string>
}

const column = (step: number): Sql => ident(`v${step}`)

/**
 * One statement that answers (employee_id, v<step> …) for the people in `people`, a query of employee_id:
 * spans are added up by person or team, distinct keys counted, then formulas level by level.
 */
export function selectValues(input: ValueInput, people: Sql): Sql {
  const b: Building = { ...input, ctes: [], names: new Map() }
  const base = baseLevel(b, people)
  b.ctes.push(sql`l0 as materialized (${base})`)
  const levels = Math.max(0, ...input.plan.steps.map((s) => s.level))
  for (let level = 1; level <= levels; level++) b.ctes.push(formulaLevel(b, level))
  return sql`with ${joinSql(b.ctes, ', ')} select * from ${ident(`l${levels}`)}`
}

/** Everybody with the aggregates of every step of level 0. */
function baseLevel(b: Building, people: Sql): Sql {
  const columns: Sql[] = []
  const joins: Sql[] = []
  for (const batch of batches(b.plan.steps)) {
    const name = `a${b.ctes.length}`
    b.ctes.push(sql`${ident(name)} as (${aggregateCte(b, batch)})`)
    joins.push(sql` left join ${ident(name)} on ${ident(name)}.employee_id = e.employee_id`)
    for (const step of batch.steps) columns.push(sql`, ${rounded(step, orZero(batch.aggregateOf(step), ident(name, `v${step.index}`)))} as ${column(step.index)}`)
  }
  for (const step of b.plan.steps) if (step.body.kind === 'aggregate' && step.period === null) columns.push(sql`, null::numeric as ${column(step.index)}`)
  return sql`select e.employee_id${joinSql(columns, ' ')} from (${people}) as e${joinSql(joins, ' ')}`
}

function rounded(step: Step, value: Sql): Sql {
  return step.round === null ? value : sql`round(${value}, ${integer(step.round)})`
}

/** Sums and counts over no records are zero; the rest is empty. */
function orZero(a: AggregateIr, value: Sql): Sql {
  return a.fn === 'sum' || a.fn === 'count' || a.fn === 'distinct' ? sql`coalesce(${value}, 0)` : value
}

/** Aggregates that are read from the same rows by the same people: one scan for all of them. */
interface Batch {
  readonly steps: readonly Step[]
  readonly scope: ScopeIr
  readonly period: Period
  aggregateOf(step: Step): AggregateIr
}

function batches(steps: readonly Step[]): Batch[] {
  const found = new Map<string, { steps: Step[]; scope: ScopeIr; period: Period }>()
  for (const step of steps) {
    if (step.body.kind !== 'aggregate' || step.period === null) continue
    const a = step.body.aggregate
    const own = a.fn === 'distinct' ? JSON.stringify([a.value, a.filter]) : ''
    const key = JSON.stringify([a.dataset, a.date, a.credit, step.scope, step.period.id, own])
    const batch = found.get(key) ?? { steps: [], scope: step.scope, period: step.period }
    batch.steps.push(step)
    found.set(key, batch)
  }
  return [...found.values()].map((batch) => ({ ...batch, aggregateOf }))
}

function aggregateOf(step: Step): AggregateIr {
  if (step.body.kind !== 'aggregate') throw new Error(`step ${step.index} is not an aggregate`)
  return step.body.aggregate
}

function aggregateCte(b: Building, batch: Batch): Sql {
  const [first] = batch.steps
  if (first === undefined) throw new Error('an empty batch')
  if (aggregateOf(first).fn === 'distinct') return distinctCte(b, batch, first)
  const source = spanCte(b, slotsIn(b.layout, aggregateOf(first)).table, batch.period)
  const rows = ident(source)
  const values = batch.steps.map((step) => {
    const { slots } = slotsIn(b.layout, aggregateOf(step))
    const columns = slots.map((s) => ident(source, s))
    return sql`, ${combine(aggregateOf(step), columns, sql`${rows}.from_date`)} as ${column(step.index)}`
  })
  const { person, join } = byPerson(batch, rows, sql`${rows}.from_date`)
  return sql`select ${person} as employee_id${joinSql(values, ' ')} from ${rows}${join} group by 1`
}

/** Whose value a row goes to: the person, or everybody above on the line on the day that counts. */
function byPerson(batch: Batch, rows: Sql, recordDay: Sql): { person: Sql; join: Sql } {
  const { scope } = batch
  if (scope.line === 'own') return { person: sql`${rows}.employee_id`, join: sql`` }
  const day = scope.asOf === 'record' ? recordDay : sql`${lastDay(batch.period)}::date`
  const depth = scope.depth === null ? sql`` : sql` and l.depth <= ${integer(scope.depth)}`
  const self = scope.self ? sql`` : sql` and l.depth > 0`
  return {
    person: sql`l.superior_id`,
    join: sql` join app.line_closure as l on l.line = ${scope.line}::text and l.employee_id = ${rows}.employee_id and l.from_date <= ${day} and l.until_date > ${day}${depth}${self}`,
  }
}

/** The spans of a period with their slots, by employee: read once, used by every scope. */
function spanCte(b: Building, table: GroupTable, period: Period): string {
  const key = `${table.id} ${period.from} ${period.until}`
  const known = b.names.get(key)
  if (known !== undefined) return known
  const name = `b${b.ctes.length}`
  b.names.set(key, name)
  const spans = b.spans(period)
  const wanted = sql`unnest(${spans.map((s) => s.from)}::date[], ${spans.map((s) => s.until)}::date[]) as w(from_date, until_date)`
  b.ctes.push(
    sql`${ident(name)} as materialized (select t.* from ${ident('calc', `spans_${table.id}`)} as t join ${wanted} on t.from_date = w.from_date and t.until_date = w.until_date)`,
  )
  return name
}

function distinctCte(b: Building, batch: Batch, first: Step): Sql {
  const a = aggregateOf(first)
  const { period, scope } = batch
  const table = keysIn(b.layout, a)
  const values = batch.steps.map((s) => sql`, count(${scope.line === 'own' ? sql`*` : sql`distinct k.key`}) as ${column(s.index)}`)
  const rows =
    scope.line !== 'own' && scope.asOf === 'record'
      ? keysBySpan(b, table, period)
      : sql`(select employee_id, key from ${ident('calc', `keys_${table.id}`)} where from_date = ${period.from}::date and until_date = ${period.until}::date)`
  const { person, join } = byPerson(batch, sql`k`, sql`k.span_from`)
  return sql`select ${person} as employee_id${joinSql(values, ' ')} from ${rows} as k${join} group by 1`
}

/** Keys with the first day of the span they were met in, from the records: what a team met while its members belonged to it. */
function keysBySpan(b: Building, table: { keys: Parameters<typeof selectKeys>[1] }, period: Period): Sql {
  const starts = b.spans(period).map((s) => s.from)
  const spanFrom = (day: Sql): Sql => sql`(${starts}::date[])[width_bucket(${day}, ${starts}::date[])] as span_from`
  return sql`(${selectKeys(b.program, table.keys, { from: period.from, until: period.until }, spanFrom)})`
}

/** The formulas of one level, beside everything below them. */
function formulaLevel(b: Building, level: number): Sql {
  const below = ident(`l${level - 1}`)
  const values = b.plan.steps.filter((s) => s.level === level).map((step) => sql`, ${formula(step)} as ${column(step.index)}`)
  return sql`${ident(`l${level}`)} as materialized (select ${below}.*${joinSql(values, ' ')} from ${below})`
}

function formula(step: Step): Sql {
  if (step.body.kind !== 'formula') throw new Error(`step ${step.index} is not a formula`)
  const { expr, needs } = step.body
  const value = emit(expr, {
    kind: 'values',
    column: (node) => {
      const need = needs.find((n) => n.ref === node.ref)
      if (need === undefined) throw new Error(`no step for ${node.ref.measure}`)
      return column(need.step)
    },
  })
  return rounded(step, sql`(${value})::numeric`)
}
