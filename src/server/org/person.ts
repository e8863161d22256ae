import { z } from 'zod'
import { Refusal } from '../../base/diagnostic.ts'
import { type Sql, sql } from '../../base/sql.ts'
import type { Read } from '../../store/types.ts'
import { isVisible } from '../access/visible.ts'
import { may } from '../http/who.ts'
import { holds, type Viewer } from './people.ts'
import { Colleague, Stretch } from './shapes.ts'

const LineStretch = z.object({ ...Stretch, person: Colleague })
const Below = z.object({ id: z.string(), name: z.string(), unitName: z.string().nullable(), position: z.string().nullable() })

export const PersonDetail = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    aliases: z.array(z.string()).describe('Other spellings in files.'),
    change: z.string().describe('Changes whenever anything told here about the person does; commands want it back.'),
    assignments: z.array(z.object({ ...Stretch, unit: z.string().nullable(), unitName: z.string().nullable(), position: z.string().nullable(), role: z.string().nullable() })),
    managers: z.array(LineStretch).describe('Who the person reports to, with days.'),
    sponsors: z.array(LineStretch),
    reports: z.array(Below).describe('Who reports to the person on the day, of those one sees.'),
    sponsored: z.array(Below).describe('Whom the person brought in, of those one sees.'),
    mayWrite: z.boolean(),
  })
  .meta({ id: 'PersonDetail', description: 'A person with everything that is known with days, the earliest first.' })

type Detail = z.input<typeof PersonDetail>

const days = (alias: Sql): Sql => sql`nullif(${alias}.from_date, '-infinity')::text as from, nullif(${alias}.until_date, 'infinity')::text as until`

/** Errors: `access.not-visible`, for whoever sees everybody and names nobody. */
export async function personDetail(read: Read, employee: string, viewer: Viewer): Promise<Detail> {
  const head = await read.first<Pick<Detail, 'id' | 'name' | 'email' | 'aliases'>>(sql`
    select e.employee_id as id, e.name, e.email, coalesce((select array_agg(s.alias order by s.folded) from app.employee_alias s where s.employee_id = e.employee_id), '{}') as aliases
    from app.employee e where e.employee_id = ${employee}`)
  if (head === undefined) throw new Refusal('access.not-visible')
  const assignments = await read.query<Detail['assignments'][number]>(sql`
    select ${days(sql`a`)}, a.unit_id as unit, u.name as "unitName", a.position, a.role
    from app.assignment a left join app.unit u on u.unit_id = a.unit_id where a.employee_id = ${employee} order by a.from_date`)
  return {
    ...head,
    change: await personChange(read, employee),
    assignments,
    managers: await lineOf(read, 'reporting', employee, viewer),
    sponsors: await lineOf(read, 'sponsor', employee, viewer),
    reports: await belowOf(read, 'reporting', employee, viewer),
    sponsored: await belowOf(read, 'sponsor', employee, viewer),
    mayWrite: may(viewer.who, 'org.write'),
  }
}

/** One text for all that is recorded of a person: two people who change the same one see each other by it. */
export async function personChange(read: Read, employee: string): Promise<string> {
  const row = await read.first<{ change: string }>(sql`
    select md5(concat_ws('|', (select e::text from app.employee e where e.employee_id = ${employee}),
      (select string_agg(a::text, ';' order by a.from_date) from app.assignment a where a.employee_id = ${employee}),
      (select string_agg(l::text, ';' order by l.line, l.from_date) from app.line_edge l where l.employee_id = ${employee}),
      (select string_agg(s.alias, ';' order by s.folded) from app.employee_alias s where s.employee_id = ${employee}))) as change`)
  return row?.change ?? ''
}

type Line = 'reporting' | 'sponsor'

async function lineOf(read: Read, line: Line, employee: string, { who, today }: Viewer): Promise<Detail['managers']> {
  return read.query(sql`
    select ${days(sql`l`)}, json_build_object('id', s.employee_id, 'name', s.name, 'visible', ${isVisible(sql`s.employee_id`, who, 'org.read', today)}) as person
    from app.line_edge l join app.employee s on s.employee_id = l.superior_id where l.line = ${line} and l.employee_id = ${employee} order by l.from_date`)
}

async function belowOf(read: Read, line: Line, employee: string, { who, on, today }: Viewer): Promise<Detail['reports']> {
  return read.query(sql`
    select e.employee_id as id, e.name, u.name as "unitName", a.position
    from app.line_edge l join app.employee e on e.employee_id = l.employee_id
    join app.assignment a on a.employee_id = e.employee_id and ${holds(sql`a`, on)} left join app.unit u on u.unit_id = a.unit_id
    where l.line = ${line} and l.superior_id = ${employee} and ${holds(sql`l`, on)} and ${isVisible(sql`e.employee_id`, who, 'org.read', today)} order by e.employee_id`)
}
