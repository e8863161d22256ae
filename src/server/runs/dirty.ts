import type { Day } from '../../base/calendar.ts'
import { DIRTY_FEW, DIRTY_SHARE } from '../../base/limits.ts'
import { ident, joinSql, type Sql, sql } from '../../base/sql.ts'
import type { Program } from '../../engine/ir.ts'
import { type Crediting, selectTouchedCells, type Touched } from '../../engine/sql/cells.ts'
import { changedSince, type Dependencies, endedSince, neighbours, RATES, reaching, sharesChanged } from '../../engine/sql/dependencies.ts'
import { dataTable } from '../../engine/sql/record.ts'
import type { Tx } from '../../store/types.ts'

/** Newest change of every dataset, and of the rates under RATES, as whole-number text. */
export type Changes = Readonly<Record<string, string>>

/** What has to be computed again: nothing, everything, or the cells that some records belong to. */
export type Dirt =
  | { readonly kind: 'none' }
  | { readonly kind: 'all' }
  | { readonly kind: 'cells'; readonly records: readonly TouchedPart[]; readonly appendedOnly: Touched | null }

interface TouchedPart {
  readonly part: 'current' | 'history'
  readonly touched: Touched
}

interface Question {
  readonly program: Program
  readonly crediting: Crediting
  readonly dependencies: Dependencies
  readonly seen: Changes
  readonly now: Changes
}

export async function currentChanges(tx: Tx): Promise<Changes> {
  const rows = await tx.query<{ part: string; change: string }>(
    sql`select dataset as part, change::text from app.dataset_state union all select ${RATES}::text, change::text from app.org_state where part = 'rate'`,
  )
  return Object.fromEntries(rows.map((r) => [r.part, r.change]))
}

const at = (changes: Changes, part: string): string => changes[part] ?? '0'

/**
 * What the changes between two moments make dirty. Careful rather than clever: where the old place of a record
 * cannot be told from what is stored (its owner or day came from another record that was corrected), everything is computed again.
 */
export async function dirtOf(tx: Tx, q: Question): Promise<Dirt> {
  const moved = new Set([...changedParts(q)])
  if (moved.size === 0) return { kind: 'none' }
  if (moved.has(RATES)) return { kind: 'all' }
  if ([...moved].some((d) => q.dependencies.seenThrough.has(d))) return { kind: 'all' }
  for (const d of moved) if (q.dependencies.placing.has(d) && (await mayHaveMoved(tx, q, d))) return { kind: 'all' }
  const own = q.crediting.dataset
  if (moved.has(own) && (await changedMuch(tx, own, at(q.seen, own)))) return { kind: 'all' }
  const appended = moved.size === 1 && moved.has(own) && standAlone(q) && !(await wasCorrected(tx, own, at(q.seen, own)))
  return { kind: 'cells', records: touchedParts(q, moved), appendedOnly: appended ? changedSince(at(q.seen, own)) : null }
}

/** Whether a new record leaves what earlier ones of its dataset count as it was: none looks at another, along a reference or as the first of its key. */
function standAlone({ crediting, dependencies: d }: Question): boolean {
  return d.seen.length === 0 && d.splits !== crediting.dataset && !d.paths.some((path) => path.some((step) => step.dataset === crediting.dataset))
}

function changedParts(q: Question): string[] {
  const d = q.dependencies
  const parts = [d.dataset, ...(d.splits === null ? [] : [d.splits]), ...d.paths.flatMap((p) => p.map((s) => s.dataset)), ...(d.rates ? [RATES] : [])]
  return [...new Set(parts)].filter((p) => at(q.seen, p) !== at(q.now, p))
}

function touchedParts(q: Question, moved: ReadonlySet<string>): TouchedPart[] {
  const { program, crediting, dependencies: d, seen } = q
  const parts: TouchedPart[] = []
  if (moved.has(d.dataset)) {
    const change = at(seen, d.dataset)
    parts.push({ part: 'current', touched: changedSince(change) }, { part: 'history', touched: endedSince(change) })
    for (const s of d.seen) parts.push({ part: 'current', touched: neighbours(program, s, d.dataset, change) })
  }
  if (d.splits !== null && moved.has(d.splits)) parts.push({ part: 'current', touched: sharesChanged(program, crediting, at(seen, d.splits)) })
  for (const path of d.paths) {
    const last = path.at(-1)
    if (last !== undefined && moved.has(last.dataset)) parts.push({ part: 'current', touched: reaching(program, path, at(seen, last.dataset)) })
  }
  return parts
}

/** Whether records may have had another owner or day before a dataset on the way to it changed. A new version of a dated record replaces an older one. */
async function mayHaveMoved(tx: Tx, q: Question, dataset: string): Promise<boolean> {
  return q.program.datasets[dataset]?.effective != null || (await wasCorrected(tx, dataset, at(q.seen, dataset)))
}

async function wasCorrected(tx: Tx, dataset: string, change: string): Promise<boolean> {
  const row = await tx.first<{ any: boolean }>(sql`select exists (select 1 from ${dataTable(dataset, 'history')} as h where h._ended > ${change}::bigint) as any`)
  return row?.any === true
}

/** With a large part of the records new, one pass over all of them is quicker than many small ones. */
async function changedMuch(tx: Tx, dataset: string, change: string): Promise<boolean> {
  const row = await tx.first<{ changed: string; rows: string }>(
    sql`select (select count(*) from ${dataTable(dataset)} as r where r._change > ${change}::bigint)::text as changed, rows::text from app.dataset_state where dataset = ${dataset}`,
  )
  return row !== undefined && Number(row.changed) > Math.max(DIRTY_FEW, DIRTY_SHARE * Number(row.rows))
}

/** Write who counts something else on which of these days into a new temporary table (employee_id, day); answers how many. */
export async function listDirtyDays(tx: Tx, q: Question, dirt: Extract<Dirt, { kind: 'cells' }>, into: { table: string; from: Day; until: Day }): Promise<number> {
  const selects: Sql[] = dirt.records.map((r) => selectTouchedCells(q.program, q.crediting, r.part, r.touched))
  await tx.run(sql`create temporary table ${ident(into.table)} (employee_id text collate "C" not null, day date not null) on commit drop`)
  const all = joinSql(
    selects.map((s) => sql`(${s})`),
    ' union ',
  )
  const count = await tx.run(
    sql`insert into ${ident(into.table)} select x.employee_id, x.day from (${all}) as x where x.day >= ${into.from}::date and x.day < ${into.until}::date group by 1, 2`,
  )
  await tx.run(sql`analyze ${ident(into.table)}`)
  return count
}
