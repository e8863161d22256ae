import { periodOf } from '../../../base/calendar.ts'
import { ident, joinSql, type Sql, sql } from '../../../base/sql.ts'
import type { DatasetDocument } from '../../../engine/documents/dataset.ts'
import { UNITS } from '../../../engine/random/names.ts'
import type { Change, World } from '../../../engine/random/world.ts'
import type { FactAssignment, FactEdge, FactFactor, FactPay, FactRate, FactRecord, Facts, FactTarget } from '../../../engine/reference/facts.ts'
import type { Store, Tx } from '../../../store/types.ts'
import { applyDataset } from '../../datasets/apply.ts'
import { columnType } from '../../datasets/table.ts'
import { addMembers, loadEdges, replaceEdges, TREES } from '../../org/closure.ts'
import { BEGINNING, FOREVER } from '../../org/stretches.ts'

/**
 * A store whose transactions are all parts of one transaction: everything can be rolled back at the end.
 * Its snapshots wait for each other: side by side they would meet in the names of their temporary tables.
 */
export function storeWithin(tx: Tx): Store {
  let last: Promise<unknown> = Promise.resolve()
  const snapshot = <T>(part: (tx: Tx) => Promise<T>): Promise<T> => {
    const turn = last.then(() => part(tx))
    last = turn.catch(() => undefined)
    return turn
  }
  return { ask: (statement) => tx.first(statement), read: (part) => part(tx), tx: (part) => part(tx), snapshot, close: async () => undefined }
}

/** A world in the database: which fact has which record id, and the newest change. */
export interface WorldState {
  readonly records: Map<string, number>
  change: number
  nextId: number
}

export async function createWorld(tx: Tx, world: World, facts: Facts): Promise<WorldState> {
  for (const document of world.documents) await applyDataset(tx, document, null)
  await tx.run(sql`insert into app.employee (employee_id, name) select e, e from unnest(${[...facts.employees]}::text[]) as e`)
  await tx.run(sql`insert into app.unit (unit_id, name) select u, u from unnest(${[...UNITS]}::text[]) as u`)
  await addMembers(tx, TREES.units, [...UNITS])
  await replaceEdges(tx, TREES.units, stretches(facts.units.map(({ unit, parent, ...days }) => ({ employee: unit, superior: parent, ...days }))), new Map())
  for (const f of facts.factors) await writeFactor(tx, f)
  for (const a of facts.assignments) await writeAssignment(tx, a)
  for (const t of facts.targets) await writeTarget(tx, world, t)
  for (const p of facts.pay) await writePay(tx, p)
  for (const line of ['reporting', 'sponsor'] as const) {
    await addMembers(tx, TREES[line], [...facts.employees])
    await replaceEdges(tx, TREES[line], stretches(facts.lines[line]), new Map())
  }
  for (const r of facts.rates) await writeRate(tx, r)
  return { records: new Map(), change: 0, nextId: 1 }
}

function stretches(edges: readonly FactEdge[]) {
  const found = new Map<string, { value: string; from: string; until: string; source: null }[]>()
  for (const e of edges) found.set(e.employee, [...(found.get(e.employee) ?? []), { value: e.superior, from: e.from ?? BEGINNING, until: e.until ?? FOREVER, source: null }])
  for (const history of found.values()) history.sort((a, b) => (a.from === BEGINNING ? -1 : b.from === BEGINNING ? 1 : a.from < b.from ? -1 : 1))
  return found
}

/** Bring one change into the database: records as one change of their dataset, rates, a line, where somebody works, targets, pay. */
export async function writeChange(tx: Tx, state: WorldState, world: World, change: Change): Promise<void> {
  switch (change.kind) {
    case 'records': {
      const document = world.documents.find((d) => d.dataset === change.dataset)
      if (document === undefined) throw new Error(`no dataset ${change.dataset}`)
      await writeRecords(tx, state, document, change)
      return
    }
    case 'rates':
      for (const r of change.put) await writeRate(tx, r)
      return
    case 'line': {
      const tree = TREES[change.line]
      const stored = await loadEdges(tx, tree)
      const wanted = stretches(change.edges)
      for (const employee of stored.keys()) if (!wanted.has(employee)) wanted.set(employee, [])
      await replaceEdges(tx, tree, wanted, stored)
      return
    }
    case 'assignments':
      await tx.run(sql`delete from app.assignment where employee_id = ${change.employee}`)
      for (const a of change.put) await writeAssignment(tx, a)
      return
    case 'targets':
      for (const t of change.remove) await tx.run(sql`delete from app.target where employee_id = ${t.employee} and measure = ${t.measure} and period = ${t.period}`)
      for (const t of change.put) await writeTarget(tx, world, t)
      return
    case 'pay':
      for (const p of change.remove) await tx.run(sql`delete from app.pay where employee_id = ${p.employee} and item = ${p.item} and from_date = ${p.from ?? BEGINNING}::date`)
      for (const p of change.put) await writePay(tx, p)
      return
    default:
      change satisfies never
  }
}

async function writeAssignment(tx: Tx, a: FactAssignment): Promise<void> {
  await tx.run(
    sql`insert into app.assignment (employee_id, role, unit_id, from_date, until_date) values (${a.employee}, ${a.role}::text, ${a.unit}::text, ${a.from ?? BEGINNING}::date, ${a.until ?? FOREVER}::date)`,
  )
}

async function writeFactor(tx: Tx, f: FactFactor): Promise<void> {
  await tx.run(
    sql`insert into app.factor (period, unit_id, scheme, line, factor, reason, entered_by) values (${f.period}, ${f.unit}, ${f.scheme ?? ''}, ${f.line ?? ''}, ${f.factor}::numeric, ${f.reason}, ${f.by})`,
  )
}

async function writeTarget(tx: Tx, world: World, t: FactTarget): Promise<void> {
  const period = periodOf(world.calendar, t.period)
  if (period === null) throw new Error(`the world ${world.seed} has a target of the period ${t.period}, which its calendar does not know`)
  await tx.run(
    sql`insert into app.target (employee_id, measure, period, kind, from_date, until_date, target, stretch, challenge)
      values (${t.employee}, ${t.measure}, ${t.period}, ${period.kind}, ${period.from}::date, ${period.until}::date, ${t.target}::numeric, ${t.stretch}::numeric, ${t.challenge}::numeric)
      on conflict (employee_id, measure, period) do update set target = excluded.target, stretch = excluded.stretch, challenge = excluded.challenge`,
  )
}

async function writePay(tx: Tx, p: FactPay): Promise<void> {
  await tx.run(
    sql`insert into app.pay (employee_id, item, from_date, amount) values (${p.employee}, ${p.item}, ${p.from ?? BEGINNING}::date, ${p.amount}::numeric) on conflict (employee_id, item, from_date) do update set amount = excluded.amount`,
  )
}

async function writeRate(tx: Tx, r: FactRate): Promise<void> {
  await tx.run(
    sql`insert into app.rate (currency, day, rate) values (${r.currency}, ${r.day}::date, ${r.rate}::numeric) on conflict (currency, day) do update set rate = excluded.rate`,
  )
}

async function writeRecords(tx: Tx, state: WorldState, document: DatasetDocument, change: Extract<Change, { kind: 'records' }>): Promise<void> {
  state.change += 1
  await tx.run(sql`select set_config('heng.change', ${String(state.change)}, true)`)
  for (const record of change.remove) await removeRecord(tx, state, document, keyOf(document, record))
  for (const record of change.put) await putRecord(tx, state, { document, key: keyOf(document, record), record })
  await tx.run(
    sql`update app.dataset_state set change = ${state.change}::bigint, rows = (select count(*) from ${ident('data', document.dataset)}) where dataset = ${document.dataset}`,
  )
}

const keyOf = (document: DatasetDocument, record: FactRecord): string => `${document.dataset}/${record.id}`

async function removeRecord(tx: Tx, state: WorldState, document: DatasetDocument, key: string): Promise<void> {
  await tx.run(sql`delete from ${ident('data', document.dataset)} where _id = ${state.records.get(key) ?? 0}::bigint`)
  state.records.delete(key)
}

async function putRecord(tx: Tx, state: WorldState, put: { document: DatasetDocument; key: string; record: FactRecord }): Promise<void> {
  const { document, key, record } = put
  const names = Object.keys(document.fields)
  const values = names.map((n) => fieldValue(document, n, record.fields[n] ?? null))
  const known = state.records.get(key)
  const id = known ?? state.nextId++
  const columns = joinSql(
    names.map((n) => ident(n)),
    ', ',
  )
  if (known === undefined)
    await tx.run(
      sql`insert into ${ident('data', document.dataset)} (_id, _change, ${columns}) overriding system value values (${id}::bigint, ${state.change}::bigint, ${joinSql(values, ', ')})`,
    )
  else
    await tx.run(
      sql`update ${ident('data', document.dataset)} set _change = ${state.change}::bigint, ${joinSql(
        names.map((n, i) => sql`${ident(n)} = ${values[i] ?? sql`null`}`),
        ', ',
      )} where _id = ${id}::bigint`,
    )
  state.records.set(key, id)
}

const CASTS: Readonly<Record<ReturnType<typeof columnType>, Sql>> = {
  text: sql`::text`,
  bigint: sql`::bigint`,
  numeric: sql`::numeric`,
  date: sql`::date`,
  timestamptz: sql`::timestamptz`,
  boolean: sql`::boolean`,
}

function fieldValue(document: DatasetDocument, name: string, value: string | boolean | null): Sql {
  const field = document.fields[name]
  if (field === undefined) throw new Error(`no field ${name}`)
  return sql`${value}${CASTS[columnType(field)]}`
}
