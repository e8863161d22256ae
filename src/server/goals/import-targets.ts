import { sql } from '../../base/sql.ts'
import type { Read, Tx } from '../../store/types.ts'
import { inBatches, ORG_LOCK, type OrgImport } from '../org/import-people.ts'
import { loadDirectory } from '../org/queries.ts'
import { planTargets, type TargetWorld } from './plan-targets.ts'
import type { TargetRow } from './rows.ts'
import { LEVELS, type Target } from './target.ts'

/** What an import of rows that are complete said and did: rows that are no longer in the file were removed. */
export interface CompleteImport extends OrgImport {
  readonly removed: number
}

interface StoredTarget {
  readonly employee: string
  readonly measure: string
  readonly period: string
  readonly target: string | null
  readonly stretch: string | null
  readonly challenge: string | null
  readonly dates: string
  readonly source: string | null
}

/**
 * Bring the targets of the company to the given rows: they are complete, so that a target whose row is gone is asked of nobody any more.
 * `changes` counts targets that are new, other than before, or removed; moving a row within the file is none.
 */
export async function importTargets(tx: Tx, rows: readonly TargetRow[], world: Omit<TargetWorld, 'directory'>): Promise<CompleteImport> {
  await tx.lock(ORG_LOCK)
  const { targets, problems } = planTargets(rows, { ...world, directory: await loadDirectory(tx) })
  if (problems.bad) return { diagnostics: problems.list, given: targets.length, changes: 0, removed: 0 }
  const stored = new Map((await storedTargets(tx)).map((s) => [keyOf(s), s]))
  const wanted = targets.map((t) => ({ target: t, as: asStored(t) }))
  const kept = new Set(wanted.map(({ as }) => keyOf(as)))
  const gone = [...stored.values()].filter((s) => !kept.has(keyOf(s)))
  const differing = wanted.filter(({ as }) => JSON.stringify(stored.get(keyOf(as))) !== JSON.stringify(as))
  await remove(tx, gone)
  await writeTargets(
    tx,
    differing.map(({ target }) => target),
    sourceOf,
  )
  const moved = differing.filter(({ as }) => JSON.stringify({ ...stored.get(keyOf(as)), source: as.source }) === JSON.stringify(as))
  return { diagnostics: problems.list, given: targets.length, changes: differing.length - moved.length + gone.length, removed: gone.length }
}

function storedTargets(read: Read): Promise<StoredTarget[]> {
  return read.query<StoredTarget>(sql`
    select employee_id as employee, measure, period, trim_scale(target)::text as target, trim_scale(stretch)::text as stretch, trim_scale(challenge)::text as challenge,
      kind || ' ' || from_date::text || ' ' || until_date::text as dates, source
    from app.target`)
}

const keyOf = (t: Pick<StoredTarget, 'employee' | 'measure' | 'period'>): string => JSON.stringify([t.employee, t.measure, t.period])

/** With the keys in the order of the query, so that two of them compare as text. */
function asStored({ employee, measure, period, levels, row }: Target): StoredTarget {
  const { target, stretch, challenge } = levels
  const dates = `${period.kind} ${period.from} ${period.until}`
  return { employee, measure: measure.measure, period: period.id, target, stretch, challenge, dates, source: sourceOf(row) }
}

/** The file a row came from, without its folder and line: the same rows in another order, or another copy of the folder, are the same inputs of a run. */
export function sourceOf(row: { readonly file: string }): string {
  return row.file.split(/[\\/]/).at(-1) ?? row.file
}

async function remove(tx: Tx, gone: readonly StoredTarget[]): Promise<void> {
  await inBatches(
    tx,
    gone,
    (column) => sql`
    delete from app.target where (employee_id, measure, period) in
      (select * from unnest(${column((g) => g.employee)}, ${column((g) => g.measure)}, ${column((g) => g.period)}))`,
  )
}

/** Set targets. `source`: the file a row came from; null where they were typed in. */
export async function writeTargets(tx: Tx, targets: readonly Target[], source: typeof sourceOf | null): Promise<void> {
  await inBatches(
    tx,
    targets,
    (column) => sql`
    insert into app.target (employee_id, measure, period, kind, from_date, until_date, target, stretch, challenge, source)
    select e, m, p, k, f::date, u::date, nullif(target, '')::numeric, nullif(stretch, '')::numeric, nullif(challenge, '')::numeric, nullif(source, '')
    from unnest(${column((t) => t.employee)}, ${column((t) => t.measure.measure)}, ${column((t) => t.period.id)}, ${column((t) => t.period.kind)}, ${column((t) => t.period.from)},
      ${column((t) => t.period.until)}, ${column((t) => t.levels[LEVELS[0]])}, ${column((t) => t.levels[LEVELS[1]])}, ${column((t) => t.levels[LEVELS[2]])}, ${column((t) => source?.(t.row) ?? null)})
      as n (e, m, p, k, f, u, target, stretch, challenge, source)
    on conflict (employee_id, measure, period) do update set kind = excluded.kind, from_date = excluded.from_date, until_date = excluded.until_date,
      target = excluded.target, stretch = excluded.stretch, challenge = excluded.challenge, source = excluded.source`,
  )
}
