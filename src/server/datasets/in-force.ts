import { Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import type { Read } from '../../store/types.ts'

/**
 * Refuse to work by documents that another command has replaced since they were read: the tables are already those of the new ones.
 * `versions`: `dataset/orders` → 3. To be asked under a lock that keeps the documents as they are. Errors: `rules.changed`; reading them again is the cure.
 */
export async function requireInForce(read: Read, versions: Readonly<Record<string, number>>): Promise<void> {
  const names = Object.keys(versions)
  if (names.length === 0) return
  const newest = await read.query<{ name: string; version: number }>(sql`
    select kind || '/' || id as name, max(version) as version from app.document where kind || '/' || id = any(${names}::text[]) group by 1`)
  const changed = newest.filter((n) => n.version !== versions[n.name])
  if (changed.length > 0) throw new Refusal('rules.changed', { documents: changed.map((c) => c.name).join(', ') })
}
