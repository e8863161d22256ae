import { sql } from '../../base/sql.ts'
import { isoInstant } from '../../store/instants.ts'
import type { Read, Tx } from '../../store/types.ts'

/** What somebody can be told. */
export const NOTICE_KINDS = ['mention', 'job', 'score', 'target', 'rules'] as const

export type NoticeKind = (typeof NOTICE_KINDS)[number]

export interface NoticeRow {
  readonly id: string
  readonly kind: NoticeKind
  readonly object: string
  readonly params: Readonly<Record<string, string | null>>
  readonly at: string
  readonly read: boolean
}

/** Notifications of a user, the newest first, from the one before `before`. */
export function listNotices(
  read: Read,
  user: string,
  { before, unread, limit }: { readonly before: string | null; readonly unread: boolean; readonly limit: number },
): Promise<NoticeRow[]> {
  return read.query<NoticeRow>(sql`
    select notification_id::text as id, kind, object, params, ${isoInstant(sql`at`)} as at, read_at is not null as read from app.notification
    where user_id = ${user}::int and (${before}::bigint is null or notification_id < ${before}::bigint) and (not ${unread}::boolean or read_at is null)
    order by notification_id desc limit ${limit}::int`)
}

/** How many are unread, counted no further than a badge shows. */
export async function unreadCount(read: Read, user: string, most: number): Promise<number> {
  const row = await read.first<{ count: number }>(sql`
    select count(*)::int as count from (select from app.notification where user_id = ${user}::int and read_at is null limit ${most}::int) as n`)
  return row?.count ?? 0
}

/** Mark as read: those named, or all up to one. Answers how many were unread. */
export function markRead(tx: Tx, user: string, { ids, upTo, now }: { readonly ids: readonly string[]; readonly upTo: string | null; readonly now: Date }): Promise<number> {
  return tx.run(sql`
    update app.notification set read_at = ${now.toISOString()}::timestamptz
    where user_id = ${user}::int and read_at is null and (notification_id::text = any(${[...ids]}::text[]) or notification_id <= ${upTo}::bigint)`)
}

export async function kindsOff(read: Read, user: string): Promise<readonly string[]> {
  const rows = await read.query<{ kind: string }>(sql`select kind from app.notification_off where user_id = ${user}::int order by kind`)
  return rows.map((row) => row.kind)
}

export async function setKindsOff(tx: Tx, user: string, off: readonly NoticeKind[]): Promise<void> {
  await tx.run(sql`delete from app.notification_off where user_id = ${user}::int`)
  await tx.run(sql`insert into app.notification_off (user_id, kind) select ${user}::int, k from (select distinct unnest(${[...off]}::text[]) as k) as d`)
}

/** Characters of a comment that a notification shows. */
const SHOWN = 200

/** Tell those whom a comment names, but for the one who wrote it. */
export async function tellMentioned(
  tx: Tx,
  { comment, object, by, text, mentions }: { readonly comment: string; readonly object: string; readonly by: string; readonly text: string; readonly mentions: readonly string[] },
): Promise<void> {
  const params = JSON.stringify({ by, comment, text: [...text].slice(0, SHOWN).join('') })
  await tx.run(sql`
    insert into app.notification (user_id, kind, object, params)
    select m::int, 'mention', ${object}, ${params}::jsonb from (select distinct unnest(${[...mentions]}::text[]) as m) as d
    where not exists (select 1 from app.notification_off o where o.user_id = m::int and o.kind = 'mention')`)
}

/**
 * Tell users whose own score a run made another than the run before it of the same period. While one has not looked, there is one notification, from the score seen last;
 * a score that came back to it is no news any more.
 */
export async function tellScores(tx: Tx, run: string): Promise<void> {
  const first = await tx.run(sql`insert into app.notification_run (run_id) values (${run}::bigint) on conflict do nothing`)
  if (first === 0) return
  await tx.run(sql`
    with this as (select run_id, period from calc.run where run_id = ${run}::bigint),
    before as (select max(r.run_id) as run_id from calc.run r join this on r.period = this.period and r.run_id < this.run_id),
    changed as (
      select u.user_id, n.employee_id, this.period, o.score::text as "from", n.score::text as "to"
      from this join calc.score n on n.run_id = this.run_id join before on true join calc.score o on o.run_id = before.run_id and o.employee_id = n.employee_id
      join app.user u on u.employee_id = n.employee_id and u.disabled_at is null
      where o.score is distinct from n.score and not exists (select 1 from app.notification_off x where x.user_id = u.user_id and x.kind = 'score'))
    insert into app.notification (user_id, kind, object, params)
    select user_id, 'score', 'score/' || app.uri_part(employee_id) || '/' || app.uri_part(period), jsonb_build_object('period', period, 'from', "from", 'to', "to", 'run', ${run}::text) from changed
    on conflict (user_id, object) where kind = 'score' and read_at is null
    do update set at = clock_timestamp(), params = excluded.params || jsonb_build_object('from', notification.params -> 'from')`)
  await tx.run(sql`delete from app.notification where kind = 'score' and read_at is null and params ->> 'from' is not distinct from params ->> 'to'`)
}
