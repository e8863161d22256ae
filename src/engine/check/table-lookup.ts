import { dec } from '../../base/decimal.ts'
import type { LookupCell, LookupIr } from '../ir.ts'
import { nearNames } from '../near.ts'
import { hintOf } from '../wording.ts'
import type { LookupKey, TableInfo } from './catalogue.ts'
import { compareRows } from './lookup-rows.ts'
import { numberIn, type TableAt, type TableBody, unitAt } from './table-numbers.ts'

type Lookup = TableBody & { kind: 'lookup' }
type When = Lookup['rows'][number]['when']

/** A lookup by one or more keys: texts, or ranges of numbers. */
export function lookupInfo(id: string, document: Lookup, at: TableAt): Omit<TableInfo & { kind: 'lookup' }, 'id' | 'names'> {
  const before = at.report.errors()
  const keys = keysOf(document, at)
  const pays = unitAt(document.pays, ['pays'], at)
  const rows = document.rows.map(({ when, value }, i) => ({ cells: cellsOf(when, keys, i, at), value: numberIn(pays, value, ['rows', i, 'value'], at) }))
  const otherwise = document.otherwise === undefined ? null : numberIn(pays, document.otherwise, ['otherwise'], at)
  compareRows(document, rows, at)
  const whole = rows.flatMap(({ cells, value }) => (cells === null || value === null ? [] : [{ cells, value }]))
  const dimensions = document.by.map(({ key, range, boundary }): LookupIr['dimensions'][number] => ({ name: key, kind: range === undefined ? 'text' : 'range', boundary }))
  return { kind: 'lookup', ir: at.report.errors() > before ? null : { table: id, dimensions, rows: whole, otherwise }, keys, pays }
}

function keysOf({ by }: Lookup, at: TableAt): LookupKey[] {
  const seen = new Set<string>()
  return by.map(({ key, range }, i) => {
    if (seen.has(key)) at.report.error('lookup.key-twice', [...at.path, 'by', i, 'key'], { key })
    seen.add(key)
    return { name: key, range: range === undefined ? null : (unitAt(range, ['by', i, 'range'], at) ?? 'unknown') }
  })
}

/** One cell a key. Null where one is wrong, which is reported. */
function cellsOf(when: When, keys: readonly LookupKey[], row: number, at: TableAt): LookupCell[] | null {
  const names = keys.map(({ name }) => name)
  for (const key of Object.keys(when)) {
    if (!names.includes(key)) at.report.error('lookup.unknown-key', [...at.path, 'rows', row, 'when', key], { key, ...hintOf(nearNames(key, names), names) })
  }
  const cells = keys.map((key): LookupCell | null => {
    const written = Object.hasOwn(when, key.name) ? when[key.name] : undefined
    return written === undefined ? { kind: 'any' } : cellOf(written, key, ['rows', row, 'when', key.name], at)
  })
  return cells.some((cell) => cell === null) ? null : cells.filter((cell) => cell !== null)
}

function cellOf(written: When[string], { name, range }: LookupKey, key: readonly (string | number)[], at: TableAt): LookupCell | null {
  const path = [...at.path, ...key]
  const isRange = typeof written === 'object' && !Array.isArray(written)
  if (range === null) {
    if (isRange) at.report.error('lookup.text-due', path, { key: name })
    return isRange ? null : { kind: 'text', values: typeof written === 'string' ? [written] : written }
  }
  if (!isRange) {
    at.report.error('lookup.range-due', path, { key: name, value: typeof written === 'string' ? written : written.join(', ') })
    return null
  }
  if (written.from === undefined && written.to === undefined) return { kind: 'any' }
  const unit = range === 'unknown' ? null : range
  const from = written.from === undefined ? null : (numberIn(unit, written.from, [...key, 'from'], at) ?? undefined)
  const until = written.to === undefined ? null : (numberIn(unit, written.to, [...key, 'to'], at) ?? undefined)
  if (from === undefined || until === undefined) return null
  if (from !== null && until !== null && dec(until).lte(from)) {
    at.report.error('lookup.empty-range', path, { key: name, from: written.from ?? '', to: written.to ?? '' })
    return null
  }
  return { kind: 'range', from, until }
}
