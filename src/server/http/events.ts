import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Store } from '../../store/types.ts'
import type { Hub } from './hub.ts'
import { type Route, raw } from './route.ts'
import type { Who } from './who.ts'

const Announcement = z.string().meta({ description: 'Lines `data: {"job":"…"}`, `data: {"run":"…","period":"…"}` or `data: {"missed":true}`: ask again for what changed.' })

/** The stream of what changed. It names things only; what they are is asked for, and guarded, elsewhere. */
export function eventRoutes(hub: Hub, holds: (store: Store, who: Who) => Promise<boolean>): readonly Route[] {
  return [
    raw(
      {
        id: 'listenToEvents',
        method: 'get',
        path: '/events',
        tag: 'http',
        summary: 'A stream (server-sent events) of what changed: jobs, runs. It ends with the session.',
        may: 'signed-in',
        contentType: 'text/event-stream',
        reply: Announcement,
      },
      async (store, { who, reply }) => openStream(hub, reply, { who, holds: () => holds(store, who) }),
    ),
  ]
}

function openStream(hub: Hub, reply: FastifyReply, { who, holds }: { readonly who: Who; readonly holds: () => Promise<boolean> }): void {
  reply.hijack()
  const { raw: response } = reply
  response.writeHead(200, {
    ...headersOf(reply),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'keep-alive',
    'x-accel-buffering': 'no',
  })
  response.write('retry: 2000\n\n')
  const leave = hub.join({
    who,
    holds,
    send: (message) => response.write(`data: ${message.replaceAll(/[\r\n]+/g, ' ')}\n\n`),
    beat: () => response.write(':\n\n'),
    end: () => response.end('event: end\ndata: {}\n\n'),
  })
  response.on('close', leave)
  response.on('error', leave)
}

/** What hooks said so far; Node takes no header without a value. */
function headersOf(reply: FastifyReply): Record<string, string | string[] | number> {
  return Object.fromEntries(Object.entries(reply.getHeaders()).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}
