import { type Day, daysBetween } from '../../base/calendar.ts'
import { Refusal } from '../../base/diagnostic.ts'
import { DELEGATION_DAYS } from '../../base/limits.ts'
import { type Sql, sql } from '../../base/sql.ts'
import type { Read, Tx } from '../../store/types.ts'
import type { Permission } from '../http/permission.ts'
import { may, type Who } from '../http/who.ts'
import { isDelegable } from './roles.ts'
import { rightsOfUser } from './who-of.ts'

/** People offered at a time: whoever is not among them is found by name. */
const STAND_INS_SHOWN = 50

/** A user as others may know them. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly employee: string | null
}

export interface DelegationRow {
  readonly id: string
  readonly from: Person
  readonly to: Person
  readonly fromDate: Day
  /** Not included. */
  readonly untilDate: Day
  readonly permissions: Permission[]
  readonly reason: string
}

const person = (user: Sql): Sql => sql`(select json_build_object('id', u.user_id::text, 'name', u.name, 'employee', u.employee_id) from app.user u where u.user_id = ${user})`

const columns: Sql = sql`d.delegation_id::text as id, ${person(sql`d.from_user`)} as "from", ${person(sql`d.to_user`)} as "to", d.from_date as "fromDate", d.until_date as "untilDate",
  d.permissions, d.reason`

/** Delegations that hold or will hold: from and to somebody, or all for whoever manages users. */
export function listDelegations(read: Read, who: Who): Promise<DelegationRow[]> {
  const theirs = may(who, 'user.manage') ? sql`true` : sql`${who.user}::int in (d.from_user, d.to_user)`
  return read.query<DelegationRow>(sql`
    select ${columns} from app.delegation d where d.ended_at is null and d.until_date > ${who.day}::date and ${theirs} order by d.from_date, d.created_at, d.delegation_id`)
}

/** Who can stand in for somebody: users among their unit, those above them and those below them. Whoever manages users may take anybody. */
export async function listStandIns(read: Read, who: Who, q: string): Promise<Person[]> {
  return read.query<Person>(sql`
    select u.user_id::text as id, u.name, u.employee_id as employee from app.user u
    where ${canStandIn(who)} and position(lower(${q.trim()}) in lower(concat_ws(' ', u.name, u.employee_id))) > 0
    order by u.name collate app.names, u.user_id limit ${STAND_INS_SHOWN}`)
}

function canStandIn(who: Who): Sql {
  const others = sql`u.user_id <> ${who.user}::int and u.disabled_at is null`
  if (may(who, 'user.manage')) return others
  const on = (alias: Sql) => sql`${alias}.from_date <= ${who.day}::date and ${alias}.until_date > ${who.day}::date`
  return sql`${others} and u.employee_id in (
    select b.employee_id from app.assignment a join app.assignment b on b.unit_id = a.unit_id where a.employee_id = ${who.employee} and ${on(sql`a`)} and ${on(sql`b`)}
    union all select l.superior_id from app.line_closure l where l.line = 'reporting' and l.employee_id = ${who.employee} and ${on(sql`l`)}
    union all select l.employee_id from app.line_closure l where l.line = 'reporting' and l.superior_id = ${who.employee} and ${on(sql`l`)})`
}

export interface NewDelegation {
  /** The user who is away. */
  readonly from: string
  readonly to: string
  readonly fromDate: Day
  readonly untilDate: Day
  /** Null: all they have that can be handed on. */
  readonly permissions: readonly Permission[] | null
  readonly reason: string
}

/**
 * Let somebody stand in for somebody: for oneself, or for anybody where one manages users, though never in one's own favour.
 * Errors: `user.unknown`, `access.own-rights`, `access.delegation-self`, `access.delegation-beyond`, `access.delegation-empty`, `access.dates-reversed`, `access.in-the-past`,
 * `access.too-long`.
 */
export async function addDelegation(tx: Tx, who: Who, wished: NewDelegation, now: Date): Promise<DelegationRow> {
  requireDates(wished, who.day)
  const { from, to, fromDate, untilDate, reason } = wished
  if (from === to) throw new Refusal('access.delegation-self')
  if (from !== who.user && !may(who, 'user.manage')) throw new Refusal('user.unknown')
  if (to === who.user) throw new Refusal('access.own-rights')
  await requireStandIn(tx, who, to)
  const permissions = await handedOn(tx, wished, who.day)
  const row = await tx.first<DelegationRow>(sql`
    insert into app.delegation as d (from_user, to_user, from_date, until_date, permissions, reason, created_by, created_at)
    values (${from}::int, ${to}::int, ${fromDate}::date, ${untilDate}::date, ${permissions}, ${reason}, ${who.user}::int, ${now.toISOString()}::timestamptz)
    returning ${columns}`)
  if (row === undefined) throw new Error('an insert returned nothing')
  return row
}

function requireDates({ fromDate: from, untilDate: until }: NewDelegation, today: Day): void {
  if (until <= from) throw new Refusal('access.dates-reversed', { from, until })
  if (until <= today) throw new Refusal('access.in-the-past', { until })
  if (daysBetween(from, until) > DELEGATION_DAYS) throw new Refusal('access.too-long', { days: DELEGATION_DAYS })
}

async function requireStandIn(tx: Tx, who: Who, to: string): Promise<void> {
  const found = await tx.first(sql`select 1 as found from app.user u where u.user_id::text = ${to} and ${canStandIn(who)}`)
  if (found === undefined) throw new Refusal('user.unknown')
}

/** What is handed on: only what is one's own, and not what one has oneself from somebody else. */
async function handedOn(tx: Tx, { from, permissions }: NewDelegation, today: Day): Promise<Permission[]> {
  const known = await tx.first(sql`select 1 as known from app.user where user_id::text = ${from} and disabled_at is null`)
  if (known === undefined) throw new Refusal('user.unknown')
  const own = [...new Set((await rightsOfUser(tx, from, today)).map(({ permission }) => permission).filter(isDelegable))]
  if (own.length === 0) throw new Refusal('access.delegation-empty')
  const beyond = (permissions ?? []).filter((permission) => !own.includes(permission))
  if (beyond.length > 0) throw new Refusal('access.delegation-beyond', { permissions: beyond.join(', ') })
  return permissions === null ? own : [...new Set(permissions)]
}

/** End a delegation at once: by either side, or by whoever manages users; false where there is none. */
export async function endDelegation(tx: Tx, who: Who, id: string, now: Date): Promise<boolean> {
  const theirs = may(who, 'user.manage') ? sql`true` : sql`${who.user}::int in (from_user, to_user)`
  const ended = await tx.run(sql`
    update app.delegation set ended_at = ${now.toISOString()}::timestamptz, ended_by = ${who.user}::int where delegation_id::text = ${id} and ended_at is null and ${theirs}`)
  return ended > 0
}
