import { addDays, type Day } from '../../base/calendar.ts'
import { Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import type { Read, Tx } from '../../store/types.ts'
import { replaceEdges, TREES } from './closure.ts'
import { importPeople, ORG_LOCK } from './import-people.ts'
import { personChange } from './person.ts'
import { handOver, left, type Moves, rowsOf, type Tracks, tracksOf, transferred } from './person-changes.ts'
import { checkRows, effectOf, refuseWrong } from './person-effect.ts'
import { BEGINNING, FOREVER, holdingOn } from './stretches.ts'

interface Known {
  readonly id: string
  readonly name: string
  readonly email: string | null
}

/** Errors: `access.not-visible`. */
async function known(read: Read, employee: string): Promise<Known> {
  const found = await read.first<Known>(sql`select employee_id as id, name, email from app.employee where employee_id = ${employee}`)
  if (found === undefined) throw new Refusal('access.not-visible')
  return found
}

/** Wait for whoever changes people, and refuse a change by somebody who looked at another state. Errors: `org.changed-meanwhile`. */
async function held(tx: Tx, employee: string, change: string): Promise<Known> {
  await tx.lock(ORG_LOCK)
  const person = await known(tx, employee)
  if ((await personChange(tx, employee)) !== change) throw new Refusal('org.changed-meanwhile', { name: person.name })
  return person
}

export interface Transfer {
  readonly from: Day
  readonly moves: Moves
}

/** What a transfer would do. Errors: those of transferPerson. */
export async function transferEffect(read: Read, employee: string, { from, moves }: Transfer, today: Day) {
  const person = await known(read, employee)
  const before = await tracksOf(read, employee)
  const after = transferred(before, from, moves)
  await checkRows(read, rowsOf(person, after), [employee])
  const reports = await reportsOn(read, employee, from)
  return effectOf(read, { from, today, before, after, reports: reports.map((id) => ({ id, to: employee })) })
}

/**
 * From a day on somebody is elsewhere, something else, below somebody else; who has left comes back. What was before that day stays.
 * Errors: `org.not-here-yet`, `org.nothing-changes`, `org.changed-meanwhile`, and those of an import.
 */
export async function transferPerson(tx: Tx, employee: string, { from, moves }: Transfer, change: string): Promise<void> {
  const person = await held(tx, employee, change)
  await write(tx, person, transferred(await tracksOf(tx, employee), from, moves))
}

async function write(tx: Tx, person: Known, tracks: Tracks): Promise<void> {
  const { diagnostics } = await importPeople(tx, rowsOf(person, tracks))
  refuseWrong(diagnostics)
}

async function reportsOn(read: Read, employee: string, day: Day): Promise<string[]> {
  const rows = await read.query<{ id: string }>(sql`
    select employee_id as id from app.line_edge
    where line = 'reporting' and superior_id = ${employee} and from_date <= ${day}::date and until_date > ${day}::date order by 1`)
  return rows.map(({ id }) => id)
}

export interface Leave {
  readonly lastDay: Day
  /** Whom those who report to the person report to from then on; empty: nobody; undefined: whomever the person reported to. */
  readonly reportsTo: string | undefined
}

async function planLeave(read: Read, employee: string, { lastDay, reportsTo }: Leave) {
  const before = await tracksOf(read, employee)
  const after = left(before, lastDay)
  const superior = holdingOn(before.manager, lastDay)?.value ?? null
  const to = reportsTo === undefined ? superior : reportsTo === '' ? null : reportsTo
  if (to === employee) throw new Refusal('org.own-superior', { id: employee, field: 'manager' })
  if (to !== null && reportsTo !== undefined && (await read.first(sql`select 1 as found from app.employee where employee_id = ${to}`)) === undefined)
    throw new Refusal('org.person-unknown', { field: 'reportsTo', value: to })
  const from = addDays(lastDay, 1)
  return { before, after, from, handed: await handOver(read, { employee, from, to, instead: superior }) }
}

/** What a leave would do. Errors: those of leavePerson. */
export async function leaveEffect(read: Read, employee: string, leave: Leave, today: Day) {
  await known(read, employee)
  const { before, after, from, handed } = await planLeave(read, employee, leave)
  return effectOf(read, { from, today, before, after, reports: handed.people })
}

/** Somebody works here until a day, included; those who report to them are handed over. Errors: `org.not-here`, `org.handover-circle`, `org.changed-meanwhile`. */
export async function leavePerson(tx: Tx, employee: string, leave: Leave, change: string): Promise<readonly string[]> {
  const person = await held(tx, employee, change)
  const { after, handed } = await planLeave(tx, employee, leave)
  await replaceEdges(tx, TREES.reporting, handed.wanted, handed.stored)
  await write(tx, person, after)
  return handed.people.map(({ id }) => id)
}

export interface Hire extends Transfer {
  readonly id: string
  readonly name: string
  readonly email: string
}

const rowsOfHire = ({ id, name, email, from, moves }: Hire) => {
  const track = (value: string | undefined) => (value === undefined || value === '' ? [] : [{ value, from, until: FOREVER, source: null }])
  const tracks: Tracks = {
    active: track('active'),
    unit: track(moves.unit),
    position: track(moves.position),
    role: track(moves.role),
    manager: track(moves.manager),
    sponsor: track(moves.sponsor),
  }
  return { tracks, rows: rowsOf({ id, name, email: email === '' ? null : email }, tracks) }
}

async function requireNew(read: Read, { id }: Hire): Promise<void> {
  const there = await read.first<{ name: string }>(sql`select name from app.employee where employee_id = ${id}`)
  if (there !== undefined) throw new Refusal('org.id-taken', { id, name: there.name }, { place: { path: ['id'] } })
}

const NOTHING: Tracks = { active: [], unit: [], position: [], role: [], manager: [], sponsor: [] }

/** What hiring somebody would do. Errors: those of hirePerson. */
export async function hireEffect(read: Read, hire: Hire, today: Day) {
  await requireNew(read, hire)
  const { tracks, rows } = rowsOfHire(hire)
  await checkRows(read, rows, [hire.id])
  return effectOf(read, { from: hire.from, today, before: NOTHING, after: tracks, reports: [] })
}

/** Somebody begins on a day. Errors: `org.id-taken`, and those of an import. */
export async function hirePerson(tx: Tx, hire: Hire): Promise<void> {
  await tx.lock(ORG_LOCK)
  await requireNew(tx, hire)
  const { diagnostics } = await importPeople(tx, rowsOfHire(hire).rows)
  refuseWrong(diagnostics)
}

export interface Correction {
  readonly name?: string | undefined
  readonly email?: string | undefined
  /** The old name goes on finding the person in files. */
  readonly keepName: boolean
}

/** Another spelling or address; it holds for all days. Errors: `org.changed-meanwhile`, `org.nothing-changes`, and those of an import. */
export async function correctPerson(tx: Tx, employee: string, { name, email, keepName }: Correction, change: string): Promise<void> {
  const before = await held(tx, employee, change)
  const after = { id: employee, name: name ?? before.name, email: email === undefined ? before.email : email === '' ? null : email }
  if (after.name === before.name && after.email === before.email) throw new Refusal('org.nothing-changes', { from: '' })
  const aliases = await tx.query<{ alias: string }>(sql`select alias from app.employee_alias where employee_id = ${employee} order by folded`)
  const kept = keepName && after.name !== before.name ? [before.name] : []
  const alias = [...aliases.map((row) => row.alias), ...kept].join('|')
  const tracks = await tracksOf(tx, employee)
  const rows = rowsOf(after, tracks.active.length === 0 ? { ...tracks, active: [{ value: 'active', from: BEGINNING, until: FOREVER, source: null }] } : tracks)
  const { diagnostics } = await importPeople(
    tx,
    rows.map((row) => ({ ...row, fields: { ...row.fields, alias } })),
  )
  refuseWrong(diagnostics)
}
