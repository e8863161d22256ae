import { OFFLINE, type Problem, ProblemError, UNKNOWN } from '../ui/problem.ts'

/** Methods that change nothing; all others carry what a write needs. */
const READING = ['GET', 'HEAD']

/**
 * `fetch` as our API wants it: the reader's language, and with every write the mark that it comes from this application and a key that
 * makes it safe to send twice. An answer that is no success is thrown as a ProblemError.
 */
export async function apiFetch(request: Request): Promise<Response> {
  const headers = new Headers(request.headers)
  headers.set('accept-language', document.documentElement.lang === 'en' ? 'en' : 'zh-CN')
  if (!READING.includes(request.method)) {
    headers.set('x-heng', '1')
    if (!headers.has('idempotency-key')) headers.set('idempotency-key', newKey())
  }
  const answer = await fetch(new Request(request, { headers, credentials: 'same-origin' })).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ProblemError({ code: OFFLINE, status: 0, detail: '' }, error)
  })
  if (!answer.ok) throw new ProblemError(await problemIn(answer))
  return answer
}

/** 128 random bits; `crypto.randomUUID` exists on secure addresses only, and a server in the office may have none. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** What the server says went wrong; something of our own where it was not our server that answered (a proxy, say). */
async function problemIn(answer: Response): Promise<Problem> {
  const body: unknown = await answer.json().catch(() => null)
  if (isProblem(body)) return { ...body, status: answer.status }
  return { code: answer.status >= 502 ? OFFLINE : UNKNOWN, status: answer.status, detail: '' }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string' && 'detail' in body && typeof body.detail === 'string'
}
