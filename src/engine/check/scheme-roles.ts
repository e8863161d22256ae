import type { CalendarSpec } from '../../base/calendar.ts'
import { worded } from '../wording.ts'
import type { DocumentPath } from './report.ts'
import { type Edition, periodWords, sharedRoles, together } from './scheme-editions.ts'

type AnyDocument = { readonly role?: string | string[] | undefined }

/** Two schemes for one role in the same periods: whose rules would hold is unknown. Told once a pair, at the later document. */
export function checkOneScheme(editions: readonly Edition<AnyDocument>[], calendar: CalendarSpec): void {
  for (const [i, edition] of editions.entries()) {
    for (const other of editions.slice(0, i)) {
      if (other.base === edition.base || other.inForce.every !== edition.inForce.every) continue
      const [role] = sharedRoles(edition.inForce, other.inForce)
      if (role === undefined || !together(edition.inForce, other.inForce, calendar)) continue
      const params = { scheme: edition.id, other: other.id, where: other.report.where(['scheme']), ...worded('every', periodWords(edition.inForce.every), edition.inForce.every) }
      edition.report.error('force.two-schemes', rolePath(edition.source.document, role), { ...params, ...roleWords(role) })
    }
  }
}

/** A role that is the same word as another one in a different spelling: people hold one of them. */
export function warnSpellings(editions: readonly Edition<AnyDocument>[]): void {
  const known = new Map<string, { readonly role: string; readonly where: string }>()
  for (const edition of editions) {
    for (const role of edition.inForce.roles ?? []) {
      const word = role
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[\s_-]/g, '')
      const other = known.get(word)
      if (other === undefined) known.set(word, { role, where: edition.report.where(rolePath(edition.source.document, role)) })
      else if (other.role !== role) edition.report.warning('force.role-spelling', rolePath(edition.source.document, role), { role, other: other.role, where: other.where })
    }
  }
}

export function roleWords(role: string | null): Record<string, string | number> {
  return { ...worded('role', role === null ? { zh: '所有人', en: 'everybody' } : { zh: `角色“${role}”`, en: `the role ${role}` }, role ?? '') }
}

/** Where a role is written in a document; the document where it names none. */
export function rolePath({ role: written }: AnyDocument, role: string | null): DocumentPath {
  if (written === undefined || role === null) return []
  return typeof written === 'string' ? ['role'] : ['role', Math.max(0, written.indexOf(role))]
}
