import { ident, joinSql, sql } from '../../base/sql.ts'
import type { AggregateIr, Expr } from '../../engine/ir.ts'
import { dataTable } from '../../engine/sql/record.ts'
import { walk } from '../../engine/walk.ts'
import type { Read, Tx } from '../../store/types.ts'

/** An index that finds the earlier records with the same keys. */
export interface SeenIndex {
  readonly name: string
  readonly dataset: string
  readonly fields: readonly string[]
}

/** The indexes that `first` and `earlier` of these aggregates need; keys that come through references have none. */
export function seenIndexes(aggregates: readonly AggregateIr[], hash: (text: string) => string): SeenIndex[] {
  const found = new Map<string, SeenIndex>()
  for (const a of aggregates) {
    for (const e of [a.value, a.filter]) {
      walk(e, (inner) => {
        const fields = inner.node === 'seen' ? ownFields([...inner.keys, inner.date]) : null
        if (fields === null) return
        const name = `seen_${hash(JSON.stringify([a.dataset, fields]))}`
        found.set(name, { name, dataset: a.dataset, fields })
      })
    }
  }
  return [...found.values()]
}

function ownFields(exprs: readonly Expr[]): string[] | null {
  const fields = exprs.map((e) => (e.node === 'field' && e.path.length === 0 ? e.field : null))
  return fields.every((f) => f !== null) ? [...new Set(fields)] : null
}

export async function missingIndexes(read: Read, wanted: readonly SeenIndex[]): Promise<SeenIndex[]> {
  if (wanted.length === 0) return []
  const rows = await read.query<{ name: string }>(sql`select indexname as name from pg_indexes where schemaname = 'data' and indexname = any(${wanted.map((w) => w.name)}::text[])`)
  const known = new Set(rows.map((r) => r.name))
  return wanted.filter((w) => !known.has(w.name))
}

export async function createSeenIndex(tx: Tx, index: SeenIndex): Promise<void> {
  const fields = joinSql(
    index.fields.map((f) => ident(f)),
    ', ',
  )
  await tx.run(sql`create index if not exists ${ident(index.name)} on ${dataTable(index.dataset)} (${fields})`)
}
