import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { MAINTENANCE_DATABASE } from './embedded/knock.ts'
import { isAlive } from './embedded/postmaster.ts'
import { ensureServer, stopServer } from './embedded/server.ts'
import { MIGRATIONS_DIR, migrate } from './migrate.ts'
import { withClient } from './session.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of a database of the server of this run, from which scratch databases are made. */
    testServer: string
    /** Name of the migrated database that scratch databases are copies of. */
    testTemplate: string
    /** What the names of the scratch databases of this run begin with. */
    testPrefix: string
  }
}

/** Tests may lose their database with the power; they must not wait for the disk. */
const TEST_SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: '1GB', shared_buffers: '128MB' }

/** Begins the name of the folder of a test server; the number of the process that made it follows. */
const HOME_PREFIX = 'heng-test-'

/** Vitest's global setup: one server for the whole run, DATABASE_URL's if set, else an embedded one in a folder of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['DATABASE_URL'] || undefined
  await discardLeftovers()
  const home = given === undefined ? await realpath(await mkdtemp(join(tmpdir(), `${HOME_PREFIX}${process.pid}-`))) : undefined
  try {
    const url = home === undefined ? (given ?? '') : (await ensureServer({ home, settings: TEST_SETTINGS })).url(MAINTENANCE_DATABASE)
    const prefix = `heng_scratch_${randomUUID().slice(0, 8)}`
    project.provide('testServer', url)
    project.provide('testTemplate', await makeTemplate(url))
    project.provide('testPrefix', prefix)
    return () => tearDown(url, prefix, home)
  } catch (error) {
    if (home !== undefined) await discard(home)
    throw error
  }
}

async function tearDown(url: string, prefix: string, home: string | undefined): Promise<void> {
  if (home !== undefined) return discard(home)
  await withClient(url, async (client) => {
    const left = await client.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [prefix])
    for (const { datname } of left.rows) await client.query(`drop database if exists ${pg.escapeIdentifier(datname)} with (force)`)
  })
}

/** Servers of runs that were killed: their folders carry the number of a process that is no more. */
async function discardLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = new RegExp(`^${HOME_PREFIX}(\\d+)-`).exec(name)?.[1]
    if (pid === undefined || isAlive(Number(pid))) continue
    await discard(join(tmpdir(), name)).catch(() => undefined) // Another user's, or another run is about it.
  }
}

async function discard(home: string): Promise<void> {
  await stopServer(home)
  await rm(home, { recursive: true, force: true })
}

/** The same database address with another database name. */
export function siblingDatabase(url: string, database: string): string {
  const sibling = new URL(url)
  sibling.pathname = `/${encodeURIComponent(database)}`
  return sibling.href
}

/** A migrated database to copy from, made once for these migration files. */
async function makeTemplate(url: string): Promise<string> {
  const name = `heng_template_${await migrationsHash()}`
  await templateDatabase(url, { name, of: 'template0', fill: migrate })
  return name
}

export interface Template {
  readonly name: string
  /** The database that it begins as a copy of. */
  readonly of: string
  readonly fill: (url: string) => Promise<unknown>
}

/** A database to copy from, made by the first who asks for it. It gets its name when it is finished, and nobody connects to it. */
export async function templateDatabase(url: string, { name, of, fill }: Template): Promise<void> {
  await withClient(url, async (client) => {
    await client.query("select pg_advisory_lock(hashtextextended('heng test template', 0))")
    const found = await client.query('select 1 from pg_database where datname = $1', [name])
    if (found.rows.length > 0) return
    const unfinished = `${name}_unfinished`
    await client.query(`drop database if exists ${unfinished} with (force)`)
    await client.query(`create database ${unfinished} template ${of} encoding 'UTF8'`)
    await fill(siblingDatabase(url, unfinished))
    await client.query(`alter database ${unfinished} rename to ${name}`)
  })
}

async function migrationsHash(): Promise<string> {
  const hash = createHash('sha256')
  for (const file of (await readdir(MIGRATIONS_DIR)).sort()) hash.update(file).update(await readFile(new URL(file, MIGRATIONS_DIR)))
  return hash.digest('hex').slice(0, 16)
}
