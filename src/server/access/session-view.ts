import { z } from 'zod'
import type { Day } from '../../base/calendar.ts'
import { sql } from '../../base/sql.ts'
import { CalendarSchema, LocalNameSchema } from '../../engine/documents/company.ts'
import type { Read } from '../../store/types.ts'
import { PERMISSIONS, REACHES } from '../http/permission.ts'
import type { Who } from '../http/who.ts'
import { companyDocument, isDemo } from './company.ts'
import { ACCESS_ROLES } from './roles.ts'
import { asksOldPassword } from './sessions.ts'

const SessionUser = z
  .object({
    id: z.string(),
    login: z.string().describe('A made-up user of the demo company has one that nobody can type.'),
    name: z.string(),
    employee: z.string().nullable().describe('The employee the user is.'),
    lang: z.enum(['zh', 'en']).nullable().describe('The language they chose; null: that of the browser.'),
    demo: z.boolean().describe('A made-up user of the demo company.'),
    hasPassword: z.boolean().describe('The present password is asked for when it is changed: they have one, and did not just come in by a link.'),
  })
  .meta({ id: 'SessionUser' })

const GrantShown = z
  .object({
    permission: z.enum(PERMISSIONS),
    reach: z.enum(REACHES),
    employee: z.string().nullable().describe('From whom the reach is counted.'),
    delegation: z.string().optional().describe('The delegation it rests on.'),
  })
  .meta({ id: 'Grant', description: 'One right: a permission and whose data it reaches.' })

const SessionCompany = z
  .object({
    id: z.string(),
    name: LocalNameSchema.nullable(),
    currency: z.string(),
    currencyDecimals: z.number().int(),
    timezone: z.string(),
    calendar: CalendarSchema,
    units: z.record(z.string(), LocalNameSchema).describe('Names of the company’s own units.'),
    demo: z.boolean(),
    today: z.string().describe('Today in the company’s time zone.'),
  })
  .meta({ id: 'SessionCompany' })

const StandIn = z
  .object({ id: z.string(), name: z.string(), employee: z.string().nullable(), until: z.string().describe('Not included.') })
  .meta({ id: 'StandIn', description: 'Somebody for whom the user stands in today.' })

/** Who is signed in, what they may do, and the company they look at. */
export const Session = z
  .object({
    user: SessionUser,
    roles: z.array(z.enum(ACCESS_ROLES)),
    grants: z.array(GrantShown),
    delegations: z.array(StandIn),
    company: SessionCompany.nullable().describe('Null before a plan was applied.'),
    via: z.enum(['session', 'key']),
  })
  .meta({ id: 'Session' })

type SessionView = z.input<typeof Session>

/** The session of whoever asks. */
export async function sessionOf(read: Read, who: Who, now: Date): Promise<SessionView> {
  const user = await read.first<z.input<typeof SessionUser>>(sql`
    select u.user_id::text as id, u.login, u.name, u.employee_id as employee, u.lang, u.demo_role is not null as demo,
      ${asksOldPassword(sql`u`, who.via.kind === 'session' ? who.via.session : null, now)} as "hasPassword"
    from app.user u where u.user_id = ${who.user}::int`)
  if (user === undefined) throw new Error('who is signed in is no user')
  return {
    user,
    roles: await rolesOn(read, who.user, who.day),
    grants: who.grants.map((grant) => ({ ...grant })),
    delegations: await standIns(read, who),
    company: await companyOf(read, who.day),
    via: who.via.kind,
  }
}

async function rolesOn(read: Read, user: string, day: Day): Promise<SessionView['roles']> {
  const rows = await read.query<{ role: SessionView['roles'][number] }>(sql`
    select role from app.user_role where user_id = ${user}::int and ended_at is null and from_date <= ${day}::date and until_date > ${day}::date group by role`)
  return ACCESS_ROLES.filter((role) => rows.some((row) => row.role === role))
}

function standIns(read: Read, who: Who): Promise<SessionView['delegations']> {
  const ids = [...new Set(who.grants.flatMap(({ delegation }) => (delegation === undefined ? [] : [delegation])))]
  return read.query(sql`
    select d.delegation_id::text as id, f.name, f.employee_id as employee, d.until_date as until
    from app.delegation d join app.user f on f.user_id = d.from_user where d.delegation_id::text = any(${ids}) order by d.until_date, d.delegation_id`)
}

async function companyOf(read: Read, today: Day): Promise<SessionView['company']> {
  const document = await companyDocument(read)
  if (document === null) return null
  const { company: id, name, currency, currencyDecimals, timezone, calendar, units } = document
  return { id, name: name ?? null, currency, currencyDecimals, timezone, calendar, units, demo: await isDemo(read), today }
}
