import type { Day } from '../../base/calendar.ts'
import { dec } from '../../base/decimal.ts'
import { type Diagnostic, Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import { isoInstant } from '../../store/instants.ts'
import type { Read, Tx } from '../../store/types.ts'
import { isVisible, seesAll, visible } from '../access/visible.ts'
import type { Who } from '../http/who.ts'
import type { LoadedProgram } from '../measures/queries.ts'
import { ORG_LOCK } from '../org/import-people.ts'
import { checkText, Problems, parseDay } from '../org/rows.ts'
import { BEGINNING } from '../org/stretches.ts'
import { itemsRead, readAmount } from './plan-pay.ts'

/** An amount of a pay item, from a day (null: since ever) until the next one of the same item begins. */
export interface PayItem {
  readonly employee: string
  readonly name: string
  readonly unitName: string | null
  readonly item: string
  readonly from: Day | null
  readonly until: Day | null
  readonly amount: string
  /** past · current · future: whether it holds today. */
  readonly state: 'past' | 'current' | 'future'
}

/** What everybody one sees is paid by contract, the newest amount of an item first. */
export function payItems(read: Read, { who, today }: { readonly who: Who; readonly today: Day }): Promise<PayItem[]> {
  return read.query<PayItem>(sql`
    select p.employee_id as employee, e.name, u.name as "unitName", p.item, nullif(p.from_date, '-infinity')::text as "from", p.next::text as until, trim_scale(p.amount)::text as amount,
      case when p.from_date > ${today}::date then 'future' when p.next <= ${today}::date then 'past' else 'current' end as state
    from (select employee_id, item, from_date, amount, lead(from_date) over (partition by employee_id, item order by from_date) as next from app.pay
      where ${isVisible(sql`employee_id`, who, 'pay.read', today)}) as p
    join app.employee as e on e.employee_id = p.employee_id
    left join app.assignment as a on a.employee_id = p.employee_id and a.from_date <= ${today}::date and a.until_date > ${today}::date
    left join app.unit as u on u.unit_id = a.unit_id
    order by p.employee_id, p.item, p.from_date desc`)
}

/** Names of items: those that plans read, then whatever else people have. */
export async function payItemNames(read: Read, { program }: Pick<LoadedProgram, 'program'>): Promise<{ item: string; read: boolean }[]> {
  const asked = itemsRead(program)
  const rows = await read.query<{ item: string }>(sql`select distinct item from app.pay order by item`)
  return [...[...asked.keys()].map((item) => ({ item, read: true })), ...rows.filter((row) => !asked.has(row.item)).map(({ item }) => ({ item, read: false }))]
}

/** An amount as somebody saw it and as it shall be. */
export interface PayEdit {
  readonly employee: string
  readonly item: string
  /** As people write days; empty: since ever. */
  readonly from: string
  /** The amount that was seen; null: none. */
  readonly seen: string | null
  /** As people write it; empty: none any more. */
  readonly to: string
}

interface ReadEdit {
  readonly employee: string
  readonly item: string
  readonly from: string
  readonly amount: string | null
}

/**
 * Set pay items: all of them or none. An amount that somebody else changed since it was seen is not overwritten.
 * Errors: `access.not-visible`; `incentives.pay-invalid` with a finding an edit; `incentives.changed-meanwhile` with one that says who changed it.
 */
export async function changePay(
  tx: Tx,
  rules: LoadedProgram,
  edits: readonly PayEdit[],
  changing: { readonly who: Who; readonly today: Day; readonly reason: string },
): Promise<number> {
  const { who, today, reason } = changing
  await tx.lock(ORG_LOCK)
  const writes = await payWritableBy(tx, who, today)
  if (edits.some((edit) => !writes(edit.employee))) throw new Refusal('access.not-visible')
  const wanted = edits.map((edit, at) => readEdit(edit, at, rules.company.currency))
  const details = wanted.flatMap(({ problems }) => problems)
  if (details.length > 0) throw new Refusal('incentives.pay-invalid', { count: details.length }, { details })
  const rows = wanted.map(({ edit }) => edit)
  const stored = await storedAmounts(tx, rows)
  await refuseConflicts(tx, edits, { rows, stored })
  const changed = rows.filter((row) => !same(stored.get(keyOf(row)) ?? null, row.amount))
  await tx.run(sql`select set_config('heng.change', ${JSON.stringify({ user: who.user, name: who.name, reason })}, true)`)
  for (const { employee, item, from, amount } of changed) {
    if (amount === null) await tx.run(sql`delete from app.pay where employee_id = ${employee} and item = ${item} and from_date = ${from}::date`)
    else
      await tx.run(sql`
        insert into app.pay (employee_id, item, from_date, amount, source) select ${employee}, ${item}, ${from}::date, ${amount}::numeric, null where exists (select 1 from app.employee where employee_id = ${employee})
        on conflict (employee_id, item, from_date) do update set amount = excluded.amount, source = null`)
  }
  return changed.length
}

/** Whose pay items somebody may set, and who there is. */
export async function payWritableBy(read: Read, who: Who, today: Day): Promise<(employee: string) => boolean> {
  const of = seesAll(who, 'pay.write')
    ? sql`select employee_id as id from app.employee`
    : sql`select v.employee_id as id from (${visible(who, 'pay.write', today)}) as v (employee_id)`
  const found = new Set((await read.query<{ id: string }>(of)).map((row) => row.id))
  return (employee) => found.has(employee)
}

function readEdit(edit: PayEdit, at: number, currency: string): { edit: ReadEdit; problems: Diagnostic[] } {
  const problems = new Problems()
  const row = { fields: { employee: edit.employee, item: edit.item.trim(), amount: edit.to, from: edit.from.trim() }, file: '', line: at + 1 }
  const from = row.fields.from === '' ? BEGINNING : parseDay(row.fields.from)
  const told: Diagnostic[] = []
  const params = { employee: edit.employee, item: edit.item.slice(0, 80), value: edit.to.slice(0, 40), from: edit.from.slice(0, 40) }
  const tell = (code: string, field: string) => told.push({ code, severity: 'error', place: { path: ['edits', at, field] }, params })
  if (from === undefined) tell('incentives.edit-day', 'from')
  if (row.fields.item === '' || !checkText(row, 'item', problems)) tell('incentives.edit-item', 'item')
  const amount = edit.to.trim() === '' ? null : readAmount(row, currency, problems)
  if (amount === null && edit.to.trim() !== '') tell('incentives.edit-amount', 'to')
  return { edit: { employee: edit.employee, item: row.fields.item, from: from ?? BEGINNING, amount }, problems: told }
}

const keyOf = (row: { readonly employee: string; readonly item: string; readonly from: string }): string => JSON.stringify([row.employee, row.item, row.from])
const same = (a: string | null, b: string | null): boolean => (a === null || b === null ? a === b : dec(a).eq(dec(b)))

async function storedAmounts(read: Read, rows: readonly ReadEdit[]): Promise<Map<string, string>> {
  const people = [...new Set(rows.map((row) => row.employee))]
  const found = await read.query<{ employee: string; item: string; from: string; amount: string }>(
    sql`select employee_id as employee, item, from_date::text as "from", trim_scale(amount)::text as amount from app.pay where employee_id = any(${people}::text[])`,
  )
  return new Map(found.map((row) => [keyOf(row), row.amount]))
}

async function refuseConflicts(
  read: Read,
  edits: readonly PayEdit[],
  { rows, stored }: { readonly rows: readonly ReadEdit[]; readonly stored: ReadonlyMap<string, string> },
): Promise<void> {
  const details: Diagnostic[] = []
  for (const [at, row] of rows.entries()) {
    const [now, seen] = [stored.get(keyOf(row)) ?? null, edits[at]?.seen ?? null]
    if (same(now, seen) || same(now, row.amount)) continue
    const last = await read.first<{ name: string | null; at: string }>(sql`
      select user_name as name, ${isoInstant(sql`changed_at`)} as at from app.pay_change where employee_id = ${row.employee} and item = ${row.item} and from_date = ${row.from}::date order by seq desc limit 1`)
    const params = { employee: row.employee, item: row.item, seen: seen ?? '–', now: now ?? '–', name: last?.name ?? '', at: last?.at ?? '' }
    details.push({ code: last?.name == null ? 'incentives.pay-changed' : 'incentives.pay-changed-by', severity: 'error', place: { path: ['edits', at, 'seen'] }, params })
  }
  if (details.length > 0) throw new Refusal('incentives.changed-meanwhile', { count: details.length }, { details })
}

export interface PayChange {
  readonly seq: string
  readonly at: string
  /** Null: by the command line. */
  readonly by: string | null
  readonly item: string
  readonly from: Day | null
  readonly before: string | null
  readonly after: string | null
  readonly reason: string
  readonly source: string | null
}

/** Changes shown of one person. */
const HISTORY_ROWS = 100

export function payHistory(read: Read, employee: string): Promise<PayChange[]> {
  return read.query<PayChange>(sql`
    select c.seq::text as seq, ${isoInstant(sql`c.changed_at`)} as at, c.user_name as by, c.item, nullif(c.from_date, '-infinity')::text as "from", trim_scale(c.before)::text as before,
      trim_scale(c.after)::text as after, c.reason, c.source
    from app.pay_change as c where c.employee_id = ${employee} order by c.seq desc limit ${HISTORY_ROWS}::int`)
}
