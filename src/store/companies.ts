import { readFile, rename, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { Refusal } from '../base/diagnostic.ts'
import { callCode, inHome, makeFolder } from './embedded/failures.ts'
import { MAINTENANCE_DATABASE, type RunningServer } from './embedded/knock.ts'
import { addressOf, withClient } from './session.ts'
import { refusalFor } from './troubles.ts'

/** Begins the name of a company's database on the embedded server. */
const DATABASE_PREFIX = 'heng_'

/** What an id of a company looks like; the same as in company.yaml. */
const COMPANY_ID = /^[a-z][a-z0-9-]{0,39}$/

/** SQLSTATE 42P04 and 23505: another process made the database in the same moment. */
const MADE_MEANWHILE = new Set(['42P04', '23505'])

/** The company that commands without one speak of; undefined when none was chosen yet. */
export async function currentCompany(home: string): Promise<string | undefined> {
  const text = await inHome(home, () =>
    readFile(join(home, 'current'), 'utf8').catch((error) => {
      if (callCode(error) === 'ENOENT') return ''
      throw error
    }),
  )
  return text.trim() === '' ? undefined : text.trim()
}

/** Choose the company that later commands speak of. */
export async function setCurrentCompany(home: string, company: string): Promise<void> {
  requireCompanyId(company)
  await inHome(home, async () => {
    await makeFolder(resolve(home))
    const next = join(home, `current.${process.pid}`)
    await writeFile(next, `${company}\n`)
    await rename(next, join(home, 'current'))
  })
}

/** Refuse what cannot be the id of a company. */
export function requireCompanyId(company: string): void {
  if (!COMPANY_ID.test(company)) throw new Refusal('company.bad-id', { company })
}

/** Ids of the companies on an embedded server, in order. */
export async function companiesOn(server: RunningServer): Promise<string[]> {
  return onServer(server, async (client) => {
    const found = await client.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1) order by datname collate "C"', [DATABASE_PREFIX])
    return found.rows.map((row) => row.datname.slice(DATABASE_PREFIX.length)).filter((id) => COMPANY_ID.test(id))
  })
}

/** Address of a company's database. It is made when absent and wished for. Errors: `company.unknown`, `company.bad-id`. */
export async function companyDatabase(server: RunningServer, company: string, create: boolean): Promise<string> {
  requireCompanyId(company)
  const known = await companiesOn(server)
  if (!known.includes(company)) {
    if (!create) throw new Refusal('company.unknown', { company, known: known.join(', ') || '-' })
    await createDatabase(server, `${DATABASE_PREFIX}${company}`)
  }
  return server.url(`${DATABASE_PREFIX}${company}`)
}

/** A connection beside every company. A server that dies in this very moment is told as that. Errors: `store.*`. */
export async function onServer<T>(server: RunningServer, part: (client: pg.Client) => Promise<T>): Promise<T> {
  const url = server.url(MAINTENANCE_DATABASE)
  return withClient(url, part).catch((error: unknown) => {
    throw refusalFor(error, addressOf(url)) ?? error
  })
}

async function createDatabase(server: RunningServer, name: string): Promise<void> {
  await onServer(server, async (client) => {
    await client.query(`create database ${pg.escapeIdentifier(name)} template template0 encoding 'UTF8'`).catch((error) => {
      if (!MADE_MEANWHILE.has(callCode(error) ?? '')) throw error
    })
  })
}
