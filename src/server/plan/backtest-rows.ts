import { type Diagnostic, Refusal } from '../../base/diagnostic.ts'
import { worded } from '../../engine/wording.ts'
import type { Tx } from '../../store/types.ts'
import { importTargets } from '../goals/import-targets.ts'
import { importPay } from '../incentives/import-pay.ts'
import { importPeople, type OrgImport } from '../org/import-people.ts'
import { targetWorld } from './apply.ts'
import type { CheckedPlan } from './check.ts'

/**
 * A warning where people, targets or pay items of the folder are not those that are stored: a back-test takes the stored ones.
 * The rows are tried on what is stored, so the caller must not keep the transaction.
 */
export async function unusedRows(tx: Tx, plan: CheckedPlan): Promise<Diagnostic[]> {
  const { people, targets, pay } = plan
  const files: readonly (readonly [string, (() => Promise<OrgImport>) | null])[] = [
    ['people', people === null ? null : () => importPeople(tx, people)],
    ['targets.csv', targets === null ? null : () => importTargets(tx, targets, targetWorld(plan))],
    ['pay.csv', pay === null ? null : () => importPay(tx, pay, plan.program)],
  ]
  const other: string[] = []
  for (const [name, tried] of files) if (tried !== null && (await differs(tried))) other.push(name)
  if (other.length === 0) return []
  const names = worded('files', { zh: other.join('、'), en: other.join(', ') }, other.join(', '))
  return [{ code: 'backtest.rows-unused', severity: 'warning', place: {}, params: names }]
}

/** Rows that cannot be taken at all are other rows than those that are stored. */
async function differs(tried: () => Promise<OrgImport>): Promise<boolean> {
  try {
    const { changes, diagnostics } = await tried()
    return changes > 0 || diagnostics.some((d) => d.severity === 'error')
  } catch (error) {
    if (error instanceof Refusal) return true
    throw error
  }
}
