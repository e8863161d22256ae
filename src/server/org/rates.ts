import type { Day } from '../../base/calendar.ts'
import { Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import type { Read, Tx } from '../../store/types.ts'
import { ORG_LOCK } from './import-people.ts'
import { planRates } from './import-rates.ts'

/** What one unit of a currency is worth in the company's, from a day on until the next of the currency. */
export interface Rate {
  readonly currency: string
  readonly day: Day
  /** Exact decimal as text. */
  readonly rate: string
}

/** Rates, the latest day first, those after one. */
export function listRates(read: Read, { after, limit }: { readonly after: readonly [day: string, currency: string] | null; readonly limit: number }): Promise<Rate[]> {
  const [day, currency] = after ?? [null, null]
  return read.query<Rate>(sql`
    select currency, day::text as day, trim_scale(rate)::text as rate from app.rate
    where ${day}::date is null or day < ${day}::date or (day = ${day}::date and currency > ${currency}::text collate "C")
    order by day desc, currency limit ${limit}::int`)
}

export async function countRates(read: Read): Promise<number> {
  return (await read.first<{ count: number }>(sql`select count(*)::int as count from app.rate`))?.count ?? 0
}

export interface RateEdit {
  readonly currency: string
  readonly day: Day
  /** What was seen there; another one by now is not overwritten. Null: none. */
  readonly seen: string | null
  /** As people write it; empty: none from then on. */
  readonly to: string
}

/** Set, replace or take away one rate. Answers what it was and is. Errors: `org.rate-changed-meanwhile`, `org.currency-invalid`, `org.rate-invalid`, `org.rate-not-positive`. */
export async function changeRate(
  tx: Tx,
  { currency: text, day, seen, to }: RateEdit,
): Promise<{ readonly currency: string; readonly before: string | null; readonly after: string | null }> {
  await tx.lock(ORG_LOCK)
  const gone = to.trim() === ''
  // A rate that goes is checked like one that comes, but for its number.
  const { rates, problems } = planRates([{ fields: { currency: text, date: day, rate: gone ? '1' : to }, file: '', line: 1 }])
  const [wrong] = problems.list
  const [planned] = rates
  if (wrong !== undefined || planned === undefined) throw new Refusal(wrong?.code ?? 'org.rate-invalid', wrong?.params ?? { value: to })
  const { currency } = planned
  const known = await tx.first<{ rate: string }>(sql`select trim_scale(rate)::text as rate from app.rate where currency = ${currency} and day = ${day}::date`)
  const before = known?.rate ?? null
  if (before !== seen) throw new Refusal('org.rate-changed-meanwhile', { currency, day, rate: before ?? '–' })
  const after = gone ? null : planned.rate
  if (after === null) await tx.run(sql`delete from app.rate where currency = ${currency} and day = ${day}::date`)
  else if (after !== before)
    await tx.run(
      sql`insert into app.rate (currency, day, rate) values (${currency}, ${day}::date, ${after}::numeric) on conflict (currency, day) do update set rate = excluded.rate`,
    )
  return { currency, before, after }
}
