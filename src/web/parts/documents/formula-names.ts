import { queryOptions, useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { api, dataOf } from '../../api/client.ts'

const getVocabulary = (signal: AbortSignal) => dataOf(api.GET('/vocabulary', { signal }))

export type Vocabulary = Awaited<ReturnType<typeof getVocabulary>>
export type DatasetWords = Vocabulary['datasets'][number]

/** Everything that documents and their formulas may name. */
export const vocabularyQuery = queryOptions({ queryKey: ['documents', 'vocabulary'], queryFn: ({ signal }) => getVocabulary(signal) })

/** record: over the records of a dataset; formula: over measures; reward: of incentive plans. */
export type FormulaLevel = 'record' | 'formula' | 'reward'

/** A name that a formula may use. */
export interface FormulaName {
  readonly id: string
  /** How people call it; may be the id. */
  readonly name: string
  /** A word about it: its type, its unit. */
  readonly about: string
}

/** Names after a path: those of the whole formula after none, the fields of a customer after `customer`. */
export type NamesAt = (path: readonly string[]) => readonly FormulaName[]

/** What a formula of a level may name. */
export function useFormulaNames(level: FormulaLevel, dataset?: string): NamesAt {
  const { data } = useQuery(vocabularyQuery)
  return useCallback((path: readonly string[]) => (data === undefined ? [] : namesAt(data, { level, dataset }, path)), [data, level, dataset])
}

export function namesAt(words: Vocabulary, of: { readonly level: FormulaLevel; readonly dataset: string | undefined }, path: readonly string[]): readonly FormulaName[] {
  const tables = words.tables.map((t) => ({ id: t.id, name: t.name, about: '' }))
  if (of.level === 'record') {
    const fields = fieldsAfter(words, of.dataset, path).map((f) => ({ id: f.id, name: f.name, about: f.type }))
    return path.length === 0 ? [...fields, ...tables] : fields
  }
  return path.length === 0 ? [...words.measures.map((m) => ({ id: m.id, name: m.name, about: m.unit })), ...tables] : []
}

function fieldsAfter(words: Vocabulary, dataset: string | undefined, path: readonly string[]): DatasetWords['fields'] {
  const fields = words.datasets.find((d) => d.id === dataset)?.fields ?? []
  const [first, ...rest] = path
  if (first === undefined) return fields
  const to = fields.find((f) => f.id === first || f.name === first)?.to ?? undefined
  return to === undefined ? [] : fieldsAfter(words, to, rest)
}

/** Words of the language that cannot stand as a name without quotes. */
const WORDS = /^(且|或|非|属于|真|假|空|为空|不为空|包含|开头是|and|or|not|in|true|false|null|is|empty|contains|starts)$/i

/** A name as a formula writes it: in quotes where it is more than letters, digits and underscores. */
export function written(id: string): string {
  if (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(id) && !WORDS.test(id)) return id
  return id.includes('」') ? `\`${id}\`` : `「${id}」`
}
