import { z } from 'zod'
import { joinSql, sql } from '../../base/sql.ts'
import type { Read } from '../../store/types.ts'
import { isVisible } from '../access/visible.ts'
import { holds, type Viewer } from './people.ts'

export const UnitRow = z
  .object({
    id: z.string(),
    name: z.string(),
    parent: z.string().nullable(),
    people: z.number().int().describe('Who works in this very unit on the day, of those one sees.'),
    all: z.number().int().describe('The same with the units below.'),
    closed: z.boolean().describe('It stood somewhere before the day and stands nowhere since; nobody is in it, nothing is below it.'),
  })
  .meta({ id: 'UnitRow', description: 'A unit at its place in the tree on a day.' })

type UnitRowView = z.input<typeof UnitRow>

/** Every unit with its place on the day, in order of ids. Names of units are no secret; people are counted as far as one sees them. */
export async function unitTree(read: Read, { who, on, today }: Viewer): Promise<UnitRowView[]> {
  return read.query<UnitRowView>(sql`
    with here as (
      select a.unit_id, count(*)::int as people from app.assignment a where ${holds(sql`a`, on)} and ${isVisible(sql`a.employee_id`, who, 'org.read', today)} group by 1
    )
    select u.unit_id as id, u.name, p.parent_id as parent, coalesce(h.people, 0) as people,
      (select coalesce(sum(b.people), 0)::int from app.unit_closure c join here b on b.unit_id = c.unit_id where c.parent_id = u.unit_id and ${holds(sql`c`, on)}) as all,
      exists (select 1 from app.unit_edge o where o.unit_id = u.unit_id) and ${joinSql(
        [sql`app.unit_edge f where f.unit_id = u.unit_id`, sql`app.unit_edge f where f.parent_id = u.unit_id`, sql`app.assignment f where f.unit_id = u.unit_id`].map(
          (later) => sql`not exists (select 1 from ${later} and f.until_date > ${on}::date)`,
        ),
        ' and ',
      )} as closed
    from app.unit u left join app.unit_edge p on p.unit_id = u.unit_id and ${holds(sql`p`, on)} left join here h on h.unit_id = u.unit_id order by u.unit_id`)
}

export const OrgChoices = z
  .object({
    units: z.array(z.object({ id: z.string(), name: z.string() })),
    roles: z.array(z.string()),
    positions: z.array(z.string()),
  })
  .meta({ id: 'OrgChoices', description: 'What a unit, a role, a position can be: those that somebody has or had.' })

export async function orgChoices(read: Read): Promise<z.input<typeof OrgChoices>> {
  const units = await read.query<{ id: string; name: string }>(sql`select unit_id as id, name from app.unit order by unit_id`)
  const roles = await read.query<{ value: string }>(sql`select distinct role as value from app.assignment where role is not null order by 1`)
  const positions = await read.query<{ value: string }>(sql`select distinct position as value from app.assignment where position is not null order by 1`)
  return { units, roles: roles.map((row) => row.value), positions: positions.map((row) => row.value) }
}
