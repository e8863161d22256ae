import { z } from 'zod'
import type { Day } from '../../base/calendar.ts'
import { type Sql, sql } from '../../base/sql.ts'
import type { Read } from '../../store/types.ts'
import { isVisible } from '../access/visible.ts'
import { keyIn, page } from '../http/paging.ts'
import type { Who } from '../http/who.ts'
import { Colleague, STATES, Stretch } from './shapes.ts'

export const PersonRow = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    unit: z.string().nullable(),
    unitName: z.string().nullable(),
    position: z.string().nullable(),
    role: z.string().nullable(),
    manager: Colleague.nullable(),
    sponsor: Colleague.nullable(),
    state: z.enum(STATES),
    ...Stretch,
  })
  .meta({ id: 'PersonRow', description: 'A person on a day: what holds then, else what comes next, else what was last.' })

type PersonRowView = z.input<typeof PersonRow>

/** What a list of people can be ordered by; `from`: the first day of what holds. */
export const PEOPLE_SORTS = ['id', 'name', 'unit', 'from'] as const

type PeopleSort = (typeof PEOPLE_SORTS)[number]

/** As texts: names as readers look for them, the rest byte by byte. The day since ever is before all days, and who has no unit comes first. */
const SORTS: Readonly<Record<PeopleSort, Sql>> = {
  id: sql`e.employee_id collate "C"`,
  name: sql`e.name collate app.names`,
  unit: sql`coalesce(u.name, '') collate app.names`,
  from: sql`coalesce(a.from_date::text, '') collate "C"`,
}

export interface PeopleAsked {
  /** Part of the id, the name, another spelling, the address or the position. */
  readonly q?: string | undefined
  /** The unit and all below it on the day. */
  readonly unit?: string | undefined
  readonly role?: string | undefined
  readonly state: (typeof STATES)[number] | 'all'
  /** `id` unless told. */
  readonly sort?: PeopleSort | undefined
  readonly order?: 'asc' | 'desc' | undefined
  readonly limit: number
  readonly after?: string | undefined
}

export interface Viewer {
  readonly who: Who
  readonly on: Day
  /** Rights are judged today, whatever the day looked at: who left a team does not open its past. */
  readonly today: Day
}

/** `alias` is written in this file, never by a user. */
export const holds = (alias: Sql, on: Day): Sql => sql`${alias}.from_date <= ${on}::date and ${alias}.until_date > ${on}::date`

/** The assignment that tells most about a day: the one that holds, else the next one, else the last one. */
const assigned = (on: Day): Sql => sql`
  left join lateral (select * from app.assignment where employee_id = e.employee_id
    order by (from_date <= ${on}::date and until_date > ${on}::date) desc, from_date > ${on}::date desc, case when from_date > ${on}::date then from_date end, from_date desc limit 1) a on true
  left join app.unit u on u.unit_id = a.unit_id`

const stateOn = (on: Day): Sql => sql`case when a.employee_id is null or a.until_date <= ${on}::date then 'gone' when a.from_date > ${on}::date then 'coming' else 'here' end`

/** The one above on a line on the day, as json. */
function above(line: 'reporting' | 'sponsor', { who, on, today }: Viewer): Sql {
  return sql`(select json_build_object('id', s.employee_id, 'name', s.name, 'visible', ${isVisible(sql`s.employee_id`, who, 'org.read', today)})
    from app.line_edge l join app.employee s on s.employee_id = l.superior_id where l.line = ${line} and l.employee_id = e.employee_id and ${holds(sql`l`, on)})`
}

/** People one sees, in the order that is asked for, then of ids. */
export async function listPeople(read: Read, asked: PeopleAsked, viewer: Viewer) {
  const { on } = viewer
  const [lastKey, lastId] = keyIn(asked.after, 2)?.map(String) ?? []
  const key = SORTS[asked.sort ?? 'id']
  const [direction, further] = asked.order === 'desc' ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`]
  const later = lastKey === undefined || lastId === undefined ? sql`true` : sql`(${key}, e.employee_id) ${further} (${lastKey}::text, ${lastId}::text)`
  const open = sql`from app.employee e ${assigned(on)} where ${isVisible(sql`e.employee_id`, viewer.who, 'org.read', viewer.today)} and ${condition(asked, on)}`
  const rows = await read.query<PersonRowView & { readonly key: string }>(sql`
    select e.employee_id as id, ${key} as key, e.name, e.email, a.unit_id as unit, u.name as "unitName", a.position, a.role, ${stateOn(on)} as state,
      nullif(a.from_date, '-infinity')::text as from, nullif(a.until_date, 'infinity')::text as until, ${above('reporting', viewer)} as manager, ${above('sponsor', viewer)} as sponsor
    ${open} and ${later} order by ${key} ${direction}, e.employee_id ${direction} limit ${asked.limit + 1}`)
  const count = await read.first<{ total: number }>(sql`select count(*)::int as total ${open}`)
  return page(rows, asked.limit, { item: ({ key: _, ...row }) => row, key: (row) => [row.key, row.id], total: count?.total ?? 0 })
}

function condition({ q, unit, role, state }: PeopleAsked, on: Day): Sql {
  const text = q?.trim() ?? ''
  const found =
    text === ''
      ? sql`true`
      : sql`(position(lower(${text}) in lower(concat_ws(' ', e.employee_id, e.name, e.email, a.position))) > 0
          or exists (select 1 from app.employee_alias s where s.employee_id = e.employee_id and position(lower(${text}) in lower(s.alias)) > 0))`
  const inUnit = unit === undefined ? sql`true` : sql`a.unit_id in (select c.unit_id from app.unit_closure c where c.parent_id = ${unit} and ${holds(sql`c`, on)})`
  const inRole = role === undefined ? sql`true` : sql`a.role = ${role}`
  const inState = state === 'all' ? sql`true` : sql`${stateOn(on)} = ${state}`
  return sql`${found} and ${inUnit} and ${inRole} and ${inState}`
}

export const TreeNode = z
  .object({
    id: z.string(),
    name: z.string(),
    unitName: z.string().nullable(),
    position: z.string().nullable(),
    role: z.string().nullable(),
    above: z.string().nullable().describe('Null at the top, and where one does not see who is above.'),
  })
  .meta({ id: 'LineNode', description: 'A person in the tree of a line on a day.' })

/** The tree of a line on a day, as far as one sees it: who works here then, each with who is above. */
export function lineTree(read: Read, line: 'reporting' | 'sponsor', { who, on, today }: Viewer): Promise<z.input<typeof TreeNode>[]> {
  const seen = (column: Sql) => isVisible(column, who, 'org.read', today)
  return read.query(sql`
    select e.employee_id as id, e.name, u.name as "unitName", a.position, a.role,
      (select l.superior_id from app.line_edge l join app.assignment b on b.employee_id = l.superior_id and ${holds(sql`b`, on)}
        where l.line = ${line} and l.employee_id = e.employee_id and ${holds(sql`l`, on)} and ${seen(sql`l.superior_id`)}) as above
    from app.employee e join app.assignment a on a.employee_id = e.employee_id and ${holds(sql`a`, on)} left join app.unit u on u.unit_id = a.unit_id
    where ${seen(sql`e.employee_id`)} order by e.employee_id`)
}
