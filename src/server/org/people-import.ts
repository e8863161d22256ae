import { sql } from '../../base/sql.ts'
import type { Read, Store, Tx } from '../../store/types.ts'
import { importPeople, type OrgImport } from './import-people.ts'
import type { PersonRow } from './rows.ts'

/** What importing people does, or would do. With an error among the diagnostics it is nothing. */
export interface PeopleImported extends OrgImport {
  /** People who were not known before. */
  readonly added: number
  /** Units that rows were the first to name. */
  readonly unitsAdded: readonly string[]
}

/** Import people and say what came of it. Errors: as `importPeople`. */
export async function importCounted(tx: Tx, rows: readonly PersonRow[]): Promise<PeopleImported> {
  const before = await known(tx)
  const done = await importPeople(tx, rows)
  const after = await known(tx)
  const had = new Set(before.units)
  return { ...done, added: after.people - before.people, unitsAdded: after.units.filter((unit) => !had.has(unit)) }
}

/** Carries what was found out of a transaction that must not be kept. */
class NotKept extends Error {
  readonly found: PeopleImported

  constructor(found: PeopleImported) {
    super('a trial is not kept')
    this.found = found
  }
}

/** What importing these people would do: it is done and taken back. */
export async function tryPeople(store: Store, rows: readonly PersonRow[]): Promise<PeopleImported> {
  try {
    return await store.tx(async (tx) => {
      throw new NotKept(await importCounted(tx, rows))
    })
  } catch (error) {
    if (error instanceof NotKept) return error.found
    throw error
  }
}

async function known(read: Read): Promise<{ people: number; units: readonly string[] }> {
  const people = await read.first<{ count: number }>(sql`select count(*)::int as count from app.employee`)
  const units = await read.query<{ id: string }>(sql`select unit_id as id from app.unit order by 1`)
  return { people: people?.count ?? 0, units: units.map((unit) => unit.id) }
}
