import type pg from 'pg'
import { Refusal } from '../base/diagnostic.ts'
import { addressOf, withClient } from './session.ts'
import { refusalFor } from './troubles.ts'

/** The oldest PostgreSQL that has everything our statements use, as server_version_num counts. */
const LEAST_VERSION = 150_000
const LEAST_VERSION_NAME = '15'

/** What a server tells about itself. */
export interface ServerFacts {
  readonly version_num: number
  readonly version: string
  readonly encoding: string
  readonly standby: boolean
  readonly may_create: boolean
  readonly user_name: string
  readonly database: string
}

const FACTS = `select current_setting('server_version_num')::int as version_num, current_setting('server_version') as version,
  current_setting('server_encoding') as encoding, pg_is_in_recovery() as standby, current_user as user_name, current_database() as database,
  has_database_privilege(current_database(), 'create') as may_create`

/**
 * Look whether a PostgreSQL server of the user's own can serve: reachable, 15 or newer, UTF-8, writable, with the right to make schemas.
 * Errors: `store.url-invalid`, `store.unreachable`, `store.login-refused`, `store.no-database`, `store.version-too-old`, `store.not-utf8`,
 * `store.read-only`, `store.no-right`.
 */
export async function inspectServer(url: string): Promise<void> {
  const address = addressOf(url)
  refuseUnfit(await factsOf(url, address), address)
}

/** Refuse a server by what it tells about itself. */
export function refuseUnfit(facts: ServerFacts, address: string): void {
  if (facts.version_num < LEAST_VERSION) throw new Refusal('store.version-too-old', { address, version: facts.version, least: LEAST_VERSION_NAME })
  if (facts.encoding !== 'UTF8') throw new Refusal('store.not-utf8', { address, encoding: facts.encoding, database: facts.database })
  if (facts.standby) throw new Refusal('store.read-only', { address, reason: 'standby' })
  if (!facts.may_create) throw new Refusal('store.no-right', { address, reason: `grant create on database "${facts.database}" to "${facts.user_name}"` })
}

async function factsOf(url: string, address: string): Promise<ServerFacts> {
  try {
    return await withClient(url, async (client: pg.Client) => {
      const [facts] = (await client.query<ServerFacts>(FACTS)).rows
      if (facts === undefined) throw new Error('the server told nothing about itself')
      return facts
    })
  } catch (error) {
    throw refusalFor(error, address) ?? error
  }
}
