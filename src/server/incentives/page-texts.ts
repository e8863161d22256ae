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
  'incentives.pay-lacking': {
    zh: { cure: '在“薪酬项目”里给他们补上；本来就没有的，公式里写明没有时怎么算。' },
    en: { cure: 'Add it under Pay items for them; where they have none, say in the formula what holds then.' },
  },
} satisfies Rewording
