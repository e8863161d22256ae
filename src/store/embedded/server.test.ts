import { spawn } from 'node:child_process'
import { chmod, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { withClient } from '../session.ts'
import type { RunningServer } from './knock.ts'
import { layoutOf } from './layout.ts'
import { isAlive } from './postmaster.ts'
import { ensureServer, serverStatus, stopServer } from './server.ts'
import { answerOf, discardScratchFolders, otherProcess, scratchFolder } from './testing-home.ts'

afterEach(discardScratchFolders)

const ask = async (server: RunningServer, statement: string, database = 'postgres'): Promise<Record<string, unknown> | undefined> =>
  withClient(server.url(database), async (client) => (await client.query(statement)).rows[0])

async function untilDead(pid: number) {
  while (isAlive(pid) && !(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')).includes(') Z ')) await sleep(10)
}

describe('a new home', () => {
  it('gets a server in UTF-8 with checksums, on the loopback only, behind a password only the owner can read', async () => {
    const home = join(await scratchFolder(), 'a', 'home')
    const server = await ensureServer({ home })
    const layout = layoutOf(home)
    try {
      expect(
        await ask(
          server,
          "select current_setting('server_encoding') as encoding, current_setting('data_checksums') as checksums, current_setting('listen_addresses') as addresses, current_setting('fsync') as fsync, current_setting('unix_socket_directories') as sockets",
        ),
      ).toEqual({ encoding: 'UTF8', checksums: 'on', addresses: '127.0.0.1', fsync: 'on', sockets: '' })
      expect(await ask(server, 'select datlocale as locale from pg_database where datname = current_database()')).toEqual({ locale: 'C.UTF-8' })
      expect((await stat(layout.password)).mode & 0o777).toBe(0o600)
      expect((await stat(layout.server)).mode & 0o777).toBe(0o700)
      expect(await readFile(join(home, '.gitignore'), 'utf8')).toBe('*\n')
      const stranger = new pg.Client({ host: '127.0.0.1', port: server.port, user: 'heng', password: 'guess', database: 'postgres' })
      await expect(stranger.connect()).rejects.toThrow('password authentication failed')
    } finally {
      await stopServer(home)
    }
  })

  it('has no server before, one while it runs, none when it is stopped', async () => {
    const home = join(await scratchFolder(), 'home')
    expect((await serverStatus(home)).state).toBe('absent')
    expect(await stopServer(home)).toBe(false)
    const server = await ensureServer({ home })
    expect(await serverStatus(home)).toMatchObject({ state: 'running', pid: server.pid, port: server.port })
    expect(await stopServer(home)).toBe(true)
    expect((await serverStatus(home)).state).toBe('stopped')
    expect(await stopServer(home)).toBe(false)
  })
})

describe('several processes', () => {
  const printPid = 'console.log((await ensureServer({ home })).pid)'

  it('that begin in the same moment share one server, which outlives them', async () => {
    const home = await scratchFolder()
    const answers = await Promise.all([1, 2, 3].map(() => answerOf(otherProcess(home, printPid))))
    expect(new Set(answers).size).toBe(1)
    const server = await ensureServer({ home })
    expect(answers[0]).toBe(String(server.pid))
    expect((await readdir(home)).sort()).toEqual(['.gitignore', 'server'])
  })

  it('leave the server alone when one of them is killed', async () => {
    const home = await scratchFolder()
    const child = otherProcess(home, `${printPid}; await new Promise(() => setInterval(() => {}, 1000))`)
    const pid = await new Promise<string>((resolve) => child.stdout?.once('data', (piece) => resolve(String(piece).trim())))
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('close', resolve))
    expect(String((await ensureServer({ home })).pid)).toBe(pid)
  })

  it('get their server although the one that was making it was killed half-way', async () => {
    const home = await scratchFolder()
    for (const afterMs of [250, 500, 750, 1000, 1250]) {
      const child = otherProcess(home, printPid)
      await sleep(afterMs)
      child.kill('SIGKILL')
    }
    expect(await ask(await ensureServer({ home }), 'select 1 as one')).toEqual({ one: 1 })
    await stopServer(home)
    await ensureServer({ home })
    expect((await readdir(home)).filter((name) => name.startsWith('server.new'))).toEqual([])
  })
})

describe('a killed server', () => {
  it('starts again with everything that was saved', async () => {
    const home = await scratchFolder()
    const first = await ensureServer({ home })
    await ask(first, 'create table saved (n int)')
    for (let n = 1; n <= 3; n += 1) {
      const server = await ensureServer({ home })
      await ask(server, `insert into saved values (${n})`)
      process.kill(server.pid, 'SIGKILL')
      expect(await ask(await ensureServer({ home }), 'select count(*)::int as n from saved')).toEqual({ n })
    }
  })

  it.skipIf(process.platform !== 'linux')('starts again although a statement of the old one would run for minutes (only Linux tells whose it is)', async () => {
    const home = await scratchFolder()
    const server = await ensureServer({ home })
    const busy = ask(server, 'select count(*) from generate_series(1, 3000000000)').catch(() => 'lost')
    await sleep(200)
    process.kill(server.pid, 'SIGKILL')
    const next = await ensureServer({ home })
    expect(next.pid).not.toBe(server.pid)
    await busy
  })

  it('starts again when the number in its pid file now belongs to another program', async () => {
    const home = await scratchFolder()
    const server = await ensureServer({ home })
    const file = join(layoutOf(home).data, 'postmaster.pid')
    const left = await readFile(file, 'utf8')
    await stopServer(home)
    await writeFile(file, left.replace(/^\d+/, String(process.pid)))
    expect((await serverStatus(home)).state).toBe('stopped')
    expect((await ensureServer({ home })).port).toBe(server.port)
  })
})

describe('stop', () => {
  it('never ends a process that is not the server of this home', async () => {
    const home = await scratchFolder()
    await ensureServer({ home })
    const file = join(layoutOf(home).data, 'postmaster.pid')
    const left = await readFile(file, 'utf8')
    await stopServer(home)
    const bystander = spawn('sleep', ['60'])
    await writeFile(file, left.replace(/^\d+/, String(bystander.pid)))
    expect(await stopServer(home)).toBe(false)
    expect(isAlive(bystander.pid ?? 0)).toBe(true)
    bystander.kill()
    await rm(file)
  })

  it('ends sessions that are in the middle of something, and undoes what they had not saved', async () => {
    const home = await scratchFolder()
    const server = await ensureServer({ home })
    await ask(server, 'create table saved (n int)')
    const client = new pg.Client(server.url('postgres'))
    client.on('error', () => undefined)
    await client.connect()
    await client.query('begin; insert into saved values (1)')
    expect(await stopServer(home)).toBe(true)
    await untilDead(server.pid)
    expect(await ask(await ensureServer({ home }), 'select count(*)::int as n from saved')).toEqual({ n: 0 })
  })
})

describe('the port', () => {
  it('is kept from start to start, and changed when another program has taken it', async () => {
    const home = await scratchFolder()
    const { port } = await ensureServer({ home })
    await stopServer(home)
    expect((await ensureServer({ home })).port).toBe(port)
    await stopServer(home)
    const thief = createServer().listen(port, '127.0.0.1')
    await new Promise((resolve) => thief.once('listening', resolve))
    const moved = await ensureServer({ home })
    expect(moved.port).not.toBe(port)
    expect(await ask(moved, 'select 1 as one')).toEqual({ one: 1 })
    thief.close()
  })
})

describe('a home that was tampered with', () => {
  it('is refused when its data is of another major version, and left as it is', async () => {
    const home = await scratchFolder()
    await ensureServer({ home })
    await stopServer(home)
    await writeFile(join(layoutOf(home).data, 'PG_VERSION'), '17\n')
    await expect(ensureServer({ home })).rejects.toMatchObject({ code: 'server.other-version', params: { found: '17', ours: '18' } })
  })

  it('is refused when its data is damaged', async () => {
    const home = await scratchFolder()
    await ensureServer({ home })
    await stopServer(home)
    await writeFile(join(layoutOf(home).data, 'global', 'pg_control'), Buffer.alloc(8192))
    await expect(ensureServer({ home })).rejects.toMatchObject({ code: 'server.data-damaged' })
  })

  it('gets a new password when the file of the old one is gone, and keeps its data', async () => {
    const home = await scratchFolder()
    await ask(await ensureServer({ home }), 'create table saved as select 7 as n')
    await rm(layoutOf(home).password)
    await expect(ensureServer({ home })).rejects.toMatchObject({ code: 'server.password-lost' })
    await stopServer(home)
    expect(await ask(await ensureServer({ home }), 'select n from saved')).toEqual({ n: 7 })
    expect((await stat(layoutOf(home).password)).mode & 0o777).toBe(0o600)
  })

  it('is told apart when the password in the file is not the right one', async () => {
    const home = await scratchFolder()
    await ensureServer({ home })
    await writeFile(layoutOf(home).password, 'another')
    await expect(ensureServer({ home })).rejects.toMatchObject({ code: 'server.password-wrong' })
  })

  it('is closed again when copying has opened its data to others', async () => {
    const home = await scratchFolder()
    await ensureServer({ home })
    await stopServer(home)
    await chmod(layoutOf(home).data, 0o755)
    await ensureServer({ home })
    expect((await stat(layoutOf(home).data)).mode & 0o777).toBe(0o700)
  })

  it('is served by settings of ours, and by those the owner wrote below them', async () => {
    const home = await scratchFolder()
    await ensureServer({ home })
    await stopServer(home)
    const file = join(layoutOf(home).data, 'postgresql.conf')
    await writeFile(file, `${await readFile(file, 'utf8')}\nwork_mem = '77MB'\n`)
    expect(await ask(await ensureServer({ home }), "select current_setting('work_mem') as w, current_setting('jit') as jit")).toEqual({ w: '77MB', jit: 'off' })
  })
})
