import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { Refusal } from '../../base/diagnostic.ts'
import { IDEMPOTENCY_DAYS, IDEMPOTENCY_KEY_CHARS } from '../../base/limits.ts'
import { sql } from '../../base/sql.ts'
import { canonicalJson } from '../../engine/canonical-json.ts'
import type { Read, Tx } from '../../store/types.ts'

/** What is sent back; `body` is undefined where there is nothing to say. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

/** A key with whose it is and what it was given for. */
export interface Claim {
  readonly user: string
  readonly key: string
  readonly request: Buffer
}

/** The claim of a request that carries a key, else null. Errors: `http.bad-idempotency-key`. */
export function claimOf(request: FastifyRequest, user: string): Claim | null {
  const key = request.headers['idempotency-key']
  if (key === undefined) return null
  if (typeof key !== 'string' || key.length > IDEMPOTENCY_KEY_CHARS || !/^[\x21-\x7e]+$/.test(key)) throw new Refusal('http.bad-idempotency-key', { limit: IDEMPOTENCY_KEY_CHARS })
  const said = canonicalJson({ method: request.method, url: request.url, match: request.headers['if-match'], body: request.body ?? null })
  return { user, key, request: createHash('sha256').update(said).digest() }
}

/**
 * Take the key for this transaction. Whoever comes with the same key meanwhile waits here until it ends; then they get the answer, or, where it
 * failed, the key. Answers the stored answer of a request that was carried out before, else null.
 * Errors: `http.idempotency-differs`.
 */
export async function takeKey(tx: Tx, claim: Claim): Promise<Answer | null> {
  const taken = await tx.run(sql`insert into app.idempotency (user_id, key, request) values (${claim.user}, ${claim.key}, ${claim.request}) on conflict (user_id, key) do nothing`)
  return taken === 1 ? null : storedAnswer(tx, claim)
}

/** The answer that was given for the key, or null. Errors: `http.idempotency-differs`. */
export async function storedAnswer(read: Read, claim: Claim): Promise<Answer | null> {
  const row = await read.first<{ request: Buffer; status: number | null; headers: Record<string, string>; body: unknown }>(
    sql`select request, status, headers, body from app.idempotency where user_id = ${claim.user} and key = ${claim.key}`,
  )
  if (row === undefined || row.status === null) return null
  if (!row.request.equals(claim.request)) throw new Refusal('http.idempotency-differs')
  return { status: row.status, headers: row.headers, body: row.body ?? undefined }
}

/** Keep the answer with the key. */
export async function keepAnswer(tx: Tx, claim: Claim, answer: Answer): Promise<void> {
  const body = answer.body === undefined ? null : JSON.stringify(answer.body)
  await tx.run(sql`
    insert into app.idempotency (user_id, key, request, status, headers, body)
    values (${claim.user}, ${claim.key}, ${claim.request}, ${answer.status}, ${JSON.stringify(answer.headers)}, ${body})
    on conflict (user_id, key) do update set status = excluded.status, headers = excluded.headers, body = excluded.body`)
}

/** Forget answers that nobody asks for any more. */
export async function forgetAnswers(tx: Tx): Promise<void> {
  await tx.run(sql`delete from app.idempotency where at < now() - make_interval(days => ${IDEMPOTENCY_DAYS})`)
}
