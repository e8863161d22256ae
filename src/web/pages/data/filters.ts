import type { Field } from './queries.ts'

export type Op = 'is' | 'contains' | 'from' | 'until' | 'empty'

export interface Filter {
  readonly field: string
  readonly op: Op
  readonly value: string
}

const OPS: readonly Op[] = ['is', 'contains', 'from', 'until', 'empty']

/** The filters in an address; what is no filter is left out. */
export function filtersIn(text: string | undefined): readonly Filter[] {
  try {
    const found: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(found) ? found.filter(isFilter) : []
  } catch {
    return []
  }
}

function isFilter(each: unknown): each is Filter {
  if (typeof each !== 'object' || each === null || !('field' in each) || !('op' in each) || !('value' in each)) return false
  return typeof each.field === 'string' && typeof each.value === 'string' && OPS.some((op) => op === each.op)
}

/** For the address; undefined where there is none. */
export function inAddress(filters: readonly Filter[]): string | undefined {
  return filters.length === 0 ? undefined : JSON.stringify(filters)
}

/** Conditions that fit a field. */
export function opsFor({ type }: Pick<Field, 'type'>): readonly Op[] {
  if (type === 'text' || type === 'reference' || type === 'employee') return ['is', 'contains', 'empty']
  return type === 'choice' || type === 'boolean' ? ['is', 'empty'] : ['is', 'from', 'until', 'empty']
}
