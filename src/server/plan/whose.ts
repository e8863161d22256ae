import { type Sql, sql } from '../../base/sql.ts'
import type { Read } from '../../store/types.ts'

/** Facts of people that files of a plan bring along. */
export type FactsOfPeople = 'people' | 'targets' | 'pay'

const ROWS: Readonly<Record<FactsOfPeople, Sql>> = {
  people: sql`select e.employee_id as id, to_jsonb(e)::text as fact from app.employee as e
    union all select a.employee_id, to_jsonb(a)::text from app.assignment as a
    union all select l.employee_id, to_jsonb(l)::text from app.line_edge as l`,
  targets: sql`select t.employee_id as id, (to_jsonb(t) - 'source')::text as fact from app.target as t`,
  pay: sql`select p.employee_id as id, (to_jsonb(p) - 'source')::text as fact from app.pay as p`,
}

/** Employee → what is known of them, as a digest. */
export type Known = ReadonlyMap<string, string>

export async function knownOf(read: Read, facts: FactsOfPeople): Promise<Known> {
  const rows = await read.query<{ id: string; digest: string }>(
    sql`select f.id, md5(string_agg(f.fact, chr(10) order by f.fact collate "C")) as digest from (${ROWS[facts]}) as f group by f.id`,
  )
  return new Map(rows.map(({ id, digest }) => [id, digest]))
}

/** Whoever is known differently, by id. */
export function whoseDiffers(before: Known, after: Known): string[] {
  const all = new Set([...before.keys(), ...after.keys()])
  return [...all].filter((id) => before.get(id) !== after.get(id)).sort()
}

/** Ids with names, in their order. Somebody who is only in the file is named by the id alone. */
export async function namedPeople(read: Read, ids: readonly string[]): Promise<{ readonly id: string; readonly name: string }[]> {
  const rows = await read.query<{ id: string; name: string }>(sql`select employee_id as id, name from app.employee where employee_id = any(${[...ids]}::text[])`)
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return ids.map((id) => ({ id, name: names.get(id) ?? id }))
}
