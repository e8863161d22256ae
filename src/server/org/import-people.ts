import type { Diagnostic } from '../../base/diagnostic.ts'
import { ORG_BATCH_ROWS } from '../../base/limits.ts'
import { type Sql, sql } from '../../base/sql.ts'
import type { Read, Tx } from '../../store/types.ts'
import { addMembers, loadEdges, replaceEdges, TREES } from './closure.ts'
import { fold } from './fold.ts'
import { type Assignment, LINES, type PersonPlan, planPeople, type StoredPeople, type StoredPerson } from './plan-people.ts'
import { cell, type PersonRow } from './rows.ts'

/** What an import said and did. With an error among the diagnostics nothing was changed; `changes` is 0 when all was so already. */
export interface OrgImport {
  readonly diagnostics: readonly Diagnostic[]
  /** People, units or rates the rows are about. */
  readonly given: number
  /** Facts that changed: people, spellings, assignments, lines, units, rates. */
  readonly changes: number
}

/** Every change of org facts waits for this lock, so that two commands cannot make a circle together. */
export const ORG_LOCK = 'org'

/**
 * Bring the given people to the history their rows tell, in any order of rows; people without a row are left alone.
 * Diagnostics: see texts.ts. Errors: `org.line-too-deep`.
 */
export async function importPeople(tx: Tx, rows: readonly PersonRow[]): Promise<OrgImport> {
  await tx.lock(ORG_LOCK)
  const given = [...new Set(rows.map((row) => cell(row, 'id') ?? ''))].filter((id) => id !== '' && !id.includes('\0'))
  const stored = await loadStored(tx, given)
  const { plan, problems } = planPeople(rows, stored)
  if (problems.bad) return { diagnostics: problems.list, given: given.length, changes: 0 }
  let changes = await addUnits(tx, plan.newUnits)
  changes += await writePeople(tx, plan.people, stored)
  changes += await writeAliases(tx, plan.people, stored.people)
  changes += await writeAssignments(tx, plan.people, stored.assignments)
  for (const { line } of LINES) changes += await replaceEdges(tx, TREES[line], plan.edges[line], stored.edges[line])
  return { diagnostics: problems.list, given: given.length, changes }
}

/** What an import of these people would meet. */
export async function loadStored(read: Read, given: readonly string[]): Promise<StoredPeople> {
  const people = await read.query<StoredPerson>(sql`
    select employee_id as id, name, email, coalesce((select array_agg(a.alias) from app.employee_alias a where a.employee_id = e.employee_id), '{}') as aliases
    from app.employee e`)
  const units = await read.query<{ id: string; name: string; declared: boolean }>(sql`select unit_id as id, name, declared from app.unit order by 1`)
  const unitsDeclared = units.some((unit) => unit.declared)
  return {
    people: new Map(people.map((person) => [person.id, person])),
    assignments: await loadAssignments(read, given),
    edges: { reporting: await loadEdges(read, TREES.reporting), sponsor: await loadEdges(read, TREES.sponsor) },
    units: units.filter((unit) => unit.declared || !unitsDeclared).map((unit) => ({ ...unit, aliases: [] })),
    unitsDeclared,
  }
}

async function loadAssignments(read: Read, given: readonly string[]): Promise<Map<string, Assignment[]>> {
  const rows = await read.query<Assignment & { id: string }>(sql`
    select employee_id as id, from_date as from, until_date as until, unit_id as unit, position, role
    from app.assignment where employee_id in (select unnest(${given}::text[])) order by 1, 2`)
  const histories = new Map<string, Assignment[]>()
  for (const { id, ...assignment } of rows) {
    const history = histories.get(id)
    if (history === undefined) histories.set(id, [assignment])
    else history.push(assignment)
  }
  return histories
}

/** Send many rows in statements of a bearable size. `statement` gets a function that makes one column of the batch; null becomes ''. */
export async function inBatches<Row>(tx: Tx, rows: readonly Row[], statement: (column: (of: (row: Row) => string | null) => Sql) => Sql): Promise<number> {
  let touched = 0
  for (let i = 0; i < rows.length; i += ORG_BATCH_ROWS) {
    const batch = rows.slice(i, i + ORG_BATCH_ROWS)
    touched += await tx.run(statement((of) => sql`${batch.map((row) => of(row) ?? '')}::text[]`))
  }
  return touched
}

/** Units that nobody declared: a row of a person was the first to name them. */
async function addUnits(tx: Tx, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  const added = await inBatches(tx, ids, (column) => sql`insert into app.unit (unit_id, name) select u, u from unnest(${column((id) => id)}) u`)
  await addMembers(tx, TREES.units, ids)
  return added
}

async function writePeople(tx: Tx, people: readonly PersonPlan[], { people: known }: StoredPeople): Promise<number> {
  const fresh = people.filter((person) => !known.has(person.id))
  const changed = people.filter((person) => {
    const before = known.get(person.id)
    return before !== undefined && (before.name !== person.name || before.email !== person.email)
  })
  await inBatches(
    tx,
    fresh,
    (column) => sql`
    insert into app.employee (employee_id, name, email) select id, name, nullif(email, '')
    from unnest(${column((p) => p.id)}, ${column((p) => p.name)}, ${column((p) => p.email)}) as p (id, name, email)`,
  )
  await inBatches(
    tx,
    changed,
    (column) => sql`
    update app.employee e set name = p.name, email = nullif(p.email, '')
    from unnest(${column((p) => p.id)}, ${column((p) => p.name)}, ${column((p) => p.email)}) as p (id, name, email) where e.employee_id = p.id`,
  )
  for (const { line } of LINES)
    await addMembers(
      tx,
      TREES[line],
      fresh.map((person) => person.id),
    )
  return fresh.length + changed.length
}

async function writeAliases(tx: Tx, people: readonly PersonPlan[], known: ReadonlyMap<string, StoredPerson>): Promise<number> {
  const gone: { id: string; alias: string }[] = []
  const come: { id: string; alias: string }[] = []
  for (const { id, aliases } of people) {
    if (aliases === undefined) continue
    const before = known.get(id)?.aliases ?? []
    gone.push(...before.filter((alias) => !aliases.includes(alias)).map((alias) => ({ id, alias })))
    come.push(...aliases.filter((alias) => !before.includes(alias)).map((alias) => ({ id, alias })))
  }
  // Old spellings go first: one that moves from a person to another would be there twice.
  await inBatches(tx, gone, (column) => sql`delete from app.employee_alias where folded in (select unnest(${column((a) => fold(a.alias))}))`)
  await inBatches(
    tx,
    come,
    (column) => sql`
    insert into app.employee_alias (folded, alias, employee_id)
    select * from unnest(${column((a) => fold(a.alias))}, ${column((a) => a.alias)}, ${column((a) => a.id)})`,
  )
  return gone.length + come.length
}

async function writeAssignments(tx: Tx, people: readonly PersonPlan[], known: StoredPeople['assignments']): Promise<number> {
  const changed = people.filter((person) => JSON.stringify(person.assignments) !== JSON.stringify(known.get(person.id) ?? []))
  const had = changed.filter((person) => known.has(person.id))
  await inBatches(tx, had, (column) => sql`delete from app.assignment where employee_id in (select unnest(${column((p) => p.id)}))`)
  const rows = changed.flatMap(({ id, assignments }) => assignments.map((assignment) => ({ id, ...assignment })))
  await inBatches(
    tx,
    rows,
    (column) => sql`
    insert into app.assignment (employee_id, from_date, until_date, unit_id, position, role)
    select id, from_date::date, until_date::date, nullif(unit, ''), nullif(position, ''), nullif(role, '')
    from unnest(${column((r) => r.id)}, ${column((r) => r.from)}, ${column((r) => r.until)}, ${column((r) => r.unit)}, ${column((r) => r.position)}, ${column((r) => r.role)})
      as r (id, from_date, until_date, unit, position, role)`,
  )
  return changed.length
}
