import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { onServer } from './companies.ts'
import { ensureServer } from './embedded/server.ts'
import { inspectServer } from './external.ts'
import { migrate } from './migrate.ts'
import { connectStore } from './pool.ts'
import type { Store } from './types.ts'

/**
 * A migrated database for trying something out, apart from every company: on the embedded server a new one, dropped afterwards.
 * With an address given, that database itself: `part` must leave nothing behind. Errors: codes `server.*` and `store.*`.
 */
async function withTrialStore<T>(options: { readonly home: string; readonly databaseUrl?: string | undefined }, part: (store: Store) => Promise<T>): Promise<T> {
  if (options.databaseUrl !== undefined) {
    await inspectServer(options.databaseUrl)
    return onDatabase(options.databaseUrl, part)
  }
  const server = await ensureServer({ home: options.home })
  const name = `trial_${randomUUID().slice(0, 8)}`
  await onServer(server, (client) => client.query(`create database ${pg.escapeIdentifier(name)} template template0 encoding 'UTF8'`))
  try {
    return await onDatabase(server.url(name), part)
  } finally {
    await onServer(server, (client) => client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`))
  }
}

/** Several databases for trying something out at the same time; with an address given, that database alone. */
export async function withTrialStores<T>(
  options: { readonly home: string; readonly databaseUrl?: string | undefined; readonly count: number },
  part: (stores: readonly Store[]) => Promise<T>,
): Promise<T> {
  const count = options.databaseUrl === undefined ? options.count : 1
  const open = (stores: readonly Store[]): Promise<T> => (stores.length === count ? part(stores) : withTrialStore(options, (store) => open([...stores, store])))
  return await open([])
}

async function onDatabase<T>(url: string, part: (store: Store) => Promise<T>): Promise<T> {
  await migrate(url)
  const store = connectStore(url)
  try {
    return await part(store)
  } finally {
    await store.close()
  }
}
