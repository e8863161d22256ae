import { spawn } from 'node:child_process'
import { chown, readFile, stat } from 'node:fs/promises'
import { Refusal } from '../../base/diagnostic.ts'
import { programEnvironment } from './environment.ts'

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

/** How a program is started for an account. */
export function commandOf(account: Account, program: string, programArgs: readonly string[]) {
  const wrapped =
    account.as === 'namespace' ? ['unshare', '--user', `--map-user=${account.uid}`, `--map-group=${account.gid}`, '--', program, ...programArgs] : [program, ...programArgs]
  const [command = program, ...args] = wrapped
  const identity = account.as === 'user' ? { uid: account.uid, gid: account.gid } : {}
  return { command, args, options: { env: programEnvironment(), windowsHide: true, ...identity } }
}

/** Run a program to its end. A program that cannot even be started answers with code 127 and the reason as its output. */
export async function runProgram(account: Account, program: string, programArgs: readonly string[], cwd: string, input = ''): Promise<Outcome> {
  const { command, args, options } = commandOf(account, program, programArgs)
  return new Promise((resolve) => {
    const pieces: string[] = []
    const child = spawn(command, args, { ...options, cwd, stdio: ['pipe', 'pipe', 'pipe'] })
    child.stdout.on('data', (piece) => pieces.push(String(piece)))
    child.stderr.on('data', (piece) => pieces.push(String(piece)))
    child.stdin.on('error', () => undefined) // A program that ends without reading says why by itself.
    child.stdin.end(input)
    child.on('error', (error) => resolve({ code: COULD_NOT_START, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output: pieces.join('') }))
  })
}

/** What a shell answers for a program it cannot start. */
const COULD_NOT_START = 127

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
    const reason = await obstacle(owner, server, postgres)
    if (reason === undefined) return owner
    throw new Refusal('server.root', { folder: server, reason })
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
    if (way.as === 'user') await chown(server, way.uid, way.gid)
    const reason = await obstacle(way, server, postgres)
    if (reason === undefined) return way
    if (way.as === 'user') await chown(server, 0, 0)
    reasons.push(reason)
  }
  throw new Refusal('server.root', { folder: server, reason: reasons.join('; ') })
}

/** Why a way does not work; undefined when it does. */
async function obstacle(way: Account, server: string, postgres: string): Promise<string | undefined> {
  const label = way.as === 'namespace' ? 'unshare' : way.as === 'user' ? `uid ${way.uid}` : 'root'
  const tried = await runProgram(way, postgres, ['--version'], '/')
  if (tried.code !== 0) return `${label}: ${tried.output.trim().split('\n')[0] ?? ''}`
  // A process keeps the folder it was started in even where its user could not have entered it, so entering is tried by itself.
  const entered = await runProgram(way, '/bin/sh', ['-c', 'cd "$0" && test -w .', server], '/')
  return entered.code === 0 ? undefined : `${label}: ${server}: no entry`
}
