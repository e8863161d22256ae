import type { Lang } from '../../../../base/diagnostic.ts'
import type { Body } from './body.ts'

interface Wish {
  /** What is copied; null: a scheme from nothing. */
  readonly copied: Body | null
  readonly id: string
  readonly name: string
  /** First day; '': always. */
  readonly day: string
  /** The language that the name is in. */
  readonly lang: Lang
  /** Another edition of the same scheme, not another scheme. */
  readonly edition: boolean
}

/** The body that a new scheme or edition begins with. A copy has no role yet, which its author is told to choose: two schemes for one role are refused. */
export function beginning({ copied, id, name, lang, day, edition }: Wish): Body {
  const { scheme: _, name: named, role, from: __, until: ___, ...rest } = copied ?? { every: 'quarter', lines: [], grades: GRADES, feedback: 'monthly' }
  const kept = edition ? { ...(named === undefined ? {} : { name: named }), ...(role === undefined ? {} : { role }) } : name === '' ? {} : { name: { [lang]: name } }
  return { scheme: id, ...kept, ...(day === '' ? {} : { from: day }), ...rest }
}

const GRADES = [
  { grade: 'S', from: '115', coefficient: '1.5' },
  { grade: 'A', from: '105', coefficient: '1.2' },
  { grade: 'B', from: '90', coefficient: '1' },
  { grade: 'C', from: '75', coefficient: '0.8' },
  { grade: 'D', coefficient: '0.5' },
]

/** The id of the document that the body will be: as `documentId` of the engine has it. */
export const draftId = (scheme: string, day: string): string => (day === '' ? scheme : `${scheme}@${day}`)
