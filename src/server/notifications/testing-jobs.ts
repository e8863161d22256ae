import { v7 } from 'uuid'
import { sql } from '../../base/sql.ts'
import type { Store } from '../../store/types.ts'

/** A run that somebody asked for, over already. */
export async function createJob(store: Store, user: string, state: 'done' | 'failed' | 'cancelled'): Promise<void> {
  await store.tx(async (tx) => {
    const id = v7()
    await tx.run(sql`insert into app.job (job_id, kind, input, created_by) values (${id}::uuid, 'run', '{"period":"2026-Q1"}', ${user})`)
    await tx.run(sql`update app.job set state = ${state}, finished_at = now() where job_id = ${id}::uuid`)
  })
}
