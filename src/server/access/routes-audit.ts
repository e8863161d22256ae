import { z } from 'zod'
import { Refusal } from '../../base/diagnostic.ts'
import { ORG_TEXT_LENGTH } from '../../base/limits.ts'
import { type Sql, sql } from '../../base/sql.ts'
import { isoInstant } from '../../store/instants.ts'
import type { Read } from '../../store/types.ts'
import { verifyAudit } from '../http/audit.ts'
import { keyIn, page, pageOf, pageQuery } from '../http/paging.ts'
import { query, type Route } from '../http/route.ts'
import { DayAsked } from '../http/shapes.ts'

const tag = 'audit'
const Text = z.string().max(ORG_TEXT_LENGTH)

const AuditEntryView = z
  .object({
    seq: z.string().describe('Counts from 1 without a gap.'),
    at: z.string(),
    user: z.string().nullable().describe('Null where nobody was signed in, or the command line was used.'),
    name: z.string(),
    via: z.string(),
    command: z.string(),
    object: z.string().nullable(),
    detail: z.record(z.string(), z.union([z.string(), z.number()])),
    ip: z.string().nullable(),
    hash: z.string().describe('In hexadecimal; noted elsewhere, it shows later whether anything before was changed or cut off.'),
  })
  .meta({ id: 'AuditEntry', description: 'Who did what, and when.' })

const AuditAsked = z.object({
  ...pageQuery,
  user: Text.optional(),
  command: Text.optional().describe('A command, or all that begin so: `user.`'),
  object: Text.optional(),
  q: Text.optional().describe('Part of who, what, the object or the details.'),
  from: DayAsked.optional().describe('UTC.'),
  until: DayAsked.optional().describe('Included; UTC.'),
})

const AuditState = z
  .object({
    sound: z.boolean(),
    entries: z.string().describe('Entries up to the end, or up to where the chain breaks.'),
    head: z.string().nullable().describe('Hash of the last entry; null where the chain is broken.'),
    seq: z.string().nullable().describe('The entry at which it breaks.'),
    reason: z.enum(['missing', 'edited', 'cut']).nullable(),
  })
  .meta({ id: 'AuditCheck', description: 'Whether the audit trail is as it was written.' })

const getAudit = query(
  { id: 'listAudit', method: 'get', path: '/audit', tag, summary: 'The audit trail, the newest first.', may: 'audit.read', query: AuditAsked, reply: pageOf(AuditEntryView) },
  (read, { query: asked }) => auditPage(read, asked),
)

const getCheck = query(
  { id: 'checkAudit', method: 'get', path: '/audit/check', tag, summary: 'Walk the chain of the audit trail and say where it breaks.', may: 'audit.read', reply: AuditState },
  async (read) => {
    const check = await verifyAudit(read)
    return check.sound ? { ...check, seq: null, reason: null } : { ...check, head: null }
  },
)

/** Routes of the audit trail. */
export const auditRoutes: readonly Route[] = [getAudit, getCheck]

async function auditPage(read: Read, asked: z.output<typeof AuditAsked>) {
  const [last = null] = keyIn(asked.after, 1) ?? []
  if (last !== null && !/^\d{1,18}$/.test(String(last))) throw new Refusal('http.bad-page')
  const rows = await read.query<z.input<typeof AuditEntryView>>(sql`
    select audit.seq::text as seq, ${isoInstant(sql`at`)} as at, user_id as user, user_name as name, via, command, object, detail, ip, encode(hash, 'hex') as hash
    from app.audit where ${last === null ? sql`true` : sql`audit.seq < ${String(last)}::bigint`} and ${condition(asked)} order by audit.seq desc limit ${asked.limit + 1}`)
  return page(rows, asked.limit, { item: (row) => row, key: (row) => [row.seq] })
}

function condition({ user, command, object, q, from, until }: z.output<typeof AuditAsked>): Sql {
  const parts = [
    user === undefined ? undefined : sql`user_id = ${user}`,
    command === undefined ? undefined : sql`starts_with(command, ${command})`,
    object === undefined ? undefined : sql`object = ${object}`,
    q === undefined || q.trim() === '' ? undefined : sql`position(lower(${q.trim()}) in lower(concat_ws(' ', user_name, command, object, detail::text))) > 0`,
    from === undefined ? undefined : sql`at >= ${from}::date`,
    until === undefined ? undefined : sql`at < ${until}::date + 1`,
  ]
  return parts.reduce<Sql>((all, part) => (part === undefined ? all : sql`${all} and ${part}`), sql`true`)
}
