import type { OrgRow } from '../org/rows.ts'

export const FACTOR_FIELDS = ['period', 'unit', 'scheme', 'line', 'factor', 'reason', 'by'] as const
export type FactorField = (typeof FACTOR_FIELDS)[number]

/** What people call the columns beside their ids. */
export const FACTOR_NAMES: Readonly<Record<FactorField, readonly string[]>> = {
  period: ['期间', '周期', '月份', '月', '季度'],
  unit: ['部门'],
  scheme: ['考核方案', '方案'],
  line: ['考核项', '项'],
  factor: ['系数'],
  reason: ['原因'],
  by: ['批准人', '录入人', '填写人', '经办人'],
}

/** One row of factors.csv: what the score, or a line of it, of everybody in a unit and below is multiplied by in a period, why, and by whom. */
export type FactorRow = OrgRow<FactorField>
