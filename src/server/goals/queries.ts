import { sql } from '../../base/sql.ts'
import type { Read } from '../../store/types.ts'
import type { TargetField } from './rows.ts'

/** The rows of a targets.csv that would make the same targets again: those of measures in force. Percents are written with their sign. */
export async function exportTargets(read: Read, measures: ReadonlyMap<string, { readonly percent: boolean }>): Promise<Record<TargetField, string>[]> {
  const rows = await read.query<Record<TargetField, string>>(sql`
    select employee_id as employee, measure, period, coalesce(trim_scale(target)::text, '') as target, coalesce(trim_scale(stretch)::text, '') as stretch,
      coalesce(trim_scale(challenge)::text, '') as challenge
    from app.target order by measure, from_date, until_date desc, employee_id`)
  const shown = (text: string, percent: boolean) => (text !== '' && percent ? `${text}%` : text)
  return rows.flatMap((row) => {
    const percent = measures.get(row.measure)?.percent
    if (percent === undefined) return []
    return [{ ...row, target: shown(row.target, percent), stretch: shown(row.stretch, percent), challenge: shown(row.challenge, percent) }]
  })
}
