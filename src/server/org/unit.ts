import { z } from 'zod'
import { Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import type { Read } from '../../store/types.ts'
import { may } from '../http/who.ts'
import { holds, type Viewer } from './people.ts'
import { Stretch } from './shapes.ts'
import { UnitRow, unitTree } from './unit-tree.ts'

const Named = z.object({ id: z.string(), name: z.string() })

export const UnitDetail = z
  .object({
    id: z.string(),
    name: z.string(),
    change: z.string().describe('Changes whenever anything told here about the unit does; commands want it back.'),
    closed: z.boolean(),
    path: z.array(Named).describe('The units above on the day, the top first.'),
    parents: z.array(z.object({ ...Stretch, unit: Named })).describe('The unit right above, with days.'),
    units: z.array(UnitRow).describe('The units right below on the day.'),
    people: z.number().int().describe('Who works in this very unit on the day, of those one sees.'),
    all: z.number().int().describe('The same with the units below.'),
    kept: z.boolean().describe('Whether the company keeps a list of its units; otherwise rows of people make them, and the first change makes it the list.'),
    mayWrite: z.boolean(),
  })
  .meta({ id: 'UnitDetail', description: 'A unit: its place on the day, and where it was and will be.' })

/** Errors: `org.no-unit`. */
export async function knownUnit(read: Read, unit: string): Promise<{ readonly id: string; readonly name: string }> {
  const found = await read.first<{ id: string; name: string }>(sql`select unit_id as id, name from app.unit where unit_id = ${unit}`)
  if (found === undefined) throw new Refusal('org.no-unit', { unit })
  return found
}

/** One text for all that is recorded of a unit: two people who change the same one see each other by it. */
export async function unitChange(read: Read, unit: string): Promise<string> {
  const row = await read.first<{ change: string }>(sql`
    select md5(concat_ws('|', (select u.name from app.unit u where u.unit_id = ${unit}),
      (select string_agg(e::text, ';' order by e.from_date) from app.unit_edge e where e.unit_id = ${unit}))) as change`)
  return row?.change ?? ''
}

/** Whether any unit was given by a file or a page. */
export async function unitsKept(read: Read): Promise<boolean> {
  return (await read.first(sql`select 1 as found from app.unit where declared limit 1`)) !== undefined
}

/** Errors: `org.no-unit`. */
export async function unitDetail(read: Read, unit: string, viewer: Viewer): Promise<z.input<typeof UnitDetail>> {
  const head = await knownUnit(read, unit)
  const rows = await unitTree(read, viewer)
  const own = rows.find(({ id }) => id === unit)
  const path = await read.query<{ id: string; name: string }>(sql`
    select u.unit_id as id, u.name from app.unit_closure c join app.unit u on u.unit_id = c.parent_id
    where c.unit_id = ${unit} and c.depth > 0 and ${holds(sql`c`, viewer.on)} order by c.depth desc`)
  const parents = await read.query<z.input<typeof UnitDetail>['parents'][number]>(sql`
    select nullif(e.from_date, '-infinity')::text as from, nullif(e.until_date, 'infinity')::text as until, json_build_object('id', u.unit_id, 'name', u.name) as unit
    from app.unit_edge e join app.unit u on u.unit_id = e.parent_id where e.unit_id = ${unit} order by e.from_date`)
  return {
    ...head,
    change: await unitChange(read, unit),
    closed: own?.closed ?? false,
    path,
    parents,
    units: rows.filter(({ parent }) => parent === unit),
    people: own?.people ?? 0,
    all: own?.all ?? 0,
    kept: await unitsKept(read),
    mayWrite: may(viewer.who, 'org.write'),
  }
}
