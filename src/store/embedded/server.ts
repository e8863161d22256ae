import { realpath, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from '../../base/diagnostic.ts'
import { makeCluster, readPassword } from './cluster.ts'
import { callCode, inHome, makeFolder } from './failures.ts'
import { knock, type RunningServer, serverAt } from './knock.ts'
import { type Layout, layoutOf } from './layout.ts'
import { withFileLock } from './lock.ts'
import { servesData, writtenPostmaster } from './postmaster.ts'
import { findPrograms } from './programs.ts'
import type { Settings } from './settings.ts'
import { start } from './start.ts'

export interface ServerOptions {
  /** Folder of everything the program keeps (HENG_HOME); made when absent. */
  readonly home: string
  /** Settings of the server that differ from ours; tests use them. */
  readonly settings?: Settings
}

/** What is known of the server of a home without touching it. */
export type ServerStatus =
  | { readonly state: 'absent' | 'stopped'; readonly home: string }
  | { readonly state: 'running' | 'starting'; readonly home: string; readonly pid: number; readonly port: number | undefined; readonly log: string }

/** A stop writes everything to disk first; longer than this means that the disk hangs. */
const STOP_TIMEOUT_MS = 120_000

const STOP_POLL_MS = 50

/**
 * The embedded server of that home: attached to when it runs, started when it does not, made when there is none.
 * It goes on running when this process ends. Errors: codes `server.*`, see texts.ts.
 */
export async function ensureServer(options: ServerOptions): Promise<RunningServer> {
  const layout = await inHome(options.home, async () => {
    await makeFolder(resolve(options.home))
    return layoutOf(await realpath(options.home))
  })
  return inHome(layout.home, async () => {
    const running = await attach(layout)
    if (running !== undefined) return running
    const programs = await findPrograms()
    await hideFromGit(layout)
    return withFileLock(layout.lock, async () => {
      await makeCluster(layout, programs)
      return start(layout, programs, options.settings ?? {})
    })
  })
}

/** The server of that home if it runs and answers now. */
async function attach(layout: Layout): Promise<RunningServer | undefined> {
  const written = await writtenPostmaster(layout.data)
  if (written?.port === undefined || !(await servesData(written.pid, layout.data))) return undefined
  const server = serverAt(written.pid, written.port, await readPassword(layout))
  return (await knock(server)) === 'open' ? server : undefined
}

/** The folder holds a password and often lies in a plan folder under git: it must never be committed. */
async function hideFromGit(layout: Layout): Promise<void> {
  await writeFile(join(layout.home, '.gitignore'), '*\n', { flag: 'wx' }).catch((error) => {
    if (callCode(error) !== 'EEXIST') throw error
  })
}

async function existingLayout(home: string): Promise<Layout | undefined> {
  const found = await realpath(home).catch(() => undefined)
  if (found === undefined) return undefined
  const layout = layoutOf(found)
  return stat(layout.data).then(
    () => layout,
    (error) => {
      if (callCode(error) === 'ENOENT') return undefined
      throw error
    },
  )
}

/** How the server of that home stands; starts nothing. */
export async function serverStatus(home: string): Promise<ServerStatus> {
  const layout = await inHome(home, () => existingLayout(home))
  if (layout === undefined) return { state: 'absent', home: resolve(home) }
  const written = await writtenPostmaster(layout.data)
  if (written === undefined || !(await servesData(written.pid, layout.data))) return { state: 'stopped', home: layout.home }
  const answers = (await attach(layout)) !== undefined
  return { state: answers ? 'running' : 'starting', home: layout.home, pid: written.pid, port: written.port, log: layout.log }
}

/**
 * Stop the server of that home, after what is saved is on disk; open transactions are rolled back. Answers whether one was running.
 * Only a process whose command line holds our data folder is ever stopped. Errors: `server.not-ours-to-stop`, `server.stop-failed`.
 */
export async function stopServer(home: string): Promise<boolean> {
  const layout = await inHome(home, () => existingLayout(home))
  if (layout === undefined) return false
  return inHome(layout.home, () => withFileLock(layout.lock, () => stopIn(layout)))
}

async function stopIn(layout: Layout): Promise<boolean> {
  const written = await writtenPostmaster(layout.data)
  if (written === undefined || !(await servesData(written.pid, layout.data))) return false
  sendStop(written.pid)
  const deadline = Date.now() + STOP_TIMEOUT_MS
  while (await servesData(written.pid, layout.data)) {
    if (Date.now() > deadline) throw new Refusal('server.stop-failed', { pid: written.pid, log: layout.log })
    await sleep(STOP_POLL_MS)
  }
  return true
}

/** SIGINT asks PostgreSQL for a fast shutdown: sessions end, nothing saved is lost. */
function sendStop(pid: number): void {
  try {
    process.kill(pid, 'SIGINT')
  } catch (error) {
    if (callCode(error) === 'ESRCH') return
    throw new Refusal('server.not-ours-to-stop', { pid }, { cause: error })
  }
}
