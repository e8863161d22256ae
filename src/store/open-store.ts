import { Refusal } from '../base/diagnostic.ts'
import { sql } from '../base/sql.ts'
import { companiesOn, companyDatabase, currentCompany, requireCompanyId } from './companies.ts'
import { ensureServer, serverStatus } from './embedded/server.ts'
import { inspectServer } from './external.ts'
import { migrate } from './migrate.ts'
import { connectStore } from './pool.ts'
import type { Store } from './types.ts'

export interface StoreOptions {
  /** Folder of everything the program keeps; see config.ts. */
  readonly home: string
  /** Address of a PostgreSQL server of the user's own: then that database is the company, and the embedded server is not used. */
  readonly databaseUrl?: string | undefined
  /** Id of the company; without one the current company of the home is meant. */
  readonly company?: string | undefined
  /** Make the company's database when there is none. Only `apply` does. */
  readonly createCompany?: boolean
}

/** A company's database, open and migrated. */
export interface CompanyStore extends Store {
  /** Id of the company. */
  readonly company: string
  /** Address of the database with its password, for tools that bring their own driver. Never to be printed. */
  readonly url: string
}

/**
 * Open a company: start or attach to its server, make or choose its database, migrate it.
 * Errors: codes `server.*`, `store.*`, `company.*`; their sentences are in texts.ts.
 */
export async function openStore(options: StoreOptions): Promise<CompanyStore> {
  if (options.company !== undefined) requireCompanyId(options.company)
  return options.databaseUrl === undefined ? openEmbedded(options) : openGiven(options, options.databaseUrl)
}

async function openEmbedded(options: StoreOptions): Promise<CompanyStore> {
  const company = options.company ?? (await currentCompany(options.home))
  if (company === undefined) throw new Refusal('company.none', { home: options.home })
  const server = await ensureServer({ home: options.home })
  const url = await companyDatabase(server, company, options.createCompany === true)
  await migrate(url)
  return { ...connectStore(url), company, url }
}

async function openGiven(options: StoreOptions, url: string): Promise<CompanyStore> {
  await inspectServer(url)
  await migrate(url)
  const store = connectStore(url)
  try {
    return { ...store, company: await companyThere(store, options), url }
  } catch (error) {
    await store.close()
    throw error
  }
}

/** A database of the user's own is one company for good: records of two companies must not meet in its tables. */
async function companyThere(store: Store, options: StoreOptions): Promise<string> {
  const there = await publishedCompany(store)
  const wished = options.company ?? there
  if (wished === undefined) throw new Refusal('company.none', { home: options.home })
  if (there === undefined && options.createCompany !== true) throw new Refusal('company.unknown', { company: wished, known: '-' })
  if (there !== undefined && there !== wished) throw new Refusal('company.other', { company: wished, there })
  return wished
}

async function publishedCompany(store: Store): Promise<string | undefined> {
  const row = await store.read((read) => read.first<{ id: string }>(sql`select id from app.document where kind = 'company' order by version desc limit 1`))
  return row?.id
}

/** Ids of the companies that can be opened. Starts the embedded server if there is one to start, but makes none. */
export async function listCompanies(options: Pick<StoreOptions, 'home' | 'databaseUrl'>): Promise<string[]> {
  if (options.databaseUrl !== undefined) return listGiven(options.databaseUrl)
  const status = await serverStatus(options.home)
  return status.state === 'absent' ? [] : companiesOn(await ensureServer({ home: options.home }))
}

async function listGiven(url: string): Promise<string[]> {
  await inspectServer(url)
  await migrate(url)
  const store = connectStore(url)
  try {
    const there = await publishedCompany(store)
    return there === undefined ? [] : [there]
  } finally {
    await store.close()
  }
}
