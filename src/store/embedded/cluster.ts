import { randomBytes, randomUUID } from 'node:crypto'
import { appendFile, chmod, chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Refusal } from '../../base/diagnostic.ts'
import { type Account, chooseAccount, runProgram } from './account.ts'
import { callCode, codeOfOutput, tellingLines } from './failures.ts'
import { insideServer, type Layout } from './layout.ts'
import { isAlive } from './postmaster.ts'
import type { Programs } from './programs.ts'

/** The one user of the embedded server. */
export const SERVER_USER = 'heng'

/** Random bytes of the password: not to be guessed by any number of tries. */
const PASSWORD_BYTES = 24

const ONLY_OWNER_FOLDER = 0o700
const ONLY_OWNER_FILE = 0o600

/** Only by password, only from this machine. */
const WAYS_IN = 'host all all 127.0.0.1/32 scram-sha-256\n'

/** Name of the file of settings that postgresql.conf includes. */
export const SETTINGS_FILE = 'heng.conf'

/** A folder that is being made for so long will never be finished, even if a process of its maker's number lives: the number may have been used again. */
const LEFTOVER_MS = 3_600_000

/** Make the server's folder if there is none. It appears whole or not at all. */
export async function makeCluster(layout: Layout, programs: Programs): Promise<void> {
  await removeLeftovers(layout.home)
  if (await isThere(layout.server)) return
  const made = `${layout.server}.new-${process.pid}-${randomUUID()}`
  await mkdir(made, { mode: ONLY_OWNER_FOLDER })
  try {
    await fillCluster(made, programs)
    await rename(made, layout.server)
  } catch (error) {
    await rm(made, { recursive: true, force: true })
    if (await isThere(layout.server)) return // Another process was quicker.
    throw error
  }
}

async function fillCluster(made: string, programs: Programs): Promise<void> {
  const account = await chooseAccount(made, programs.postgres)
  const { data, password } = insideServer(made)
  await writeFile(password, newPassword(), { mode: ONLY_OWNER_FILE, flag: 'wx' })
  await give(account, password)
  const done = await initialise(account, programs, made, ['--locale=C.UTF-8'])
  // Not every system knows the locale C.UTF-8; the server's own rules of that name give the same order everywhere.
  const settled = /invalid locale/.test(done.output) ? await initialise(account, programs, made, ['--locale=C', '--builtin-locale=C.UTF-8']) : done
  if (settled.code !== 0) throw initRefusal(dirname(made), settled.output)
  await writeFile(join(data, 'pg_hba.conf'), WAYS_IN)
  await appendFile(join(data, 'postgresql.conf'), `\ninclude_if_exists = '${SETTINGS_FILE}'\n# What you write below this line wins.\n`)
}

function initialise(account: Account, programs: Programs, made: string, locale: readonly string[]) {
  const { data, password } = insideServer(made)
  const args = [
    '-D',
    data,
    `--username=${SERVER_USER}`,
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    ...locale,
    '--data-checksums',
  ]
  return runProgram(account, programs.initdb, args, made)
}

function initRefusal(home: string, output: string): Refusal {
  return new Refusal(codeOfOutput(output) ?? 'server.init-failed', { home, reason: tellingLines(output) })
}

/** A file made by root for a server that runs as another user becomes that user's. */
export async function give(account: Account, file: string): Promise<void> {
  if (account.as === 'user' && process.getuid?.() === 0) await chown(file, account.uid, account.gid)
}

/** Folders of servers that were never finished, because the process that made them was killed. Their names hold its number. */
async function removeLeftovers(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const maker = /^server\.new-(?:(\d+)-)?/.exec(name)
    if (maker === null) continue
    const folder = join(home, name)
    const age = await stat(folder).then(
      (found) => Date.now() - found.mtimeMs,
      () => 0,
    )
    const isOver = maker[1] !== undefined && !isAlive(Number(maker[1]))
    if (isOver || age > LEFTOVER_MS) await rm(folder, { recursive: true, force: true }).catch(() => undefined)
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error) => {
      if (callCode(error) === 'ENOENT') return false
      throw error
    },
  )
}

/** The password of a running server. Errors: `server.password-lost` when its file is gone or empty. */
export async function readPassword(layout: Layout): Promise<string> {
  const password = await storedPassword(layout)
  if (password === undefined) throw new Refusal('server.password-lost', { file: layout.password })
  return password
}

async function storedPassword(layout: Layout): Promise<string | undefined> {
  const text = await readFile(layout.password, 'utf8').catch((error) => {
    if (callCode(error) === 'ENOENT') return ''
    throw error
  })
  return text.trim() || undefined
}

/** While no server runs: when the file of the password is gone, give the server's user a new one. The data is not touched. */
export async function renewLostPassword(layout: Layout, account: Account, programs: Programs): Promise<void> {
  if ((await storedPassword(layout)) !== undefined) return
  const password = newPassword()
  // Only letters, digits, - and _ are in it, so it needs no quoting; single-user mode takes statements from standard input.
  const statement = `alter role ${SERVER_USER} password '${password}'\n`
  const done = await runProgram(account, programs.postgres, ['--single', '-D', layout.data, 'postgres'], layout.server, statement)
  if (done.code !== 0 || /ERROR|FATAL|PANIC/.test(done.output)) throw new Refusal('server.start-failed', { reason: tellingLines(done.output), log: layout.log })
  await writeFile(layout.password, password, { mode: ONLY_OWNER_FILE })
  await give(account, layout.password)
}

function newPassword(): string {
  return randomBytes(PASSWORD_BYTES).toString('base64url')
}

/** Refuse data of another major version of PostgreSQL, which this server cannot read. */
export async function refuseOtherVersion(layout: Layout, account: Account, programs: Programs): Promise<void> {
  const found = (await readFile(join(layout.data, 'PG_VERSION'), 'utf8').catch(() => '')).trim()
  if (found === '') throw new Refusal('server.data-damaged', { home: layout.home, reason: join(layout.data, 'PG_VERSION') })
  const answer = await runProgram(account, programs.postgres, ['--version'], layout.server)
  if (answer.code !== 0)
    throw new Refusal(codeOfOutput(answer.output) ?? 'server.program-failed', { program: programs.postgres, home: layout.home, reason: tellingLines(answer.output) })
  const ours = /(\d+)(?:\.|beta|rc)/.exec(answer.output)?.[1] ?? ''
  if (found !== ours) throw new Refusal('server.other-version', { home: layout.home, found, ours })
}

/** The server insists that only its owner may enter its data; copying a folder often loses that. */
export async function closeToOthers(layout: Layout): Promise<void> {
  await chmod(layout.data, ONLY_OWNER_FOLDER)
}
