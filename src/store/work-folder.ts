import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'

/** Processes of other machines and containers may share the folder for temporary files; whether they live cannot be seen from here. */
const HERE = `heng-work-${hostname().replaceAll(/[^A-Za-z0-9.]/g, '-')}-`

/** The number of a process is used again, in a container at once. */
const OWN = `${process.pid}-${randomUUID().slice(0, 8)}`

/** Work with files in a folder that is gone afterwards. Where the process is killed, it goes with the next `sweepWorkFolders` of this machine. */
export async function withWorkFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), `${HERE}${OWN}-`))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Remove the folders of processes that were killed: records of the company may lie in them. */
export async function sweepWorkFolders(): Promise<void> {
  const names = await readdir(tmpdir())
  await Promise.all(names.filter(isLeftBehind).map((name) => rm(join(tmpdir(), name), { recursive: true, force: true })))
}

function isLeftBehind(name: string): boolean {
  const [, pid, token] = (name.startsWith(HERE) && /^(\d+)-([0-9a-f]{8})-\w{6}$/.exec(name.slice(HERE.length))) || []
  if (pid === undefined || `${pid}-${token}` === OWN) return false
  return Number(pid) === process.pid || !lives(Number(pid))
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM' // Somebody else's.
  }
}
