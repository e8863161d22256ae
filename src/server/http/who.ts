import type { Day } from '../../base/calendar.ts'
import type { Permission, Reach } from './permission.ts'

/** One right of somebody: a permission, how far it reaches, and for whom it is used (`employee` differs from one's own under a delegation). */
export interface Grant {
  readonly permission: Permission
  readonly reach: Reach
  /** The employee from whom the reach is counted; null: somebody who is no employee, whose only useful reach is `all`. */
  readonly employee: string | null
  /** The delegation the grant rests on; absent for one's own. */
  readonly delegation?: string
}

/** Who asks: worked out once a request, from a session or a key. */
export interface Who {
  /** Id of the user. */
  readonly user: string
  readonly name: string
  /** The employee the user is; null for somebody who is none. */
  readonly employee: string | null
  readonly via: { readonly kind: 'session'; readonly session: string } | { readonly kind: 'key'; readonly key: string }
  /** Every grant in force on `day`. */
  readonly grants: readonly Grant[]
  /** Today in the company's time zone. */
  readonly day: Day
}

/** True where somebody may do this at all, for whomever. */
export function may(who: Who, permission: Permission): boolean {
  return who.grants.some((grant) => grant.permission === permission)
}
