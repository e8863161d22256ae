import type { Lang } from '../../base/diagnostic.ts'
import type { FunctionId } from './ast.ts'

/** Where a function may stand: over one record, in a formula over measures (those of incentive plans too), only in those of incentive plans, or in all of them. */
export type Level = 'record' | 'formula' | 'reward'

type Both = Readonly<Record<Lang, string>>

export interface FunctionEntry {
  readonly id: FunctionId | 'first' | 'earlier'
  /** The name to write; both are understood everywhere. */
  readonly name: Both
  readonly level: Level | 'both'
  /** Least and most arguments; null: any number. */
  readonly least: number
  readonly most: number | null
  readonly signature: Both
  readonly meaning: Both
}
