import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { connectStore } from './pool.ts'
import { withClient } from './session.ts'
import { siblingDatabase } from './testing-server.ts'
import type { Store } from './types.ts'

export interface ScratchStore {
  readonly store: Store
  readonly url: string
  /** Close the store and drop its database. */
  readonly drop: () => Promise<void>
}

/** A fresh migrated database of its own for a test, as a copy of the template that the global setup made. */
export async function scratchStore(): Promise<ScratchStore> {
  const server = inject('testServer')
  const database = `${inject('testPrefix')}_${randomUUID().slice(0, 8)}`
  await withClient(server, (client) => client.query(`create database ${database} template ${inject('testTemplate')}`))
  const url = siblingDatabase(server, database)
  const store = connectStore(url)
  const drop = async () => {
    await store.close()
    await withClient(server, (client) => client.query(`drop database if exists ${database} with (force)`))
  }
  return { store, url, drop }
}
