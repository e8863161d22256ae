import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, chown, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stopServer } from './server.ts'

/** An ordinary user for tests that run as root: nobody, by the number every Linux gives it. */
export const ORDINARY_USER = 65_534

const homes: string[] = []

/** A folder of its own for one test; `owner` gives it to another user, `mode` closes it. */
export async function scratchFolder(options: { owner?: number; mode?: number } = {}): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), `heng-test-${process.pid}-`)))
  if (options.owner !== undefined) await chown(folder, options.owner, options.owner)
  if (options.mode !== undefined) await chmod(folder, options.mode)
  homes.push(folder)
  return folder
}

/** Stop the servers of the scratch folders and remove them. `home` is the folder itself or `home` within it. */
export async function discardScratchFolders(): Promise<void> {
  for (const folder of homes.splice(0)) {
    for (const home of [folder, join(folder, 'home')]) await stopServer(home).catch(() => undefined)
    await rm(folder, { recursive: true, force: true })
  }
}

const serverModule = new URL('./server.ts', import.meta.url).href

/** Run a piece of code in another process; `ensureServer`, `serverStatus` and `stopServer` are at hand, `home` is the folder. */
export function otherProcess(home: string, code: string, options: { uid?: number } = {}): ChildProcess {
  const program = `import { ensureServer, serverStatus, stopServer } from ${JSON.stringify(serverModule)}
    const home = ${JSON.stringify(home)}
    try { ${code} } catch (error) { console.log(error.code ?? String(error), JSON.stringify(error.params ?? {})) }`
  const identity = options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }
  const env = { ...process.env, TSX_DISABLE_CACHE: '1', HOME: tmpdir() }
  return spawn(process.execPath, ['--import', import.meta.resolve('tsx'), '--input-type=module', '-e', program], { cwd: '/', env, stdio: ['ignore', 'pipe', 'pipe'], ...identity })
}

/** What another process printed. */
export async function answerOf(child: ChildProcess): Promise<string> {
  const pieces: string[] = []
  child.stdout?.on('data', (piece) => pieces.push(String(piece)))
  child.stderr?.on('data', (piece) => pieces.push(String(piece)))
  await new Promise((resolve) => child.on('close', resolve))
  return pieces.join('').trim()
}
