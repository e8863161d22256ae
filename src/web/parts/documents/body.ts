import type { Body } from './queries.ts'

export type Path = readonly (string | number)[]

/** What stands at a path of a document; undefined where nothing does. */
export function valueAt(body: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, step) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[step] : undefined), body) // Looked: an object or a list.
}

/** The document with something else at a path; undefined takes it out. What was not there is made on the way. */
export function withValue(body: Body, path: Path, value: unknown): Body {
  return put(body, path, value) as Body // A map stays a map.
}

function put(holder: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value
  if (Array.isArray(holder)) {
    const list: unknown[] = [...holder]
    const next = put(list[Number(step)], rest, value)
    if (next === undefined) list.splice(Number(step), 1)
    else list[Number(step)] = next
    return list
  }
  const map = typeof holder === 'object' && holder !== null ? { ...(holder as Record<string, unknown>) } : {} // A map, or nothing yet.
  const next = put(map[String(step)], rest, value)
  if (next === undefined) delete map[String(step)]
  else map[String(step)] = next
  return map
}

/** The text at a path; numbers as they are written; empty for anything else. */
export function textAt(body: unknown, path: Path): string {
  const value = valueAt(body, path)
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

/** Another name for a key of a map, at the same place. Nothing changes where the name is taken or empty. */
export function renamed(map: Body, from: string, to: string): Body {
  if (to === '' || from === to || Object.hasOwn(map, to)) return map
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key === from ? to : key, value]))
}

/** The map with a key one place further up or down. */
export function moved(map: Body, key: string, by: 1 | -1): Body {
  const entries = Object.entries(map)
  const at = entries.findIndex(([name]) => name === key)
  const [entry] = entries.splice(at, 1)
  if (entry === undefined || at + by < 0 || at + by > entries.length) return map
  entries.splice(at + by, 0, entry)
  return Object.fromEntries(entries)
}
