import { Refusal } from '../../base/diagnostic.ts'
import { LINE_DEPTH, ORG_BATCH_ROWS } from '../../base/limits.ts'
import { ident, type Sql, sql } from '../../base/sql.ts'
import type { Read, Tx } from '../../store/types.ts'
import type { Stretch } from './stretches.ts'

export type Line = 'reporting' | 'sponsor'

/** A tree with dates: its edges, the closure worked out from them, and the two columns both share. */
export interface Tree {
  readonly edges: Sql
  readonly closure: Sql
  readonly member: Sql
  readonly above: Sql
  /** The line the rows belong to; null where the tables hold one tree only. */
  readonly line: Line | null
}

const LINE_TABLES = { edges: ident('app', 'line_edge'), closure: ident('app', 'line_closure'), member: ident('employee_id'), above: ident('superior_id') }

export const TREES = {
  reporting: { ...LINE_TABLES, line: 'reporting' },
  sponsor: { ...LINE_TABLES, line: 'sponsor' },
  units: { edges: ident('app', 'unit_edge'), closure: ident('app', 'unit_closure'), member: ident('unit_id'), above: ident('parent_id'), line: null },
} satisfies Record<string, Tree>

/** Direct edges of one member: the value of a stretch is the one above. */
export type Edges = ReadonlyMap<string, readonly Stretch[]>

function onLine(tree: Tree): Sql {
  return tree.line === null ? sql`true` : sql`line = ${tree.line}`
}

/** The histories of these members, or of everybody; members without an edge are missing. */
export async function loadEdges(read: Read, tree: Tree, members?: readonly string[]): Promise<Map<string, Stretch<null>[]>> {
  const chosen = members === undefined ? sql`true` : sql`${tree.member} in (select unnest(${members}::text[]))`
  const rows = await read.query<{ member: string; value: string; from: string; until: string }>(sql`
    select ${tree.member} as member, ${tree.above} as value, from_date::text as from, until_date::text as until
    from ${tree.edges} where ${onLine(tree)} and ${chosen} order by 1, from_date`)
  const edges = new Map<string, Stretch<null>[]>()
  for (const { member, ...rest } of rows) {
    const stretch = { ...rest, source: null }
    const history = edges.get(member)
    if (history === undefined) edges.set(member, [stretch])
    else history.push(stretch)
  }
  return edges
}

/** Give new members their place: each is above itself, at depth 0, at all times. */
export async function addMembers(tx: Tx, tree: Tree, members: readonly string[]): Promise<void> {
  const line = tree.line === null ? sql`` : sql`line, `
  const value = tree.line === null ? sql`` : sql`${tree.line}, `
  for (let i = 0; i < members.length; i += ORG_BATCH_ROWS) {
    await tx.run(sql`
      insert into ${tree.closure} (${line}${tree.above}, ${tree.member}, depth, from_date, until_date)
      select ${value}m, m, 0, '-infinity', 'infinity' from unnest(${members.slice(i, i + ORG_BATCH_ROWS)}::text[]) m`)
  }
}

/**
 * Bring members to the given histories (an empty one: nobody above) and the closure with them. Answers how many members changed.
 * The histories are settled and without cycles: the caller has looked. Errors: `org.line-too-deep`.
 */
export async function replaceEdges(tx: Tx, tree: Tree, wanted: Edges, stored: Edges): Promise<number> {
  const changed = [...wanted.keys()].filter((member) => !sameHistory(wanted.get(member) ?? [], stored.get(member) ?? []))
  if (changed.length === 0) return 0
  const had = changed.filter((member) => (stored.get(member)?.length ?? 0) > 0)
  if (had.length > 0) await tx.run(sql`delete from ${tree.edges} where ${onLine(tree)} and ${tree.member} in (select unnest(${had}::text[]))`)
  const rows = changed.flatMap((member) => (wanted.get(member) ?? []).map((edge) => ({ member, ...edge })))
  const line = tree.line === null ? sql`` : sql`line, `
  const value = tree.line === null ? sql`` : sql`${tree.line}, `
  for (let i = 0; i < rows.length; i += ORG_BATCH_ROWS) {
    const batch = rows.slice(i, i + ORG_BATCH_ROWS)
    await tx.run(sql`
      insert into ${tree.edges} (${line}${tree.member}, ${tree.above}, from_date, until_date)
      select ${value}r.member, r.above, r.from_date, r.until_date
      from unnest(${batch.map((r) => r.member)}::text[], ${batch.map((r) => r.value)}::text[], ${batch.map((r) => r.from)}::date[], ${batch.map((r) => r.until)}::date[])
        as r (member, above, from_date, until_date)`)
  }
  await refreshClosure(tx, tree, changed)
  return changed.length
}

function sameHistory(a: readonly Stretch[], b: readonly Stretch[]): boolean {
  return a.length === b.length && a.every((s, i) => s.value === b[i]?.value && s.from === b[i]?.from && s.until === b[i]?.until)
}

/**
 * Work the closure out again for members whose edges changed and for everybody who was ever below one of them; nobody else is touched.
 * That is enough: whoever is newly below a changed member got there through a changed edge, or was below the member it belongs to.
 */
async function refreshClosure(tx: Tx, tree: Tree, changed: readonly string[]): Promise<void> {
  const { edges, closure, member, above } = tree
  const found = await tx.query<{ id: string }>(sql`
    select distinct c.${member} as id from ${closure} c join unnest(${changed}::text[]) as x (id) on c.${above} = x.id where ${onLine(tree)}`)
  const affected = found.map((row) => row.id)
  await tx.run(sql`delete from ${closure} where ${onLine(tree)} and depth > 0 and ${member} in (select unnest(${affected}::text[]))`)
  const deep = await tx.first<{ member: string }>(sql`
    with recursive climb (member, above, depth, from_date, until_date) as (
      select e.${member}, e.${above}, 1, e.from_date, e.until_date
      from ${edges} e join unnest(${affected}::text[]) as x (id) on e.${member} = x.id where ${onLine(tree)}
      union all
      select c.member, e.${above}, c.depth + 1, greatest(c.from_date, e.from_date), least(c.until_date, e.until_date)
      from climb c join ${edges} e on e.${member} = c.above and e.from_date < c.until_date and e.until_date > c.from_date
      where ${onLine(tree)} and c.depth <= ${LINE_DEPTH}
    ), marked as (
      -- A path that changed in the middle but kept its length is one stretch: it begins where the one before did not end.
      select *, (lag(until_date) over path is distinct from from_date)::int as begins
      from climb window path as (partition by member, above, depth order by from_date)
    ), numbered as (
      select *, sum(begins) over (partition by member, above, depth order by from_date) as island from marked
    ), written as (
      insert into ${closure} (${tree.line === null ? sql`` : sql`line, `}${above}, ${member}, depth, from_date, until_date)
      select ${tree.line === null ? sql`` : sql`${tree.line}, `}above, member, depth, min(from_date), max(until_date)
      from numbered group by above, member, depth, island
      returning ${member} as member, depth
    )
    select member from written where depth > ${LINE_DEPTH} limit 1`)
  if (deep !== undefined) throw new Refusal('org.line-too-deep', { id: deep.member, limit: LINE_DEPTH })
}
