import { type ChildProcess, spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { layoutOf } from '../../store/embedded/layout.ts'
import { isAlive, workersIn, writtenPostmaster } from '../../store/embedded/postmaster.ts'
import { serverStatus } from '../../store/embedded/server.ts'
import { withClient } from '../../store/session.ts'

const HENG = fileURLToPath(new URL('../../../bin/heng', import.meta.url))

/** A command that ended, or was killed. */
export interface Ended {
  /** Null where a signal ended it. */
  readonly exit: number | null
  readonly out: string
  readonly err: string
  readonly ms: number
}

/** Start `heng` as a person would, on the server of that home. */
export function startCommand(home: string, args: readonly string[]): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const began = performance.now()
  const env = { ...process.env, HENG_HOME: home, DATABASE_URL: '', LC_ALL: 'en_US.UTF-8' }
  const child = spawn(process.execPath, [HENG, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const pieces = { out: '', err: '' }
  child.stdout.on('data', (piece) => {
    pieces.out += String(piece)
  })
  child.stderr.on('data', (piece) => {
    pieces.err += String(piece)
  })
  const ended = new Promise<Ended>((resolve) => child.on('close', (exit) => resolve({ exit, ...pieces, ms: performance.now() - began })))
  return { child, ended }
}

/** The server's processes: the one that started the others, and those. */
export async function serverProcesses(home: string): Promise<{ readonly postmaster: number | undefined; readonly workers: readonly number[] }> {
  const { data } = layoutOf(home)
  const pid = (await writtenPostmaster(data))?.pid
  const workers = (await workersIn(data)) ?? []
  return { postmaster: pid !== undefined && workers.includes(pid) ? pid : undefined, workers: workers.filter((w) => w !== pid) }
}

/** Processes that serve the folder without belonging to its one server. */
async function orphans(home: string): Promise<string[]> {
  const { postmaster, workers } = await serverProcesses(home)
  const found: string[] = []
  for (const pid of workers) {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
    const [state, parent] = text.slice(text.lastIndexOf(')') + 2).split(' ')
    if (text !== '' && state !== 'Z' && Number(parent) !== postmaster) found.push(`process ${pid} of ${parent}`)
  }
  return found
}

/** Address of the company's database while its server runs. */
export async function companyUrl(home: string, company: string): Promise<string | undefined> {
  const status = await serverStatus(home)
  if (status.state !== 'running' || status.port === undefined) return undefined
  const password = (await readFile(layoutOf(home).password, 'utf8')).trim()
  return `postgresql://heng:${encodeURIComponent(password)}@127.0.0.1:${status.port}/heng_${company}`
}

/** Time that sessions of a killed command may take to notice. */
const NOTICE_MS = 5_000

/** What a disturbed home may not keep: files half written, sessions, locks, temporary tables, databases and processes of nobody. */
export async function leftovers(home: string, url: string): Promise<string[]> {
  const deadline = Date.now() + NOTICE_MS
  for (;;) {
    const found = [...(await filesLeft(home)), ...(await sessionsLeft(url)), ...(await orphans(home))]
    if (found.length === 0 || Date.now() > deadline) return found
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** What was killed while it made a server leaves a folder until a server is started again and nothing works in it any more. */
const KNOWN_FILES = /^(\.gitignore|current|server|bad-rows|server\.new-.*)$/

async function filesLeft(home: string): Promise<string[]> {
  const badRows = await readdir(join(home, 'bad-rows')).catch(() => [])
  return [...(await readdir(home)).filter((f) => !KNOWN_FILES.test(f)), ...badRows.map((f) => `bad-rows/${f}`)].map((f) => `file ${f}`)
}

async function sessionsLeft(url: string): Promise<string[]> {
  return withClient(url, async (client) => {
    const found = await client.query<{ line: string }>(`
      select 'session ' || state || ': ' || left(query, 80) as line from pg_stat_activity where application_name = 'heng' and pid <> pg_backend_pid()
      union all select 'lock ' || locktype || ' of ' || pid from pg_locks where pid <> pg_backend_pid() and (locktype = 'advisory' or mode in ('ExclusiveLock', 'AccessExclusiveLock') and locktype = 'relation')
      union all select 'prepared transaction ' || gid from pg_prepared_xacts
      union all select 'temporary table ' || relname from pg_class where relpersistence = 't'
      union all select 'database ' || datname from pg_database where datname not in ('postgres', 'template0', 'template1', current_database())`)
    return found.rows.map((row) => row.line)
  })
}

export function killNow(pid: number | undefined): boolean {
  if (pid === undefined || !isAlive(pid)) return false
  process.kill(pid, 'SIGKILL')
  return true
}
