import { sql } from '../../base/sql.ts'
import type { EarningResult, ScoreResult } from '../../engine/results.ts'
import type { Read } from '../../store/types.ts'

/** What a run came to for one person beyond the measures, with the derivations. */
export interface StoredResults {
  /** Null: no scheme in force for the person. */
  readonly score: ScoreResult | null
  readonly earnings: readonly EarningResult[]
}

type EarningRow = Pick<EarningResult, 'incentive' | 'component' | 'amount'> & { readonly derivation: Pick<EarningResult, 'now' | 'before'> }

/** Score and earnings of one person as a run stored them. */
export async function storedResults(read: Read, run: string, employee: string): Promise<StoredResults> {
  const score = await read.first<ScoreResult>(
    sql`select scheme, trim_scale(score)::text as score, grade, trim_scale(coefficient)::text as coefficient, trim_scale(factor)::text as factor, lines from calc.score where run_id = ${run}::bigint and employee_id = ${employee}`,
  )
  const earnings = await read.query<EarningRow>(
    sql`select incentive, component, trim_scale(amount)::text as amount, derivation from calc.earning where run_id = ${run}::bigint and employee_id = ${employee} order by incentive, component`,
  )
  return { score: score ?? null, earnings: earnings.map(({ derivation, ...earning }) => ({ ...earning, now: derivation.now, before: derivation.before })) }
}
