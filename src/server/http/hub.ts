import { EVENT_BEAT_MS, EVENT_STREAMS } from '../../base/limits.ts'
import type { Who } from './who.ts'

/** The channel of the database on which commands announce what changed, as JSON: `{job}`, `{run, period}`, `{endSession}`. */
export const CHANNEL = 'heng'

/** One open stream, as the hub sees it. */
export interface Stream {
  readonly who: Who
  send(message: string): void
  /** Something that shows proxies that the stream lives. */
  beat(): void
  end(): void
  /** Whether the session it was opened with still holds. */
  holds(): Promise<boolean>
}

/** Hands what is announced on to whoever listens. */
export interface Hub {
  /** Answers how to leave. */
  join(stream: Stream): () => void
  heard(message: string): void
  /** Nobody knows what was announced meanwhile: listeners ask for everything anew. */
  missed(): void
  close(): void
}

export function createHub(beatMs: number = EVENT_BEAT_MS): Hub {
  const streams = new Set<Stream>()
  let timer: NodeJS.Timeout | undefined
  const leave = (stream: Stream) => {
    streams.delete(stream)
    if (streams.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
  const end = (stream: Stream) => {
    leave(stream)
    stream.end()
  }
  const tell = (message: string) => {
    for (const stream of streams) stream.send(message)
  }
  return {
    join: (stream) => {
      const own = [...streams].filter((other) => other.who.user === stream.who.user)
      for (const oldest of own.slice(0, Math.max(0, own.length + 1 - EVENT_STREAMS))) end(oldest)
      streams.add(stream)
      timer ??= setInterval(() => [...streams].forEach((one) => beat(one, end)), beatMs).unref()
      return () => leave(stream)
    },
    heard: (message) => {
      const ended = endedSession(message)
      if (ended === null) return tell(message)
      for (const stream of [...streams]) if (stream.who.via.kind === 'session' && stream.who.via.session === ended) end(stream)
    },
    missed: () => tell('{"missed":true}'),
    close: () => [...streams].forEach(end),
  }
}

function beat(stream: Stream, end: (stream: Stream) => void): void {
  // Where the database cannot be asked, the stream goes on: it tells nothing but that something changed.
  stream.holds().then(
    (holds) => (holds ? stream.beat() : end(stream)),
    () => stream.beat(),
  )
}

/** The session that a message says has ended; null for any other message. */
function endedSession(message: string): string | null {
  try {
    const said: unknown = JSON.parse(message)
    return typeof said === 'object' && said !== null && 'endSession' in said ? String(said.endSession) : null
  } catch {
    return null
  }
}
