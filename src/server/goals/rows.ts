import type { OrgRow } from '../org/rows.ts'

export const TARGET_FIELDS = ['employee', 'measure', 'period', 'target', 'stretch', 'challenge'] as const
export type TargetField = (typeof TARGET_FIELDS)[number]

/** What people call the columns beside their ids. */
export const TARGET_NAMES: Readonly<Record<TargetField, readonly string[]>> = {
  employee: ['员工', '姓名', '工号', '人员'],
  measure: ['指标'],
  period: ['期间', '周期', '月份', '月', '季度'],
  target: ['目标', '目标值', '任务'],
  stretch: ['冲刺', '冲刺目标'],
  challenge: ['挑战', '挑战目标'],
}

/** One row of targets.csv: what is asked of a person, of a measure, in a period. */
export type TargetRow = OrgRow<TargetField>
