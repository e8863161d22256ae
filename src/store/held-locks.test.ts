import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../base/sql.ts'
import { type HeldLocks, holdLocks } from './held-locks.ts'
import { type ScratchStore, scratchStore } from './testing.ts'

let scratch: ScratchStore
beforeAll(async () => {
  scratch = await scratchStore()
})
afterAll(() => scratch.drop())

test('a lock is held by one connection at a time, across transactions, and is free as soon as the connection is gone', async () => {
  const [one, other] = [await holdLocks(scratch.url), await holdLocks(scratch.url)]
  expect([await one.tryLock('a'), await other.tryLock('a'), await other.tryLock('b')]).toEqual([true, false, true])
  await scratch.store.tx((tx) => tx.lock('c'))
  expect(await other.tryLock('a')).toBe(false)
  await one.unlock('a')
  expect(await other.tryLock('a')).toBe(true)
  await other.close()
  expect([await one.tryLock('a'), await one.tryLock('b')]).toEqual([true, true])
  await one.close()
})

test('whoever loses the connection is told, and nobody else', async () => {
  const [one, other] = [await holdLocks(scratch.url), await holdLocks(scratch.url)]
  expect([await one.tryLock('mine'), await other.tryLock('theirs')]).toEqual([true, true])
  const told = new Promise((resolve) => one.lost.addEventListener('abort', resolve, { once: true }))
  await endHolderOf('mine')
  await told
  expect([one.lost.aborted, other.lost.aborted]).toEqual([true, false])
  // The server tells the client before it lets go of the locks.
  await expect.poll(() => other.tryLock('mine')).toBe(true)
  await expect(one.tryLock('mine')).rejects.toThrow()
  await close(one, other)
})

async function endHolderOf(name: string): Promise<void> {
  await scratch.store.read((read) =>
    read.query(sql`
      select pg_terminate_backend(pid) from pg_locks, (select hashtextextended(${name}, 0) as key) as k
      where locktype = 'advisory' and granted and ((classid::bigint << 32) | objid::bigint) = k.key`),
  )
}

async function close(...all: HeldLocks[]): Promise<void> {
  for (const locks of all) await locks.close()
}
