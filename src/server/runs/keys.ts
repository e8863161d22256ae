import type { Day, Period } from '../../base/calendar.ts'
import { ident, literal, type Sql, sql } from '../../base/sql.ts'
import { selectKeys } from '../../engine/sql/cells.ts'
import { dependenciesOf, readBy } from '../../engine/sql/dependencies.ts'
import type { KeyTable } from '../../engine/sql/layout.ts'
import type { Read, Tx } from '../../store/types.ts'
import { type Refresh, sampleStatistics } from './cells.ts'
import { type Changes, dirtOf, listDirtyDays } from './dirty.ts'

const keysTable = (k: KeyTable): Sql => ident('calc', `keys_${k.id}`)

const countsTable = (k: KeyTable): Sql => ident('calc', `counts_${k.id}`)

const dependencies = (k: KeyTable) => dependenciesOf(k.keys, [k.keys.value, k.keys.filter])

/** Make the set of keys that each person met in a period true to the records. */
export async function refreshKeys(r: Refresh, table: KeyTable, period: Period): Promise<void> {
  const now: Changes = Object.fromEntries(readBy(dependencies(table)).map((d) => [d, r.now[d] ?? '0']))
  const cover = await r.tx.first<{ seen: Changes }>(
    sql`select seen from calc.key_cover where keys_id = ${table.id} and from_date = ${period.from}::date and until_date = ${period.until}::date`,
  )
  if (!(await tableExists(r.tx, table))) await createTable(r, table, period)
  else if (cover === undefined) await fill(r, table, period)
  else await recompute(r, table, { period, seen: cover.seen })
  await r.tx.run(
    sql`insert into calc.key_cover (keys_id, from_date, until_date, seen) values (${table.id}, ${period.from}::date, ${period.until}::date, ${JSON.stringify(now)}::jsonb) on conflict (keys_id, from_date, until_date) do update set seen = excluded.seen where key_cover.seen <> excluded.seen`,
  )
}

/** Periods of which no run has listed the keys yet. */
export async function missingPeriods(read: Read, table: KeyTable, periods: readonly Period[]): Promise<Period[]> {
  const rows = await read.query<{ from_date: Day; until_date: Day }>(sql`select from_date, until_date from calc.key_cover where keys_id = ${table.id}`)
  const known = new Set(rows.map((r) => `${r.from_date} ${r.until_date}`))
  return periods.filter((p) => !known.has(`${p.from} ${p.until}`))
}

async function tableExists(tx: Tx, table: KeyTable): Promise<boolean> {
  const known = await tx.first<{ found: string | null }>(sql`select to_regclass(${`calc."keys_${table.id}"`})::text as found`)
  return known?.found != null
}

/** Make the table, filled with the keys of a period: a table that is filled as it is made is read in parallel and written once. */
async function createTable(r: Refresh, table: KeyTable, period: Period): Promise<void> {
  const select = selectKeys(r.program, table.keys, { from: period.from, until: period.until })
  await r.tx.run(
    sql`create table ${keysTable(table)} (employee_id, from_date, until_date, key) as select k.employee_id, ${period.from}::date, ${period.until}::date, k.key from (${select}) as k`,
  )
  await r.tx.run(sql`alter table ${keysTable(table)} add primary key (from_date, until_date, employee_id, key)`)
  await sampleStatistics(r.tx, keysTable(table))
  await r.tx.run(
    sql`create table ${countsTable(table)} (employee_id text collate "C" not null, from_date date not null, until_date date not null, keys bigint not null, primary key (from_date, until_date, employee_id))`,
  )
  await r.tx.run(
    sql`insert into ${countsTable(table)} (employee_id, from_date, until_date, keys) select employee_id, from_date, until_date, count(*) from ${keysTable(table)} group by 1, 2, 3`,
  )
  await sampleStatistics(r.tx, countsTable(table))
  await r.tx.run(
    sql`comment on table ${keysTable(table)} is ${literal(`Keys of a distinct count over ${table.keys.dataset} that each employee met in a period; counts_${table.id} says how many.`)}`,
  )
}

/** Keys that were not known yet are stored and counted in one statement. */
async function addKeys(tx: Tx, table: KeyTable, period: Period, select: Sql): Promise<void> {
  const found = sql`select k.employee_id, ${period.from}::date, ${period.until}::date, k.key from (${select}) as k`
  const added = sql`insert into ${keysTable(table)} (employee_id, from_date, until_date, key) ${found} on conflict do nothing returning employee_id, from_date, until_date`
  await tx.run(
    sql`with added as (${added}) insert into ${countsTable(table)} as c (employee_id, from_date, until_date, keys) select employee_id, from_date, until_date, count(*) from added group by 1, 2, 3 on conflict (from_date, until_date, employee_id) do update set keys = c.keys + excluded.keys`,
  )
}

async function fill(r: Refresh, table: KeyTable, period: Period): Promise<void> {
  await addKeys(r.tx, table, period, selectKeys(r.program, table.keys, { from: period.from, until: period.until }))
  await sampleStatistics(r.tx, countsTable(table))
}

/** Forget what these people met in a period, or everybody. `people`: a table of employee_id. */
async function forget(tx: Tx, table: KeyTable, period: Period, people: Sql | null): Promise<void> {
  const of = people === null ? sql`` : sql` and k.employee_id in (select employee_id from ${people})`
  for (const part of [keysTable(table), countsTable(table)])
    await tx.run(sql`delete from ${part} as k where k.from_date = ${period.from}::date and k.until_date = ${period.until}::date${of}`)
}

async function recompute(r: Refresh, table: KeyTable, at: { period: Period; seen: Changes }): Promise<void> {
  const { period, seen } = at
  const question = { program: r.program, crediting: table.keys, dependencies: dependencies(table), seen, now: r.now }
  const dirt = await dirtOf(r.tx, question)
  if (dirt.kind === 'none') return
  if (dirt.kind === 'all') {
    await forget(r.tx, table, period, null)
    await fill(r, table, period)
    return
  }
  if (dirt.appendedOnly !== null) {
    await addKeys(r.tx, table, period, selectKeys(r.program, table.keys, { from: period.from, until: period.until, touched: dirt.appendedOnly }))
    return
  }
  const cells = `dirty_${r.names.next++}`
  const count = await listDirtyDays(r.tx, question, dirt, { table: cells, from: period.from, until: period.until })
  if (count > 0) await replacePeople(r, table, period, cells)
  await r.tx.run(sql`drop table ${ident(cells)}`)
}

/** Read every key of the people concerned again. */
async function replacePeople(r: Refresh, table: KeyTable, period: Period, cells: string): Promise<void> {
  const people = ident(`${cells}_people`)
  await r.tx.run(sql`create temporary table ${people} on commit drop as select distinct employee_id from ${ident(cells)}`)
  await r.tx.run(sql`analyze ${people}`)
  await forget(r.tx, table, period, people)
  await addKeys(r.tx, table, period, selectKeys(r.program, table.keys, { from: period.from, until: period.until, people }))
  await r.tx.run(sql`drop table ${people}`)
}
