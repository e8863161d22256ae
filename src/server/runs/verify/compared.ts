import { sql } from '../../../base/sql.ts'
import { canonicalJson } from '../../../engine/canonical-json.ts'
import type { EarningResult, ScoreResult } from '../../../engine/results.ts'
import type { Read } from '../../../store/types.ts'

/** What one person came to in a period. */
export interface PersonResults {
  readonly score: ScoreResult | null
  readonly earnings: readonly EarningResult[]
}

/** What a run stored of scores and earnings, with their derivations, by person; who has neither is not in it. */
export async function storedResults(read: Read, run: string): Promise<Map<string, PersonResults>> {
  const scores = await read.query<{ employee: string; result: ScoreResult }>(
    sql`select employee_id as employee, jsonb_build_object('scheme', scheme, 'score', trim_scale(score)::text, 'grade', grade, 'coefficient', trim_scale(coefficient)::text, 'factor', trim_scale(factor)::text, 'lines', lines) as result from calc.score where run_id = ${run}::bigint`,
  )
  const earnings = await read.query<{ employee: string; result: EarningResult }>(
    sql`select employee_id as employee, jsonb_build_object('incentive', incentive, 'component', component, 'amount', trim_scale(amount)::text) || derivation::jsonb as result from calc.earning where run_id = ${run}::bigint`,
  )
  const found = new Map<string, PersonResults>()
  for (const { employee, result } of scores) found.set(employee, { score: result, earnings: [] })
  for (const { employee, result } of earnings) {
    const known = found.get(employee) ?? { score: null, earnings: [] }
    found.set(employee, { ...known, earnings: [...known.earnings, result] })
  }
  return found
}

/** Results as single figures by name: `scheme`, `scheme/line`, `plan/component`, each with all that is told of it. */
export function figuresOf({ score, earnings }: PersonResults): Map<string, string | null> {
  const figures = new Map<string, string | null>()
  if (score !== null) {
    const { scheme, lines, ...whole } = score
    for (const [what, value] of Object.entries(whole)) figures.set(`${scheme} · ${what}`, value)
    figures.set(`${scheme} · lines`, lines.map((l) => l.line).join(' '))
    for (const line of lines) figures.set(`${scheme}/${line.line}`, canonicalJson(line))
  }
  for (const { incentive, component, amount, ...derivation } of earnings) {
    figures.set(`${incentive}/${component}`, amount)
    for (const [what, value] of Object.entries(derivation)) figures.set(`${incentive}/${component} · ${what}`, canonicalJson(value))
  }
  return figures
}
