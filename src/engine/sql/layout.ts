import { canonicalJson } from '../canonical-json.ts'
import type { AggregateIr, Expr } from '../ir.ts'
import { type CellGroup, creditingOf, type KeySet, type Slot, slotsOf } from './cells.ts'

/** Where the parts of every aggregate of a program are kept. Tables are named by a hash of what they hold: another definition is another table. */
export interface Layout {
  readonly groups: readonly GroupTable[]
  readonly keySets: readonly KeyTable[]
}

export interface GroupTable {
  /** Hash of the definition; tables calc."cells_<id>" and calc."spans_<id>". */
  readonly id: string
  readonly group: CellGroup
}

export interface KeyTable {
  /** Table calc."keys_<id>". */
  readonly id: string
  readonly keys: KeySet
}

/** The tables for these aggregates. `hash` makes a short name of a text. */
export function layoutOf(aggregates: readonly AggregateIr[], hash: (text: string) => string): Layout {
  const groups = new Map<string, { of: AggregateIr; slots: Map<string, Omit<Slot, 'name'>> }>()
  const keySets = new Map<string, KeySet>()
  for (const a of aggregates) {
    if (a.fn === 'distinct') {
      const keys: KeySet = { ...creditingOf(a), value: distinctValue(a), filter: a.filter }
      keySets.set(canonicalJson(keys), keys)
      continue
    }
    const id = canonicalJson(creditingOf(a))
    const group = groups.get(id) ?? { of: a, slots: new Map<string, Omit<Slot, 'name'>>() }
    groups.set(id, group)
    for (const s of slotsOf(a)) group.slots.set(canonicalJson(s), s)
  }
  return {
    groups: [...groups.values()].map(({ of, slots }) => {
      const named = [...slots.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, s], i) => ({ ...s, name: `s${i + 1}` }))
      const group: CellGroup = { ...creditingOf(of), slots: named }
      return { id: hash(canonicalJson(group)), group }
    }),
    keySets: [...keySets.entries()].map(([text, keys]) => ({ id: hash(text), keys })),
  }
}

function distinctValue(a: AggregateIr): Expr {
  if (a.value === null) throw new Error('a distinct count has no value')
  return a.value
}

/** The table of an aggregate's cells and the names of its slots in it. */
export function slotsIn(layout: Layout, a: AggregateIr): { table: GroupTable; slots: readonly string[] } {
  const crediting = canonicalJson(creditingOf(a))
  const table = layout.groups.find((g) => canonicalJson({ dataset: g.group.dataset, date: g.group.date, credit: g.group.credit }) === crediting)
  if (table === undefined) throw new Error(`no cells for an aggregate over ${a.dataset}`)
  const slots = slotsOf(a).map((wanted) => {
    const text = canonicalJson(wanted)
    const slot = table.group.slots.find(({ name: _, ...rest }) => canonicalJson(rest) === text)
    if (slot === undefined) throw new Error(`no slot for ${a.fn} over ${a.dataset}`)
    return slot.name
  })
  return { table, slots }
}

export function keysIn(layout: Layout, a: AggregateIr): KeyTable {
  const text = canonicalJson({ ...creditingOf(a), value: distinctValue(a), filter: a.filter })
  const found = layout.keySets.find((k) => canonicalJson(k.keys) === text)
  if (found === undefined) throw new Error(`no key set for a distinct count over ${a.dataset}`)
  return found
}
