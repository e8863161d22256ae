import { addDays, type Day } from '../../base/calendar.ts'
import { Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import type { Read } from '../../store/types.ts'
import { type Edges, loadEdges, TREES } from './closure.ts'
import { findCycles } from './cycles.ts'
import { chainText } from './lines.ts'
import { exportTracks } from './queries.ts'
import type { PersonField, PersonRow } from './rows.ts'
import { BEGINNING, combine, FOREVER, holdingOn, type Stretch, settle, stretchText } from './stretches.ts'

/** What a transfer may change. */
export const MOVES = ['unit', 'position', 'role', 'manager', 'sponsor'] as const

export type Move = (typeof MOVES)[number]

/** Fields that are to change; an empty text says none from then on, one left out stays as it is. */
export type Moves = Partial<Record<Move, string | undefined>>

/** The history of one person on each track. */
export type Tracks = Readonly<Record<'active' | Move, readonly Stretch[]>>

export async function tracksOf(read: Read, employee: string): Promise<Tracks> {
  const { reporting, sponsor, ...rest } = await exportTracks(read, employee)
  const own = (track: ReadonlyMap<string, readonly Stretch[]>) => settle(track.get(employee) ?? []).history
  return { active: own(rest.active), unit: own(rest.unit), position: own(rest.position), role: own(rest.role), manager: own(reporting), sponsor: own(sponsor) }
}

/**
 * The tracks with a transfer on a day: what was before stays, what is already recorded for a later day stays, too.
 * Somebody who has left comes back on that day. Errors: `org.not-here-yet`, `org.nothing-changes`.
 */
export function transferred(tracks: Tracks, from: Day, moves: Moves): Tracks {
  const back = holdingOn(tracks.active, from) === undefined
  const later = tracks.active.find((stretch) => stretch.from > from)
  if (back && later !== undefined) throw new Refusal('org.not-here-yet', { from, begins: later.from })
  const moved: Record<'active' | Move, readonly Stretch[]> = { ...tracks, active: back ? valueFrom(tracks.active, 'active', from) : tracks.active }
  for (const field of MOVES) {
    const value = moves[field]
    // Who comes back has what is said now, not what a line said beyond the day they left.
    if (value !== undefined || back) moved[field] = valueFrom(tracks[field], value === undefined || value === '' ? null : value, from)
  }
  if (!back && MOVES.every((field) => historyText(moved[field]) === historyText(tracks[field]))) throw new Refusal('org.nothing-changes', { from })
  return moved
}

/** The tracks of somebody whose last day this is: nothing holds after it. Errors: `org.not-here`. */
export function left(tracks: Tracks, lastDay: Day): Tracks {
  if (holdingOn(tracks.active, lastDay) === undefined) throw new Refusal('org.not-here', { day: lastDay })
  const until = addDays(lastDay, 1)
  const cut = (track: readonly Stretch[]) => track.filter((stretch) => stretch.from < until).map((stretch) => (stretch.until > until ? { ...stretch, until } : stretch))
  return {
    active: cut(tracks.active),
    unit: cut(tracks.unit),
    position: cut(tracks.position),
    role: cut(tracks.role),
    manager: cut(tracks.manager),
    sponsor: cut(tracks.sponsor),
  }
}

/** The history with another value from a day on, until a change already recorded for a later day. */
export function valueFrom(history: readonly Stretch[], value: string | null, day: Day): Stretch[] {
  const kept = history.flatMap((stretch) => {
    if (stretch.from >= day) return stretch.from === day ? [] : [stretch]
    return [{ ...stretch, until: stretch.until < day ? stretch.until : day }]
  })
  const next = kept.find((stretch) => stretch.from > day)
  const fresh = value === null ? [] : [{ value, from: day, until: next?.from ?? FOREVER, source: null }]
  return settle([...kept, ...fresh]).history
}

/** A history as one text, to compare two of them. */
export const historyText = (history: readonly Stretch[]) => history.map((stretch) => `${stretch.value}\n${stretchText(stretch)}`).join('\n')

/** The days on which nothing changes while the person works here, with what holds then. */
export function spansOf(tracks: Tracks) {
  return combine<'active' | Move>(tracks).filter(({ values }) => values.active !== null)
}

/** The rows of a file that would say all of this: an import then checks it as any other. */
export function rowsOf(person: { readonly id: string; readonly name: string; readonly email: string | null }, tracks: Tracks): PersonRow[] {
  return spansOf(tracks).map(({ from, until, values }, at) => {
    const moves = Object.fromEntries(MOVES.map((field) => [field, values[field] ?? '']))
    const fields: Partial<Record<PersonField, string>> = {
      ...{ id: person.id, name: person.name, email: person.email ?? '' },
      ...moves,
      ...{ from: from === BEGINNING ? '' : from, until: until === FOREVER ? '' : until },
    }
    return { fields, file: '', line: at + 1 }
  })
}

/** Somebody who reports to the person who leaves, with the history they are to have. */
export interface Handover {
  readonly id: string
  readonly to: string | null
}

/**
 * Everybody who reports to a person on a day or later, and whom they report to from then on: `to`; whoever is `to` reports where the person did. Answers the histories, too.
 * Errors: `org.handover-circle`.
 */
export async function handOver(
  read: Read,
  { employee, from, to, instead }: { readonly employee: string; readonly from: Day; readonly to: string | null; readonly instead: string | null },
): Promise<{ readonly people: readonly Handover[]; readonly wanted: Edges; readonly stored: Edges }> {
  const rows = await read.query<{ id: string }>(sql`
    select distinct employee_id as id from app.line_edge where line = 'reporting' and superior_id = ${employee} and until_date > ${from}::date order by 1`)
  const all = await loadEdges(read, TREES.reporting)
  const wanted = new Map(
    rows.map(({ id }) => {
      const other = id === to ? instead : to
      return [id, replacedFrom(all.get(id) ?? [], employee, other === id ? null : other, from)] as const
    }),
  )
  const circle = findCycles(new Map([...all, ...wanted])).find(({ kind }) => kind === 'cycle')
  if (circle !== undefined) throw new Refusal('org.handover-circle', { chain: chainText(circle.steps.map((step) => step.member)) })
  return { people: rows.map(({ id }) => ({ id, to: id === to ? instead : to })), wanted, stored: all }
}

/** A history in which another value (null: none) takes the place of one from a day on. */
export function replacedFrom(history: readonly Stretch[], value: string, to: string | null, from: Day): Stretch[] {
  const pieces = history.flatMap((stretch) => {
    if (stretch.value !== value || stretch.until <= from) return [stretch]
    const after = to === null ? [] : [{ ...stretch, value: to, from: stretch.from > from ? stretch.from : from }]
    return stretch.from < from ? [{ ...stretch, until: from }, ...after] : after
  })
  return settle(pieces).history
}
