import { sql } from '../../base/sql.ts'
import type { Read, Tx } from '../../store/types.ts'
import { addMembers, loadEdges, replaceEdges, TREES } from './closure.ts'
import { buildDirectory, type Directory, type DirectoryEntry } from './directory.ts'
import { inBatches, ORG_LOCK, type OrgImport } from './import-people.ts'
import { checkLine, type RowStretch, settleTrack } from './lines.ts'
import { named } from './naming.ts'
import { cell, checkText, Problems, readStretch, rowText, type UnitRow } from './rows.ts'

interface Unit {
  readonly id: string
  name: { text: string; row: UnitRow } | undefined
  statesParent: boolean
  readonly rows: { row: UnitRow; from: string; until: string }[]
}

interface StoredUnit {
  readonly id: string
  readonly name: string
  readonly declared: boolean
}

/** Work out what rows of units mean against what is recorded. The plan is only to be used when no problem is an error. */
export async function planUnits(read: Read, rows: readonly UnitRow[]) {
  const stored = await read.query<StoredUnit>(sql`select unit_id as id, name, declared from app.unit`)
  const known = new Map(stored.map((unit) => [unit.id, unit]))
  const problems = new Problems()
  const units = gather(rows, problems)
  const entries = new Map<string, DirectoryEntry>(stored.map((unit) => [unit.id, { ...unit, aliases: [] }]))
  const wanted = [...units.values()].map(({ id, name }) => ({ id, name: name?.text ?? known.get(id)?.name ?? id }))
  for (const unit of wanted) entries.set(unit.id, { ...unit, aliases: [] })
  const recorded = await loadEdges(read, TREES.units)
  const planned = planParents(units, buildDirectory(entries.values()), problems)
  checkLine(new Map<string, readonly RowStretch[]>([...recorded, ...planned]), 'parent', problems)
  return { units, known, wanted, recorded, planned, problems }
}

/**
 * Bring the given units to the names and the history of parents their rows tell, in any order; units without a row are left alone.
 * From then on a person's unit must be one that was given. Diagnostics: see texts.ts. Errors: `org.line-too-deep`.
 */
export async function importUnits(tx: Tx, rows: readonly UnitRow[]): Promise<OrgImport> {
  await tx.lock(ORG_LOCK)
  const { units, known, wanted, recorded, planned, problems } = await planUnits(tx, rows)
  if (problems.bad) return { diagnostics: problems.list, given: units.size, changes: 0 }

  const fresh = wanted.filter((unit) => !known.has(unit.id))
  const changed = wanted.filter(({ id, name }) => known.has(id) && (known.get(id)?.name !== name || known.get(id)?.declared === false))
  await inBatches(
    tx,
    fresh,
    (column) => sql`
    insert into app.unit (unit_id, name, declared) select id, name, true from unnest(${column((u) => u.id)}, ${column((u) => u.name)}) as u (id, name)`,
  )
  await inBatches(
    tx,
    changed,
    (column) => sql`
    update app.unit t set name = u.name, declared = true from unnest(${column((u) => u.id)}, ${column((u) => u.name)}) as u (id, name) where t.unit_id = u.id`,
  )
  await addMembers(
    tx,
    TREES.units,
    fresh.map((unit) => unit.id),
  )
  const moved = await replaceEdges(tx, TREES.units, planned, recorded)
  return { diagnostics: problems.list, given: units.size, changes: fresh.length + changed.length + moved }
}

function gather(rows: readonly UnitRow[], problems: Problems): Map<string, Unit> {
  const units = new Map<string, Unit>()
  for (const row of rows) {
    const id = cell(row, 'id') ?? ''
    if (id === '') problems.error(row, 'org.id-missing', {})
    const hostile = (['id', 'name', 'parent'] as const).filter((field) => !checkText(row, field, problems))
    const days = readStretch(row, problems)
    if (id === '' || hostile.includes('id')) continue
    const unit = units.get(id) ?? { id, name: undefined, statesParent: false, rows: [] }
    units.set(id, unit)
    if (row.fields.parent !== undefined) unit.statesParent = true
    if (days === undefined || hostile.length > 0) continue
    unit.rows.push({ row, ...days })
    const name = cell(row, 'name') ?? ''
    if (name === '') continue
    unit.name ??= { text: name, row }
    if (unit.name.text !== name) problems.error(row, 'org.name-differs', { id, name, otherName: unit.name.text, other: rowText(unit.name.row) })
  }
  return units
}

function planParents(units: ReadonlyMap<string, Unit>, directory: Directory, problems: Problems): Map<string, RowStretch[]> {
  const planned = new Map<string, RowStretch[]>()
  for (const unit of units.values()) {
    if (!unit.statesParent) continue
    const stretches: RowStretch[] = []
    for (const { row, from, until } of unit.rows) {
      const parent = named(row, 'parent', directory, 'unit', problems)
      if (parent === unit.id) problems.error(row, 'org.own-parent', { id: unit.id })
      else if (parent !== undefined) stretches.push({ value: parent, from, until, source: row })
    }
    planned.set(unit.id, settleTrack(unit.id, stretches, 'org.parent-overlap', problems))
  }
  return planned
}
