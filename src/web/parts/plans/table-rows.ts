import type { GridRow } from '../grid/cells.ts'
import { isMap, type Json, listAt, textAt, valueAt, withAt } from './body-edit.ts'

/** Tables of a document as rows of a grid, and back. What a grid does not show (names, units) stays as it is. */

/** A number as documents write it: plain ones as numbers, so that the YAML stays readable; all others as their text. */
export function written(text: string): string | number | undefined {
  if (text === '') return undefined
  const number = Number(text)
  return Number.isSafeInteger(number) && String(number) === text ? number : text
}

/** A map without the keys that hold nothing. */
function kept(entries: Readonly<Record<string, unknown>>): Json {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined))
}

/** What tiers pay: amounts where one of them says so, else rates. */
export function tiersPay(body: Json): 'rate' | 'amount' {
  return listAt(body, 'tiers').some((tier) => isMap(tier) && 'amount' in tier) ? 'amount' : 'rate'
}

export function tierRows(body: Json): GridRow[] {
  const pay = tiersPay(body)
  return listAt(body, 'tiers').map((tier) => ({ from: textAt(tier, 'from'), to: textAt(tier, 'to'), pay: textAt(tier, pay) }))
}

export function withTiers(body: Json, rows: readonly GridRow[], pay: 'rate' | 'amount' = tiersPay(body)): Json {
  // Where no tier says anything yet, the first says that amounts are to come: that a table pays amounts is told by its tiers alone.
  const none = pay === 'amount' && rows.every((row) => (row['pay'] ?? '') === '') ? '' : undefined
  return withAt(
    body,
    ['tiers'],
    rows.map((row, i) =>
      kept({
        from: row['from'] === 'any' ? 'any' : written(row['from'] ?? ''),
        to: written(row['to'] ?? ''),
        [pay]: written(row['pay'] ?? '') ?? (i === 0 ? none : undefined),
      }),
    ),
  )
}

export function pointRows(body: Json): GridRow[] {
  return listAt(body, 'points').map((point) => ({ at: textAt(point, 'at'), value: textAt(point, 'value') }))
}

export function withPoints(body: Json, rows: readonly GridRow[]): Json {
  return withAt(
    body,
    ['points'],
    rows.map((row) => kept({ at: written(row['at'] ?? ''), value: written(row['value'] ?? '') })),
  )
}

export interface Key {
  readonly key: string
  /** Unit of its bounds; empty: texts. */
  readonly range: string
  readonly boundary: string
}

export function keysOf(body: Json): Key[] {
  return listAt(body, 'by').map((each) => ({ key: textAt(each, 'key'), range: textAt(each, 'range'), boundary: textAt(each, 'boundary') }))
}

/** Other keys: rows follow a key that was renamed, and lose one that is gone or is told in another way. A name that another key has is no name: its cells would be gone. */
export function withKeys(body: Json, keys: readonly Key[]): Json {
  const before = keysOf(body)
  const same = keys.length === before.length
  if (same && keys.some(({ key }, i) => key !== before[i]?.key && keys.some((other, at) => at !== i && other.key === key))) return body
  const rows = listAt(body, 'rows').map((row) => {
    const when = Object.fromEntries(
      keys.flatMap((key, i) => {
        const old = same ? before[i] : before.find((each) => each.key === key.key)
        const cell = old === undefined || (old.range === '') !== (key.range === '') ? undefined : valueAt(row, ['when', old.key])
        return cell === undefined ? [] : [[key.key, cell]]
      }),
    )
    return withAt(row, ['when'], Object.keys(when).length === 0 ? undefined : when)
  })
  const by = keys.map(({ key, range, boundary }) => kept({ key, range: range === '' ? undefined : range, boundary: boundary === '' ? undefined : boundary }))
  return withAt(withAt(body, ['by'], by), ['rows'], rows)
}

/** Columns of a lookup's grid: one for texts, two for the bounds of a range, then the value. `c0`, `c1.from`, `c1.to`. */
export function lookupRows(body: Json): GridRow[] {
  const keys = keysOf(body)
  return listAt(body, 'rows').map((row) => {
    const cells = keys.flatMap(({ key, range }, i): [string, string][] => {
      const cell = valueAt(row, ['when', key])
      if (range !== '') return [[`c${i}.from`, textAt(cell, 'from')], [`c${i}.to`, textAt(cell, 'to')]] // biome-ignore format: a pair
      return [[`c${i}`, Array.isArray(cell) ? cell.join(' / ') : textAt(cell)]]
    })
    return { ...Object.fromEntries(cells), value: textAt(row, 'value') }
  })
}

export function withLookupRows(body: Json, rows: readonly GridRow[]): Json {
  const keys = keysOf(body)
  return withAt(
    body,
    ['rows'],
    rows.map((row) => {
      const when = keys.flatMap(({ key, range }, i): [string, unknown][] => {
        const cell = range === '' ? texts(row[`c${i}`] ?? '') : kept({ from: written(row[`c${i}.from`] ?? ''), to: written(row[`c${i}.to`] ?? '') })
        return cell === undefined || (isMap(cell) && Object.keys(cell).length === 0) ? [] : [[key, cell]]
      })
      return kept({ when: when.length === 0 ? undefined : Object.fromEntries(when), value: written(row['value'] ?? '') })
    }),
  )
}

/** `S`, or several with a stroke between them. */
function texts(cell: string): string | string[] | undefined {
  const parts = cell.split(/\s*[/／]\s*/).filter((part) => part !== '')
  return parts.length > 1 ? parts : parts[0]
}

/** A table to begin with. */
export function newTable(kind: 'tiers' | 'curve' | 'lookup', key: string): Json {
  switch (kind) {
    case 'tiers':
      return { kind, mode: 'marginal', of: 'money', tiers: [{ to: 10000, rate: '1%' }, { rate: '2%' }] }
    case 'curve':
      return { kind, of: 'percent', pays: 'percent', points: [{ at: '80%', value: '0%' }, { at: '100%', value: '100%' }, { at: '120%', value: '150%' }] } // biome-ignore format: as in a document
    case 'lookup':
      return { kind, pays: 'percent', by: [{ key, range: 'percent' }], rows: [{ when: { [key]: { from: '100%' } }, value: '100%' }], otherwise: '0%' }
    default:
      return kind satisfies never
  }
}
