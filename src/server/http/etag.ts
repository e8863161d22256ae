import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../../base/diagnostic.ts'

/** Say which version of a document an answer shows; a client that has it already gets 304. */
export function showVersion(reply: FastifyReply, version: number): void {
  reply.header('etag', etagOf(version))
}

/**
 * Refuse a change to a document that is not the version its author saw.
 * Errors: `http.if-match-missing`; `http.changed-meanwhile` with the version there is now.
 */
export function requireMatch(request: FastifyRequest, version: number): void {
  const wanted = request.headers['if-match']
  if (wanted === undefined) throw new Refusal('http.if-match-missing')
  if (!names(wanted, etagOf(version))) throw new Refusal('http.changed-meanwhile', { version })
}

/** Whether the asker says to have what would be answered. */
export function hasAlready(request: FastifyRequest, etag: unknown): boolean {
  const wanted = request.headers['if-none-match']
  return typeof etag === 'string' && wanted !== undefined && names(wanted, etag)
}

const etagOf = (version: number) => `"v${version}"`

/** A proxy that compresses may have made a tag weak. */
function names(header: string, etag: string): boolean {
  return header.trim() === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}
