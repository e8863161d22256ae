import { canonicalJson } from '../canonical-json.ts'
import type { AggregateIr, Program } from '../ir.ts'
import { type CellGroup, type Crediting, creditingOf, type KeySet, type Slot, slotsOf } from './cells.ts'
import { type Dependencies, dependenciesOf, readBy } from './dependencies.ts'

/** Where the parts of every aggregate of a program are kept. Tables are named by a hash of what they hold: another definition is another table. */
export interface Layout {
  readonly groups: readonly GroupTable[]
  readonly keySets: readonly KeyTable[]
  /** The table of each aggregate that is made from cells, and the names of its slots in it. */
  readonly slots: ReadonlyMap<AggregateIr, { readonly table: GroupTable; readonly slots: readonly string[] }>
  /** The table of each distinct count. */
  readonly keys: ReadonlyMap<AggregateIr, KeyTable>
}

export interface GroupTable {
  /** Hash of the definition; table calc."cells_<id>". */
  readonly id: string
  readonly group: CellGroup
}

export interface KeyTable {
  /** Hash of the definition; tables calc."keys_<id>" and calc."counts_<id>". */
  readonly id: string
  readonly keys: KeySet
}

/** Raised when the tables of a definition look different from before: those of an older version are then unused and made anew. */
const TABLES = 3

/** Aggregates that share a table, and their slots by canonical text. */
interface Gathering {
  readonly crediting: Crediting
  readonly slots: Map<string, Omit<Slot, 'name'>>
  readonly members: { readonly aggregate: AggregateIr; readonly slots: readonly string[] }[]
}

/** The tables for these aggregates. `hash` makes a short name of a text. */
export function layoutOf(program: Program, aggregates: readonly AggregateIr[], hash: (text: string) => string): Layout {
  const name = (definition: CellGroup | KeySet, dependencies: Dependencies): string =>
    hash(canonicalJson({ tables: TABLES, definition, timezone: program.company.timezone, datasets: readBy(dependencies).map((d) => shapeOf(program, d)) }))
  const gatherings = new Map<string, Gathering>()
  const tables = new Map<string, KeyTable>()
  const keys = new Map<AggregateIr, KeyTable>()
  for (const a of new Set(aggregates)) {
    if (a.fn === 'distinct') keys.set(a, keyTable(a, tables, name))
    else gather(a, gatherings)
  }
  const settled = [...gatherings.values()].map((g) => settle(g, name))
  return { groups: settled.map((s) => s.table), keySets: [...tables.values()], slots: new Map(settled.flatMap((s) => s.members)), keys }
}

/** What the name of a table is made from: its definition, and whatever else decides what is written into it. */
type Naming = (definition: CellGroup | KeySet, dependencies: Dependencies) => string

/** How the records of a dataset are found and ordered: a new key or day of validity gives other figures. */
function shapeOf(program: Program, dataset: string): unknown {
  const found = program.datasets[dataset]
  return found === undefined ? dataset : { dataset, key: found.key, effective: found.effective }
}

function keyTable(a: AggregateIr, tables: Map<string, KeyTable>, name: Naming): KeyTable {
  if (a.value === null) throw new Error('a distinct count has no value')
  const keys: KeySet = { ...creditingOf(a), value: a.value, filter: a.filter }
  const text = canonicalJson(keys)
  const table = tables.get(text) ?? { id: name(keys, dependenciesOf(keys, [keys.value, keys.filter])), keys }
  tables.set(text, table)
  return table
}

function gather(a: AggregateIr, gatherings: Map<string, Gathering>): void {
  const crediting = creditingOf(a)
  const id = canonicalJson(crediting)
  const gathering = gatherings.get(id) ?? { crediting, slots: new Map<string, Omit<Slot, 'name'>>(), members: [] }
  gatherings.set(id, gathering)
  const slots = slotsOf(a).map((s) => ({ text: canonicalJson(s), slot: s }))
  for (const { text, slot } of slots) gathering.slots.set(text, slot)
  gathering.members.push({ aggregate: a, slots: slots.map((s) => s.text) })
}

/** Number the slots in an order that does not depend on the order of the measures. */
function settle(g: Gathering, name: Naming) {
  const texts = [...g.slots.keys()].sort()
  const names = new Map(texts.map((text, i) => [text, `s${i + 1}`]))
  const nameOf = (text: string): string => names.get(text) ?? ''
  const group: CellGroup = {
    ...g.crediting,
    slots: [...g.slots].map(([text, slot]) => ({ ...slot, name: nameOf(text) })).sort((a, b) => Number(a.name.slice(1)) - Number(b.name.slice(1))),
  }
  const table: GroupTable = {
    id: name(
      group,
      dependenciesOf(
        group,
        group.slots.flatMap((s) => [s.value, s.filter]),
      ),
    ),
    group,
  }
  return { table, members: g.members.map((m) => [m.aggregate, { table, slots: m.slots.map(nameOf) }] as const) }
}

/** The table of an aggregate's cells and the names of its slots in it. */
export function slotsIn(layout: Layout, a: AggregateIr): { readonly table: GroupTable; readonly slots: readonly string[] } {
  const found = layout.slots.get(a)
  if (found === undefined) throw new Error(`no cells for an aggregate over ${a.dataset}`)
  return found
}

export function keysIn(layout: Layout, a: AggregateIr): KeyTable {
  const found = layout.keys.get(a)
  if (found === undefined) throw new Error(`no key set for a distinct count over ${a.dataset}`)
  return found
}
