import type { Person } from './queries.ts'
import { unitKey } from './sums.ts'

export type Line =
  | { readonly kind: 'unit'; readonly id: string; readonly name: string | null; readonly count: number }
  | { readonly kind: 'person'; readonly person: Person; readonly row: number }

export interface Lines {
  readonly lines: readonly Line[]
  /** Person by person, the line they stand on. */
  readonly lineOf: readonly number[]
}

/** People below a line of their unit; they come ordered by unit. */
export function linesOf(people: readonly Person[]): Lines {
  const counts = new Map<string, number>()
  for (const person of people) counts.set(unitKey(person), (counts.get(unitKey(person)) ?? 0) + 1)
  const lines: Line[] = []
  const lineOf: number[] = []
  let unit: string | null = null
  for (const [row, person] of people.entries()) {
    if (unitKey(person) !== unit) {
      unit = unitKey(person)
      lines.push({ kind: 'unit', id: unit, name: person.unitName, count: counts.get(unit) ?? 0 })
    }
    lineOf.push(lines.length)
    lines.push({ kind: 'person', person, row })
  }
  return { lines, lineOf }
}
