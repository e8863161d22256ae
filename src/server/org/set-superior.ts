import { Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import type { Tx } from '../../store/types.ts'
import { type Line, loadEdges, replaceEdges, TREES } from './closure.ts'
import { ORG_LOCK } from './import-people.ts'
import { chainText } from './lines.ts'
import { parseDay } from './rows.ts'
import { FOREVER, type Stretch, settle, stretchText } from './stretches.ts'

export interface SetSuperior {
  readonly line: Line
  /** Ids, not names. */
  readonly employee: string
  /** Null: nobody from that day on. */
  readonly superior: string | null
  /** The first day it holds. */
  readonly from: string
}

/**
 * A transfer: from a day on an employee has another superior (or sponsor), or none, until a transfer already recorded for a later day.
 * What was before that day stays as it was. Answers whether anything changed.
 * Errors: `org.date-invalid`, `org.person-unknown`, `org.own-superior`, `org.cycle-stored`, `org.line-too-deep`.
 */
export async function setSuperior(tx: Tx, { line, employee, superior, from }: SetSuperior): Promise<boolean> {
  await tx.lock(ORG_LOCK)
  const field = line === 'reporting' ? 'manager' : 'sponsor'
  const day = parseDay(from)
  if (day === undefined) throw new Refusal('org.date-invalid', { field: 'from', value: from })
  if (superior === employee) throw new Refusal('org.own-superior', { id: employee, field })
  await mustExist(tx, employee, 'id')
  if (superior !== null) await mustExist(tx, superior, field)
  const stored = await loadEdges(tx, TREES[line], [employee])
  const wanted = transfer(stored.get(employee) ?? [], superior, day)
  const fresh = wanted.find((stretch) => superior !== null && stretch.value === superior && stretch.from <= day && stretch.until > day)
  if (fresh !== undefined) await refuseCycle(tx, { line, field, employee, fresh })
  return (await replaceEdges(tx, TREES[line], new Map([[employee, wanted]]), stored)) > 0
}

/** The history with a change on a day: what came before is cut there, what was already to come stays. */
function transfer(history: readonly Stretch<null>[], superior: string | null, day: string): Stretch<null>[] {
  const kept = history.flatMap((stretch) => {
    if (stretch.from >= day) return stretch.from === day ? [] : [stretch]
    return [{ ...stretch, until: stretch.until < day ? stretch.until : day }]
  })
  const next = kept.find((stretch) => stretch.from > day)
  const fresh = superior === null ? [] : [{ value: superior, from: day, until: next?.from ?? FOREVER, source: null }]
  return settle([...kept, ...fresh]).history
}

async function mustExist(tx: Tx, id: string, field: string): Promise<void> {
  const found = id.includes('\0') ? undefined : await tx.first(sql`select from app.employee where employee_id = ${id}`)
  if (found === undefined) throw new Refusal('org.person-unknown', { field, value: id })
}

async function refuseCycle(tx: Tx, { line, field, employee, fresh }: { line: Line; field: string; employee: string; fresh: Stretch }): Promise<void> {
  // The superior below the employee on a day of the new stretch: then the two would be above each other.
  const below = await tx.first<{ depth: number; from: string; until: string; parent: string; edge_from: string; edge_until: string }>(sql`
    select c.depth, greatest(c.from_date, ${fresh.from}::date) as from, least(c.until_date, ${fresh.until}::date) as until,
           e.superior_id as parent, e.from_date as edge_from, e.until_date as edge_until
    from app.line_closure c
    join app.line_edge e on e.line = c.line and e.employee_id = c.employee_id and e.from_date < c.until_date and e.until_date > c.from_date
    where c.line = ${line} and c.superior_id = ${employee} and c.employee_id = ${fresh.value} and c.depth > 0
      and c.from_date < ${fresh.until}::date and c.until_date > ${fresh.from}::date
    order by c.from_date, e.from_date limit 1`)
  if (below === undefined) return
  const members = below.depth > 1 ? [employee, fresh.value, '…'] : [employee, fresh.value]
  throw new Refusal('org.cycle-stored', {
    field,
    chain: chainText(members),
    stretch: stretchText(below),
    otherId: fresh.value,
    otherValue: below.parent,
    otherStretch: stretchText({ from: below.edge_from, until: below.edge_until }),
  })
}
