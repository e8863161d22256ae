import type { OrgRow } from '../org/rows.ts'

export const FACTOR_FIELDS = ['period', 'unit', 'scheme', 'line', 'factor', 'reason', 'by'] as const
export type FactorField = (typeof FACTOR_FIELDS)[number]

/** One row of factors.csv: what the score, or a line of it, of everybody in a unit and below is multiplied by in a period, why, and by whom. */
export type FactorRow = OrgRow<FactorField>
