import { sql } from '../../base/sql.ts'
import { keptWhile } from '../../store/kept.ts'
import { daysWithData } from '../datasets/days.ts'
import { loadProgram } from './queries.ts'

/** Moves with everything that results are made from: records, people, lines, rates, targets, pay items, documents. */
export const INPUTS_MARKER = sql`select (select coalesce(sum(change), 0) from app.dataset_state) || ' ' || (select sum(change) from app.org_state) || ' ' || (select count(*) from app.document)`

/** First and last day with records; values that people enter may lie far ahead and say nothing about when business was done. */
export const recordDays = keptWhile(INPUTS_MARKER, async (read) => {
  const { datasets } = await loadProgram(read)
  return await daysWithData(
    read,
    datasets.filter((d) => d.dataset !== 'entered'),
  )
})
