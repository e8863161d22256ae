import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { main } from './main.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

export type Env = Readonly<Record<string, string>>

/** Run the command line inside this process: quick, and everything but the start of the program is the real thing. */
export function heng(env: Env, ...args: string[]): Promise<Ran> {
  return hengAt(null, env, ...args)
}

/** The same before a terminal of so many columns. */
export async function hengAt(columns: number | null, env: Env, ...args: string[]): Promise<Ran> {
  const out = Object.assign(new PassThrough(), columns === null ? {} : { isTTY: true, columns })
  const err = new PassThrough()
  const texts = { out: '', err: '' }
  out.on('data', (chunk: Buffer) => {
    texts.out += chunk.toString()
  })
  err.on('data', (chunk: Buffer) => {
    texts.err += chunk.toString()
  })
  const code = await main(args, env, { out, err })
  await new Promise((done) => setImmediate(done))
  return { code, ...texts }
}

const BIN = join(import.meta.dirname, '..', '..', 'bin', 'heng')

/** Run the real program. `during` gets the process once it has begun. */
export function spawned(env: Env, args: readonly string[], during: (child: ReturnType<typeof spawn>) => void = () => undefined): Promise<Ran> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [BIN, ...args], { env: { PATH: process.env['PATH'], ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    const texts = { out: '', err: '' }
    child.stdout.on('data', (chunk: Buffer) => {
      texts.out += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      texts.err += chunk.toString()
    })
    child.on('error', failed)
    child.on('close', (code, signal) => done({ code: code ?? (signal === null ? -1 : -2), ...texts }))
    during(child)
  })
}
