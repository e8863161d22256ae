import type { Period } from '../../base/calendar.ts'
import type { MeasureIr, TargetLevel } from '../../engine/ir.ts'
import type { TargetRow } from './rows.ts'

export const LEVELS = ['target', 'stretch', 'challenge'] as const satisfies readonly TargetLevel[]

/** What is asked of a person, as it is stored: canonical decimals, null for a level that was not set. */
export interface Target {
  readonly employee: string
  readonly measure: MeasureIr
  readonly period: Period
  readonly levels: Readonly<Record<TargetLevel, string | null>>
  readonly row: TargetRow
}
