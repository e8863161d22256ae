import { createHash } from 'node:crypto'
import type { Params } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import { canonicalJson } from '../../engine/canonical-json.ts'
import type { Read, Tx } from '../../store/types.ts'

/** What one entry of the audit trail says. */
export interface AuditEntry {
  readonly at: Date
  /** Id of the user; null where nobody was signed in, or the command line was used. */
  readonly user: string | null
  /** Their name as it was then. */
  readonly name: string
  readonly via: 'session' | 'key' | 'nobody' | 'cli'
  /** `measure.publish`. */
  readonly command: string
  /** `measure/won_revenue`. */
  readonly object: string | null
  readonly detail: Params
  readonly ip: string | null
}

/** The name of the lock under which the chain grows. */
const LOCK = 'audit'

/** What the first entry follows. */
const BEGINNING = Buffer.alloc(32)

/**
 * Append an entry to the audit trail, in the transaction of what it tells of. Call it last: from here to the commit no other command can end.
 * Each entry holds the hash of the one before, so that none can be changed or taken out without breaking those that follow.
 */
export async function recordAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx.lock(LOCK)
  const last = await tx.first<{ seq: string; hash: Buffer }>(sql`select seq, hash from app.audit order by seq desc limit 1`)
  const seq = String(BigInt(last?.seq ?? 0) + 1n)
  const previous = last?.hash ?? BEGINNING
  const at = `${entry.at.toISOString().slice(0, -1)}000Z`
  const { user, name, via, command, object, detail, ip } = entry
  const hash = hashOf({ seq, at, user, name, via, command, object, detail, ip }, previous)
  await tx.run(sql`
    insert into app.audit (seq, at, user_id, user_name, via, command, object, detail, ip, previous, hash)
    values (${seq}, ${at}, ${user}, ${name}, ${via}, ${command}, ${object}, ${JSON.stringify(detail)}, ${ip}, ${previous}, ${hash})`)
}

/** An entry as it is hashed. */
type Hashed = Omit<AuditEntry, 'at'> & { readonly seq: string; readonly at: string }

interface Row {
  readonly seq: string
  readonly at: string
  readonly user_id: string | null
  readonly user_name: string
  readonly via: AuditEntry['via']
  readonly command: string
  readonly object: string | null
  readonly detail: Params
  readonly ip: string | null
  readonly previous: Buffer
  readonly hash: Buffer
}

/** What a walk along the chain found. `head` is the hash of the last entry in hexadecimal: noted elsewhere, it also shows whether the newest entries were cut off. */
export type AuditCheck =
  | { readonly sound: true; readonly entries: string; readonly head: string }
  | { readonly sound: false; readonly entries: string; readonly seq: string; readonly reason: 'missing' | 'edited' | 'cut' }

/** Walk the audit trail from its first entry, and say where it breaks: an entry is missing, was edited, or does not follow the one before. */
export async function verifyAudit(read: Read): Promise<AuditCheck> {
  let previous: Buffer = BEGINNING
  let entries = 0n
  const rows = read.stream<Row>(sql`
    select seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, user_id, user_name, via, command, object, detail, ip, previous, hash
    from app.audit order by seq`)
  for await (const row of rows) {
    const broken = breakAt(row, entries + 1n, previous)
    if (broken !== null) return { sound: false, entries: String(entries), seq: broken === 'missing' ? String(entries + 1n) : row.seq, reason: broken }
    previous = row.hash
    entries += 1n
  }
  return { sound: true, entries: String(entries), head: previous.toString('hex') }
}

function breakAt(row: Row, expected: bigint, previous: Buffer): 'missing' | 'edited' | 'cut' | null {
  if (BigInt(row.seq) !== expected) return 'missing'
  if (!row.previous.equals(previous)) return 'cut'
  const { seq, at, user_id: user, user_name: name, via, command, object, detail, ip } = row
  return row.hash.equals(hashOf({ seq, at, user, name, via, command, object, detail, ip }, previous)) ? null : 'edited'
}

function hashOf(entry: Hashed, previous: Buffer): Buffer {
  return createHash('sha256').update(previous).update(canonicalJson(entry)).digest()
}
