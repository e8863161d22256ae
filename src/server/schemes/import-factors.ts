import { sql } from '../../base/sql.ts'
import type { Read, Tx } from '../../store/types.ts'
import { type CompleteImport, sourceOf } from '../goals/import-targets.ts'
import { buildDirectory } from '../org/directory.ts'
import { inBatches, ORG_LOCK } from '../org/import-people.ts'
import { type Factor, type FactorWorld, planFactors } from './plan-factors.ts'
import type { FactorRow } from './rows.ts'

interface StoredFactor {
  readonly period: string
  readonly unit: string
  readonly scheme: string
  readonly line: string
  readonly factor: string
  readonly reason: string
  readonly by: string
  readonly source: string | null
}

/** Bring the factors of the company to the given rows: they are complete, so that a factor whose row is gone counts no more. */
export async function importFactors(tx: Tx, rows: readonly FactorRow[], world: Omit<FactorWorld, 'units'>): Promise<CompleteImport> {
  await tx.lock(ORG_LOCK)
  const units = await tx.query<{ id: string; name: string }>(sql`select unit_id as id, name from app.unit`)
  const { factors, problems } = planFactors(rows, { ...world, units: buildDirectory(units.map((u) => ({ ...u, aliases: [] }))) })
  if (problems.bad) return { diagnostics: problems.list, given: factors.length, changes: 0, removed: 0 }
  const stored = new Map((await storedFactors(tx)).map((s) => [keyOf(s), s]))
  const wanted = factors.map(asStored)
  const kept = new Set(wanted.map(keyOf))
  const gone = [...stored.values()].filter((s) => !kept.has(keyOf(s)))
  const differing = wanted.filter((w) => JSON.stringify(stored.get(keyOf(w))) !== JSON.stringify(w))
  await inBatches(
    tx,
    gone,
    (column) => sql`
    delete from app.factor where (period, unit_id, scheme, line) in
      (select * from unnest(${column((g) => g.period)}, ${column((g) => g.unit)}, ${column((g) => g.scheme)}, ${column((g) => g.line)}))`,
  )
  await write(tx, differing)
  const moved = differing.filter((w) => JSON.stringify({ ...stored.get(keyOf(w)), source: w.source }) === JSON.stringify(w))
  return { diagnostics: problems.list, given: factors.length, changes: differing.length - moved.length + gone.length, removed: gone.length }
}

function storedFactors(read: Read): Promise<StoredFactor[]> {
  return read.query<StoredFactor>(sql`select period, unit_id as unit, scheme, line, trim_scale(factor)::text as factor, reason, entered_by as "by", source from app.factor`)
}

const keyOf = (f: Pick<StoredFactor, 'period' | 'unit' | 'scheme' | 'line'>): string => JSON.stringify([f.period, f.unit, f.scheme, f.line])

/** With the keys in the order of the query, so that two of them compare as text. */
function asStored({ period, unit, scheme, line, factor, reason, by, row }: Factor): StoredFactor {
  return { period: period.id, unit, scheme, line, factor, reason, by, source: sourceOf(row) }
}

async function write(tx: Tx, factors: readonly StoredFactor[]): Promise<void> {
  await inBatches(
    tx,
    factors,
    (column) => sql`
    insert into app.factor (period, unit_id, scheme, line, factor, reason, entered_by, source)
    select p, u, s, l, f::numeric, r, b, source
    from unnest(${column((f) => f.period)}, ${column((f) => f.unit)}, ${column((f) => f.scheme)}, ${column((f) => f.line)}, ${column((f) => f.factor)}, ${column((f) => f.reason)},
      ${column((f) => f.by)}, ${column((f) => f.source)}) as n (p, u, s, l, f, r, b, source)
    on conflict (period, unit_id, scheme, line) do update set factor = excluded.factor, reason = excluded.reason, entered_by = excluded.entered_by, source = excluded.source`,
  )
}
