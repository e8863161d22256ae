import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { sql } from '../base/sql.ts'
import { type Listening, listen } from './listen.ts'
import { type ScratchStore, scratchStore } from './testing.ts'

let scratch: ScratchStore
let listening: Listening
const heard: string[] = []
let missed = 0

beforeAll(async () => {
  scratch = await scratchStore()
  listening = await listen(scratch.url, 'heng', { heard: (message) => heard.push(message), missed: () => missed++ })
})

afterAll(async () => {
  await listening?.close()
  await scratch?.drop()
})

const announce = (message: string) => scratch.store.tx((tx) => tx.query(sql`select pg_notify('heng', ${message})`))

describe('listening', () => {
  it('hears what was committed, and nothing that was not', async () => {
    const failing = scratch.store.tx(async (tx) => {
      await tx.query(sql`select pg_notify('heng', 'undone')`)
      throw new Error('as the test wishes')
    })
    await expect(failing).rejects.toThrow('as the test wishes')
    await announce('done')
    await vi.waitFor(() => expect(heard).toEqual(['done']))
  })

  it('listens again after its connection broke, and says that something may have been missed', async () => {
    await scratch.store.tx((tx) => tx.query(sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen%'`))
    await vi.waitFor(() => expect(missed).toBe(1), { timeout: 10_000 })
    await announce('later')
    await vi.waitFor(() => expect(heard).toEqual(['done', 'later']))
  })

  it('hears nothing more once it is closed, and does not come back', async () => {
    await listening.close()
    await announce('too late')
    await wait(1_500)
    expect([heard, missed]).toEqual([['done', 'later'], 1])
  })
})
