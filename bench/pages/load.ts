import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** A call of a page, as somebody who is signed in. */
export interface Call {
  readonly name: string
  readonly path: string
  /** Token of the session. */
  readonly session: string
}

/** How calls were answered. Times in milliseconds, from the moment a call was due. */
export interface Answered {
  readonly count: number
  /** Answers that were no success, and calls without an answer. */
  readonly failed: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

export const RATE = 50

/** Numbers from 0 to 1, the same ones every time (mulberry32): two benches ask alike. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * Ask for calls in turn, RATE a second on average, for so many seconds or until the promise is fulfilled. People do not wait for each other:
 * the gaps are those of independent askers (exponential), and a call that is due is sent whether the ones before it are answered or not.
 */
export async function load(url: string, calls: readonly Call[], seconds: number, until?: Promise<unknown>): Promise<Answered> {
  const agent = new Agent({ keepAlive: true })
  const chance = random(20_260_901)
  const answers: Promise<number | null>[] = []
  let stopped = false
  void until?.then(() => {
    stopped = true
  })
  const began = performance.now()
  for (let due = began; !stopped && due - began < seconds * 1_000; due += (-Math.log(1 - chance()) * 1_000) / RATE) {
    const wait = due - performance.now()
    if (wait > 0) await sleep(wait)
    const call = calls[answers.length % calls.length]
    if (call !== undefined) answers.push(ask(agent, url, call, due))
  }
  const given = await Promise.all(answers)
  agent.destroy()
  const times = given.filter((ms) => ms !== null).sort((a, b) => a - b)
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
  return { count: times.length, failed: given.length - times.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

/** Milliseconds from when a call was due to the last byte of its answer; null where it was no success. */
function ask(agent: Agent, url: string, { path, session }: Call, due: number): Promise<number | null> {
  return new Promise((resolve) => {
    const sent = request(`${url}${path}`, { agent, headers: { cookie: `heng_session=${session}`, 'accept-language': 'zh-CN', 'accept-encoding': 'br' } }, (answer) => {
      answer.resume()
      answer.once('end', () => resolve(answer.statusCode === 200 ? performance.now() - due : null))
      answer.once('error', () => resolve(null))
    })
    sent.once('error', () => resolve(null))
    sent.end()
  })
}
