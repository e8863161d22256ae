/** Editing documents that may hold anything: what is there is looked at before it is used, what is not touched stays as it was. */

export type Json = Readonly<Record<string, unknown>>
export type Path = readonly (string | number)[]

/** What stands at a path; undefined where nothing does. */
export function valueAt(body: unknown, path: Path): unknown {
  return path.reduce<unknown>((found, step) => (typeof found === 'object' && found !== null ? (found as Record<string | number, unknown>)[step] : undefined), body) // Looked.
}

/** The text at a path; numbers as their text, everything else as nothing. */
export function textAt(body: unknown, ...path: Path): string {
  const found = valueAt(body, path)
  return typeof found === 'string' ? found : typeof found === 'number' ? String(found) : ''
}

export function listAt(body: unknown, ...path: Path): readonly unknown[] {
  const found = valueAt(body, path)
  return Array.isArray(found) ? found : []
}

export function mapAt(body: unknown, ...path: Path): Json {
  const found = valueAt(body, path)
  return isMap(found) ? found : {}
}

export function isMap(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The body with another value at a path; undefined takes the key out. Maps on the way are made where there are none. */
export function withAt(body: unknown, path: Path, value: unknown): Json {
  return set(body, path, value) as Json // A path never leads out of the document itself.
}

function set(holder: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value
  if (typeof step === 'number') {
    const list = Array.isArray(holder) ? [...holder] : []
    list[step] = set(list[step], rest, value)
    return list
  }
  const { [step]: before, ...others } = isMap(holder) ? holder : {}
  const next = set(before, rest, value)
  if (next === undefined) return others
  // The order of keys stays as its author wrote it.
  return isMap(holder) && step in holder ? Object.fromEntries(Object.entries(holder).map(([key, old]) => [key, key === step ? next : old])) : { ...others, [step]: next }
}

/** A text field: nothing written takes the key out. */
export const given = (text: string): string | undefined => (text === '' ? undefined : text)

/** A name in one language of a document; a name written once stands for both. */
export function nameText(body: unknown, path: Path, lang: 'zh' | 'en'): string {
  const found = valueAt(body, path)
  return typeof found === 'string' ? found : textAt(found, lang)
}

/** The same name with other words in one language. */
export function withName(body: Json, path: Path, lang: 'zh' | 'en', text: string): Json {
  const names = { zh: nameText(body, path, 'zh'), en: nameText(body, path, 'en'), [lang]: text }
  const kept = Object.fromEntries(Object.entries(names).filter(([, words]) => words !== ''))
  return withAt(body, path, Object.keys(kept).length === 0 ? undefined : kept)
}
