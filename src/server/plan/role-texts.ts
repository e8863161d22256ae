import type { TextCatalogue } from '../../base/diagnostic.ts'

/** What is said about roles that rules are for and nobody holds. */
export const roleTexts = {
  'plan.role-unknown': {
    zh: { say: '没有人的角色是“{role}”：这份方案不适用于任何人。', cure: '核对 role 和 people.csv 里的写法。{hint}' },
    en: { say: 'Nobody has the role {role}: these rules are for nobody.', cure: 'Check that the role is written as in people.csv. {hint}' },
  },
  'plan.role-list': {
    zh: { say: '“{role}”读作一个角色，没有人是这个角色。', cure: '几个角色写成列表：role: [{list}]。' },
    en: { say: '“{role}” is read as one role, which nobody has.', cure: 'Write several roles as a list: role: [{list}].' },
  },
} satisfies TextCatalogue
