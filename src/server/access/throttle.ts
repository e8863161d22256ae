import { Refusal } from '../../base/diagnostic.ts'
import {
  KNOWN_ADDRESS_DAYS,
  SIGN_IN_FREE_FAILURES,
  SIGN_IN_FREE_FAILURES_ADDRESS,
  SIGN_IN_FREE_FAILURES_LOGIN,
  SIGN_IN_MEMORY_HOURS,
  SIGN_IN_WAIT_SECONDS,
  SIGN_IN_WAIT_SECONDS_LOGIN,
} from '../../base/limits.ts'
import { sql } from '../../base/sql.ts'
import type { Read, Tx } from '../../store/types.ts'
import { tokenHash } from './tokens.ts'

/** Somebody tries to sign in. */
export interface Attempt {
  readonly login: string
  readonly address: string
  /** The token of the device cookie, where the browser sent one. */
  readonly device: string | null
  readonly now: Date
}

/** What attempts have in common by which they are slowed down. */
export interface Brake {
  readonly key: Buffer
  /** Failures without a wait. */
  readonly free: number
  /** The longest wait, in seconds. */
  readonly most: number
}

/**
 * What slows an attempt down. A browser in which this user has signed in before is counted by itself; an address where they have, with that address alone: failures
 * of strangers elsewhere make neither wait, so nobody is locked out by somebody else. All others share a count of their address and one of the login.
 */
export async function brakesFor(read: Read, attempt: Attempt): Promise<readonly Brake[]> {
  const { login, address, device, now } = attempt
  const known = await read.first<{ device: boolean; address: boolean }>(sql`
    select exists (select 1 from app.device d where d.user_id = u.user_id and d.token_hash = ${tokenHash(device ?? '')}) as device,
      exists (select 1 from app.session s where s.user_id = u.user_id and s.address = ${address}
        and s.created_at > ${now.toISOString()}::timestamptz - make_interval(days => ${KNOWN_ADDRESS_DAYS})) as address
    from app.user u where u.login = ${login}`)
  if (known?.device === true) return [brake(`device ${device}`, SIGN_IN_FREE_FAILURES, SIGN_IN_WAIT_SECONDS)]
  const here = brake(`here ${login} ${address}`, SIGN_IN_FREE_FAILURES, SIGN_IN_WAIT_SECONDS)
  if (known?.address === true) return [here]
  return [here, brake(`address ${address}`, SIGN_IN_FREE_FAILURES_ADDRESS, SIGN_IN_WAIT_SECONDS), brake(`login ${login}`, SIGN_IN_FREE_FAILURES_LOGIN, SIGN_IN_WAIT_SECONDS_LOGIN)]
}

function brake(key: string, free: number, most: number): Brake {
  return { key: tokenHash(key), free, most }
}

/**
 * Take the place of one attempt before the password is looked at: counted as failed until `forgive`, so that a hundred at once are a hundred failures.
 * Errors: `access.throttled` with the seconds to wait; such an attempt is not counted.
 */
export async function takeAttempt(tx: Tx, brakes: readonly Brake[], now: Date): Promise<void> {
  for (const one of inOrder(brakes)) await take(tx, one, now)
}

async function take(tx: Tx, { key, free, most }: Brake, now: Date): Promise<void> {
  const at = now.toISOString()
  await tx.run(sql`insert into app.sign_in_wait (key, failures, failed_at, until) values (${key}, 0, ${at}::timestamptz, ${at}::timestamptz) on conflict (key) do nothing`)
  const row = await tx.first<{ failures: number; wait: number; old: boolean }>(sql`
    select failures, ceil(extract(epoch from until - ${at}::timestamptz))::int as wait, failed_at < ${at}::timestamptz - make_interval(hours => ${SIGN_IN_MEMORY_HOURS}) as old
    from app.sign_in_wait where key = ${key} for update`)
  if (row !== undefined && row.wait > 0) throw new Refusal('access.throttled', { seconds: row.wait })
  const failures = (row === undefined || row.old ? 0 : row.failures) + 1
  await tx.run(sql`
    update app.sign_in_wait set failures = ${failures}, failed_at = ${at}::timestamptz, until = ${at}::timestamptz + make_interval(secs => ${waitAfter(failures, free, most)})
    where key = ${key}`)
}

/** Seconds to wait after so many failures: none at first, then 1, 2, 4 … up to the most. */
export function waitAfter(failures: number, free: number, most: number): number {
  return failures < free ? 0 : Math.min(most, 2 ** Math.min(failures - free, 30))
}

/** The attempt was a success: its own count begins anew, those it shares with others lose the one it took. */
export async function forgive(tx: Tx, brakes: readonly Brake[]): Promise<void> {
  const [own] = brakes
  for (const one of inOrder(brakes)) {
    if (one === own) await tx.run(sql`delete from app.sign_in_wait where key = ${one.key}`)
    else await tx.run(sql`update app.sign_in_wait set failures = greatest(failures - 1, 0), until = failed_at where key = ${one.key}`)
  }
}

/** Rows are always taken in one order, so that two attempts never wait for each other. */
function inOrder(brakes: readonly Brake[]): Brake[] {
  return [...brakes].sort((a, b) => a.key.compare(b.key))
}

/** Counts that no longer say anything are swept out, so that made-up logins do not fill the table. */
export async function sweepAttempts(tx: Tx, now: Date): Promise<void> {
  await tx.run(sql`
    delete from app.sign_in_wait where key in (select key from app.sign_in_wait
      where failed_at < ${now.toISOString()}::timestamptz - make_interval(hours => ${SIGN_IN_MEMORY_HOURS}) for update skip locked)`)
}
