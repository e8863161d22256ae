import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from '../../base/sql.ts'
import { rngOf } from '../../engine/random/rng.ts'
import { startSession } from '../../server/access/sessions.ts'
import { addUser, giveRole } from '../../server/access/users.ts'
import { connectStore } from '../../store/pool.ts'
import type { Store } from '../../store/types.ts'
import { type Size, writeStory } from '../testing-crash/company.ts'
import { type Ran, spawned } from '../testing-run.ts'
import { type Client, clientOf } from './client.ts'
import { exporting } from './exports.ts'
import { type Done, problemsOf } from './found.ts'
import { type Server, serverOn } from './servers.ts'
import { type Day, fileOf, importing, PERIODS, running, typing } from './work.ts'

export interface ServeCrashOptions {
  /** Two fresh, migrated databases: one is disturbed, the other is told the same in peace. */
  readonly urls: readonly [string, string]
  /** How often a server is killed. */
  readonly kills: number
  readonly seed: number
  readonly size: Size
  readonly onKill?: (number: number) => void
}

export interface ServeCrash {
  readonly problems: readonly string[]
  readonly records: number
  readonly files: number
  readonly runs: number
  /** Exports whose file was fetched. */
  readonly exports: number
  /** Requests that had to be asked again. */
  readonly again: number
  /** Jobs that were taken up a second time. */
  readonly takenUp: number
  /** Exports among them. */
  readonly exportsTakenUp: number
  /** Exports whose servers died too often; they say so, and keep nothing. */
  readonly exportsGivenUp: number
}

/** Longest that a killer waits before a kill, and before the server is there again, in milliseconds. */
const LIVES_MS = 1_500
const DEAD_MS = 600

/**
 * Two servers of one company; people type records, import files, ask for runs and for exports; again and again one of the servers is killed. At the end everything they did
 * must be there once, and the results must be those of a company that was told the same in peace.
 */
export async function serveCrash(options: ServeCrashOptions): Promise<ServeCrash> {
  const folder = await mkdtemp(join(tmpdir(), `heng-test-${process.pid}-serve-`))
  const store = connectStore(options.urls[0])
  const [firstPort, secondPort] = await freePorts()
  const servers = [firstPort, secondPort].map((port) => serverOn(options.urls[0], folder, port))
  try {
    const plan = join(folder, 'story', 'plan-1')
    writeStory(join(folder, 'story'), options.size)
    await heng(options.urls[0], folder, 'apply', plan)
    const session = await signIn(store)
    await Promise.all(servers.map((server) => server.start()))
    const done = { ...(await disturb(servers, session, options)), left: await leftIn(join(folder, 'tmp')) }
    await Promise.all(servers.map((server) => server.kill()))
    const peaceful = await inPeace(options.urls[1], { folder, plan, done })
    try {
      for (const url of options.urls) await compute(url, folder)
      return { ...(await counted(store, done)), problems: await problemsOf(store, done, peaceful) }
    } finally {
      await peaceful.close()
    }
  } finally {
    await Promise.all(servers.map((server) => server.kill()))
    await store.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** People work until the killer is tired, and then finish what they began. */
async function disturb(servers: readonly Server[], session: string, { kills, seed, size, onKill }: ServeCrashOptions): Promise<Omit<Done, 'left'>> {
  const rng = rngOf(seed)
  let over = false
  const day: Day = { size, goOn: () => !over, stored: Array.from({ length: size.orders }, (_, i) => `O${i + 1}`) }
  const urls = servers.map((server) => server.url)
  const clients = [1, 2, 3, 4, 5].map((n) => clientOf(urls, session, rngOf(seed + n)))
  const [a, b, c, d, e] = clients as [Client, Client, Client, Client, Client] // as: there are five
  const people = Promise.all([typing(a, 1, day), typing(b, 2, day), importing(c, day), running(d, day), exporting(e, day)])
  const killer = killing(servers, { kills, rng, onKill }).finally(() => {
    over = true
  })
  const [[one, two, files, runs, exports]] = await Promise.all([people, killer])
  return { records: [...one, ...two], files, runs, exports, again: clients.reduce((sum, client) => sum + client.again(), 0) }
}

async function killing(
  servers: readonly Server[],
  of: { readonly kills: number; readonly rng: ReturnType<typeof rngOf>; readonly onKill: ServeCrashOptions['onKill'] },
): Promise<void> {
  for (let n = 1; n <= of.kills; n += 1) {
    await sleep(of.rng.int(0, LIVES_MS))
    const server = of.rng.pick(servers)
    await server.kill()
    of.onKill?.(n)
    await sleep(of.rng.int(0, DEAD_MS))
    await server.start()
  }
}

/** What servers at rest have left there, killed ones too. */
async function leftIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.startsWith('heng-'))
}

/** The same records and files, given to a company that nobody disturbs. */
async function inPeace(url: string, { folder, plan, done }: { readonly folder: string; readonly plan: string; readonly done: Done }): Promise<Store> {
  await heng(url, folder, 'apply', plan)
  const store = connectStore(url)
  const session = await signIn(store)
  const [port] = await freePorts()
  const server = serverOn(url, folder, port)
  try {
    await server.start()
    const client = clientOf([server.url], session, rngOf(1))
    for (const { name, content } of [...done.files, fileOf('typed.csv', done.records)]) await client.work(`/uploads/${await client.send('orders', name, content)}/import`, {})
  } finally {
    await server.kill()
  }
  return store
}

/** Work out both periods of that company, from where its last run left them. */
async function compute(url: string, home: string): Promise<void> {
  for (const period of PERIODS) await heng(url, home, 'run', '--period', period, '--json')
}

async function heng(url: string, home: string, ...args: string[]): Promise<Ran> {
  const ran = await spawned({ HENG_HOME: home, DATABASE_URL: url, LC_ALL: 'en_US.UTF-8' }, args)
  if (ran.code !== 0) throw new Error(`heng ${args.join(' ')} ended with ${ran.code}: ${ran.err}`)
  return ran
}

/** An administrator, signed in. */
async function signIn(store: Store): Promise<string> {
  const now = new Date()
  return await store.tx(async (tx) => {
    const user = await addUser(tx, { login: 'root', name: 'Root', employee: null }, now)
    await giveRole(tx, user, { role: 'admin', from: '2025-01-01', until: null, reach: null }, { user: null, now })
    return (await startSession(tx, user, 'link', { address: '127.0.0.1', agent: 'test', session: null, device: null, now })).token
  })
}

async function counted(store: Store, done: Done): Promise<Omit<ServeCrash, 'problems'>> {
  const rows = await store.read((read) => read.query<{ kind: string }>(sql`select kind from app.job where attempts > 1`))
  const exports = done.exports.filter(({ state }) => state === 'done').length
  return {
    records: done.records.length,
    files: done.files.length,
    runs: done.runs,
    exports,
    again: done.again,
    takenUp: rows.length,
    exportsTakenUp: rows.filter(({ kind }) => kind === 'export').length,
    exportsGivenUp: done.exports.length - exports,
  }
}

async function freePorts(): Promise<[number, number]> {
  const open = await Promise.all(
    [0, 1].map(async () => {
      const server = createServer().listen(0, '127.0.0.1')
      await once(server, 'listening')
      return server
    }),
  )
  const ports = open.map((server) => {
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    return address.port
  })
  await Promise.all(open.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports as [number, number] // as: two were opened
}
