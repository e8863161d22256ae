import type { Permission, Reach } from '../http/permission.ts'

/** Access roles (权限角色): what a user is given. What each may is one table below; a company gives roles, it does not change them. */
export const ACCESS_ROLES = ['sales', 'manager', 'hr', 'executive', 'comp-admin', 'admin'] as const

export type AccessRole = (typeof ACCESS_ROLES)[number]

export interface RoleRight {
  readonly permission: Permission
  readonly reach: Reach
}

/** Permissions about things that belong to nobody: their reach says nothing, and is `all`. */
const ABOUT_NOBODY: ReadonlySet<Permission> = new Set<Permission>(['rule.read', 'rule.write', 'org.write', 'data.write', 'rating.write', 'run.start', 'user.manage', 'audit.read'])

const rights = (reach: Reach, ...permissions: readonly Permission[]): RoleRight[] =>
  permissions.map((permission) => ({ permission, reach: ABOUT_NOBODY.has(permission) ? 'all' : reach }))

/**
 * What each role may. The rules are visible to everybody, beforehand. HR sees all results and keeps the ratings, but changes no business data; an administrator changes data and rules, but sees
 * no pay, no targets and no ratings of others, and rates nobody. Source: requirements.md R9.
 */
export const ROLE_RIGHTS: Readonly<Record<AccessRole, readonly RoleRight[]>> = {
  sales: rights('own', 'org.read', 'data.read', 'rating.read', 'rule.read', 'target.read', 'score.read', 'pay.read', 'comment.write'),
  manager: rights('reports', 'org.read', 'data.read', 'rating.read', 'rule.read', 'target.read', 'score.read', 'pay.read', 'comment.write'),
  hr: rights('all', 'org.read', 'rating.read', 'rating.write', 'rule.read', 'target.read', 'score.read', 'pay.read', 'comment.write'),
  executive: rights('all', 'org.read', 'data.read', 'rating.read', 'rule.read', 'target.read', 'score.read', 'pay.read', 'comment.write'),
  'comp-admin': rights(
    'all',
    'org.read',
    'data.read',
    'rating.read',
    'rating.write',
    'rule.read',
    'rule.write',
    'target.read',
    'target.write',
    'score.read',
    'pay.read',
    'pay.write',
    'run.start',
    'comment.write',
  ),
  admin: rights('all', 'org.read', 'org.write', 'data.read', 'data.write', 'rule.read', 'rule.write', 'score.read', 'run.start', 'user.manage', 'audit.read'),
}

/** What a role gives somebody; `reach` replaces the reach of what is about people. */
export function rightsOf(role: AccessRole, reach: Reach | null): readonly RoleRight[] {
  if (reach === null) return ROLE_RIGHTS[role]
  return ROLE_RIGHTS[role].map((right) => (ABOUT_NOBODY.has(right.permission) ? right : { permission: right.permission, reach }))
}

export function isAccessRole(text: string): text is AccessRole {
  return (ACCESS_ROLES as readonly string[]).includes(text) // Widened only to be searched.
}

/** What one may hand on while away: everything but managing users, which would let the stand-in give roles away for good. */
export function isDelegable(permission: Permission): boolean {
  return permission !== 'user.manage'
}
