import { createContext, use } from 'react'
import type { DocumentFinding as Finding } from '../../../parts/documents/queries.ts'
import type { RoleOption } from '../queries.ts'
import { type Body, keyOf, type Path, withValue } from './body.ts'
import type { MeasureOption } from './measures.ts'
import type { RatingDrafts } from './rating-drafts.tsx'

/** What every field of the editor knows. */
export interface Editing {
  readonly body: Body
  readonly findings: readonly Finding[]
  readonly measures: readonly MeasureOption[]
  readonly roles: readonly RoleOption[]
  /** Drafts of the ratings that lines are judged by, by their ids; not there while they load. */
  readonly ratings: RatingDrafts
  change(body: Body, place?: string): void
}

export const EditingContext = createContext<Editing | null>(null)

export function useEditing(): Editing {
  const editing = use(EditingContext)
  if (editing === null) throw new Error('a field of the editor was drawn outside of it')
  return editing
}

/** Set what stands at a path. */
export function useSet(): (path: Path, value: unknown) => void {
  const { body, change } = useEditing()
  return (path, value) => change(withValue(body, path, value), keyOf(path))
}

const pathOf = (finding: Finding): Path => finding.place.path ?? []

/** What is said at exactly this place. */
export function findingsAt(findings: readonly Finding[], path: Path): readonly Finding[] {
  const key = keyOf(path)
  return findings.filter((finding) => keyOf(pathOf(finding)) === key)
}

/** What is said at this place and below it. */
export function findingsUnder(findings: readonly Finding[], path: Path): readonly Finding[] {
  return findings.filter((finding) => {
    const at = pathOf(finding)
    return path.every((key, i) => at[i] === key)
  })
}

/** Keys that are fields of their own: what is said of them stands there; what is said of anything else stands at the head of its part. */
const FIELDS: ReadonlySet<string> = new Set([
  ...['scheme', 'zh', 'en', 'name', 'description', 'role', 'every', 'from', 'until', 'startDay', 'feedback', 'factors', 'round'],
  ...['line', 'measure', 'weight', 'kind', 'prorate', 'noData', 'fixed', 'formula', 'threshold', 'floor', 'cap', 'worst', 'best', 'start', 'each', 'passes', 'most', 'method'],
  ...['to', 'points', 'at', 'grade', 'coefficient', 'months'],
])

/** Whether a finding stands at a field, so that it need not be told again. */
export function isAtField(finding: Finding): boolean {
  const last = pathOf(finding).at(-1)
  return typeof last === 'string' && FIELDS.has(last)
}
