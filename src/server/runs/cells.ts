import type { Day } from '../../base/calendar.ts'
import { CELL_STATISTICS } from '../../base/limits.ts'
import { ident, integer, joinSql, literal, type Sql, sql } from '../../base/sql.ts'
import type { Program } from '../../engine/ir.ts'
import { nextMonth, type Span } from '../../engine/spans.ts'
import { addToSlot, foldSlot, isAddable, selectCells, slotType, type Touched } from '../../engine/sql/cells.ts'
import { dependenciesOf, readBy } from '../../engine/sql/dependencies.ts'
import type { GroupTable } from '../../engine/sql/layout.ts'
import type { Read, Tx } from '../../store/types.ts'
import { type Changes, dirtOf, listDirtyCells } from './dirty.ts'

/** The state of one refresh. */
export interface Refresh {
  readonly tx: Tx
  readonly program: Program
  readonly now: Changes
  /** Numbers temporary tables. */
  readonly names: { next: number }
}

const cellsTable = (g: GroupTable): Sql => ident('calc', `cells_${g.id}`)
const spansTable = (g: GroupTable): Sql => ident('calc', `spans_${g.id}`)
const slotNames = (g: GroupTable): Sql =>
  joinSql(
    g.group.slots.map((s) => ident(s.name)),
    ', ',
  )

const dependencies = (g: GroupTable) =>
  dependenciesOf(
    g.group,
    g.group.slots.flatMap((s) => [s.value, s.filter]),
  )

/** Months of a group that no run has filled yet. */
export async function missingMonths(tx: Read, group: GroupTable, months: readonly Day[]): Promise<Day[]> {
  const rows = await tx.query<{ month: Day }>(sql`select month from calc.cell_cover where group_id = ${group.id} and month = any(${[...months]}::date[])`)
  const known = new Set(rows.map((r) => r.month))
  return months.filter((m) => !known.has(m))
}

/** Make the cells of these months true to the records: fill what is missing, compute again what changed. */
export async function refreshCells(r: Refresh, group: GroupTable, months: readonly Day[]): Promise<void> {
  const missing = await missingMonths(r.tx, group, months)
  let made = await tablesExist(r.tx, group)
  for (const run of runsOfMonths(missing)) {
    if (made) await insertCells(r, group, run)
    else await createTables(r, group, run)
    made = true
    await cover(r, group, run)
  }
  const seen = snapshotFor(r, group)
  const stale = await r.tx.query<{ month: Day; seen: Changes }>(
    sql`select month, seen from calc.cell_cover where group_id = ${group.id} and month = any(${[...months]}::date[]) and seen <> ${JSON.stringify(seen)}::jsonb order by month`,
  )
  for (const [text, found] of groupBy(stale, (s) => JSON.stringify(s.seen))) await recompute(r, group, { seen: JSON.parse(text) as Changes, months: found.map((f) => f.month) }) // written by this file
}

/** The changes of what this group reads. */
function snapshotFor(r: Refresh, group: GroupTable): Changes {
  return Object.fromEntries(readBy(dependencies(group)).map((d) => [d, r.now[d] ?? '0']))
}

/**
 * Make the tables of a group, filled with the cells of these days: a table that is filled as it is made is read in parallel and written once.
 * It is written in the order of its key, so that the cells of a person lie together; sorted after adding up (hence the offset), not before.
 */
async function createTables(r: Refresh, group: GroupTable, months: readonly Day[]): Promise<void> {
  const { tx } = r
  const columns = joinSql(
    group.group.slots.map((s) => sql`, ${ident(s.name)} ${slotType(s)}`),
    ' ',
  )
  await tx.run(
    sql`create table ${cellsTable(group)} (employee_id, day, ${slotNames(group)}) as select * from (${selectCells(r.program, group.group, reach(months))} offset 0) as c order by 1, 2`,
  )
  await tx.run(sql`alter table ${cellsTable(group)} add primary key (employee_id, day)`)
  await sampleStatistics(tx, cellsTable(group))
  await tx.run(
    sql`create table ${spansTable(group)} (employee_id text collate "C" not null, from_date date not null, until_date date not null${columns}, primary key (employee_id, from_date, until_date))`,
  )
  await tx.run(
    sql`comment on table ${cellsTable(group)} is ${literal(`Parts of aggregates over ${group.group.dataset} by employee and day; spans_${group.id} adds them up by stretches of a month.`)}`,
  )
}

/** Let the planner know how a new table is filled. */
export async function sampleStatistics(tx: Tx, table: Sql): Promise<void> {
  await tx.run(sql`set local default_statistics_target to ${integer(CELL_STATISTICS)}`)
  await tx.run(sql`analyze ${table}`)
}

async function tablesExist(tx: Tx, group: GroupTable): Promise<boolean> {
  const known = await tx.first<{ found: string | null }>(sql`select to_regclass(${`calc."cells_${group.id}"`})::text as found`)
  return known?.found != null
}

/** Months that follow one another are filled in one pass. */
function runsOfMonths(months: readonly Day[]): Day[][] {
  const runs: Day[][] = []
  for (const m of [...months].sort()) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run !== undefined && last !== undefined && nextMonth(last) === m) run.push(m)
    else runs.push([m])
  }
  return runs
}

async function insertCells(r: Refresh, group: GroupTable, months: readonly Day[]): Promise<void> {
  await r.tx.run(sql`insert into ${cellsTable(group)} (employee_id, day, ${slotNames(group)}) ${selectCells(r.program, group.group, reach(months))}`)
}

function reach(months: readonly Day[]): { from: Day; until: Day } {
  const [first] = months
  const last = months.at(-1)
  if (first === undefined || last === undefined) throw new Error('no months')
  return { from: first, until: nextMonth(last) }
}

async function cover(r: Refresh, group: GroupTable, months: readonly Day[]): Promise<void> {
  const seen = JSON.stringify(snapshotFor(r, group))
  await r.tx.run(
    sql`insert into calc.cell_cover (group_id, month, seen) select ${group.id}, m, ${seen}::jsonb from unnest(${[...months]}::date[]) as m on conflict (group_id, month) do update set seen = excluded.seen`,
  )
}

async function recompute(r: Refresh, group: GroupTable, stale: { seen: Changes; months: Day[] }): Promise<void> {
  const question = { program: r.program, crediting: group.group, dependencies: dependencies(group), seen: stale.seen, now: r.now }
  const dirt = await dirtOf(r.tx, question)
  if (dirt.kind === 'all') {
    for (const run of runsOfMonths(stale.months)) {
      await clear(r.tx, group, run)
      await insertCells(r, group, run)
    }
  }
  const appended = dirt.kind === 'cells' && group.group.slots.every(isAddable) ? dirt.appendedOnly : null
  if (appended !== null) for (const run of runsOfMonths(stale.months)) await addRecords(r, group, run, appended)
  else if (dirt.kind === 'cells') {
    for (const run of runsOfMonths(stale.months)) {
      const { from, until } = reach(run)
      const table = `dirty_${r.names.next++}`
      const count = await listDirtyCells(r.tx, question, dirt, { table, from, until })
      if (count > 0) await replaceCells(r, group, { table, from, until })
      await r.tx.run(sql`drop table ${ident(table)}`)
    }
  }
  await cover(r, group, stale.months)
}

async function clear(tx: Tx, group: GroupTable, months: readonly Day[]): Promise<void> {
  const { from, until } = reach(months)
  await tx.run(sql`delete from ${cellsTable(group)} where day >= ${from}::date and day < ${until}::date`)
  await tx.run(sql`delete from ${spansTable(group)} where from_date >= ${from}::date and from_date < ${until}::date`)
  await tx.run(sql`delete from calc.span_cover where group_id = ${group.id} and from_date >= ${from}::date and from_date < ${until}::date`)
}

/** Add records that are nothing but new to the cells of their days, and to the spans that hold them. */
async function addRecords(r: Refresh, group: GroupTable, months: readonly Day[], records: Touched): Promise<void> {
  const slots = slotNames(group)
  const added = (stored: Sql): Sql =>
    joinSql(
      group.group.slots.map((s) => sql`${ident(s.name)} = ${addToSlot(s, sql`${stored}.${ident(s.name)}`, sql`excluded.${ident(s.name)}`)}`),
      ', ',
    )
  const cells = sql`insert into ${cellsTable(group)} as c (employee_id, day, ${slots}) select * from added on conflict (employee_id, day) do update set ${added(ident('c'))}`
  const spans = sql`select a.employee_id, s.from_date, s.until_date, ${folds(group)} from added as a join calc.span_cover as s on s.group_id = ${group.id} and a.day >= s.from_date and a.day < s.until_date group by 1, 2, 3`
  await r.tx.run(
    sql`with added(employee_id, day, ${slots}) as materialized (${selectCells(r.program, group.group, { ...reach(months), touched: records })}), cells as (${cells}) insert into ${spansTable(group)} as t (employee_id, from_date, until_date, ${slots}) ${spans} on conflict (employee_id, from_date, until_date) do update set ${added(ident('t'))}`,
  )
}

/** Compute the dirty cells again from the records, and the spans that hold them from the cells. */
async function replaceCells(r: Refresh, group: GroupTable, dirty: { table: string; from: Day; until: Day }): Promise<void> {
  const cells = cellsTable(group)
  const spans = spansTable(group)
  const table = ident(dirty.table)
  await r.tx.run(sql`delete from ${cells} as c using ${table} as d where c.employee_id = d.employee_id and c.day = d.day`)
  await r.tx.run(sql`insert into ${cells} (employee_id, day, ${slotNames(group)}) ${selectCells(r.program, group.group, { from: dirty.from, until: dirty.until, cells: table })}`)
  const touched = ident(`${dirty.table}_spans`)
  await r.tx.run(
    sql`create temporary table ${touched} on commit drop as select distinct d.employee_id, s.from_date, s.until_date from ${table} as d join calc.span_cover as s on s.group_id = ${group.id} and d.day >= s.from_date and d.day < s.until_date`,
  )
  await r.tx.run(sql`analyze ${touched}`)
  await r.tx.run(sql`delete from ${spans} as s using ${touched} as t where s.employee_id = t.employee_id and s.from_date = t.from_date and s.until_date = t.until_date`)
  await r.tx.run(
    sql`insert into ${spans} (employee_id, from_date, until_date, ${slotNames(group)}) select t.employee_id, t.from_date, t.until_date, ${folds(group)} from ${touched} as t join ${cells} as c on c.employee_id = t.employee_id and c.day >= t.from_date and c.day < t.until_date group by 1, 2, 3`,
  )
  await r.tx.run(sql`drop table ${touched}`)
}

const folds = (group: GroupTable): Sql =>
  joinSql(
    group.group.slots.map((s) => foldSlot(s, ident('day'))),
    ', ',
  )

/** Add up the cells of every span that has not been added up yet. The cells of these days must be filled. */
export async function ensureSpans(tx: Tx, group: GroupTable, spans: readonly Span[]): Promise<void> {
  const rows = await tx.query<{ from_date: Day; until_date: Day }>(
    sql`select from_date, until_date from calc.span_cover where group_id = ${group.id} and from_date = any(${spans.map((s) => s.from)}::date[])`,
  )
  const known = new Set(rows.map((r) => `${r.from_date} ${r.until_date}`))
  const missing = spans.filter((s) => !known.has(`${s.from} ${s.until}`))
  if (missing.length === 0) return
  for (const run of runsOfSpans(missing)) await addSpans(tx, group, run)
  await sampleStatistics(tx, spansTable(group))
  const wanted = sql`unnest(${missing.map((s) => s.from)}::date[], ${missing.map((s) => s.until)}::date[]) as w(from_date, until_date)`
  await tx.run(sql`insert into calc.span_cover (group_id, from_date, until_date) select ${group.id}, w.from_date, w.until_date from ${wanted}`)
}

/** Spans that follow one another are added up in one pass: the one a day lies in is found among their sorted first days. */
async function addSpans(tx: Tx, group: GroupTable, spans: readonly Span[]): Promise<void> {
  const starts = spans.map((s) => s.from)
  const ends = spans.map((s) => s.until)
  const span = sql`width_bucket(c.day, ${starts}::date[])`
  await tx.run(
    sql`insert into ${spansTable(group)} (employee_id, from_date, until_date, ${slotNames(group)}) select x.employee_id, (${starts}::date[])[x.span], (${ends}::date[])[x.span], ${slotNames(group)} from (select c.employee_id, ${span} as span, ${namedFolds(group)} from ${cellsTable(group)} as c where c.day >= ${starts[0] ?? null}::date and c.day < ${ends.at(-1) ?? null}::date group by 1, 2) as x`,
  )
}

const namedFolds = (group: GroupTable): Sql =>
  joinSql(
    group.group.slots.map((s) => sql`${foldSlot(s, ident('day'))} as ${ident(s.name)}`),
    ', ',
  )

function runsOfSpans(spans: readonly Span[]): Span[][] {
  const runs: Span[][] = []
  for (const span of [...spans].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.until < b.until ? -1 : 1))) {
    const run = runs.find((r) => r.at(-1)?.until === span.from)
    if (run === undefined) runs.push([span])
    else run.push(span)
  }
  return runs
}

export function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const id = key(row)
    const group = groups.get(id)
    if (group === undefined) groups.set(id, [row])
    else group.push(row)
  }
  return groups
}
