/**
 * JSON with sorted keys and nothing optional: equal data gives equal text, whatever order it was written in.
 * What is hashed as "the same program" or "the same inputs" goes through here; hashing itself happens outside the engine.
 * Throws on what JSON cannot say (functions, NaN): that would be our mistake, not the author's.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('a number that is not finite has no canonical form')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item === undefined ? null : item)).join(',')}]`
  if (typeof value === 'object') {
    const parts = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`)
    return `{${parts.join(',')}}`
  }
  throw new TypeError(`a ${typeof value} has no canonical form`)
}
