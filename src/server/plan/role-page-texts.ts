import type { Rewording } from '../../base/diagnostic.ts'

/** What is said of roles where it is read on a page: pages instead of files and commands. */
export const rolePageTexts = {
  'plan.role-unknown': {
    zh: { cure: '核对适用的角色，写法要和“人员”里的一样。{hint}' },
    en: { cure: 'Check whom it is for: a role is written as under People. {hint}' },
  },
  'plan.role-list': {
    zh: { cure: '几个角色一个一个地选：{list}。' },
    en: { cure: 'Choose the roles one by one: {list}.' },
  },
} satisfies Rewording
