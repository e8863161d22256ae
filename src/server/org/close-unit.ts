import { z } from 'zod'
import type { Day } from '../../base/calendar.ts'
import { Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import type { Read, Tx } from '../../store/types.ts'
import { heldUnit, parentsOf, rowsOfUnit, writeUnits } from './change-unit.ts'
import { importPeople } from './import-people.ts'
import { type Move, replacedFrom, rowsOf, type Tracks } from './person-changes.ts'
import { refuseWrong } from './person-effect.ts'
import { exportTracks } from './queries.ts'
import { holdingOn, type Stretch, settle } from './stretches.ts'
import { knownUnit, unitsKept } from './unit.ts'

const Named = z.object({ id: z.string(), name: z.string() })

export const CloseEffect = z
  .object({
    from: z.string().describe('The first day on which the unit is no more.'),
    past: z.boolean().describe('It lies before today: results that were worked out since then are about to change.'),
    to: Named.describe('Where its people and the units below it belong from then on.'),
    people: z.array(Named).describe('Who moves: who works in this very unit on that day or is to do so later.'),
    units: z.array(Named).describe('The units that move: those right below it on that day or later.'),
    first: z.boolean().describe('From then on the company keeps a list of its units: rows of people make no new ones any more.'),
  })
  .meta({ id: 'CloseEffect', description: 'What closing a unit would do. Nothing was changed.' })

export interface Close {
  /** The first day on which the unit is no more. */
  readonly from: Day
  /** Id of the unit that takes over; undefined: the one right above. */
  readonly to: string | undefined
}

interface Person {
  readonly id: string
  readonly name: string
  readonly email: string | null
}

async function planClose(read: Read, unit: string, { from, to }: Close) {
  const own = await parentsOf(read, unit)
  if (own.length === 0) throw new Refusal('org.unit-top', { unit: (await knownUnit(read, unit)).name })
  const over = to ?? holdingOn(own, from)?.value
  if (over === undefined) throw new Refusal('org.unit-closed', { unit: (await knownUnit(read, unit)).name, from })
  const inside = await read.first(sql`select 1 as found from app.unit_closure where parent_id = ${unit} and unit_id = ${over} and until_date > ${from}::date limit 1`)
  if (inside !== undefined) throw new Refusal('org.unit-into-itself', { unit: (await knownUnit(read, unit)).name }, { place: { path: ['to'] } })
  const people = await read.query<Person>(sql`
    select employee_id as id, name, email from app.employee e
    where exists (select 1 from app.assignment a where a.employee_id = e.employee_id and a.unit_id = ${unit} and a.until_date > ${from}::date) order by 1`)
  const units = await read.query<{ id: string; name: string }>(sql`
    select unit_id as id, name from app.unit u
    where exists (select 1 from app.unit_edge e where e.unit_id = u.unit_id and e.parent_id = ${unit} and e.until_date > ${from}::date) order by 1`)
  const left = own.filter((stretch) => stretch.from < from).map((stretch) => (stretch.until > from ? { ...stretch, until: from } : stretch))
  return { to: await knownUnit(read, over), people, units, left }
}

/** What closing would do. Errors: those of closeUnit. */
export async function closeEffect(read: Read, unit: string, close: Close, today: Day): Promise<z.input<typeof CloseEffect>> {
  await knownUnit(read, unit)
  const { to, people, units } = await planClose(read, unit, close)
  return { from: close.from, past: close.from < today, to, people: people.map(({ id, name }) => ({ id, name })), units, first: !(await unitsKept(read)) }
}

/**
 * From a day on a unit is no more: nobody is in it, nothing stands below it, and it stands below nothing. Its people and units go to another one; what was before that day stays.
 * Errors: `org.no-unit`, `org.unit-top`, `org.unit-closed`, `org.unit-into-itself`, `org.changed-meanwhile`, and those of an import.
 */
export async function closeUnit(tx: Tx, unit: string, close: Close, change: string): Promise<{ readonly people: number; readonly units: number; readonly to: string }> {
  await heldUnit(tx, unit, change)
  const { to, people, units, left } = await planClose(tx, unit, close)
  const below = await Promise.all(units.map(async ({ id }) => rowsOfUnit(id, replacedFrom(await parentsOf(tx, id), unit, to.id, close.from))))
  await writeUnits(tx, [...rowsOfUnit(unit, left), ...below.flat()])
  await movePeople(tx, people, { unit, to: to.id, from: close.from })
  return { people: people.length, units: units.length, to: to.id }
}

async function movePeople(tx: Tx, people: readonly Person[], { unit, to, from }: { readonly unit: string; readonly to: string; readonly from: Day }): Promise<void> {
  if (people.length === 0) return
  const { reporting, ...tracks } = await exportTracks(tx)
  const of = (track: ReadonlyMap<string, readonly Stretch[]>, id: string) => settle(track.get(id) ?? []).history
  const rows = people.flatMap((person) => {
    const held = (track: Exclude<Move, 'manager'> | 'active') => of(tracks[track], person.id)
    const now: Tracks = {
      ...{ active: held('active'), position: held('position'), role: held('role'), sponsor: held('sponsor'), manager: of(reporting, person.id) },
      unit: replacedFrom(held('unit'), unit, to, from),
    }
    return rowsOf(person, now)
  })
  const { diagnostics } = await importPeople(tx, rows)
  refuseWrong(diagnostics)
}
