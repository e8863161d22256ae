import { execFile } from 'node:child_process'
import { readdir, readFile, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { callCode } from './failures.ts'

/** What the server wrote about itself in postmaster.pid (documented in the PostgreSQL manual, "Database File Layout"). */
export interface Postmaster {
  readonly pid: number
  /** Undefined while the server is only just beginning. */
  readonly port: number | undefined
}

/** Lines of postmaster.pid, counted from 0. */
const PID_LINE = 0
const PORT_LINE = 3

/** The server that wrote the pid file of that data folder, whether it lives or not; undefined when there is no pid file. */
export async function writtenPostmaster(data: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const pid = Math.abs(Number(lines[PID_LINE]))
  if (!Number.isInteger(pid) || pid === 0) return undefined
  const port = Number(lines[PORT_LINE])
  return { pid, port: Number.isInteger(port) && port > 0 ? port : undefined }
}

/** Whether a process of that number exists, be it ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return callCode(error) === 'EPERM'
  }
}

/** Whether a live process is the server of that data folder: its command line holds the folder. A number used again by another program is not. */
export async function servesData(pid: number, data: string): Promise<boolean> {
  if (!isAlive(pid)) return false
  return (await commandLine(pid)).includes(process.platform === 'win32' ? data.replaceAll('\\', '/') : data)
}

async function commandLine(pid: number): Promise<string> {
  if (process.platform === 'linux') return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ')
  if (process.platform === 'win32') {
    const asked = `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`
    return (await output('powershell', ['-NoProfile', '-Command', asked])).replaceAll('\\', '/')
  }
  return output('ps', ['-ww', '-o', 'command=', '-p', String(pid)])
}

async function output(command: string, args: string[]): Promise<string> {
  return promisify(execFile)(command, args).then(
    (done) => done.stdout,
    () => '',
  )
}

/**
 * Processes that still work in the data folder, such as those a killed server left behind: a server's processes stand in its folder.
 * Undefined where the system does not tell.
 */
export async function workersIn(data: string): Promise<number[] | undefined> {
  if (process.platform !== 'linux') return undefined
  const found: number[] = []
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    if ((await readlink(`/proc/${name}/cwd`).catch(() => '')) === data) found.push(Number(name))
  }
  return found
}

/**
 * End what a killed server left behind. Its workers notice by themselves only between two statements, which may take an hour; what they
 * were doing is undone by the recovery. Known by two marks: they stand in our data folder, and call themselves a worker of PostgreSQL.
 */
export async function endOrphans(data: string): Promise<void> {
  const written = await writtenPostmaster(data)
  if (written !== undefined && (await servesData(written.pid, data))) return
  for (const pid of (await workersIn(data)) ?? []) {
    if (!(await commandLine(pid)).startsWith('postgres: ')) continue
    try {
      process.kill(pid, 'SIGQUIT')
    } catch {
      // It is gone already, or another user's: then the start goes on waiting for it.
    }
  }
}
