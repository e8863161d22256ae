import { buildDirectory, type Directory, type DirectoryEntry } from './directory.ts'
import { fold } from './fold.ts'
import { checkLine, type RowStretch, settleTrack } from './lines.ts'
import { named } from './naming.ts'
import { cell, checkText, PERSON_FIELDS, type PersonField, type PersonRow, Problems, readStretch, rowText, splitAliases } from './rows.ts'
import { combine, settle } from './stretches.ts'

export const LINES = [
  { line: 'reporting', field: 'manager' },
  { line: 'sponsor', field: 'sponsor' },
] as const

const TRACKS = ['unit', 'position', 'role'] as const
type Track = (typeof TRACKS)[number]

export interface StoredPerson {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly aliases: readonly string[]
}

export interface Assignment {
  readonly from: string
  readonly until: string
  readonly unit: string | null
  readonly position: string | null
  readonly role: string | null
}

/** What is recorded before an import: all people and edges, and the assignments of those the rows name. */
export interface StoredPeople {
  readonly people: ReadonlyMap<string, StoredPerson>
  readonly assignments: ReadonlyMap<string, readonly Assignment[]>
  readonly edges: Readonly<Record<'reporting' | 'sponsor', ReadonlyMap<string, readonly RowStretch[]>>>
  readonly units: readonly DirectoryEntry[]
  /** Whether a file of units was ever given: then `units` are those of files, and any other is a mistake. */
  readonly unitsDeclared: boolean
}

/** What the given people are to be. An alias list or a line that is missing was not stated and stays as it is. */
export interface PersonPlan extends Omit<StoredPerson, 'aliases'> {
  readonly aliases: readonly string[] | undefined
  readonly assignments: readonly Assignment[]
}

export interface PeoplePlan {
  readonly people: readonly PersonPlan[]
  readonly edges: Readonly<Record<'reporting' | 'sponsor', ReadonlyMap<string, readonly RowStretch[]>>>
  /** Units that a person's row is the first to name. */
  readonly newUnits: readonly string[]
}

const TEXT_FIELDS = PERSON_FIELDS.filter((field) => field !== 'from' && field !== 'until')

interface DatedRow {
  readonly row: PersonRow
  readonly from: string
  readonly until: string
}

/** A person with all rows; `stated`: the fields at least one of them has. */
interface Person {
  readonly id: string
  rows: DatedRow[]
  readonly stated: Set<PersonField>
}

/** Work out what rows mean, in any order, against what is recorded. The plan is only to be used when no problem is an error. */
export function planPeople(rows: readonly PersonRow[], stored: StoredPeople): { plan: PeoplePlan; problems: Problems } {
  const problems = new Problems()
  const people = gather(rows, problems)
  const identities = [...people.values()].map((person) => identify(person, stored.people.get(person.id), problems))
  const entries = new Map<string, DirectoryEntry>(stored.people)
  for (const one of identities) entries.set(one.id, { ...one, aliases: one.aliases ?? stored.people.get(one.id)?.aliases ?? [] })
  checkSpellings(entries, people, problems)
  const units = unitDirectory(people, stored)
  const assigned = identities.map((one) => ({ ...one, assignments: assign(personOf(people, one.id), stored, units.directory, problems) }))
  const directory = buildDirectory(entries.values())
  const edges = {
    reporting: planLine(people, { line: 'reporting', field: 'manager' }, { stored, directory, problems }),
    sponsor: planLine(people, { line: 'sponsor', field: 'sponsor' }, { stored, directory, problems }),
  }
  return { plan: { people: assigned, edges, newUnits: units.added }, problems }
}

function personOf(people: ReadonlyMap<string, Person>, id: string): Person {
  const person = people.get(id)
  if (person === undefined) throw new Error(`no rows of ${id}`)
  return person
}

function gather(rows: readonly PersonRow[], problems: Problems): Map<string, Person> {
  const people = new Map<string, Person>()
  for (const row of rows) {
    const id = cell(row, 'id') ?? ''
    if (id === '') problems.error(row, 'org.id-missing', {})
    const hostile = TEXT_FIELDS.filter((field) => !checkText(row, field, problems))
    const days = readStretch(row, problems)
    if (id === '' || hostile.includes('id')) continue
    // A person whose row is wrong elsewhere is known all the same, so that those who name them are not told off as well.
    const person = people.get(id) ?? { id, rows: [], stated: new Set() }
    people.set(id, person)
    for (const field of PERSON_FIELDS) if (row.fields[field] !== undefined) person.stated.add(field)
    if (days !== undefined && hostile.length === 0) person.rows.push({ row, ...days })
  }
  for (const person of people.values()) person.rows = datedRows(person.rows)
  return people
}

/** A source without dates, such as a list of names, does not say when a person came and left: where another one does, its rows hold on those days. */
function datedRows(rows: DatedRow[]): DatedRow[] {
  const isDated = ({ row }: DatedRow) => row.fields.from !== undefined || row.fields.until !== undefined
  const dated = rows.filter(isDated)
  if (dated.length === 0 || dated.length === rows.length) return rows
  const active = settle(dated.map(({ from, until }) => ({ value: 'active', from, until, source: null }))).history
  const undated = rows.filter((row) => !isDated(row))
  return [...dated, ...undated.flatMap(({ row }) => active.map(({ from, until }) => ({ row, from, until })))]
}

function identify(person: Person, before: StoredPerson | undefined, problems: Problems): Omit<PersonPlan, 'assignments'> {
  let name: { text: string; row: PersonRow } | undefined
  let email = { text: null as string | null, from: '' } // Widened: an e-mail may be found below.
  const aliases = new Map<string, string>()
  for (const { row, from } of person.rows) {
    const text = cell(row, 'name') ?? ''
    if (text !== '' && name === undefined) name = { text, row }
    if (text !== '' && name !== undefined && text !== name.text) {
      problems.error(row, 'org.name-differs', { id: person.id, name: text, otherName: name.text, other: rowText(name.row) })
    }
    const address = cell(row, 'email') ?? ''
    if (address !== '' && (from > email.from || (from === email.from && address < (email.text ?? '\uffff')))) email = { text: address, from }
    for (const alias of splitAliases(cell(row, 'alias') ?? '')) {
      const other = aliases.get(fold(alias))
      if (fold(alias) !== '' && (other === undefined || alias < other)) aliases.set(fold(alias), alias)
    }
  }
  const called = name?.text ?? (person.stated.has('name') ? person.id : (before?.name ?? person.id))
  aliases.delete(fold(person.id))
  aliases.delete(fold(called))
  return {
    id: person.id,
    name: called,
    email: person.stated.has('email') ? email.text : (before?.email ?? null),
    aliases: person.stated.has('alias') ? [...aliases.values()].sort() : undefined,
  }
}

/** An alias must mean one person only, whoever of the two is in the rows; ids that look alike are worth a warning. */
function checkSpellings(entries: ReadonlyMap<string, DirectoryEntry>, people: ReadonlyMap<string, Person>, problems: Problems): void {
  const aliases = new Map<string, { alias: string; id: string }>()
  for (const { id, aliases: spellings } of entries.values()) {
    for (const alias of spellings) {
      const other = aliases.get(fold(alias))
      if (other === undefined) aliases.set(fold(alias), { alias, id })
      else tellAlias(alias, id, other.id, people, problems)
    }
  }
  const ids = new Map<string, string>()
  for (const { id, name } of entries.values()) {
    const key = fold(id)
    for (const spelling of new Set([key, fold(name)])) {
      const owner = aliases.get(spelling)
      if (owner !== undefined && owner.id !== id) tellAlias(owner.alias, owner.id, id, people, problems)
    }
    const alike = ids.get(key)
    const row = people.get(id)?.rows[0]?.row ?? people.get(alike ?? '')?.rows[0]?.row
    if (alike !== undefined && row !== undefined) problems.warning(row, 'org.id-alike', { id, otherId: alike })
    ids.set(key, id)
  }
}

function tellAlias(alias: string, id: string, other: string, people: ReadonlyMap<string, Person>, problems: Problems): void {
  const row = people.get(id)?.rows[0]?.row
  const otherRow = people.get(other)?.rows[0]?.row
  if (row !== undefined && otherRow !== undefined) problems.error(row, 'org.alias-taken', { alias, id, otherId: other, other: rowText(otherRow) })
  else if (row !== undefined) problems.error(row, 'org.alias-taken-stored', { alias, id, otherId: other })
  else if (otherRow !== undefined) problems.error(otherRow, 'org.alias-taken-stored', { alias, id: other, otherId: id })
}

/** Where units were never declared, those that rows name come into being; of several spellings the first in order becomes the id. */
function unitDirectory(people: ReadonlyMap<string, Person>, stored: StoredPeople): { directory: Directory; added: string[] } {
  const known = buildDirectory(stored.units)
  if (stored.unitsDeclared) return { directory: known, added: [] }
  const spellings = new Set<string>()
  for (const { rows } of people.values()) for (const { row } of rows) spellings.add(cell(row, 'unit') ?? '')
  spellings.delete('')
  const added = new Map<string, string>()
  for (const text of [...spellings].sort()) {
    if (known.resolve(text).kind === 'unknown' && !added.has(fold(text))) added.set(fold(text), text)
  }
  const fresh = [...added.values()]
  return { directory: buildDirectory([...stored.units, ...fresh.map((id) => ({ id, name: id, aliases: [] }))]), added: fresh }
}

/** A track that no row states keeps what is recorded, so that a list of e-mail addresses does not empty the units. */
function assign(person: Person, stored: StoredPeople, units: Directory, problems: Problems): Assignment[] {
  const before = stored.assignments.get(person.id) ?? []
  const restated = before.length === 0 || (['from', 'until', ...TRACKS] as const).some((field) => person.stated.has(field))
  const active = restated ? person.rows : before
  const track = (name: Track): RowStretch[] => {
    if (!person.stated.has(name)) return before.flatMap((a) => stretchOf(a, name))
    const value = (row: PersonRow) => (name === 'unit' ? named(row, 'unit', units, 'unit', problems) : cell(row, name))
    return settleTrack(person.id, stretchesOf(person, value), `org.${name}-overlap`, problems)
  }
  const always = active.map(({ from, until }) => ({ value: 'active', from, until, source: null }))
  const tracks = { active: settle(always).history, unit: track('unit'), position: track('position'), role: track('role') }
  return combine(tracks)
    .filter(({ values }) => values.active !== null)
    .map(({ from, until, values: { unit, position, role } }) => ({ from, until, unit, position, role }))
}

function stretchOf(assignment: Assignment, track: Track): RowStretch[] {
  const value = assignment[track]
  return value === null ? [] : [{ value, from: assignment.from, until: assignment.until, source: null }]
}

function stretchesOf(person: Person, value: (row: PersonRow) => string | undefined): RowStretch[] {
  return person.rows.flatMap(({ row, from, until }) => {
    const found = value(row)
    return found === undefined || found === '' ? [] : [{ value: found, from, until, source: row }]
  })
}

interface Context {
  readonly stored: StoredPeople
  readonly directory: Directory
  readonly problems: Problems
}

/** The histories of those whose rows state the line; checked together with everybody else's, as recorded. */
function planLine(people: ReadonlyMap<string, Person>, { line, field }: (typeof LINES)[number], { stored, directory, problems }: Context): Map<string, RowStretch[]> {
  const planned = new Map<string, RowStretch[]>()
  for (const person of people.values()) {
    if (!person.stated.has(field)) continue
    const superior = (row: PersonRow): string | undefined => {
      const id = named(row, field, directory, 'person', problems)
      if (id !== person.id) return id
      problems.error(row, 'org.own-superior', { id, field })
      return undefined
    }
    planned.set(person.id, settleTrack(person.id, stretchesOf(person, superior), `org.${field}-overlap`, problems))
  }
  const all = new Map<string, readonly RowStretch[]>()
  for (const [id, history] of stored.edges[line]) all.set(id, history)
  for (const [id, history] of planned) all.set(id, history)
  checkLine(all, field, problems)
  return planned
}
