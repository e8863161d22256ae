import autocannon from 'autocannon'

/** A call of a page, as somebody who is signed in. */
export interface Call {
  readonly name: string
  readonly path: string
  /** Token of the session. */
  readonly session: string
}

/** How calls were answered. Times in milliseconds. */
export interface Answered {
  readonly count: number
  /** Answers that were no success. */
  readonly failed: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

export const RATE = 50
const CONNECTIONS = 20

/** Ask for calls in turn at RATE a second; `until`: stop when it is fulfilled, at the latest after so many seconds. */
export async function load(url: string, calls: readonly Call[], seconds: number, until?: Promise<unknown>): Promise<Answered> {
  const times: number[] = []
  let failed = 0
  const requests = calls.map(({ path, session }) => ({ method: 'GET' as const, path, headers: { cookie: `heng_session=${session}`, 'accept-language': 'zh-CN' } }))
  const instance = autocannon({ url, connections: CONNECTIONS, duration: seconds, overallRate: RATE, requests })
  instance.on('response', (_client: unknown, status: number, _bytes: number, time: number) => {
    if (status !== 200) failed += 1
    times.push(time)
  })
  instance.on('reqError', () => {
    failed += 1
  })
  void until?.then(() => instance.stop())
  await instance
  times.sort((a, b) => a - b)
  if (times.length === 0) return { count: 0, failed: Math.max(1, failed), p50: Number.NaN, p95: Number.NaN, p99: Number.NaN }
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
  return { count: times.length, failed, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}
