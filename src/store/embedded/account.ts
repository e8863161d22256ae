import { spawn } from 'node:child_process'
import { chown, readFile, stat } from 'node:fs/promises'
import { Refusal } from '../../base/diagnostic.ts'

/** How the server's programs are run. PostgreSQL refuses to be root, so root needs another way than an ordinary user. */
export type Account =
  | { readonly as: 'self' }
  /** In a user namespace of our own: the program believes it is that user, while the files stay ours and closed folders stay open to us. */
  | { readonly as: 'namespace'; readonly uid: number; readonly gid: number }
  /** As another user, who then owns the server's folder. */
  | { readonly as: 'user'; readonly uid: number; readonly gid: number }

interface PasswdEntry {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** What a program answered. */
export interface Outcome {
  readonly code: number
  readonly output: string
}

/** What the programs get of our environment: no PG* variable may reach them, and their messages must be English to be understood. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'SystemRoot', 'TEMP', 'TMP', 'LD_LIBRARY_PATH']
  const env: NodeJS.ProcessEnv = { LC_ALL: 'C' }
  for (const name of kept) {
    const value = process.env[name] // The one reading of the environment outside config.ts: handed on to a child, never interpreted.
    if (value !== undefined) env[name] = value
  }
  return env
}

/** Run a program to its end. A program that cannot even be started answers with code 127 and the reason as its output. */
export async function runProgram(account: Account, program: string, args: readonly string[], cwd: string): Promise<Outcome> {
  const wrapped = account.as === 'namespace' ? ['unshare', '--user', `--map-user=${account.uid}`, `--map-group=${account.gid}`, '--', program, ...args] : [program, ...args]
  const [command = program, ...rest] = wrapped
  const identity = account.as === 'user' ? { uid: account.uid, gid: account.gid } : {}
  return new Promise((resolve) => {
    const pieces: string[] = []
    try {
      const child = spawn(command, rest, { cwd, env: cleanEnvironment(), stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true, ...identity })
      child.stdout.on('data', (piece) => pieces.push(String(piece)))
      child.stderr.on('data', (piece) => pieces.push(String(piece)))
      child.on('error', (error) => resolve({ code: 127, output: error.message }))
      child.on('close', (code) => resolve({ code: code ?? 1, output: pieces.join('') }))
    } catch (error) {
      resolve({ code: 127, output: error instanceof Error ? error.message : String(error) }) // spawn throws for a user it may not become.
    }
  })
}

async function passwd(): Promise<readonly PasswdEntry[]> {
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '')
  return text
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((entry) => entry.name !== '' && Number.isInteger(entry.uid) && Number.isInteger(entry.gid))
}

/**
 * Choose how to run the server whose folder is `server`, so that it can enter that folder and its own programs.
 * A folder that already belongs to an ordinary user is served as that user, whoever calls.
 * Errors: `server.root` when root finds no way, `server.other-owner` when the folder is somebody else's.
 */
export async function chooseAccount(server: string, postgres: string): Promise<Account> {
  const uid = process.getuid?.()
  if (uid === undefined) return { as: 'self' }
  const folder = await stat(server)
  if (uid !== 0) {
    if (folder.uid !== uid) throw new Refusal('server.other-owner', { folder: server, owner: folder.uid, uid })
    return accountOfUser(uid, server, postgres)
  }
  if (folder.uid !== 0) {
    const owner: Account = { as: 'user', uid: folder.uid, gid: folder.gid }
    const tried = await runProgram(owner, postgres, ['--version'], server)
    if (tried.code === 0) return owner
    throw new Refusal('server.root', { folder: server, reason: `uid ${folder.uid}: ${tried.output.trim()}` })
  }
  return accountOfRoot(server, postgres)
}

/** initdb asks for the name of its user; one without a name (as in some containers) takes a name inside a namespace. */
async function accountOfUser(uid: number, server: string, postgres: string): Promise<Account> {
  const people = await passwd()
  if (people.length === 0 || people.some((entry) => entry.uid === uid)) return { as: 'self' }
  const named = people.find((entry) => entry.uid > 0)
  if (named === undefined) return { as: 'self' }
  const inside: Account = { as: 'namespace', uid: named.uid, gid: named.gid }
  const tried = await runProgram(inside, postgres, ['--version'], server)
  return tried.code === 0 ? inside : { as: 'self' }
}

async function accountOfRoot(server: string, postgres: string): Promise<Account> {
  const people = await passwd()
  const named = people.find((entry) => entry.uid > 0)
  const byName = (name: string) => people.find((entry) => entry.name === name)
  const ways: Account[] = []
  if (named !== undefined) ways.push({ as: 'namespace', uid: named.uid, gid: named.gid })
  for (const user of [byName('postgres'), byName('nobody')]) if (user !== undefined) ways.push({ as: 'user', uid: user.uid, gid: user.gid })
  const reasons: string[] = []
  for (const way of ways) {
    const reason = await obstacle(way, server, postgres)
    if (reason === undefined) return way
    reasons.push(reason)
  }
  throw new Refusal('server.root', { folder: server, reason: reasons.join('; ') })
}

/** Why a way does not work; undefined when it does. A user who is to own the folder gets it here, and it is given back where that leads nowhere. */
async function obstacle(way: Account, server: string, postgres: string): Promise<string | undefined> {
  if (way.as === 'user') await chown(server, way.uid, way.gid)
  const tried = await runProgram(way, postgres, ['--version'], server)
  if (tried.code === 0) return undefined
  if (way.as === 'user') await chown(server, 0, 0)
  const label = way.as === 'namespace' ? 'unshare' : way.as === 'user' ? `uid ${way.uid}` : 'root'
  return `${label}: ${tried.output.trim().split('\n')[0] ?? ''}`
}
