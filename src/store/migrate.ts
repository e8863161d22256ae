import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { runner } from 'node-pg-migrate'
import type pg from 'pg'
import { Refusal } from '../base/diagnostic.ts'
import { addressOf, withClient } from './session.ts'
import { refusalFor } from './troubles.ts'

/** Schema and table that remember which migrations a database has seen. */
const MIGRATIONS_SCHEMA = 'app'
const MIGRATIONS_TABLE = 'migration'

/** Where the migrations lie: beside this file in a checkout, beside the bundle in the published package. */
export const MIGRATIONS_DIR = new URL('./migrations/', import.meta.url)

/**
 * Bring a database to the newest schema; forward only, all or nothing. Whoever comes second waits for the first and finds nothing left to do.
 * Errors: `store.newer` when the database knows migrations this program does not, `store.migration-failed`.
 */
export async function migrate(url: string): Promise<void> {
  const address = addressOf(url)
  try {
    await withClient(url, migrateOn)
  } catch (error) {
    throw refusalFor(error, address) ?? error
  }
}

async function migrateOn(client: pg.Client): Promise<void> {
  const said: string[] = []
  const log = (line: string) => said.push(line)
  if (await isUpToDate(client)) return
  try {
    await runner({
      dbClient: client,
      dir: fileURLToPath(MIGRATIONS_DIR),
      direction: 'up',
      migrationsSchema: MIGRATIONS_SCHEMA,
      createMigrationsSchema: true,
      migrationsTable: MIGRATIONS_TABLE,
      singleTransaction: true,
      advisoryLockMode: 'wait',
      logger: { info: () => undefined, warn: log, error: log },
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    if (refusalFor(error, '') !== undefined) throw error
    throw new Refusal('store.migration-failed', { reason: [reason, ...said].join('\n') }, { cause: error })
  }
}

/**
 * Whether every migration has been seen, so that most commands need not wait for the migrator's lock.
 * A database that a newer program has changed may mean something else by the same columns: leave it alone.
 */
async function isUpToDate(client: pg.Client): Promise<boolean> {
  const table = await client.query<{ found: string | null }>('select to_regclass($1)::text as found', [`${MIGRATIONS_SCHEMA}.${MIGRATIONS_TABLE}`])
  if (table.rows[0]?.found == null) return false
  const ours = new Set((await readdir(MIGRATIONS_DIR)).map((file) => file.replace(/\.sql$/, '')))
  const seen = await client.query<{ name: string }>(`select name from ${MIGRATIONS_SCHEMA}.${MIGRATIONS_TABLE} order by id`)
  const unknown = seen.rows.find((row) => !ours.has(row.name))
  if (unknown !== undefined) throw new Refusal('store.newer', { migration: unknown.name })
  return seen.rows.length === ours.size
}
