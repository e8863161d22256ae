import type { CompanyDocument } from '../documents/company.ts'
import type { DatasetDocument, FieldDocument } from '../documents/dataset.ts'
import type { MeasureDocument } from '../documents/measure.ts'
import type { CurveIr, LookupIr, TiersIr } from '../ir.ts'
import { namesOf, type Wording } from '../wording.ts'
import { type DeclaredUnit, NO_UNIT, parseUnit, type Units, unitsOf } from './units.ts'

/** Finds an id by itself or by a display name in either language. */
export interface NameIndex {
  readonly ids: ReadonlySet<string>
  readonly byDisplay: ReadonlyMap<string, readonly string[]>
}

export interface FieldInfo {
  readonly id: string
  readonly document: FieldDocument
  readonly names: Wording
  /** Unit of a number as declared; a money field without one is in the company's currency. An unknown unit is reported where it is declared and taken as none. */
  readonly unit: DeclaredUnit
}

export interface DatasetInfo {
  readonly id: string
  readonly document: DatasetDocument
  readonly names: Wording
  readonly fields: ReadonlyMap<string, FieldInfo>
  readonly index: NameIndex
}

export interface MeasureInfo {
  readonly id: string
  readonly document: MeasureDocument
  readonly names: Wording
  readonly unit: DeclaredUnit
}

/** A table that formulas read by its name. `ir` null: wrong, and reported. `of` is the unit of what it is asked about, `pays` of what it answers; null: unknown, and reported. */
export type TableInfo = { readonly id: string; readonly names: Wording } & (
  | {
      readonly kind: 'tiers'
      readonly ir: TiersIr | null
      readonly of: DeclaredUnit | null
      readonly pays: TierPay | null
    }
  | { readonly kind: 'curve'; readonly ir: CurveIr | null; readonly of: DeclaredUnit | null; readonly pays: DeclaredUnit | null }
  | { readonly kind: 'lookup'; readonly ir: LookupIr | null; readonly keys: readonly LookupKey[]; readonly pays: DeclaredUnit | null }
)

/** fixed: whatever is asked about, the answer is in this unit. share: a part of what is asked about (rates such as 3% or 1.5), which must come to `declared` where that is said. */
export type TierPay = { readonly kind: 'fixed'; readonly unit: DeclaredUnit } | { readonly kind: 'share'; readonly declared: DeclaredUnit | null }

/** `range` null: the key is a text; `unknown`: its unit is, which is reported. */
export interface LookupKey {
  readonly name: string
  readonly range: DeclaredUnit | 'unknown' | null
}

/** Everything that names in formulas can mean. */
export interface Catalogue {
  readonly company: CompanyDocument
  readonly units: Units
  readonly datasets: ReadonlyMap<string, DatasetInfo>
  readonly datasetIndex: NameIndex
  readonly measures: ReadonlyMap<string, MeasureInfo>
  readonly measureIndex: NameIndex
  readonly tables: ReadonlyMap<string, TableInfo>
  readonly tableIndex: NameIndex
  /** Tables that formulas were found to read so far: filled while formulas are compiled. */
  readonly tablesUsed: Set<TableInfo>
}

export function catalogueOf(company: CompanyDocument, datasets: readonly DatasetDocument[], measures: readonly MeasureDocument[]): Catalogue {
  const units = unitsOf(company)
  const datasetInfos = new Map(datasets.map((d) => [d.dataset, datasetInfo(d, units)]))
  const measureInfos = new Map(measures.map((m) => [m.measure, { id: m.measure, document: m, names: namesOf(m.name, m.measure), unit: declared(m.unit, units) }]))
  return {
    company,
    units,
    datasets: datasetInfos,
    datasetIndex: indexOf(datasetInfos.values()),
    measures: measureInfos,
    measureIndex: indexOf(measureInfos.values()),
    tables: new Map(),
    tableIndex: indexOf([]),
    tablesUsed: new Set(),
  }
}

/** The same with more tables. */
export function withTables(catalogue: Catalogue, more: readonly TableInfo[]): Catalogue {
  const tables = new Map([...catalogue.tables, ...more.map((table) => [table.id, table] as const)])
  return { ...catalogue, tables, tableIndex: indexOf(tables.values()) }
}

function datasetInfo(document: DatasetDocument, units: Units): DatasetInfo {
  const fields = new Map(Object.entries(document.fields).map(([id, field]) => [id, { id, document: field, names: namesOf(field.name, id), unit: fieldUnit(field, units) }]))
  return { id: document.dataset, document, names: namesOf(document.name, document.dataset), fields, index: indexOf(fields.values()) }
}

function fieldUnit(field: FieldDocument, units: Units): DeclaredUnit {
  if (field.unit !== undefined) return declared(field.unit, units)
  return field.type === 'money' ? { unit: { [units.currency]: 1 }, percent: false } : { unit: NO_UNIT, percent: false }
}

function declared(text: string, units: Units): DeclaredUnit {
  const parsed = parseUnit(text, units)
  return 'declared' in parsed ? parsed.declared : { unit: NO_UNIT, percent: false }
}

function indexOf(infos: Iterable<{ readonly id: string; readonly names: Wording }>): NameIndex {
  const ids = new Set<string>()
  const byDisplay = new Map<string, string[]>()
  for (const { id, names } of infos) {
    ids.add(id)
    for (const word of new Set([names.zh, names.en, id].map((name) => name.normalize('NFC')))) byDisplay.set(word, [...(byDisplay.get(word) ?? []), id])
  }
  return { ids, byDisplay }
}

export type Found = { readonly kind: 'one'; readonly id: string } | { readonly kind: 'none' } | { readonly kind: 'several'; readonly ids: readonly string[] }

/** By id first, so that a display name never takes an id's place. */
export function findName(index: NameIndex, name: string): Found {
  if (index.ids.has(name)) return { kind: 'one', id: name }
  const ids = index.byDisplay.get(name.normalize('NFC')) ?? []
  const [first] = ids
  if (first === undefined) return { kind: 'none' }
  return ids.length === 1 ? { kind: 'one', id: first } : { kind: 'several', ids }
}

/** Every spelling a name could have been meant as: ids and display names. */
export function spellings(index: NameIndex): string[] {
  return [...new Set([...index.ids, ...index.byDisplay.keys()])]
}
