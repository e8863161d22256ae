import { sql } from '../../base/sql.ts'
import type { Read } from '../../store/types.ts'
import type { PayField } from './rows.ts'

/** The rows of a pay.csv that would make the same pay items again. */
export async function exportPay(read: Read): Promise<Record<PayField, string>[]> {
  return read.query<Record<PayField, string>>(sql`
    select employee_id as employee, item, trim_scale(amount)::text as amount, coalesce(nullif(from_date, '-infinity')::text, '') as "from"
    from app.pay order by item, employee_id, from_date`)
}
