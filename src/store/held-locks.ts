import pg from 'pg'
import { sql, toQuery } from '../base/sql.ts'
import { connectionTo, prepareSession } from './session.ts'

/**
 * Locks that one connection holds for as long as it lives, whatever transactions come and go: when the process dies, they are free at once.
 * A name that is held here already is taken once more without asking; the caller keeps account of its own.
 */
export interface HeldLocks {
  /** False: somebody else holds it. */
  tryLock(name: string): Promise<boolean>
  unlock(name: string): Promise<void>
  /** Given when the connection broke: everything that was held is free, or is in a moment. */
  readonly lost: AbortSignal
  close(): Promise<void>
}

/** Open the connection that holds the locks. */
export async function holdLocks(url: string): Promise<HeldLocks> {
  const client = new pg.Client(connectionTo(url))
  const controller = new AbortController()
  const lose = () => controller.abort(new Error('the connection that holds locks broke'))
  client.on('error', lose)
  client.on('end', lose)
  await client.connect()
  await prepareSession(client)
  return {
    tryLock: async (name) => {
      const { rows } = await client.query<{ held: boolean }>(toQuery(sql`select pg_try_advisory_lock(hashtextextended(${name}, 0)) as held`))
      return rows[0]?.held === true
    },
    unlock: async (name) => {
      await client.query(toQuery(sql`select pg_advisory_unlock(hashtextextended(${name}, 0))`))
    },
    lost: controller.signal,
    close: () => client.end().catch(() => undefined),
  }
}
