/** What an address may hold on every page. All values are texts: `?period=2026` is a year, never a number. */
export interface SharedSearch {
  readonly period?: string | undefined
  readonly lang?: string | undefined
  /** The explanation that is open, see parts/WhyLink. */
  readonly why?: string | undefined
}

type Texts = Readonly<Record<string, string>>

/** `?period=2026-Q1&q=张` as texts; the first of a parameter that stands twice. */
export function parseSearch(text: string): Texts {
  const found: Record<string, string> = {}
  for (const [name, value] of new URLSearchParams(text)) if (!Object.hasOwn(found, name)) found[name] = value
  return found
}

/** The opposite; parameters without a value are left out. */
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) if (typeof value === 'string' && value !== '') params.set(name, value)
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}

/** The shared part of what an address holds. */
export function sharedSearch(search: Readonly<Record<string, unknown>>): SharedSearch {
  const { period, lang, why } = search
  return { ...textAt('period', period), ...textAt('lang', lang), ...textAt('why', why) }
}

function textAt(name: string, value: unknown): Texts {
  return typeof value === 'string' && value !== '' ? { [name]: value } : {}
}
