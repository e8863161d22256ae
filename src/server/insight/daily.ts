import { addDays, type Day, type Period } from '../../base/calendar.ts'
import { sql } from '../../base/sql.ts'
import type { AggregateIr, Program } from '../../engine/ir.ts'
import type { Span } from '../../engine/spans.ts'
import { creditingOf, selectCells, slotsOf } from '../../engine/sql/cells.ts'
import type { Read } from '../../store/types.ts'
import { type Group, peopleOf } from './group.ts'

/** What a group brought of a sum or a count, from one day to another. */
export interface Brought {
  readonly from: Day
  readonly amount: string
}

interface Asked {
  readonly program: Program
  readonly aggregate: AggregateIr
  readonly group: Group
  /** The people are those of this period, also where the spans lie elsewhere: a group is compared with itself. */
  readonly period: Period
  readonly on: Day
  readonly spans: readonly Span[]
}

/** Sums of a measure by span, straight from the records: cells end with months, and days are asked for here. */
export async function broughtIn(read: Read, { program, aggregate, group, period, on, spans }: Asked): Promise<Brought[]> {
  if (spans.length === 0) return []
  const [slot] = slotsOf(aggregate)
  if (slot === undefined) return []
  const cells = selectCells(program, { ...creditingOf(aggregate), slots: [{ ...slot, name: 'amount' }] }, spans)
  return await read.query<Brought>(sql`
    select c.from_date::text as "from", trim_scale(coalesce(sum(c.amount), 0))::text as amount from (${cells}) as c
    where c.employee_id in (select p.employee_id from (${peopleOf(group, 'score.read', { period, on })}) as p) group by 1 order by 1`)
}

/** Every day from one to another, the last one included. */
export function daysAsSpans(from: Day, last: Day): Span[] {
  const spans: Span[] = []
  for (let day = from; day <= last; day = addDays(day, 1)) spans.push({ from: day, until: addDays(day, 1) })
  return spans
}
