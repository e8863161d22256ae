import type { CalendarSpec, Day, Period } from '../../base/calendar.ts'
import { ident, type Sql, sql } from '../../base/sql.ts'
import type { RulesInForce } from '../../engine/in-force.ts'
import type { MeasureIr, Program } from '../../engine/ir.ts'
import { asJson, numberJson, objectJson } from '../../engine/sql/json.ts'
import type { Layout } from '../../engine/sql/layout.ts'
import { insertEarnings } from '../../engine/sql/rewards.ts'
import { insertScores } from '../../engine/sql/scores.ts'
import { selectValues, stepColumn } from '../../engine/sql/values.ts'
import { nodeKey, type Plan, type TargetNode, type ValueNode } from '../../engine/steps.ts'
import type { Tx } from '../../store/types.ts'
import type { RunProgress } from './progress.ts'

/** What the results of a run are made from. */
export interface Stages {
  readonly run: string
  readonly program: Program
  readonly calendar: CalendarSpec
  readonly period: Period
  readonly measures: readonly MeasureIr[]
  readonly rules: RulesInForce
  readonly plan: Plan
  readonly layout: Layout
  /** Days on which a line that some step follows changed. */
  readonly breaks: readonly Day[]
}

/** People who work in the company on a day of the period. */
export function peopleIn(period: Period): Sql {
  return sql`select distinct a.employee_id from app.assignment as a where a.from_date < ${period.until}::date and a.until_date > ${period.from}::date`
}

/** Holds the values of everybody while scores and earnings are made from them. */
const VALUES = ident('run_values')

/** Write the values of everybody, then their scores, then their earnings: a statement for each scheme and plan. */
export async function writeResults(tx: Tx, s: Stages, onProgress: ((p: RunProgress) => void) | undefined): Promise<void> {
  // Everybody is joined with everything they have: one nested loop that the planner takes for short would be the square of the people.
  // What cannot be joined otherwise then counts as costly; compiling it to machine code would take longer than running it.
  await tx.query(sql`select set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true)`)
  const values = selectValues({ program: s.program, plan: s.plan, layout: s.layout, breaks: s.breaks }, peopleIn(s.period))
  const { schemes, incentives } = s.rules
  if (schemes.length + incentives.length === 0) {
    await writeValues(tx, s, sql`(${values})`)
    onProgress?.({ stage: 'measure', what: s.period.id, done: 1, of: 1 })
  } else {
    await tx.run(sql`create temporary table ${VALUES} on commit drop as ${values}`)
    await writeValues(tx, s, VALUES)
    onProgress?.({ stage: 'measure', what: s.period.id, done: 1, of: 1 })
    await writeRewards(tx, s, onProgress)
    await tx.run(sql`drop table ${VALUES}`)
  }
  await tx.query(sql`select set_config('enable_nestloop', 'on', true)`)
}

async function writeValues(tx: Tx, s: Stages, values: Sql): Promise<void> {
  const figures = s.measures.map((m) => [m.measure, numberJson(sql`v.${ident(stepColumn(s.plan.wanted[m.measure] ?? 0))}`)] as const)
  await tx.run(
    sql`insert into calc.value (employee_id, run_id, figures) select v.employee_id, ${s.run}::bigint, ${asJson(objectJson(figures))} from ${values} as v order by v.employee_id`,
  )
}

/** Scores first: earnings read them. */
async function writeRewards(tx: Tx, s: Stages, onProgress: ((p: RunProgress) => void) | undefined): Promise<void> {
  const { run, period, calendar, rules } = s
  const input = { run, period, calendar, values: VALUES, column: (node: ValueNode | TargetNode) => readColumn(s.plan, node) }
  const statements = [
    ...rules.schemes.map(([id, scheme]) => ({ stage: 'score' as const, id, insert: () => insertScores(input, id, scheme) })),
    ...rules.incentives.map(([id, plan]) => ({ stage: 'reward' as const, id, insert: () => insertEarnings(input, id, plan) })),
  ]
  for (const { stage, id, insert } of statements) {
    const [done, of] = [statements.findIndex((x) => x.id === id && x.stage === stage), statements.length]
    onProgress?.({ stage, what: id, done, of })
    await tx.run(insert())
    onProgress?.({ stage, what: id, done: done + 1, of })
  }
}

function readColumn(plan: Plan, node: ValueNode | TargetNode): string {
  const step = plan.read.get(nodeKey(node))
  if (step === undefined) throw new Error(`no step for ${nodeKey(node)}`)
  return stepColumn(step)
}
