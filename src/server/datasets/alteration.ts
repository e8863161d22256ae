import { ident, type Sql, sql } from '../../base/sql.ts'
import type { DatasetDocument } from '../../engine/documents/dataset.ts'
import { columnType, fieldNames, fieldOf } from './table.ts'

/** Two documents of one dataset, the one that is there and the one that is to come. */
export interface Alteration {
  readonly document: DatasetDocument
  readonly previous: DatasetDocument
}

export function removed({ document, previous }: Alteration): string[] {
  return fieldNames(previous).filter((f) => !(f in document.fields))
}

export function added({ document, previous }: Alteration): string[] {
  return fieldNames(document).filter((f) => !(f in previous.fields))
}

export function kept({ document, previous }: Alteration): string[] {
  return fieldNames(document).filter((f) => f in previous.fields)
}

/** How the values of a field become those of its new type: as they are, by a cast, or not at all (then it must be empty). */
export function conversion(field: string, { document, previous }: Alteration): 'same' | { readonly using: Sql } | 'empty' {
  const from = columnType(fieldOf(previous, field))
  const to = columnType(fieldOf(document, field))
  if (from === to) return 'same'
  const column = ident(field)
  if (from === 'bigint' && to === 'numeric') return { using: sql`${column}::numeric` }
  if (from === 'numeric' && to === 'bigint') return { using: sql`${column}::bigint` }
  if (to !== 'text') return 'empty'
  if (from === 'numeric') return { using: sql`trim_scale(${column})::text` }
  if (from === 'timestamptz') return { using: sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')` }
  return { using: sql`${column}::text` }
}
