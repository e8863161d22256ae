import type { Rewording } from '../../base/diagnostic.ts'

/** What is said of factors where it is read on a page: pages instead of files and commands. */
export const schemesPageTexts = {
  'factors.no-reason': {
    zh: { cure: '写明市场或区域发生了什么：有关的人看到的就是这句话。' },
    en: { cure: 'Write what happened in the market or region: it is what the people concerned read.' },
  },
} satisfies Rewording
