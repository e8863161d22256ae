import { NEAR_LOOKUPS, NEAR_SHOWN } from '../../base/limits.ts'
import { editDistance, fold } from './fold.ts'

/** What a text names. `near`: names as they are written, the closest first; empty where nothing is close. */
export type Resolution =
  | { readonly kind: 'found'; readonly id: string }
  | { readonly kind: 'ambiguous'; readonly ids: readonly string[] }
  | { readonly kind: 'unknown'; readonly near: readonly string[] }

export interface DirectoryEntry {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
}

/** Finds people or units by what a file calls them: the exact id, else the id, the name, the alias with case, width and white space folded. */
export interface Directory {
  resolve(text: string): Resolution
}

type Index = Map<string, string[]>

function note(index: Index, key: string, id: string): void {
  const ids = index.get(key)
  if (ids === undefined) index.set(key, [id])
  else if (!ids.includes(id)) ids.push(id)
}

/** A directory over the entries; an id given twice takes both its names. */
export function buildDirectory(entries: Iterable<DirectoryEntry>): Directory {
  const exact = new Set<string>()
  const written = new Map<string, string>()
  const byId: Index = new Map()
  const byName: Index = new Map()
  const byAlias: Index = new Map()
  for (const entry of entries) {
    exact.add(entry.id)
    note(byId, fold(entry.id), entry.id)
    note(byName, fold(entry.name), entry.id)
    for (const alias of entry.aliases) note(byAlias, fold(alias), entry.id)
    for (const text of [entry.id, entry.name, ...entry.aliases]) written.set(fold(text), text)
  }
  const near = nearest(written)
  return {
    resolve(text) {
      const trimmed = text.trim()
      if (exact.has(trimmed)) return { kind: 'found', id: trimmed }
      const key = fold(text)
      const ids = byId.get(key) ?? byName.get(key) ?? byAlias.get(key) ?? []
      const [only, ...others] = ids
      if (only === undefined) return { kind: 'unknown', near: near(key) }
      return others.length === 0 ? { kind: 'found', id: only } : { kind: 'ambiguous', ids: [...ids].sort() }
    },
  }
}

/** The closest spellings; at most a third of the letters, and at least one, may differ. */
function nearest(written: ReadonlyMap<string, string>): (key: string) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    if (known.size >= NEAR_LOOKUPS) return []
    const answer = closest(key, written)
    known.set(key, answer)
    return answer
  }
}

function closest(key: string, written: ReadonlyMap<string, string>): readonly string[] {
  const close: { text: string; distance: number }[] = []
  let most = Math.max(1, Math.ceil(key.length / 3))
  for (const [folded, text] of written) {
    if (Math.abs(folded.length - key.length) > most * 2) continue // A letter has at most two units of length.
    const distance = editDistance(key, folded, most)
    if (distance > most) continue
    close.push({ text, distance })
    close.sort((a, b) => a.distance - b.distance || (a.text < b.text ? -1 : 1))
    if (close.length <= NEAR_SHOWN) continue
    close.pop()
    most = close.at(-1)?.distance ?? most
  }
  return close.map((c) => c.text)
}
