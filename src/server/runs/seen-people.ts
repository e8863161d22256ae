import type { Day } from '../../base/calendar.ts'
import { sql } from '../../base/sql.ts'
import type { Read } from '../../store/types.ts'
import { READS_RECORDS, readOf } from '../access/data-permission.ts'
import { seesAll, visible } from '../access/visible.ts'
import type { Permission } from '../http/permission.ts'
import type { Who } from '../http/who.ts'

/** Whether somebody sees a person under a permission on a day, as a question that needs no database any more. */
export type Sees = (employee: string) => boolean

/** The same for the records of a person in a dataset. */
export type SeesRecords = (employee: string, dataset: string) => boolean

export async function seesRecords(read: Read, who: Who, on: Day): Promise<SeesRecords> {
  const sees = new Map<Permission, Sees>()
  for (const permission of READS_RECORDS) sees.set(permission, await seesUnder(read, who, permission, on))
  return (employee, dataset) => sees.get(readOf(dataset))?.(employee) ?? false
}

export async function seesUnder(read: Read, who: Who, permission: Permission, on: Day): Promise<Sees> {
  if (seesAll(who, permission)) return () => true
  const rows = await read.query<{ employee_id: string }>(sql`select distinct v.employee_id from (${visible(who, permission, on)}) as v (employee_id)`)
  const seen = new Set(rows.map((r) => r.employee_id))
  return (employee) => seen.has(employee)
}
