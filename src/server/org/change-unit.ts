import { z } from 'zod'
import type { Day } from '../../base/calendar.ts'
import { Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import type { Read, Tx } from '../../store/types.ts'
import { loadEdges, TREES } from './closure.ts'
import { ORG_LOCK } from './import-people.ts'
import { importUnits, planUnits } from './import-units.ts'
import { historyText, valueFrom } from './person-changes.ts'
import { refuseWrong } from './person-effect.ts'
import type { UnitRow } from './rows.ts'
import { BEGINNING, FOREVER, holdingOn, type Stretch, settle } from './stretches.ts'
import { knownUnit, unitChange, unitsKept } from './unit.ts'

const Named = z.object({ id: z.string(), name: z.string() })

export const UnitEffect = z
  .object({
    from: z.string().describe('The first day on which something is different.'),
    past: z.boolean().describe('It lies before today: results that were worked out since then are about to change.'),
    before: Named.nullable().describe('The unit right above, as it is recorded now for that day.'),
    after: Named.nullable(),
    until: z.string().nullable().describe('When a change that is already recorded takes over; null: nothing is recorded.'),
    people: z.number().int().describe('Who works in the unit or below it on that day.'),
    units: z.number().int().describe('Units below it on that day.'),
    first: z.boolean().describe('From then on the company keeps a list of its units: rows of people make no new ones any more.'),
  })
  .meta({ id: 'UnitEffect', description: 'What a move of a unit would do. Nothing was changed.' })

/** Wait for whoever changes the organisation, and refuse a change by somebody who looked at another state. Errors: `org.no-unit`, `org.changed-meanwhile`. */
export async function heldUnit(tx: Tx, unit: string, change: string): Promise<{ readonly id: string; readonly name: string }> {
  await tx.lock(ORG_LOCK)
  const known = await knownUnit(tx, unit)
  if ((await unitChange(tx, unit)) !== change) throw new Refusal('org.changed-meanwhile', { name: known.name })
  return known
}

/** The rows of a file that would give a unit this history of parents: an import then checks it as any other. */
export function rowsOfUnit(id: string, history: readonly Stretch[]): UnitRow[] {
  const said = history.length === 0 ? [{ value: '', from: BEGINNING, until: FOREVER }] : history
  return said.map(({ value, from, until }, at) => ({
    fields: { id, parent: value, from: from === BEGINNING ? '' : from, until: until === FOREVER ? '' : until },
    ...{ file: '', line: at + 1 },
  }))
}

/** Where nobody gave a list of units, those that people's rows made become the list: otherwise the first one given would make all others unknown. */
export async function writeUnits(tx: Tx, rows: readonly UnitRow[]): Promise<void> {
  if (!(await unitsKept(tx))) await tx.run(sql`update app.unit set declared = true`)
  const { diagnostics } = await importUnits(tx, rows)
  refuseWrong(diagnostics)
}

export async function parentsOf(read: Read, unit: string): Promise<readonly Stretch[]> {
  return settle((await loadEdges(read, TREES.units, [unit])).get(unit) ?? []).history
}

export interface NewUnit {
  readonly id: string
  readonly name: string
  /** Id of the unit above; empty: none. */
  readonly parent: string
  /** The first day below it; empty: since ever. */
  readonly from: string
}

/** A unit that was not there. Errors: `org.unit-id-taken`, and those of an import. */
export async function createUnit(tx: Tx, { id, name, parent, from }: NewUnit): Promise<void> {
  await tx.lock(ORG_LOCK)
  const there = await tx.first<{ name: string }>(sql`select name from app.unit where unit_id = ${id}`)
  if (there !== undefined) throw new Refusal('org.unit-id-taken', { id, name: there.name }, { place: { path: ['id'] } })
  const fields = { id, name, parent, from: parent === '' ? '' : from, until: '' }
  await writeUnits(tx, [{ fields, file: '', line: 1 }])
}

/** Another name; it holds for all days. Errors: `org.nothing-changes`, `org.changed-meanwhile`, and those of an import. */
export async function renameUnit(tx: Tx, unit: string, name: string, change: string): Promise<void> {
  const known = await heldUnit(tx, unit, change)
  if (known.name === name) throw new Refusal('org.nothing-changes', { from: '' })
  await writeUnits(tx, [{ fields: { id: unit, name }, file: '', line: 1 }])
}

export interface UnitMove {
  readonly from: Day
  /** Id of the unit above; empty: none from then on. */
  readonly parent: string
}

async function planMove(read: Read, unit: string, { from, parent }: UnitMove) {
  const before = await parentsOf(read, unit)
  const after = valueFrom(before, parent === '' ? null : parent, from)
  if (historyText(before) === historyText(after)) throw new Refusal('org.nothing-changes', { from })
  return { before, after, rows: rowsOfUnit(unit, after) }
}

/** What a move would do. Errors: those of moveUnit. */
export async function moveEffect(read: Read, unit: string, move: UnitMove, today: Day): Promise<z.input<typeof UnitEffect>> {
  await knownUnit(read, unit)
  const { before, after, rows } = await planMove(read, unit, move)
  refuseWrong((await planUnits(read, rows)).problems.list)
  const { from } = move
  const held = holdingOn(after, from)
  const next = after.find((stretch) => stretch.from > from)
  const until = held === undefined ? next?.from : held.until
  return {
    ...{ from, past: from < today, before: await named(read, holdingOn(before, from)?.value), after: await named(read, held?.value) },
    until: until === undefined || until === FOREVER ? null : until,
    ...(await inside(read, unit, from)),
    first: !(await unitsKept(read)),
  }
}

/** From a day on a unit stands below another one, or below none; what was before stays. Errors: `org.no-unit`, `org.nothing-changes`, `org.changed-meanwhile`, and those of an import. */
export async function moveUnit(tx: Tx, unit: string, move: UnitMove, change: string): Promise<void> {
  await heldUnit(tx, unit, change)
  await writeUnits(tx, (await planMove(tx, unit, move)).rows)
}

/** The unit with its name; null where there is none. */
export async function named(read: Read, id: string | undefined): Promise<{ id: string; name: string } | null> {
  return id === undefined ? null : await knownUnit(read, id)
}

/** How many people and units are in a unit, and below it, on a day. */
async function inside(read: Read, unit: string, day: Day): Promise<{ people: number; units: number }> {
  const found = await read.first<{ people: number; units: number }>(sql`
    with below as (select unit_id, depth from app.unit_closure where parent_id = ${unit} and from_date <= ${day}::date and until_date > ${day}::date)
    select (select count(*)::int from below where depth > 0) as units,
      (select count(*)::int from app.assignment a where a.unit_id in (select unit_id from below) and a.from_date <= ${day}::date and a.until_date > ${day}::date) as people`)
  return found ?? { people: 0, units: 0 }
}
