import { ident, sql } from '../../base/sql.ts'
import type { Layout } from '../../engine/sql/layout.ts'
import type { Tx } from '../../store/types.ts'

/** Drop the cells and keys of definitions that no measure has any more. They could be made again from the records at any time. */
export async function dropUnused(tx: Tx, layout: Layout): Promise<void> {
  const groups = layout.groups.map((g) => g.id)
  const keys = layout.keySets.map((k) => k.id)
  const unused = await tx.query<{ id: string; kind: 'cells' | 'keys' }>(
    sql`select distinct group_id as id, 'cells' as kind from calc.cell_cover where group_id <> all(${groups}::text[]) union all select distinct keys_id, 'keys' from calc.key_cover where keys_id <> all(${keys}::text[])`,
  )
  for (const { id, kind } of unused) {
    if (kind === 'keys') {
      await tx.run(sql`drop table if exists ${ident('calc', `keys_${id}`)}, ${ident('calc', `counts_${id}`)}`)
      await tx.run(sql`delete from calc.key_cover where keys_id = ${id}`)
      continue
    }
    await tx.run(sql`drop table if exists ${ident('calc', `cells_${id}`)}`)
    await tx.run(sql`delete from calc.cell_cover where group_id = ${id}`)
  }
}
