import { sql } from '../../base/sql.ts'
import type { Read } from '../../store/types.ts'
import type { FactorField } from './rows.ts'

/** The rows of a factors.csv that would make the same factors again. */
export async function exportFactors(read: Read): Promise<Record<FactorField, string>[]> {
  return read.query<Record<FactorField, string>>(
    sql`select period, unit_id as unit, scheme, line, trim_scale(factor)::text as factor, reason, entered_by as "by" from app.factor order by period, unit_id, scheme, line`,
  )
}
