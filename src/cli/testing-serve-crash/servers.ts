import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const HENG = fileURLToPath(new URL('../../../bin/heng', import.meta.url))
const PATIENCE_MS = 120_000
const LOOK_MS = 50

/** A server on a port that can be killed and started again there. */
export interface Server {
  readonly url: string
  /** Start it, and wait until it answers. */
  start(): Promise<void>
  /** End it as a power cut does. */
  kill(): Promise<void>
}

/** `heng serve` of the company in that database, on that port; its temporary files are in `home/tmp`. It is not started yet. */
export function serverOn(databaseUrl: string, home: string, port: number): Server {
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | null = null
  return {
    url,
    start: async () => {
      const tmp = join(home, 'tmp')
      mkdirSync(tmp, { recursive: true })
      const env = { PATH: process.env['PATH'], TMPDIR: tmp, TEMP: tmp, HENG_HOME: home, DATABASE_URL: databaseUrl, LC_ALL: 'en_US.UTF-8' }
      const begun = spawn(process.execPath, [HENG, 'serve', '--port', String(port)], { env, stdio: ['ignore', 'ignore', 'pipe'] })
      child = begun
      let said = ''
      begun.stderr.on('data', (piece) => {
        said += String(piece)
      })
      for (const deadline = Date.now() + PATIENCE_MS; !(await answers(url)); await sleep(LOOK_MS)) {
        if (begun.exitCode !== null || Date.now() > deadline) throw new Error(`the server on port ${port} did not start: ${said}`)
      }
    },
    kill: async () => {
      if (child === null || child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

async function answers(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/api/health`).catch(() => null)
  return answer?.ok === true
}
