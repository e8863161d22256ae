import type { Period } from '../../base/calendar.ts'
import { Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import type { Read } from '../../store/types.ts'

/** A person as the page of a period names them: what they were last in it. */
export interface PersonHead {
  readonly id: string
  readonly name: string
  readonly unit: string | null
  readonly unitName: string | null
  readonly position: string | null
  readonly role: string | null
}

/** Errors: `explain.no-employee`; `explain.not-active` for who did not work in the period. */
export async function personIn(read: Read, id: string, period: Pick<Period, 'id' | 'from' | 'until'>): Promise<PersonHead> {
  const found = await read.first<PersonHead & { worked: boolean }>(sql`
    select e.employee_id as id, e.name, a.unit_id as unit, u.name as "unitName", a.position, a.role, a.employee_id is not null as worked from app.employee as e
    left join lateral (select * from app.assignment where employee_id = e.employee_id and from_date < ${period.until}::date and until_date > ${period.from}::date order by assignment.from_date desc limit 1) as a on true
    left join app.unit as u on u.unit_id = a.unit_id where e.employee_id = ${id}`)
  if (found === undefined) throw new Refusal('explain.no-employee', { employee: id })
  const { worked, ...person } = found
  if (!worked) throw new Refusal('explain.not-active', { employee: person.name, period: period.id })
  return person
}
