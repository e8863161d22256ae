import { sql } from '../../base/sql.ts'
import type { Tx } from '../../store/types.ts'

/** Who changed records, and why. */
export interface ChangeEntry {
  readonly change: string
  readonly dataset: string
  readonly kind: 'import' | 'manual' | 'undo'
  /** Id and name of the user. */
  readonly user: string
  readonly name: string
  readonly reason: string
  /** The import that was taken back, and how many of its records were left as they are. */
  readonly undoes?: number
  readonly kept?: number
}

export async function recordChange(tx: Tx, { change, dataset, kind, user, name, reason, undoes, kept }: ChangeEntry): Promise<void> {
  await tx.run(sql`
    insert into app.record_change (change, dataset, kind, user_id, user_name, reason, undoes, kept)
    values (${change}::bigint, ${dataset}, ${kind}, ${user}, ${name}, ${reason}, ${undoes ?? null}::int, ${kept ?? 0}::bigint)`)
}
