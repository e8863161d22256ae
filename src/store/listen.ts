import pg from 'pg'
import { LISTEN_AGAIN_MS } from '../base/limits.ts'
import { ident, sql, toQuery } from '../base/sql.ts'
import { connectionTo, prepareSession } from './session.ts'

/** A connection that hears what is announced on a channel. */
export interface Listening {
  close(): Promise<void>
}

/** What is heard, and `missed` after the connection was away for a while: anything may have been announced meanwhile. */
export interface Ears {
  heard(message: string): void
  missed(): void
}

/**
 * Hear what commands announce on a channel (NOTIFY) when they commit, over one connection that is opened again whenever it breaks.
 * Answers once it listens; the first opening may fail like any other connection.
 */
export async function listen(url: string, channel: string, ears: Ears): Promise<Listening> {
  let closed = false
  let timer: NodeJS.Timeout | undefined
  let client = await connect()

  async function connect(): Promise<pg.Client> {
    const next = new pg.Client(connectionTo(url))
    next.on('notification', (message) => {
      if (message.channel === channel) ears.heard(message.payload ?? '')
    })
    next.on('error', () => undefined) // What breaks the connection also ends it.
    try {
      await next.connect()
      await prepareSession(next)
      await next.query(toQuery(sql`listen ${ident(channel)}`))
    } catch (error) {
      await next.end().catch(() => undefined)
      throw error
    }
    next.once('end', again)
    return next
  }

  function again(): void {
    if (closed) return
    timer = setTimeout(() => {
      connect().then(async (next) => {
        if (closed) return next.end()
        client = next
        ears.missed()
      }, again)
    }, LISTEN_AGAIN_MS)
    timer.unref()
  }

  return {
    close: async () => {
      closed = true
      clearTimeout(timer)
      await client.end().catch(() => undefined)
    },
  }
}
