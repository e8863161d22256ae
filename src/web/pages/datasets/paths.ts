import { useQuery } from '@tanstack/react-query'
import { textAt } from '../../parts/documents/body.ts'
import type { Choice } from '../../parts/documents/fields.tsx'
import { type DatasetWords, type Vocabulary, vocabularyQuery } from '../../parts/documents/formula-names.ts'
import type { Body } from '../../parts/documents/queries.ts'
import { useLang } from '../../text/lang.ts'
import { fieldsIn } from './field.ts'

/** Fields of a draft, and those of what it refers to, for the fields of the form. */
export interface DatasetPaths {
  readonly words: Vocabulary | undefined
  /** Own fields of these types. */
  own(types: readonly string[]): readonly Choice[]
  /** Own fields of these types, and fields one reference away. */
  reached(types: readonly string[]): readonly Choice[]
  /** A dataset in force. */
  table(id: string): DatasetWords | undefined
  /** A path in the reader's words. */
  nameOf(path: string): string
}

export function useDatasetPaths(body: Body): DatasetPaths {
  const lang = useLang()
  const { data: words } = useQuery(vocabularyQuery)
  const fields = fieldsIn(body)
  const ownName = (id: string) => {
    const name = fields[id]?.['name']
    return (typeof name === 'string' ? name : textAt(name, [lang]) || textAt(name, ['zh']) || textAt(name, ['en'])) || id
  }
  const table = (id: string) => words?.datasets.find((d) => d.id === id)
  const there = (id: string) => table(textAt(fields[id], ['to']))?.fields ?? []
  const nameOf = (path: string) => {
    if (path in fields) return ownName(path)
    const [first = '', ...rest] = path.split('.')
    const [last] = rest
    return rest.length === 1 ? `${ownName(first)}.${there(first).find((f) => f.id === last)?.name ?? last}` : path
  }
  const choice = (value: string): Choice => ({ value, label: nameOf(value) === value ? value : `${nameOf(value)} (${value})` })
  const own = (types: readonly string[]) => Object.keys(fields).filter((id) => types.includes(textAt(fields[id], ['type'])))
  return {
    words,
    table,
    nameOf,
    own: (types) => own(types).map(choice),
    reached: (types) =>
      Object.keys(fields)
        .flatMap((id) => [...own(types).filter((each) => each === id), ...there(id).flatMap((f) => (types.includes(f.type) ? [`${id}.${f.id}`] : []))])
        .map(choice),
  }
}
