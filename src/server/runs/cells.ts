import { CELL_STATISTICS, DIRTY_CELLS_FEW, DIRTY_CELLS_SHARE } from '../../base/limits.ts'
import { ident, integer, joinSql, literal, type Sql, sql } from '../../base/sql.ts'
import { canonicalJson } from '../../engine/canonical-json.ts'
import type { Program } from '../../engine/ir.ts'
import type { Span } from '../../engine/spans.ts'
import { addToSlot, isAddable, reach, selectCells, slotType, type Touched } from '../../engine/sql/cells.ts'
import { dependenciesOf, readBy } from '../../engine/sql/dependencies.ts'
import type { GroupTable } from '../../engine/sql/layout.ts'
import type { Read, Tx } from '../../store/types.ts'
import { type Changes, dirtOf, listDirtyDays } from './dirty.ts'

/** The state of one refresh. */
export interface Refresh {
  readonly tx: Tx
  readonly program: Program
  readonly now: Changes
  /** Numbers temporary tables. */
  readonly names: { next: number }
}

const cellsTable = (g: GroupTable): Sql => ident('calc', `cells_${g.id}`)
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

const keyOf = (s: Span): string => `${s.from} ${s.until}`

/** The spans whose cells are filled, each with the changes that they know of. */
async function covered(read: Read, group: GroupTable): Promise<Map<string, Changes>> {
  const rows = await read.query<Span & { seen: Changes }>(sql`select from_date as "from", until_date as until, seen from calc.cell_cover where group_id = ${group.id}`)
  return new Map(rows.map((c) => [keyOf(c), c.seen]))
}

/** Spans of a group that no run has filled yet. */
export async function missingSpans(read: Read, group: GroupTable, spans: readonly Span[]): Promise<Span[]> {
  const known = await covered(read, group)
  return spans.filter((s) => !known.has(keyOf(s)))
}

/** Make the cells of these spans true to the records: fill what is missing, add what is new, compute again what changed. */
export async function refreshCells(r: Refresh, group: GroupTable, spans: readonly Span[]): Promise<void> {
  const known = await covered(r.tx, group)
  const missing = spans.filter((s) => !known.has(keyOf(s)))
  if (missing.length > 0) {
    await makeTable(r.tx, group)
    for (const run of runsOfSpans(missing)) await fill(r, group, run)
    await sampleStatistics(r.tx, cellsTable(group))
    await cover(r, group, missing)
  }
  const now = canonicalJson(snapshotFor(r, group))
  for (const [seen, of] of groupBy(
    spans.filter((s) => known.has(keyOf(s))),
    (s) => canonicalJson(known.get(keyOf(s)) ?? {}),
  )) {
    if (seen !== now) await recompute(r, group, { seen: JSON.parse(seen) as Changes, spans: of }) // written by this file
  }
}

/** The changes of what this group reads. */
function snapshotFor(r: Refresh, group: GroupTable): Changes {
  return Object.fromEntries(readBy(dependencies(group)).map((d) => [d, r.now[d] ?? '0']))
}

async function makeTable(tx: Tx, group: GroupTable): Promise<void> {
  const known = await tx.first<{ found: string | null }>(sql`select to_regclass(${`calc."cells_${group.id}"`})::text as found`)
  if (known?.found != null) return
  const columns = joinSql(
    group.group.slots.map((s) => sql`, ${ident(s.name)} ${slotType(s)}`),
    ' ',
  )
  await tx.run(
    sql`create table ${cellsTable(group)} (employee_id text collate "C" not null, from_date date not null, until_date date not null${columns}, primary key (employee_id, from_date, until_date))`,
  )
  await tx.run(sql`comment on table ${cellsTable(group)} is ${literal(`Parts of aggregates over ${group.group.dataset} by employee and stretch of a month.`)}`)
}

/** Let the planner know how a new table is filled. */
export async function sampleStatistics(tx: Tx, table: Sql): Promise<void> {
  await tx.run(sql`set local default_statistics_target to ${integer(CELL_STATISTICS)}`)
  await tx.run(sql`analyze ${table}`)
}

/** Add up the records of spans that follow one another in one pass. A statement that makes a table reads in parallel, one that adds to a table does not. */
async function fill(r: Refresh, group: GroupTable, spans: readonly Span[]): Promise<void> {
  const filled = ident(`cells_${r.names.next++}`)
  await r.tx.run(sql`create temporary table ${filled} on commit drop as ${selectCells(r.program, group.group, spans)}`)
  await insertCells(r.tx, group, sql`select * from ${filled} order by 1, 2`)
  await r.tx.run(sql`drop table ${filled}`)
}

async function insertCells(tx: Tx, group: GroupTable, select: Sql): Promise<void> {
  await tx.run(sql`insert into ${cellsTable(group)} (employee_id, from_date, until_date, ${slotNames(group)}) ${select}`)
}

async function cover(r: Refresh, group: GroupTable, spans: readonly Span[]): Promise<void> {
  const seen = JSON.stringify(snapshotFor(r, group))
  await r.tx.run(
    sql`insert into calc.cell_cover (group_id, from_date, until_date, seen) select ${group.id}, w.from_date, w.until_date, ${seen}::jsonb from ${listed(spans)} on conflict (group_id, from_date, until_date) do update set seen = excluded.seen`,
  )
}

const listed = (spans: readonly Span[]): Sql => sql`unnest(${spans.map((s) => s.from)}::date[], ${spans.map((s) => s.until)}::date[]) as w(from_date, until_date)`

async function recompute(r: Refresh, group: GroupTable, stale: { seen: Changes; spans: readonly Span[] }): Promise<void> {
  const question = { program: r.program, crediting: group.group, dependencies: dependencies(group), seen: stale.seen, now: r.now }
  const dirt = await dirtOf(r.tx, question)
  const appended = dirt.kind === 'cells' && group.group.slots.every(isAddable) ? dirt.appendedOnly : null
  for (const run of runsOfSpans(stale.spans)) {
    if (dirt.kind === 'all') await fillAgain(r, group, run)
    else if (appended !== null) await addRecords(r, group, run, appended)
    else if (dirt.kind === 'cells') {
      const days = `dirty_${r.names.next++}`
      const count = await listDirtyDays(r.tx, question, dirt, { table: days, ...reach(run) })
      if (count > 0) await replaceCells(r, group, run, days)
      await r.tx.run(sql`drop table ${ident(days)}`)
    }
  }
  await cover(r, group, stale.spans)
}

async function fillAgain(r: Refresh, group: GroupTable, spans: readonly Span[]): Promise<void> {
  await r.tx.run(sql`delete from ${cellsTable(group)} as c using ${listed(spans)} where c.from_date = w.from_date and c.until_date = w.until_date`)
  await fill(r, group, spans)
}

/** Add records that are nothing but new to their cells. */
async function addRecords(r: Refresh, group: GroupTable, spans: readonly Span[], records: Touched): Promise<void> {
  const added = joinSql(
    group.group.slots.map((s) => sql`${ident(s.name)} = ${addToSlot(s, ident('c', s.name), ident('excluded', s.name))}`),
    ', ',
  )
  await r.tx.run(
    sql`insert into ${cellsTable(group)} as c (employee_id, from_date, until_date, ${slotNames(group)}) ${selectCells(r.program, group.group, spans, { touched: records })} on conflict (employee_id, from_date, until_date) do update set ${added}`,
  )
}

/** Compute the cells of these spans again that hold one of the days (a temporary table of employee_id and day): all of them where they are many. */
async function replaceCells(r: Refresh, group: GroupTable, spans: readonly Span[], days: string): Promise<void> {
  const { tx } = r
  const dirty = ident(`${days}_cells`)
  const count = await tx.run(
    sql`create temporary table ${dirty} on commit drop as select distinct d.employee_id, w.from_date, w.until_date from ${ident(days)} as d join ${listed(spans)} on d.day >= w.from_date and d.day < w.until_date`,
  )
  if (await areMany(tx, group, spans, count)) await fillAgain(r, group, spans)
  else {
    const whole = ident(`${days}_whole`)
    await tx.run(sql`delete from ${cellsTable(group)} as c using ${dirty} as d where c.employee_id = d.employee_id and c.from_date = d.from_date and c.until_date = d.until_date`)
    await tx.run(
      sql`create temporary table ${whole} on commit drop as select d.employee_id, d.from_date + n as day from ${dirty} as d cross join lateral generate_series(0, d.until_date - d.from_date - 1) as n`,
    )
    await tx.run(sql`analyze ${whole}`)
    await insertCells(tx, group, selectCells(r.program, group.group, spans, { days: whole }))
    await tx.run(sql`drop table ${whole}`)
  }
  await tx.run(sql`drop table ${dirty}`)
}

async function areMany(tx: Tx, group: GroupTable, spans: readonly Span[], count: number): Promise<boolean> {
  const row = await tx.first<{ cells: string }>(
    sql`select count(*)::text as cells from ${cellsTable(group)} as c join ${listed(spans)} on c.from_date = w.from_date and c.until_date = w.until_date`,
  )
  return count > Math.max(DIRTY_CELLS_FEW, DIRTY_CELLS_SHARE * Number(row?.cells ?? '0'))
}

function runsOfSpans(spans: readonly Span[]): Span[][] {
  const runs: Span[][] = []
  for (const span of [...spans].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.until < b.until ? -1 : 1))) {
    const run = runs.find((r) => r.at(-1)?.until === span.from)
    if (run === undefined) runs.push([span])
    else run.push(span)
  }
  return runs
}

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const id = key(row)
    const group = groups.get(id)
    if (group === undefined) groups.set(id, [row])
    else group.push(row)
  }
  return groups
}
