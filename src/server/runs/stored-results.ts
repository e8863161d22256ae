import { sql } from '../../base/sql.ts'
import type { EarningResult, LineResult, ScoreResult } from '../../engine/results.ts'
import type { Read } from '../../store/types.ts'

/** What a run came to for one person beyond the measures. */
export interface StoredResults {
  /** Null: no scheme in force for the person. */
  readonly score: ScoreResult | null
  /** By plan and in the order of its components' ids. */
  readonly earnings: readonly EarningResult[]
}

export const NO_RESULTS: StoredResults = { score: null, earnings: [] }

interface ScoreRow {
  readonly employee: string
  readonly scheme: string
  readonly score: string | null
  readonly grade: string | null
  readonly coefficient: string | null
  readonly lines: readonly LineResult[]
}

interface EarningRow {
  readonly employee: string
  readonly incentive: string
  readonly component: string
  readonly amount: string | null
  readonly derivation: Pick<EarningResult, 'now' | 'before'>
}

/** Scores and earnings of a run by person; of everybody, or of one. Who has neither is not in it. */
export async function storedResults(read: Read, run: string, employee?: string): Promise<ReadonlyMap<string, StoredResults>> {
  const whom = employee === undefined ? sql`true` : sql`employee_id = ${employee}`
  const scores = await read.query<ScoreRow>(
    sql`select employee_id as employee, scheme, trim_scale(score)::text as score, grade, trim_scale(coefficient)::text as coefficient, lines from calc.score where run_id = ${run}::bigint and ${whom}`,
  )
  const earnings = await read.query<EarningRow>(
    sql`select employee_id as employee, incentive, component, trim_scale(amount)::text as amount, derivation from calc.earning where run_id = ${run}::bigint and ${whom} order by employee_id, incentive, component`,
  )
  const results = new Map<string, { score: ScoreResult | null; earnings: EarningResult[] }>()
  const of = (id: string) => {
    const known = results.get(id) ?? { score: null, earnings: [] }
    results.set(id, known)
    return known
  }
  for (const { employee: id, ...score } of scores) of(id).score = score
  for (const { employee: id, derivation, ...earning } of earnings) of(id).earnings.push({ ...earning, now: derivation.now, before: derivation.before })
  return results
}
