import { ident, type Sql, sql } from '../../base/sql.ts'
import type { PathStep, Program } from '../ir.ts'

/**
 * The rows of one dataset under an alias, with the joins that the expressions over them ask for.
 * References become left joins, each path once; a dated reference takes the version that was valid on the record's day.
 */
export interface RecordRows {
  readonly program: Program
  readonly dataset: string
  readonly alias: string
  /** The record's day as SQL, for dated references; null where the date itself is being compiled. */
  day: Sql | null
  readonly joins: Map<string, { alias: string; join: Sql }>
  /** Numbers aliases across nested queries, so that none hides another. */
  readonly names: { next: number }
}

export function recordRows(program: Program, dataset: string, names = { next: 1 }): RecordRows {
  const alias = `r${names.next++}`
  return { program, dataset, alias, day: null, joins: new Map(), names }
}

/** Table of a dataset's current records, or of its earlier versions. */
export function dataTable(dataset: string, part: 'current' | 'history' = 'current'): Sql {
  return ident('data', part === 'current' ? dataset : `${dataset}~history`)
}

/** `from` clause: the table and every join collected so far. Compile the expressions first. */
export function fromClause(rows: RecordRows, part: 'current' | 'history' = 'current'): Sql {
  const base = sql`${dataTable(rows.dataset, part)} as ${ident(rows.alias)}`
  return [...rows.joins.values()].reduce((all, j) => sql`${all} ${j.join}`, base)
}

/** The field by which others refer to a dataset: its key without the day of validity. */
export function referenceKey(program: Program, dataset: string): string {
  const d = datasetOf(program, dataset)
  const keys = d.key.filter((k) => k !== d.effective)
  const [key] = keys
  if (key === undefined || keys.length > 1) throw new Error(`dataset ${dataset} has no single key to refer to`)
  return key
}

export function datasetOf(program: Program, dataset: string) {
  const found = program.datasets[dataset]
  if (found === undefined) throw new Error(`no dataset ${dataset} in the program`)
  return found
}

/** Alias of the row at the end of a path; adds the joins that lead there. */
export function aliasOf(rows: RecordRows, path: readonly PathStep[]): string {
  const last = path.at(-1)
  if (last === undefined) return rows.alias
  const id = JSON.stringify(path)
  const known = rows.joins.get(id)
  if (known !== undefined) return known.alias
  const from = aliasOf(rows, path.slice(0, -1))
  const alias = `j${rows.names.next++}`
  rows.joins.set(id, { alias, join: joinSql(rows, { from, alias, step: last }) })
  return alias
}

const TEXT_TYPES: ReadonlySet<string> = new Set(['text', 'choice', 'employee', 'reference'])

function joinSql(rows: RecordRows, at: { from: string; alias: string; step: PathStep }): Sql {
  const { from, alias, step } = at
  const target = datasetOf(rows.program, step.dataset)
  const key = referenceKey(rows.program, step.dataset)
  const field = ident(from, step.field)
  const inner = target.effective === null ? alias : `${alias}v`
  const isText = TEXT_TYPES.has(target.fields[key]?.type ?? 'text')
  const meets = isText ? sql`${ident(inner, key)} = ${field}` : sql`${ident(inner, key)}::text = ${field}`
  if (target.effective === null) return sql`left join ${dataTable(step.dataset)} as ${ident(alias)} on ${meets}`
  if (rows.day === null) throw new Error(`a dated reference (${step.dataset}) cannot supply the date of a record`)
  const valid = ident(inner, target.effective)
  return sql`left join lateral (select * from ${dataTable(step.dataset)} as ${ident(inner)} where ${meets} and (${valid} is null or ${valid} <= ${rows.day}) order by ${valid} desc nulls last limit 1) as ${ident(alias)} on true`
}
