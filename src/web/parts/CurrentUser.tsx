import { useSuspenseQuery } from '@tanstack/react-query'
import { type Needed, type Session, sessionQuery } from '../api/session.ts'

/** Who is signed in, and what they may do. Only below the shell, where somebody is. */
export interface CurrentUser {
  readonly session: Session
  /** Whether they may do this at all, for whomever; whom it reaches only the server knows. */
  can(needed: Needed): boolean
}

export function useCurrentUser(): CurrentUser {
  const { data: session } = useSuspenseQuery(sessionQuery)
  if (session === null) throw new Error('a page of the shell was drawn without a session')
  return { session, can: (needed) => allows(session, needed) }
}

export function allows(session: Session, needed: Needed): boolean {
  const enough = [needed].flat()
  return session.grants.some((grant) => enough.includes(grant.permission))
}
