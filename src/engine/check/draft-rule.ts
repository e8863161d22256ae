import type { Diagnostic } from '../../base/diagnostic.ts'
import { BUILT_IN_DATASETS } from '../documents/built-in.ts'
import { CompanySchema } from '../documents/company.ts'
import { RuleSchema } from '../documents/scheme.ts'
import type { RuleIr } from '../ir.ts'
import { type Catalogue, catalogueOf } from './catalogue.ts'
import { reporterFor } from './report.ts'
import { ruleOf } from './scheme-rules.ts'

let nothing: Catalogue | null = null

/** A company that knows no measure: enough to read the numbers of a rule. */
const noMeasures = (): Catalogue => {
  nothing ??= catalogueOf(CompanySchema.parse({ company: 'draft' }), BUILT_IN_DATASETS, [])
  return nothing
}

/** A rule as it is being written, for drawing it; null while it is not right. Its figures are taken as they stand: whether the measure allows a percent is not asked. */
export function draftRule(written: unknown, weighted: boolean): RuleIr | null {
  const parsed = RuleSchema.safeParse(written)
  if (!parsed.success) return null
  const found: Diagnostic[] = []
  const rule = ruleOf(parsed.data, { line: '', weighted, measure: null, path: [], catalogue: noMeasures(), report: reporterFor({ document: null }, found) })
  return found.some((d) => d.severity === 'error') ? null : rule
}
