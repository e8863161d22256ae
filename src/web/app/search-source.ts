import type { i18n } from 'i18next'
import type { Needed } from '../api/session.ts'
import type { TextName } from '../text/title.ts'

/** Something the search found, and where it leads. */
export interface Hit {
  readonly key: string
  readonly label: string
  /** What tells it from others of the same name: unit, kind. */
  readonly about?: string
  /** Path and search of the page. */
  readonly to: string
  readonly search?: Readonly<Record<string, string>>
}

/** What a feature adds to the search (Ctrl-K): people, customers, measures. */
export interface SearchSource {
  readonly id: string
  readonly title: TextName
  readonly may?: Needed
  /** Asked with at least one letter; answers some ten hits, the best first. */
  find(query: string, signal: AbortSignal, words: i18n): Promise<readonly Hit[]>
}
