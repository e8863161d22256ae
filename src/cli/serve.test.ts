import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planFolder } from '../server/plan/testing-folder.ts'
import { type ScratchStore, scratchStore } from '../store/testing.ts'
import { type Env, heng, type Ran, spawned } from './testing-run.ts'

/** The real program, its port, its signals. */
let scratch: ScratchStore
let env: Env

beforeAll(async () => {
  scratch = await scratchStore()
  env = { HENG_HOME: join(tmpdir(), `heng-serve-${process.pid}`), DATABASE_URL: scratch.url, LANG: 'en_US.UTF-8', NO_COLOR: '1' }
  const { dir, remove } = await planFolder()
  expect((await heng(env, 'apply', dir)).code).toBe(0)
  await remove()
})

afterAll(() => scratch.drop())

interface Serving {
  readonly child: ChildProcess
  readonly over: Promise<Ran>
  readonly said: { readonly url: string; readonly company: string; readonly setup: string | null }
}

/** Start `heng serve --json`; answers when it says that it is open. */
async function serving(...more: string[]): Promise<Serving> {
  let child: ChildProcess | undefined
  const over = spawned(env, ['serve', '--json', ...more], (begun) => {
    child = begun
  })
  if (child?.stdout == null) throw new Error('nothing was started')
  const [line] = await Promise.race([once(child.stdout, 'data'), over.then(({ err }) => Promise.reject(new Error(err)))])
  return { child, over, said: JSON.parse(String(line)) }
}

async function taken(): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return { server, port: address.port }
}

describe('heng serve', () => {
  it('opens the application and says where, with a link for the first administrator; SIGTERM ends it well', async () => {
    const { child, over, said } = await serving('--port', '0')
    expect(said.company).toBe('good')
    expect(said.setup).toMatch(new RegExp(`^${said.url}/sign-in#setup=[\\w-]{40,}$`))
    expect(await (await fetch(`${said.url}/api/health`)).json()).toEqual({ ok: true })
    child.kill('SIGTERM')
    expect(await over).toMatchObject({ code: 0 })
    await expect(fetch(`${said.url}/api/health`)).rejects.toThrow()
  })

  it('is the end of npm start: after the terminal has shown the company, its pages are open', async () => {
    let child: ChildProcess | undefined
    let out = ''
    const over = spawned(env, ['welcome', '--serve'], (begun) => {
      child = begun
      begun.stdout?.on('data', (part) => {
        out += String(part)
      })
    })
    await expect.poll(() => out, { timeout: 60_000 }).toMatch(/What to do next[\s\S]* is open: http:/)
    const url = / is open: (\S+)/.exec(out)?.[1]
    expect((await fetch(`${url}/api/health`)).status).toBe(200)
    child?.kill('SIGINT')
    expect((await over).code).toBe(0)
  })

  it('two beside each other use two ports, and the second one says so', async () => {
    const first = await serving()
    const second = await serving()
    expect(second.said.url).not.toBe(first.said.url)
    for (const { child } of [first, second]) child.kill('SIGINT')
    expect((await first.over).code).toBe(0)
    expect((await second.over).err).toMatch(/Port \d+ is taken; using \d+\./)
  })

  it('refuses a port that was asked for and is taken, and an address that is not here', async () => {
    const { server, port } = await taken()
    expect(await heng(env, 'serve', '--port', String(port))).toMatchObject({ code: 1, err: expect.stringContaining(`Port ${port} is taken`) })
    server.close()
    expect(await heng(env, 'serve', '--host', '192.0.2.1', '--port', '0')).toMatchObject({ code: 1, err: expect.stringContaining('no address 192.0.2.1') })
    expect(await heng(env, 'serve', '--host', 'no such host', '--port', '0')).toMatchObject({ code: 1, err: expect.stringContaining('no address') })
  })

  it.each(['80x', '-1', '65536', '1e3', ''])('refuses %j as a port', async (port) => {
    expect(await heng(env, 'serve', `--port=${port}`)).toMatchObject({ code: 2, err: expect.stringContaining('a whole number from 0 to 65535') })
  })
})
