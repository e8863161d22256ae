import type { OrgRow } from '../org/rows.ts'

export const TARGET_FIELDS = ['employee', 'measure', 'period', 'target', 'stretch', 'challenge'] as const
export type TargetField = (typeof TARGET_FIELDS)[number]

/** One row of targets.csv: what is asked of a person, of a measure, in a period. */
export type TargetRow = OrgRow<TargetField>
