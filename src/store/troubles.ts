import { Refusal } from '../base/diagnostic.ts'

/** What the driver's errors carry: a five-letter SQLSTATE of the server, or the code of a failed system call. */
interface Coded extends Error {
  readonly code?: unknown
  readonly address?: unknown
  readonly port?: unknown
}

/** SQLSTATE (appendix A of the PostgreSQL manual) or system call code → refusal. Only trouble outside: a wrong statement is our own mistake. */
const REFUSAL_OF: Readonly<Record<string, string>> = {
  '28000': 'store.login-refused',
  '28P01': 'store.login-refused',
  '3D000': 'store.no-database',
  '42501': 'store.no-right',
  '25006': 'store.read-only',
  '53100': 'store.disk-full',
  '53200': 'store.out-of-memory',
  '53300': 'store.too-many-connections',
  '57P01': 'store.lost',
  '57P02': 'store.lost',
  '57P03': 'store.not-ready',
  '58030': 'store.disk-fault',
  XX001: 'store.data-damaged',
  XX002: 'store.data-damaged',
  '08006': 'store.lost',
  '08003': 'store.lost',
  ECONNRESET: 'store.lost',
  EPIPE: 'store.lost',
  ECONNREFUSED: 'store.unreachable',
  EHOSTUNREACH: 'store.unreachable',
  ENETUNREACH: 'store.unreachable',
  ETIMEDOUT: 'store.unreachable',
  ENOTFOUND: 'store.unreachable',
  EAI_AGAIN: 'store.unreachable',
}

/** The driver's own words for a connection that went away or never came; they carry no code. */
const LOST = /connection terminated unexpectedly|connection ended unexpectedly|client has encountered a connection error|connection error and is not queryable/i
const TIMED_OUT = /timeout exceeded when trying to connect|timeout expired|connection terminated due to connection timeout/i

/** The refusal for trouble of the server or the way to it; undefined for anything else, which is then a mistake of ours. */
export function refusalFor(error: unknown, address: string): Refusal | undefined {
  if (error instanceof AggregateError) return refusalFor(error.errors[0], address)
  if (!(error instanceof Error) || error instanceof Refusal) return undefined
  const { code, message } = error as Coded // Errors of the driver and of Node carry a code.
  const refusal = typeof code === 'string' ? REFUSAL_OF[code] : undefined
  if (refusal !== undefined) return new Refusal(refusal, { address, reason: message }, { cause: error })
  if (TIMED_OUT.test(message)) return new Refusal('store.unreachable', { address, reason: message }, { cause: error })
  if (LOST.test(message)) return new Refusal('store.lost', { address, reason: message }, { cause: error })
  return undefined
}
