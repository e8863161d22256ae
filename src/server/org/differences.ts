import { sql } from '../../base/sql.ts'
import type { Read } from '../../store/types.ts'
import { loadEdges, TREES } from './closure.ts'
import { exportTracks } from './queries.ts'
import { BEGINNING, FOREVER, type Stretch, settle } from './stretches.ts'

/** A value with the days it holds; null: open. */
interface Held {
  readonly value: string
  readonly from: string | null
  readonly until: string | null
}

/** Somebody (or a unit) that was known before and is otherwise now. */
export interface Difference {
  readonly id: string
  readonly name: string
  readonly fields: readonly { readonly field: string; readonly before: readonly Held[]; readonly after: readonly Held[] }[]
}

/** Everything that is recorded of some people or units, by field. */
export type Snapshot = ReadonlyMap<string, { readonly name: string; readonly fields: Readonly<Record<string, readonly Held[]>> }>

const fact = (value: string | null): Held[] => (value === null || value === '' ? [] : [{ value, from: null, until: null }])

/** A history within the days on which there is somebody to have one: ends that are theirs are not said again. */
function heldOf(history: readonly Stretch<null>[], within: readonly Stretch<null>[], nameOf: (value: string) => string): Held[] {
  const [first, last] = [within[0]?.from ?? BEGINNING, within.at(-1)?.until ?? FOREVER]
  return settle(history).history.map(({ value, from, until }) => ({
    value: nameOf(value),
    from: from <= first || from === BEGINNING ? null : from,
    until: until >= last || until === FOREVER ? null : until,
  }))
}

/** What is recorded of people. */
export async function peopleSnapshot(read: Read, ids: readonly string[]): Promise<Snapshot> {
  const people = await read.query<{ id: string; name: string; email: string | null; alias: string }>(sql`
    select employee_id as id, name, email,
      coalesce((select string_agg(a.alias, '; ' order by a.folded) from app.employee_alias a where a.employee_id = e.employee_id), '') as alias
    from app.employee e where employee_id = any(${ids}::text[])`)
  const names = new Map((await read.query<{ id: string; name: string }>(sql`select employee_id as id, name from app.employee`)).map(({ id, name }) => [id, name]))
  const units = await unitNames(read)
  const tracks = await exportTracks(read)
  const person = (id: string) => names.get(id) ?? id
  return new Map(
    people.map(({ id, name, email, alias }) => {
      const active = settle(tracks.active.get(id) ?? []).history
      const held = (track: keyof typeof tracks, nameOf: (value: string) => string = (value) => value) => heldOf(tracks[track].get(id) ?? [], active, nameOf)
      const fields = {
        ...{ name: fact(name), email: fact(email), alias: fact(alias) },
        ...{ active: heldOf(active, [], () => ''), unit: held('unit', (unit) => units.get(unit) ?? unit), position: held('position'), role: held('role') },
        ...{ manager: held('reporting', person), sponsor: held('sponsor', person) },
      }
      return [id, { name, fields }]
    }),
  )
}

/** What is recorded of units. */
export async function unitsSnapshot(read: Read, ids: readonly string[]): Promise<Snapshot> {
  const names = await unitNames(read)
  const edges = await loadEdges(read, TREES.units, ids)
  return new Map(
    ids.flatMap((id) => {
      const name = names.get(id)
      if (name === undefined) return []
      return [[id, { name, fields: { name: fact(name), parent: heldOf(edges.get(id) ?? [], [], (unit) => names.get(unit) ?? unit) } }]]
    }),
  )
}

async function unitNames(read: Read): Promise<ReadonlyMap<string, string>> {
  return new Map((await read.query<{ id: string; name: string }>(sql`select unit_id as id, name from app.unit`)).map(({ id, name }) => [id, name]))
}

/** Who of before is otherwise after, in order of ids, field by field. */
export function differencesOf(before: Snapshot, after: Snapshot): Difference[] {
  const found = [...before].flatMap(([id, old]): Difference[] => {
    const now = after.get(id)
    if (now === undefined) return []
    const fields = Object.keys(old.fields)
      .map((field) => ({ field, before: old.fields[field] ?? [], after: now.fields[field] ?? [] }))
      .filter((each) => JSON.stringify(each.before) !== JSON.stringify(each.after))
    return fields.length === 0 ? [] : [{ id, name: now.name, fields }]
  })
  return found.sort((a, b) => (a.id < b.id ? -1 : 1))
}
