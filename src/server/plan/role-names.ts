import type { Diagnostic } from '../../base/diagnostic.ts'
import { placeOf } from '../../engine/check/report.ts'
import { rolePath } from '../../engine/check/scheme-roles.ts'
import { nearNames } from '../../engine/near.ts'
import { hintOf } from '../../engine/wording.ts'
import type { Plan } from './read.ts'

/** What stands between two roles that somebody wrote as one text. */
const BETWEEN = /\s*[,，、;；/|]\s*/

/**
 * Roles of schemes and incentive plans that nobody holds and that look like one that somebody does, each told once a document at the line where it is written.
 * A role like no other may be one that nobody has yet, as in a copied template: a run tells of it.
 * `held`: every role that anybody has or had. Warnings: `plan.role-list`, `plan.role-unknown`.
 */
export function unknownRoles({ schemes, incentives }: Pick<Plan, 'schemes' | 'incentives'>, held: ReadonlySet<string>): Diagnostic[] {
  const told = new Set<string>()
  return [...schemes, ...incentives].flatMap((source) => {
    const { document } = source
    const [id, roles] = ['scheme' in document ? document.scheme : document.incentive, typeof document.role === 'string' ? [document.role] : (document.role ?? [])]
    return roles.flatMap((role): Diagnostic[] => {
      const key = JSON.stringify([source.file, id, role])
      const saying = held.has(role) || told.has(key) ? null : sayingOf(role, held)
      told.add(key)
      return saying === null ? [] : [{ ...saying, severity: 'warning', place: placeOf(source, rolePath(document, role)) }]
    })
  })
}

function sayingOf(role: string, held: ReadonlySet<string>): Pick<Diagnostic, 'code' | 'params'> | null {
  const parts = role.split(BETWEEN).filter((part) => part !== '')
  if (parts.length > 1 && parts.some((part) => held.has(part))) return { code: 'plan.role-list', params: { role, list: parts.join(', ') } }
  const near = nearNames(role, held)
  return near.length === 0 ? null : { code: 'plan.role-unknown', params: { role, ...hintOf(near, []) } }
}
