import { ident, joinSql, type Sql, sql } from '../../base/sql.ts'
import type { Expr, PathStep, Program } from '../ir.ts'
import { walk } from '../walk.ts'
import type { Crediting, Touched } from './cells.ts'
import { emit, type Ground } from './expr.ts'
import { aliasOf, dataTable, fromClause, type RecordRows, recordRows, referenceKey } from './record.ts'

/** The name under which exchange rates stand among the datasets that a group of cells reads. */
export const RATES = '*rate'

/** What a group of cells or a set of keys reads, and how a change of it reaches the cells. */
export interface Dependencies {
  readonly dataset: string
  readonly splits: string | null
  /** Paths through references, each with the datasets on the way. */
  readonly paths: readonly (readonly PathStep[])[]
  /** Datasets that decide who counts a record, or on which day. */
  readonly placing: ReadonlySet<string>
  /** Keys of `first` and `earlier`: a change of one record may touch all that share them. */
  readonly seen: readonly Extract<Expr, { node: 'seen' }>[]
  /** Datasets that those keys and conditions pass through. */
  readonly seenThrough: ReadonlySet<string>
  readonly rates: boolean
}

export function dependenciesOf(crediting: Crediting, exprs: readonly (Expr | null)[]): Dependencies {
  const placers = [crediting.date, crediting.credit.owner, ...crediting.credit.overlays.map((o) => o.to)]
  const all = [...placers, ...exprs]
  const seen = collect(all, (e) => (e.node === 'seen' ? [e] : []))
  return {
    dataset: crediting.dataset,
    splits: crediting.credit.splits?.dataset ?? null,
    paths: unique(collect(all, (e) => (e.node === 'field' && e.path.length > 0 ? prefixes(e.path) : []))),
    placing: new Set(throughOf(placers)),
    seen,
    seenThrough: new Set(throughOf(seen)),
    rates: collect(all, (e) => (e.node === 'convert' ? [true] : [])).length > 0,
  }
}

function collect<T>(exprs: readonly (Expr | null)[], pick: (e: Expr) => readonly T[]): T[] {
  const found: T[] = []
  for (const e of exprs) walk(e, (inner) => found.push(...pick(inner)))
  return found
}

const throughOf = (exprs: readonly Expr[]): string[] => collect(exprs, (e) => (e.node === 'field' ? e.path.map((s) => s.dataset) : []))

function prefixes(path: readonly PathStep[]): (readonly PathStep[])[] {
  return path.map((_, i) => path.slice(0, i + 1))
}

function unique(paths: readonly (readonly PathStep[])[]): (readonly PathStep[])[] {
  return [...new Map(paths.map((p) => [JSON.stringify(p), p])).values()]
}

/** Every dataset (and RATES) whose changes matter. */
export function readBy(d: Dependencies): string[] {
  const through = d.paths.flatMap((p) => p.map((s) => s.dataset))
  return [...new Set([d.dataset, ...(d.splits === null ? [] : [d.splits]), ...through, ...(d.rates ? [RATES] : [])])]
}

/** Records newer than a change. */
export const changedSince =
  (change: string): Touched =>
  (rows) =>
    sql`${ident(rows.alias, '_change')} > ${change}::bigint`

/** Earlier versions that ended after a change. */
export const endedSince =
  (change: string): Touched =>
  (rows) =>
    sql`${ident(rows.alias, '_ended')} > ${change}::bigint`

/** Keys, as text, of the records of a dataset that changed: written, corrected or deleted. */
function changedKeys(dataset: string, key: Sql, change: string): Sql {
  const current = sql`select ${key}::text from ${dataTable(dataset)} as k where k._change > ${change}::bigint`
  const ended = sql`select ${key}::text from ${dataTable(dataset, 'history')} as k where k._ended > ${change}::bigint`
  return sql`${current} union all ${ended}`
}

/** Records that reach a changed record of `dataset` along one of the paths. */
export function reaching(program: Program, path: readonly PathStep[], change: string): Touched {
  const last = path.at(-1)
  if (last === undefined) throw new Error('an empty path')
  return (rows) => {
    const key = sql`k.${ident(referenceKey(program, last.dataset))}`
    return sql`${ident(aliasOf(rows, path.slice(0, -1)), last.field)}::text in (${changedKeys(last.dataset, key, change)})`
  }
}

/** Records whose shares of credit changed. */
export function sharesChanged(program: Program, crediting: Crediting, change: string): Touched {
  const splits = crediting.credit.splits
  if (splits === null) throw new Error('no splits')
  return (rows) => sql`${ident(rows.alias, referenceKey(program, rows.dataset))}::text in (${changedKeys(splits.dataset, sql`k.${ident(splits.record)}`, change)})`
}

/** Records that share the keys of a `first` or `earlier` with a record that changed and are not before it: what came earlier does not look ahead. */
export function neighbours(program: Program, seen: Extract<Expr, { node: 'seen' }>, dataset: string, change: string): Touched {
  return (rows) => {
    const on: Ground = { kind: 'record', rows }
    const same = seen.keys.map((k, i) => sql`${emit(k, on)} = n.${ident(`k${i}`)}`)
    const source = (part: 'current' | 'history'): Sql => keysOfChanged(program, { seen, dataset, part, change }, rows.names)
    return sql`exists (select 1 from (${source('current')} union all ${source('history')}) as n where ${joinSql(same, ' and ')} and n.day <= ${emit(seen.date, on)})`
  }
}

function keysOfChanged(
  program: Program,
  of: { seen: Extract<Expr, { node: 'seen' }>; dataset: string; part: 'current' | 'history'; change: string },
  names: RecordRows['names'],
): Sql {
  const rows = recordRows(program, of.dataset, names)
  const ground: Ground = { kind: 'record', rows }
  const day = emit(of.seen.date, ground)
  rows.day = day
  const keys = of.seen.keys.map((k, i) => sql`${emit(k, ground)} as ${ident(`k${i}`)}`)
  const touched = of.part === 'current' ? changedSince(of.change)(rows) : endedSince(of.change)(rows)
  return sql`select ${joinSql(keys, ', ')}, ${day} as day from ${fromClause(rows, of.part)} where ${touched}`
}
