import { chmod, mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { withClient } from '../session.ts'
import { chooseAccount, runProgram } from './account.ts'
import { layoutOf } from './layout.ts'
import { findPrograms } from './programs.ts'
import { ensureServer, stopServer } from './server.ts'
import { answerOf, discardScratchFolders, ORDINARY_USER, otherProcess, scratchFolder } from './testing-home.ts'

afterEach(discardScratchFolders)

const asRoot = process.getuid?.() === 0
const { postgres } = await findPrograms()
/** What an ordinary user can do with this checkout: under a folder that only root may enter, nothing. */
const reachable = asRoot && (await runProgram({ as: 'user', uid: ORDINARY_USER, gid: ORDINARY_USER }, postgres, ['--version'], '/')).code === 0
const namespaces = asRoot && (await runProgram({ as: 'namespace', uid: 1, gid: 1 }, postgres, ['--version'], '/')).code === 0
const printState = 'await ensureServer({ home }); console.log((await serverStatus(home)).state); await stopServer(home)'

const works = (home: string) => ensureServer({ home }).then((server) => withClient(server.url('postgres'), async (client) => (await client.query('select 1 as one')).rows[0]))

/** Do something where no namespaces can be made: without unshare on the path. */
async function withoutNamespaces<T>(work: () => Promise<T>): Promise<T> {
  const path = process.env.PATH
  process.env.PATH = '/nonexistent'
  try {
    return await work()
  } finally {
    process.env.PATH = path
  }
}

describe.skipIf(!asRoot)('root (skipped for an ordinary user)', () => {
  it.skipIf(!namespaces)('has a server in a folder that only root may enter, and the files stay root’s (skipped where user namespaces are off)', async () => {
    const closed = await scratchFolder({ mode: 0o700 })
    const home = join(closed, 'home')
    expect(await works(home)).toEqual({ one: 1 })
    expect((await stat(layoutOf(home).data)).uid).toBe(0)
    expect((await stat(closed)).mode & 0o777).toBe(0o700)
  })

  it.skipIf(!reachable)('runs it as another user where namespaces cannot be made', async () => {
    const folder = await scratchFolder({ mode: 0o755 })
    await withoutNamespaces(async () => {
      expect(await works(folder)).toEqual({ one: 1 })
      expect((await stat(layoutOf(folder).data)).uid).not.toBe(0)
      await stopServer(folder)
      expect(await works(folder)).toEqual({ one: 1 })
      await stopServer(folder)
    })
    expect(await works(folder)).toEqual({ one: 1 })
  })

  it('is told so when neither way works, and nothing is left behind', async () => {
    const closed = await scratchFolder({ mode: 0o700 })
    const home = join(closed, 'home')
    await withoutNamespaces(() => expect(ensureServer({ home })).rejects.toMatchObject({ code: 'server.root' }))
    expect((await stat(home)).isDirectory()).toBe(true)
    await expect(stat(layoutOf(home).server)).rejects.toThrow('ENOENT')
  })

  it.skipIf(!reachable)('serves the home of an ordinary user as that user, so that both can go on', async () => {
    const home = await scratchFolder({ owner: ORDINARY_USER, mode: 0o755 })
    expect(await answerOf(otherProcess(home, printState, { uid: ORDINARY_USER }))).toBe('running')
    expect(await works(home)).toEqual({ one: 1 })
    expect((await stat(layoutOf(home).data)).uid).toBe(ORDINARY_USER)
    expect(await answerOf(otherProcess(home, printState, { uid: ORDINARY_USER }))).toBe('running')
  })
})

describe.skipIf(asRoot && !reachable)('an ordinary user (skipped for root in a checkout only root may enter)', () => {
  const uid = asRoot ? ORDINARY_USER : (process.getuid?.() ?? 0)
  const identity = asRoot ? { uid } : {}

  it('starts and stops a server', async () => {
    const home = await scratchFolder({ ...(asRoot ? { owner: uid } : {}), mode: 0o700 })
    expect(await answerOf(otherProcess(home, printState, identity))).toBe('running')
  })

  it('is told when the home cannot be written', async () => {
    const home = await scratchFolder({ mode: 0o555 })
    const answer = await answerOf(otherProcess(home, printState, identity))
    expect(answer).toMatch(/^server\.home-unwritable .*EACCES/)
    expect(answer).toContain(home)
  })

  it('is told when the home lies in a folder that cannot be entered', async () => {
    const folder = await scratchFolder()
    await mkdir(join(folder, 'home'))
    await chmod(folder, 0)
    const answer = await answerOf(otherProcess(join(folder, 'home'), printState, identity))
    await chmod(folder, 0o700)
    expect(answer).toMatch(/^server\.home-unwritable /)
  })

  it.skipIf(!asRoot)('is told when the server belongs to another user (needs root to make one)', async () => {
    const home = await scratchFolder({ mode: 0o777 })
    await ensureServer({ home })
    await stopServer(home)
    await chmod(layoutOf(home).server, 0o755)
    expect(await answerOf(otherProcess(home, printState, identity))).toMatch(/^server\.(other-owner|home-unwritable) /)
  })

  it.skipIf(!asRoot)('may have a number without a name, as in containers (needs root to become one)', async () => {
    const nameless = 54_321
    const home = await scratchFolder({ owner: nameless, mode: 0o755 })
    const answer = await answerOf(otherProcess(home, printState, { uid: nameless }))
    expect(answer).toMatch(/^running$|^server\.init-failed .*could not look up effective user ID/)
  })
})

describe('the way to run it', () => {
  it.skipIf(asRoot)('is directly, for an ordinary user', async () => {
    expect(await chooseAccount(await scratchFolder(), postgres)).toEqual({ as: 'self' })
  })

  it('says why a program could not be run at all', async () => {
    const outcome = await runProgram({ as: 'self' }, '/nonexistent/initdb', [], '/')
    expect(outcome).toMatchObject({ code: 127 })
    expect(outcome.output).toContain('ENOENT')
  })
})
