import { sql } from '../../base/sql.ts'
import type { Program } from '../../engine/ir.ts'
import type { Tx } from '../../store/types.ts'
import { type CompleteImport, sourceOf } from '../goals/import-targets.ts'
import { inBatches, ORG_LOCK } from '../org/import-people.ts'
import { loadDirectory } from '../org/queries.ts'
import { checkItems, type Pay, planPay } from './plan-pay.ts'
import type { PayRow } from './rows.ts'

interface StoredPay {
  readonly employee: string
  readonly item: string
  readonly from: string
  readonly amount: string
  readonly source: string | null
}

/** Bring the pay items of the company to the given rows: they are complete, so that an amount whose row is gone holds no more. */
export async function importPay(tx: Tx, rows: readonly PayRow[], program: Program): Promise<CompleteImport> {
  await tx.lock(ORG_LOCK)
  const { pay, problems } = planPay(rows, { directory: await loadDirectory(tx), currency: program.company.currency })
  if (problems.bad) return { diagnostics: problems.list, given: pay.length, changes: 0, removed: 0 }
  const stored = new Map((await storedPay(tx)).map((s) => [keyOf(s), s]))
  const kept = new Set(pay.map(keyOf))
  const gone = [...stored.values()].filter((s) => !kept.has(keyOf(s)))
  const differing = pay.filter((p) => stored.get(keyOf(p))?.amount !== p.amount || stored.get(keyOf(p))?.source !== sourceOf(p.row))
  await inBatches(
    tx,
    gone,
    (column) => sql`
    delete from app.pay where (employee_id, item, from_date) in
      (select e, i, f::date from unnest(${column((g) => g.employee)}, ${column((g) => g.item)}, ${column((g) => g.from)}) as g (e, i, f))`,
  )
  await write(tx, differing)
  const changed = differing.filter((p) => stored.get(keyOf(p))?.amount !== p.amount)
  return { diagnostics: [...problems.list, ...checkItems(program, pay)], given: pay.length, changes: changed.length + gone.length, removed: gone.length }
}

function storedPay(tx: Tx): Promise<StoredPay[]> {
  return tx.query<StoredPay>(sql`select employee_id as employee, item, from_date::text as from, trim_scale(amount)::text as amount, source from app.pay`)
}

const keyOf = (p: Pick<StoredPay, 'employee' | 'item' | 'from'>): string => JSON.stringify([p.employee, p.item, p.from])

async function write(tx: Tx, pay: readonly Pay[]): Promise<void> {
  await inBatches(
    tx,
    pay,
    (column) => sql`
    insert into app.pay (employee_id, item, from_date, amount, source) select e, i, f::date, a::numeric, s
    from unnest(${column((p) => p.employee)}, ${column((p) => p.item)}, ${column((p) => p.from)}, ${column((p) => p.amount)}, ${column((p) => sourceOf(p.row))}) as n (e, i, f, a, s)
    on conflict (employee_id, item, from_date) do update set amount = excluded.amount, source = excluded.source`,
  )
}
