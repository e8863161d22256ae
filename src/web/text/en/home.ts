import type { SameKeys } from '../keys.ts'
import type { home as zh } from '../zh/home.ts'

export const home: SameKeys<typeof zh> = {
  title: 'Hello, {{name}}',
  sentence: 'Your access roles here: {{roles}}.',
  noRoles: 'You have no access role yet. A system administrator can give you one.',
  and: ', ',
  pages: 'Pages you can open',
  nothing: 'There is no page you can open yet.',
  'role.sales': 'sales',
  'role.manager': 'sales manager',
  'role.hr': 'human resources',
  'role.executive': 'executive',
  'role.comp-admin': 'comp administrator',
  'role.admin': 'system administrator',
}
