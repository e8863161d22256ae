import { RATINGS } from '../../engine/documents/built-in.ts'
import type { Permission } from '../http/permission.ts'

/** What a route over records of any dataset needs: each dataset is judged by its own once it is known. */
export const READS_RECORDS = ['data.read', 'rating.read'] as const
export const WRITES_RECORDS = ['data.write', 'rating.write'] as const

/** The permission to read records of a dataset: ratings are kept apart from business records. Source: requirements.md R9. */
export function readOf(dataset: string): Permission {
  return dataset === RATINGS ? 'rating.read' : 'data.read'
}

export function writeOf(dataset: string): Permission {
  return dataset === RATINGS ? 'rating.write' : 'data.write'
}
