import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Rng } from '../../engine/random/rng.ts'

const PATIENCE_MS = 120_000
const AGAIN_MS = 40

/** Answers that say: not now. Whoever gets one asks again. */
const NOT_NOW = new Set([429, 502, 503, 504])

/** Somebody who does not give up: what is not answered is asked again with the same idempotency key, of another server perhaps. */
export interface Client {
  /** Requests that had to be asked again. */
  again(): number
  get(path: string): Promise<unknown>
  file(path: string): Promise<Buffer>
  post(path: string, body: object): Promise<unknown>
  /** Send a file for a dataset; answers the upload's id. */
  send(dataset: string, name: string, content: string): Promise<string>
  /** Ask for work and wait until it is over, whoever does it. Answers how it ended. */
  work(path: string, body: object): Promise<Ended>
}

/** Work that is over; what came of it as its kind says. */
export interface Ended {
  readonly job: string
  readonly state: string
  readonly attempts: number
  readonly result: unknown
}

/** A client of these servers, signed in with the token of a session. Throws where an answer is a refusal. */
export function clientOf(urls: readonly string[], session: string, rng: Rng): Client {
  let again = 0
  const base = { cookie: `heng_session=${session}`, 'x-heng': '1', 'sec-fetch-site': 'same-origin', 'accept-language': 'en' }
  const ask = async (path: string, init: () => RequestInit): Promise<Buffer> => {
    for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(AGAIN_MS)) {
      const answer = await answerOf(`${rng.pick(urls)}/api${path}`, init())
      if (answer !== null && !NOT_NOW.has(answer.status)) {
        if (answer.status >= 400) throw new Error(`${path} was answered ${answer.status}: ${answer.body.toString()}`)
        return answer.body
      }
      again += 1
    }
    throw new Error(`${path} was not answered`)
  }
  const post = (path: string, body: object): Promise<unknown> => {
    const headers = { ...base, 'content-type': 'application/json', 'idempotency-key': randomUUID() }
    return ask(path, () => ({ method: 'POST', headers, body: JSON.stringify(body) })).then(told)
  }
  const file = (path: string): Promise<Buffer> => ask(path, () => ({ headers: base }))
  const get = (path: string): Promise<unknown> => file(path).then(told)
  return {
    again: () => again,
    get,
    file,
    post,
    send: async (dataset, name, content) => {
      const headers = { ...base, 'idempotency-key': randomUUID() }
      const form = (): FormData => {
        const parts = new FormData()
        parts.append('file', new Blob([content]), name)
        return parts
      }
      const sent = await ask(`/datasets/${dataset}/uploads`, () => ({ method: 'POST', headers, body: form() }))
      return (told(sent) as { upload: string }).upload // as: what the route's schema says
    },
    work: async (path, body) => {
      const { job } = (await post(path, body)) as { job: string } // as: what the route's schema says
      for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(AGAIN_MS)) {
        const { state, attempts, result } = (await get(`/jobs/${job}`)) as Ended // as: what the route's schema says
        if (state !== 'queued' && state !== 'running') return { job, state, attempts, result }
      }
      throw new Error(`job ${job} of ${path} did not end`)
    },
  }
}

const told = (body: Buffer): unknown => (body.length === 0 ? null : JSON.parse(body.toString()))

/** Status and body of an answer; null where the server went away before it was whole. */
async function answerOf(url: string, init: RequestInit): Promise<{ readonly status: number; readonly body: Buffer } | null> {
  try {
    const answer = await fetch(url, init)
    return { status: answer.status, body: Buffer.from(await answer.arrayBuffer()) }
  } catch {
    return null
  }
}
