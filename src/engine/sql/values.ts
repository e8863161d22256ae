import { type Day, lastDay, type Period } from '../../base/calendar.ts'
import { ident, integer, joinSql, type Sql, sql } from '../../base/sql.ts'
import type { AggregateIr, Program, ScopeIr } from '../ir.ts'
import { spansOf, stretchesOf } from '../spans.ts'
import type { Plan, Step } from '../steps.ts'
import { combine, foldSlot, selectKeys } from './cells.ts'
import { emit } from './expr.ts'
import { type GroupTable, keysIn, type Layout, slotsIn } from './layout.ts'
import { settledRound } from './settled.ts'
import { selectTargets } from './targets.ts'

/** What the statement for the values of a run is made from. */
export interface ValueInput {
  readonly program: Program
  readonly plan: Plan
  readonly layout: Layout
  /** Days on which a line that some step follows changed: the same that the cells were cut at. */
  readonly breaks: readonly Day[]
}

interface Building extends ValueInput {
  readonly ctes: Sql[]
  readonly names: Map<string, string>
}

/** The column of a step. */
export const stepColumn = (step: number): string => `v${step}`

const column = (step: number): Sql => ident(stepColumn(step))

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
  for (const steps of targetBatches(b.plan.steps)) {
    const source = targetsCte(b, steps)
    const name = `t${b.ctes.length}`
    b.ctes.push(sql`${ident(name)} as (${source})`)
    joins.push(sql` left join ${ident(name)} on ${ident(name)}.employee_id = e.employee_id`)
    for (const step of steps) columns.push(sql`, ${ident(name, stepColumn(step.index))} as ${column(step.index)}`)
  }
  for (const step of b.plan.steps) if (step.body.kind !== 'formula' && step.period === null) columns.push(sql`, null::numeric as ${column(step.index)}`)
  return sql`select e.employee_id${joinSql(columns, ' ')} from (${people}) as e${joinSql(joins, ' ')}`
}

function rounded(step: Step, value: Sql): Sql {
  return step.round === null ? value : settledRound(value, step.round)
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

/** Targets of one period and scope: read at once. */
function targetBatches(steps: readonly Step[]): Step[][] {
  const found = new Map<string, Step[]>()
  for (const step of steps) {
    if (step.body.kind !== 'target' || step.period === null) continue
    const key = JSON.stringify([step.period.id, step.scope])
    found.set(key, [...(found.get(key) ?? []), step])
  }
  return [...found.values()]
}

/** What is asked of each person; over a line, of everybody on it added up. */
function targetsCte(b: Building, steps: readonly Step[]): Sql {
  const own = selectTargets(steps)
  const [first] = steps
  if (first === undefined || first.period === null || first.scope.line === 'own') return own
  const { person, join } = byPerson(b, { scope: first.scope, period: first.period }, { rows: sql`x`, recordDay: sql`${lastDay(first.period)}::date` })
  const sums = steps.map(({ index }) => sql`, sum(x.${column(index)}) as ${column(index)}`)
  return sql`select ${person} as employee_id${joinSql(sums, ' ')} from (${own}) as x${join} group by 1`
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
  const { person, join } = byPerson(b, batch, { rows, recordDay: sql`${rows}.from_date` })
  return sql`select ${person} as employee_id${joinSql(values, ' ')} from ${rows}${join} group by 1`
}

/** Whose value a row goes to: the person, or everybody above on the line on the day that counts. */
function byPerson(b: Building, batch: Pick<Batch, 'scope' | 'period'>, { rows, recordDay }: { rows: Sql; recordDay: Sql }): { person: Sql; join: Sql } {
  const { scope } = batch
  if (scope.line === 'own') return { person: sql`${rows}.employee_id`, join: sql`` }
  const day = scope.asOf === 'record' ? recordDay : sql`${lastDay(batch.period)}::date`
  const depth = scope.depth === null ? sql`` : sql` and l.depth <= ${integer(scope.depth)}`
  const self = scope.self ? sql`` : sql` and l.depth > 0`
  return {
    person: sql`l.superior_id`,
    join: sql` join ${ident(closureCte(b, scope.line, batch.period))} as l on l.employee_id = ${rows}.employee_id and l.from_date <= ${day} and l.until_date > ${day}${depth}${self}`,
  }
}

/** A line as it was in a period. Everybody's place is wanted: read once, joined by hash. */
function closureCte(b: Building, line: string, period: Period): string {
  return once(b, 'c', `${line} ${period.from} ${period.until}`, () => {
    return sql`select l.employee_id, l.superior_id, l.depth, l.from_date, l.until_date from app.line_closure as l where l.line = ${line}::text and l.from_date < ${period.until}::date and l.until_date > ${period.from}::date`
  })
}

/** A query that is read several times: the name under which it is written down. */
function once(b: Building, letter: string, what: string, query: () => Sql): string {
  const key = `${letter} ${what}`
  const known = b.names.get(key)
  if (known !== undefined) return known
  const name = `${letter}${b.ctes.length}`
  b.names.set(key, name)
  b.ctes.push(sql`${ident(name)} as materialized (${query()})`)
  return name
}

/** The slots of a period by employee and stretch without a change of lines: read and added up once, used by every scope. */
function spanCte(b: Building, { id, group }: GroupTable, period: Period): string {
  return once(b, 'b', `${id} ${period.from} ${period.until}`, () => {
    const spans = spansOf(period, b.breaks)
    const wanted = sql`unnest(${spans.map((s) => s.from)}::date[], ${spans.map((s) => s.until)}::date[]) as w(from_date, until_date)`
    const slots = group.slots.map((s) => sql`, ${foldSlot(s, sql`t.from_date`)} as ${ident(s.name)}`)
    const by = sql`t.employee_id, width_bucket(t.from_date, ${stretchesOf(period, b.breaks)}::date[])`
    return sql`select t.employee_id, min(t.from_date) as from_date${joinSql(slots, ' ')} from ${ident('calc', `cells_${id}`)} as t join ${wanted} on t.from_date = w.from_date and t.until_date = w.until_date group by ${by}`
  })
}

function distinctCte(b: Building, batch: Batch, first: Step): Sql {
  const { period, scope } = batch
  const table = keysIn(b.layout, aggregateOf(first))
  const stored = (name: string): Sql => sql`${ident('calc', `${name}_${table.id}`)} as k where k.from_date = ${period.from}::date and k.until_date = ${period.until}::date`
  const columns = (value: Sql): Sql =>
    joinSql(
      batch.steps.map((s) => sql`, ${value} as ${column(s.index)}`),
      ' ',
    )
  if (scope.line === 'own') return sql`select k.employee_id${columns(sql`k.keys`)} from ${stored('counts')}`
  const rows = scope.asOf === 'record' ? keysBySpan(b, table, period) : sql`(select k.employee_id, k.key from ${stored('keys')})`
  const { person, join } = byPerson(b, batch, { rows: sql`k`, recordDay: sql`k.span_from` })
  return sql`select ${person} as employee_id${columns(sql`count(distinct k.key)`)} from ${rows} as k${join} group by 1`
}

/** Keys with the first day of the stretch they were met in, from the records: what a team met while its members belonged to it. */
function keysBySpan(b: Building, table: { keys: Parameters<typeof selectKeys>[1] }, period: Period): Sql {
  const starts = stretchesOf(period, b.breaks)
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
      const need = needs.find((n) => n.node === node)
      if (need === undefined) throw new Error(`${node.node} stands where only measures and targets may stand`)
      return column(need.step)
    },
  })
  return rounded(step, sql`(${value})::numeric`)
}
