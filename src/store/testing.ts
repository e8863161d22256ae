import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { connectStore } from './pool.ts'
import { withClient } from './session.ts'
import { siblingDatabase, templateDatabase } from './testing-server.ts'
import type { Store } from './types.ts'

export interface ScratchStore {
  readonly store: Store
  readonly url: string
  /** Close the store and drop its database. */
  readonly drop: () => Promise<void>
}

/** What a scratch database begins with: made once in a run of the tests, then copied. */
export interface Beginning {
  /** Letters and digits, one for each way to fill. */
  readonly name: string
  readonly fill: (store: Store) => Promise<void>
}

/** A fresh migrated database of its own for a test: a copy of the template that the global setup made, or of one with a beginning in it. */
export async function scratchStore(beginning?: Beginning): Promise<ScratchStore> {
  const server = inject('testServer')
  const template = beginning === undefined ? inject('testTemplate') : await templateWith(beginning)
  const database = `${inject('testPrefix')}_${randomUUID().slice(0, 8)}`
  await withClient(server, (client) => client.query(`create database ${database} template ${template}`))
  const url = siblingDatabase(server, database)
  const store = connectStore(url)
  const drop = async () => {
    await store.close()
    await withClient(server, (client) => client.query(`drop database if exists ${database} with (force)`))
  }
  return { store, url, drop }
}

async function templateWith({ name, fill }: Beginning): Promise<string> {
  const template = `${inject('testPrefix')}_with_${name}`
  await templateDatabase(inject('testServer'), {
    name: template,
    of: inject('testTemplate'),
    fill: async (url) => {
      const store = connectStore(url)
      await fill(store).finally(() => store.close())
    },
  })
  return template
}
