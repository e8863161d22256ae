import type { Day } from '../../base/calendar.ts'
import { dayInZone } from '../../base/calendar.ts'
import { type Decimal, dec } from '../../base/decimal.ts'
import type { DatasetIr, FieldType, Program } from '../ir.ts'
import type { FactRecord, Facts } from './facts.ts'
import { compareValues, type Value } from './value.ts'

/** The facts, opened for looking things up. Only indexes: nothing in it is computed ahead. */
export interface Book {
  readonly program: Program
  readonly facts: Facts
  /** Records of a dataset by the text of the key that references use. */
  readonly byKey: Map<string, Map<string, FactRecord[]>>
  /** Rows of splits by the text of the record they belong to. */
  readonly splitsOf: Map<string, Map<string, FactRecord[]>>
  /** What `first` and `earlier` look through, by the node itself. */
  readonly seen: Map<object, Map<string, SeenRow[]>>
}

export interface SeenRow {
  readonly record: FactRecord
  readonly day: Day
  readonly holds: boolean
}

export function openBook(program: Program, facts: Facts): Book {
  return { program, facts, byKey: new Map(), splitsOf: new Map(), seen: new Map() }
}

export function datasetOf(book: Book, dataset: string): DatasetIr {
  const found = book.program.datasets[dataset]
  if (found === undefined) throw new Error(`no dataset ${dataset} in the program`)
  return found
}

export function recordsOf(book: Book, dataset: string): readonly FactRecord[] {
  return book.facts.records[dataset] ?? []
}

/** The one field by which others refer to a dataset: its key without the day of validity. */
export function referenceField(book: Book, dataset: string): string {
  const { key, effective } = datasetOf(book, dataset)
  const [field, ...more] = key.filter((k) => k !== effective)
  if (field === undefined || more.length > 0) throw new Error(`dataset ${dataset} has no single key to refer to`)
  return field
}

/** Records by the text in one field; those without it are in no group. */
function grouped(records: readonly FactRecord[], field: string): Map<string, FactRecord[]> {
  const groups = new Map<string, FactRecord[]>()
  for (const record of records) {
    const key = record.fields[field] ?? null
    if (key === null) continue
    const group = groups.get(String(key))
    if (group === undefined) groups.set(String(key), [record])
    else group.push(record)
  }
  return groups
}

function once<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

/**
 * The record a reference leads to, or null. Of several versions the newest that was valid on the day;
 * one without a day has been valid since ever.
 */
export function lookUp(book: Book, at: { dataset: string; key: string; day: Day | null }): FactRecord | null {
  const { effective } = datasetOf(book, at.dataset)
  const index = once(book.byKey, at.dataset, () => grouped(recordsOf(book, at.dataset), referenceField(book, at.dataset)))
  const versions = index.get(at.key) ?? []
  if (effective === null) return versions[0] ?? null
  if (at.day === null) throw new Error(`a dated reference (${at.dataset}) cannot supply the date of a record`)
  let best: FactRecord | null = null
  for (const version of versions) {
    const from = validFrom(version, effective)
    if (from > at.day) continue
    if (best === null || from > validFrom(best, effective)) best = version
  }
  return best
}

/** Since ever sorts before every day. */
function validFrom(version: FactRecord, effective: string): Day {
  const day = version.fields[effective] ?? null
  return typeof day === 'string' ? day : ''
}

/** Rows of a dataset of splits that belong to a record, named by its key. */
export function splitRows(book: Book, splits: { dataset: string; record: string }, key: string): readonly FactRecord[] {
  const index = once(book.splitsOf, JSON.stringify([splits.dataset, splits.record]), () => grouped(recordsOf(book, splits.dataset), splits.record))
  return index.get(key) ?? []
}

/** The newest rate of a currency on or before a day. */
export function rateOn(book: Book, currency: string, day: Day): Decimal | null {
  let best: { day: Day; rate: string } | null = null
  for (const rate of book.facts.rates) {
    if (rate.currency === currency && rate.day <= day && (best === null || rate.day > best.day)) best = rate
  }
  return best === null ? null : dec(best.rate)
}

/** A stored value as what its type makes of it: numbers as decimals, a timestamp as the day in the company's time zone. */
export function typed(raw: string | boolean | null, type: FieldType, timezone: string): Value {
  if (raw === null || typeof raw === 'boolean') return raw
  switch (type) {
    case 'integer':
    case 'decimal':
    case 'money':
      return dec(raw)
    case 'timestamp':
      return dayInZone(raw, timezone)
    case 'text':
    case 'choice':
    case 'date':
    case 'employee':
    case 'reference':
      return raw
    case 'boolean':
      throw new Error(`a boolean is stored as ${JSON.stringify(raw)}`)
    default:
      return type satisfies never
  }
}

/** Order of two records of a dataset by the fields of their key, each by its type; an empty field comes first. */
export function compareKeys(book: Book, dataset: string, a: FactRecord, b: FactRecord): number {
  const { key, fields } = datasetOf(book, dataset)
  for (const name of key) {
    const type = fields[name]?.type ?? 'text'
    const [x, y] = [a, b].map((r) => typed(r.fields[name] ?? null, type, book.program.company.timezone))
    if (x === undefined || y === undefined || (x === null && y === null)) continue
    if (x === null || y === null) return x === null ? -1 : 1
    const order = compareValues(x, y)
    if (order !== 0) return order
  }
  return 0
}
