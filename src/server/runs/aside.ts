import { availableParallelism } from 'node:os'
import { sql } from '../../base/sql.ts'
import type { Tx } from '../../store/types.ts'

/** What PostgreSQL gives a statement by itself. */
const USUAL_HELPERS = 2

/** Processes of the database that may help with one statement: so many that half of the cores are left, where there are few. */
export function helpersAside(cores: number): number {
  return Math.min(USUAL_HELPERS, Math.max(0, Math.floor(cores / 2) - 1))
}

/** Leave cores to whoever reads meanwhile, for the rest of a transaction: a period that a server computes may take longer, pages may not. */
export async function stepAside(tx: Tx): Promise<void> {
  await tx.query(sql`select set_config('max_parallel_workers_per_gather', ${String(helpersAside(availableParallelism()))}, true)`)
}
