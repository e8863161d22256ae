import { z } from 'zod'
import { DayAsked } from '../http/shapes.ts'
import { Filter, MOST_FILTERS } from '../records/filters.ts'
import type { RecordsAsked } from '../records/list.ts'

/** Which records of a dataset are exported, in which order: what the list of records takes. */
export const RecordsToExport = z
  .object({
    q: z.string().max(200).optional(),
    filters: z.array(Filter).max(MOST_FILTERS).default([]),
    from: DayAsked.optional().describe('First day the records count on.'),
    until: DayAsked.optional().describe('Last day, included.'),
    owner: z.string().max(200).optional(),
    sort: z.string().max(200).optional(),
    order: z.enum(['asc', 'desc']).default('desc'),
  })
  .meta({ id: 'RecordsToExport' })

export type RecordsToExport = z.output<typeof RecordsToExport>

/** The same as a question to the records. */
export function recordsAsked({ order, ...asked }: RecordsToExport, of: Pick<RecordsAsked, 'who' | 'today'>): Omit<RecordsAsked, 'after' | 'limit'> {
  return { ...asked, ...of, down: order === 'desc' }
}
