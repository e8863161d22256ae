import { sql } from '../../base/sql.ts'
import type { Read, Store, Tx } from '../../store/types.ts'
import { type Difference, differencesOf, peopleSnapshot, type Snapshot, unitsSnapshot } from './differences.ts'
import { importPeople, type OrgImport } from './import-people.ts'
import { importUnits } from './import-units.ts'
import { cell, type OrgRow, type PersonField, type UnitField } from './rows.ts'

/** What importing a file does, or would do. With an error among the diagnostics it is nothing. */
export interface Imported extends OrgImport {
  /** People (or units) that were not known before. */
  readonly added: number
  /** Units that rows were the first to name. */
  readonly unitsAdded: readonly string[]
  /** What becomes of those that were known. */
  readonly differences: readonly Difference[]
}

/** An import of rows of one kind, and how what it changes is looked at. */
export interface Importer<Field extends string> {
  readonly run: (tx: Tx, rows: readonly OrgRow<Field>[]) => Promise<OrgImport>
  readonly snapshot: (read: Read, ids: readonly string[]) => Promise<Snapshot>
  readonly count: (read: Read) => Promise<number>
}

const counted = async (read: Read, statement: ReturnType<typeof sql>): Promise<number> => (await read.first<{ count: number }>(statement))?.count ?? 0

export const PEOPLE_IMPORTER: Importer<PersonField> = {
  run: importPeople,
  snapshot: peopleSnapshot,
  count: (read) => counted(read, sql`select count(*)::int as count from app.employee`),
}

export const UNITS_IMPORTER: Importer<UnitField> = {
  run: importUnits,
  snapshot: unitsSnapshot,
  count: (read) => counted(read, sql`select count(*)::int as count from app.unit`),
}

/** Import rows and say what came of it. Errors: as the import. */
export async function importCounted<Field extends string>(tx: Tx, { run, snapshot, count }: Importer<Field>, rows: readonly OrgRow<Field>[]): Promise<Imported> {
  const ids = [...new Set(rows.map((row) => cell<string>(row, 'id') ?? ''))].filter((id) => id !== '' && !id.includes('\0'))
  const [before, had, units] = [await snapshot(tx, ids), await count(tx), new Set(await unitIds(tx))]
  const done = await run(tx, rows)
  return {
    ...done,
    added: (await count(tx)) - had,
    unitsAdded: (await unitIds(tx)).filter((unit) => !units.has(unit)),
    differences: done.changes === 0 ? [] : differencesOf(before, await snapshot(tx, ids)),
  }
}

/** Carries what was found out of a transaction that must not be kept. */
class NotKept extends Error {
  readonly found: Imported

  constructor(found: Imported) {
    super('a trial is not kept')
    this.found = found
  }
}

/** What importing these rows would do: it is done and taken back. */
export async function tryImport<Field extends string>(store: Store, importer: Importer<Field>, rows: readonly OrgRow<Field>[]): Promise<Imported> {
  try {
    return await store.tx(async (tx) => {
      throw new NotKept(await importCounted(tx, importer, rows))
    })
  } catch (error) {
    if (error instanceof NotKept) return error.found
    throw error
  }
}

async function unitIds(read: Read): Promise<readonly string[]> {
  const units = await read.query<{ id: string }>(sql`select unit_id as id from app.unit order by 1`)
  return units.map((unit) => unit.id)
}
