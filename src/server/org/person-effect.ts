import { z } from 'zod'
import type { Day } from '../../base/calendar.ts'
import { type Diagnostic, Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import type { Read } from '../../store/types.ts'
import { loadStored } from './import-people.ts'
import { type Move, spansOf, type Tracks } from './person-changes.ts'
import { planPeople } from './plan-people.ts'
import type { PersonRow } from './rows.ts'
import { FOREVER, holdingOn } from './stretches.ts'

const Named = z.object({ id: z.string(), name: z.string() })

const Situation = z
  .object({ unit: Named.nullable(), position: z.string().nullable(), role: z.string().nullable(), manager: Named.nullable(), sponsor: Named.nullable() })
  .meta({ id: 'Situation', description: 'Where somebody is and below whom, on a day.' })

export const Effect = z
  .object({
    from: z.string().describe('The first day on which something is different.'),
    past: z.boolean().describe('It lies before today: results that were worked out since then are about to change.'),
    before: Situation.nullable().describe('As it is recorded now for that day; null: does not work here then.'),
    after: Situation.nullable(),
    until: z.string().nullable().describe('When a change that is already recorded takes over; null: nothing is recorded.'),
    dropped: z.number().int().describe('Changes recorded for later days that fall away.'),
    reports: z.array(z.object({ id: z.string(), name: z.string(), to: Named.nullable() })).describe('Who reports to the person from that day on, and to whom afterwards.'),
  })
  .meta({ id: 'PersonEffect', description: 'What a change of a person would do. Nothing was changed.' })

type EffectView = z.input<typeof Effect>
type SituationView = NonNullable<EffectView['before']>

/** Look at rows as an import would, without writing. Errors: the first thing that is wrong with them, the others as details. */
export async function checkRows(read: Read, rows: readonly PersonRow[], ids: readonly string[]): Promise<void> {
  refuseWrong(planPeople(rows, await loadStored(read, ids)).problems.list)
}

/** What an import said, as a refusal. The rows were made here: their places say nothing to anybody. */
export function refuseWrong(diagnostics: readonly Diagnostic[]): void {
  const wrong = diagnostics.filter(({ severity }) => severity === 'error').map((diagnostic) => ({ ...diagnostic, place: placeOf(diagnostic) }))
  const [first] = wrong
  if (first !== undefined) throw new Refusal(first.code, first.params, { place: first.place, details: wrong })
}

function placeOf({ params }: Diagnostic): Diagnostic['place'] {
  const field = params['field']
  return typeof field === 'string' ? { path: [field] } : {}
}

export interface Shown {
  readonly from: Day
  readonly today: Day
  readonly before: Tracks
  readonly after: Tracks
  readonly reports: readonly { readonly id: string; readonly to: string | null }[]
}

export async function effectOf(read: Read, { from, today, before, after, reports }: Shown): Promise<EffectView> {
  const people = await namesOf(read, [...linesOf(before, from), ...linesOf(after, from), ...reports.flatMap(({ id, to }) => (to === null ? [id] : [id, to]))])
  const units = await unitNames(read)
  const named = (names: ReadonlyMap<string, string>, id: string | null) => (id === null ? null : { id, name: names.get(id) ?? id })
  const on = (tracks: Tracks): SituationView | null => {
    if (holdingOn(tracks.active, from) === undefined) return null
    const value = (field: Move) => holdingOn(tracks[field], from)?.value ?? null
    return {
      unit: named(units, value('unit')),
      position: value('position'),
      role: value('role'),
      manager: named(people, value('manager')),
      sponsor: named(people, value('sponsor')),
    }
  }
  const until = spansOf(after).find((span) => span.from <= from && span.until > from)?.until ?? FOREVER
  const later = (tracks: Tracks) => spansOf(tracks).filter((span) => span.from > from).length
  return {
    ...{ from, past: from < today, before: on(before), after: on(after), until: until === FOREVER ? null : until },
    dropped: Math.max(0, later(before) - later(after)),
    reports: reports.map(({ id, to }) => ({ id, name: people.get(id) ?? id, to: named(people, to) })),
  }
}

const linesOf = (tracks: Tracks, day: Day): string[] =>
  [tracks.manager, tracks.sponsor].flatMap((track) => {
    const found = holdingOn(track, day)
    return found === undefined ? [] : [found.value]
  })

async function namesOf(read: Read, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await read.query<{ id: string; name: string }>(
    sql`select employee_id as id, name from app.employee where employee_id in (select unnest(${[...new Set(ids)]}::text[]))`,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function unitNames(read: Read): Promise<Map<string, string>> {
  const rows = await read.query<{ id: string; name: string }>(sql`select unit_id as id, name from app.unit`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
