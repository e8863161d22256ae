/**
 * Everything that somebody may be allowed to do. A route names one of these, `signed-in` or `anyone`; a route without does not start.
 * Source: requirements.md R9 (rights follow the role and the tree).
 */
export const PERMISSIONS = [
  /** People, units and lines, as a directory. */
  'org.read',
  'org.write',
  /** Business records and imports. */
  'data.read',
  'data.write',
  /** Ratings of people: records too, but not for whoever keeps the business records. */
  'rating.read',
  'rating.write',
  /** Definitions: company, datasets, measures, tables, schemes, incentive plans. */
  'rule.read',
  'rule.write',
  'target.read',
  'target.write',
  /** Measured values, scores, grades and their explanation. */
  'score.read',
  /** Earnings and pay items. */
  'pay.read',
  'pay.write',
  'run.start',
  /** Comments on what one may see. */
  'comment.write',
  /** Users, their roles, sessions, keys and delegations. */
  'user.manage',
  'audit.read',
] as const

export type Permission = (typeof PERMISSIONS)[number]

/**
 * Whose data a permission reaches, from little to much: own 本人 · reports 本人及下属 · unit 本部门 · units 本部门及下属部门 · all 全部.
 * Wider reaches do not contain each other by themselves (a report may work in another unit); several grants are added up.
 */
export const REACHES = ['own', 'reports', 'unit', 'units', 'all'] as const

export type Reach = (typeof REACHES)[number]
