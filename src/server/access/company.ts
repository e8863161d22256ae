import type { Day } from '../../base/calendar.ts'
import { dayInZone } from '../../base/calendar.ts'
import { sql } from '../../base/sql.ts'
import { type CompanyDocument, CompanySchema } from '../../engine/documents/company.ts'
import type { Read, Tx } from '../../store/types.ts'

/** Time zone of a company whose documents are not there yet; the default of company.yaml. */
const DEFAULT_ZONE = 'Asia/Shanghai'

/** The company's document in force; null before a plan was applied. */
export async function companyDocument(read: Read): Promise<CompanyDocument | null> {
  const row = await read.first<{ body: unknown }>(sql`select body from app.document where kind = 'company' order by version desc limit 1`)
  return row === undefined ? null : (CompanySchema.safeParse(row.body).data ?? null)
}

/** Today in the company's time zone. */
export async function todayOf(read: Read, now: Date): Promise<Day> {
  const row = await read.first<{ zone: string | null }>(sql`select body ->> 'timezone' as zone from app.document where kind = 'company' order by version desc limit 1`)
  return dayIn(row?.zone ?? null, now)
}

/** The day of an instant in a zone; null: no company says one. */
export function dayIn(zone: string | null, now: Date): Day {
  return dayInZone(now.toISOString(), zone ?? DEFAULT_ZONE)
}

/** Whether this is the demo company, in which anybody may look around as anybody. */
export async function isDemo(read: Read): Promise<boolean> {
  const row = await read.first<{ demo: boolean }>(sql`select value = 'true' as demo from app.setting where name = 'demo'`)
  return row?.demo === true
}

/** Say that this is the demo company. Only what loads the shipped company says so; applying a plan does not. */
export async function markDemo(tx: Tx): Promise<void> {
  await tx.run(sql`insert into app.setting (name, value) values ('demo', 'true') on conflict (name) do update set value = excluded.value, changed_at = now()`)
}
