/** The parts of autocannon (which brings no types) that the benchmark uses. */
declare module 'autocannon' {
  import type { EventEmitter } from 'node:events'

  interface Options {
    readonly url: string
    readonly connections: number
    /** Seconds. */
    readonly duration: number
    /** Requests a second over all connections. */
    readonly overallRate: number
    readonly requests: readonly { readonly method: 'GET'; readonly path: string; readonly headers: Readonly<Record<string, string>> }[]
  }

  interface Instance extends EventEmitter, PromiseLike<unknown> {
    stop(): void
  }

  // biome-ignore lint/style/noDefaultExport: it has no other.
  export default function autocannon(options: Options): Instance
}
