import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** A server of a company in a process of its own, as people run it. */
export interface Server {
  readonly url: string
  stop(): Promise<void>
}

const PATIENCE_MS = 60_000
const LOOK_MS = 200

/** `heng serve` on a port; ready when it answers. */
export async function startServer(of: { readonly root: string; readonly home: string; readonly company: string; readonly port: number }): Promise<Server> {
  const { root, home, company, port } = of
  const child = spawn(process.execPath, [join(root, 'bin', 'heng'), 'serve', '--home', home, '--company', company, '--port', String(port)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  await answers(url, child)
  return {
    url,
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGINT')
      await gone
    },
  }
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  const began = performance.now()
  while (performance.now() - began < PATIENCE_MS) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    const answer = await fetch(`${url}/api/session/options`).catch(() => null)
    if (answer?.ok === true) return
    await sleep(LOOK_MS)
  }
  throw new Error('the server did not answer')
}
