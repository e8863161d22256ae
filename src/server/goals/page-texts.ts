import type { Rewording } from '../../base/diagnostic.ts'

/** What is said of targets where it is read on a page: pages instead of files and commands. */
export const goalsPageTexts = {
  'goals.not-percent': {
    zh: { cure: '写成不带百分号的数；指标确实是百分比的，在指标里把单位改成百分比。' },
    en: { cure: 'Write a plain number; if the measure is a percentage, change its unit to percent.' },
  },
  'goals.target-lacking': {
    zh: { cure: '在“目标”里给他们补上；本来就不要求他们的，不用理会。' },
    en: { cure: 'Add it under Targets; where nothing is asked of them, leave it so.' },
  },
  'goals.target-nothing': {
    zh: { cure: '在“目标”里改成大于 0 的；这一期本来就不要求他们的，不用理会。' },
    en: { cure: 'Set one above 0 under Targets; where nothing is asked of them, leave it so.' },
  },
} satisfies Rewording
