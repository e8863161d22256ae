import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Below which Vite puts files whose names change with their content. */
const HASHED = '/assets/'

/** A year: such a file never changes. */
const FOR_GOOD = 'public, max-age=31536000, immutable'

/** Answers a request for a page; false where it is none, or no pages were built. */
export type Pages = (request: FastifyRequest, reply: FastifyReply) => Promise<boolean>

/** Serve the built application: its files, and its one page for every address that is a place inside it. */
export async function servePages(app: FastifyInstance, folder: string | null): Promise<Pages> {
  const index = folder === null ? null : join(folder, 'index.html')
  if (folder === null || index === null || !existsSync(index)) return async () => false
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: true,
    // scripts/web-compress.mjs writes them; where there is none, the answer is compressed on its way.
    preCompressed: true,
    cacheControl: false,
    setHeaders: (response, path) => {
      response.header('cache-control', path.slice(folder.length).replaceAll('\\', '/').startsWith(HASHED) ? FOR_GOOD : 'no-cache')
    },
  })
  const page = async (reply: FastifyReply) =>
    reply
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(await readFile(index))
  app.get('/', (_request, reply) => page(reply))
  return async (request, reply) => {
    if (!isPlace(request)) return false
    await page(reply)
    return true
  }
}

/** Somebody who opens an address in the browser; scripts and pictures that are not there are not answered with a page. */
function isPlace({ method, url, headers }: FastifyRequest): boolean {
  const path = url.split('?')[0] ?? ''
  return (method === 'GET' || method === 'HEAD') && !/^\/(api|docs|assets)(\/|$)/.test(path) && (headers.accept ?? '').includes('text/html')
}
