import { z } from 'zod'
import { addDays, type Day } from '../../base/calendar.ts'
import { sql } from '../../base/sql.ts'
import type { Tx } from '../../store/types.ts'
import { todayOf } from '../access/company.ts'
import { lastBody } from '../measures/documents.ts'
import type { DocumentName } from '../plan/publish.ts'

/** Rules that came into force, or went out of it, in one go. */
export interface RulesChanged {
  readonly documents: readonly DocumentName[]
  /** Null: the command line. */
  readonly by: { readonly user: string; readonly name: string } | null
  readonly now: Date
}

/** What of a document says whom it is for, and when. */
const For = z.object({
  role: z
    .union([z.string(), z.array(z.string())])
    .transform((role) => [role].flat())
    .nullish(),
  from: z.string().nullish(),
  until: z.string().nullish(),
})

/**
 * Tell the people to whom schemes and incentive plans apply that they were published or withdrawn: one notification for each person, whatever the number of documents. Who holds a role today is
 * told, of rules that begin later who will hold it that day. Whoever published them knows.
 */
export async function tellRules(tx: Tx, { documents, by, now }: RulesChanged): Promise<void> {
  const today = await todayOf(tx, now)
  for (const { kind, id } of documents) {
    if (kind !== 'scheme' && kind !== 'incentive') continue
    const newest = await tx.first<{ version: number; gone: boolean }>(
      sql`select version, body is null as gone from app.document where kind = ${kind} and id = ${id} order by version desc limit 1`,
    )
    const about = For.safeParse(await lastBody(tx, kind, id)).data
    if (newest === undefined || about === undefined) continue
    const params = { kind, id, version: String(newest.version), from: about.from ?? null, withdrawn: newest.gone ? 'true' : null, by: by?.name ?? null, count: '1' }
    const roles = about.role ?? null
    const day = dayOf(about, today)
    await tx.run(sql`
      insert into app.notification (user_id, kind, object, params)
      select u.user_id, 'rules', ${kind} || '/' || app.uri_part(${id}), ${JSON.stringify(params)}::jsonb || jsonb_build_object('change', app.this_change())
      from app.user u
      where u.disabled_at is null and u.user_id::text is distinct from ${by?.user ?? null}
        and exists (select 1 from app.assignment a where a.employee_id = u.employee_id and a.from_date <= ${day}::date and a.until_date > ${day}::date
          and (${roles}::text[] is null or a.role = any(${roles}::text[])))
        and not exists (select 1 from app.notification_off o where o.user_id = u.user_id and o.kind = 'rules')
      order by u.user_id
      on conflict (user_id, kind, (params ->> 'change')) where kind in ('target', 'rules')
      do update set params = notification.params || jsonb_build_object('count', ((notification.params ->> 'count')::int + 1)::text)`)
  }
}

/** The day on which the people of rules are looked for: today, or the first or last of their own days. */
function dayOf({ from, until }: z.output<typeof For>, today: Day): Day {
  if (from != null && from > today) return from
  return until != null && until <= today ? addDays(until, -1) : today
}
