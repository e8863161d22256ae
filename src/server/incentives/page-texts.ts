import type { Rewording } from '../../base/diagnostic.ts'

/** What is said of pay items where it is read on a page: pages instead of files and commands. */
export const incentivesPageTexts = {
  'incentives.item-unread': {
    zh: { cure: '如果是笔误就改正：薪酬项目的名称和公式里要写得一模一样。' },
    en: { cure: 'If it is a slip, correct it: an item is spelled the same under Pay items and in formulas.' },
  },
  'incentives.item-missing': {
    zh: { cure: '在“薪酬项目”里加上，或改正公式里的名称。现有的薪酬项目：{known}。' },
    en: { cure: 'Add it under Pay items, or correct its name in the formula. Pay items there are: {known}.' },
  },
} satisfies Rewording
