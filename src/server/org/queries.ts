import type { Day } from '../../base/calendar.ts'
import { LINE_DEPTH } from '../../base/limits.ts'
import { sql } from '../../base/sql.ts'
import type { FactEdge, FactRate } from '../../engine/reference/facts.ts'
import type { Read } from '../../store/types.ts'
import type { Line } from './closure.ts'
import { buildDirectory, type Directory } from './directory.ts'
import type { PersonField, RateField, UnitField } from './rows.ts'
import { BEGINNING, combine, FOREVER } from './stretches.ts'

/** Everybody who can be named in a file. Loaded once an import: it holds all names in memory. */
export async function loadDirectory(read: Read): Promise<Directory> {
  return buildDirectory(await directoryEntries(read))
}

async function directoryEntries(read: Read): Promise<{ id: string; name: string; email: string | null; aliases: string[] }[]> {
  return read.query(sql`
    select employee_id as id, name, email,
      coalesce((select array_agg(a.alias order by a.folded) from app.employee_alias a where a.employee_id = e.employee_id), '{}') as aliases
    from app.employee e order by employee_id`)
}

/** Days from … until (not included); null: open. */
export interface Days {
  readonly from: Day | null
  readonly until: Day | null
}

function bounds(days: Days): { from: string; until: string } {
  return { from: days.from ?? BEGINNING, until: days.until ?? FOREVER }
}

export interface EmployeeRow {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly unit: string | null
  readonly unitName: string | null
  readonly position: string | null
  readonly role: string | null
}

/** Who was active on a day of these, in order of ids, with what they were last in that time. */
export function listEmployees(read: Read, days: Days): Promise<EmployeeRow[]> {
  const { from, until } = bounds(days)
  return read.query<EmployeeRow>(sql`
    select e.employee_id as id, e.name, e.email, a.unit_id as unit, u.name as "unitName", a.position, a.role
    from app.employee e
    join (select distinct on (employee_id) * from app.assignment where from_date < ${until}::date and until_date > ${from}::date
          order by employee_id, from_date desc) a on a.employee_id = e.employee_id
    left join app.unit u on u.unit_id = a.unit_id
    order by e.employee_id`)
}

export interface Above extends Days {
  readonly superior: string
  readonly depth: number
}

/** Everybody above a person on a line, whenever it was, nearest first. */
export function listAbove(read: Read, line: Line, employee: string): Promise<Above[]> {
  return read.query<Above>(sql`
    select superior_id as superior, depth, nullif(from_date, '-infinity')::text as from, nullif(until_date, 'infinity')::text as until
    from app.line_closure where line = ${line} and employee_id = ${employee} and depth > 0 order by depth, from_date`)
}

export interface Below extends Days {
  readonly employee: string
  readonly depth: number
}

/** Everybody below a person on a line on a day of these, at most `depth` steps down (null: all). The person is not among them. */
export function listBelow(read: Read, line: Line, superior: string, { depth, ...days }: Days & { readonly depth: number | null }): Promise<Below[]> {
  const { from, until } = bounds(days)
  return read.query<Below>(sql`
    select employee_id as employee, depth, nullif(from_date, '-infinity')::text as from, nullif(until_date, 'infinity')::text as until
    from app.line_closure where line = ${line} and superior_id = ${superior} and depth between 1 and ${depth ?? LINE_DEPTH}
      and from_date < ${until}::date and until_date > ${from}::date order by depth, employee_id, from_date`)
}

/** The edges of a line, as the interpreter takes them; of one employee, or of everybody. */
export function listEdges(read: Read, line: Line, employee?: string): Promise<FactEdge[]> {
  return read.query<FactEdge>(sql`
    select employee_id as employee, superior_id as superior, nullif(from_date, '-infinity')::text as from, nullif(until_date, 'infinity')::text as until
    from app.line_edge where line = ${line} and ${employee === undefined ? sql`true` : sql`employee_id = ${employee}`}
    order by employee_id, line_edge.from_date`)
}

export interface UnitMember extends Days {
  readonly employee: string
  readonly unit: string
}

/** Who worked in a unit, or in one below it, on a day of these. Days are those both of the assignment and of the unit's place in the tree. */
export function listUnitMembers(read: Read, unit: string, days: Days): Promise<UnitMember[]> {
  const { from, until } = bounds(days)
  return read.query<UnitMember>(sql`
    select a.employee_id as employee, a.unit_id as unit,
      nullif(greatest(a.from_date, c.from_date), '-infinity')::text as from, nullif(least(a.until_date, c.until_date), 'infinity')::text as until
    from app.unit_closure c
    join app.assignment a on a.unit_id = c.unit_id and a.from_date < c.until_date and a.until_date > c.from_date
    where c.parent_id = ${unit} and greatest(a.from_date, c.from_date) < ${until}::date and least(a.until_date, c.until_date) > ${from}::date
    order by a.employee_id, greatest(a.from_date, c.from_date)`)
}

/** All rates, as the interpreter takes them. */
export function listRates(read: Read): Promise<FactRate[]> {
  return read.query<FactRate>(sql`select currency, day::text as day, trim_scale(rate)::text as rate from app.rate order by currency, day`)
}

/** `change` grows whenever an org fact changes; `checksum` is the same for the same facts, whatever the order they came in. */
export interface OrgState {
  readonly change: string
  readonly checksum: string
}

export async function orgState(read: Read): Promise<OrgState> {
  const state = await read.first<OrgState>(sql`select max(change)::text as change, sum(checksum)::text as checksum from app.org_state`)
  return state ?? { change: '0', checksum: '0' }
}

type Cells<Field extends string> = Record<Field, string>

function ends(days: { from: string; until: string }): { from: string; until: string } {
  return { from: days.from === BEGINNING ? '' : days.from, until: days.until === FOREVER ? '' : days.until }
}

interface Track {
  readonly id: string
  readonly value: string
  readonly from: string
  readonly until: string
}

/** The rows of a people.csv that would make the same people again. */
export async function exportPeople(read: Read): Promise<Cells<PersonField>[]> {
  const tracks = await exportTracks(read)
  return (await directoryEntries(read)).flatMap(({ id, name, email, aliases }) => {
    const identity = { id, name, alias: aliases.join('; '), email: email ?? '' }
    const own = (track: keyof typeof tracks) => tracks[track].get(id) ?? []
    const rows = combine({ active: own('active'), unit: own('unit'), position: own('position'), role: own('role'), manager: own('reporting'), sponsor: own('sponsor') })
    return rows.map(({ values: { unit, position, role, manager, sponsor }, ...days }) => ({
      ...identity,
      unit: unit ?? '',
      position: position ?? '',
      role: role ?? '',
      manager: manager ?? '',
      sponsor: sponsor ?? '',
      ...ends(days),
    }))
  })
}

/** What holds of people, each on a track of its own; of one, or of everybody. */
export async function exportTracks(read: Read, employee?: string) {
  const one = employee === undefined ? sql`true` : sql`employee_id = ${employee}`
  const rows = await read.query<Track & { track: 'active' | 'unit' | 'position' | 'role' | Line }>(sql`
    select a.employee_id as id, t.track, t.value, a.from_date as from, a.until_date as until
    from app.assignment a cross join lateral (values ('active', ''), ('unit', unit_id), ('position', position), ('role', role)) as t (track, value) where t.value is not null and ${one}
    union all select employee_id, line, superior_id, from_date, until_date from app.line_edge where ${one}
    order by 1, 4`)
  const tracks = { active: new Map<string, (Track & { source: null })[]>(), unit: new Map(), position: new Map(), role: new Map(), reporting: new Map(), sponsor: new Map() }
  for (const { track, ...row } of rows) {
    const history = tracks[track].get(row.id)
    if (history === undefined) tracks[track].set(row.id, [{ ...row, source: null }])
    else history.push({ ...row, source: null })
  }
  return tracks
}

/** The rows of a units.csv that would make the declared units again. */
export async function exportUnits(read: Read): Promise<Cells<UnitField>[]> {
  const rows = await read.query<Cells<UnitField>>(sql`
    select u.unit_id as id, u.name, coalesce(e.parent_id, '') as parent, coalesce(e.from_date, '-infinity')::text as from, coalesce(e.until_date, 'infinity')::text as until
    from app.unit u left join app.unit_edge e using (unit_id) where u.declared order by u.unit_id, e.from_date`)
  return rows.map((row) => ({ ...row, ...ends(row) }))
}

/** The rows of a rates.csv that would make the same rates again. */
export async function exportRates(read: Read): Promise<Cells<RateField>[]> {
  return (await listRates(read)).map(({ currency, day, rate }) => ({ currency, date: day, rate }))
}
