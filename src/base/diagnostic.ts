/** Languages the product speaks. Chinese comes first, English is complete. */
export type Lang = 'zh' | 'en'

/** A name written once, or once a language. */
export type LocalName = string | { zh?: string | undefined; en?: string | undefined }

/** Where something went wrong: a file, a line and column (1-based), a path inside a document, or a span of a formula (0-based, half-open). */
export interface Place {
  readonly file?: string
  readonly line?: number
  readonly column?: number
  readonly path?: readonly (string | number)[]
  readonly span?: { readonly from: number; readonly to: number }
}

export type Params = Readonly<Record<string, string | number>>

/** The author's mistake: something to mend in a document or a file. Many come at once. */
export interface Diagnostic {
  readonly code: string
  readonly severity: 'error' | 'warning' | 'info'
  readonly place: Place
  readonly params: Params
}

/** What is said about a code in one language: what is wrong, and what to do. `{name}` stands for a parameter. */
export interface Sentence {
  readonly say: string
  readonly cure: string
}

/** What is said otherwise to some readers, code by code; what is left out stays. */
export type Rewording = Readonly<Record<string, { readonly zh: Partial<Sentence>; readonly en: Partial<Sentence> }>>

export type TextCatalogue = Readonly<Record<string, { readonly zh: Sentence; readonly en: Sentence }>>

/** The caller's mistake, or trouble outside: carries a code and parameters, so that the surface can say it in the reader's language. */
export class Refusal extends Error {
  readonly code: string
  readonly params: Params
  readonly place: Place
  readonly details: readonly Diagnostic[]

  constructor(code: string, params: Params = {}, more: { place?: Place; details?: readonly Diagnostic[]; cause?: unknown } = {}) {
    super(`${code} ${JSON.stringify(params)}`, more.cause === undefined ? undefined : { cause: more.cause })
    this.name = 'Refusal'
    this.code = code
    this.params = params
    this.place = more.place ?? {}
    this.details = more.details ?? []
  }
}

/**
 * Fill `{name}` in a template. A parameter that is not given stays visible as `{name}`.
 * `{name|one|many}` is a word that depends on whether the parameter is 1: `{rows} {rows|row|rows}`.
 * A parameter whose wording depends on the language (a unit, a type, a display name) comes as `name@zh` and `name@en` beside the neutral `name`.
 */
export function fill(template: string, params: Params, lang?: Lang): string {
  return template.replace(/\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = (lang === undefined ? undefined : params[`${name}@${lang}`]) ?? (Object.hasOwn(params, name) ? params[name] : undefined)
    if (value === undefined) return whole
    return one === undefined || many === undefined ? String(value) : String(value) === '1' ? one : many
  })
}

/** The sentence and the cure for a code, in the reader's language. An unknown code is shown as itself. */
export function describe(what: { code: string; params: Params }, lang: Lang, catalogue: TextCatalogue): Sentence {
  const entry = catalogue[what.code]
  if (entry === undefined) return { say: `${what.code} ${JSON.stringify(what.params)}`, cure: '' }
  return { say: fill(entry[lang].say, what.params, lang), cure: fill(entry[lang].cure, what.params, lang) }
}

/** The catalogue with some of it said otherwise. Errors: `Error` for a code that it does not have. */
export function reworded(catalogue: TextCatalogue, rewording: Rewording): TextCatalogue {
  const changed = Object.entries(rewording).map(([code, { zh, en }]) => {
    const entry = catalogue[code]
    if (entry === undefined) throw new Error(`${code} has no sentence that could be said otherwise`)
    return [code, { zh: { ...entry.zh, ...zh }, en: { ...entry.en, ...en } }] as const
  })
  return { ...catalogue, ...Object.fromEntries(changed) }
}

/** The name in the reader's language, else in the other one, else the fallback. */
export function nameIn(name: LocalName | undefined, lang: Lang, fallback: string): string {
  if (name === undefined) return fallback
  if (typeof name === 'string') return name
  return name[lang] ?? name.zh ?? name.en ?? fallback
}
