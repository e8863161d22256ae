import type { Body } from '../../../parts/documents/queries.ts'

export type { Body }

export type Path = readonly (string | number)[]

export const keyOf = (path: Path): string => path.join('.')

/** What stands at a path; undefined where nothing does. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[key] : undefined), value) // as: it was looked.
}

/** What stands at a path as text to be edited. */
export function textAt(value: unknown, path: Path): string {
  const found = valueAt(value, path)
  return typeof found === 'string' || typeof found === 'number' ? String(found) : ''
}

export function listAt(value: unknown, path: Path): readonly unknown[] {
  const found = valueAt(value, path)
  return Array.isArray(found) ? found : []
}

export function recordAt(value: unknown, path: Path): Body {
  const found = valueAt(value, path)
  return isRecord(found) ? found : {}
}

export function isRecord(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The same body with another value at a path; undefined takes the key out. What is not there yet is made. */
export function withValue(body: Body, path: Path, value: unknown): Body {
  const made = put(body, path, value)
  return isRecord(made) ? made : body
}

function put(holder: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value
  if (typeof key === 'number') {
    const list = Array.isArray(holder) ? [...(holder as readonly unknown[])] : [] // as: it is an array.
    list[key] = put(list[key], rest, value)
    return list
  }
  const { [key]: before, ...others } = isRecord(holder) ? holder : {}
  const next = put(before, rest, value)
  if (next === undefined) return others
  // A key keeps its place: the order of a document is its author's.
  return isRecord(holder) && key in holder ? Object.fromEntries(Object.entries(holder).map(([k, v]) => [k, k === key ? next : v])) : { ...others, [key]: next }
}

/** The list without one item. */
export const without = (list: readonly unknown[], at: number): unknown[] => list.filter((_, i) => i !== at)

/** The list with one item a step up or down. */
export function moved(list: readonly unknown[], at: number, by: 1 | -1): unknown[] {
  const to = at + by
  if (to < 0 || to >= list.length) return [...list]
  const next = [...list]
  ;[next[at], next[to]] = [list[to], list[at]]
  return next
}

/** A line by another id; the weights of periods and newcomers that name it follow. An id that another line has is refused: one weight would take the place of the other. */
export function renamedLine(body: Body, at: number, to: string): Body {
  const from = textAt(body, ['lines', at, 'line'])
  if (listAt(body, ['lines']).some((line, i) => i !== at && textAt(line, ['line']) === to)) return body
  const rename = (weights: unknown): unknown => {
    if (!isRecord(weights) || !Object.hasOwn(weights, from)) return weights
    // What was left by a line that is gone does not take the place of what this one has.
    const others = Object.entries(weights).filter(([line]) => line !== to || line === from)
    return Object.fromEntries(others.map(([line, weight]) => [line === from ? to : line, weight]))
  }
  let next = withValue(body, ['lines', at, 'line'], to)
  for (const period of Object.keys(recordAt(body, ['weights']))) next = withValue(next, ['weights', period], rename(valueAt(body, ['weights', period])))
  const newcomers = valueAt(body, ['newcomers', 'weights'])
  return newcomers === undefined ? next : withValue(next, ['newcomers', 'weights'], rename(newcomers))
}

/** A line is gone, and with it what single periods and newcomers said of it. */
export function removedLine(body: Body, at: number): Body {
  const name = textAt(body, ['lines', at, 'line'])
  let next = withValue(body, ['lines'], without(listAt(body, ['lines']), at))
  for (const period of Object.keys(recordAt(body, ['weights']))) next = withValue(next, ['weights', period, name], undefined)
  return valueAt(body, ['newcomers', 'weights']) === undefined ? next : withValue(next, ['newcomers', 'weights', name], undefined)
}

/** A number as people write it, as exact text; null where it is none. Weights and points: 40 and 40% are the same. */
export function plainNumber(written: string): string | null {
  const found = /^\s*(-?\d+(?:\.\d+)?)\s*%?\s*$/.exec(written)
  return found?.[1] ?? null
}

/** What is tried out on the past: the draft as if it had always been in force, in the place of every edition of its scheme. */
export function asAlways(body: Body, editions: readonly string[]): { readonly body: Body; readonly without: readonly string[] } {
  const base = textAt(body, ['scheme'])
  const { from: _, until: __, ...always } = body
  return { body: always, without: editions.filter((id) => id !== base) }
}
