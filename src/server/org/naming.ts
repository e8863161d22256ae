import type { Directory } from './directory.ts'
import { cell, type OrgRow, type Problems } from './rows.ts'

/** What a cell names: an id, or undefined where it is empty or wrong (and then told). `about` chooses the sentences. */
export function named<Field extends string>(row: OrgRow<Field>, field: Field, directory: Directory, about: 'person' | 'unit', problems: Problems): string | undefined {
  const value = cell(row, field) ?? ''
  if (value === '') return undefined
  const found = directory.resolve(value)
  switch (found.kind) {
    case 'found':
      return found.id
    case 'ambiguous':
      problems.error(row, `org.${about}-ambiguous`, { field, value, ids: found.ids.join(', ') })
      return undefined
    case 'unknown':
      if (found.near.length === 0) problems.error(row, `org.${about}-unknown`, { field, value })
      else problems.error(row, `org.${about}-unknown-near`, { field, value, near: found.near.join(', ') })
      return undefined
    default:
      return found satisfies never
  }
}
