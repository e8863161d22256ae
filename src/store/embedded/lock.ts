import { randomUUID } from 'node:crypto'
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from '../../base/diagnostic.ts'
import { callCode } from './failures.ts'
import { isAlive } from './postmaster.ts'

/** Longest wait for another process that makes or starts the server; a recovery after a crash may take minutes. */
const LOCK_WAIT_MS = 330_000

/** A lock file without content is being written, or its writer died in that instant; after this long it is the latter. */
const EMPTY_LOCK_MS = 3_000

const LOCK_POLL_MS = 50

/**
 * Do something while no other process does the same for this file. A lock whose holder died is taken over.
 * It only saves double work: that two servers never serve one folder is the server's own care.
 * Errors: `server.busy` when the holder does not come to an end.
 */
export async function withFileLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const mine = JSON.stringify({ pid: process.pid, born: await birthOf(process.pid), id: randomUUID() })
  const deadline = Date.now() + LOCK_WAIT_MS
  while (!(await take(file, mine))) {
    if (Date.now() > deadline) throw new Refusal('server.busy', { lock: file, holder: await readFile(file, 'utf8').catch(() => '') })
    await sleep(LOCK_POLL_MS)
  }
  try {
    return await work()
  } finally {
    if ((await readFile(file, 'utf8').catch(() => '')) === mine) await rm(file, { force: true })
  }
}

async function take(file: string, mine: string): Promise<boolean> {
  try {
    await writeFile(file, mine, { flag: 'wx' })
    return true
  } catch (error) {
    if (callCode(error) !== 'EEXIST') throw error
  }
  const held = await readFile(file, 'utf8').catch(() => undefined)
  if (held !== undefined && (await isAbandoned(file, held))) await remove(file, held)
  return false
}

/** Take an abandoned lock away. Another process may have done so, and taken the lock, since we looked: then put its lock back. */
async function remove(file: string, held: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`
  try {
    await rename(file, aside)
  } catch {
    return
  }
  const taken = await readFile(aside, 'utf8').catch(() => held)
  if (taken !== held) await writeFile(file, taken, { flag: 'wx' }).catch(() => undefined)
  await rm(aside, { force: true })
}

async function isAbandoned(file: string, held: string): Promise<boolean> {
  const holder = /"pid":(\d+),"born":"([^"]*)"/.exec(held)
  if (holder === null)
    return stat(file).then(
      (found) => Date.now() - found.mtimeMs > EMPTY_LOCK_MS,
      () => false,
    )
  const pid = Number(holder[1])
  return !isAlive(pid) || (await birthOf(pid)) !== holder[2]
}

/** When a process began, in the system's ticks: tells a process from a later one of the same number. Empty where the system does not tell. */
async function birthOf(pid: number): Promise<string> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return text.slice(text.lastIndexOf(')') + 2).split(' ')[START_TIME_FIELD] ?? ''
}

/** Field 22 of /proc/<pid>/stat, counted from 0 behind the name of the program (proc(5)). */
const START_TIME_FIELD = 19
