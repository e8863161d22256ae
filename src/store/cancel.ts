import { sql } from '../base/sql.ts'
import type { Read, Store, Tx } from './types.ts'

/**
 * Stop the statement a transaction is at, through another connection, when the signal is given. Call `settle` when the work is over, however it ended:
 * it waits until no cancelling can be under way any more, which would meet whatever the connection does next.
 */
export async function cancelOn(store: Store, tx: Read, signal: AbortSignal | undefined): Promise<{ settle: () => Promise<void> }> {
  if (signal === undefined) return { settle: () => Promise.resolve() }
  const own = await tx.first<{ pid: number }>(sql`select pg_backend_pid() as pid`)
  let sent: Promise<unknown> | null = null
  const cancel = () => {
    // Nothing to do where this fails: the work then notices the signal at its next step.
    sent = store.read((read) => read.query(sql`select pg_cancel_backend(${own?.pid ?? 0}::int)`)).catch(() => undefined)
  }
  signal.addEventListener('abort', cancel, { once: true })
  const settle = async () => {
    signal.removeEventListener('abort', cancel)
    if (sent === null) return
    await sent
    await tx.query(sql`select 1`).catch(() => undefined) // Takes the blow if it has not fallen yet.
  }
  return { settle }
}

/** The same store, every transaction of which is stopped where it is when the signal is given; none begins afterwards. */
export function cancellable(store: Store, signal: AbortSignal): Store {
  const guarded = async <T, R extends Read>(tx: R, part: (tx: R) => Promise<T>): Promise<T> => {
    signal.throwIfAborted()
    const cancelling = await cancelOn(store, tx, signal)
    try {
      return await part(tx)
    } finally {
      await cancelling.settle()
    }
  }
  return {
    ...store,
    read: (part) => store.read((read) => guarded(read, part)),
    tx: (part) => store.tx((tx: Tx) => guarded(tx, part)),
    snapshot: (part) => store.snapshot((tx: Tx) => guarded(tx, part)),
  }
}
