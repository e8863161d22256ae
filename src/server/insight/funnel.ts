import type { Day, Period } from '../../base/calendar.ts'
import { ident, joinSql, sql } from '../../base/sql.ts'
import type { DatasetDocument } from '../../engine/documents/dataset.ts'
import type { Read } from '../../store/types.ts'
import { readOf } from '../access/data-permission.ts'
import { columnType, fieldOf, isRequired, tableOf } from '../datasets/table.ts'
import { type Group, peopleOf } from './group.ts'

/** The stages that records of a dataset go through, each with a day; and what became of them. */
export interface Stages {
  readonly dataset: DatasetDocument
  /** The first one is the day the records count on. */
  readonly stages: readonly string[]
  /** The field that says what became of a record; null where there is none. */
  readonly outcome: string | null
}

/** Days a dataset needs after its own to have stages. */
const LATER_STAGES = 2

/**
 * A dataset has stages where two or more optional days stand behind the day its records count on: a lead, an opportunity, a quotation. Its first optional choice
 * behind them says what became of a record. Null for any other.
 */
export function stagesOf(document: DatasetDocument): Stages | null {
  const { date, fields } = document
  if (date === undefined || !(date in fields) || document.owner === undefined || !(document.owner in fields)) return null
  const behind = Object.keys(fields).slice(Object.keys(fields).indexOf(date) + 1)
  const optional = behind.filter((field) => !isRequired(document, field))
  const later = optional.filter((field) => columnType(fieldOf(document, field)) === 'date')
  if (later.length < LATER_STAGES || columnType(fieldOf(document, date)) !== 'date') return null
  return { dataset: document, stages: [date, ...later], outcome: optional.find((field) => fieldOf(document, field).type === 'choice') ?? null }
}

export interface Funnel {
  readonly counts: readonly number[]
  readonly outcomes: readonly { readonly value: string; readonly count: number }[]
}

/** How many of the records that began in a period have the day of each stage; a list of records filtered by that day has as many. */
export async function funnelOf(read: Read, { dataset, stages, outcome }: Stages, of: { readonly group: Group; readonly period: Period; readonly on: Day }): Promise<Funnel> {
  const { group, period, on } = of
  const column = (field: string) => ident('r', field)
  const [first = ''] = stages
  const people = sql`select p.employee_id from (${peopleOf(group, readOf(dataset.dataset), { period, on })}) as p`
  const began = sql`from ${tableOf(dataset.dataset)} as r where ${column(first)} >= ${period.from}::date and ${column(first)} < ${period.until}::date and ${column(dataset.owner ?? '')} in (${people})`
  const reached = stages.map((field) => sql`count(${column(field)})::int`)
  const row = await read.first<{ counts: number[] }>(sql`select to_jsonb(array[${joinSql(reached, ', ')}]) as counts ${began}`)
  const outcomes =
    outcome === null
      ? []
      : await read.query<{ value: string; count: number }>(
          sql`select ${column(outcome)}::text as value, count(*)::int as count ${began} and ${column(outcome)} is not null group by 1 order by 2 desc, 1`,
        )
  return { counts: row?.counts ?? [], outcomes }
}
