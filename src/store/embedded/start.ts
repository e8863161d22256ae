import { spawn } from 'node:child_process'
import { open, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from '../../base/diagnostic.ts'
import { type Account, chooseAccount, commandOf } from './account.ts'
import { closeToOthers, give, readPassword, refuseOtherVersion, renewLostPassword, SETTINGS_FILE } from './cluster.ts'
import { codeOfOutput, tellingLines } from './failures.ts'
import { knock, type RunningServer, serverAt } from './knock.ts'
import type { Layout } from './layout.ts'
import { endOrphans, isAlive, servesData, workersIn, writtenPostmaster } from './postmaster.ts'
import type { Programs } from './programs.ts'
import { type Settings, serverSettings, settingsText } from './settings.ts'

/** Longest time from the start of the server to its first answer: a recovery after a crash reads its log since the last checkpoint again. */
const START_TIMEOUT_MS = 300_000

/** After a killed server the next one is refused for about two seconds, until the processes of the first have noticed. */
const RETRY_MS = 150

/** A server on a fast disk answers within a tenth of a second; asking more often would only slow it. */
const KNOCK_MS = 25

/** Other programs may take a port between our choice and the server's start; more often than this is no accident. */
const PORT_TRIES = 5

/** The log is begun anew at a start when it is longer than this; the one before is kept. */
const LOG_BYTES = 10 * 1_048_576

/** Parallel statements share memory through /dev/shm; containers often have 64 MB there, which is too little. */
const SHARED_MEMORY_BYTES = 512 * 1_048_576

/** One start: what it needs to know throughout. */
interface Starting {
  readonly layout: Layout
  readonly programs: Programs
  readonly account: Account
  readonly settings: Settings
  readonly deadline: number
}

/** Start the server of a complete folder, or wait for the one that is starting there. The caller holds the lock. */
export async function start(layout: Layout, programs: Programs, settings: Settings): Promise<RunningServer> {
  const account = await chooseAccount(layout.server, programs.postgres)
  const starting: Starting = { layout, programs, account, settings, deadline: Date.now() + START_TIMEOUT_MS }
  let portTries = 0
  for (;;) {
    const running = await waitForRunning(starting)
    if (running !== undefined) return running
    if (portTries === 0) await prepare(starting)
    const outcome = await launch(starting, portTries > 0)
    if (typeof outcome === 'object') return outcome
    if (outcome === 'port') portTries += 1
    if (portTries >= PORT_TRIES) throw new Refusal('server.port-taken', { home: layout.home, reason: `${PORT_TRIES}` })
    await sleep(RETRY_MS)
  }
}

/** What must be right before the server is started. */
async function prepare({ layout, programs, account }: Starting): Promise<void> {
  await closeToOthers(layout)
  await refuseOtherVersion(layout, account, programs)
  await renewLostPassword(layout, account, programs)
}

/** While a server of this folder lives, wait until it answers or is gone. */
async function waitForRunning({ layout, deadline }: Starting): Promise<RunningServer | undefined> {
  for (;;) {
    const written = await writtenPostmaster(layout.data)
    if (written === undefined) return undefined
    if (!(await servesData(written.pid, layout.data))) {
      await clearStale(layout, written.pid)
      return undefined
    }
    if (written.port !== undefined) {
      const server = serverAt(written.pid, written.port, await readPassword(layout))
      const answer = await knock(server)
      if (answer === 'open') return server
      if (answer === 'wrong-password') throw new Refusal('server.password-wrong', { file: layout.password, pid: written.pid })
    }
    if (Date.now() > deadline) throw new Refusal('server.start-too-long', { pid: written.pid, log: layout.log })
    await sleep(RETRY_MS)
  }
}

/**
 * A pid file whose number now belongs to another program (or to a dead one that nobody has cleared away) would stop every later start.
 * It may go only when no process of the old server works in the folder any more; where the system does not tell, a person must look.
 */
async function clearStale(layout: Layout, pid: number): Promise<void> {
  if (!isAlive(pid)) return // The server's own start takes such a file over.
  const workers = await workersIn(layout.data)
  if (workers === undefined) throw new Refusal('server.pid-file-foreign', { pid, file: join(layout.data, 'postmaster.pid') })
  if (workers.length === 0) await rm(join(layout.data, 'postmaster.pid'), { force: true })
}

/** Start once and wait for the answer. `port`: the port was taken meanwhile; `again`: an older server is not quite gone. */
async function launch(starting: Starting, otherPort: boolean): Promise<RunningServer | 'port' | 'again'> {
  const { layout, account, deadline } = starting
  const port = await choosePort(layout, otherPort)
  await writeOwned(account, join(layout.data, SETTINGS_FILE), settingsText({ ...serverSettings(port, await dynamicMemory()), ...starting.settings }))
  await writeOwned(account, layout.port, `${port}\n`)
  const from = await turnLog(account, layout.log)
  const process = await spawnServer(starting)
  while (!process.hasEnded()) {
    const server = serverAt(process.pid, port, await readPassword(layout))
    if ((await knock(server)) === 'open' && !process.hasEnded()) return server
    if (Date.now() > deadline) throw new Refusal('server.start-too-long', { pid: process.pid, log: layout.log })
    await sleep(KNOCK_MS)
  }
  const said = `${(await readFile(layout.log, 'utf8').catch(() => '')).slice(from)}\n${process.trouble()}`
  if (/lock file "postmaster.pid" already exists|pre-existing shared memory block|is another server (might be )?running/i.test(said) && Date.now() < deadline) {
    await endOrphans(layout.data)
    return 'again'
  }
  const code = codeOfOutput(said)
  if (code === 'server.port-taken') return 'port'
  throw new Refusal(code ?? 'server.start-failed', { home: layout.home, program: starting.programs.postgres, log: layout.log, reason: tellingLines(said) })
}

interface ServerProcess {
  readonly pid: number
  readonly hasEnded: () => boolean
  /** Why the system could not start it, if that is what happened. */
  readonly trouble: () => string
}

/** The server in a session of its own, so that neither the end of this process nor Ctrl-C in its terminal reaches it. */
async function spawnServer({ layout, programs, account }: Starting): Promise<ServerProcess> {
  const log = await open(layout.log, 'a')
  try {
    const { command, args, options } = commandOf(account, programs.postgres, ['-D', layout.data])
    const child = spawn(command, args, { ...options, cwd: layout.server, detached: true, stdio: ['ignore', log.fd, log.fd] })
    let trouble = ''
    let ended = false
    child.once('error', (error) => {
      trouble = error.message
      ended = true
    })
    child.once('exit', () => {
      ended = true
    })
    child.unref()
    return { pid: child.pid ?? 0, hasEnded: () => ended, trouble: () => trouble }
  } finally {
    await log.close()
  }
}

async function writeOwned(account: Account, file: string, text: string): Promise<void> {
  await writeFile(file, text)
  await give(account, file)
}

/** Put a long log aside. Answers the length of what is there already, so that only new lines are read. */
async function turnLog(account: Account, log: string): Promise<number> {
  const size = await stat(log).then(
    (found) => found.size,
    () => 0,
  )
  if (size > LOG_BYTES) await rename(log, `${log}.before`)
  const file = await open(log, 'a')
  await file.close()
  await give(account, log)
  return size > LOG_BYTES ? 0 : (await readFile(log, 'utf8')).length
}

/** The port of last time if it is free, else any free one. */
async function choosePort(layout: Layout, other: boolean): Promise<number> {
  const remembered = Number(await readFile(layout.port, 'utf8').catch(() => ''))
  if (!other && Number.isInteger(remembered) && remembered > 0 && (await freePort(remembered)) === remembered) return remembered
  const port = await freePort(0)
  if (port === undefined) throw new Refusal('server.port-taken', { home: layout.home, reason: '127.0.0.1' })
  return port
}

/** Whether this port can be listened on (0: any); answers the port, or undefined. */
function freePort(wanted: number): Promise<number | undefined> {
  return new Promise((answer) => {
    const probe = createServer()
    probe.once('error', () => answer(undefined))
    probe.listen({ port: wanted, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address()
      probe.close(() => answer(typeof address === 'object' && address !== null ? address.port : undefined))
    })
  })
}

async function dynamicMemory(): Promise<string> {
  if (process.platform === 'win32') return 'windows'
  if (process.platform !== 'linux') return 'posix'
  const room = await statfs('/dev/shm').then(
    (found) => found.bsize * found.blocks,
    () => 0,
  )
  return room >= SHARED_MEMORY_BYTES ? 'posix' : 'sysv'
}
